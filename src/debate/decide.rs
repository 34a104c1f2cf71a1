//! What an action causes: events, or a refusal with the rule it rests on.

use crate::council::{DelegationId, Id as _, OutcomeId, Stage};
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::vote::Room;

use super::action::MOST_CHARACTERS;
use super::event::{Book, Cause, EventKind};
use super::queue::EventQueue;
use super::state::{Chair, Standing, State};
use super::{
    Action, RuleViolation, consultations, floor, inject, motions, opening, put, sponsors, voting,
};

/// A meeting at one moment.
#[derive(Clone, Copy)]
pub(super) struct Meeting<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) seed: Seed,
    pub(super) state: &'a State,
}

impl<'a> Meeting<'a> {
    /// What a delegation looks at when it judges an outcome now.
    pub(super) const fn room(self) -> Room<'a> {
        self.state.room(self.scenario)
    }

    /// Whether an outcome is still open to bargaining and put by its own promise.
    pub(super) fn is_open(self, outcome: OutcomeId) -> bool {
        self.state.standing[outcome] == Standing::Open
    }
}

/// The next step of the programme and of the model; `None` when the meeting has ended.
pub(super) fn propose(meeting: Meeting<'_>) -> Option<Action> {
    let Meeting { scenario, state, .. } = meeting;
    if let Some(action) = motions::propose(meeting) {
        return Some(action);
    }
    if let Some(inject) = inject::due(meeting) {
        return Some(Action::FireInject(inject));
    }
    if let Some(action) = consultations::propose(meeting) {
        return Some(action);
    }
    if let Some(speaker) = state.next_speaker() {
        return Some(Action::Deliver(speaker));
    }
    if let Some(outcome) = next_text(scenario, state) {
        return Some(Action::Decide(outcome));
    }
    state.next_stage(scenario).map(|_| Action::OpenNextStage)
}

/// The next text before the meeting, in order of submission (rule 32): the order of the file.
/// Joint statements are not put to the vote, and nothing rests on their order.
fn next_text(scenario: &Scenario, state: &State) -> Option<OutcomeId> {
    let put = |id: &OutcomeId| state.standing[*id] == Standing::Put;
    if state.stage(scenario) == Some(Stage::JointStatements) {
        scenario.outcomes.ids().find(put)
    } else {
        scenario.order.outcomes.iter().copied().find(put)
    }
}

/// Writes the events of `action` into `queue`; on a refusal, nothing of it counts.
pub(super) fn decide(
    meeting: Meeting<'_>,
    (action, cause): (&Action, Cause),
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    queue.start(meeting.state.events, meeting.state.stage_name(meeting.scenario), cause);
    motions::come_first(meeting, action)?;
    match action {
        Action::TakeSeat(who) => sit(meeting, (*who, true), queue),
        Action::LeaveSeat(who) => sit(meeting, (*who, false), queue),
        Action::TakeChair => preside(meeting, true, queue),
        Action::LeaveChair => preside(meeting, false, queue),
        Action::OpenNextStage => open_next_stage(meeting, queue),
        Action::Deliver(_)
        | Action::Say(_)
        | Action::Pass(_)
        | Action::AskForFloor { .. }
        | Action::Exchange { .. } => floor::decide(meeting, action, queue),
        Action::FireInject(id) => inject::fire(meeting, *id, queue),
        Action::HoldInject(id) => inject::hold(meeting, *id, queue),
        Action::Instruct { to, issue, position } => {
            inject::instruct(meeting, (*to, *issue), *position, queue)
        }
        Action::Decide(outcome) => voting::decide(meeting, *outcome, queue),
        Action::Lock { .. }
        | Action::Explain { .. }
        | Action::Sponsor { .. }
        | Action::Withdraw { .. } => sponsors::decide(meeting, action, queue),
        Action::ObjectToAgenda(_) | Action::ObjectToInvitation { .. } | Action::CedeChair => {
            opening::decide(meeting, action, queue)
        }
        Action::RaisePointOfOrder(_)
        | Action::Rule { .. }
        | Action::Challenge(_)
        | Action::Move { .. }
        | Action::DecideMotion
        | Action::AskSeparateVote { .. } => motions::decide(meeting, action, queue),
        Action::SoundOut { .. }
        | Action::OpenRound
        | Action::Offer { .. }
        | Action::Weigh(_)
        | Action::Answer { .. }
        | Action::CloseRound
        | Action::Conclude(_)
        | Action::StepDown { .. } => consultations::decide(meeting, action, queue),
    }
}

fn open_next_stage(meeting: Meeting<'_>, queue: &mut EventQueue) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    let Some(stage) = state.next_stage(scenario) else {
        return Err(RuleViolation::MeetingOver);
    };
    let unfinished = state.next_speaker().is_some()
        || next_text(scenario, state).is_some()
        || consultations::propose(meeting).is_some();
    if unfinished {
        return Err(RuleViolation::StageNotOver);
    }
    queue.enter(stage.name());
    queue.push(Book::Outside, EventKind::StageOpened);
    match stage {
        Stage::JointStatements => put::joint_statements(meeting, queue),
        Stage::Opening => opening::open(meeting, queue),
        Stage::Action => put::select(meeting, queue),
        Stage::Consultations { .. } => {}
        // A meeting that was adjourned before its time holds no more of its public stages.
        _ if state.adjourned => {}
        Stage::Briefings
        | Stage::MembersStatements { .. }
        | Stage::InvitedStatements
        | Stage::FurtherStatements => floor::open(meeting, stage, queue),
        Stage::Closing => {
            queue.push(Book::Record, EventKind::MeetingAdjourned);
        }
    }
    Ok(())
}

/// A person takes a seat, or leaves it.
fn sit(
    meeting: Meeting<'_>,
    (who, takes): (DelegationId, bool),
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    known(who.index(), meeting.scenario.members.len())?;
    if queue.cause == Cause::Program {
        return Err(RuleViolation::NothingPending);
    }
    if meeting.scenario.members[who].is_briefer() {
        return Err(RuleViolation::DoesNotFit);
    }
    if meeting.state.played[who] == takes {
        return Err(RuleViolation::DoneAlready);
    }
    let by = who;
    let kind = if takes { EventKind::SeatTaken { by } } else { EventKind::SeatLeft { by } };
    queue.push(Book::Outside, kind);
    Ok(())
}

/// A person takes the chair, or leaves it.
fn preside(meeting: Meeting<'_>, takes: bool, queue: &mut EventQueue) -> Result<(), RuleViolation> {
    if queue.cause == Cause::Program {
        return Err(RuleViolation::NothingPending);
    }
    if (meeting.state.chair == Chair::Person) == takes {
        return Err(RuleViolation::DoneAlready);
    }
    let by = meeting.state.president;
    let kind = if takes { EventKind::ChairTaken { by } } else { EventKind::ChairLeft { by } };
    queue.push(Book::Outside, kind);
    Ok(())
}

/// Refuses what only a voting member may do.
pub(super) fn member_with_vote(
    meeting: Meeting<'_>,
    who: DelegationId,
) -> Result<(), RuleViolation> {
    known(who.index(), meeting.scenario.members.len())?;
    if meeting.scenario.members[who].votes() { Ok(()) } else { Err(RuleViolation::NoVote) }
}

/// Refuses words that are longer than any statement.
pub(super) fn short_enough(words: Option<&str>) -> Result<(), RuleViolation> {
    let is_long = words.is_some_and(|words| words.chars().count() > MOST_CHARACTERS);
    if is_long { Err(RuleViolation::TooLong) } else { Ok(()) }
}

/// Refuses an identifier of another scenario.
pub(super) const fn known(index: usize, count: usize) -> Result<(), RuleViolation> {
    if index < count { Ok(()) } else { Err(RuleViolation::DoesNotFit) }
}
