//! What is wrong with a file: the list, with its lines, and what can be done.

use eframe::egui::{Align, Button, Label, Ui, vec2};

use crate::app::command::{Command, Source};
use crate::app::context::ViewCtx;
use crate::app::library::Problems;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{Fault, diagnostic_list, heading, key_hint, primary_button, ringed};
use crate::scenario::{Diagnostic, Diagnostics, Severity};

use super::counted;

/// More problems than this help nobody on a screen.
const MOST_FAULTS: usize = 30;
/// A longer line is cut to what is near the place.
const EXCERPT: usize = 90;

/// Draws what is wrong with the file that was read last; a new list is brought into view.
pub(super) fn problems(ctx: ViewCtx<'_>, it: &Problems, is_new: bool, ui: &mut Ui) {
    let head = heading(ui, ctx.tokens, &headline(ctx, it));
    if is_new {
        ui.scroll_to_rect(head.rect.expand2(vec2(0.0, space::XL)), Some(Align::Min));
    }
    if it.source.path().is_some() {
        let path = rich(it.source.name(), Text::Small, ctx.tokens.text_weak);
        ui.add(Label::new(path).wrap().selectable(true));
    }
    ui.label(rich(state(ctx, it), Text::Body, ctx.tokens.text));
    actions(ctx, it, ui);
    let diagnostics = &it.diagnostics;
    let faults: Vec<Fault> =
        diagnostics.iter().take(MOST_FAULTS).map(|problem| fault(diagnostics, problem)).collect();
    diagnostic_list(ui, ctx.tokens, &faults);
    let left = diagnostics.len().saturating_sub(MOST_FAULTS);
    if left > 0 {
        let text = format!("And {left} more; “Copy all” and `horseshoe check` have them all.");
        ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
    }
    ui.add_space(space::XL);
}

/// Whether the list is of a newer version of the file that is open.
fn is_newer(ctx: ViewCtx<'_>, it: &Problems) -> bool {
    !it.is_open && ctx.session.is_some() && ctx.library.open.as_ref() == Some(&it.source)
}

fn headline(ctx: ViewCtx<'_>, it: &Problems) -> String {
    let name = it.source.short_name();
    match (it.diagnostics.has_errors(), it.is_open) {
        (true, _) if is_newer(ctx, it) => format!("{name} has changed and cannot be opened now"),
        (true, _) => format!("{name} cannot be opened"),
        (false, true) => format!("{name} is open, with remarks"),
        (false, false) => format!("{name} can be opened now"),
    }
}

/// "2 errors and 1 warning. “A debate” stays open."
fn state(ctx: ViewCtx<'_>, it: &Problems) -> String {
    let counts = counts(&it.diagnostics);
    match ctx.session.filter(|_| !it.is_open) {
        Some(session) if it.diagnostics.has_errors() => {
            format!("{counts} “{}” stays open.", session.scenario().title)
        }
        Some(_) if is_newer(ctx, it) => {
            format!("{counts} Opening it begins the debate anew.")
        }
        _ => counts,
    }
}

fn actions(ctx: ViewCtx<'_>, it: &Problems, ui: &mut Ui) {
    ui.horizontal(|ui| {
        if !it.is_open && !it.diagnostics.has_errors() {
            if primary_button(ui, ctx.tokens, "Open it").clicked() {
                ctx.send(Command::Open(it.source.clone()));
            }
        } else if it.source != Source::Named("-".to_owned())
            && ui.add(Button::new("Check again")).clicked()
        {
            ctx.send(Command::ReadAgain);
        }
        if !it.diagnostics.is_empty() {
            let copy = ui.add(Button::new("Copy all"));
            if ringed(ui, ctx.tokens, copy).clicked() {
                ui.ctx().copy_text(it.diagnostics.render(false));
            }
        }
        let button = ui.add(Button::new("Dismiss"));
        if ringed(ui, ctx.tokens, button).clicked() {
            ctx.send(Command::DismissProblems);
        }
        ui.add_space(space::S);
        if it.source.path().is_some() {
            key_hint(ui, ctx.tokens, "F5", "check again; saving the file does so too");
        }
    });
}

/// "2 errors and 1 warning."
fn counts(diagnostics: &Diagnostics) -> String {
    let parts: Vec<String> = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Remark, "remark", "remarks"),
    ]
    .into_iter()
    .map(|(severity, one, many)| (diagnostics.count(severity), one, many))
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| counted(count, one, many))
    .collect();
    if parts.is_empty() { "No problems.".to_owned() } else { format!("{}.", parts.join(" and ")) }
}

fn fault(diagnostics: &Diagnostics, problem: &Diagnostic) -> Fault {
    let (start, end) = (diagnostics.place(problem), diagnostics.end_place(problem));
    let line = diagnostics.source().lines().nth(start.line.saturating_sub(1)).unwrap_or_default();
    let chars: Vec<char> = line.chars().collect();
    let from = start.column.saturating_sub(1);
    let to = if end.line == start.line { end.column.saturating_sub(1) } else { chars.len() };
    let (excerpt, marked) = excerpt(&chars, from..to.max(from + 1));
    Fault {
        severity: match problem.severity() {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
            Severity::Remark => "Remark",
        },
        is_error: problem.severity() == Severity::Error,
        code: problem.code.to_string(),
        message: upper_first(&problem.message),
        place: format!("line {}, column {}", start.line, start.column),
        line: start.line,
        excerpt,
        marked,
        hint: problem.hint.clone(),
    }
}

/// What is near the place, with an ellipsis where the line is cut, and the place in it.
fn excerpt(line: &[char], place: std::ops::Range<usize>) -> (String, std::ops::Range<usize>) {
    let indent = line.iter().take_while(|c| c.is_whitespace()).count();
    // Indentation says nothing here, unless the place is in it.
    let first = indent.min(place.start).min(line.len());
    let whole = line.len() - first <= EXCERPT;
    let fits = place.end.saturating_sub(first) <= EXCERPT;
    let begin = if whole || fits { first } else { place.start.saturating_sub(EXCERPT / 3) };
    let begin = begin.clamp(first, line.len());
    let end = (begin + EXCERPT).min(line.len());
    let before = if begin > first { "…" } else { "" };
    let after = if end < line.len() { "…" } else { "" };
    let text: String = line[begin..end].iter().collect();
    // What is missing at the end of a line has its place behind the last character.
    let after = if after.is_empty() && place.start >= line.len() { " " } else { after };
    // What is marked is counted in the excerpt, behind its ellipsis.
    let shift = |at: usize| at.clamp(begin, end.max(begin)) - begin + before.chars().count();
    let marked = shift(place.start)..shift(place.end).max(shift(place.start) + 1);
    (format!("{before}{text}{after}"), marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, place: std::ops::Range<usize>) -> (String, String) {
        let chars: Vec<char> = line.chars().collect();
        let (text, marked) = excerpt(&chars, place);
        let meant = text.chars().skip(marked.start).take(marked.len()).collect();
        (text, meant)
    }

    #[test]
    fn a_short_line_is_shown_whole_without_its_indentation() {
        let line = "    president: \"ANE\",";
        assert_eq!(shown(line, 15..20), ("president: \"ANE\",".to_owned(), "\"ANE\"".to_owned()));
    }

    #[test]
    fn a_long_line_is_cut_where_an_ellipsis_says_so() {
        let line = format!("  {}(70, 10){}", "a".repeat(200), "b".repeat(200));
        let (text, meant) = shown(&line, 202..210);
        assert_eq!(meant, "(70, 10)");
        assert!(text.starts_with("…a") && text.ends_with("b…"), "{text}");
        let (text, meant) = shown(&line, 2..5);
        assert_eq!(meant, "aaa");
        assert!(text.starts_with('a') && text.ends_with('…'), "{text}");
    }

    #[test]
    fn places_outside_of_a_line_are_borne() {
        for (line, place) in [("", 0..1), ("ab", 2..3), ("ab", 7..9), ("   ", 1..2)] {
            let (_, meant) = shown(line, place);
            assert!(meant.chars().count() <= 1, "{line:?}: {meant}");
        }
    }
}
