//! What an action causes: events, or a refusal with the rule it rests on.

use crate::council::{Capacity, DelegationId, Membership, OutcomeId, Stage, StageName};
use crate::opinion::{Listeners, listen};
use crate::scenario::Scenario;
use crate::speech::{self, Floor};
use crate::stream::Seed;
use crate::vote::{Decision, Room};

use super::event::{Book, EventKind};
use super::queue::EventQueue;
use super::state::{Standing, State};
use super::{Action, RuleViolation, put, speakers_list, voting};

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
        Room {
            scenario: self.scenario,
            positions: &self.state.positions,
            declared: Some(&self.state.declared),
        }
    }
}

/// The next step of the programme; `None` when it has ended.
pub(super) fn propose(scenario: &Scenario, state: &State) -> Option<Action> {
    if let Some(speaker) = state.next_speaker() {
        return Some(Action::Deliver(speaker));
    }
    if let Some(outcome) = next_text(scenario, state) {
        return Some(Action::Decide(outcome));
    }
    (state.stages_opened < scenario.program.len()).then_some(Action::OpenNextStage)
}

/// The next text before the meeting, in order of submission (rule 32): the order of the file.
fn next_text(scenario: &Scenario, state: &State) -> Option<OutcomeId> {
    scenario.order.outcomes.iter().copied().find(|&id| state.standing[id] == Standing::Put)
}

pub(super) fn decide(
    meeting: Meeting<'_>,
    action: Action,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    match action {
        Action::OpenNextStage => open_next_stage(meeting, queue),
        Action::Deliver(speaker) => {
            next_on_the_list(meeting, speaker)?;
            deliver(meeting, speaker, queue);
            Ok(())
        }
        Action::Pass(by) => {
            next_on_the_list(meeting, by)?;
            let stage = meeting.state.stage_name(meeting.scenario);
            queue.push(stage, Book::Record, EventKind::FloorPassed { by });
            Ok(())
        }
        Action::Decide(outcome) => {
            if meeting.state.standing[outcome] != Standing::Put {
                return Err(RuleViolation::NotPut);
            }
            voting::decide(meeting, outcome, queue);
            Ok(())
        }
    }
}

fn next_on_the_list(meeting: Meeting<'_>, speaker: DelegationId) -> Result<(), RuleViolation> {
    if meeting.state.next_speaker() == Some(speaker) {
        Ok(())
    } else {
        Err(RuleViolation::NotNextOnTheList)
    }
}

fn open_next_stage(meeting: Meeting<'_>, queue: &mut EventQueue) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    if state.next_speaker().is_some() || next_text(scenario, state).is_some() {
        return Err(RuleViolation::StageNotOver);
    }
    let Some(&stage) = scenario.program.get(state.stages_opened) else {
        return Err(RuleViolation::MeetingOver);
    };
    let name = stage.name();
    queue.push(name, Book::Outside, EventKind::StageOpened);
    match stage {
        Stage::JointStatements => put::joint_statements(meeting, queue),
        Stage::Opening => opening(scenario, queue),
        Stage::Briefings | Stage::MembersStatements { .. } | Stage::InvitedStatements => {
            let order = speakers_list::establish(meeting, stage, queue);
            queue.push(name, Book::Outside, EventKind::SpeakersListed { order });
        }
        Stage::Closing => queue.push(name, Book::Record, EventKind::MeetingAdjourned),
        Stage::Action => put::select(meeting, queue),
        // Nobody has asked for the floor again, and texts stay as they are.
        Stage::FurtherStatements | Stage::Consultations { .. } => {}
    }
    Ok(())
}

/// The opening: the skeleton of a real meeting, read out by the President.
fn opening(scenario: &Scenario, queue: &mut EventQueue) {
    let stage = StageName::Opening;
    queue.push(stage, Book::Record, EventKind::MeetingCalledToOrder);
    queue.push(stage, Book::Record, EventKind::AgendaAdopted);
    for rule in [Membership::Rule37, Membership::Rule39] {
        let mut delegations = queue.delegations.take();
        delegations
            .extend(scenario.invited().filter(|&id| scenario.members[id].membership == rule));
        if delegations.is_empty() {
            queue.delegations.give_back(delegations);
        } else {
            let invited = EventKind::ParticipantsInvited { rule, delegations };
            queue.push(stage, Book::Record, invited);
        }
    }
}

/// The floor is given, the statement delivered, its listeners moved.
fn deliver(meeting: Meeting<'_>, speaker: DelegationId, queue: &mut EventQueue) {
    let Meeting { scenario, seed, state } = meeting;
    let stage = state.stage_name(scenario);
    let capacity = capacity(scenario, speaker);
    queue.push(stage, Book::Record, EventKind::FloorGiven { to: speaker, capacity });
    let floor = Floor {
        scenario,
        seed,
        stage: state.stage_key(scenario),
        positions: &state.positions,
        voiced: &state.voiced,
        declared: &state.declared,
        heat: &state.heat,
        spoken: &state.spoken,
    };
    let buffers = (queue.points.take(), queue.declarations.take());
    let statement = speech::statement(floor, speaker, capacity, buffers);
    let mut rows = queue.shifts.take();
    let listeners =
        Listeners { scenario, positions: &state.positions, flexibility: &state.flexibility };
    listen(listeners, &statement, &mut rows);
    queue.push(stage, Book::Record, EventKind::StatementDelivered(statement));
    queue.push(stage, Book::Outside, EventKind::PositionsShifted { rows });
}

/// In what capacity a delegation on the list speaks.
fn capacity(scenario: &Scenario, speaker: DelegationId) -> Capacity {
    if scenario.members[speaker].is_briefer() {
        return Capacity::Briefer;
    }
    scenario
        .groups
        .pairs()
        .find(|(_, group)| group.joint_statement == Some(speaker))
        .map_or(Capacity::National, |(id, _)| Capacity::OnBehalfOf(id))
}

/// Records a decision, in the book to which it belongs.
pub(super) fn take_decision(
    queue: &mut EventQueue,
    stage: StageName,
    book: Book,
    (outcome, decision): (OutcomeId, Decision),
) {
    queue.push(stage, book, EventKind::DecisionTaken { outcome, decision });
}
