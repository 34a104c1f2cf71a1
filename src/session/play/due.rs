//! Where the debate waits for a person.

use crate::council::{AdoptionRule, DelegationId, OutcomeId, Stage, StageName};
use crate::debate::{Action, Chair, Debate, EventKind, EventQueue, Silence};
use crate::vote::is_bound;

use super::{Due, Matter, Play};

/// What waits for a person before `proposed` is done, if anything does.
pub(super) fn due(debate: &Debate, play: &Play, proposed: &Action) -> Option<Due> {
    let view = View { debate, play };
    let found = view.of_a_seat(proposed).or_else(|| view.of_the_chair(proposed))?;
    let (who, matter) = found;
    Some(Due { who, matter, proposed: proposed.clone() })
}

struct View<'a> {
    debate: &'a Debate,
    play: &'a Play,
}

impl View<'_> {
    fn of_a_seat(&self, proposed: &Action) -> Option<(DelegationId, Matter)> {
        let state = self.debate.state();
        if state.stage(self.debate.scenario()).is_none() {
            return self.waits(Matter::Soundings, |_| true);
        }
        match *proposed {
            Action::Deliver(who) => self.plays(who).then_some((who, Matter::Floor)),
            Action::SoundOut { .. } | Action::Weigh(_) | Action::CloseRound => {
                let round = state.bargaining.round;
                self.waits(Matter::Round(round), |who| self.votes(who)).or_else(
                    || match *proposed {
                        Action::Weigh(outcome) => {
                            self.of_the_pen(outcome, Matter::Answer { outcome, round })
                        }
                        _ => None,
                    },
                )
            }
            Action::Conclude(outcome) => {
                let step = silence_step(state.bargaining.silence[outcome]);
                self.of_the_pen(outcome, Matter::Conclusion { outcome, step })
                    .or_else(|| self.of_silence(outcome))
            }
            Action::Decide(outcome) => {
                let rule = state.room(self.debate.scenario()).rule(outcome);
                let is_asked = *rule != AdoptionRule::Authority;
                let matter = Matter::Vote(outcome);
                self.waits(matter, |who| is_asked && self.is_free(who, outcome))
            }
            _ => None,
        }
    }

    /// The President is asked before each step of the meeting that is the President's to take.
    fn of_the_chair(&self, proposed: &Action) -> Option<(DelegationId, Matter)> {
        let state = self.debate.state();
        let scenario = self.debate.scenario();
        let next_stage = || state.next_stage(scenario).map(Stage::name);
        let is_theirs = match *proposed {
            Action::OpenNextStage => next_stage() != Some(StageName::JointStatements),
            Action::Deliver(_)
            | Action::Rule { .. }
            | Action::DecideMotion
            | Action::OpenRound
            | Action::CloseRound => true,
            // Joint statements are signed outside the chamber, and nobody presides.
            Action::Decide(_) => state.stage_name(scenario) != StageName::JointStatements,
            _ => false,
        };
        (self.play.presides && state.chair == Chair::Person && is_theirs)
            .then_some((state.president, Matter::Chair))
    }

    /// The first seat that has not finished with a matter, of those it concerns.
    fn waits(
        &self,
        matter: Matter,
        concerns: impl Fn(DelegationId) -> bool,
    ) -> Option<(DelegationId, Matter)> {
        let mut seats = self.play.seats.iter().copied();
        let is_due = |&who: &DelegationId| {
            self.plays(who) && concerns(who) && !self.play.has_finished(who, matter)
        };
        seats.find(is_due).map(|who| (who, matter))
    }

    fn of_the_pen(&self, outcome: OutcomeId, matter: Matter) -> Option<(DelegationId, Matter)> {
        let pen = self.debate.scenario().outcomes[outcome].sponsors.first().copied();
        self.waits(matter, |who| Some(who) == pen)
    }

    /// Whether the next step with a text asks those that did not write it to keep silence.
    fn of_silence(&self, outcome: OutcomeId) -> Option<(DelegationId, Matter)> {
        let mut queue = EventQueue::new(self.debate.scenario());
        self.debate.decide(&Action::Conclude(outcome), &mut queue).ok()?;
        let extended = queue.events().iter().find_map(|event| match event.kind {
            EventKind::SilenceOpened { extended, .. } => Some(extended),
            _ => None,
        })?;
        let matter = Matter::Silence { outcome, extended };
        self.waits(matter, |who| self.is_free(who, outcome))
    }

    fn plays(&self, who: DelegationId) -> bool {
        self.play.seats.contains(&who) && self.debate.state().played[who]
    }

    fn votes(&self, who: DelegationId) -> bool {
        self.debate.scenario().members[who].votes()
    }

    /// Whether `who` is asked about a text, and no rule says what it answers.
    fn is_free(&self, who: DelegationId, outcome: OutcomeId) -> bool {
        self.votes(who) && !is_bound(self.debate.scenario(), who, outcome)
    }
}

/// Tells the steps with one text after the rounds apart.
const fn silence_step(silence: Silence) -> u32 {
    match silence {
        Silence::None => 0,
        Silence::BrokenOnce => 1,
        Silence::Extended => 2,
        Silence::Broken => 3,
        Silence::Held => 4,
    }
}
