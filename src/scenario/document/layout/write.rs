//! The tokens written one after the other, each with the blanks that belong before it.

use super::super::super::syntax::{Lexer, Token, TokenKind};
use super::brackets::{Layout, Lines, Part, has_break, layout, parts};

const INDENT: &str = "    ";
/// A comment farther behind its line than this moves up to it.
const FARTHEST: usize = 80;

/// The text in its canonical layout. It must be RON.
pub(super) fn laid_out(text: &str) -> String {
    let tokens: Vec<Token> = Lexer::new(text).collect();
    let (parts, last) = parts(&tokens);
    let layout = layout(text, &parts);
    let mut writer = Writer {
        text,
        out: String::with_capacity(text.len()),
        open: Vec::new(),
        indent: 0,
        follows_comment: false,
    };
    for at in 0..parts.len() {
        writer.part(&parts, &layout, at);
    }
    writer.comments(last);
    let end = writer.out.trim_end().len();
    writer.out.truncate(end);
    writer.out.push('\n');
    writer.out
}

/// A bracket that is not closed yet.
struct Open {
    lines: Lines,
    /// How far the line is indented on which it stands.
    indent: usize,
}

struct Writer<'a> {
    text: &'a str,
    out: String,
    open: Vec<Open>,
    /// How far the current line is indented.
    indent: usize,
    /// Whether what was written last is a comment that ends its line.
    follows_comment: bool,
}

impl Writer<'_> {
    fn part(&mut self, parts: &[Part<'_>], layout: &Layout, at: usize) {
        let part = parts[at];
        let kind = part.token.kind;
        let before = at.checked_sub(1).map(|before| parts[before].token);
        if kind == TokenKind::Comma && self.comma(parts, at) {
            return;
        }
        let follows_comment = std::mem::take(&mut self.follows_comment);
        let own_line =
            follows_comment || before.is_some_and(|before| self.begins_line(before, part));
        let needs_comma = kind == TokenKind::Close
            && own_line
            && before.is_some_and(|b| !matches!(b.kind, TokenKind::Comma | TokenKind::Open));
        if needs_comma {
            self.out.push(',');
        }
        let has_comment = self.comments(part.before);
        if own_line || (has_comment && ends_with_line_comment(part.before)) {
            let closes = kind == TokenKind::Close;
            let blank = if closes { Blank::Nothing } else { blank_line(self.text, part, before) };
            self.new_line(blank, self.inside() - usize::from(closes && !self.open.is_empty()));
        } else if let Some(before) = before
            && !self.out.ends_with([' ', '\n'])
        {
            self.out.push_str(self.between(before, part, has_comment));
            self.out.extend(std::iter::repeat_n(' ', layout.pads[at]));
        }
        self.out.push_str(part.token.span.of(self.text));
        match kind {
            TokenKind::Open => {
                self.open.push(Open { lines: layout.lines[at], indent: self.indent });
            }
            TokenKind::Close => drop(self.open.pop()),
            _ => {}
        }
    }

    /// A comma that is dropped, or that moves before the comments before it, as a line that begins
    /// with one reads badly; whether it was one of these.
    fn comma(&mut self, parts: &[Part<'_>], at: usize) -> bool {
        let before = parts[at].before;
        let moves = before.iter().any(|token| token.kind == TokenKind::LineComment);
        if !moves && !self.is_superfluous(parts, at) {
            return false;
        }
        if moves {
            self.out.push(',');
        }
        self.comments(before);
        self.follows_comment = ends_with_line_comment(before);
        true
    }

    /// Whether a comma before a closing bracket is none on a line that goes on with the bracket.
    fn is_superfluous(&self, parts: &[Part<'_>], at: usize) -> bool {
        let Some(next) = parts.get(at + 1).filter(|next| next.token.kind == TokenKind::Close)
        else {
            return false;
        };
        !self.begins_line(parts[at].token, *next)
    }

    /// Whether a token stands at the beginning of a line.
    fn begins_line(&self, before: Token, part: Part<'_>) -> bool {
        let is_tight = matches!(part.token.kind, TokenKind::Comma | TokenKind::Colon)
            || before.kind == TokenKind::Colon
            || (before.kind == TokenKind::Ident && part.token.kind == TokenKind::Open);
        let is_empty = before.kind == TokenKind::Open && part.token.kind == TokenKind::Close;
        let has_comment = part.before.iter().any(|t| t.kind != TokenKind::Whitespace);
        if (is_tight || is_empty) && !has_comment {
            return false;
        }
        let breaks_each = self.open.last().is_some_and(|open| open.lines == Lines::OneEach)
            && (matches!(before.kind, TokenKind::Open | TokenKind::Comma)
                || part.token.kind == TokenKind::Close);
        let follows_break = match part.before.iter().rposition(|t| t.kind.is_comment()) {
            // A comment in the middle of a line keeps what follows it there.
            Some(last) => has_break(self.text, &part.before[last..]),
            None => has_break(self.text, part.before),
        };
        follows_break || (breaks_each && !is_empty)
    }

    /// The blank between two tokens on one line.
    fn between(&self, before: Token, part: Part<'_>, has_comment: bool) -> &'static str {
        let source = |token: Token| token.span.of(self.text);
        let (left, right) = (source(before), source(part.token));
        let is_apart = part.before.iter().any(|token| token.kind == TokenKind::Whitespace);
        match (before.kind, part.token.kind) {
            (_, TokenKind::Comma | TokenKind::Colon) | (TokenKind::Open, TokenKind::Close) => "",
            _ if left == "{" || right == "}" => " ",
            (TokenKind::Open, _) if !has_comment => "",
            (_, TokenKind::Close) => "",
            (TokenKind::Ident, TokenKind::Open) if left != "Some" || right == "(" => "",
            (TokenKind::Mark | TokenKind::Range, _) | (_, TokenKind::Mark | TokenKind::Range)
                if !is_apart =>
            {
                ""
            }
            _ => " ",
        }
    }

    /// Writes the comments between two tokens; whether there were any.
    fn comments(&mut self, trivia: &[Token]) -> bool {
        let mut breaks = 0;
        let mut is_first = true;
        for token in trivia {
            let source = token.span.of(self.text);
            if token.kind == TokenKind::Whitespace {
                breaks += source.matches('\n').count();
                continue;
            }
            if self.out.is_empty() {
                // At the very beginning.
            } else if breaks > 0 || self.out.ends_with('\n') {
                let opens = self.out.trim_end().ends_with(['(', '[', '{']);
                let blank = if breaks > 1 && !opens { Blank::Line } else { Blank::Nothing };
                self.new_line(blank, self.inside());
            } else {
                self.pad(*token, is_first);
            }
            self.out.push_str(source.trim_end());
            breaks = 0;
            is_first = false;
        }
        !is_first
    }

    /// Blanks before a comment on a line: up to the column in which the author wrote it.
    fn pad(&mut self, comment: Token, is_first: bool) {
        if self.out.ends_with(['(', '[', '{', ' '])
            && is_first
            && comment.kind == TokenKind::BlockComment
        {
            if self.out.ends_with('{') {
                self.out.push(' ');
            }
            return;
        }
        let column = |text: &str| text.chars().rev().take_while(|c| *c != '\n').count();
        let here = column(&self.out);
        let written = column(&self.text[..comment.span.start]);
        let blanks = match written.saturating_sub(here) {
            _ if comment.kind == TokenKind::BlockComment => 1,
            0 => 1,
            far if far > FARTHEST => 2,
            blanks => blanks,
        };
        self.out.extend(std::iter::repeat_n(' ', blanks));
    }

    /// Ends the line, leaves one blank if the author did, and begins the next.
    fn new_line(&mut self, blank: Blank, indent: usize) {
        let end = self.out.trim_end_matches([' ', '\t']).len();
        self.out.truncate(end);
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        if blank == Blank::Line {
            self.out.push('\n');
        }
        self.indent = indent;
        self.out.extend(std::iter::repeat_n(INDENT, indent));
    }

    /// How far what is between the innermost brackets is indented.
    fn inside(&self) -> usize {
        self.open.last().map_or(0, |open| open.indent + 1)
    }
}

/// Whether a blank line stands before a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blank {
    Line,
    Nothing,
}

/// Whether the last comment between two tokens ends its line.
fn ends_with_line_comment(trivia: &[Token]) -> bool {
    let mut comments = trivia.iter().rev().filter(|token| token.kind.is_comment());
    comments.next().is_some_and(|token| token.kind == TokenKind::LineComment)
}

/// Whether the author left a line blank before a part; never after an opening bracket.
fn blank_line(text: &str, part: Part<'_>, before: Option<Token>) -> Blank {
    let from = part.before.iter().rposition(|token| token.kind.is_comment());
    let blanks = &part.before[from.map_or(0, |comment| comment + 1)..];
    let breaks: usize = blanks.iter().map(|t| t.span.of(text).matches('\n').count()).sum();
    let opens = from.is_none() && before.is_some_and(|token| token.kind == TokenKind::Open);
    if breaks > 1 && !opens { Blank::Line } else { Blank::Nothing }
}
