//! Whether a text is RON at all: ron's own verdict, in plain words.

mod guess;

use ron::error::{Error, SpannedError};
use ron::extensions::Extensions;
use serde::de::IgnoredAny;

use super::codes::Code;
use super::diagnostic::{Diagnostic, Diagnostics};
use super::nearest::shown;
use super::spanned::Span;
use super::syntax::{Lexer, MAX_DEPTH, Place, Token, TokenKind};

use guess::{Around, Guess};

/// Asks ron. Reports its fault, if it has one, and returns whether the text is RON.
pub(super) fn judge(text: &str, problems: &mut Diagnostics) -> bool {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let plain = &plain[..plain.len() - unclosed_comment(text)];
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        // ron counts each bracket up to three times; ours are counted already.
        .with_recursion_limit(3 * MAX_DEPTH + 8);
    let Err(fault) = options.from_str::<IgnoredAny>(plain) else {
        return true;
    };
    let problem = explained(text, problems, &fault);
    problems.add(problem);
    false
}

/// The length of a comment that runs to the end of the text, but for its opening. ron would
/// search all of it for its end, three times as long as this takes, and find the same fault.
fn unclosed_comment(text: &str) -> usize {
    let last = if text.contains("/*") { Lexer::new(text).last() } else { None };
    let comment = last
        .filter(|token| token.kind == TokenKind::Unclosed && token.span.of(text).starts_with("/*"));
    comment.map_or(0, |token| token.span.end - token.span.start - "/*".len())
}

fn explained(text: &str, problems: &Diagnostics, fault: &SpannedError) -> Diagnostic {
    let end = Place { line: fault.span.end.line, column: fault.span.end.col };
    let offset = problems.lines().offset(text, end);
    let before = Before::of(text, offset);
    if let Some(unclosed) = before.unclosed {
        return never_closed(text, unclosed);
    }
    let at = before.recent.last().copied().filter(|token| token.span.end > offset);
    let mut span = at.map_or(Span::new(offset, offset), |token| {
        if token.kind.is_trivia() { Span::new(offset, offset) } else { token.span }
    });
    if let Error::NoSuchExtension(name) = &fault.code
        && let Some(start) = text.find(name.as_str())
    {
        // ron has read on, to the end of the list.
        span = Span::new(start, start + name.len());
    }
    let around = at.filter(|token| !token.kind.is_trivia()).map(|at| Around {
        text,
        before: &before.significant,
        at,
    });
    let guess = around.and_then(|around| guess::guess(&around));
    let context = Context { text, problems, before: &before, offset, span };
    let Some(Guess { span, message, hint, mend }) = guess else {
        let (message, hint) = context.words(&fault.code);
        let hint = context.long_string().unwrap_or(hint);
        return Diagnostic::new(Code::NotRon, span, message, hint);
    };
    let hint = if hint.is_empty() { context.comma_hint() } else { hint };
    Diagnostic::new(Code::NotRon, span, message, hint).mended_by(mend)
}

fn never_closed(text: &str, token: Token) -> Diagnostic {
    let start = token.span.start;
    let span = token.span.first_line(text);
    let source = token.span.of(text);
    let (what, close) = match source.as_bytes() {
        [b'/', ..] => ("comment", "`*/`"),
        [b'\'', ..] => {
            let message = "a single quote begins no text";
            let hint = "write text in double quotes: \"…\"";
            return Diagnostic::new(Code::NotRon, Span::new(start, start + 1), message, hint);
        }
        [b'b', b'\'', ..] => ("character", "`'`, or write text in double quotes"),
        [b'r', ..] | [b'b', b'r', ..] => ("raw string", "a quote and as many `#` as it began with"),
        _ => ("string", "`\"`"),
    };
    let message = format!("this {what} is never closed");
    Diagnostic::new(Code::NotRon, span, message, format!("close it with {close}"))
}

/// What stands before a fault.
struct Before {
    /// Brackets not closed yet, the innermost last.
    open: Vec<Token>,
    /// The last tokens, the one at the fault included.
    recent: Vec<Token>,
    /// The last tokens before the fault that mean something.
    significant: Vec<Token>,
    /// A token without its end.
    unclosed: Option<Token>,
}

impl Before {
    fn of(text: &str, offset: usize) -> Self {
        const RECENT: usize = 6;
        let (open, recent, significant) = (Vec::new(), Vec::new(), Vec::new());
        let mut before = Self { open, recent, significant, unclosed: None };
        for token in Lexer::new(text).take_while(|token| token.span.start <= offset) {
            match token.kind {
                TokenKind::Open if token.span.start < offset => before.open.push(token),
                TokenKind::Close if token.span.start < offset => {
                    before.open.pop();
                }
                TokenKind::Unclosed if before.unclosed.is_none() => before.unclosed = Some(token),
                _ => {}
            }
            if before.recent.len() == RECENT {
                before.recent.remove(0);
            }
            before.recent.push(token);
            if !token.kind.is_trivia() && token.span.end <= offset {
                if before.significant.len() == RECENT {
                    before.significant.remove(0);
                }
                before.significant.push(token);
            }
        }
        before
    }
}

/// What ron's fault is explained from.
struct Context<'a> {
    text: &'a str,
    problems: &'a Diagnostics,
    before: &'a Before,
    offset: usize,
    span: Span,
}

impl Context<'_> {
    fn words(&self, error: &Error) -> (String, String) {
        let found = self.found();
        if let Some(words) = self.other_bracket() {
            return words;
        }
        match error {
            Error::Eof => (
                "the file ends in the middle of the scenario".to_owned(),
                self.still_open().unwrap_or_else(|| "write the value that is missing".to_owned()),
            ),
            Error::ExpectedComma => {
                (format!("a comma is missing before {found}"), self.comma_hint())
            }
            Error::ExpectedMapColon => (
                format!("a colon is missing before {found}"),
                "write `name: value` in parentheses and `\"key\": value` in braces".to_owned(),
            ),
            Error::ExpectedArrayEnd
            | Error::ExpectedMapEnd
            | Error::ExpectedOptionEnd
            | Error::ExpectedStructLikeEnd => (
                format!("a closing bracket or a comma was expected instead of {found}"),
                self.still_open().unwrap_or_else(|| self.comma_hint()),
            ),
            Error::TrailingCharacters => (
                format!("{found} follows the end of the scenario"),
                "remove it, or the closing bracket that stands too early".to_owned(),
            ),
            Error::UnexpectedChar(_) => (
                format!("{found} was found where a value should begin"),
                "write text in double quotes, and values separated by single commas".to_owned(),
            ),
            Error::InvalidEscape(why) => (
                format!("a backslash escape is wrong: {}", lower(why)),
                r#"write `\\` for a backslash, or the text as a raw string r"…""#.to_owned(),
            ),
            Error::SuggestRawIdentifier(name) => (
                format!("`{}` is no name", shown(name)),
                "names have letters, digits and `_`; identifiers stand in double quotes".to_owned(),
            ),
            Error::ExpectedIdentifier => (
                format!("a field's name was expected instead of {found}"),
                "write fields as `name: value`, and keys in quotes only between braces".to_owned(),
            ),
            Error::NoSuchExtension(name) => (
                format!("ron has no extension `{}`", shown(name)),
                "remove the line: scenarios need no extension".to_owned(),
            ),
            other => (
                format!("the text is not RON here: {}", lower(&other.to_string())),
                self.still_open()
                    .unwrap_or_else(|| "see the manual for how values are written".to_owned()),
            ),
        }
    }

    /// A closing bracket that does not fit the one that is open.
    fn other_bracket(&self) -> Option<(String, String)> {
        let found = self.span.of(self.text);
        let open = self.before.open.last().map(|token| token.span.of(self.text))?;
        let is_other = match found {
            ")" => open != "(",
            "]" => open != "[",
            "}" => open != "{",
            _ => false,
        };
        let message = || format!("`{found}` closes a bracket of another kind");
        if is_other {
            let open = self.still_open().unwrap_or_default();
            return Some((message(), format!("{open}, or this `{found}` is one too many")));
        }
        // A key among fields: the structure before it was not closed.
        let text = self.text;
        let is_key = open == "("
            && found.starts_with('"')
            && Lexer::from(text, self.span.end)
                .find(|token| !token.kind.is_trivia())
                .is_some_and(|token| token.kind == TokenKind::Colon);
        let hint = self.still_open().map(|open| format!("{open} before this"));
        hint.filter(|_| is_key)
            .map(|hint| (format!("the key {} stands among fields", shown(found)), hint))
    }

    fn found(&self) -> String {
        let source = self.span.of(self.text);
        if source.is_empty() {
            "the end of the file".to_owned()
        } else {
            format!("`{}`", shown(source))
        }
    }

    fn comma_hint(&self) -> String {
        let last = self
            .before
            .recent
            .iter()
            .rev()
            .find(|token| token.span.end <= self.offset && !token.kind.is_trivia());
        let end = last.map_or(self.offset, |token| token.span.end);
        let Place { line, column } = self.problems.lines().place(self.text, end);
        format!("write a comma at {line}:{column}, after the value before it")
    }

    /// The innermost bracket before the fault that nothing has closed.
    fn still_open(&self) -> Option<String> {
        let token = self.before.open.last()?;
        let close = match token.span.of(self.text) {
            "(" => ")",
            "[" => "]",
            _ => "}",
        };
        let Place { line, column } = self.problems.lines().place(self.text, token.span.start);
        Some(format!("the bracket opened at {line}:{column} needs its `{close}`"))
    }

    /// A string over several lines just before the fault is often one without its closing quote.
    fn long_string(&self) -> Option<String> {
        let string = self.before.recent.iter().rev().take(4).find(|token| {
            token.kind == TokenKind::String && token.span.of(self.text).contains('\n')
        })?;
        let Place { line, column } = self.problems.lines().place(self.text, string.span.start);
        Some(format!(
            "the text that begins at {line}:{column} runs over several lines: close its quote"
        ))
    }
}

fn lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
