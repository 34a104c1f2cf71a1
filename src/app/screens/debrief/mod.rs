//! The debrief: how the seats fared that were played; what was adopted, what was not, and why;
//! what moved it; what really happened.

mod actual;
mod asked;
mod beside;
mod cable;
mod discussion;
mod outcomes;
mod positions;
mod reading;
mod seat;
mod turning;
mod who;

use eframe::egui::{Align, Button, CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use crate::app::command::{Command, Overlay, PlaybackCommand, Screen};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, Tokens, radius, rich, size, space};
use crate::app::views::{ContentsView, contents, contents_menu, has_room_beside};
use crate::app::widgets::{heading, page, primary_button, prose, reading_width, ringed, title};
use crate::scenario::Naming;
use crate::session::Session;
use crate::text::{discussion_questions, long_date};

use super::summary::SummaryForm;

use asked::Told;
use cable::CableForm;
use reading::Reading;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Seat,
    Adopted,
    Rest,
    Turning,
    Positions,
    Cable,
    Who,
    Summary,
    Actual,
    Discussion,
}

impl Part {
    const ALL: [Self; 10] = [
        Self::Seat,
        Self::Adopted,
        Self::Rest,
        Self::Turning,
        Self::Positions,
        Self::Cable,
        Self::Who,
        Self::Summary,
        Self::Actual,
        Self::Discussion,
    ];

    fn title(self, session: &Session) -> &'static str {
        match self {
            Self::Seat if session.record().seats().len() > 1 => "Your seats",
            Self::Seat => "Your seat",
            Self::Adopted => "What was adopted",
            Self::Rest if session.is_over() => "What was not adopted, and why",
            Self::Rest => "What was not adopted, and what is open",
            Self::Turning if is_played(session) => "The turns that mattered most",
            Self::Turning => "The turns that moved it most",
            Self::Positions => "Who moved most",
            Self::Cable if session.record().seats().len() > 1 => "The reporting cable",
            Self::Cable => "Your reporting cable",
            Self::Who => "Who was who",
            Self::Summary => "The President’s summary",
            Self::Actual => "What really happened",
            Self::Discussion => "Questions for discussion",
        }
    }

    fn is_in(self, session: &Session) -> bool {
        let scenario = session.scenario();
        match self {
            Self::Seat => !session.record().seats().is_empty(),
            Self::Who => session.naming() != Naming::Names,
            Self::Actual => scenario.names.as_ref().unwrap_or(scenario).record.is_some(),
            Self::Cable | Self::Summary => is_played(session),
            Self::Discussion => discussion_questions(&scenario.teaching_note).is_some(),
            Self::Adopted | Self::Rest | Self::Turning | Self::Positions => true,
        }
    }
}

/// The screen's residue.
#[derive(Debug, Default)]
pub(super) struct Debrief {
    /// What has been worked out of the debate.
    reading: Option<Reading>,
    /// The part to which the page is to scroll.
    jump: Option<Part>,
    /// The part that is being read.
    current: Option<Part>,
    /// The turns of a played debate whose effect has been told.
    told: Told,
    cable: CableForm,
    summary: SummaryForm,
}

/// Width of the panel at the side, and of the page where there is room for it.
const SIDE: f32 = 320.0;
const WIDE: f32 = 940.0;

impl Debrief {
    /// Forgets what was worked out in words: States have other names now.
    pub(super) fn retell(&mut self) {
        self.reading = None;
        self.cable = CableForm::default();
    }

    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let reading = self.reading.take().filter(|reading| reading.is_of(session));
        let mut reading = reading.unwrap_or_else(|| Reading::new(session));
        if !reading.go_on(session) {
            ui.request_repaint();
        }
        let frame = Frame::new().fill(ctx.tokens.panel);
        if has_room_beside(ui) {
            Panel::right("debrief-facts")
                .frame(frame)
                .exact_size(SIDE)
                .resizable(false)
                .show(ui, |ui| self.side(ctx, session, ui));
        } else {
            let frame = frame.inner_margin(Margin::symmetric(16, 4));
            Panel::top("debrief-contents").frame(frame).show(ui, |ui| {
                ui.horizontal(|ui| {
                    self.ways(ctx, session, contents_menu, ui);
                    to_the_class(ctx, ui);
                    to_a_report(ctx, ui);
                });
            });
        }
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            let top = ui.max_rect().top() + 120.0;
            page(ui, ctx.tokens, "debrief", |ui| {
                let width = if ui.available_width() > WIDE { WIDE } else { size::MEASURE + 40.0 };
                reading_width(ui, width, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    self.contents(ctx, (session, &reading), top, ui);
                });
            });
        });
        self.reading = Some(reading);
    }

    fn contents(
        &mut self,
        ctx: ViewCtx<'_>,
        (session, reading): (&Session, &Reading),
        top: f32,
        ui: &mut Ui,
    ) {
        heading(ui, ctx.tokens, "What came of the debate?");
        weak(ctx, &about(session), ui);
        if !session.is_over() {
            not_over(ctx, session, ui);
        }
        body(ctx, &outcomes::summary(session), ui);
        let mut current = None;
        for part in Part::ALL.into_iter().filter(|part| part.is_in(session)) {
            ui.add_space(space::XL);
            let title = title(ui, ctx.tokens, part.title(session));
            if self.jump == Some(part) {
                title.scroll_to_me(Some(Align::Min));
            }
            if current.is_none() || title.rect.top() <= top {
                current = Some(part);
            }
            ui.scope(|ui| self.part(ctx, (session, reading), part, ui));
        }
        if self.current != current {
            self.current = current;
            ui.request_repaint();
        }
        self.jump = None;
        ui.add_space(space::XXL);
    }

    fn part(
        &mut self,
        ctx: ViewCtx<'_>,
        (session, reading): (&Session, &Reading),
        part: Part,
        ui: &mut Ui,
    ) {
        match part {
            Part::Seat => seat::seats(ctx, session, ui),
            Part::Cable => self.cable.ui(ctx, (session, reading), ui),
            Part::Summary => self.summary(ctx, session, ui),
            Part::Turning if is_played(session) => {
                asked::asked(ctx, (session, reading), &mut self.told, ui);
            }
            Part::Adopted => outcomes::adopted(ctx, session, ui),
            Part::Rest => outcomes::rest(ctx, (session, reading), ui),
            Part::Turning => turning::turning(ctx, reading, ui),
            Part::Positions => positions::positions(ctx, session, ui),
            Part::Who => who::who(ctx, session, ui),
            Part::Actual if session.naming().is_by_letters() => {
                let text = "It names States. It is told here when it has been shown who was who.";
                weak(ctx, text, ui);
            }
            Part::Actual if session.is_over() => actual::actual(ctx, session, ui),
            // The answer of the real meeting waits for the end.
            Part::Actual => weak(ctx, "It is told here when the debate is over.", ui),
            Part::Discussion => discussion::discussion(ctx, session.scenario(), ui),
        }
    }

    /// The summary as an exercise, whoever presided.
    fn summary(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let text = "Put together what the President would say of the debate: who supported what, \
                    by name or by number. It is kept as you write, and compared with the record \
                    when you ask.";
        weak(ctx, text, ui);
        if let Some(turn) = self.summary.ui(ctx, session, ui) {
            show_turn(ctx, turn);
        }
    }

    /// The way through the page, as a list or behind a button.
    fn ways(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        list: fn(&mut Ui, &Tokens, &ContentsView<'_>) -> Option<usize>,
        ui: &mut Ui,
    ) {
        let parts: Vec<Part> = Part::ALL.into_iter().filter(|part| part.is_in(session)).collect();
        let titles: Vec<&str> = parts.iter().map(|part| part.title(session)).collect();
        let current = parts.iter().position(|part| Some(*part) == self.current);
        if let Some(asked) = list(ui, ctx.tokens, &ContentsView { parts: &titles, current }) {
            self.jump = parts.get(asked).copied();
        }
    }

    /// What stands beside the page.
    fn side(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ScrollArea::vertical().id_salt("debrief-side").auto_shrink([false, false]).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(16, 24)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                self.ways(ctx, session, contents, ui);
                ui.add_space(space::L);
                Frame::new().inner_margin(Margin::symmetric(12, 0)).show(ui, |ui| {
                    to_the_class(ctx, ui);
                    to_a_report(ctx, ui);
                    ui.add_space(space::M);
                    let note = "Simulated. A teaching model, not a prediction.";
                    ui.label(rich(note, Text::Small, ctx.tokens.text_weak));
                });
            });
        });
    }
}

/// Whether people took part in it.
fn is_played(session: &Session) -> bool {
    session.play_of().is_some() || !session.record().seats().is_empty()
}

/// "“…”, open debate of 20 June 2024, with seed 1. Simulated."
fn about(session: &Session) -> String {
    let scenario = session.scenario();
    format!(
        "“{}”, {} of {}, with seed {}. Simulated.",
        scenario.title,
        scenario.meeting.name(),
        long_date(&scenario.date),
        session.seed().0
    )
}

/// How far the debate has been shown, and the ways on.
fn not_over(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    Frame::new()
        .fill(ctx.tokens.panel)
        .stroke((1.0, ctx.tokens.accent))
        .corner_radius(radius::M)
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let (shown, all) = (session.cursor(), session.turns().len());
            let text = if shown == 0 {
                "The debate has not begun: this is how things stand before it.".to_owned()
            } else {
                format!(
                    "The debate is not over: this is how things stand after turn {shown} of {all}."
                )
            };
            body(ctx, &text, ui);
            ui.horizontal(|ui| {
                if primary_button(ui, ctx.tokens, "Go on with the debate").clicked() {
                    ctx.send(Command::Show(Screen::Chamber));
                }
                let button = ui.add(Button::new("Show the end"));
                if ringed(ui, ctx.tokens, button).clicked() {
                    ctx.send(Command::Playback(PlaybackCommand::ToEnd));
                }
            });
        });
    ui.add_space(space::S);
}

/// The way to what the class entered.
fn to_the_class(ctx: ViewCtx<'_>, ui: &mut Ui) {
    let button = ui.add(Button::new("The class"));
    if ringed(ui, ctx.tokens, button).clicked() {
        ctx.send(Command::Show(Screen::Class));
    }
}

/// The way to what can be saved of the debate.
fn to_a_report(ctx: ViewCtx<'_>, ui: &mut Ui) {
    let button = ui.add(Button::new("Save a report…"));
    if ringed(ui, ctx.tokens, button).clicked() {
        ctx.send(Command::Overlay(Overlay::Report));
    }
}

/// Shows the debate as it stood after so many turns.
fn show_turn(ctx: ViewCtx<'_>, turns: usize) {
    ctx.send(Command::Playback(PlaybackCommand::Seek(turns)));
    ctx.send(Command::Show(Screen::Chamber));
}

/// A paragraph to read.
fn body(ctx: ViewCtx<'_>, text: &str, ui: &mut Ui) {
    prose(ui, text, (Text::Body, ctx.tokens.text), size::MEASURE);
}

/// A paragraph that goes with others.
fn weak(ctx: ViewCtx<'_>, text: &str, ui: &mut Ui) {
    prose(ui, text, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
}
