//! Where a debate stands: the fold of its events.

mod apply;
mod bargaining;
mod texts;

use crate::council::{
    ByDelegation, ByIssue, ByOutcome, Capacity, Columns, Declared, DelegationId, Grid, InjectId,
    IssueId, OutcomeId, Stage, StageName, Table, Text,
};
use crate::opinion::Anchors;
use crate::scenario::Scenario;
use crate::vote::{Ballot, Decision, Heard, Room};

use super::action::Explaining;
use super::procedure::{Motion, Question};

pub(in crate::debate) use bargaining::Offered;
pub use bargaining::{Bargaining, Silence, Sounded};

/// Who takes the steps of the meeting that are the President's to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chair {
    /// The programme, one after the other.
    Program,
    /// A person.
    Person,
}

/// The state of a debate after some of its events.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// How many events have been applied.
    pub events: u32,
    /// How many stages of the programme have been opened.
    pub(super) stages_opened: usize,
    /// Private positions x, in 0..1.
    pub positions: Columns<DelegationId, IssueId, f64>,
    /// Salience s, in 0..1.
    pub salience: Grid<DelegationId, IssueId, f64>,
    /// Flexibility λ, in 0..1.
    pub flexibility: Columns<DelegationId, IssueId, f64>,
    /// Influence c, in 0..1.
    pub influence: ByDelegation<f64>,
    /// The weight of the row's word for the column.
    pub word: Grid<DelegationId, DelegationId, f64>,
    /// The position each delegation last voiced on each issue, in 0..1.
    pub voiced: Columns<DelegationId, IssueId, Option<f64>>,
    /// What has been declared on each outcome by each delegation.
    pub declared: Grid<OutcomeId, DelegationId, Declared>,
    /// What each delegation hears from the other voting members on each outcome: declared stances
    /// weighted by trust and influence, in -1..1.
    pub voice: Grid<OutcomeId, DelegationId, f64>,
    /// What holds positions where they are.
    pub(super) anchors: Anchors,
    /// How hot each issue is, in 0..1.
    pub heat: ByIssue<f64>,
    /// How often each delegation has spoken.
    pub spoken: ByDelegation<u32>,
    /// The texts as they stand.
    pub texts: ByOutcome<Text>,
    /// Where each outcome stands.
    pub standing: ByOutcome<Standing>,
    /// The number of the event that decided each outcome; 0 before.
    pub(super) decided_at: ByOutcome<u32>,
    /// The ballot of each delegation on each outcome decided.
    pub ballots: Grid<DelegationId, OutcomeId, Option<Ballot>>,
    /// Ballots settled in advance by people, not shown before all are cast.
    pub(super) locked: Grid<DelegationId, OutcomeId, Option<Ballot>>,
    /// Which delegations people play.
    pub played: ByDelegation<bool>,
    /// Who takes the steps of the meeting.
    pub chair: Chair,
    /// What people settled about explaining their votes.
    pub(super) prepared: Vec<Prepared>,
    /// Those that joined the sponsors of a text.
    pub joined: Grid<DelegationId, OutcomeId, bool>,
    /// What has been worked out in soundings and consultations.
    pub bargaining: Bargaining,
    /// The list of speakers of the present stage.
    pub(super) list: Vec<DelegationId>,
    /// How many of the list have had the floor.
    pub(super) heard: usize,
    /// The delegation that has the floor or had it last, and in what capacity.
    pub floor: Option<(DelegationId, Capacity)>,
    /// Those that asked for the floor again, on which issue, and the event that made them.
    pub(super) requests: Vec<FloorRequest>,
    /// How many statements have been delivered.
    pub statements: u32,
    /// Texts under `IfPromising` put so far, of which a meeting takes two at most.
    pub(super) promising_put: u32,
    /// Participants whose invitation was voted down.
    pub(super) kept_out: ByDelegation<bool>,
    /// The delegation that presides.
    pub president: DelegationId,
    /// Minutes after midnight, on the clock of the meeting room.
    pub clock: f64,
    /// Whether the meeting has been adjourned, so that its remaining stages are passed over.
    pub adjourned: bool,
    /// Whether the public meeting sits.
    pub sitting: bool,
    /// Questions of procedure raised and not yet dealt with, and who raised them.
    pub(super) questions: Vec<(DelegationId, Question)>,
    /// The ruling that may be challenged, and who raised the point.
    pub(super) ruling: Option<(DelegationId, bool)>,
    /// Which injects have happened.
    pub fired: Table<InjectId, bool>,
    /// Which injects a person keeps from happening.
    pub(super) held: Table<InjectId, bool>,
    /// Whether a capital has given other instructions than those of the scenario.
    pub(super) instructed: bool,
    /// The number of the event that delivered the last statement; 0 before.
    pub(super) last_statement: u32,
}

/// A delegation that asked for the floor again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FloorRequest {
    /// Who.
    pub by: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// The number of the event by which it asked.
    pub event: u32,
}

/// What a person settled about explaining a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::debate) struct Prepared {
    pub(super) by: DelegationId,
    pub(super) outcome: OutcomeId,
    pub(super) when: Explaining,
    pub(super) words: Option<String>,
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
        let derived = &scenario.derived;
        let mut state = Self {
            events: 0,
            stages_opened: 0,
            positions: Columns::filled(members, issues, 0.0),
            salience: derived.salience.clone(),
            flexibility: Columns::filled(members, issues, 0.0),
            influence: derived.influence.clone(),
            word: derived.word.clone(),
            voiced: Columns::filled(members, issues, None),
            declared: Grid::filled(outcomes, members, Declared::Undeclared),
            voice: Grid::filled(outcomes, members, 0.0),
            anchors: Anchors::new(scenario),
            heat: ByIssue::filled(issues, 0.0),
            spoken: ByDelegation::filled(members, 0),
            texts: derived.texts.clone(),
            standing: ByOutcome::filled(outcomes, Standing::Open),
            decided_at: ByOutcome::filled(outcomes, 0),
            ballots: Grid::filled(members, outcomes, None),
            locked: Grid::filled(members, outcomes, None),
            played: ByDelegation::filled(members, false),
            chair: Chair::Program,
            prepared: Vec::new(),
            joined: Grid::filled(members, outcomes, false),
            bargaining: Bargaining::new(scenario),
            list: Vec::with_capacity(members),
            heard: 0,
            floor: None,
            requests: Vec::with_capacity(members),
            statements: 0,
            promising_put: 0,
            kept_out: ByDelegation::filled(members, false),
            president: scenario.president,
            clock: 0.0,
            adjourned: false,
            sitting: false,
            questions: Vec::new(),
            ruling: None,
            fired: Table::filled(scenario.injects.len(), false),
            held: Table::filled(scenario.injects.len(), false),
            instructed: false,
            last_statement: 0,
        };
        state.reset(scenario);
        state
    }

    /// Returns to the state before the meeting opens, without allocating.
    pub(super) fn reset(&mut self, scenario: &Scenario) {
        let derived = &scenario.derived;
        self.events = 0;
        self.stages_opened = 0;
        for who in scenario.members.ids() {
            for issue in scenario.issues.ids() {
                let instructions = &derived.instructions[(who, issue)];
                self.positions[(who, issue)] = instructions.position;
                self.flexibility[(who, issue)] = instructions.flexibility;
            }
        }
        self.salience.copy_from(&derived.salience);
        if scenario.variation.is_some() || self.instructed {
            // What capitals instruct is another each time, or was changed in the debate before.
            self.anchors.reset(scenario);
            self.instructed = false;
        }
        self.influence.copy_from(&derived.influence);
        self.word.copy_from(&derived.word);
        self.voiced.fill(None);
        self.declared.fill(Declared::Undeclared);
        self.voice.fill(0.0);
        self.heat.fill(0.0);
        self.spoken.fill(0);
        for (text, first) in self.texts.as_mut_slice().iter_mut().zip(&derived.texts) {
            text.copy_from(first);
        }
        self.standing.fill(Standing::Open);
        self.decided_at.fill(0);
        self.ballots.fill(None);
        self.locked.fill(None);
        self.played.fill(false);
        self.chair = Chair::Program;
        self.prepared.clear();
        self.joined.fill(false);
        self.bargaining.reset();
        self.list.clear();
        self.heard = 0;
        self.floor = None;
        self.requests.clear();
        self.statements = 0;
        self.promising_put = 0;
        self.kept_out.fill(false);
        self.president = scenario.president;
        self.clock = scenario.derived.starts;
        self.adjourned = false;
        self.sitting = false;
        self.questions.clear();
        self.ruling = None;
        self.fired.fill(false);
        self.held.fill(false);
        self.last_statement = 0;
    }

    /// What a delegation looks at when it judges an outcome now.
    pub const fn room<'a>(&'a self, scenario: &'a Scenario) -> Room<'a> {
        Room {
            scenario,
            positions: &self.positions,
            salience: &self.salience,
            texts: &self.texts,
            heard: Some(Heard { declared: &self.declared, voice: &self.voice }),
        }
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
        scenario.derived.stage_key(self.stages_opened.saturating_sub(1))
    }

    /// The key of the stage that is opened next.
    pub(super) fn next_stage_key(&self, scenario: &Scenario) -> u64 {
        scenario.derived.stage_key(self.stages_opened)
    }

    /// The stage that is opened next.
    pub fn next_stage(&self, scenario: &Scenario) -> Option<Stage> {
        scenario.program.get(self.stages_opened).copied()
    }

    /// The stages that are still to be opened.
    pub fn stages_to_come<'a>(&self, scenario: &'a Scenario) -> &'a [Stage] {
        scenario.program.get(self.stages_opened..).unwrap_or_default()
    }

    /// The words in which a person put why it votes so on a text, or breaks silence on it.
    pub fn own_reason(&self, who: DelegationId, outcome: OutcomeId) -> Option<&str> {
        let mut prepared = self.prepared.iter();
        let found = prepared.find(|it| (it.by, it.outcome) == (who, outcome));
        found.and_then(|prepared| prepared.words.as_deref())
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

    /// The motion that is decided first, and who moved it: by the precedence of rule 33.
    pub fn pending_motion(&self) -> Option<(DelegationId, Motion)> {
        self.questions
            .iter()
            .filter_map(|&(by, question)| match question {
                Question::Motion(motion) => Some((by, motion)),
                _ => None,
            })
            .min_by_key(|(_, motion)| motion.precedence())
    }

    /// The point of order on which the President has not ruled, by who raised it.
    pub fn pending_point_of_order(&self) -> Option<DelegationId> {
        let mut points = self.questions.iter();
        points.find(|(_, question)| *question == Question::PointOfOrder).map(|&(by, _)| by)
    }

    /// The ruling that may be challenged now: who raised the point, and whether it was upheld.
    pub const fn pending_ruling(&self) -> Option<(DelegationId, bool)> {
        self.ruling
    }
}
