//! What an author probably meant where ron only knows that it expected something else.
//!
//! ron stops at the first sign it cannot use. Most of these places come from a dozen habits:
//! text without quotes, quotes within quotes, decimal commas, signs of other languages.

use super::super::document::Edit;
use super::super::nearest::shown;
use super::super::spanned::Span;
use super::super::syntax::{Lexer, Token, TokenKind};

/// What is wrong, where, and the way out.
pub(super) struct Guess {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) hint: String,
    /// The edit that mends it, if there is no doubt.
    pub(super) mend: Option<Edit>,
}

impl Guess {
    fn new(span: Span, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { span, message: message.into(), hint: hint.into(), mend: None }
    }

    fn mended_by(self, edit: Edit) -> Self {
        Self { mend: Some(edit), ..self }
    }
}

/// The tokens around a fault that mean something.
pub(super) struct Around<'a> {
    pub(super) text: &'a str,
    /// Those before it, the nearest last; six at most.
    pub(super) before: &'a [Token],
    /// The one at which ron stopped.
    pub(super) at: Token,
}

/// The guesses in the order in which they are tried.
const ALL: &[fn(&Around<'_>) -> Option<Guess>] = &[
    foreign_quote,
    invisible_blank,
    hash_comment,
    other_sign,
    quote_within_quotes,
    date_without_quotes,
    time_without_quotes,
    colon_or_brace_out_of_place,
    decimal_comma,
    missing_colon,
    text_without_quotes,
    comma_before_a_name,
];

/// The first guess that fits.
pub(super) fn guess(around: &Around<'_>) -> Option<Guess> {
    ALL.iter().find_map(|guess| guess(around))
}

impl<'a> Around<'a> {
    fn source(&self, token: Token) -> &'a str {
        token.span.of(self.text)
    }

    /// The token so many places before the fault.
    fn back(&self, places: usize) -> Option<Token> {
        self.before.len().checked_sub(places).and_then(|at| self.before.get(at)).copied()
    }

    fn back_kind(&self, places: usize) -> Option<TokenKind> {
        self.back(places).map(|token| token.kind)
    }

    /// The token after the fault that means something.
    fn next(&self) -> Option<Token> {
        let mut behind = Lexer::from(self.text, self.at.span.end);
        behind.find(|token| !token.kind.is_trivia())
    }

    /// What stands on the line from a token on, without what closes a text or a value.
    fn run(&self, from: Token) -> &'a str {
        let line = self.text[from.span.start..].lines().next().unwrap_or_default();
        let mut commas = line.match_indices(',').map(|(at, _)| at);
        let end = commas.find(|comma| begins_with_field(&line[comma + 1..]));
        let line = line[..end.unwrap_or(line.len())].trim_end().trim_end_matches([',', '"']);
        // `A light (tutorial)` keeps its bracket, the last field of a structure has another's.
        let closes_itself = line.matches('(').count() >= line.matches(')').count();
        if closes_itself { line } else { line.trim_end_matches(')') }
    }

    /// Digits and the given signs from a token on.
    fn figures(&self, from: Token, signs: [char; 1]) -> &'a str {
        let rest = &self.text[from.span.start..];
        let end = rest.find(|c: char| !c.is_ascii_digit() && !signs.contains(&c));
        &rest[..end.unwrap_or(rest.len())]
    }
}

/// “…”, „…“, «…» instead of straight quotes.
fn foreign_quote(around: &Around<'_>) -> Option<Guess> {
    let first = around.source(around.at).chars().next()?;
    let is_quote = matches!(
        first,
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' | '\u{2018}' | '\u{2019}'
    );
    let span = Span::new(around.at.span.start, around.at.span.start + first.len_utf8());
    is_quote.then(|| {
        Guess::new(
            span,
            format!("the quote {first} cannot begin a text"),
            "write straight double quotes: \"…\"; within them other quotes may stand",
        )
    })
}

/// A blank that is none to ron, pasted from a page.
fn invisible_blank(around: &Around<'_>) -> Option<Guess> {
    let first = around.source(around.at).chars().next()?;
    let is_invisible =
        matches!(first, '\u{a0}' | '\u{200b}' | '\u{202f}' | '\u{2007}' | '\u{feff}');
    let span = Span::new(around.at.span.start, around.at.span.start + first.len_utf8());
    is_invisible.then(|| {
        let message =
            format!("a blank that is no ordinary one (U+{:04X}) stands here", u32::from(first));
        Guess::new(span, message, "write an ordinary blank").mended_by(Edit::replace(span, " "))
    })
}

/// `# note`.
fn hash_comment(around: &Around<'_>) -> Option<Guess> {
    let is_hash = around.source(around.at) == "#";
    is_hash.then(|| Guess::new(around.at.span, "`#` begins no comment", "comments begin with `//`"))
}

/// `=` for a colon, `;` for a comma, `%` behind a number.
fn other_sign(around: &Around<'_>) -> Option<Guess> {
    let span = around.at.span;
    match around.source(around.at) {
        "=" if around.back_kind(1) == Some(TokenKind::Ident) => Some(
            Guess::new(span, "`=` stands where a colon should", "write `name: value`")
                .mended_by(Edit::replace(span, ":")),
        ),
        ";" => {
            let followed = around.next().is_some_and(|next| next.kind == TokenKind::Comma);
            let comma = if followed { "" } else { "," };
            Some(
                Guess::new(span, "`;` stands where a comma should", "separate values by commas")
                    .mended_by(Edit::replace(span, comma)),
            )
        }
        "%" if around.back_kind(1) == Some(TokenKind::Number) => Some(
            Guess::new(span, "`%` has no place behind a number", "write the number alone")
                .mended_by(Edit::remove(span)),
        ),
        _ => None,
    }
}

/// `"the "fish" need"`, and a text whose closing quote is missing.
fn quote_within_quotes(around: &Around<'_>) -> Option<Guess> {
    let text = around.back(1).filter(|token| token.kind == TokenKind::String)?;
    let follows_at_once = text.span.end == around.at.span.start
        && !matches!(around.at.kind, TokenKind::Comma | TokenKind::Colon | TokenKind::Close);
    let source = around.source(text);
    // It ends with the quote that was to begin the text after it.
    let takes_next =
        source.contains('\n') && source.lines().last().is_some_and(|l| l.trim() == "\"");
    if takes_next || source.lines().skip(1).any(begins_with_field) {
        return Some(Guess::new(
            text.span.first_line(around.text),
            "the text that begins here takes in the lines below it",
            "close its quote at the end of this line",
        ));
    }
    follows_at_once.then(|| {
        Guess::new(
            Span::new(text.span.end - 1, text.span.end),
            "this quote ends the text, and more of it seems to follow",
            "write a quote within a text as `\\\"`, or use “ and ”",
        )
    })
}

/// Whether a line looks like `name: value`.
fn begins_with_field(line: &str) -> bool {
    let mut tokens = Lexer::new(line).filter(|token| token.kind != TokenKind::Whitespace);
    let name = tokens.next().map(|token| token.kind);
    let colon = tokens.next().map(|token| token.kind);
    // A line of a text may begin so too, though rarely with a small letter.
    let is_small = line.trim_start().starts_with(|c: char| c.is_ascii_lowercase() || c == '"');
    is_small
        && matches!(name, Some(TokenKind::Ident | TokenKind::String))
        && colon == Some(TokenKind::Colon)
}

/// `2035-05-07`, `07.05.2035`, `5/7/2035`.
fn date_without_quotes(around: &Around<'_>) -> Option<Guess> {
    let is_part = |token: &Token| matches!(token.kind, TokenKind::Number | TokenKind::Unknown);
    // ron may have stopped anywhere within it.
    let mut first = Some(around.at).filter(is_part)?;
    for token in around.before.iter().rev().filter(|token| is_part(token)) {
        if token.span.end == first.span.start {
            first = *token;
        }
    }
    for sign in ['-', '.', '/'] {
        let run = around.figures(first, [sign]).trim_end_matches(sign);
        let lengths: Vec<usize> = run.split(sign).map(str::len).collect();
        let span = Span::new(first.span.start, first.span.start + run.len());
        if sign == '-' && lengths == [4, 2, 2] {
            let hint = format!("write \"{run}\" in quotes");
            let mend = Edit::replace(span, format!("\"{run}\""));
            return Some(Guess::new(span, "a date is a text", hint).mended_by(mend));
        }
        if matches!(lengths[..], [1..=2, 1..=2, 4]) {
            let hint = "write year, month and day in quotes, as in \"2024-06-20\"";
            return Some(Guess::new(span, "a date is a text", hint));
        }
    }
    None
}

/// `10:00`.
fn time_without_quotes(around: &Around<'_>) -> Option<Guess> {
    let hours = around.back(1).filter(|token| token.kind == TokenKind::Number)?;
    let run = around.figures(hours, [':']);
    let is_time = around.at.kind == TokenKind::Colon
        && around.back_kind(2) == Some(TokenKind::Colon)
        && run.split(':').map(str::len).eq([2, 2]);
    is_time.then(|| {
        let span = Span::new(hours.span.start, hours.span.start + run.len());
        Guess::new(span, "a time of day is a text", format!("write \"{run}\" in quotes"))
            .mended_by(Edit::replace(span, format!("\"{run}\"")))
    })
}

/// `["key": value]`, `Aim("position": 64)`, `Aim { position: 64 }`.
fn colon_or_brace_out_of_place(around: &Around<'_>) -> Option<Guess> {
    let before = around.back(1)?;
    match around.source(around.at) {
        ":" if before.kind == TokenKind::String => Some(Guess::new(
            around.at.span,
            "a colon has no place behind a text here",
            "keys in quotes stand between braces: `{ \"key\": value }`; fields have no quotes",
        )),
        "{" if before.kind == TokenKind::Ident => Some(Guess::new(
            around.at.span,
            format!("`{}` has its fields in parentheses", shown(around.source(before))),
            format!("write `{}(…)`", shown(around.source(before))),
        )),
        _ => None,
    }
}

/// `45,5`.
fn decimal_comma(around: &Around<'_>) -> Option<Guess> {
    let (comma, whole) = (around.back(1)?, around.back(2)?);
    let digits = around.source(around.at);
    let is_decimal = comma.kind == TokenKind::Comma
        && whole.kind == TokenKind::Number
        && around.at.kind == TokenKind::Number
        && whole.span.end == comma.span.start
        && comma.span.end == around.at.span.start
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_decimal.then(|| {
        let number = format!("{}.{digits}", around.source(whole));
        let span = whole.span.to(around.at.span);
        // It may as well be a comma behind which the name of a field is missing.
        Guess::new(span, "a comma stands where a decimal point should", format!("write {number}"))
    })
}

/// `Aim(position 45)`.
fn missing_colon(around: &Around<'_>) -> Option<Guess> {
    let name = around.back(1).filter(|token| token.kind == TokenKind::Ident)?;
    let begins = matches!(around.back_kind(2), Some(TokenKind::Open | TokenKind::Comma));
    let is_value = matches!(around.at.kind, TokenKind::Number | TokenKind::String)
        || (around.at.kind == TokenKind::Open && around.source(around.at) != "(");
    (begins && is_value).then(|| {
        let name_source = shown(around.source(name));
        Guess::new(
            name.span,
            format!("a colon is missing after `{name_source}`"),
            format!("write `{name_source}: …`"),
        )
        .mended_by(Edit::insert(name.span.end, ":"))
    })
}

/// `title: A closed season`.
fn text_without_quotes(around: &Around<'_>) -> Option<Guess> {
    let first = around.back(1)?;
    let is_bare = |kind| matches!(kind, TokenKind::Ident | TokenKind::Number);
    let between = &around.text[first.span.end..around.at.span.start];
    let follows = around.back_kind(2) == Some(TokenKind::Colon)
        && is_bare(first.kind)
        && is_bare(around.at.kind)
        && !between.contains(['\n', '/'])
        && around.next().is_none_or(|next| next.kind != TokenKind::Colon);
    follows.then(|| {
        let run = around.run(first);
        let joined: String = run.split(' ').collect();
        let is_word = run.split(' ').all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
        let hint = if is_word {
            format!(
                "write `{}` if it is a word of the format, \"{}\" if it is a text",
                shown(&joined),
                shown(run)
            )
        } else {
            format!("write \"{}\"", shown(run))
        };
        let span = Span::new(first.span.start, first.span.start + run.len());
        Guess::new(span, "a text without quotes stands here", hint)
    })
}

/// `a: 1 b: 2`: the one missing comma that cannot be anything else.
fn comma_before_a_name(around: &Around<'_>) -> Option<Guess> {
    let before = around.back(1)?;
    let ends_value = matches!(
        before.kind,
        TokenKind::String | TokenKind::Number | TokenKind::Ident | TokenKind::Close
    );
    let is_name = matches!(around.at.kind, TokenKind::Ident | TokenKind::String)
        && around.next().is_some_and(|next| next.kind == TokenKind::Colon);
    (ends_value && is_name).then(|| {
        let found = shown(around.source(around.at));
        let span = around.at.span;
        Guess::new(span, format!("a comma is missing before `{found}`"), "")
            .mended_by(Edit::insert(before.span.end, ","))
    })
}
