//! The class: what pupils know, expect and hear, who they are, and what their teacher steers.

mod hands;
mod heard;
mod names;
mod notes;
mod people;
mod predict;
mod questions;
mod scores;
mod teacher;

use eframe::egui::{Align, Button, CentralPanel, Frame, Layout, Margin, Panel, ScrollArea, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, size, space};
use crate::app::widgets::{
    TabSize, heading, page, prose, reading_width, ringed, small_tabs, tabs_width,
};
use crate::session::{Papers, Session};

use people::Picker;

/// A part of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Questions,
    Predictions,
    Notes,
    Names,
    Teacher,
}

impl Part {
    const ALL: [Self; 5] =
        [Self::Questions, Self::Predictions, Self::Notes, Self::Names, Self::Teacher];

    const fn title(self) -> &'static str {
        match self {
            Self::Questions => "Questions",
            Self::Predictions => "Predict and score",
            Self::Notes => "Note-taker",
            Self::Names => "Names",
            Self::Teacher => "For the teacher",
        }
    }

    /// The question that the part answers.
    const fn question(self) -> &'static str {
        match self {
            Self::Questions => "What does the class know, before and after?",
            Self::Predictions => "What does the class expect, and how good was that?",
            Self::Notes => "Is each stance heard as it was declared?",
            Self::Names => "Who sits in which seat?",
            Self::Teacher => "What is to happen in the room?",
        }
    }
}

/// The screen's residue.
#[derive(Debug, Default)]
pub(super) struct Class {
    part: Part,
    picker: Picker,
    questions: questions::Questions,
    scores: scores::Model,
    heard: heard::Heard,
    teacher: teacher::Teacher,
}

/// Width of the page where there is room for it.
const WIDE: f32 = 940.0;
/// Width of the way back.
const BACK: f32 = 180.0;

impl Class {
    /// Forgets what was worked out in words: States have other names now.
    pub(super) fn retell(&mut self) {
        self.scores = scores::Model::default();
        self.heard = heard::Heard::default();
    }

    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(16, 4));
        Panel::top("class-parts").frame(frame).show(ui, |ui| self.parts(ctx, ui));
        let mut papers = session.papers().clone();
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            // Each part begins at its top.
            page(ui, ctx.tokens, self.part.title(), |ui| {
                reading_width(ui, WIDE, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    heading(ui, ctx.tokens, self.part.question());
                    self.part(ctx, session, &mut papers, ui);
                    ui.add_space(space::XXL);
                });
            });
        });
        if papers != *session.papers() {
            ctx.send(Command::Seat(SeatCommand::Papers(Box::new(papers))));
        }
    }

    fn parts(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let titles = Part::ALL.map(Part::title);
        let current = Part::ALL.iter().position(|part| *part == self.part).unwrap_or(0);
        ui.horizontal(|ui| {
            let room = ui.available_width() - tabs_width(ui, &titles, TabSize::Small);
            if room < BACK {
                // In a narrow window the rest of the parts is scrolled to.
                let tabs = ScrollArea::horizontal().id_salt("class-tabs");
                let asked = tabs.show(ui, |ui| small_tabs(ui, ctx.tokens, &titles, current));
                self.part = asked.inner.map_or(self.part, |asked| Part::ALL[asked]);
                return;
            }
            if let Some(asked) = small_tabs(ui, ctx.tokens, &titles, current) {
                self.part = Part::ALL[asked];
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let back = ui.add(Button::new("Back to the chamber"));
                if ringed(ui, ctx.tokens, back).clicked() {
                    ctx.send(Command::Leave);
                }
            });
        });
    }

    fn part(&mut self, ctx: ViewCtx<'_>, session: &Session, papers: &mut Papers, ui: &mut Ui) {
        let picker = &mut self.picker;
        match self.part {
            Part::Questions => self.questions.ui(ctx, session, (papers, picker), ui),
            Part::Predictions => {
                predict::predict(ctx, session, (papers, picker), ui);
                self.scores.ui(ctx, session, papers, ui);
            }
            Part::Notes => {
                notes::notes(ctx, session, (papers, picker), ui);
                self.heard.ui(ctx, session, papers, ui);
            }
            Part::Names => names::names(ctx, session, papers, ui),
            Part::Teacher => self.teacher.ui(ctx, session, papers, ui),
        }
    }
}

/// A paragraph to read.
fn body(ctx: ViewCtx<'_>, text: &str, ui: &mut Ui) {
    prose(ui, text, (Text::Body, ctx.tokens.text), size::MEASURE);
}

/// A paragraph that goes with others.
fn weak(ctx: ViewCtx<'_>, text: &str, ui: &mut Ui) {
    prose(ui, text, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
}

/// What stands below something else.
fn small(ctx: ViewCtx<'_>, text: &str, ui: &mut Ui) {
    prose(ui, text, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
}

/// A button to press.
fn pressed(ctx: ViewCtx<'_>, words: &str, ui: &mut Ui) -> bool {
    let button = ui.add(Button::new(words));
    ringed(ui, ctx.tokens, button).clicked()
}
