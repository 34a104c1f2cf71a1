//! The library: the scenarios that can be opened, and what is wrong with a file that cannot.

use eframe::egui::{Button, CentralPanel, Frame, Key, TextEdit, Ui};

use crate::app::command::{Command, Source};
use crate::app::context::ViewCtx;
use crate::app::library::{Book, Problems, typed_path};
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{
    Card, Fault, card, diagnostic_list, heading, key_hint, link, page, reading_width, section,
};
use crate::council::PutToAction;
use crate::scenario::{Diagnostic, Diagnostics, Scenario, Severity};
use crate::text::long_date;

const WIDTH: f32 = 820.0;
/// More problems than this help nobody on a screen.
const MOST_FAULTS: usize = 30;
/// A longer line is cut to what is near the place.
const EXCERPT: usize = 96;

/// The screen's residue.
#[derive(Debug, Default)]
pub(super) struct LibraryScreen {
    path: String,
    /// The card that was brought into view last.
    in_view: usize,
}

impl LibraryScreen {
    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            page(ui, ctx.tokens, "library", |ui| {
                reading_width(ui, WIDTH, |ui| {
                    ui.spacing_mut().item_spacing.y = space::M;
                    if let Some(problems) = &ctx.library.problems {
                        faulty(ctx, problems, ui);
                    }
                    shelf(ctx, &mut self.in_view, ui);
                    self.files(ctx, ui);
                });
            });
        });
    }

    fn files(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        ui.add_space(space::M);
        section(ui, ctx.tokens, "From a file", None);
        let text = "Drop a .ron file anywhere on this window, choose one, or write its path.";
        ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
        ui.horizontal(|ui| {
            if ui.add(Button::new("Open a scenario file…")).clicked() {
                ctx.send(Command::ChooseFile);
            }
            ui.add_space(space::XS);
            let field = TextEdit::singleline(&mut self.path)
                .hint_text("Path of a scenario file")
                .align(eframe::egui::Align2::LEFT_CENTER)
                .min_size(eframe::egui::vec2(0.0, ui.spacing().interact_size.y))
                .desired_width((ui.available_width() - 90.0).max(160.0));
            let field = ui.add(field).accessible_name("Path of a scenario file");
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let ready = !self.path.trim().is_empty();
            let open = ui.add_enabled(ready, Button::new("Open")).clicked();
            let home = std::env::var("HOME").ok();
            let path = typed_path(&self.path, home.as_deref()).filter(|_| entered || open);
            if let Some(path) = path {
                ctx.send(Command::Open(Source::Path(path)));
            }
        });
        if ctx.library.waiting {
            ui.label(rich("Waiting for a file…", Text::Small, ctx.tokens.text_weak));
        }
    }
}

fn shelf(ctx: ViewCtx<'_>, in_view: &mut usize, ui: &mut Ui) {
    heading(ui, ctx.tokens, "Which debate?");
    let text = "A scenario is one meeting of a council. Everything said in it is simulated.";
    ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
    for (index, book) in ctx.library.books.iter().enumerate() {
        let is_open = ctx.library.open.as_ref() == Some(&book.source) && ctx.session.is_some();
        let meta = meta(book, is_open);
        let it = Card {
            title: &book.scenario.title,
            meta: &meta,
            summary: &book.scenario.summary,
            selected: index == ctx.library.selected,
            members: Some(book.scenario.derived.voting.len()),
        };
        let card = card(ui, ctx.tokens, &it);
        if it.selected && *in_view != index {
            card.scroll_to_me(None);
            *in_view = index;
        }
        if card.clicked() {
            open(ctx, book, is_open);
        }
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        key_hint(ui, ctx.tokens, "Enter", "open");
        if ctx.library.books.len() > 1 {
            key_hint(ui, ctx.tokens, "↑ ↓", "choose");
        }
    });
}

fn open(ctx: ViewCtx<'_>, book: &Book, is_open: bool) {
    use crate::app::command::Screen;
    if is_open {
        ctx.send(Command::Show(Screen::Briefing));
    } else {
        ctx.send(Command::Open(book.source.clone()));
    }
}

/// "United Nations Security Council · open debate · 20 June 2024 · 15 members, …".
fn meta(book: &Book, is_open: bool) -> String {
    let scenario: &Scenario = &book.scenario;
    let mut parts = vec![
        scenario.body.clone(),
        upper_first(scenario.meeting.name()),
        long_date(&scenario.date),
    ];
    if let Source::Path(path) = &book.source {
        parts.push(path.display().to_string());
    }
    if is_open {
        parts.push("open now".to_owned());
    }
    let first = parts.join(" · ");
    let put = |action| scenario.outcomes.iter().filter(|it| it.action != action).count();
    let counts = [
        counted(scenario.derived.voting.len(), "member", "members"),
        counted(scenario.invited().count(), "invited", "invited"),
        counted(scenario.issues.len(), "issue", "issues"),
        counted(scenario.outcomes.len(), "proposed outcome", "proposed outcomes"),
    ];
    let tallied = scenario.outcomes.len() - put(PutToAction::TalliedOnly);
    let tallied =
        if tallied > 0 { format!(", {tallied} of them only tallied") } else { String::new() };
    format!("{first}\n{}{tallied}", counts.join(" · "))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What is wrong with the file that was read last.
fn faulty(ctx: ViewCtx<'_>, problems: &Problems, ui: &mut Ui) {
    let diagnostics = &problems.diagnostics;
    let errors = diagnostics.count(Severity::Error);
    let title = if errors > 0 {
        format!("{} cannot be opened", diagnostics.file())
    } else {
        format!("{} is open, with remarks", diagnostics.file())
    };
    heading(ui, ctx.tokens, &title);
    let mut text = counts(diagnostics);
    if let Some(session) = ctx.session.filter(|_| errors > 0) {
        text = format!("{text} “{}” stays open.", session.scenario().title);
    }
    ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
    let faults: Vec<Fault> =
        diagnostics.iter().take(MOST_FAULTS).map(|problem| fault(diagnostics, problem)).collect();
    diagnostic_list(ui, ctx.tokens, &faults);
    let left = diagnostics.len().saturating_sub(MOST_FAULTS);
    if left > 0 {
        let text = format!("And {left} more; `horseshoe check` lists them all.");
        ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
    }
    ui.horizontal(|ui| {
        if ui.add(Button::new("Read the file again")).clicked() {
            ctx.send(Command::ReadAgain);
        }
        if link(ui, ctx.tokens, "Dismiss").clicked() {
            ctx.send(Command::DismissProblems);
        }
    });
    ui.add_space(space::XL);
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
    format!("{}.", parts.join(" and "))
}

fn fault(diagnostics: &Diagnostics, problem: &Diagnostic) -> Fault {
    let (start, end) = (diagnostics.place(problem), diagnostics.end_place(problem));
    let line = diagnostics.source().lines().nth(start.line.saturating_sub(1)).unwrap_or_default();
    let chars: Vec<char> = line.chars().collect();
    let from = start.column.saturating_sub(1);
    let to = if end.line == start.line { end.column.saturating_sub(1) } else { chars.len() };
    let cut = from.saturating_sub(EXCERPT / 2).min(chars.len());
    // Indentation says nothing here.
    let indent = chars[cut..].iter().take_while(|c| c.is_whitespace()).count();
    let cut = (cut + indent).min(from).min(chars.len());
    let excerpt = chars[cut..].iter().take(EXCERPT).collect();
    Fault {
        code: problem.code.to_string(),
        is_error: problem.severity() == Severity::Error,
        message: upper_first(&problem.message),
        place: format!("line {}, column {}", start.line, start.column),
        excerpt,
        marked: from - cut..to.max(from + 1) - cut,
        hint: problem.hint.clone(),
    }
}
