//! On which uncertain position each outcome hangs: the tornado, from the same runs.
//!
//! The range of each uncertain position is cut into parts of equal probability. How often a text
//! is adopted in each part gives the effect of the position and its first-order index, the share
//! of the variance of the result that this position alone explains (Saltelli et al. 2008).

use serde::{Deserialize, Serialize};

use crate::council::Id as _;
use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::math;
use crate::scenario::{Scenario, Uncertain};

use super::statistics::Share;
use super::summary::Summary;

/// Into how many parts of equal probability each range is cut.
const PARTS: usize = 8;
/// How many parts make the low and the high end of a range that are compared: a quarter each.
const END: usize = 2;
/// The bound of memory: beyond so many counts no sensitivity is kept.
const MOST_COUNTS: usize = 1 << 22;

/// An uncertain position and where its range is cut.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// The position.
    pub position: Uncertain,
    cuts: [f64; PARTS - 1],
}

impl Factor {
    fn new(position: Uncertain) -> Self {
        let below = |x: f64| math::normal_below((x - position.mean) / position.spread);
        let (low, high) = position.bounds;
        let (from, to) = (below(low), below(high));
        let cuts = std::array::from_fn(|at| {
            let wanted = from + (to - from) * (at + 1) as f64 / PARTS as f64;
            let (mut low, mut high) = (low, high);
            // Halving fifty times reaches the last bit of a position.
            for _ in 0..50 {
                let middle = f64::midpoint(low, high);
                if below(middle) < wanted { low = middle } else { high = middle }
            }
            high
        });
        Self { position, cuts }
    }

    /// In which part of its range `x` lies.
    pub(super) fn part(&self, x: f64) -> usize {
        self.cuts.partition_point(|&cut| cut <= x)
    }
}

/// The uncertain positions of a scenario, in the order in which they are counted.
pub(super) fn factors(scenario: &Scenario, varied: bool) -> Vec<Factor> {
    let uncertain = if varied { scenario.uncertain() } else { Vec::new() };
    if uncertain.len() * scenario.outcomes.len() * PARTS > MOST_COUNTS {
        return Vec::new();
    }
    uncertain.into_iter().map(Factor::new).collect()
}

/// What became of the texts by where one uncertain position lay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorCounts {
    runs: [u64; PARTS],
    /// For each outcome, in how many runs of each part it was adopted.
    adopted: Vec<[u64; PARTS]>,
}

impl FactorCounts {
    pub(super) fn of(scenario: &Scenario, varied: bool) -> Vec<Self> {
        let one = Self { runs: [0; PARTS], adopted: vec![[0; PARTS]; scenario.outcomes.len()] };
        vec![one; factors(scenario, varied).len()]
    }

    /// For how many outcomes it counts.
    pub(super) fn outcomes(&self) -> usize {
        self.adopted.len()
    }

    pub(super) fn note_run(&mut self, part: usize) {
        self.runs[part] += 1;
    }

    pub(super) fn note_adopted(&mut self, part: usize, outcome: OutcomeId) {
        self.adopted[outcome.index()][part] += 1;
    }

    pub(super) fn add(&mut self, other: &Self) {
        let mine = self.adopted.iter_mut().chain(std::iter::once(&mut self.runs));
        for (mine, theirs) in mine.zip(other.adopted.iter().chain(std::iter::once(&other.runs))) {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                *mine = mine.saturating_add(*theirs);
            }
        }
    }

    fn between(&self, outcome: OutcomeId, parts: std::ops::Range<usize>) -> Share {
        let adopted = &self.adopted[outcome.index()];
        Share::of(adopted[parts.clone()].iter().sum(), self.runs[parts].iter().sum())
    }

    /// The first-order index, with the variance that chance alone puts between the parts taken
    /// off; between 0 and 1.
    fn index(&self, outcome: OutcomeId) -> f64 {
        let total: u64 = self.runs.iter().sum();
        let all = self.adopted[outcome.index()].iter().sum::<u64>() as f64 / total.max(1) as f64;
        let variance = all * (1.0 - all);
        if variance <= 0.0 {
            return 0.0;
        }
        let mut between = 0.0;
        for (&runs, &adopted) in self.runs.iter().zip(&self.adopted[outcome.index()]) {
            if runs < 2 {
                continue;
            }
            let (n, p) = (runs as f64, adopted as f64 / runs as f64);
            let by_chance = p * (1.0 - p) / (n - 1.0);
            between += n / total as f64 * ((p - all) * (p - all) - by_chance);
        }
        (between / variance).clamp(0.0, 1.0)
    }
}

/// How much one uncertain position moves one outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leverage {
    /// Whose position.
    pub who: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// How often the outcome is adopted where the position lies in the lowest quarter of its range.
    pub low: Share,
    /// How often in the highest quarter.
    pub high: Share,
    /// The share of the variance of the result that this position alone explains, in 0..1.
    pub index: f64,
}

impl Leverage {
    /// How far the two ends lie apart, in -1..1: positive where a higher position helps.
    pub fn effect(&self) -> f64 {
        self.high.share - self.low.share
    }

    /// Whether the intervals of the two ends lie apart, so that chance alone is no explanation.
    pub fn is_told_apart(&self) -> bool {
        self.low.high < self.high.low || self.high.high < self.low.low
    }
}

/// The leverage of every uncertain position on `outcome`, the largest effect first; empty unless
/// the ensemble was varied.
pub fn leverages(scenario: &Scenario, summary: &Summary, outcome: OutcomeId) -> Vec<Leverage> {
    let uncertain = scenario.uncertain();
    let mut leverages: Vec<Leverage> = uncertain
        .iter()
        .zip(&summary.factors)
        .map(|(position, counts)| Leverage {
            who: position.who,
            issue: position.issue,
            low: counts.between(outcome, 0..END),
            high: counts.between(outcome, PARTS - END..PARTS),
            index: counts.index(outcome),
        })
        .collect();
    // Ties go by delegation and issue: the sort is stable.
    leverages.sort_by(|a, b| b.effect().abs().total_cmp(&a.effect().abs()));
    leverages
}
