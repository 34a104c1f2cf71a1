//! Where a debate stands: the fold of its events.

use crate::council::{
    ByDelegation, ByIssue, ByOutcome, Capacity, Declared, DelegationId, Grid, IssueId, OutcomeId,
    Stage, StageName, Statement,
};
use crate::math;
use crate::scenario::Scenario;
use crate::vote::{Ballot, Decision};

use super::event::{Event, EventKind};

/// The state of a debate after some of its events.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// How many stages of the programme have been opened.
    pub(super) stages_opened: usize,
    /// Private positions x, in 0..1.
    pub positions: Grid<DelegationId, IssueId, f64>,
    /// Flexibility λ, in 0..1.
    pub flexibility: Grid<DelegationId, IssueId, f64>,
    /// The position each delegation last voiced on each issue, in 0..1.
    pub voiced: Grid<DelegationId, IssueId, Option<f64>>,
    /// What has been declared on each outcome by each delegation.
    pub declared: Grid<OutcomeId, DelegationId, Declared>,
    /// How hot each issue is, in 0..1.
    pub heat: ByIssue<f64>,
    /// How often each delegation has spoken.
    pub spoken: ByDelegation<u32>,
    /// Where each outcome stands.
    pub standing: ByOutcome<Standing>,
    /// The ballot of each delegation on each outcome decided.
    pub ballots: Grid<DelegationId, OutcomeId, Option<Ballot>>,
    /// The list of speakers of the present stage.
    pub(super) list: Vec<DelegationId>,
    /// How many of the list have had the floor.
    pub(super) heard: usize,
    /// The delegation that has the floor or had it last, and in what capacity.
    pub floor: Option<(DelegationId, Capacity)>,
    /// How many statements have been delivered.
    pub statements: u32,
    /// Texts under `IfPromising` put so far, of which a meeting takes two at most.
    pub(super) promising_put: u32,
}

/// Where an outcome stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Under discussion.
    Open,
    /// Before the meeting for a decision.
    Put,
    /// Decided.
    Decided(Decision),
}

impl State {
    /// The state before the meeting opens.
    pub fn new(scenario: &Scenario) -> Self {
        let (members, issues) = (scenario.members.len(), scenario.issues.len());
        let outcomes = scenario.outcomes.len();
        let mut state = Self {
            stages_opened: 0,
            positions: Grid::filled(members, issues, 0.0),
            flexibility: Grid::filled(members, issues, 0.0),
            voiced: Grid::filled(members, issues, None),
            declared: Grid::filled(outcomes, members, Declared::Undeclared),
            heat: ByIssue::filled(issues, 0.0),
            spoken: ByDelegation::filled(members, 0),
            standing: ByOutcome::filled(outcomes, Standing::Open),
            ballots: Grid::filled(members, outcomes, None),
            list: Vec::new(),
            heard: 0,
            floor: None,
            statements: 0,
            promising_put: 0,
        };
        state.reset(scenario);
        state
    }

    /// Returns to the state before the meeting opens, without allocating.
    pub(super) fn reset(&mut self, scenario: &Scenario) {
        self.stages_opened = 0;
        for who in scenario.members.ids() {
            for issue in scenario.issues.ids() {
                let instructions = &scenario.derived.instructions[(who, issue)];
                self.positions[(who, issue)] = instructions.position;
                self.flexibility[(who, issue)] = instructions.flexibility;
            }
        }
        self.voiced.fill(None);
        self.declared.fill(Declared::Undeclared);
        self.heat.fill(0.0);
        self.spoken.fill(0);
        self.standing.fill(Standing::Open);
        self.ballots.fill(None);
        self.list.clear();
        self.heard = 0;
        self.floor = None;
        self.statements = 0;
        self.promising_put = 0;
    }

    /// The present stage; `None` before the first.
    pub fn stage(&self, scenario: &Scenario) -> Option<Stage> {
        self.stages_opened.checked_sub(1).and_then(|index| scenario.program.get(index)).copied()
    }

    /// The name of the present stage; of the first, before it is opened.
    pub fn stage_name(&self, scenario: &Scenario) -> StageName {
        self.stage(scenario)
            .or_else(|| scenario.program.first().copied())
            .map_or(StageName::Opening, Stage::name)
    }

    /// The key of the present stage, for keyed chance: its name and how often it has occurred.
    pub fn stage_key(&self, scenario: &Scenario) -> u64 {
        stage_key(scenario, self.stages_opened.saturating_sub(1))
    }

    /// The key of the stage that is opened next.
    pub(super) fn next_stage_key(&self, scenario: &Scenario) -> u64 {
        stage_key(scenario, self.stages_opened)
    }

    /// The list of speakers of the present stage.
    pub fn speakers_list(&self) -> &[DelegationId] {
        &self.list
    }

    /// How many on the list of speakers have had the floor.
    pub const fn heard(&self) -> usize {
        self.heard
    }

    /// The delegation next on the list of speakers.
    pub fn next_speaker(&self) -> Option<DelegationId> {
        self.list.get(self.heard).copied()
    }

    /// Folds one event into the state. Cannot fail and draws nothing.
    pub fn apply(&mut self, scenario: &Scenario, event: &Event) {
        match &event.kind {
            EventKind::StageOpened => {
                self.stages_opened += 1;
                self.list.clear();
                self.heard = 0;
            }
            EventKind::SpeakersListed { order } => {
                self.list.clear();
                self.list.extend_from_slice(order);
                self.heard = 0;
            }
            EventKind::FloorGiven { to, capacity } => {
                self.floor = Some((*to, *capacity));
                self.heard += 1;
            }
            EventKind::StatementDelivered(statement) => self.hear(scenario, statement),
            EventKind::FloorPassed { .. } => self.heard += 1,
            EventKind::PositionsShifted { rows } => {
                for row in rows {
                    self.positions[(row.listener, row.issue)] = row.to;
                }
            }
            EventKind::TextsSelected { rows } => {
                for row in rows.iter().filter(|row| row.put) {
                    self.standing[row.outcome] = Standing::Put;
                    self.promising_put += u32::from(row.estimate.is_some());
                }
            }
            EventKind::BallotsCast { outcome, rows } => {
                for row in rows {
                    self.ballots[(row.delegation, *outcome)] = Some(row.ballot);
                }
            }
            EventKind::DecisionTaken { outcome, decision } => {
                self.standing[*outcome] = Standing::Decided(*decision);
            }
            EventKind::MeetingCalledToOrder
            | EventKind::AgendaAdopted
            | EventKind::ParticipantsInvited { .. }
            | EventKind::MeetingAdjourned => {}
        }
    }

    /// A statement has been heard: what it voiced and declared stands, issues warm and cool.
    fn hear(&mut self, scenario: &Scenario, statement: &Statement) {
        let speaker = statement.speaker;
        self.spoken[speaker] += 1;
        self.statements += 1;
        let decay = math::exp2(-1.0 / scenario.dynamics.heat_half_life);
        for heat in self.heat.as_mut_slice() {
            *heat *= decay;
        }
        for (place, point) in statement.points.iter().enumerate() {
            // A briefer may raise one issue with several arguments: it is raised once.
            let first = !statement.points[..place].iter().any(|p| p.issue == point.issue);
            if first {
                self.heat[point.issue] += 1.0 - decay;
            }
            if point.voiced.is_some() {
                self.voiced[(speaker, point.issue)] = point.voiced;
            }
        }
        for declaration in &statement.declarations {
            self.declare(scenario, statement, declaration.outcome, declaration.stance);
        }
        if let Some(criticism) = statement.criticizes.filter(|c| c.named) {
            self.flexibility[(criticism.of, criticism.issue)] *= 1.0 - scenario.dynamics.backlash;
        }
    }

    /// A declaration counts once for each delegation for which the statement speaks.
    fn declare(
        &mut self,
        scenario: &Scenario,
        statement: &Statement,
        outcome: OutcomeId,
        stance: Declared,
    ) {
        self.declared[(outcome, statement.speaker)] = stance;
        if let Capacity::OnBehalfOf(group) = statement.capacity {
            for &member in &scenario.groups[group].members {
                self.declared[(outcome, member)] = stance;
            }
        }
    }
}

/// The key of the stage at this place of the programme. The place itself is no part of it: a
/// stage added elsewhere changes no luck.
fn stage_key(scenario: &Scenario, place: usize) -> u64 {
    let Some(name) = scenario.program.get(place).map(|stage| stage.name()) else { return 0 };
    let before = scenario.program.iter().take(place);
    name.key(before.filter(|stage| stage.name() == name).count() as u32)
}
