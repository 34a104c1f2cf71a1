//! A text is decided: ballots are locked before any is shown.

use crate::council::{AdoptionRule, DelegationId, OutcomeForm, OutcomeId};
use crate::stream::{Purpose, StreamKey};
use crate::vote::{self, BallotRow, Decision, Room, chance};

use super::decide::{Meeting, take_decision};
use super::event::{Book, EventKind};
use super::queue::EventQueue;

/// Decides on `outcome` by its adoption rule.
pub(super) fn decide(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) {
    let Meeting { scenario, state, .. } = meeting;
    let stage = state.stage_name(scenario);
    let mut rows = queue.ballots.take();
    match scenario.rules[outcome] {
        AdoptionRule::Authority => {}
        AdoptionRule::Signature => {
            let asked = scenario.members.ids().filter(|&id| !scenario.members[id].is_briefer());
            rows.extend(asked.map(|who| cast(meeting, who, outcome)));
        }
        _ => {
            let voting = scenario.derived.voting.iter();
            rows.extend(voting.map(|&who| cast(meeting, who, outcome)));
        }
    }
    let decision = vote::decide(scenario, outcome, &rows);
    let book = book(meeting, outcome, decision);
    if scenario.rules[outcome] == AdoptionRule::Authority {
        queue.ballots.give_back(rows);
    } else {
        queue.push(stage, book, EventKind::BallotsCast { outcome, rows });
    }
    take_decision(queue, stage, book, (outcome, decision));
}

/// The ballot of one delegation. Nothing in it depends on another's.
fn cast(meeting: Meeting<'_>, who: DelegationId, outcome: OutcomeId) -> BallotRow {
    let Meeting { scenario, seed, state } = meeting;
    let signature = scenario.rules[outcome] == AdoptionRule::Signature;
    let room = if signature {
        // A joint statement is settled before anyone has spoken: D = 0.
        Room { declared: None, ..meeting.room() }
    } else {
        meeting.room()
    };
    let (judgement, chance) = chance(room, who, outcome);
    let draw = if vote::is_bound(scenario, who, outcome) {
        0.0
    } else {
        let key = StreamKey {
            purpose: if signature { Purpose::Signature } else { Purpose::Ballot },
            stage: state.stage_key(scenario),
            who: scenario.members[who].key,
            object: scenario.outcomes[outcome].key,
            occasion: 0,
        };
        scenario.dynamics.noise * seed.stream(key).logistic()
    };
    let ballot = vote::ballot(scenario, (who, outcome), judgement.total(), draw);
    BallotRow { delegation: who, ballot, judgement, chance, draw }
}

/// The book of a decision. A consensus text that fails leaves no trace in the record; press and
/// joint statements and the President's summary are issued outside the chamber.
fn book(meeting: Meeting<'_>, outcome: OutcomeId, decision: Decision) -> Book {
    let scenario = meeting.scenario;
    let issued_outside = matches!(
        scenario.outcomes[outcome].form,
        OutcomeForm::PressStatement | OutcomeForm::JointStatement | OutcomeForm::PresidentsSummary
    );
    let failed_consensus =
        scenario.rules[outcome] == AdoptionRule::Consensus && decision != Decision::Adopted;
    if issued_outside || failed_consensus { Book::Outside } else { Book::Record }
}
