//! Who is played: seats chosen in a dialog before the debate begins.

use eframe::egui::{Button, Frame, Id, Key, Modal, Modifiers, ScrollArea, Ui};

use crate::analysis::hands::Hands;
use crate::analysis::seat::objectives;
use crate::app::clock::TIMES;
use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{choose, described, heading, primary_button, prose, ringed};
use crate::council::{DelegationId, Membership};
use crate::scenario::Scenario;
use crate::session::Session;

use super::{letters_switch, upper_first};

const WIDTH: f32 = 560.0;
/// The height of what stands around the list, and the least of its own.
const AROUND: f32 = 430.0;
const LEAST: f32 = 80.0;

/// What has been chosen so far.
#[derive(Debug, Default)]
pub(super) struct Seats {
    /// In the order in which they were chosen: in that order they take turns.
    chosen: Vec<DelegationId>,
    presides: bool,
}

impl Seats {
    /// Draws the dialog over the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, ui: &Ui) {
        let Some(session) = ctx.session else { return ctx.send(Command::CloseOverlay) };
        let scenario = &session.truth().scenario;
        let frame = Frame::new()
            .fill(ctx.tokens.panel)
            .stroke((1.0, ctx.tokens.line_strong))
            .corner_radius(radius::L)
            .inner_margin(space::XL);
        let modal = Modal::new(Id::unique("seats")).frame(frame).show(ui.ctx(), |ui| {
            let window = ui.ctx().content_rect();
            ui.set_width(WIDTH.min(window.width() - 2.0 * (space::XL + space::L)));
            heading(ui, ctx.tokens, "Take a seat");
            let text = "Choose one delegation, or several that take turns at this machine. The \
                        model plays the rest, and only what your delegation would know is shown. \
                        The debate begins anew.";
            prose(ui, text, (Text::Body, ctx.tokens.text_weak), WIDTH);
            if session.play_of().is_some() && !session.has_ended() {
                let text = "The debate that is played now is kept, and offered at the next start.";
                prose(ui, text, (Text::BodyStrong, ctx.tokens.text), WIDTH);
            }
            ui.add_space(space::S);
            let height = (window.height() - AROUND).max(LEAST);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                self.list(ctx, scenario, ui);
            });
            ui.add_space(space::M);
            let president = scenario.members[scenario.president].name.in_sentence();
            let preside = format!("Preside over the meeting, as the President ({president})");
            let button = ui.checkbox(&mut self.presides, preside);
            ringed(ui, ctx.tokens, button);
            ui.add_space(space::XS);
            letters_switch(ctx, session, ui);
            turn_time(ctx, ui);
            ui.add_space(space::M);
            self.foot(ctx, session, ui);
        });
        if modal.should_close() {
            ctx.send(Command::CloseOverlay);
        }
    }

    fn list(&mut self, ctx: ViewCtx<'_>, scenario: &Scenario, ui: &mut Ui) {
        // Those with a brief by the author first: there is most to play.
        let mut members: Vec<DelegationId> = scenario.order.members.clone();
        members.retain(|&who| !scenario.members[who].is_briefer());
        members.sort_by_key(|&who| (scenario.seats[who].is_none(), !scenario.members[who].votes()));
        for who in members {
            let mut is_chosen = self.chosen.contains(&who);
            let name = upper_first(&scenario.members[who].name.in_sentence());
            ui.horizontal_wrapped(|ui| {
                let button = ui.checkbox(&mut is_chosen, rich(&name, Text::Body, ctx.tokens.text));
                let note = note(scenario, who);
                let button = ringed(ui, ctx.tokens, button);
                described(&button, &note);
                ui.label(rich(&note, Text::Small, ctx.tokens.text_weak));
                if button.changed() {
                    self.chosen.retain(|&it| it != who);
                    self.chosen.extend(is_chosen.then_some(who));
                }
            });
        }
    }

    fn foot(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let scenario = &session.truth().scenario;
        let names = self.chosen.iter().map(|&who| scenario.members[who].name.in_sentence());
        let names: Vec<String> = names.collect();
        let mut words = match names.len() {
            0 => "Nobody is chosen.".to_owned(),
            1 => format!("You speak for {}.", names[0]),
            _ => format!("You take turns as {}.", names.join(", ")),
        };
        if self.presides {
            words.push_str(" You preside.");
        }
        // A class that plays is asked before it knows.
        let papers = session.papers();
        let is_asked = papers.hands != Hands::default()
            || papers.answers.iter().any(|it| !it.before.is_empty());
        if names.len() > 1 && !scenario.questions.is_empty() && !is_asked {
            words.push_str(" The class has not answered the questions before the debate yet.");
        }
        ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
        let is_complete = !self.chosen.is_empty() || self.presides;
        let is_free = ui.memory(|memory| memory.focused().is_none());
        let entered = is_free
            && is_complete
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        ui.horizontal(|ui| {
            let sit = ui.add_enabled_ui(is_complete, |ui| {
                primary_button(ui, ctx.tokens, "Take the seat").clicked()
            });
            let cancel = ui.add(Button::new(rich("Cancel", Text::Body, ctx.tokens.text)));
            if ringed(ui, ctx.tokens, cancel).clicked() {
                ctx.send(Command::CloseOverlay);
            }
            if sit.inner || entered {
                let seats = std::mem::take(&mut self.chosen);
                ctx.send(Command::CloseOverlay);
                ctx.send(Command::Seat(SeatCommand::Sit { seats, presides: self.presides }));
            }
        });
    }
}

/// How long each turn of a player may last.
fn turn_time(ctx: ViewCtx<'_>, ui: &mut Ui) {
    let words: Vec<String> = TIMES.iter().map(|&minutes| time_words(minutes)).collect();
    let now = ctx.settings.turn_minutes;
    let mut chosen = TIMES.iter().position(|&it| it == now).unwrap_or_default();
    choose(ui, "Time for each turn", (&mut chosen, &words));
    if let Some(&minutes) = TIMES.get(chosen).filter(|&&minutes| minutes != now) {
        ctx.send(Command::Seat(SeatCommand::TurnTime(minutes)));
    }
}

/// "No limit", "2 minutes".
fn time_words(minutes: Option<u8>) -> String {
    minutes.map_or_else(|| "No limit".to_owned(), |minutes| format!("{minutes} minutes"))
}

/// "elected member · brief by the author · 5 objectives".
fn note(scenario: &Scenario, who: DelegationId) -> String {
    let seat = match scenario.members[who].membership {
        Membership::Permanent => "permanent member",
        Membership::Elected => "elected member",
        Membership::Rule37 | Membership::Rule39 => "invited, speaks once",
    };
    let brief = if scenario.seats[who].is_some() { "author’s brief" } else { "generated brief" };
    let count = objectives(scenario, who).len();
    format!("{seat} · {brief} · {count} objectives")
}
