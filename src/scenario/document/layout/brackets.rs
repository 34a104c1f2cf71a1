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

/// For each part that opens a bracket, how what is between it and its end is laid out.
pub(super) fn lines(text: &str, parts: &[Part<'_>]) -> Vec<Lines> {
    struct Open {
        at: usize,
        width: usize,
        is_broken: bool,
    }
    let mut lines = vec![Lines::AsWritten; parts.len()];
    let mut open: Vec<Open> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let length = part.token.span.end - part.token.span.start;
        let width = if part.token.kind == TokenKind::String { length.min(TEXT) } else { length };
        if let Some(inner) = open.last_mut() {
            inner.width += width + usize::from(part.token.kind == TokenKind::Comma);
            inner.is_broken |= has_break(text, part.before);
        }
        match part.token.kind {
            TokenKind::Open => open.push(Open { at, width, is_broken: false }),
            TokenKind::Close => {
                let Some(closed) = open.pop() else { continue };
                if !closed.is_broken && closed.width > WIDEST {
                    lines[closed.at] = Lines::OneEach;
                }
                if let Some(outer) = open.last_mut() {
                    outer.width += closed.width;
                }
            }
            _ => {}
        }
    }
    lines
}
