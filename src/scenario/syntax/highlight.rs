//! What each token of a text is to a reader, for colours in an editor.

use super::super::spanned::Span;
use super::lexer::{Lexer, Token, TokenKind};

/// The part a token plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Highlight {
    /// A comment.
    Comment,
    /// A text in quotes, or a character.
    Text,
    /// A number.
    Number,
    /// The name of a field, before its colon.
    Field,
    /// A key of a map, before its colon.
    Key,
    /// The name of a structure or of a variant with settings, before its bracket.
    Name,
    /// A word that stands alone: a variant, `true`, `None`.
    Word,
    /// A bracket, a comma, a colon, or another sign.
    Sign,
    /// A string or comment that is never closed, or what has no place in RON.
    Fault,
}

/// The tokens of a text that can be seen, each with its part. Any text will do, also half of one.
///
/// ```
/// use horseshoe::scenario::syntax::{Highlight, highlights};
///
/// let text = "Stance(position: 80) // firm";
/// let parts: Vec<_> = highlights(text).map(|(span, part)| (span.of(text), part)).collect();
/// assert_eq!(parts[0], ("Stance", Highlight::Name));
/// assert_eq!(parts[2], ("position", Highlight::Field));
/// assert_eq!(parts.last(), Some(&("// firm", Highlight::Comment)));
/// ```
pub fn highlights(text: &str) -> impl Iterator<Item = (Span, Highlight)> {
    Lexer::new(text)
        .filter(|token| token.kind != TokenKind::Whitespace)
        .map(move |token| (token.span, part(text, token)))
}

fn part(text: &str, token: Token) -> Highlight {
    match token.kind {
        TokenKind::Whitespace | TokenKind::LineComment | TokenKind::BlockComment => {
            Highlight::Comment
        }
        TokenKind::String if next(text, token) == Some(TokenKind::Colon) => Highlight::Key,
        TokenKind::String | TokenKind::Bytes | TokenKind::Char => Highlight::Text,
        TokenKind::Number => Highlight::Number,
        TokenKind::Ident => match next(text, token) {
            Some(TokenKind::Colon) => Highlight::Field,
            Some(TokenKind::Open) => Highlight::Name,
            _ => Highlight::Word,
        },
        TokenKind::Unclosed | TokenKind::Unknown => Highlight::Fault,
        _ => Highlight::Sign,
    }
}

/// What kind of token follows that means something.
fn next(text: &str, token: Token) -> Option<TokenKind> {
    let mut behind = Lexer::from(text, token.span.end);
    behind.find(|token| !token.kind.is_trivia()).map(|token| token.kind)
}

#[cfg(test)]
mod tests {
    use super::{Highlight, highlights};

    #[test]
    fn each_token_has_its_part() {
        use Highlight::{Comment, Fault, Field, Key, Name, Number, Sign, Text, Word};
        let text = "(a /* b */ : { \"k\": \"v\" }, c: [Lot, Mark(1)], d: 'x' \"open";
        let found: Vec<_> = highlights(text).map(|(_, part)| part).collect();
        let expected = [
            Sign, Field, Comment, Sign, Sign, Key, Sign, Text, Sign, Sign, Field, Sign, Sign, Word,
            Sign, Name, Sign, Number, Sign, Sign, Sign, Field, Sign, Text, Fault,
        ];
        assert_eq!(found, expected);
    }
}
