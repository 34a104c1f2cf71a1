//! Values on one line, shortened.

use super::super::super::spanned::Span;
use super::super::super::syntax::{NodeId, TokenKind, Tree};
use super::super::quoted;

/// What ends, or begins, something shortened.
const CUT: char = '…';
/// How many characters of two texts are shown before the first in which they differ.
const LEAD: usize = 24;

/// A value as it is written, on one line of at most `most` characters, without comments.
pub fn brief(tree: &Tree, node: NodeId, most: usize) -> String {
    let Span { start, end } = tree.span(node);
    let mut line = String::new();
    let mut is_apart = false;
    for token in tree.tokens_from(start).take_while(|token| token.span.end <= end) {
        if token.kind.is_trivia() {
            is_apart = true;
            continue;
        }
        if token.kind == TokenKind::Close && line.ends_with(',') {
            line.pop();
        }
        let opens = line.is_empty() || line.ends_with(['(', '[', '{']);
        if is_apart && !opens && token.kind != TokenKind::Close {
            line.push(' ');
        }
        is_apart = false;
        line.push_str(&on_one_line(token.span.of(tree.text())));
        // Four bytes are the most that a character takes.
        if line.len() > 4 * most && line.chars().count() > most {
            break;
        }
    }
    cut(&line, most)
}

/// Two texts, each shortened to where it differs from the other, in quotes.
pub(super) fn apart(before: &str, after: &str, most: usize) -> (String, String) {
    let (before, after) = (on_one_line(before), on_one_line(after));
    let same = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let is_short = before.chars().count().max(after.chars().count()) <= most;
    let from = if is_short { 0 } else { word_before(&before, same.saturating_sub(LEAD)) };
    let shown = |text: &str| {
        let rest: String = text.chars().skip(from).collect();
        let lead = if from > 0 { CUT.to_string() } else { String::new() };
        quoted(&(lead + &cut(&rest, most)))
    };
    (shown(&before), shown(&after))
}

/// The first characters of a text, whole words if possible.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(2)).collect();
    let end = kept.rfind(' ').filter(|end| 2 * end > kept.len()).unwrap_or(kept.len());
    format!("{} {CUT}", kept[..end].trim_end())
}

/// Where the word begins that holds the character at `at`.
fn word_before(text: &str, at: usize) -> usize {
    let before = text.chars().take(at).collect::<Vec<_>>();
    before.iter().rposition(|c| *c == ' ').map_or(0, |blank| blank + 1)
}

fn on_one_line(text: &str) -> String {
    if text.contains(['\n', '\t', '\r']) {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_shown_on_one_line() {
        let tree = Tree::parse("( a: 1, // one\n  b: [\n    2,\n    3,\n  ],\n)");
        let root = tree.root().unwrap();
        assert_eq!(brief(&tree, root, 80), "(a: 1, b: [2, 3])");
        assert_eq!(brief(&tree, root, 10), "(a: 1, …");
    }

    #[test]
    fn texts_are_shown_where_they_differ() {
        let (before, after) = apart("short", "shorter", 60);
        assert_eq!((&*before, &*after), ("\"short\"", "\"shorter\""));
        let long = "The first of many words ".repeat(20);
        let (before, after) = apart(&format!("{long}ends"), &format!("{long}goes on"), 60);
        assert_eq!(before, "\"…The first of many words ends\"");
        assert_eq!(after, "\"…The first of many words goes on\"");
    }
}
