//! Why an outcome passed or failed, and where it stands, in words.

use crate::council::{AdoptionRule, Base, DelegationId, Membership, OutcomeForm, OutcomeId};
use crate::debate::{OutcomeResult, Selection};
use crate::scenario::Scenario;
use crate::vote::{Decision, DecisionChances, Failure};

use super::grammar::{list, names, percent, upper_first};
use super::naming::{own_form, product_entitled};
use super::quoted;

pub(super) use super::naming::draft_entitled;

/// The decision on a text on which no vote is taken, as the President announces it or as it is
/// told outside the chamber; empty where nothing is said. `form` is the form of the text at that
/// moment, `against` names who objected.
pub(super) fn decision_sentence(
    scenario: &Scenario,
    (outcome, form): (OutcomeId, OutcomeForm),
    decision: Decision,
    against: &str,
) -> String {
    let draft = draft_entitled(scenario, outcome, form);
    match decision {
        Decision::Adopted => adopted(scenario, (outcome, form)),
        Decision::NotAdopted(Failure::Objection) => {
            format!("Consensus was not found on the {draft}: {against} did not join.")
        }
        Decision::NotAdopted(Failure::Signatures) => {
            format!("The {draft} was not issued, as not every sponsor signed it.")
        }
        Decision::NotAdopted(Failure::Veto | Failure::Majority) | Decision::NotPut { .. } => {
            String::new()
        }
    }
}

fn adopted(scenario: &Scenario, (outcome, form): (OutcomeId, OutcomeForm)) -> String {
    let title = quoted(&scenario.outcomes[outcome]);
    match (scenario.rules.of(form), form) {
        (AdoptionRule::Consensus, OutcomeForm::PresidentialStatement) => format!(
            "After consultations among the members of the Council, I have been authorized to make a \
             statement on their behalf, entitled {title}. It will be issued as a document of the \
             Council."
        ),
        (AdoptionRule::Consensus, OutcomeForm::PressStatement) => format!(
            "After consultations among the members of the Council, the {} was agreed and issued to the \
             press.",
            product_entitled(&scenario.outcomes[outcome].title, form)
        ),
        (AdoptionRule::Consensus, _) => {
            format!(
                "The {} has been adopted without a vote.",
                draft_entitled(scenario, outcome, form)
            )
        }
        (AdoptionRule::Authority, _) => {
            format!("The President issued {}.", summary_entitled(scenario, outcome, form))
        }
        // Signatures are told with the names; votes are announced with the count.
        (
            AdoptionRule::Signature | AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. },
            _,
        ) => String::new(),
    }
}

/// "a summary entitled … on the President's own responsibility".
pub(super) fn summary_entitled(
    scenario: &Scenario,
    outcome: OutcomeId,
    form: OutcomeForm,
) -> String {
    // "A summary by the President" says no more than who issues it.
    let named = own_form(&scenario.outcomes[outcome].title, form);
    let named = named.map_or_else(
        || format!(" entitled {}", quoted(&scenario.outcomes[outcome])),
        str::to_owned,
    );
    format!("a summary{named} on the President's own responsibility")
}

/// "a resolution", "a summary by the President".
pub(super) fn with_article(form: OutcomeForm) -> String {
    format!("a {}", form.name())
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

/// The result in the word that goes with the form: what is adopted, what is issued, what is signed.
pub const fn ending_words(decision: Decision, form: OutcomeForm) -> &'static str {
    match (decision, form) {
        (Decision::Adopted, OutcomeForm::PresidentsSummary | OutcomeForm::PressStatement) => {
            "issued"
        }
        (Decision::Adopted, OutcomeForm::JointStatement) => "signed",
        _ => result_words(decision),
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
    // A text that stepped down ends in another form than it was tabled in.
    let lighter = result.form != scenario.outcomes[result.outcome].form;
    match (result.decision, scenario.rules.of(result.form)) {
        (Decision::Adopted, AdoptionRule::Consensus) if lighter => {
            format!("agreed as {}; nobody objected", with_article(result.form))
        }
        (Decision::Adopted, AdoptionRule::Consensus) => "nobody objected".to_owned(),
        (Decision::Adopted, AdoptionRule::Authority) if lighter => {
            "issued as a summary by the President, on the President's own authority".to_owned()
        }
        (Decision::Adopted, AdoptionRule::Authority) => {
            "issued on the President's own authority".to_owned()
        }
        (Decision::Adopted, AdoptionRule::Signature) => {
            let members = result.signed_by.iter();
            let voting = members.filter(|&&id| scenario.members[id].votes()).count();
            signed(voting, result.signed_by.len() - voting)
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
        (Decision::NotPut { withdrawn: true }, _) => withdrawn(scenario, result.outcome, selection),
        (Decision::NotPut { withdrawn: false }, _) => not_put(scenario, result.outcome, selection),
    }
}

/// "signed by 3 members and 1 invited participant".
fn signed(members: usize, others: usize) -> String {
    let count = |n: usize, what: &str| match n {
        0 => None,
        1 => Some(format!("1 {what}")),
        several => Some(format!("{several} {what}s")),
    };
    let signed = [count(members, "member"), count(others, "invited participant")];
    let signed: Vec<String> = signed.into_iter().flatten().collect();
    format!("signed by {}", list(&signed))
}

/// Why a text was withdrawn: a sponsor could no longer accept it, or its penholder chose to.
fn withdrawn(scenario: &Scenario, outcome: OutcomeId, selection: Option<&Selection>) -> String {
    let name = |id: DelegationId| scenario.members[id].name.in_sentence();
    let sponsor = selection.and_then(|row| row.withdrawn_by);
    let pen = scenario.outcomes[outcome].sponsors.first();
    match (sponsor, pen) {
        (Some(sponsor), _) => {
            format!("{}, one of its sponsors, could no longer accept it", name(sponsor))
        }
        (None, Some(&pen)) => format!("withdrawn by {}, its sponsor", name(pen)),
        (None, None) => "withdrawn by its sponsor".to_owned(),
    }
}

fn not_put(scenario: &Scenario, outcome: OutcomeId, selection: Option<&Selection>) -> String {
    let pen = scenario.outcomes[outcome].sponsors.first();
    let pen = pen.map(|&id| scenario.members[id].name.in_sentence());
    match (selection.and_then(|row| row.estimate), pen) {
        (Some(estimate), Some(_)) if selection.is_some_and(|row| row.gave_way) => {
            format!(
                "other texts were given precedence (prospect of adoption estimated at {})",
                percent(estimate)
            )
        }
        (Some(estimate), Some(pen)) => {
            format!("{pen} estimated the prospect of adoption at {}", percent(estimate))
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
