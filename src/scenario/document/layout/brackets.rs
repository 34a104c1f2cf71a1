//! What is between each pair of brackets: breaks of the author's, and how wide it is.

use super::super::super::syntax::{Token, TokenKind};

/// The widest that stays on one line. Texts in quotes count as forty at most: they cannot be
/// broken, and a long one is no reason to break what is around it.
const WIDEST: usize = 160;
const TEXT: usize = 40;

/// A token that means something, and what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) token: Token,
    /// The blanks and comments between the token before and this one.
    pub(super) before: &'a [Token],
}

/// How the contents of a pair of brackets are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// As the author broke them, or all on one.
    AsWritten,
    /// Each item on its own, as together they are too wide.
    OneEach,
}

/// The tokens that mean something, in order; `last` are the blanks and comments after them.
pub(super) fn parts(tokens: &[Token]) -> (Vec<Part<'_>>, &[Token]) {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, token) in tokens.iter().enumerate() {
        if !token.kind.is_trivia() {
            parts.push(Part { token: *token, before: &tokens[from..at] });
            from = at + 1;
        }
    }
    (parts, &tokens[from..])
}

/// Whether a line ends between two tokens.
pub(super) fn has_break(text: &str, before: &[Token]) -> bool {
    before.iter().any(|token| match token.kind {
        TokenKind::LineComment => true,
        TokenKind::Whitespace => token.span.of(text).contains('\n'),
        _ => false,
    })
}

/// What the author's lines say of the layout.
pub(super) struct Layout {
    /// For each part that opens a bracket, how what is between it and its end is laid out.
    pub(super) lines: Vec<Lines>,
    /// For each part, the blanks before it beside the usual one: values of a map that its author
    /// has put below each other stay so.
    pub(super) pads: Vec<usize>,
}

/// A bracket that is not closed yet.
struct Open {
    at: usize,
    width: usize,
    is_broken: bool,
    /// The values of a map whose keys begin their lines: the part, and the width of the key.
    below: Vec<(usize, usize)>,
    /// Whether one of them has more than one blank before it.
    is_aligned: bool,
}

/// Looks at the lines of a text.
pub(super) fn layout(text: &str, parts: &[Part<'_>]) -> Layout {
    let mut layout =
        Layout { lines: vec![Lines::AsWritten; parts.len()], pads: vec![0; parts.len()] };
    let mut open: Vec<Open> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let length = part.token.span.end - part.token.span.start;
        let width = if part.token.kind == TokenKind::String { length.min(TEXT) } else { length };
        if let Some(inner) = open.last_mut() {
            inner.width += width + usize::from(part.token.kind == TokenKind::Comma);
            inner.is_broken |= has_break(text, part.before);
            inner.note_value(text, parts, at);
        }
        match part.token.kind {
            TokenKind::Open => {
                let below = Vec::new();
                open.push(Open { at, width, is_broken: false, below, is_aligned: false });
            }
            TokenKind::Close => {
                let Some(closed) = open.pop() else { continue };
                if !closed.is_broken && closed.width > WIDEST {
                    layout.lines[closed.at] = Lines::OneEach;
                }
                closed.align(&mut layout.pads);
                if let Some(outer) = open.last_mut() {
                    outer.width += closed.width;
                }
            }
            _ => {}
        }
    }
    layout
}

impl Open {
    /// Notes a value whose key, a text, begins its line.
    fn note_value(&mut self, text: &str, parts: &[Part<'_>], at: usize) {
        let Some([key, colon]) = at.checked_sub(2).map(|key| [parts[key], parts[key + 1]]) else {
            return;
        };
        let is_value = colon.token.kind == TokenKind::Colon && key.token.kind == TokenKind::String;
        let is_alone = [colon, parts[at]].iter().all(|part| {
            part.before.iter().all(|token| token.kind == TokenKind::Whitespace)
                && !has_break(text, part.before)
        });
        if is_value && is_alone && has_break(text, key.before) {
            self.below.push((at, key.token.span.of(text).chars().count()));
            self.is_aligned |= parts[at].before.iter().any(|t| t.span.end - t.span.start > 1);
        }
    }

    /// Puts the values below each other, if their author did.
    fn align(&self, pads: &mut [usize]) {
        let widest = self.below.iter().map(|(_, width)| *width).max().unwrap_or(0);
        for (at, width) in self.below.iter().filter(|_| self.is_aligned) {
            pads[*at] = widest - width;
        }
    }
}
