//! Problems as text for a terminal, each with its line of the file underlined.

use std::ops::Range;

use annotate_snippets::renderer::{DecorStyle, Renderer};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};

use super::diagnostic::{Diagnostic, Diagnostics, Severity};
use super::spanned::Span;

/// Longer lines are cut around the place, before the renderer sees them: it would read all of
/// a line of a mebibyte for every problem in it.
const LONGEST_LINE: usize = 240;
/// How much of a cut line stands before the place.
const BEFORE: usize = 80;

/// All problems, one after the other, with blank lines between.
pub(super) fn render(problems: &Diagnostics, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for problem in problems.iter().filter(|problem| problem.explained.is_none()) {
        text.push_str(&one(problems, problem, &renderer));
        text.push_str("\n\n");
    }
    text
}

fn one(problems: &Diagnostics, problem: &Diagnostic, renderer: &Renderer) -> String {
    let place = problems.place(problem);
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Remark => Level::NOTE.with_name("remark"),
    };
    let title = level.primary_title(&problem.message).id(problem.code.to_string());
    let origin = Origin::path(problems.file()).line(place.line).char_column(place.column);
    let Excerpt { line, underlined, is_cut } = excerpt(problems, place.line, problem.span);
    let snippet = Snippet::source(line)
        .line_start(place.line)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(underlined));
    let title = Group::with_title(title);
    let mut group = match is_cut {
        // In a cut line the renderer cannot count the column, and without a path it need not.
        Cut::Nothing => title.element(snippet.path(problems.file())),
        Cut::Beginning => title.element(origin).element(snippet),
        Cut::Everything => title.element(origin),
    };
    if !problem.hint.is_empty() {
        group = group.element(Level::HELP.message(&problem.hint));
    }
    renderer.render(&[group])
}

/// What of a line is not shown before its place.
enum Cut {
    Nothing,
    Beginning,
    Everything,
}

/// A line of the file as it is shown.
struct Excerpt {
    line: String,
    underlined: Range<usize>,
    is_cut: Cut,
}

/// The first line of a span, cut when it is long, and what to underline in it.
fn excerpt(problems: &Diagnostics, line: usize, span: Span) -> Excerpt {
    let source = problems.source();
    let start = problems.lines().start(line);
    let rest = source.get(start..).unwrap_or_default();
    // A line of any length is cut soon: no more of it is searched than is shown.
    let from = if span.start.saturating_sub(start) + 1 > LONGEST_LINE {
        source.floor_char_boundary(span.start - BEFORE)
    } else {
        start
    };
    let window = source.floor_char_boundary((from + LONGEST_LINE).min(source.len()));
    let shown = source.get(from..window.max(from)).unwrap_or(rest);
    let line = shown.lines().next().unwrap_or_default();
    let is_cut = line.len() == shown.len() && window < source.len();
    let before = if from > start { "…" } else { "" };
    let after = if is_cut && !source[window..].starts_with(['\n', '\r']) { "…" } else { "" };
    let first = (span.start.max(from) - from).min(line.len());
    let last = (span.end.max(from) - from).clamp(first, line.len());
    let last =
        if last == first && first < line.len() { line.ceil_char_boundary(first + 1) } else { last };
    let is_cut = match before {
        _ if line.trim().is_empty() => Cut::Everything,
        "" => Cut::Nothing,
        _ => Cut::Beginning,
    };
    let underlined = first + before.len()..last + before.len();
    Excerpt { line: [before, line, after].concat(), underlined, is_cut }
}

#[cfg(test)]
mod tests {
    use super::super::codes::Code;
    use super::super::diagnostic::Diagnostics;
    use super::super::spanned::Span;

    fn rendered(source: &str, span: Span) -> String {
        let mut problems = Diagnostics::new("a.ron", source.into());
        problems.report(Code::UnknownMember, span, "unknown member `FRE`", "did you mean `FRA`?");
        problems.render(false)
    }

    #[test]
    fn the_place_the_line_and_the_mend_are_shown() {
        let text = rendered("(\n  president: \"FRE\",\n)", Span::new(15, 20));
        let expected = "\
error[S030]: unknown member `FRE`
 --> a.ron:2:14
  |
2 |   president: \"FRE\",
  |              ^^^^^
  |
  = help: did you mean `FRA`?

";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_line_of_a_mebibyte_is_cut() {
        let source = format!("({}\"FRE\"{})", "é ".repeat(300_000), " x".repeat(300_000));
        let at = source.find('"').unwrap();
        let text = rendered(&source, Span::new(at, at + 5));
        assert!(text.len() < 1000, "{text}");
        assert!(text.contains("^^^^^") && text.contains("a.ron:1:600002"), "{text}");
    }

    #[test]
    fn places_at_the_end_and_spans_over_lines_are_shown() {
        for (source, start, end) in [("", 0, 0), ("(", 1, 1), ("(\r\n)", 0, 4), ("\n\n", 2, 2)] {
            let text = rendered(source, Span::new(start, end));
            assert!(text.contains("S030") && text.contains("FRA"), "{text}");
        }
    }
}
