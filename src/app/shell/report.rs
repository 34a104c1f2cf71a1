//! A report is saved: what of the debate, whose, and in which form.

use eframe::egui::{Button, Frame, Id, Key, Modal, Modifiers, RadioButton, ScrollArea, Ui};

use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::reports::{may_be_written, record_part};
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{choose, described, heading, primary_button, prose, ringed, section};
use crate::council::DelegationId;
use crate::report::document::{Part, Written};
use crate::session::Session;

use super::upper_first;

const WIDTH: f32 = 560.0;
/// The height of what stands around the choices, and the least of theirs.
const AROUND: f32 = 320.0;
const LEAST: f32 = 60.0;

/// What is saved, in the order of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum What {
    #[default]
    Report,
    Sheet,
    Record,
}

/// The forms, in the order of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Form {
    #[default]
    Page,
    Text,
    Table,
    Data,
}

impl What {
    const ALL: [Self; 3] = [Self::Report, Self::Sheet, Self::Record];

    const fn title(self) -> &'static str {
        match self {
            Self::Report => "The report of the debate",
            Self::Sheet => "The sheet of a seat",
            Self::Record => "The simulated record",
        }
    }

    const fn note(self) -> &'static str {
        match self {
            Self::Report => "What came of it and why, figures, each seat that people played",
            Self::Sheet => "One seat’s brief, objectives and statements; nothing private to others",
            Self::Record => "What was said and done, word by word",
        }
    }

    /// Why it is not to be had now.
    const fn refusal(self, is_played: bool) -> &'static str {
        match self {
            Self::Report => "It can be saved when the debate is over.",
            Self::Sheet if is_played => {
                "It can be saved when it is the seat’s turn, or at the end."
            }
            Self::Sheet => "Nobody plays a seat in this debate.",
            Self::Record => "It cannot be saved now.",
        }
    }

    /// Only the whole report is there for spreadsheets and for programs.
    const fn forms(self) -> &'static [Form] {
        match self {
            Self::Report => &[Form::Page, Form::Text, Form::Table, Form::Data],
            Self::Sheet | Self::Record => &[Form::Page, Form::Text],
        }
    }
}

impl Form {
    const fn title(self) -> &'static str {
        match self {
            Self::Page => "Page (HTML)",
            Self::Text => "Text (Markdown)",
            Self::Table => "Table (CSV)",
            Self::Data => "Data (JSON)",
        }
    }

    const fn note(self) -> &'static str {
        match self {
            Self::Page => "to read or to print, pictures inside",
            Self::Text => "to go on writing in",
            Self::Table => "for spreadsheets, a row for each seat that people played",
            Self::Data => "for programs",
        }
    }
}

/// What has been chosen so far.
#[derive(Debug, Default)]
pub(super) struct Report {
    what: What,
    whose: usize,
    form: Form,
}

impl Report {
    /// Draws the dialog over the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, ui: &Ui) {
        let frame = Frame::new()
            .fill(ctx.tokens.panel)
            .stroke((1.0, ctx.tokens.line_strong))
            .corner_radius(radius::L)
            .inner_margin(space::XL);
        let modal = Modal::new(Id::unique("report")).frame(frame).show(ui.ctx(), |ui| {
            let window = ui.ctx().content_rect();
            ui.set_width(WIDTH.min(window.width() - 2.0 * (space::XL + space::L)));
            heading(ui, ctx.tokens, "Save a report");
            match ctx.session {
                Some(session) => self.choices(ctx, session, ui),
                None => no_debate(ctx, ui),
            }
        });
        if modal.should_close() {
            ctx.send(Command::CloseOverlay);
        }
    }

    fn choices(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        prose(ui, &of_what(session), (Text::Body, ctx.tokens.text_weak), WIDTH);
        ui.add_space(space::S);
        let seats = seats(session);
        let is_open = |what: What| match what {
            What::Report => may_be_written(session, &Written::Data),
            What::Sheet => !seats.is_empty(),
            What::Record => true,
        };
        if !is_open(self.what) {
            self.what = What::ALL.into_iter().find(|&what| is_open(what)).unwrap_or_default();
        }
        let height = (ui.ctx().content_rect().height() - AROUND).max(LEAST);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            section(ui, ctx.tokens, "What", None);
            for what in What::ALL {
                let is_played = !session.truth().seats().is_empty();
                let note = if is_open(what) { what.note() } else { what.refusal(is_played) };
                let row = (what.title(), note, is_open(what));
                if radio(ctx, row, self.what == what, ui) {
                    self.what = what;
                }
            }
            if self.what == What::Sheet && seats.len() > 1 {
                let name = |who: &DelegationId| session.scenario().members[*who].name.in_sentence();
                let names: Vec<String> = seats.iter().map(|it| upper_first(&name(it))).collect();
                choose(ui, "Whose sheet", (&mut self.whose, &names));
            }
            ui.add_space(space::S);
            section(ui, ctx.tokens, "Form", None);
            if !self.what.forms().contains(&self.form) {
                self.form = Form::Page;
            }
            for &form in self.what.forms() {
                let row = (form.title(), form.note(), true);
                if radio(ctx, row, self.form == form, ui) {
                    self.form = form;
                }
            }
        });
        ui.add_space(space::M);
        let wanted = self.wanted(session, &seats);
        foot(ctx, session, wanted, ui);
    }

    fn wanted(&self, session: &Session, seats: &[DelegationId]) -> Option<Written> {
        let part = match self.what {
            What::Report => Part::Report,
            What::Sheet => Part::Seat(*seats.get(self.whose).or_else(|| seats.first())?),
            What::Record => record_part(session),
        };
        Some(match self.form {
            Form::Page => Written::Page(part),
            Form::Text => Written::Text(part),
            Form::Table => Written::Table,
            Form::Data => Written::Data,
        })
    }
}

/// The seats whose sheets may be had now.
fn seats(session: &Session) -> Vec<DelegationId> {
    let mut seats = session.truth().seats();
    seats.retain(|&who| may_be_written(session, &Written::Page(Part::Seat(who))));
    seats
}

/// Of which branch, and how much of it.
fn of_what(session: &Session) -> String {
    let scenario = session.scenario();
    let branch = session.current().name();
    let shown = match (session.has_ended(), session.cursor()) {
        (true, _) => "the whole debate".to_owned(),
        (false, 0) => "before the first turn".to_owned(),
        (false, 1) => "as far as 1 turn".to_owned(),
        (false, turns) => format!("as far as {turns} turns"),
    };
    format!("“{}”, branch “{branch}”, {shown}. Simulated.", scenario.title)
}

/// One of several, with what it is beside it. Whether it was chosen.
fn radio(
    ctx: ViewCtx<'_>,
    (title, note, is_open): (&str, &str, bool),
    is_chosen: bool,
    ui: &mut Ui,
) -> bool {
    ui.horizontal_wrapped(|ui| {
        let color = if is_open { ctx.tokens.text } else { ctx.tokens.text_weak };
        let button = RadioButton::new(is_chosen, rich(title, Text::Body, color));
        let button = ui.add_enabled(is_open, button);
        let button = ringed(ui, ctx.tokens, button);
        described(&button, note);
        ui.label(rich(note, Text::Small, ctx.tokens.text_weak));
        button.clicked()
    })
    .inner
}

/// Where the file will be, and the buttons.
fn foot(ctx: ViewCtx<'_>, session: &Session, wanted: Option<Written>, ui: &mut Ui) {
    let wanted = wanted.filter(|_| ctx.library.exports().is_some());
    let words = match (ctx.library.exports(), &wanted) {
        (Some(folder), Some(wanted)) => format!(
            "It becomes {}.{} in {}; a file of that name stays, and this one gets a number.",
            ctx.library.report_stem(session, wanted),
            wanted.extension(),
            folder.display()
        ),
        _ => "There is no folder to save in: name one in HORSESHOE_DATA.".to_owned(),
    };
    prose(ui, &words, (Text::Small, ctx.tokens.text_weak), WIDTH);
    ui.add_space(space::S);
    let is_free = ui.memory(|memory| memory.focused().is_none());
    let entered = is_free && ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Enter));
    ui.horizontal(|ui| {
        let save = ui.add_enabled_ui(wanted.is_some(), |ui| {
            primary_button(ui, ctx.tokens, "Save").clicked()
        });
        let cancel = ui.add(Button::new(rich("Cancel", Text::Body, ctx.tokens.text)));
        if ringed(ui, ctx.tokens, cancel).clicked() {
            ctx.send(Command::CloseOverlay);
        }
        if let Some(wanted) = wanted.filter(|_| save.inner || entered) {
            ctx.send(Command::CloseOverlay);
            ctx.send(Command::SaveReport(wanted));
        }
    });
}

fn no_debate(ctx: ViewCtx<'_>, ui: &mut Ui) {
    let text = "No debate is open. Open one in the Library, or a saved record, and save from it.";
    prose(ui, text, (Text::Body, ctx.tokens.text), WIDTH);
    ui.add_space(space::M);
    if primary_button(ui, ctx.tokens, "Close").clicked() {
        ctx.send(Command::CloseOverlay);
    }
}
