//! What a report is made of beyond the record: whether it verifies, and the runs beside it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};

use crate::analysis::cable::Cable;
use crate::analysis::seat::{Standing, standing};
use crate::analysis::summary_check::Claim;
use crate::council::DelegationId;
use crate::debate::{ENGINE_VERSION, Record, ReplayFault};
use crate::scenario::Scenario;
use crate::stream::Seed;

/// How many runs stand beside the result of a seat, if nobody says otherwise.
pub const RUNS: u64 = 1_000;
/// The seed of the first of these runs: the same for all records of a scenario.
const FIRST: Seed = Seed(1);

/// Whether a record is what it says it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Verified {
    /// Nobody looked.
    #[default]
    Unchecked,
    /// Every line matches its digest, and the debate held again takes the same course.
    Yes,
    /// What is wrong with it, in words.
    No(String),
}

/// What a report is made of beyond the record.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// Whether the record verifies.
    pub verified: Verified,
    /// The version of the engine that wrote the record, where that is not this one.
    pub recorded_by: Option<u64>,
    /// The runs beside the result of each seat; none of a seat that is left out.
    pub standings: Vec<(DelegationId, Arc<Standing>)>,
    /// The President's summary as a person put it together, entry by entry.
    pub summary: Vec<Claim>,
    /// The reporting cable that a person wrote.
    pub cable: Cable,
    /// What people would have done at a turn, by the number of its first event.
    pub thoughts: Vec<(usize, String)>,
}

/// Runs with the model in a seat, each held once however many records ask for them.
#[derive(Debug)]
pub struct Standings {
    runs: u64,
    held: Vec<(Key, Arc<Standing>)>,
}

/// A scenario, as it was varied, and a seat in it.
type Key = (String, Option<u64>, DelegationId);

impl Verified {
    /// What the fault of a record, if it has one, comes to.
    pub fn of(fault: Option<&ReplayFault>) -> Self {
        fault.map_or(Self::Yes, |fault| Self::No(fault.to_string()))
    }

    /// "yes", "no: line 12 was altered".
    pub fn words(&self) -> String {
        match self {
            Self::Unchecked => "not checked".to_owned(),
            Self::Yes => "yes".to_owned(),
            Self::No(why) => format!("no: {why}"),
        }
    }
}

impl Made {
    /// The version of the engine that wrote the record.
    pub fn engine(&self) -> u64 {
        self.recorded_by.unwrap_or(u64::from(ENGINE_VERSION))
    }

    /// The runs beside the result of `who`.
    pub(super) fn standing(&self, who: DelegationId) -> Option<&Standing> {
        self.standings.iter().find(|(seat, _)| *seat == who).map(|(_, standing)| &**standing)
    }
}

impl Standings {
    /// So many runs for each seat; without any, nothing is held.
    pub const fn new(runs: u64) -> Self {
        Self { runs, held: Vec::new() }
    }

    /// The runs beside the result of each seat that people played in `record`. A meeting that is
    /// not over has no result to compare.
    pub fn of(&mut self, record: &Record) -> Vec<(DelegationId, Arc<Standing>)> {
        if self.runs == 0 || record.debate().propose().is_some() {
            return Vec::new();
        }
        record.seats().iter().map(|&who| (who, self.one(&record.scenario, who))).collect()
    }

    fn one(&mut self, scenario: &Arc<Scenario>, who: DelegationId) -> Arc<Standing> {
        let variation = scenario.variation.map(|Seed(seed)| seed);
        let key = (scenario.digest.clone(), variation, who);
        if let Some((_, held)) = self.held.iter().find(|(known, _)| *known == key) {
            return Arc::clone(held);
        }
        let (done, cancel) = (AtomicU64::new(0), AtomicBool::new(false));
        let held = Arc::new(standing(scenario, who, (FIRST, self.runs), (&done, &cancel)));
        self.held.push((key, Arc::clone(&held)));
        held
    }
}
