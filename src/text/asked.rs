//! What a delegation may ask for out of turn, as a thing to do.

use crate::council::{IssueId, OutcomeId};
use crate::debate::{Action, Motion};
use crate::scenario::Scenario;

use super::quoted;
use super::verbatim::change_words;

/// What `action` asks for: "Raise a point of order". Empty for what is no request of a delegation.
/// `stands` says where a text stands on an issue, in 0..1.
pub fn asked_words(
    scenario: &Scenario,
    stands: impl Fn(OutcomeId, IssueId) -> f64,
    action: &Action,
) -> String {
    let title = |outcome: OutcomeId| quoted(&scenario.outcomes[outcome]);
    match *action {
        Action::ObjectToAgenda(_) => "Object to the provisional agenda".to_owned(),
        Action::ObjectToInvitation { of, .. } => {
            format!("Object to the invitation of {}", scenario.members[of].name.in_sentence())
        }
        Action::RaisePointOfOrder(_) => "Raise a point of order".to_owned(),
        Action::Challenge(_) => "Challenge the ruling".to_owned(),
        Action::AskForFloor { issue, .. } => format!("On {}", scenario.issues[issue].name),
        Action::AskSeparateVote { outcome, issue, .. } => {
            format!("In {}, the part on {}", title(outcome), scenario.issues[issue].name)
        }
        Action::Sponsor { outcome, .. } => format!("Join the sponsors of {}", title(outcome)),
        Action::Withdraw { outcome, .. } => format!("Withdraw {}", title(outcome)),
        Action::Move { motion, .. } => match motion {
            Motion::Suspend => "Move to suspend the meeting".to_owned(),
            Motion::Adjourn => "Move to adjourn the meeting".to_owned(),
            Motion::AdjournToNextDay => "Move to adjourn to the next day".to_owned(),
            Motion::Refer(outcome) => format!("Move to refer {}", title(outcome)),
            Motion::Postpone(outcome) => format!("Move to postpone {}", title(outcome)),
            Motion::Amend { outcome, issue, to } => {
                let change = change_words(scenario, issue, (stands(outcome, issue), to));
                format!("Move to amend {}: {change}", title(outcome))
            }
        },
        _ => String::new(),
    }
}
