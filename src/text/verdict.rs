//! Why an outcome passed or failed, and where it stands, in words.

use crate::council::{AdoptionRule, Base, DelegationId, Membership, OutcomeId};
use crate::debate::{OutcomeResult, Selection};
use crate::scenario::Scenario;
use crate::vote::{Decision, DecisionChances, Failure};

use super::grammar::{names, percent, upper_first};
use super::phrasebook::quoted;
use super::verbatim::draft_name;

/// The decision as the President announces it, or as it is told outside the chamber; empty where
/// nothing is said.
pub(super) fn decision_sentence(
    scenario: &Scenario,
    outcome: OutcomeId,
    decision: Decision,
    against: &[DelegationId],
) -> String {
    let proposal = &scenario.outcomes[outcome];
    let (title, draft) = (quoted(proposal), draft_name(proposal.form));
    let rule = scenario.rule(outcome);
    match decision {
        Decision::Adopted => match rule {
            AdoptionRule::Consensus => format!(
                "After consultations among members, the statement entitled {title} was agreed and \
                 issued on behalf of the Council."
            ),
            AdoptionRule::Authority => {
                format!("The President issued {title} on its own authority.")
            }
            AdoptionRule::Signature => String::new(),
            AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. } => {
                format!("The {draft} entitled {title} has been adopted.")
            }
        },
        Decision::NotAdopted(Failure::Veto) => format!(
            "The {draft} has not been adopted, owing to the negative vote of a permanent member."
        ),
        Decision::NotAdopted(Failure::Majority) => format!(
            "The {draft} has not been adopted, having failed to obtain the required number of \
             votes."
        ),
        Decision::NotAdopted(Failure::Objection) => format!(
            "Consensus was not found on the statement entitled {title}: {} did not join.",
            names(scenario, against)
        ),
        Decision::NotAdopted(Failure::Signatures) => {
            format!("{title} was not issued: not every sponsor signed.")
        }
        Decision::NotPut { withdrawn: true } => {
            format!("{title} was withdrawn by its sponsors.")
        }
        Decision::NotPut { withdrawn: false } => String::new(),
    }
}

/// The result in a word or two: "adopted", "not adopted", "not put".
pub const fn result_words(decision: Decision) -> &'static str {
    match decision {
        Decision::Adopted => "adopted",
        Decision::NotAdopted(Failure::Veto) => "not adopted (veto)",
        Decision::NotAdopted(_) => "not adopted",
        Decision::NotPut { withdrawn: true } => "withdrawn",
        Decision::NotPut { withdrawn: false } => "not put",
    }
}

/// Why an outcome ended as it did, in a sentence. `selection` is how it was settled whether to
/// put it, where that was asked.
pub fn reason(
    scenario: &Scenario,
    result: &OutcomeResult,
    selection: Option<&Selection>,
) -> String {
    let votes = || {
        format!(
            "{} in favour, {} against, {} abstaining",
            result.in_favour.len(),
            result.against.len(),
            result.abstaining.len()
        )
    };
    match (result.decision, scenario.rules.of(result.form)) {
        (Decision::Adopted, AdoptionRule::Consensus) => "nobody objected".to_owned(),
        (Decision::Adopted, AdoptionRule::Authority) => {
            "issued on the President's own authority".to_owned()
        }
        (Decision::Adopted, AdoptionRule::Signature) => {
            let members = result.signed_by.iter();
            let voting = members.filter(|&&id| scenario.members[id].votes()).count();
            let others = result.signed_by.len() - voting;
            format!("signed by {voting} members and {others} invited participants")
        }
        (Decision::Adopted, _) => votes(),
        (Decision::NotAdopted(Failure::Veto), _) => {
            let vetoing: Vec<DelegationId> = result
                .against
                .iter()
                .copied()
                .filter(|&id| scenario.members[id].membership == Membership::Permanent)
                .collect();
            format!("{}; {} cast a veto", votes(), names(scenario, &vetoing))
        }
        (Decision::NotAdopted(Failure::Majority), rule) => {
            format!("{}; {}", votes(), needed(scenario, rule))
        }
        (Decision::NotAdopted(Failure::Objection), _) => {
            format!("objection by {}", names(scenario, &result.objected_by))
        }
        (Decision::NotAdopted(Failure::Signatures), _) => "a sponsor did not sign".to_owned(),
        (Decision::NotPut { withdrawn: true }, _) => {
            "its own sponsor could no longer accept it".to_owned()
        }
        (Decision::NotPut { withdrawn: false }, _) => not_put(scenario, result.outcome, selection),
    }
}

fn not_put(scenario: &Scenario, outcome: OutcomeId, selection: Option<&Selection>) -> String {
    let pen = scenario.outcomes[outcome].sponsors.first();
    let pen = pen.map(|&id| scenario.members[id].name.in_sentence());
    match (selection.and_then(|row| row.estimate), pen) {
        (Some(estimate), Some(_)) if selection.is_some_and(|row| row.gave_way) => {
            format!("gave way to two more promising texts (chance put at {})", percent(estimate))
        }
        (Some(estimate), Some(pen)) => {
            format!("{pen} put its chance at {}", percent(estimate))
        }
        _ => "support expressed only".to_owned(),
    }
}

/// What a rule asks for: "9 of 15 needed".
fn needed(scenario: &Scenario, rule: &AdoptionRule) -> String {
    let members = scenario.derived.voting.len();
    match rule {
        AdoptionRule::Vote { threshold, base: Base::Members, .. } => {
            format!("{} of {members} needed", threshold.votes_needed(members))
        }
        AdoptionRule::Vote { base: Base::PresentAndVoting, .. } => {
            "not enough of those present and voting".to_owned()
        }
        _ => "the required majority was not reached".to_owned(),
    }
}

/// Where an outcome stands during the debate, from what has been declared and what is expected:
/// nothing is blocked before it is decided.
pub fn standing_words(
    scenario: &Scenario,
    result: &OutcomeResult,
    chances: DecisionChances,
) -> String {
    let in_favour = result.declared.in_favour.len();
    let members = scenario.derived.voting.len();
    match scenario.rules.of(result.form) {
        AdoptionRule::Consensus => match &result.declared.opposed[..] {
            [] => format!("{in_favour} of {members} in favour, nobody has spoken against"),
            [one] => {
                let who = upper_first(&scenario.members[*one].name.in_sentence());
                format!("would lack consensus: {who} has spoken against")
            }
            several => {
                format!("would lack consensus: {} have spoken against", several.len())
            }
        },
        AdoptionRule::Vote { threshold, base: Base::Members, veto } => {
            let needed = threshold.votes_needed(members);
            if *veto && chances.vetoed >= 0.05 {
                format!("veto risk {}", percent(chances.vetoed))
            } else if in_favour >= needed {
                format!("{in_favour} in favour, {needed} needed")
            } else {
                format!("{} short of {needed} in declared support", needed - in_favour)
            }
        }
        AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. } => {
            format!("{in_favour} of {members} in favour")
        }
        AdoptionRule::Signature => format!("{} signatures", result.signed_by.len()),
        AdoptionRule::Authority => "the President's own".to_owned(),
    }
}
