//! Scores of chances against what was done, as sums that add up over drafts.

use std::ops::AddAssign;

use crate::math;

use super::draft::most_probable;
use super::{Draft, Observed, Prediction, Scale};

/// The least chance that the log score reads: one that is lower counts as this.
pub const FLOOR: f64 = 1e-6;

/// The classes of all scales together: three ballots, two of objection, two of signature.
const CLASSES: usize = 7;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The share of members whose most probable class was theirs, in 0..1.
    Hits,
    /// The mean over members of Σ over classes of (p - 1 if cast, else p)², in 0..2; less is
    /// better (Brier 1950).
    Brier,
    /// The mean over members of -ln p of the class cast, 0 or more; less is better (Good 1952).
    LogScore,
    /// The mean, over the classes that occur, of the share of hits among those that cast it.
    BalancedAccuracy,
    /// The share of decisions on the right side of one half.
    DecisionHits,
    /// The mean over decisions of (P(adopted) - 1 if adopted, else P(adopted))², in 0..1.
    DecisionBrier,
}

impl Measure {
    /// All measures: four of members, two of decisions.
    pub const ALL: [Self; 6] = [
        Self::Hits,
        Self::Brier,
        Self::LogScore,
        Self::BalancedAccuracy,
        Self::DecisionHits,
        Self::DecisionBrier,
    ];

    /// The name in JSON.
    pub const fn identifier(self) -> &'static str {
        match self {
            Self::Hits => "hits",
            Self::Brier => "brier",
            Self::LogScore => "log_score",
            Self::BalancedAccuracy => "balanced_accuracy",
            Self::DecisionHits => "decision_hits",
            Self::DecisionBrier => "decision_brier",
        }
    }
}

/// Sums over members and decisions, from which every measure follows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) members: f64,
    pub(super) floored: f64,
    pub(super) decisions: f64,
    hits: f64,
    brier: f64,
    log: f64,
    cast: [f64; CLASSES],
    recalled: [f64; CLASSES],
    decision_hits: f64,
    decision_brier: f64,
}

impl Sums {
    /// The sums of one draft; without the members that had no choice unless `with_bound`.
    pub(super) fn of(draft: &Draft, prediction: &Prediction, with_bound: bool) -> Self {
        let mut sums = Self::default();
        for (observed, chances) in draft.rows.iter().zip(&prediction.rows) {
            if observed.bound && !with_bound {
                continue;
            }
            let hit = f64::from(u8::from(observed.hit(chances)));
            let slot = first_slot(draft.scale) + observed.cast;
            sums.members += 1.0;
            sums.hits += hit;
            sums.cast[slot] += 1.0;
            sums.recalled[slot] += hit;
            sums.brier += observed.brier(chances);
            sums.log += observed.log_score(chances);
            sums.floored += f64::from(u8::from(chances[observed.cast] < FLOOR));
        }
        if let Some(adopted) = draft.adopted {
            let happened = f64::from(u8::from(adopted));
            sums.decisions = 1.0;
            sums.decision_hits = f64::from(u8::from((prediction.adopted > 0.5) == adopted));
            sums.decision_brier = (prediction.adopted - happened) * (prediction.adopted - happened);
        }
        sums
    }

    /// The value of a measure; nothing where nothing was measured.
    pub(super) fn value(&self, measure: Measure) -> Option<f64> {
        let mean = |sum: f64, of: f64| (of > 0.0).then(|| sum / of);
        match measure {
            Measure::Hits => mean(self.hits, self.members),
            Measure::Brier => mean(self.brier, self.members),
            Measure::LogScore => mean(self.log, self.members),
            Measure::BalancedAccuracy => {
                let classes = self.cast.iter().zip(&self.recalled).filter(|(cast, _)| **cast > 0.0);
                let recalls: Vec<f64> = classes.map(|(cast, recalled)| recalled / cast).collect();
                mean(recalls.iter().sum(), recalls.len() as f64)
            }
            Measure::DecisionHits => mean(self.decision_hits, self.decisions),
            Measure::DecisionBrier => mean(self.decision_brier, self.decisions),
        }
    }

    /// These sums, counted `times` times.
    pub(super) fn times(mut self, times: f64) -> Self {
        let single = [
            &mut self.members,
            &mut self.floored,
            &mut self.decisions,
            &mut self.hits,
            &mut self.brier,
            &mut self.log,
            &mut self.decision_hits,
            &mut self.decision_brier,
        ];
        for sum in single.into_iter().chain(&mut self.cast).chain(&mut self.recalled) {
            *sum *= times;
        }
        self
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.members += other.members;
        self.floored += other.floored;
        self.decisions += other.decisions;
        self.hits += other.hits;
        self.brier += other.brier;
        self.log += other.log;
        self.decision_hits += other.decision_hits;
        self.decision_brier += other.decision_brier;
        for class in 0..CLASSES {
            self.cast[class] += other.cast[class];
            self.recalled[class] += other.recalled[class];
        }
    }
}

const fn first_slot(scale: Scale) -> usize {
    match scale {
        Scale::Ballots => 0,
        Scale::Objections => 3,
        Scale::Signatures => 5,
    }
}

impl Observed {
    /// Whether the most probable class is the one cast; of equally probable classes, the one that
    /// helps the text most is read as the most probable.
    pub fn hit(&self, chances: &[f64; 3]) -> bool {
        most_probable(chances) == self.cast
    }

    /// The Brier score: the sum over classes, in 0..2 (Brier 1950).
    pub fn brier(&self, chances: &[f64; 3]) -> f64 {
        let off = |(class, p): (usize, &f64)| {
            let off = if class == self.cast { p - 1.0 } else { *p };
            off * off
        };
        chances.iter().enumerate().map(off).sum()
    }

    /// The log score: -ln p of the class cast, p at least [`FLOOR`] (Good 1952).
    pub fn log_score(&self, chances: &[f64; 3]) -> f64 {
        // A chance of 1 gives 0, not -0.
        (-math::ln(chances[self.cast].max(FLOOR))).max(0.0)
    }
}
