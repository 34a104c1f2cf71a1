//! For whom one enters: a list of the people of the class, in the order in which they came. Each
//! part of the screen has its own.

use eframe::egui::{Button, Key, TextEdit, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich};
use crate::app::widgets::ringed;
use crate::session::Papers;

use super::small;

/// No name is longer.
const LONGEST: usize = 60;
const FIELD: f32 = 200.0;

/// Whose entries are shown.
#[derive(Debug, Default)]
pub(super) struct Picker {
    /// By name; the whole room, where there is none.
    chosen: Option<String>,
    typed: String,
    /// What was typed and is the name of another.
    taken: Option<String>,
}

impl Picker {
    /// Whose entries are shown; none where they are those of the whole room.
    pub(super) fn chosen(&self) -> Option<&str> {
        self.chosen.as_deref()
    }

    /// Chooses the next person of the list, if there is one.
    pub(super) fn choose_next(&mut self, papers: &Papers) -> Option<&str> {
        let people = papers.people();
        let at = self.chosen().and_then(|by| people.iter().position(|it| it == by));
        let next = people.into_iter().nth(at.map_or(0, |at| at + 1))?;
        self.chosen = Some(next);
        self.chosen()
    }

    /// Draws the list. `room` is what the whole room is called, where it can be chosen.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        papers: &mut Papers,
        room: Option<&str>,
        ui: &mut Ui,
    ) {
        let people = papers.people();
        self.chosen = self.chosen.take().filter(|by| people.contains(by));
        if room.is_none() && self.chosen.is_none() {
            self.chosen = people.first().cloned();
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(rich("Entering for", Text::BodyStrong, ctx.tokens.text));
            if let Some(room) = room {
                let radio = ui.radio(self.chosen.is_none(), room);
                if ringed(ui, ctx.tokens, radio).clicked() {
                    self.chosen = None;
                }
            }
            for by in &people {
                let radio = ui.radio(self.chosen() == Some(by), by);
                if ringed(ui, ctx.tokens, radio).clicked() {
                    self.chosen = Some(by.clone());
                }
            }
        });
        ui.horizontal(|ui| {
            self.add(ctx, papers, ui);
            self.leave_out(ctx, papers, ui);
        });
        if let Some(name) = self.taken.as_ref().filter(|name| *name == self.typed.trim()) {
            let words =
                format!("There is already one called {name}: give another name or a number.");
            small(ctx, &words, ui);
        }
    }

    fn add(&mut self, ctx: ViewCtx<'_>, papers: &mut Papers, ui: &mut Ui) {
        let label = ui.label("Another pupil");
        let field = TextEdit::singleline(&mut self.typed).char_limit(LONGEST).desired_width(FIELD);
        let field = ui.add(field.hint_text("A name or a number")).labelled_by(label.id);
        let field = ringed(ui, ctx.tokens, field);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let name = self.typed.trim().to_owned();
        let button = ui.add_enabled(!name.is_empty(), Button::new("Add"));
        let asked = ringed(ui, ctx.tokens, button).clicked() || entered;
        if asked && !name.is_empty() {
            if papers.enter(&name) {
                self.chosen = Some(name);
                self.typed.clear();
            } else {
                self.taken = Some(name);
            }
            // The names of a class follow one another.
            field.request_focus();
        }
    }

    /// Takes the person out again, for whom one enters.
    fn leave_out(&self, ctx: ViewCtx<'_>, papers: &Papers, ui: &mut Ui) {
        let Some(by) = self.chosen().filter(|by| papers.people().iter().any(|it| it == by)) else {
            return;
        };
        let button = ui.add(Button::new(format!("Take {by} out")));
        if ringed(ui, ctx.tokens, button).clicked() {
            let mut papers = papers.clone();
            papers.leave_out(by);
            let words = format!("{by} was taken out, with all answers, predictions and marks.");
            ctx.send(Command::Seat(SeatCommand::Redact(Box::new(papers), words)));
        }
    }
}
