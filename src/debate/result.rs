//! How the debate ended for each outcome.

use serde_json::{Value, json};

use crate::council::{AdoptionRule, Declared, DelegationId, OutcomeForm, OutcomeId};
use crate::scenario::Scenario;
use crate::vote::{Ballot, Decision};

use super::state::{Standing, State};

/// What became of one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeResult {
    /// The outcome.
    pub outcome: OutcomeId,
    /// Its form at the end.
    pub form: OutcomeForm,
    /// Stances declared by voting members.
    pub declared: DeclaredLists,
    /// Stances declared by invited participants.
    pub declared_by_others: DeclaredLists,
    /// The decision; not put, where none was taken.
    pub decision: Decision,
    /// Votes in favour.
    pub in_favour: Vec<DelegationId>,
    /// Votes against.
    pub against: Vec<DelegationId>,
    /// Abstentions.
    pub abstaining: Vec<DelegationId>,
    /// Members that did not participate.
    pub not_participating: Vec<DelegationId>,
    /// Those that signed a joint statement.
    pub signed_by: Vec<DelegationId>,
    /// Those that objected to a text that needs consensus.
    pub objected_by: Vec<DelegationId>,
}

/// Delegations by declared stance, each list in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeclaredLists {
    /// In favour.
    pub in_favour: Vec<DelegationId>,
    /// With reservations.
    pub reservations: Vec<DelegationId>,
    /// Opposed.
    pub opposed: Vec<DelegationId>,
    /// Not declared.
    pub undeclared: Vec<DelegationId>,
}

/// The results at this moment, in the order of the file.
pub fn results(scenario: &Scenario, state: &State) -> Vec<OutcomeResult> {
    scenario.order.outcomes.iter().map(|&outcome| result(scenario, state, outcome)).collect()
}

fn result(scenario: &Scenario, state: &State, outcome: OutcomeId) -> OutcomeResult {
    let cast = |ballot: Ballot| -> Vec<DelegationId> {
        let order = scenario.order.members.iter().copied();
        order.filter(|&who| state.ballots[(who, outcome)] == Some(ballot)).collect()
    };
    let form = state.texts[outcome].form;
    let rule = scenario.rules.of(form);
    let recorded = matches!(rule, AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. });
    let when = |shown: bool, ballot: Ballot| if shown { cast(ballot) } else { Vec::new() };
    OutcomeResult {
        outcome,
        form,
        declared: declared(scenario, state, outcome, true),
        declared_by_others: declared(scenario, state, outcome, false),
        decision: match state.standing[outcome] {
            Standing::Decided(decision) => decision,
            Standing::Open | Standing::Put => Decision::NotPut { withdrawn: false },
        },
        in_favour: when(recorded, Ballot::InFavour),
        against: when(recorded, Ballot::Against),
        abstaining: when(recorded, Ballot::Abstaining),
        not_participating: when(recorded, Ballot::NotParticipating),
        signed_by: when(*rule == AdoptionRule::Signature, Ballot::InFavour),
        objected_by: when(*rule == AdoptionRule::Consensus, Ballot::Against),
    }
}

/// The declared stances on `outcome` of the voting members, or of the other participants.
/// A signature under a joint statement is a declaration in favour; briefers declare nothing.
fn declared(scenario: &Scenario, state: &State, outcome: OutcomeId, voting: bool) -> DeclaredLists {
    let mut lists = DeclaredLists::default();
    let signature = *scenario.rule(outcome) == AdoptionRule::Signature;
    for &who in &scenario.order.members {
        let member = &scenario.members[who];
        if member.votes() != voting || member.is_briefer() {
            continue;
        }
        let signed = signature && state.ballots[(who, outcome)] == Some(Ballot::InFavour);
        let list = match state.declared[(outcome, who)] {
            _ if signed => &mut lists.in_favour,
            Declared::InFavour => &mut lists.in_favour,
            Declared::Reservations => &mut lists.reservations,
            Declared::Opposed => &mut lists.opposed,
            Declared::Undeclared => &mut lists.undeclared,
        };
        list.push(who);
    }
    lists
}

/// A result as it stands in JSON: delegations by their identifiers.
pub fn result_json(scenario: &Scenario, result: &OutcomeResult) -> Value {
    let list = |ids: &[DelegationId]| -> Vec<&str> {
        ids.iter().map(|&id| scenario.members[id].identifier.as_str()).collect()
    };
    let declared = |lists: &DeclaredLists| {
        json!({
            "in_favour": list(&lists.in_favour),
            "reservations": list(&lists.reservations),
            "opposed": list(&lists.opposed),
            "undeclared": list(&lists.undeclared),
        })
    };
    json!({
        "form": result.form.identifier(),
        "declared": declared(&result.declared),
        "declared_by_others": declared(&result.declared_by_others),
        "result": result.decision.result(),
        "because": result.decision.because(),
        "in_favour": list(&result.in_favour),
        "against": list(&result.against),
        "abstaining": list(&result.abstaining),
        "not_participating": list(&result.not_participating),
        "signed_by": list(&result.signed_by),
        "objected_by": list(&result.objected_by),
    })
}
