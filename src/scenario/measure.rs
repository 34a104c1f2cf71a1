//! Counts what would be dear to read, so that no text costs more than a moment.

use super::codes::Code;
use super::diagnostic::Diagnostics;
use super::spanned::Span;
use super::syntax::{Lexer, MAX_DEPTH, Token, TokenKind};

/// More than the largest scenario the limits allow, of 250 members with a full stance on each
/// of 100 issues and relations to all others, about 1.4 million; a tree of many more would take
/// more memory than a file may.
const MAX_TOKENS: usize = 1_700_000;
/// No list and no map of a scenario has a tenth as many parts.
const MAX_PARTS: usize = 10_000;
/// Comments, and backslashes in texts: ron takes its time over each.
const MAX_COMMENTS: usize = 100_000;
const MAX_ESCAPES: usize = 200_000;
/// More digits than any number has; ron takes its time over millions.
const MAX_DIGITS: usize = 1000;
/// Names are shown in messages and tables.
const MAX_NAME: usize = 1000;
/// A text or a comment of so many bytes is a book.
const MAX_TEXT: usize = 1 << 20;

/// A limit that a text passes: the code, what is too much, and the way out.
type Excess = (Code, String, &'static str);

/// What has been counted so far.
struct Measure<'a> {
    text: &'a str,
    tokens: usize,
    comments: usize,
    escapes: usize,
    /// How many commas stand directly within each bracket that is open, the outermost first.
    parts: [usize; MAX_DEPTH + 1],
    depth: usize,
}

/// Counts brackets within each other, parts, comments, digits and letters.
/// Returns whether the text may go on to ron.
pub(super) fn measure(text: &str, problems: &mut Diagnostics) -> bool {
    let parts = [0; MAX_DEPTH + 1];
    let mut measure = Measure { text, tokens: 0, comments: 0, escapes: 0, parts, depth: 0 };
    for token in Lexer::new(text).filter(|token| token.kind != TokenKind::Whitespace) {
        if let Some((code, message, hint)) = measure.excess(token) {
            problems.report(code, token.span.first_line(text), message, hint);
            return false;
        }
    }
    if measure.tokens == 0 {
        let hint = "begin with `Scenario(format: 1, title: \"…\", …)`";
        problems.report(Code::Empty, Span::new(0, 0), "there is nothing in the file", hint);
    }
    measure.tokens > 0
}

impl Measure<'_> {
    /// Counts a token in; what there is too much of with it.
    fn excess(&mut self, token: Token) -> Option<Excess> {
        let length = token.span.end - token.span.start;
        self.tokens += usize::from(!token.kind.is_trivia());
        match token.kind {
            _ if self.tokens > MAX_TOKENS => Some((
                Code::TooManyTokens,
                format!("the file has more than {MAX_TOKENS} words, numbers and signs"),
                "scenarios are far smaller: remove what is no part of one",
            )),
            TokenKind::LineComment | TokenKind::BlockComment => {
                self.comments += 1;
                self.of_comments(length)
            }
            TokenKind::String => self.of_text(token, length),
            TokenKind::Ident if length > MAX_NAME => Some((
                Code::TooLong,
                format!("a name has more than {MAX_NAME} letters"),
                "write text in double quotes, and names of a few letters",
            )),
            TokenKind::Number if length > MAX_DIGITS => Some((
                Code::OutOfRange,
                format!("a number has more than {MAX_DIGITS} digits"),
                "write a number of a few digits",
            )),
            TokenKind::Open | TokenKind::Close | TokenKind::Comma => self.of_brackets(token.kind),
            _ => None,
        }
    }

    fn of_comments(&self, length: usize) -> Option<Excess> {
        if length > MAX_TEXT {
            return Some((
                Code::TooLong,
                "a comment has more than 1 MiB".to_owned(),
                "close it with `*/`, or keep long notes in a file of their own",
            ));
        }
        (self.comments > MAX_COMMENTS).then(|| {
            (
                Code::TooManyTokens,
                format!("the file has more than {MAX_COMMENTS} comments"),
                "remove the comments that say nothing",
            )
        })
    }

    fn of_text(&mut self, token: Token, length: usize) -> Option<Excess> {
        if length > MAX_TEXT {
            return Some((
                Code::TooLong,
                "a text has more than 1 MiB".to_owned(),
                "close its quote, or keep long texts on a page that a source links to",
            ));
        }
        let source = token.span.of(self.text);
        self.escapes += source.bytes().filter(|byte| *byte == b'\\').count();
        (self.escapes > MAX_ESCAPES).then(|| {
            (
                Code::TooManyTokens,
                format!("the texts have more than {MAX_ESCAPES} backslashes"),
                "write line ends and letters as they are: texts may have several lines",
            )
        })
    }

    fn of_brackets(&mut self, kind: TokenKind) -> Option<Excess> {
        match kind {
            TokenKind::Open if self.depth == MAX_DEPTH => {
                return Some((
                    Code::TooDeep,
                    format!("brackets are nested more than {MAX_DEPTH} deep"),
                    "no scenario needs more than ten: look for brackets never closed",
                ));
            }
            TokenKind::Open => {
                self.depth += 1;
                self.parts[self.depth] = 0;
            }
            TokenKind::Close => self.depth = self.depth.saturating_sub(1),
            _ => self.parts[self.depth] += 1,
        }
        (self.parts[self.depth] > MAX_PARTS).then(|| {
            (
                Code::TooManyTokens,
                format!("a list, a map or a structure has more than {MAX_PARTS} parts"),
                "no scenario needs so many: remove what is no part of one",
            )
        })
    }
}
