//! Two ensembles on the same luck, one with a change: what the change does.

use crate::council::OutcomeId;

use super::statistics::Difference;
use super::summary::{Ending, Summary};

/// How often an outcome was adopted in both arms of a pair, in one, in neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PairedCounts {
    /// In both.
    pub both: u64,
    /// In the first only.
    pub only_first: u64,
    /// In the second only.
    pub only_second: u64,
    /// In neither.
    pub neither: u64,
}

impl PairedCounts {
    pub(super) const fn note(&mut self, first: Ending, second: Ending) {
        let first = matches!(first, Ending::Adopted);
        match (first, matches!(second, Ending::Adopted)) {
            (true, true) => self.both += 1,
            (true, false) => self.only_first += 1,
            (false, true) => self.only_second += 1,
            (false, false) => self.neither += 1,
        }
    }

    pub(super) const fn add(&mut self, other: Self) {
        self.both += other.both;
        self.only_first += other.only_first;
        self.only_second += other.only_second;
        self.neither += other.neither;
    }

    /// How many pairs.
    pub const fn pairs(self) -> u64 {
        self.both + self.only_first + self.only_second + self.neither
    }

    /// The share of adoption in the second arm less that in the first, with its interval.
    pub fn difference(self) -> Difference {
        Difference::of_pairs(self.only_first, self.only_second, self.pairs())
    }
}

/// Two ensembles of the same seeds.
#[derive(Debug, Clone)]
pub struct Arms {
    /// The scenario as it is.
    pub first: Summary,
    /// The scenario with the change.
    pub second: Summary,
    /// The outcomes that both have, each by its identifiers in the two, with the pairs counted.
    pub outcomes: Vec<(OutcomeId, OutcomeId, PairedCounts)>,
}
