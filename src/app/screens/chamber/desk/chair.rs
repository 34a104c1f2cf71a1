//! The President's console: the next correct step with what it rests on, and what else the rules
//! admit.

use eframe::egui::{Button, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{choose, prose, ringed, section};
use crate::council::DelegationId;
use crate::debate::{Action, Motion, basis};
use crate::scenario::Scenario;
use crate::session::{Due, Session};
use crate::text::step_words;

use super::times::{limit, times};
use super::{act, main_action};

/// What has been chosen so far.
#[derive(Debug, Default)]
pub(super) struct Chair {
    first: usize,
    second: usize,
}

impl Chair {
    /// Draws the proposed step, and others.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, due: &Due, ui: &mut Ui) {
        let scenario = session.scenario();
        let step = step_words(scenario, session.state(), &due.proposed);
        prose(ui, &step, (Text::BodyStrong, ctx.tokens.text), size::MEASURE);
        if let Some(rests) = rests_on(session, &due.proposed) {
            let rests = format!("It rests on: {rests}.");
            prose(ui, &rests, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
        }
        clock(ctx, session, ui);
        limit(ctx, session, ui);
        ui.add_space(space::S);
        section(ui, ctx.tokens, "Within the rules you may also", None);
        let mut any = false;
        for action in others(session, due) {
            any = true;
            let words = step_words(scenario, session.state(), &action);
            let button = ui.add(Button::new(rich(words, Text::Body, ctx.tokens.text)));
            if ringed(ui, ctx.tokens, button).clicked() {
                act(ctx, action);
            }
        }
        any |= self.exchange(ctx, session, ui);
        if !any {
            let words = "Nothing else is in order at this moment.";
            ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
        }
        times(ctx, session, ui);
    }

    /// Two speakers exchange places on the list.
    fn exchange(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) -> bool {
        let scenario = session.scenario();
        let waiting: Vec<DelegationId> =
            session.state().speakers_list().iter().skip(session.state().heard()).copied().collect();
        if waiting.len() < 2 {
            return false;
        }
        let names: Vec<String> =
            waiting.iter().map(|&who| scenario.members[who].name.in_sentence()).collect();
        ui.add_space(space::XS);
        ui.label(rich("Let two speakers exchange places", Text::Body, ctx.tokens.text));
        choose(ui, "One", (&mut self.first, &names));
        choose(ui, "The other", (&mut self.second, &names));
        let pair = (waiting.get(self.first), waiting.get(self.second));
        let button = Button::new(rich("Exchange them", Text::Body, ctx.tokens.text));
        let button = ui.add_enabled(pair.0 != pair.1, button);
        if ringed(ui, ctx.tokens, button).clicked()
            && let (Some(&first), Some(&second)) = pair
        {
            act(ctx, Action::Exchange { first, second });
        }
        true
    }
}

/// The step itself.
pub(super) fn foot(ctx: ViewCtx<'_>, session: &Session, due: &Due, ui: &mut Ui) {
    let words = short(session.scenario(), &due.proposed);
    if main_action(ctx, &words, true, ui) {
        ctx.send(Command::Seat(SeatCommand::Finish));
    }
}

/// "10:42 by the clock of the meeting; statements are limited to 3 minutes."
fn clock(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let minutes = session.state().clock.round() as u32;
    let text = format!(
        "{:02}:{:02} by the clock of the meeting. Statements are limited to {} minutes.",
        minutes / 60 % 24,
        minutes % 60,
        session.scenario().time_limit
    );
    prose(ui, &text, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
}

/// The rule or practice on which a step rests, from the first thing that it causes.
pub(super) fn rests_on(session: &Session, action: &Action) -> Option<String> {
    let events = session.follows(action).ok()?;
    let event = events.iter().find(|event| event.book == crate::debate::Book::Record);
    let rests = basis(session.scenario(), event.or(events.first())?);
    Some(rests.words())
}

/// What else the President may do now.
fn others(session: &Session, due: &Due) -> Vec<Action> {
    let president = due.who;
    let candidates = [
        Action::Rule { upheld: true },
        Action::Rule { upheld: false },
        Action::Move { by: president, motion: Motion::Suspend },
        Action::Move { by: president, motion: Motion::Adjourn },
        Action::CedeChair,
    ];
    let is_open = |action: &Action| *action != due.proposed && session.follows(action).is_ok();
    let mut actions: Vec<Action> = candidates.into_iter().filter(is_open).collect();
    if let Action::Deliver(who) = due.proposed {
        actions.push(Action::Pass(who));
    }
    actions
}

/// The step in a word or two, for a button.
pub(super) fn short(scenario: &Scenario, action: &Action) -> String {
    match action {
        Action::Deliver(who) => {
            format!("Give the floor to {}", scenario.members[*who].name.in_sentence())
        }
        Action::Decide(_) => "Put it to a decision".to_owned(),
        Action::Rule { .. } => "Rule so".to_owned(),
        Action::DecideMotion => "Put the motion to the vote".to_owned(),
        Action::OpenRound => "Open the round".to_owned(),
        Action::CloseRound => "Close the round".to_owned(),
        _ => "Do so".to_owned(),
    }
}
