//! What a seat may ask for when it is not its turn.

use crate::council::DelegationId;
use crate::debate::{Action, EventQueue, RuleViolation};

use super::super::Session;

impl Session {
    /// What the rules let a delegation ask for at the turn shown, its turn or not: points of order,
    /// motions, the floor again, a vote on a part. That a mover would object to such a vote is only
    /// found out by asking.
    pub fn may_ask(&self, who: DelegationId) -> Vec<Action> {
        let debate = self.here().debate();
        let mut queue = EventQueue::new(debate.scenario());
        let mut asked = debate.candidates(who);
        asked.retain(|action| {
            is_a_request(action)
                && matches!(
                    debate.decide(action, &mut queue),
                    Ok(()) | Err(RuleViolation::MoverObjects)
                )
        });
        asked
    }
}

const fn is_a_request(action: &Action) -> bool {
    matches!(
        action,
        Action::ObjectToAgenda(_)
            | Action::ObjectToInvitation { .. }
            | Action::RaisePointOfOrder(_)
            | Action::Challenge(_)
            | Action::Move { .. }
            | Action::AskForFloor { .. }
            | Action::AskSeparateVote { .. }
            | Action::Sponsor { .. }
            | Action::Withdraw { .. }
    )
}
