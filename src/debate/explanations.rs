//! What is said around a vote: explanations before and after it, and dissociations.

use crate::council::{AdoptionRule, Capacity, DelegationId, OutcomeId, StatementPurpose, Style};
use crate::speech;
use crate::vote::{Ballot, BallotRow, Decision};

use super::action::Explaining;
use super::clock;
use super::decide::Meeting;
use super::event::{Book, Cause, EventKind};
use super::floor;
use super::queue::EventQueue;
use super::state::Prepared;

/// Mean salience from which a delegation that did not vote in favour explains its vote.
const EXPLAINS_FROM: f64 = 0.5;
/// How far from its own position a paragraph must stand for a delegation to dissociate itself.
const DISSOCIATES_FROM: f64 = 0.25;

/// Explanations before the vote, by the candid among those who will vote against. Sponsors do
/// not explain their votes (practice).
pub(super) fn before(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    rows: &[BallotRow],
    queue: &mut EventQueue,
) {
    let cause = queue.cause;
    for row in rows.iter().filter(|row| when(meeting, row, outcome) == Explaining::Before) {
        let purpose = StatementPurpose::ExplanationBefore(outcome);
        speak(meeting, (row.delegation, outcome), purpose, (queue, cause));
    }
}

/// Explanations after the vote; where a text was agreed without one, dissociations from it.
pub(super) fn after(
    meeting: Meeting<'_>,
    (outcome, decision): (OutcomeId, Decision),
    cast: Cause,
    queue: &mut EventQueue,
) {
    let count = queue.ballots_cast_last().map_or(0, <[BallotRow]>::len);
    let consensus = *meeting.room().rule(outcome) == AdoptionRule::Consensus;
    for at in 0..count {
        let Some(row) = queue.ballots_cast_last().and_then(|rows| rows.get(at)).copied() else {
            return;
        };
        let who = row.delegation;
        let settles = meeting.state.played[who] || prepared(meeting, who, outcome).is_some();
        if consensus && !settles {
            if decision == Decision::Adopted && dissociates(meeting, &row, outcome) {
                let purpose = StatementPurpose::Dissociation(outcome);
                speak(meeting, (who, outcome), purpose, (queue, cast));
            }
        } else if when(meeting, &row, outcome) == Explaining::After {
            let purpose = StatementPurpose::ExplanationAfter(outcome);
            speak(meeting, (who, outcome), purpose, (queue, cast));
        }
    }
}

/// When a delegation explains its vote: as a person settled it, or as the model would.
fn when(meeting: Meeting<'_>, row: &BallotRow, outcome: OutcomeId) -> Explaining {
    if let Some(prepared) = prepared(meeting, row.delegation, outcome) {
        // Where silence is asked, what was said of it was said when it was broken.
        let consensus = *meeting.room().rule(outcome) == AdoptionRule::Consensus;
        let is_told = consensus && prepared.when == Explaining::Before;
        return if is_told { Explaining::Never } else { prepared.when };
    }
    if meeting.state.played[row.delegation] {
        return Explaining::Never;
    }
    let explains = matches!(row.ballot, Ballot::Against | Ballot::Abstaining)
        && row.judgement.salience >= EXPLAINS_FROM;
    let is_candid = meeting.scenario.members[row.delegation].style == Style::Candid;
    match (explains, is_candid && row.ballot == Ballot::Against) {
        (false, _) => Explaining::Never,
        (true, true) => Explaining::Before,
        (true, false) => Explaining::After,
    }
}

/// What a person settled about explaining the vote of `who`.
fn prepared(meeting: Meeting<'_>, who: DelegationId, outcome: OutcomeId) -> Option<&Prepared> {
    let mut all = meeting.state.prepared.iter();
    all.find(|it| (it.by, it.outcome) == (who, outcome))
}

/// A delegation that neither supported a text nor stood in its way dissociates itself from what
/// matters to it and stands far from what it wants.
fn dissociates(meeting: Meeting<'_>, row: &BallotRow, outcome: OutcomeId) -> bool {
    let state = meeting.state;
    row.ballot == Ballot::Abstaining
        && state.texts[outcome].aims.iter().any(|aim| {
            let x = state.positions[(row.delegation, aim.issue)];
            let s = state.salience[(row.delegation, aim.issue)];
            s >= EXPLAINS_FROM && (aim.position.get() - x).abs() >= DISSOCIATES_FROM
        })
}

fn speak(
    meeting: Meeting<'_>,
    (speaker, outcome): (DelegationId, OutcomeId),
    purpose: StatementPurpose,
    (queue, cause): (&mut EventQueue, Cause),
) {
    let stage = meeting.state.stage_key(meeting.scenario);
    let minutes = clock::minutes(meeting, speaker, true);
    let points = queue.points.take();
    let floor = floor::floor(meeting, stage);
    let mut statement = speech::on_a_text(floor, (speaker, outcome), (purpose, minutes), points);
    let own = prepared(meeting, speaker, outcome).and_then(|prepared| prepared.words.clone());
    if let Some(words) = own {
        statement.minutes = clock::minutes_of(&words);
        statement.words = Some(words);
    }
    let given = EventKind::FloorGiven { to: speaker, capacity: Capacity::National };
    let given = queue.push_because(cause, Book::Record, given);
    queue.push_because(given, Book::Record, EventKind::StatementDelivered(statement));
}
