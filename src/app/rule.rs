//! Adoption rules and their standing, in the words of a screen.

use crate::council::{AdoptionRule, Base, OutcomeForm, OutcomeId, PutToAction};
use crate::scenario::Scenario;

pub(super) use crate::text::{rule_sentence, rule_words};

/// When the outcome is put to a decision, where that is not as usual.
pub(super) fn action_words(scenario: &Scenario, outcome: OutcomeId) -> Option<&'static str> {
    match scenario.outcomes[outcome].action {
        PutToAction::IfPromising => None,
        PutToAction::ToShowTheVote => Some("put to a decision whatever its chance"),
        PutToAction::TalliedOnly => Some("support is tallied; never put to a decision"),
    }
}

/// The votes in favour that the rule asks for; none where it does not count members.
pub(super) fn votes_needed(scenario: &Scenario, form: OutcomeForm) -> Option<usize> {
    let members = scenario.derived.voting.len();
    match scenario.rules.of(form) {
        AdoptionRule::Vote { threshold, base: Base::Members, .. } => {
            Some(threshold.votes_needed(members)).filter(|&needed| needed <= members)
        }
        _ => None,
    }
}
