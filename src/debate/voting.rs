//! A text is decided: ballots are locked before any is shown.

use crate::council::{
    AdoptionRule, DelegationId, Membership, OutcomeForm, OutcomeId, Stage, StageName,
};
use crate::stream::{Purpose, StreamKey, each_logistic};
use crate::vote::{self, Ballot, BallotRow, Decision, Failure, Room};

use super::decide::Meeting;
use super::event::{Book, Cause, EventKind};
use super::queue::EventQueue;
use super::state::Standing;
use super::{RuleViolation, explanations, parts, sponsors};

/// P(in favour) from which a delegation in favour joins the sponsors before the vote.
const JOINS_FROM: f64 = 0.9;

/// The next step of deciding on `outcome`: an amendment to it, a part of it, or the text.
pub(super) fn decide(
    meeting: Meeting<'_>,
    outcome: OutcomeId,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let known = meeting.scenario.outcomes.ids().any(|id| id == outcome);
    if !known || meeting.state.standing[outcome] != Standing::Put {
        return Err(RuleViolation::NotPut);
    }
    if !parts::decide_first(meeting, outcome, queue) {
        whole(meeting, outcome, queue);
    }
    Ok(())
}

/// Decides on the text by its adoption rule.
fn whole(meeting: Meeting<'_>, outcome: OutcomeId, queue: &mut EventQueue) {
    let Meeting { scenario, .. } = meeting;
    let rule = meeting.room().rule(outcome);
    let mut rows = queue.ballots.take();
    match rule {
        AdoptionRule::Authority => {}
        AdoptionRule::Signature => {
            let asked = scenario.members.ids().filter(|&id| !scenario.members[id].is_briefer());
            cast_all(meeting, asked, outcome, &mut rows);
        }
        _ => {
            cast_all(meeting, scenario.derived.voting.iter().copied(), outcome, &mut rows);
        }
    }
    let sponsors = &scenario.outcomes[outcome].sponsors;
    let decision = vote::decide(scenario, (rule, sponsors), &rows);
    let book = book(meeting, outcome, decision);
    if *rule == AdoptionRule::Authority {
        queue.ballots.give_back(rows);
        let cause = queue.cause;
        take_decision(queue, cause, book, (outcome, decision));
        rise(meeting, (outcome, book), cause, queue);
        return;
    }
    let is_public_vote = book == Book::Record && !matches!(rule, AdoptionRule::Consensus);
    if is_public_vote {
        join(meeting, outcome, &rows, queue);
        explanations::before(meeting, outcome, &rows, queue);
    }
    // The rows are read again after they have been handed on, from the event itself.
    let cast = queue.push(book, EventKind::BallotsCast { outcome, rows });
    let decided = take_decision(queue, cast, book, (outcome, decision));
    if decision == Decision::NotAdopted(Failure::Veto) && scenario.is_security_council {
        // The resolution of the General Assembly is about this Council, and no other body.
        queue.push_because(decided, Book::Outside, EventKind::AssemblyDebateDue { outcome });
    }
    if book == Book::Record {
        explanations::after(meeting, (outcome, decision), cast, queue);
    }
    rise(meeting, (outcome, book), cast, queue);
}

/// A separate meeting on a later day rises when the last text before it has been decided.
fn rise(
    meeting: Meeting<'_>,
    (outcome, book): (OutcomeId, Book),
    cast: Cause,
    queue: &mut EventQueue,
) {
    let Meeting { scenario, state, .. } = meeting;
    let mut before = scenario.program.iter().take(state.stages_opened);
    let is_separate = before.any(|stage| *stage == Stage::Closing);
    let sits = state.sitting || book == Book::Record;
    let mut others = scenario.outcomes.ids().filter(|&other| other != outcome);
    let is_last = !others.any(|other| state.standing[other] == Standing::Put);
    if is_separate && sits && is_last {
        queue.push_because(cast, Book::Record, EventKind::MeetingAdjourned);
    }
}

/// Those in favour that stand firmly behind a text join its sponsors until the vote, members or
/// not (practice). Their votes are what they would have been.
fn join(meeting: Meeting<'_>, outcome: OutcomeId, rows: &[BallotRow], queue: &mut EventQueue) {
    let Meeting { scenario, state, .. } = meeting;
    if meeting.room().texts[outcome].form != OutcomeForm::Resolution {
        return;
    }
    let sponsors = &scenario.outcomes[outcome].sponsors;
    let is_new = |who: DelegationId| {
        !sponsors.contains(&who) && !state.joined[(who, outcome)] && !state.played[who]
    };
    let mut delegations = queue.delegations.take();
    for row in rows {
        let stands = row.ballot == Ballot::InFavour && row.chance.in_favour >= JOINS_FROM;
        if stands && row.judgement.gain > 0.0 && is_new(row.delegation) {
            delegations.push(row.delegation);
        }
    }
    // Of those invited, States alone: an organization does not sponsor a draft.
    let invited = |who: &DelegationId| scenario.members[*who].membership == Membership::Rule37;
    let judged = scenario.members.ids().filter(invited).map(|who| {
        let judgement = vote::judge(meeting.room(), who, outcome);
        ((who, outcome), judgement.total(), (who, judgement.gain))
    });
    vote::each_chance(meeting.room(), judged, |(who, gain), chance| {
        if chance.in_favour >= JOINS_FROM && gain > 0.0 && is_new(who) {
            delegations.push(who);
        }
    });
    if delegations.is_empty() {
        queue.delegations.give_back(delegations);
    } else {
        queue.push(Book::Record, EventKind::SponsorsJoined { outcome, delegations });
    }
}

/// The ballots of these delegations. Nothing in one depends on another's.
pub(super) fn cast_all(
    meeting: Meeting<'_>,
    asked: impl Iterator<Item = DelegationId>,
    outcome: OutcomeId,
    rows: &mut Vec<BallotRow>,
) {
    let Meeting { scenario, seed, .. } = meeting;
    let signature = is_signed(meeting, outcome);
    let room = if signature {
        // A joint statement is settled before anyone has spoken: D = 0.
        Room { heard: None, ..meeting.room() }
    } else {
        meeting.room()
    };
    rows.extend(asked.map(|delegation| BallotRow {
        delegation,
        // One that no rule binds draws first.
        ballot: vote::bound(scenario, delegation, outcome).unwrap_or(Ballot::Abstaining),
        judgement: vote::judge(room, delegation, outcome),
        chance: vote::ABSTAINS,
        draw: 0.0,
    }));
    let judged = rows.iter_mut().map(|row| ((row.delegation, outcome), row.judgement.total(), row));
    vote::each_chance(room, judged, |row, chance| row.chance = chance);
    let free = rows.iter_mut().filter(|row| !vote::is_bound(scenario, row.delegation, outcome));
    let drawing = free.map(|row| (seed.stream(key(meeting, row.delegation, outcome)), row));
    each_logistic(drawing, |row, logistic| {
        row.draw = scenario.dynamics.noise * logistic;
        let settled = sponsors::ballot_settled(meeting, row.delegation, outcome);
        let g = row.judgement.total();
        row.ballot = settled
            .unwrap_or_else(|| vote::free_ballot(room, (row.delegation, outcome), g + row.draw));
    });
}

/// The logistic draw ε of `who`, scaled by β: the luck of its ballot on `outcome`.
pub(super) fn luck(meeting: Meeting<'_>, who: DelegationId, outcome: OutcomeId) -> f64 {
    let mut stream = meeting.seed.stream(key(meeting, who, outcome));
    meeting.scenario.dynamics.noise * stream.logistic()
}

fn is_signed(meeting: Meeting<'_>, outcome: OutcomeId) -> bool {
    *meeting.room().rule(outcome) == AdoptionRule::Signature
}

/// The name of a ballot's luck. It is the same in the silence procedure and at action: who would
/// object is asked twice, and does not draw twice.
fn key(meeting: Meeting<'_>, who: DelegationId, outcome: OutcomeId) -> StreamKey {
    let scenario = meeting.scenario;
    let signed = is_signed(meeting, outcome);
    StreamKey {
        purpose: if signed { Purpose::Signature } else { Purpose::Ballot },
        stage: StageName::Action.key(0),
        who: scenario.members[who].key,
        object: scenario.outcomes[outcome].key,
        occasion: 0,
    }
}

/// The book of a decision. A consensus text that fails leaves no trace in the record; press and
/// joint statements and the President's summary are issued outside the chamber.
fn book(meeting: Meeting<'_>, outcome: OutcomeId, decision: Decision) -> Book {
    let issued_outside = matches!(
        meeting.room().texts[outcome].form,
        OutcomeForm::PressStatement | OutcomeForm::JointStatement | OutcomeForm::PresidentsSummary
    );
    let failed_consensus = decision == Decision::NotAdopted(Failure::Objection);
    if issued_outside || failed_consensus { Book::Outside } else { Book::Record }
}

/// Records a decision, in the book to which it belongs. Returns it as a cause of others.
pub(super) fn take_decision(
    queue: &mut EventQueue,
    cause: Cause,
    book: Book,
    (outcome, decision): (OutcomeId, Decision),
) -> Cause {
    queue.push_because(cause, book, EventKind::DecisionTaken { outcome, decision })
}
