//! What is put to a decision (docs/model.md, section 5).

use crate::council::{AdoptionRule, DelegationId, OutcomeId, PutToAction};
use crate::vote::{Decision, Room, decision_chances, judge};

use super::decide::Meeting;
use super::event::{Book, EventKind, Selection};
use super::queue::EventQueue;
use super::state::{Silence, Standing};
use super::voting::take_decision;

/// The estimate of P(adopted) from which a penholder puts its text.
pub(super) const PUT_FROM: f64 = 0.25;
/// How many texts under `IfPromising` one meeting takes.
const MOST_PROMISING: u32 = 2;

/// Joint statements are settled before the debate.
pub(super) fn joint_statements(meeting: Meeting<'_>, queue: &mut EventQueue) {
    settle(meeting, queue, |id| *meeting.room().rule(id) == AdoptionRule::Signature);
}

/// Settles which texts are put now.
pub(super) fn select(meeting: Meeting<'_>, queue: &mut EventQueue) {
    settle(meeting, queue, |_| true);
}

fn settle(meeting: Meeting<'_>, queue: &mut EventQueue, considered: impl Fn(OutcomeId) -> bool) {
    let Meeting { scenario, state, .. } = meeting;
    let mut rows = queue.selections.take();
    for outcome in scenario.outcomes.ids() {
        if state.standing[outcome] == Standing::Open && considered(outcome) {
            rows.push(consider(meeting, outcome, queue));
        }
    }
    keep_the_most_promising(meeting, &mut rows);
    let withdrawn = rows.iter().any(|row| row.withdrawn_by.is_some());
    if rows.is_empty() {
        queue.selections.give_back(rows);
        return;
    }
    if !withdrawn {
        queue.push(Book::Outside, EventKind::TextsSelected { rows });
        return;
    }
    let mut dropped = queue.selections.take();
    dropped.extend(rows.iter().copied().filter(|row| row.withdrawn_by.is_some()));
    let selected = queue.push(Book::Outside, EventKind::TextsSelected { rows });
    for row in &dropped {
        let decision = Decision::NotPut { withdrawn: true };
        take_decision(queue, selected, Book::Outside, (row.outcome, decision));
    }
    queue.selections.give_back(dropped);
}

/// Whether a text would be put, taken by itself.
fn consider(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) -> Selection {
    let scenario = meeting.scenario;
    let row =
        Selection { outcome, put: false, estimate: None, gave_way: false, withdrawn_by: None };
    let withdrawn_by = withdrawing_sponsor(meeting, outcome);
    if withdrawn_by.is_some() {
        return Selection { withdrawn_by, ..row };
    }
    match scenario.outcomes[outcome].action {
        PutToAction::TalliedOnly => row,
        // A person who holds the pen puts its text, or withdraws it.
        _ if is_penned_by_a_person(meeting, outcome) => Selection { put: true, ..row },
        PutToAction::IfPromising if meeting.room().rule(outcome).is_decided_by_members() => {
            let estimate = estimate(meeting, outcome, queue);
            Selection { put: estimate >= PUT_FROM, estimate: Some(estimate), ..row }
        }
        PutToAction::ToShowTheVote | PutToAction::IfPromising => Selection { put: true, ..row },
    }
}

/// A sponsor whose red line its own text has crossed withdraws it.
fn withdrawing_sponsor(meeting: Meeting<'_>, outcome: OutcomeId) -> Option<DelegationId> {
    meeting.scenario.outcomes[outcome].sponsors.iter().copied().find(|&sponsor| {
        !meeting.state.played[sponsor] && judge(meeting.room(), sponsor, outcome).red_line.is_some()
    })
}

/// Whether a person plays the delegation that holds the pen.
pub(super) fn is_penned_by_a_person(meeting: Meeting<'_>, outcome: OutcomeId) -> bool {
    let pen = meeting.scenario.outcomes[outcome].sponsors.first();
    pen.is_some_and(|&pen| meeting.state.played[pen])
}

/// P(adopted) as the penholder sees it. A text under which silence held is agreed.
fn estimate(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) -> f64 {
    if meeting.state.bargaining.silence[outcome] == Silence::Held {
        return 1.0;
    }
    let pen = meeting.scenario.outcomes[outcome].sponsors.first().copied();
    estimate_positions(meeting, pen, outcome, queue);
    let room = Room { positions: &queue.estimate, ..meeting.room() };
    decision_chances(room, outcome, &mut queue.forecast).adopted
}

/// Positions as a penholder sees them: its own as it is, another's as sounded, else as last
/// voiced, else the status quo.
pub(super) fn estimate_positions(
    meeting: Meeting<'_>,
    pen: Option<DelegationId>,
    outcome: OutcomeId,
    queue: &mut EventQueue,
) {
    let Meeting { scenario, state, .. } = meeting;
    for aim in &state.texts[outcome].aims {
        let issue = aim.issue;
        let q = scenario.derived.status_quo[issue];
        let estimates = queue.estimate.column_mut(issue).iter_mut();
        for (estimate, voiced) in estimates.zip(state.voiced.column(issue)) {
            *estimate = voiced.unwrap_or(q);
        }
        if let Some(pen) = pen {
            queue.estimate[(pen, issue)] = state.positions[(pen, issue)];
        }
    }
    for row in pen.into_iter().flat_map(|pen| state.bargaining.notebook(pen)) {
        queue.estimate[(row.of, row.issue)] = row.position;
    }
}

/// Of the promising texts, only the most promising are put; ties go by identifier.
fn keep_the_most_promising(meeting: Meeting<'_>, rows: &mut [Selection]) {
    let left = MOST_PROMISING.saturating_sub(meeting.state.promising_put) as usize;
    for at in 0..rows.len() {
        let Some(estimate) = rows[at].estimate.filter(|_| rows[at].put) else {
            continue;
        };
        // A text that has given way still counts as more promising than those after it.
        let better = rows.iter().enumerate().filter(|&(other, row)| {
            (row.put || row.gave_way)
                && row.estimate.is_some_and(|e| e > estimate || (other < at && e >= estimate))
        });
        if better.count() >= left {
            rows[at].put = false;
            rows[at].gave_way = true;
        }
    }
}
