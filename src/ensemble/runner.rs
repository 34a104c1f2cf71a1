//! Workers hold the runs of an ensemble in parallel; what they counted is added up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::iter::{IntoParallelRefMutIterator as _, ParallelIterator as _};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::council::OutcomeId;
use crate::debate::{NoRecord, Sink};
use crate::scenario::Scenario;
use crate::stream::Seed;

use super::arms::{Arms, PairedCounts};
use super::observation::Observer;
use super::plan::{EnsembleFault, Plan, Progress, Watch};
use super::summary::{Ending, Summary};

/// Whether the interval is narrow enough is asked after each so many runs, and only then, so that
/// where an ensemble stops does not depend on the machine.
const ASKED_EVERY: u64 = 1_000;
/// Positions in all runs between two reports of progress: a fraction of a second.
const CELLS_A_REPORT: usize = 400_000;
/// How many runs there may be between two reports; each divides `ASKED_EVERY`.
const STRIDES: [u64; 6] = [1_000, 500, 200, 50, 20, 10];

/// Runs an ensemble of `scenario`. Cancelled, it gives what has been run so far.
///
/// # Errors
/// When no threads can be started.
pub fn ensemble(
    scenario: &Arc<Scenario>,
    plan: &Plan,
    watch: &mut Watch<'_>,
) -> Result<Summary, EnsembleFault> {
    listened(scenario, plan, watch, || NoRecord).map(|(summary, _)| summary)
}

/// Runs an ensemble of `scenario` whose events are noted: the debates of each worker by a sink of
/// its own. What sinks count in whole numbers adds up to the same on any number of threads.
///
/// # Errors
/// When no threads can be started.
pub fn listened<S: Sink + Send>(
    scenario: &Arc<Scenario>,
    plan: &Plan,
    watch: &mut Watch<'_>,
    sink: impl Fn() -> S,
) -> Result<(Summary, Vec<S>), EnsembleFault> {
    let workers = run(plan, watch, || Single(Observer::new(scenario, plan.varied), sink()))?;
    let summaries = workers.done.iter().map(|worker| &worker.0.summary);
    let sum = total(Summary::empty(scenario, plan.varied), summaries, plan.seed, workers.count);
    Ok((sum, workers.done.into_iter().map(|worker| worker.1).collect()))
}

/// Runs two scenarios on the same luck, pair by pair. Cancelled, it gives the pairs run so far.
///
/// # Errors
/// When no threads can be started.
pub fn compare(
    (first, second): (&Arc<Scenario>, &Arc<Scenario>),
    plan: &Plan,
    watch: &mut Watch<'_>,
) -> Result<Arms, EnsembleFault> {
    let shared: Vec<(OutcomeId, OutcomeId)> = first
        .order
        .outcomes
        .iter()
        .filter_map(|&id| Some((id, second.outcome(&first.outcomes[id].identifier)?)))
        .collect();
    let workers = run(plan, watch, || Pair {
        first: Observer::new(first, plan.varied),
        second: Observer::new(second, plan.varied),
        pairs: shared.iter().map(|&(one, other)| (one, other, PairedCounts::default())).collect(),
    })?;
    let mut outcomes: Vec<_> =
        shared.iter().map(|&(one, other)| (one, other, PairedCounts::default())).collect();
    for worker in &workers.done {
        for (all, (_, _, part)) in outcomes.iter_mut().zip(&worker.pairs) {
            all.2.add(*part);
        }
    }
    let of_first = workers.done.iter().map(|worker| &worker.first.summary);
    let of_second = workers.done.iter().map(|worker| &worker.second.summary);
    let empty = |scenario: &Arc<Scenario>| Summary::empty(scenario, plan.varied);
    Ok(Arms {
        first: total(empty(first), of_first, plan.seed, workers.count),
        second: total(empty(second), of_second, plan.seed, workers.count),
        outcomes,
    })
}

fn total<'a>(
    mut sum: Summary,
    parts: impl Iterator<Item = &'a Summary>,
    seed: Seed,
    count: u64,
) -> Summary {
    for part in parts {
        sum.add_counts(part);
    }
    sum.ran(seed, count);
    sum
}

/// What holds runs, one after another.
trait Worker: Send {
    /// Holds the run of this seed and counts it.
    fn hold(&mut self, seed: Seed);
    /// How often each outcome has been adopted in the runs held so far.
    fn adopted(&self) -> impl Iterator<Item = u64>;
    /// How many numbers a run touches at most.
    fn cells(&self) -> usize;
}

struct Single<S>(Observer, S);

impl<S: Sink + Send> Worker for Single<S> {
    fn hold(&mut self, seed: Seed) {
        self.0.observe(seed, &mut self.1);
    }

    fn adopted(&self) -> impl Iterator<Item = u64> {
        adopted(&self.0.summary)
    }

    fn cells(&self) -> usize {
        self.0.cells()
    }
}

struct Pair {
    first: Observer,
    second: Observer,
    pairs: Vec<(OutcomeId, OutcomeId, PairedCounts)>,
}

impl Worker for Pair {
    fn hold(&mut self, seed: Seed) {
        self.first.observe(seed, &mut NoRecord);
        self.second.observe(seed, &mut NoRecord);
        for (one, other, pairs) in &mut self.pairs {
            pairs.note(self.first.ending(*one), self.second.ending(*other));
        }
    }

    fn adopted(&self) -> impl Iterator<Item = u64> {
        adopted(&self.first.summary).chain(adopted(&self.second.summary))
    }

    fn cells(&self) -> usize {
        self.first.cells() + self.second.cells()
    }
}

fn adopted(summary: &Summary) -> impl Iterator<Item = u64> {
    summary.outcomes.iter().map(|counts| counts.endings[Ending::Adopted as usize])
}

/// The workers of an ensemble when all is done, and how many runs they held.
struct Done<W> {
    done: Vec<W>,
    count: u64,
}

fn run<W: Worker>(
    plan: &Plan,
    watch: &mut Watch<'_>,
    worker: impl Fn() -> W,
) -> Result<Done<W>, EnsembleFault> {
    let pool = ThreadPoolBuilder::new()
        .num_threads(plan.threads)
        .thread_name(|n| format!("ensemble {n}"))
        .build()?;
    let mut workers: Vec<W> = (0..pool.current_num_threads()).map(|_| worker()).collect();
    let cells = workers.first().map_or(1, Worker::cells).max(1);
    let fits = |stride: &u64| (*stride as usize).saturating_mul(cells) <= CELLS_A_REPORT;
    let stride = STRIDES.into_iter().find(fits).unwrap_or(STRIDES[STRIDES.len() - 1]);
    let mut count = 0;
    while count < plan.runs && !watch.cancel.load(Ordering::Relaxed) {
        let upto = (count + stride).min(plan.runs);
        count = hold(&pool, &mut workers, plan.seed, (count, upto), watch.cancel);
        let widest = widest(&workers, count);
        (watch.progress)(Progress { done: count, of: plan.runs, widest });
        let is_asked = count.is_multiple_of(ASKED_EVERY);
        if is_asked && plan.until.is_some_and(|until| widest <= until) {
            break;
        }
    }
    Ok(Done { done: workers, count })
}

/// Holds the runs `from..upto`, each by the worker that is free first. Cancelled, it stops early,
/// at a number of runs that have all been held, and returns that number.
fn hold<W: Worker>(
    pool: &ThreadPool,
    workers: &mut [W],
    seed: Seed,
    (from, upto): (u64, u64),
    cancel: &AtomicBool,
) -> u64 {
    let next = AtomicU64::new(from);
    pool.install(|| {
        workers.par_iter_mut().for_each(|worker| {
            while !cancel.load(Ordering::Relaxed) {
                // Runs are given out in order, and each that is given out is held.
                let run = next.fetch_add(1, Ordering::Relaxed);
                if run >= upto {
                    return;
                }
                worker.hold(Seed(seed.0.wrapping_add(run)));
            }
        });
    });
    next.into_inner().min(upto)
}

fn widest<W: Worker>(workers: &[W], runs: u64) -> f64 {
    let mut adopted: Vec<u64> = Vec::new();
    for worker in workers {
        for (at, count) in worker.adopted().enumerate() {
            match adopted.get_mut(at) {
                Some(sum) => *sum += count,
                None => adopted.push(count),
            }
        }
    }
    Summary::widest(adopted.into_iter(), runs)
}
