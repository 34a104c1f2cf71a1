//! The floor: who is given it, what is said, who listens, who asks for it again.

use crate::council::{
    Capacity, Commendation, Criticism, Declaration, DelegationId, Direction, Id as _, IssueId,
    Point, Stage, Statement, StatementPurpose, Style,
};
use crate::opinion::{Listeners, listen};
use crate::scenario::Scenario;
use crate::speech::{self, Floor};
use crate::vote;

use super::action::{Intended, IntendedPoint};
use super::decide::{Meeting, known, short_enough};
use super::event::{Book, EventKind};
use super::queue::EventQueue;
use super::{Action, RuleViolation, clock, speakers_list};

/// Salience from which a delegation criticized by name asks for the floor again.
const ANSWERS_FROM: f64 = 0.3;

/// Opens a stage in which delegations take the floor.
pub(super) fn open(meeting: Meeting<'_>, stage: Stage, queue: &mut EventQueue) {
    let order = speakers_list::establish(meeting, stage, queue);
    if stage == Stage::InvitedStatements && !order.is_empty() {
        let minutes = meeting.scenario.time_limit;
        queue.push(Book::Record, EventKind::TimeLimitRecalled { minutes });
    }
    queue.push(Book::Outside, EventKind::SpeakersListed { order });
}

/// Statements, and requests for the floor.
pub(super) fn decide(
    meeting: Meeting<'_>,
    action: &Action,
    queue: &mut EventQueue,
) -> Result<(), RuleViolation> {
    match action {
        Action::Deliver(speaker) => {
            next_on_the_list(meeting, *speaker)?;
            let statement = of_the_model(meeting, *speaker, queue);
            deliver(meeting, statement, queue);
            Ok(())
        }
        Action::Say(intended) => {
            next_on_the_list(meeting, intended.speaker)?;
            check(meeting, intended)?;
            let statement = of_a_person(meeting, intended, queue);
            deliver(meeting, statement, queue);
            Ok(())
        }
        Action::Pass(by) => {
            next_on_the_list(meeting, *by)?;
            queue.push(Book::Record, EventKind::FloorPassed { by: *by });
            Ok(())
        }
        Action::AskForFloor { by, issue } => {
            known(by.index(), meeting.scenario.members.len())?;
            known(issue.index(), meeting.scenario.issues.len())?;
            let is_over = meeting.state.adjourned || !still_hears_further(meeting);
            if is_over {
                return Err(RuleViolation::NotInThisStage);
            }
            if meeting.state.requests.iter().any(|request| request.by == *by) {
                return Err(RuleViolation::DoneAlready);
            }
            let asked = EventKind::FloorRequested { by: *by, issue: *issue };
            queue.push(Book::Outside, asked);
            Ok(())
        }
        Action::Exchange { first, second } => {
            let waiting = &meeting.state.list[meeting.state.heard.min(meeting.state.list.len())..];
            if first == second || !waiting.contains(first) || !waiting.contains(second) {
                return Err(RuleViolation::NotOnTheList);
            }
            let (first, second) = (*first, *second);
            queue.push(Book::Outside, EventKind::PlacesExchanged { first, second });
            Ok(())
        }
        _ => Err(RuleViolation::NotInThisStage),
    }
}

/// Whether further statements are heard now or later in the programme.
fn still_hears_further(meeting: Meeting<'_>) -> bool {
    let from = meeting.state.stages_opened.saturating_sub(1);
    meeting.scenario.program.iter().skip(from).any(|stage| *stage == Stage::FurtherStatements)
}

fn next_on_the_list(meeting: Meeting<'_>, speaker: DelegationId) -> Result<(), RuleViolation> {
    if meeting.state.next_speaker() == Some(speaker) {
        Ok(())
    } else {
        Err(RuleViolation::NotNextOnTheList)
    }
}

/// What a speaker knows when it takes the floor.
pub(super) const fn floor(meeting: Meeting<'_>, stage: u64) -> Floor<'_> {
    let state = meeting.state;
    Floor {
        room: meeting.room(),
        seed: meeting.seed,
        stage,
        voiced: &state.voiced,
        heat: &state.heat,
        spoken: &state.spoken,
    }
}

/// The statement that the model composes for `speaker`.
fn of_the_model(meeting: Meeting<'_>, speaker: DelegationId, queue: &mut EventQueue) -> Statement {
    let Meeting { scenario, state, .. } = meeting;
    let floor = floor(meeting, state.stage_key(scenario));
    let buffers = (queue.points.take(), queue.declarations.take());
    if let Some(request) = further(meeting, speaker) {
        let minutes = clock::minutes(meeting, speaker, true);
        return speech::further_statement(floor, (speaker, request), minutes, buffers);
    }
    let capacity = capacity(scenario, speaker);
    let minutes = clock::minutes(meeting, speaker, false);
    speech::statement(floor, (speaker, capacity), minutes, buffers)
}

/// The issue on which `speaker` makes a further statement, in the stage for those.
fn further(meeting: Meeting<'_>, speaker: DelegationId) -> Option<IssueId> {
    let Meeting { scenario, state, .. } = meeting;
    let asked = state.requests.iter().find(|request| request.by == speaker)?;
    (state.stage(scenario) == Some(Stage::FurtherStatements)).then_some(asked.issue)
}

/// The statement as a person intends it, with the reasons that the model sees in it.
fn of_a_person(meeting: Meeting<'_>, intended: &Intended, queue: &mut EventQueue) -> Statement {
    let Meeting { scenario, state, .. } = meeting;
    let speaker = intended.speaker;
    let floor = floor(meeting, state.stage_key(scenario));
    let is_further = further(meeting, speaker).is_some();
    let mut points = queue.points.take();
    points.extend(intended.points.iter().map(|point| {
        let IntendedPoint { issue, voiced, emphasis } = *point;
        let q = scenario.issues[issue].status_quo.get();
        let toward = if voiced >= q { Direction::High } else { Direction::Low };
        let argument = speech::argument(floor, (speaker, issue), voiced);
        let attention = 0.0;
        Point { issue, voiced: Some(voiced), toward, emphasis, argument, attention, luck: 0.0 }
    }));
    let mut declarations = queue.declarations.take();
    declarations.extend(intended.declarations.iter().map(|&(outcome, stance)| {
        let (judgement, chance) = vote::chance(meeting.room(), speaker, outcome);
        Declaration { outcome, stance, judgement, chance }
    }));
    let own = |issue| points.iter().find(|p| p.issue == issue).and_then(|p| p.voiced);
    let criticizes = intended.criticizes.and_then(|(of, issue)| {
        let voiced = state.voiced[(of, issue)]?;
        let distance = (voiced - own(issue).unwrap_or(state.positions[(speaker, issue)])).abs();
        Some(Criticism { of, issue, voiced, distance, named: false })
    });
    let commends = intended.commends.map(|(to, issue)| Commendation {
        to,
        issue,
        affinity: scenario.derived.affinity[(speaker, to)],
    });
    Statement {
        speaker,
        capacity: capacity(scenario, speaker),
        purpose: if is_further { StatementPurpose::Further } else { StatementPurpose::Debate },
        minutes: match &intended.words {
            Some(words) => clock::minutes_of(words),
            None => clock::minutes(meeting, speaker, is_further),
        },
        points,
        declarations,
        commends,
        criticizes,
        words: intended.words.clone(),
        register: intended.register,
    }
}

/// Refuses a statement that does not fit the scenario or what has been said.
fn check(meeting: Meeting<'_>, intended: &Intended) -> Result<(), RuleViolation> {
    let Meeting { scenario, state, .. } = meeting;
    let (members, issues) = (scenario.members.len(), scenario.issues.len());
    let refused = Err(RuleViolation::DoesNotFit);
    short_enough(intended.words.as_deref())?;
    for (place, point) in intended.points.iter().enumerate() {
        known(point.issue.index(), issues)?;
        let twice = intended.points[..place].iter().any(|p| p.issue == point.issue);
        let unit = 0.0..=1.0;
        if twice || !unit.contains(&point.voiced) || !unit.contains(&point.emphasis) {
            return refused;
        }
    }
    for (place, (outcome, _)) in intended.declarations.iter().enumerate() {
        known(outcome.index(), scenario.outcomes.len())?;
        let twice = intended.declarations[..place].iter().any(|(other, _)| other == outcome);
        if twice || !meeting.room().rule(*outcome).is_decided_by_members() {
            return refused;
        }
    }
    for (other, issue) in intended.commends.iter().chain(&intended.criticizes) {
        known(other.index(), members)?;
        known(issue.index(), issues)?;
        if *other == intended.speaker || state.voiced[(*other, *issue)].is_none() {
            return refused;
        }
    }
    Ok(())
}

/// The floor is given, the statement delivered, its listeners moved.
fn deliver(meeting: Meeting<'_>, statement: Statement, queue: &mut EventQueue) {
    let Meeting { scenario, state, .. } = meeting;
    clock::suspend_if_due(meeting, queue);
    let (to, capacity) = (statement.speaker, statement.capacity);
    let given = queue.push(Book::Record, EventKind::FloorGiven { to, capacity });
    let mut rows = queue.shifts.take();
    let listeners = Listeners {
        scenario,
        capital: state.anchors.capital(),
        positions: &state.positions,
        flexibility: &state.flexibility,
        influence: &state.influence,
    };
    if queue.wants_rows {
        listen(listeners, &statement, &mut rows);
    }
    let criticized = statement.criticizes.filter(|criticism| criticism.named);
    let said = queue.push_because(given, Book::Record, EventKind::StatementDelivered(statement));
    queue.push_because(said, Book::Outside, EventKind::PositionsShifted { rows });
    if let Some(criticism) = criticized.filter(|&criticism| answers(meeting, criticism)) {
        let asked = EventKind::FloorRequested { by: criticism.of, issue: criticism.issue };
        queue.push_because(said, Book::Outside, asked);
    }
}

/// Whether a delegation that was criticized by name asks for the floor again. The guarded let
/// it pass, and so do those to whom the issue matters little.
fn answers(meeting: Meeting<'_>, criticism: Criticism) -> bool {
    let Meeting { scenario, state, .. } = meeting;
    !state.played[criticism.of]
        && scenario.members[criticism.of].style != Style::Guarded
        && state.salience[(criticism.of, criticism.issue)] >= ANSWERS_FROM
        && still_hears_further(meeting)
        && !state.requests.iter().any(|request| request.by == criticism.of)
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
