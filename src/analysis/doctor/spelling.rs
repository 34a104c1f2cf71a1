//! S214: words that are spelt otherwise in documents of the United Nations.

use std::sync::LazyLock;

use crate::scenario::{Code, MAX_DIAGNOSTICS, Span, shown};

use super::texts::texts;
use super::wording::{is_quoted, titles};
use super::{Context, Remarks};
use crate::text::word_list::{Found, Words};

/// The table of spellings; its head says how it is written.
const TABLE: &str = include_str!("../../../assets/words/spelling.txt");

static SPELLINGS: LazyLock<Words> = LazyLock::new(|| Words::of_table(TABLE));

/// The words of a text that documents of the United Nations spell otherwise, in its order. Names,
/// links, and what stands in quotation marks are passed over. A text that is written in a file may
/// have `escapes`.
pub fn misspelt(text: &str, escapes: bool) -> Vec<Found<'static>> {
    let mut found = SPELLINGS.find(text, escapes);
    let mut around = Around { text, ..Around::default() };
    found.retain(|found| {
        !around.quotes_or_links(found.start) && !is_a_name(text, (found.start, found.end))
    });
    found
}

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let titles = titles(context, &SPELLINGS);
    for node in texts(context.tree) {
        let span = context.tree.span(node);
        let literal = span.of(context.tree.text());
        let (Some(first), Some(last)) = (literal.find('"'), literal.rfind('"')) else { continue };
        // A text that is not closed is an error, and texts with errors are not looked at.
        let Some(inside) = literal.get(first + 1..last) else { continue };
        for found in misspelt(inside, first == 0) {
            if is_quoted(&titles, inside, found.start) {
                continue;
            }
            if remarks.list.len() > MAX_DIAGNOSTICS {
                return;
            }
            let start = span.start + first + 1;
            let place = Span::new(start + found.start, start + found.end);
            let wrong = shown(&inside[found.start..found.end]);
            let message = format!(
                "“{wrong}” is spelt otherwise in documents of the United Nations: “{}”",
                found.instead
            );
            let hint = format!(
                "write “{}”, or say beside it why it stands: `// doctor: S214: …`",
                found.instead
            );
            remarks.add(Code::OtherSpelling, place, message, hint);
        }
    }
}

/// Whether a word with a capital is a name, or part of one: it begins no sentence, or a word with
/// a capital follows.
fn is_a_name(text: &str, (start, end): (usize, usize)) -> bool {
    let is_capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let next = text[end..].trim_start_matches([' ', '-']);
    is_capital(&text[start..]) && (is_capital(next) || !begins(&text[..start]))
}

/// Whether a sentence, a line or a quotation begins behind this text.
fn begins(before: &str) -> bool {
    let blanks_and_marks: &[char] = &[' ', '*', '_', '#', '-', '>', '(', '“', '"', '\\'];
    let before = before.trim_end_matches(blanks_and_marks);
    let last = before.chars().next_back();
    // `\n` in a text with escapes ends a line.
    before.ends_with("\\n") || last.is_none_or(|c| ['.', ':', '?', '!', '\n'].contains(&c))
}

/// What stands around the words of a text that are found one after the other: each byte is looked
/// at once, however many they are.
#[derive(Default)]
struct Around<'a> {
    text: &'a str,
    /// Up to where quotation marks have been counted.
    counted: usize,
    /// How many curly quotations are open, and how many straight marks there were.
    open: usize,
    straight: usize,
    /// The end of the last piece between blanks and brackets, and whether it is a link.
    piece: (usize, bool),
}

impl Around<'_> {
    /// Whether the word at `at` stands in a quotation or belongs to a link. An odd number of
    /// straight marks before it opens a quotation.
    fn quotes_or_links(&mut self, at: usize) -> bool {
        for c in self.text[self.counted..at].chars() {
            match c {
                '“' => self.open += 1,
                '”' => self.open = self.open.saturating_sub(1),
                '"' => self.straight += 1,
                _ => {}
            }
        }
        self.counted = at;
        if at >= self.piece.0 {
            self.piece = self.piece_at(at);
        }
        self.open > 0 || self.straight % 2 == 1 || self.piece.1
    }

    fn piece_at(&self, at: usize) -> (usize, bool) {
        let parts = |c: char| c.is_whitespace() || ['(', ')', '[', ']', '<', '>', '"'].contains(&c);
        let before = self.text[self.piece.0..at].rsplit(parts).next().unwrap_or_default();
        let end = self.text[at..].find(parts).map_or(self.text.len(), |after| at + after);
        let piece = &self.text[at - before.len()..end];
        (end, piece.contains("://") || piece.starts_with("www."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        let found = misspelt(text, false).into_iter();
        found.map(|found| (&text[found.start..found.end], found.instead)).collect()
    }

    #[test]
    fn each_line_of_the_table_is_whole_and_no_spelling_is_both_right_and_wrong() {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut wrong = Vec::new();
        for line in lines {
            let cells: Vec<&str> = line.split('|').collect();
            assert!(matches!(cells.len(), 2 | 3), "{line}");
            assert!(cells.iter().all(|cell| !cell.is_empty() && cell.trim() == *cell), "{line}");
            assert!(cells.get(2).is_none_or(|unless| unless.contains(cells[0])), "{line}");
            assert!(found(cells[1]).is_empty(), "{line}");
            assert_eq!(found(cells[0]), [(cells[0], cells[1])]);
            wrong.push(cells[0]);
        }
        let lines = wrong.len();
        wrong.sort_unstable();
        wrong.dedup();
        assert!(wrong.len() == lines && lines > 120, "{lines}");
    }

    #[test]
    fn words_without_end_do_not_take_long() {
        let much = "labor-“labor” ".repeat(60_000);
        assert_eq!(misspelt(&much, false).len(), 60_000);
        let one = "labor-".repeat(120_000);
        assert_eq!(misspelt(&one, false).len(), 120_000);
    }

    #[test]
    fn words_that_are_right_in_some_sense_are_let_pass() {
        let right = "We advise members to exercise their rights, compromise, supervise and revise. \
                     To license and to practise; a practice under licence; a meter and a metre; \
                     the judgment of the Court; the tire, the curb and the draft; a computer program.";
        assert_eq!(found(right), []);
    }

    #[test]
    fn names_quotations_and_links_are_passed_over() {
        for text in [
            "The Labor Party and the Center for Defense Information agree.",
            "Labor Party members, and the World Trade Organization.",
            "The Organisation for Economic Co-operation and Development counts.",
            "It was called “a program of labor” and \"a center\" then.",
            "See [this page](https://example.org/labor/defense-program) and www.defense.example.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        for (text, wrong) in [
            ("Labor is scarce.", "Labor"),
            ("A “plan” of defense.", "defense"),
            ("It ended. Defense followed.", "Defense"),
            ("*Co-operation* helps.", "Co-operation"),
            ("Five percent more.", "percent"),
            ("See [the program](https://example.org).", "program"),
            ("https://labor.org/labor\u{a0}labor", "labor"),
            ("“It ended” and the labor", "labor"),
        ] {
            assert_eq!(found(text).first().map(|found| found.0), Some(wrong), "{text}");
        }
    }
}
