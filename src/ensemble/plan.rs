//! What is to be run, and how those who wait are told.

use std::sync::atomic::AtomicBool;

use thiserror::Error;

use crate::stream::Seed;

/// An ensemble to be run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// The seed of the first run; run r has this seed plus r.
    pub seed: Seed,
    /// How many runs, at most.
    pub runs: u64,
    /// Whether uncertain positions are drawn anew for each run.
    pub varied: bool,
    /// How many threads work; 0 for as many as the machine has. The results do not depend on it.
    pub threads: usize,
    /// Stop when the share of runs in which an outcome is adopted is known to within this much on
    /// either side, for each outcome (95 %, Wilson). In 0..1.
    pub until: Option<f64>,
}

/// How far an ensemble has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Runs done.
    pub done: u64,
    /// Runs planned.
    pub of: u64,
    /// Half the width of the widest interval of a share of adoption so far, in 0..1.
    pub widest: f64,
}

/// Who waits for an ensemble.
pub struct Watch<'a> {
    /// Set by anyone, from any thread, it ends the ensemble after the runs under way.
    pub cancel: &'a AtomicBool,
    /// Told from time to time, on the calling thread, how far it has come.
    pub progress: &'a mut dyn FnMut(Progress),
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("cancel", &self.cancel).finish_non_exhaustive()
    }
}

/// Why an ensemble cannot be run.
#[derive(Debug, Error)]
pub enum EnsembleFault {
    /// The machine gives no threads.
    #[error("no threads can be started for the ensemble: {0}; try `--threads 1`")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}
