//! The class: what pupils know, expect and hear, who they are, and what their teacher steers.

mod boxes;
mod hands;
mod heard;
mod names;
mod notes;
mod people;
mod predict;
mod questions;
mod raised;
mod scores;
mod steer;
mod teacher;

use eframe::egui::{
    Align, Button, CentralPanel, Frame, Layout, Margin, Panel, Rect, ScrollArea, Sense, Ui, vec2,
};

use crate::app::command::{ClassPart, Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, radius, size, space};
use crate::app::widgets::{
    TabSize, heading, page, prose, reading_width, ringed, small_tabs, tabs_width,
};
use crate::session::{Papers, Session};

/// The question that a part answers.
const fn question(part: ClassPart) -> &'static str {
    match part {
        ClassPart::Questions => "What does the class know, before and after?",
        ClassPart::Predictions => "What does the class expect, and how good was that?",
        ClassPart::Notes => "Is each stance heard as it was declared?",
        ClassPart::Names => "Who sits in which seat?",
        ClassPart::Teacher => "What is to happen in the room?",
    }
}

/// The screen's residue.
#[derive(Debug, Default)]
pub(super) struct Class {
    part: ClassPart,
    questions: questions::Questions,
    predict: predict::Predict,
    scores: scores::Model,
    notes: notes::Notes,
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

    /// Shows a part.
    pub(super) const fn show(&mut self, part: ClassPart) {
        self.part = part;
    }

    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(16, 4));
        Panel::top("class-parts").frame(frame).show(ui, |ui| self.parts(ctx, ui));
        let mut papers = session.papers().clone();
        let mut asked = self.part;
        if self.part == ClassPart::Notes {
            // What is listened to stays in sight above what is marked.
            let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(24, 8));
            Panel::top("class-statement").frame(frame).show(ui, |ui| {
                reading_width(ui, WIDE, |ui| self.notes.head(ctx, session, &mut papers, ui));
            });
        }
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            // Each part begins at its top.
            page(ui, ctx.tokens, self.part.title(), |ui| {
                reading_width(ui, WIDE, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    if self.part != ClassPart::Notes {
                        heading(ui, ctx.tokens, question(self.part));
                    }
                    asked = self.part(ctx, session, &mut papers, ui);
                    ui.add_space(space::XXL);
                });
            });
        });
        self.part = asked;
        if papers != *session.papers() {
            ctx.send(Command::Seat(SeatCommand::Papers(Box::new(papers))));
        }
    }

    fn parts(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let titles = ClassPart::ALL.map(ClassPart::title);
        let current = ClassPart::ALL.iter().position(|part| *part == self.part).unwrap_or(0);
        ui.horizontal(|ui| {
            let room = ui.available_width() - tabs_width(ui, &titles, TabSize::Small);
            if room < BACK {
                // In a narrow window the rest of the parts is scrolled to.
                let tabs = ScrollArea::horizontal().id_salt("class-tabs");
                let asked = tabs.show(ui, |ui| small_tabs(ui, ctx.tokens, &titles, current));
                self.part = asked.inner.map_or(self.part, |asked| ClassPart::ALL[asked]);
                return;
            }
            if let Some(asked) = small_tabs(ui, ctx.tokens, &titles, current) {
                self.part = ClassPart::ALL[asked];
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let back = ui.add(Button::new("Back to the chamber"));
                if ringed(ui, ctx.tokens, back).clicked() {
                    ctx.send(Command::Leave);
                }
            });
        });
    }

    /// Draws a part; returns the part that is to be shown next.
    fn part(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        papers: &mut Papers,
        ui: &mut Ui,
    ) -> ClassPart {
        match self.part {
            ClassPart::Questions => {
                if self.questions.ui(ctx, session, papers, ui) {
                    return ClassPart::Predictions;
                }
            }
            ClassPart::Predictions => {
                self.predict.ui(ctx, session, papers, ui);
                self.scores.ui(ctx, session, papers, ui);
            }
            ClassPart::Notes => {
                self.notes.ui(ctx, session, papers, ui);
                self.heard.ui(ctx, session, papers, ui);
            }
            ClassPart::Names => names::names(ctx, session, papers, ui),
            ClassPart::Teacher => self.teacher.ui(ctx, session, papers, ui),
        }
        self.part
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

/// Height of a bar.
const BAR_HEIGHT: f32 = 14.0;

/// A share in 0..1 as a bar of this width; its number stands beside it.
fn bar(ctx: ViewCtx<'_>, (share, width): (f32, f32), ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, BAR_HEIGHT), Sense::hover());
    let filled = vec2(rect.width() * share.clamp(0.0, 1.0), rect.height());
    ui.painter().rect_filled(rect, radius::S, ctx.tokens.sunken);
    ui.painter().rect_filled(Rect::from_min_size(rect.min, filled), radius::S, ctx.tokens.accent);
}
