//! How an item stands in its text: on a line of its own, with a comma behind it, with a comment.

use super::super::spanned::Span;
use super::super::syntax::{Token, TokenKind, Tree};

/// The surroundings of an item between brackets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    /// The item itself.
    pub(super) item: Span,
    /// The comma behind it.
    pub(super) comma: Option<Span>,
    /// Where its line begins, if nothing but blanks stands before it on that line.
    pub(super) own_line: Option<usize>,
    /// The end of what belongs to it on its line: itself, its comma, and a comment behind them.
    pub(super) end: usize,
    /// Whether the line ends there.
    pub(super) ends_line: bool,
}

impl Surroundings {
    pub(super) fn of(tree: &Tree, item: Span) -> Self {
        let text = tree.text();
        let comma = comma_behind(tree, item.end);
        let line = line_start(text, item.start);
        let is_alone = text[line..item.start].chars().all(|c| c == ' ' || c == '\t');
        let after = comma.map_or(item.end, |comma| comma.end);
        let end = comment_behind(tree, after);
        let rest = text[end..].trim_start_matches([' ', '\t']);
        let ends_line = rest.is_empty() || rest.starts_with(['\n', '\r']);
        Self { item, comma, own_line: is_alone.then_some(line), end, ends_line }
    }

    /// The blanks before an item that begins its line.
    pub(super) fn indent<'a>(&self, text: &'a str) -> &'a str {
        self.own_line.map_or("", |line| &text[line..self.item.start])
    }
}

/// Where the line of the byte at `offset` begins.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |end| end + 1)
}

/// The blanks with which the line of the byte at `offset` begins.
pub(super) fn indent_at(text: &str, offset: usize) -> &str {
    let line = &text[line_start(text, offset)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The line end that the text uses.
pub(super) fn line_end(text: &str) -> &'static str {
    let is_windows = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    if is_windows { "\r\n" } else { "\n" }
}

/// The comma that follows the byte before `offset`, comments and blanks between passed over.
fn comma_behind(tree: &Tree, offset: usize) -> Option<Span> {
    tree.tokens_from(offset)
        .find(|token| !token.kind.is_trivia())
        .filter(|token| token.kind == TokenKind::Comma)
        .map(|token| token.span)
}

/// The end of the comments that follow `offset` on its line; `offset` itself without any, or
/// where something else follows them on the line.
fn comment_behind(tree: &Tree, offset: usize) -> usize {
    let mut end = offset;
    for Token { kind, span } in tree.tokens_from(offset) {
        let has_line_end = span.of(tree.text()).contains('\n');
        match kind {
            TokenKind::Whitespace if has_line_end => return end,
            TokenKind::Whitespace => {}
            TokenKind::LineComment => {
                return span.end - usize::from(span.of(tree.text()).ends_with('\r'));
            }
            TokenKind::BlockComment if !has_line_end => end = span.end,
            _ => return offset,
        }
    }
    end
}
