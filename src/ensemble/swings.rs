//! In which stage a debate turns: how far P(adopted) moved from the opening of a stage to its end.

use serde::{Deserialize, Serialize};

use crate::council::{ByOutcome, Stage};
use crate::debate::{Debate, Standing};
use crate::scenario::Scenario;
use crate::vote::{self, Decision};

use super::summary::Summary;

/// One run in so many is looked at stage by stage: the exact forecast of every text at every
/// stage costs as much as a short debate.
const ONE_IN: u64 = 64;
/// Parts of a probability in which movements are counted, so that sums are exact.
const PARTS: f64 = 1e9;

/// How P(adopted) of one text moved in one stage, over the runs looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Swing {
    runs: u64,
    sum: i64,
    size: u64,
}

impl Swing {
    /// How many runs were looked at.
    pub const fn runs(self) -> u64 {
        self.runs
    }

    /// The mean movement, up less down, in -1..1.
    pub fn mean(self) -> f64 {
        if self.runs == 0 { 0.0 } else { self.sum as f64 / PARTS / self.runs as f64 }
    }

    /// The mean size of the movement, whichever way, in 0..1.
    pub fn mean_size(self) -> f64 {
        if self.runs == 0 { 0.0 } else { self.size as f64 / PARTS / self.runs as f64 }
    }

    fn note(&mut self, movement: f64) {
        let parts = (movement * PARTS).round() as i64;
        self.runs += 1;
        self.sum += parts;
        self.size += parts.unsigned_abs();
    }

    pub(super) const fn add(&mut self, other: Self) {
        self.runs = self.runs.saturating_add(other.runs);
        self.sum = self.sum.saturating_add(other.sum);
        self.size = self.size.saturating_add(other.size);
    }
}

/// The swings of one stage of the programme, by outcome.
#[derive(Debug, Clone, Copy)]
pub struct StageSwings<'a> {
    /// The stage.
    pub stage: Stage,
    /// One for each outcome, in the order of the sorted identifiers.
    pub swings: &'a [Swing],
}

impl Summary {
    /// The swings of each stage in which anything moved, in the order of the programme.
    pub fn stages<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = StageSwings<'a>> {
        let stages = scenario.program.iter().zip(&self.swings);
        stages
            .map(|(&stage, swings)| StageSwings { stage, swings })
            .filter(|stage| stage.swings.iter().any(|swing| swing.size > 0))
    }
}

/// Whether the run of this seed is looked at stage by stage.
pub(super) const fn is_looked_at(seed: u64) -> bool {
    seed.is_multiple_of(ONE_IN)
}

/// Measures P(adopted) of every text at the moments between stages.
#[derive(Debug)]
pub(super) struct Gauge {
    workspace: vote::Workspace,
    before: ByOutcome<f64>,
}

impl Gauge {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let before = ByOutcome::filled(scenario.outcomes.len(), 0.0);
        Self { workspace: vote::Workspace::default(), before }
    }

    /// Takes the first measurement of a debate.
    pub(super) fn start(&mut self, debate: &Debate) {
        for outcome in debate.scenario().outcomes.ids() {
            self.before[outcome] = self.adopted(debate, outcome);
        }
    }

    /// A stage has come to its end: notes how far each text has moved since the measurement
    /// before.
    pub(super) fn stage_over(&mut self, debate: &Debate, stage: &mut [Swing]) {
        for (outcome, swing) in debate.scenario().outcomes.ids().zip(stage) {
            let now = self.adopted(debate, outcome);
            swing.note(now - self.before[outcome]);
            self.before[outcome] = now;
        }
    }

    /// P(adopted) as things stand; what has been decided is certain, and what will not be put is
    /// not adopted.
    fn adopted(&mut self, debate: &Debate, outcome: crate::council::OutcomeId) -> f64 {
        let (scenario, state) = (debate.scenario(), debate.state());
        match state.standing[outcome] {
            Standing::Decided(Decision::Adopted) => 1.0,
            Standing::Decided(_) => 0.0,
            Standing::Open | Standing::Put => {
                vote::decision_chances(state.room(scenario), outcome, &mut self.workspace).adopted
            }
        }
    }
}
