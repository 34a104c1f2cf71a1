//! What the rules admit at a moment.

use crate::council::{DelegationId, OutcomeId};
use crate::vote::Ballot;

use super::procedure::Motion;
use super::{Action, Debate, EventQueue, Intended};

impl Debate {
    /// The actions that the rules admit now, of the programme and of everybody. Of actions with a
    /// free number, such as an amendment, one stands for all: toward the actor's own position. What
    /// a capital may instruct is no act in the meeting, and is not listed.
    pub fn admissible(&self) -> Vec<Action> {
        let mut queue = EventQueue::new(self.scenario());
        let mut actions = self.of_the_programme();
        for who in self.scenario().members.ids() {
            actions.extend(self.candidates(who));
        }
        actions.retain(|action| self.decide(action, &mut queue).is_ok());
        actions
    }

    /// What belongs to nobody but the programme and the President, admitted or not.
    pub fn of_the_programme(&self) -> Vec<Action> {
        let scenario = self.scenario();
        let mut actions = vec![
            Action::OpenNextStage,
            Action::OpenRound,
            Action::CloseRound,
            Action::DecideMotion,
            Action::CedeChair,
            Action::Rule { upheld: true },
            Action::Rule { upheld: false },
        ];
        for outcome in scenario.outcomes.ids() {
            actions.push(Action::Decide(outcome));
            actions.push(Action::Weigh(outcome));
            actions.push(Action::Answer { outcome, taken: None });
            actions.push(Action::Conclude(outcome));
        }
        actions.extend(scenario.injects.ids().map(Action::FireInject));
        actions.extend(scenario.injects.ids().map(Action::HoldInject));
        actions
    }

    /// What `who` may wish to do, admitted or not.
    pub fn candidates(&self, who: DelegationId) -> Vec<Action> {
        let scenario = self.scenario();
        let mut actions = vec![
            Action::Deliver(who),
            Action::Say(Intended::silent(who)),
            Action::Pass(who),
            Action::ObjectToAgenda(who),
            Action::RaisePointOfOrder(who),
            Action::Challenge(who),
        ];
        for motion in [Motion::Suspend, Motion::Adjourn, Motion::AdjournToNextDay] {
            actions.push(Action::Move { by: who, motion });
        }
        for issue in scenario.issues.ids() {
            actions.push(Action::AskForFloor { by: who, issue });
        }
        for of in scenario.members.ids() {
            actions.push(Action::ObjectToInvitation { by: who, of });
            actions.push(Action::Exchange { first: who, second: of });
        }
        for outcome in scenario.outcomes.ids() {
            self.about(who, outcome, &mut actions);
        }
        actions
    }

    /// What `who` may wish to do about a text.
    fn about(&self, by: DelegationId, outcome: OutcomeId, actions: &mut Vec<Action>) {
        for of in self.scenario().members.ids() {
            actions.push(Action::SoundOut { by, of, outcome });
        }
        for ballot in [Ballot::InFavour, Ballot::Against, Ballot::Abstaining] {
            actions.push(Action::Lock { by, outcome, ballot });
        }
        actions.push(Action::StepDown { by, outcome });
        actions.push(Action::Sponsor { by, outcome });
        actions.push(Action::Withdraw { by, outcome });
        for motion in [Motion::Refer(outcome), Motion::Postpone(outcome)] {
            actions.push(Action::Move { by, motion });
        }
        for aim in &self.state().texts[outcome].aims {
            let issue = aim.issue;
            let to = self.state().positions[(by, issue)];
            actions.push(Action::Offer { by, outcome, issue, to, words: None });
            actions.push(Action::Move { by, motion: Motion::Amend { outcome, issue, to } });
            actions.push(Action::AskSeparateVote { by, outcome, issue });
        }
    }
}
