//! Injects: when they happen, and what they move.

use crate::council::{DelegationId, Effect, Id as _, InjectId, IssueId, When};
use crate::opinion::Shift;
use crate::stream::{Purpose, StreamKey};
use crate::vote::Decision;

use super::decide::{Meeting, known};
use super::event::{Book, Cause, EventKind};
use super::procedure::Question;
use super::queue::EventQueue;
use super::state::Standing;
use super::{RuleViolation, motions, opening};

/// The next inject that is due, in the order of the file.
pub(super) fn due(meeting: Meeting<'_>) -> Option<InjectId> {
    let injects = meeting.scenario.injects.ids();
    let mut waiting = injects.filter(|&id| !meeting.state.fired[id] && !meeting.state.held[id]);
    waiting.find(|&id| is_due(meeting, id))
}

fn is_due(meeting: Meeting<'_>, id: InjectId) -> bool {
    let Meeting { scenario, state, .. } = meeting;
    let inject = &scenario.injects[id];
    let set_off = match inject.when {
        When::AfterStatement(n) => state.statements >= n && state.statements > 0,
        When::AtStage(name) => state.stage(scenario).is_some_and(|stage| stage.name() == name),
        When::OnResult { outcome, adopted } => match state.standing[outcome] {
            Standing::Decided(Decision::Adopted) => adopted,
            Standing::Decided(Decision::NotAdopted(_)) => !adopted,
            _ => false,
        },
        When::AtRandom(chance) => state.floor.is_some_and(|(speaker, _)| {
            // One draw for each statement, named by who made it.
            let who = scenario.members[speaker].key;
            state.statements > 0 && draw(meeting, id, (who, state.spoken[speaker])) < chance
        }),
        When::ByHand => false,
    };
    set_off && draw(meeting, id, (0, 0)) < inject.probability
}

fn draw(meeting: Meeting<'_>, id: InjectId, (who, occasion): (u64, u32)) -> f64 {
    let object = meeting.scenario.injects[id].key;
    let key = StreamKey { purpose: Purpose::Inject, stage: 0, who, object, occasion };
    meeting.seed.stream(key).uniform()
}

/// Lets an inject happen: because it is due, or because a person wants it.
pub(super) fn fire(
    meeting: Meeting<'_>,
    id: InjectId,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    known(id.index(), scenario.injects.len())?;
    if state.fired[id] {
        return Err(RuleViolation::DoneAlready);
    }
    if queue.cause == Cause::Program && !is_due(meeting, id) {
        return Err(RuleViolation::NothingPending);
    }
    if queue.cause == Cause::Program {
        queue.cause = match scenario.injects[id].when {
            When::AfterStatement(_) | When::AtRandom(_) => Cause::Event(state.last_statement),
            When::OnResult { outcome, .. } => Cause::Event(state.decided_at[outcome]),
            When::AtStage(_) | When::ByHand => Cause::Program,
        };
    }
    let fired = queue.push(Book::Outside, EventKind::InjectFired { inject: id });
    move_positions(meeting, id, fired, queue);
    raise_questions(meeting, id, fired, queue);
    Ok(())
}

/// Keeps an inject from happening: only a person may, and not after the fact.
pub(super) fn hold(
    meeting: Meeting<'_>,
    id: InjectId,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    known(id.index(), meeting.scenario.injects.len())?;
    if queue.cause == Cause::Program {
        return Err(RuleViolation::NothingPending);
    }
    if meeting.state.fired[id] || meeting.state.held[id] {
        return Err(RuleViolation::DoneAlready);
    }
    queue.push(Book::Outside, EventKind::InjectHeld { inject: id });
    Ok(())
}

/// Other instructions from capital: the delegation stands where they say at once.
pub(super) fn instruct(
    meeting: Meeting<'_>,
    (to, issue): (DelegationId, IssueId),
    position: f64,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    known(to.index(), scenario.members.len())?;
    known(issue.index(), scenario.issues.len())?;
    if queue.cause == Cause::Program {
        return Err(RuleViolation::NothingPending);
    }
    let instructions = &scenario.derived.instructions[(to, issue)];
    if !instructions.given || !(0.0..=1.0).contains(&position) {
        return Err(RuleViolation::DoesNotFit);
    }
    let position = instructions.red_line.clamp(position);
    let given = EventKind::InstructionsGiven { to, issue, position };
    let given = queue.push(Book::Outside, given);
    let from = state.positions[(to, issue)];
    if (position - from).abs() > 0.0 {
        let mut rows = queue.shifts.take();
        let pull = position - from;
        rows.push(Shift { listener: to, issue, from, to: position, pull, anchor: 0.0 });
        queue.push_because(given, Book::Outside, EventKind::PositionsShifted { rows });
    }
    Ok(())
}

/// Positions that the inject moves, within red lines.
fn move_positions(meeting: Meeting<'_>, id: InjectId, fired: Cause, queue: &mut EventQueue) {
    let Meeting { scenario, state, .. } = meeting;
    let mut rows = queue.shifts.take();
    for effect in &scenario.injects[id].effects {
        if let Effect::Position { member, issue, by } = *effect {
            let instructions = &scenario.derived.instructions[(member, issue)];
            // Two effects on one position add up.
            let moved = |row: &&Shift| row.listener == member && row.issue == issue;
            let before = rows.iter().rev().find(moved).map(|row| row.to);
            let from = before.unwrap_or(state.positions[(member, issue)]);
            let to = instructions.red_line.clamp((from + by).clamp(0.0, 1.0));
            if instructions.given && (to - from).abs() > 0.0 {
                rows.push(Shift { listener: member, issue, from, to, pull: by, anchor: 0.0 });
            }
        }
    }
    if rows.is_empty() {
        queue.shifts.give_back(rows);
    } else {
        queue.push_because(fired, Book::Outside, EventKind::PositionsShifted { rows });
    }
}

/// Questions of procedure that the inject lets members raise, where the moment admits them.
fn raise_questions(meeting: Meeting<'_>, id: InjectId, fired: Cause, queue: &mut EventQueue) {
    for effect in &meeting.scenario.injects[id].effects {
        let raised = match *effect {
            Effect::PointOfOrder { member, .. } if motions::in_session(meeting, member).is_ok() => {
                Some((member, Question::PointOfOrder, Book::Record))
            }
            Effect::ObjectionToAgenda { member }
                if opening::may_object(meeting, (member, Question::Agenda)).is_ok() =>
            {
                Some((member, Question::Agenda, Book::Outside))
            }
            _ => None,
        };
        if let Some((by, question, book)) = raised {
            queue.push_because(fired, book, EventKind::QuestionRaised { by, question });
        }
    }
}

/// Whether an inject that has happened lets `member` challenge a ruling against its point.
pub(super) fn challenges(meeting: Meeting<'_>, member: DelegationId) -> bool {
    let Meeting { scenario, state, .. } = meeting;
    scenario.injects.pairs().any(|(id, inject)| {
        let wanted = Effect::PointOfOrder { member, challenge: true };
        state.fired[id] && inject.effects.contains(&wanted)
    })
}
