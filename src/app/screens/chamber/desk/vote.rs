//! The decision: a ballot, locked before any is shown, and its explanation.

use eframe::egui::{Button, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{prose, ringed, section};
use crate::council::{AdoptionRule, DelegationId, OutcomeId};
use crate::debate::{Action, Explaining, Silence};
use crate::session::{Jotting, Session};
use crate::text::rule_words;
use crate::vote::Ballot;

use super::{Asked, act, asked_as, drafts, jotted, main_action, text_line};

/// When a vote may be explained.
const WHEN: [(Explaining, [&str; 2]); 3] = [
    (Explaining::Never, ["not at all", "not at all"]),
    (Explaining::Before, ["before the vote", "before the decision"]),
    (Explaining::After, ["after the vote", "after the decision"]),
];

/// What has been chosen so far.
#[derive(Debug)]
pub(super) struct Vote {
    ballot: Option<Ballot>,
    when: Explaining,
    words: String,
}

impl Default for Vote {
    fn default() -> Self {
        Self { ballot: None, when: Explaining::Never, words: String::new() }
    }
}

impl Vote {
    /// Draws the ballot.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (who, outcome): (DelegationId, OutcomeId),
        ui: &mut Ui,
    ) {
        let scenario = session.scenario();
        let form = session.state().texts[outcome].form;
        let text = format!(
            "{}. {}.",
            upper_first(&text_line(session, outcome)),
            upper_first(&rule_words(scenario, form))
        );
        prose(ui, &text, (Text::Body, ctx.tokens.text), size::MEASURE);
        let is_confirmed = asked_as(session, outcome) == Asked::Objection
            && session.state().bargaining.silence[outcome] == Silence::Held;
        if is_confirmed {
            let words = "Silence on it was kept in consultations. In the chamber the President \
                         asks once more whether anybody objects.";
            prose(ui, words, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
        }
        let asked = match asked_as(session, outcome) {
            Asked::Vote => "Your ballot",
            Asked::Objection => "Your answer",
            Asked::Signature => "Your signature",
        };
        section(ui, ctx.tokens, asked, Some("locked before any is shown"));
        for &(ballot, words) in ballots(session, outcome) {
            let words = rich(words, Text::Body, ctx.tokens.text);
            let button = ui.radio_value(&mut self.ballot, Some(ballot), words);
            ringed(ui, ctx.tokens, button);
        }
        let crosses = crate::vote::judge(session.state().room(scenario), who, outcome).red_line;
        if let Some(issue) = crosses {
            let words =
                format!("The text crosses your red line on {}.", scenario.issues[issue].name);
            ui.label(rich(words, Text::SmallStrong, ctx.tokens.warning));
        }
        if is_explained(session, outcome) {
            self.explanation(ctx, session, (who, outcome), ui);
        }
        ui.add_space(space::S);
        drafts::draft(ctx, session, outcome, ui);
        drafts::expected(ctx, session, (outcome, None), ui);
    }

    fn explanation(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (who, outcome): (DelegationId, OutcomeId),
        ui: &mut Ui,
    ) {
        let name = match asked_as(session, outcome) {
            Asked::Vote => "Explain your vote",
            Asked::Objection | Asked::Signature => "Explain your position",
        };
        section(ui, ctx.tokens, name, None);
        let is_vote = asked_as(session, outcome) == Asked::Vote;
        ui.horizontal_wrapped(|ui| {
            for (when, [of_a_vote, else_]) in WHEN {
                let words = if is_vote { of_a_vote } else { else_ };
                let words = rich(words, Text::Body, ctx.tokens.text);
                let button = ui.radio_value(&mut self.when, when, words);
                ringed(ui, ctx.tokens, button);
            }
        });
        if self.when != Explaining::Never {
            let hint = "Left empty, the words are drafted for you.";
            let jotting = (who, Jotting::Explanation(outcome));
            self.words = jotted(ctx, session, (jotting, ("Its words", hint), 3), ui);
        }
    }

    /// Cast it, or leave it to the model.
    pub(super) fn foot(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (by, outcome): (DelegationId, OutcomeId),
        ui: &mut Ui,
    ) {
        ui.horizontal(|ui| {
            let words = match asked_as(session, outcome) {
                Asked::Vote => "Lock the ballot",
                Asked::Objection | Asked::Signature => "Lock the answer",
            };
            if main_action(ctx, words, self.ballot.is_some(), ui)
                && let Some(ballot) = self.ballot
            {
                if is_explained(session, outcome) {
                    let words = self.words.trim();
                    let words = (!words.is_empty()).then(|| words.to_owned());
                    act(ctx, Action::Explain { by, outcome, when: self.when, words });
                }
                act(ctx, Action::Lock { by, outcome, ballot });
                ctx.send(Command::Seat(SeatCommand::Finish));
            }
            let leave = Button::new(rich("Let the model decide", Text::Body, ctx.tokens.text));
            let leave = ui.add(leave);
            if ringed(ui, ctx.tokens, leave).clicked() {
                ctx.send(Command::Seat(SeatCommand::Finish));
            }
            let note = "It goes by instructions and luck, not by objectives.";
            ui.label(rich(note, Text::Small, ctx.tokens.text_weak));
        });
    }
}

/// Whether a vote on it is explained in the meeting.
fn is_explained(session: &Session, outcome: OutcomeId) -> bool {
    let rule = session.state().room(session.scenario()).rule(outcome);
    !matches!(rule, AdoptionRule::Signature | AdoptionRule::Authority)
}

/// The ballots that the rule of a text knows.
fn ballots(session: &Session, outcome: OutcomeId) -> &'static [(Ballot, &'static str)] {
    match session.state().room(session.scenario()).rule(outcome) {
        AdoptionRule::Consensus => {
            &[(Ballot::InFavour, "No objection"), (Ballot::Against, "Objection")]
        }
        AdoptionRule::Signature => &[(Ballot::InFavour, "Sign"), (Ballot::Against, "Do not sign")],
        _ => &[
            (Ballot::InFavour, "In favour"),
            (Ballot::Against, "Against"),
            (Ballot::Abstaining, "Abstaining"),
        ],
    }
}
