//! Text to tokens: every byte belongs to exactly one, whatever the text is.

use super::super::spanned::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Blanks, line ends, and a byte-order mark at the very start.
    Whitespace,
    /// `// …` up to the end of the line.
    LineComment,
    /// `/* … */`, which may contain others.
    BlockComment,
    /// `"…"` or `r#"…"#`.
    String,
    /// `b"…"` or `br#"…"#`.
    Bytes,
    /// `'…'` or `b'…'`.
    Char,
    /// A number, `inf` and `NaN` included.
    Number,
    /// A name, raw ones (`r#…`) included.
    Ident,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// `..` or `..=`.
    Range,
    /// `#`, `!` or `=`, which occur in attributes only.
    Mark,
    /// A string, character or comment that is never closed.
    Unclosed,
    /// A character that has no place in RON.
    Unknown,
}

impl TokenKind {
    /// Whether it is a comment.
    pub const fn is_comment(self) -> bool {
        matches!(self, Self::LineComment | Self::BlockComment)
    }

    /// Whether it separates and means nothing.
    pub const fn is_trivia(self) -> bool {
        matches!(self, Self::Whitespace | Self::LineComment | Self::BlockComment)
    }
}

/// One token; it ends where the next begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
}

/// Walks over the tokens of a text.
#[derive(Debug, Clone)]
pub struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    /// A walk from the first byte.
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// A walk from the byte at `at`, where a token must begin.
    pub(in crate::scenario) const fn from(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip_while(&mut self, accept: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !accept(c)).unwrap_or(rest.len());
    }

    fn kind(&mut self, first: char) -> TokenKind {
        let rest = self.rest();
        let next = rest[first.len_utf8()..].chars().next();
        match first {
            '\u{feff}' if self.at == 0 => {
                self.at += first.len_utf8();
                TokenKind::Whitespace
            }
            c if is_blank(c) => {
                self.skip_while(is_blank);
                TokenKind::Whitespace
            }
            '/' => self.comment(next),
            '"' => self.string(1, TokenKind::String),
            '\'' => self.character(1),
            'r' | 'b' => self.prefixed(),
            '.' if next == Some('.') => {
                self.at += if rest.starts_with("..=") { 3 } else { 2 };
                TokenKind::Range
            }
            '0'..='9' => self.number(),
            '.' if next.is_some_and(|c| c.is_ascii_digit()) => self.number(),
            '+' | '-' if next.is_some_and(|c| c.is_ascii_digit() || c == '.') => self.number(),
            '+' | '-' if rest[1..].starts_with("inf") || rest[1..].starts_with("NaN") => {
                self.at += 1;
                self.skip_while(is_ident);
                TokenKind::Number
            }
            c if is_ident(c) => self.ident(),
            c => {
                self.at += c.len_utf8();
                punctuation(c)
            }
        }
    }

    fn ident(&mut self) -> TokenKind {
        let start = self.at;
        self.skip_while(is_ident);
        match &self.text[start..self.at] {
            "inf" | "NaN" | "inff32" | "NaNf32" | "inff64" | "NaNf64" => TokenKind::Number,
            _ => TokenKind::Ident,
        }
    }

    fn comment(&mut self, next: Option<char>) -> TokenKind {
        match next {
            Some('/') => {
                self.skip_while(|c| c != '\n');
                TokenKind::LineComment
            }
            Some('*') => self.block_comment(),
            _ => {
                self.at += 1;
                TokenKind::Unknown
            }
        }
    }

    fn block_comment(&mut self) -> TokenKind {
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        while self.at < bytes.len() {
            let pair = bytes.get(self.at..self.at + 2);
            match pair {
                Some(b"/*") => depth += 1,
                Some(b"*/") => depth -= 1,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            self.at += 2;
            if depth == 0 {
                return TokenKind::BlockComment;
            }
        }
        TokenKind::Unclosed
    }

    /// What begins with `r` or `b`: raw and byte strings, byte characters, or names.
    fn prefixed(&mut self) -> TokenKind {
        let rest = self.rest();
        if rest.starts_with("b'") {
            return self.character(2);
        }
        if rest.starts_with("b\"") {
            return self.string(2, TokenKind::Bytes);
        }
        let (prefix, kind) =
            if rest.starts_with("br") { (2, TokenKind::Bytes) } else { (1, TokenKind::String) };
        let after = &rest[prefix..];
        let hashes = after.len() - after.trim_start_matches('#').len();
        if (rest.starts_with('r') || prefix == 2) && after[hashes..].starts_with('"') {
            return self.raw_string(prefix + hashes + 1, hashes, kind);
        }
        if rest.starts_with("r#") && after[1..].starts_with(is_raw_ident) {
            self.at += 2;
            self.skip_while(is_raw_ident);
            return TokenKind::Ident;
        }
        self.ident()
    }

    fn string(&mut self, opening: usize, kind: TokenKind) -> TokenKind {
        self.at += opening;
        loop {
            let rest = self.rest();
            let Some(stop) = rest.find(['"', '\\']) else {
                self.at = self.text.len();
                return TokenKind::Unclosed;
            };
            self.at += stop + 1;
            if rest.as_bytes()[stop] == b'"' {
                return kind;
            }
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        }
    }

    fn raw_string(&mut self, opening: usize, hashes: usize, kind: TokenKind) -> TokenKind {
        self.at += opening;
        let closing = ["\"", &self.text[self.at - 1 - hashes..self.at - 1]].concat();
        if let Some(stop) = self.rest().find(&closing) {
            self.at += stop + closing.len();
            kind
        } else {
            self.at = self.text.len();
            TokenKind::Unclosed
        }
    }

    /// A character literal: one character, or an escape, between single quotes.
    fn character(&mut self, opening: usize) -> TokenKind {
        /// Longer than any escape, `\u{10ffff}`.
        const LONGEST: usize = 12;
        let inside = &self.rest()[opening..];
        let mut chars = inside.char_indices();
        let end = match chars.next() {
            Some((_, '\\')) => {
                chars.next();
                chars.take(LONGEST).find(|(_, c)| *c == '\'').map(|(at, _)| at)
            }
            Some(_) => chars.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at),
            None => None,
        };
        self.at += opening + end.map_or(0, |at| at + 1);
        if end.is_some() { TokenKind::Char } else { TokenKind::Unclosed }
    }

    fn number(&mut self) -> TokenKind {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let signed = matches!(bytes[start], b'+' | b'-');
        self.at += usize::from(signed);
        let based = bytes.get(self.at) == Some(&b'0')
            && matches!(bytes.get(self.at + 1), Some(b'x' | b'b' | b'o'));
        while let Some(&byte) = bytes.get(self.at) {
            let goes_on = match byte {
                b'.' => bytes.get(self.at + 1) != Some(&b'.'),
                b'+' | b'-' => !based && matches!(bytes[self.at - 1], b'e' | b'E'),
                _ => byte.is_ascii_alphanumeric() || byte == b'_',
            };
            if !goes_on {
                break;
            }
            self.at += 1;
        }
        TokenKind::Number
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let start = self.at;
        let first = self.rest().chars().next()?;
        let kind = self.kind(first);
        Some(Token { kind, span: Span::new(start, self.at) })
    }
}

const fn punctuation(c: char) -> TokenKind {
    match c {
        '(' | '[' | '{' => TokenKind::Open,
        ')' | ']' | '}' => TokenKind::Close,
        ',' => TokenKind::Comma,
        ':' => TokenKind::Colon,
        '#' | '!' | '=' => TokenKind::Mark,
        _ => TokenKind::Unknown,
    }
}

/// The characters that ron takes for blanks.
const fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\x0B'
            | '\x0C'
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

/// A superset of what ron takes for a name: which foreign letters are lawful is ron's to judge.
const fn is_ident(c: char) -> bool {
    c == '_' || c.is_ascii_alphanumeric() || (!c.is_ascii() && !is_blank(c))
}

const fn is_raw_ident(c: char) -> bool {
    is_ident(c) || matches!(c, '.' | '+' | '-')
}
