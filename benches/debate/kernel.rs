//! The reduced debate: fifteen members, a noisy start on seven issues, forty times a random speaker whom
//! every listener hears within a bound and against the pull of its capital, then a vote with a veto.

use std::sync::Arc;

use horseshoe::council::{
    ByDelegation, Capacity, Columns, DelegationId, Direction, Id as _, IssueId, Membership,
    OutcomeId, Point, Statement, StatementPurpose,
};
use horseshoe::opinion::Anchors;
use horseshoe::scenario::Scenario;
use horseshoe::vote::{Ballot, Cast, Decision, decide};
use rand::{Rng as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;

pub(crate) const MEMBERS: usize = 15;
pub(crate) const ISSUES: usize = 7;
pub(crate) const STATEMENTS: usize = 40;
const NOISE: f64 = 0.1;

/// A number in 0..1 from the upper bits.
fn uniform(generator: &mut Pcg64Mcg) -> f64 {
    (generator.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

/// Both ways draw the same numbers in the same order.
pub(crate) struct Luck(Pcg64Mcg);

impl Luck {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }

    pub(crate) fn noise(&mut self) -> f64 {
        NOISE * (uniform(&mut self.0) - 0.5)
    }

    pub(crate) fn speaker(&mut self, members: usize) -> usize {
        (uniform(&mut self.0) * members as f64) as usize
    }
}

/// Through the engine's public functions.
pub(crate) struct Engine {
    scenario: Arc<Scenario>,
    positions: Columns<DelegationId, IssueId, f64>,
    flexibility: Columns<DelegationId, IssueId, f64>,
    influence: ByDelegation<f64>,
    anchors: Anchors,
    statement: Statement,
    votes: Vec<Cast>,
}

impl Engine {
    pub(crate) fn new(scenario: &Arc<Scenario>) -> Self {
        let (members, issues) = (scenario.members.len(), scenario.issues.len());
        let mut flexibility = Columns::filled(members, issues, 0.0);
        for who in scenario.members.ids() {
            for issue in scenario.issues.ids() {
                flexibility[(who, issue)] = scenario.derived.instructions[(who, issue)].flexibility;
            }
        }
        let point = |issue| Point {
            issue,
            voiced: Some(0.0),
            toward: Direction::High,
            emphasis: 1.0,
            argument: None,
            attention: 0.0,
            luck: 0.0,
        };
        Self {
            positions: Columns::filled(members, issues, 0.0),
            flexibility,
            influence: scenario.derived.influence.clone(),
            anchors: Anchors::new(scenario),
            statement: Statement {
                points: scenario.issues.ids().map(point).collect(),
                ..Statement::empty(
                    DelegationId::at(0),
                    (Capacity::National, StatementPurpose::Debate),
                    0.0,
                )
            },
            votes: Vec::with_capacity(members),
            scenario: Arc::clone(scenario),
        }
    }

    pub(crate) fn debate(&mut self, seed: u64) -> bool {
        let mut luck = Luck::new(seed);
        let scenario = &self.scenario;
        for who in scenario.members.ids() {
            for issue in scenario.issues.ids() {
                let start = scenario.derived.instructions[(who, issue)].position;
                self.positions[(who, issue)] = (start + luck.noise()).clamp(0.0, 1.0);
            }
        }
        for _ in 0..STATEMENTS {
            self.statement.speaker = DelegationId::at(luck.speaker(scenario.members.len()));
            let speaker = self.statement.speaker;
            for point in &mut self.statement.points {
                point.voiced = Some(self.positions[(speaker, point.issue)]);
            }
            let minds = (&mut self.positions, &self.flexibility);
            self.anchors.persuade(scenario, minds, &self.influence, &self.statement);
        }
        self.votes.clear();
        let issue = IssueId::at(0);
        self.votes.extend(scenario.members.ids().map(|delegation| {
            let x = self.positions[(delegation, issue)];
            Cast { delegation, ballot: ballot(x) }
        }));
        let rule = scenario.rule(OutcomeId::at(0));
        decide(scenario, (rule, &[]), &self.votes) == Decision::Adopted
    }
}

fn ballot(x: f64) -> Ballot {
    if x > 0.5 {
        Ballot::InFavour
    } else if x < 0.2 {
        Ballot::Against
    } else {
        Ballot::Abstaining
    }
}

/// The same in plain loops over arrays.
pub(crate) struct Loops {
    start: [[f64; ISSUES]; MEMBERS],
    flexibility: [[f64; ISSUES]; MEMBERS],
    trust: [[f64; MEMBERS]; MEMBERS],
    influence: [f64; MEMBERS],
    permanent: [bool; MEMBERS],
    persuasion: f64,
    bound: f64,
}

impl Loops {
    pub(crate) fn new(scenario: &Scenario) -> Self {
        let who = DelegationId::at;
        let instructions =
            |i: usize, k: usize| scenario.derived.instructions[(who(i), IssueId::at(k))];
        let grid = |of: &dyn Fn(usize, usize) -> f64| {
            std::array::from_fn(|i| std::array::from_fn(|k| of(i, k)))
        };
        Self {
            start: grid(&|i, k| instructions(i, k).position),
            flexibility: grid(&|i, k| instructions(i, k).flexibility),
            trust: std::array::from_fn(|i| {
                std::array::from_fn(|j| scenario.derived.trust(who(j), who(i)))
            }),
            influence: std::array::from_fn(|i| scenario.derived.influence[who(i)]),
            permanent: std::array::from_fn(|i| {
                scenario.members[who(i)].membership == Membership::Permanent
            }),
            persuasion: scenario.dynamics.persuasion,
            bound: scenario.dynamics.confidence_bound.unwrap_or(f64::INFINITY),
        }
    }

    pub(crate) fn debate(&self, seed: u64) -> bool {
        let mut luck = Luck::new(seed);
        let mut x = self.start;
        for value in x.iter_mut().flatten() {
            *value = (*value + luck.noise()).clamp(0.0, 1.0);
        }
        for _ in 0..STATEMENTS {
            let speaker = luck.speaker(MEMBERS);
            let voiced = x[speaker];
            for (j, row) in x.iter_mut().enumerate().filter(|(j, _)| *j != speaker) {
                let strength = self.persuasion * self.trust[speaker][j] * self.influence[speaker];
                for k in 0..ISSUES {
                    let away = voiced[k] - row[k];
                    let heard = f64::from(u8::from(away.abs() <= self.bound));
                    let lambda = self.flexibility[j][k];
                    let pull = strength * lambda * heard * away;
                    let anchor = strength * (1.0 - lambda) * (self.start[j][k] - row[k]);
                    row[k] = (row[k] + pull + anchor).clamp(0.0, 1.0);
                }
            }
        }
        let in_favour = x.iter().filter(|row| row[0] > 0.5).count();
        let vetoed = x.iter().zip(self.permanent).any(|(row, veto)| veto && row[0] < 0.2);
        in_favour >= 9 && !vetoed
    }
}
