//! Adoption rules and their standing, in words.

use crate::council::{
    AdoptionRule, Base, Membership, OutcomeForm, OutcomeId, PutToAction, Threshold,
};
use crate::scenario::Scenario;

/// What the rule of a form asks for: "9 of 15, no veto", "needs consensus".
pub fn rule_words(scenario: &Scenario, form: OutcomeForm) -> String {
    match scenario.rules.of(form) {
        AdoptionRule::Vote { threshold, base: Base::Members, veto } => {
            let members = scenario.derived.voting.len();
            let needed = threshold.votes_needed(members);
            // A veto has a meaning only where somebody holds one.
            let held = *veto && scenario.derived.voting.iter().any(|&id| holds_veto(scenario, id));
            format!("{needed} of {members}, {}", if held { "veto possible" } else { "no veto" })
        }
        AdoptionRule::Vote { threshold, base: Base::PresentAndVoting, .. } => {
            format!("{} of those voting", share(*threshold))
        }
        AdoptionRule::Weighted { tests, .. } => {
            let tests: Vec<String> = tests
                .iter()
                .map(|test| format!("{} of {}", share(test.threshold), test.weight))
                .collect();
            tests.join(" and ")
        }
        AdoptionRule::Consensus => "needs consensus".to_owned(),
        AdoptionRule::Signature => "every sponsor signs".to_owned(),
        AdoptionRule::Authority => "the President alone".to_owned(),
    }
}

/// By what a text of this form is adopted, as a sentence.
pub fn rule_sentence(scenario: &Scenario, form: OutcomeForm) -> String {
    match scenario.rules.of(form) {
        AdoptionRule::Vote { threshold, base: Base::Members, veto } => {
            let members = scenario.derived.voting.len();
            let needed = threshold.votes_needed(members);
            let held = *veto && scenario.derived.voting.iter().any(|&id| holds_veto(scenario, id));
            let veto = if held {
                ", and no permanent member may vote against"
            } else {
                "; no vote is a veto"
            };
            format!("With {needed} of {members} votes in favour{veto}.")
        }
        AdoptionRule::Vote { threshold, base: Base::PresentAndVoting, .. } => {
            format!("With {} of the members present and voting in favour.", share(*threshold))
        }
        AdoptionRule::Weighted { .. } => {
            format!("With {} in favour.", rule_words(scenario, form))
        }
        AdoptionRule::Consensus => "By consensus: if no member objects.".to_owned(),
        AdoptionRule::Signature => "By those who sign it: every sponsor must.".to_owned(),
        AdoptionRule::Authority => "By the President alone.".to_owned(),
    }
}

/// When the outcome is put to a decision, where that is not as usual.
pub fn action_words(scenario: &Scenario, outcome: OutcomeId) -> Option<&'static str> {
    match scenario.outcomes[outcome].action {
        PutToAction::IfPromising => None,
        PutToAction::ToShowTheVote => Some("put to a decision whatever its chance"),
        PutToAction::TalliedOnly => Some("support is tallied; never put to a decision"),
    }
}

/// The votes in favour that the rule asks for; none where it does not count members.
pub fn votes_needed(scenario: &Scenario, form: OutcomeForm) -> Option<usize> {
    let members = scenario.derived.voting.len();
    match scenario.rules.of(form) {
        AdoptionRule::Vote { threshold, base: Base::Members, .. } => {
            Some(threshold.votes_needed(members)).filter(|&needed| needed <= members)
        }
        _ => None,
    }
}

fn holds_veto(scenario: &Scenario, member: crate::council::DelegationId) -> bool {
    scenario.members[member].membership == Membership::Permanent
}

fn share(threshold: Threshold) -> String {
    match threshold {
        Threshold::Count(n) => format!("{n}"),
        Threshold::AtLeast(a, b) => format!("at least {a}/{b}"),
        Threshold::MoreThan(a, b) => format!("more than {a}/{b}"),
    }
}
