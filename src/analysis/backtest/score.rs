//! Scores of what was expected against what happened, with intervals by draft.

use crate::council::VoteChance;
use crate::math;
use crate::stream::{Purpose, Seed, StreamKey};

use super::expected::Expected;
use super::model::place;
use super::record::Draft;

/// A chance below this counts as this in log scores, so that they stay finite.
pub(super) const LEAST_CHANCE: f64 = 0.001;
/// How often the drafts are drawn again for an interval.
const RESAMPLES: u32 = 1000;

/// How well votes and decisions were foretold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scores {
    /// Share of votes that were the most likely one.
    pub accuracy: f64,
    /// Mean over votes of the sum over the three votes of (chance - 1 if it was cast, else 0)²: 0
    /// is best, 2 worst.
    pub brier: f64,
    /// Mean over the votes that occur (in favour, abstaining, against) of the share foretold.
    pub balanced_accuracy: f64,
    /// Mean of -ln(chance of the vote cast), chances below 0.001 counting as 0.001.
    pub log_score: f64,
    /// Share of drafts whose adoption or failure was the likelier.
    pub adoption_accuracy: f64,
    /// Mean of (P(adopted) - 1 if adopted, else 0)²: 0 is best, 1 worst.
    pub adoption_brier: f64,
}

/// The names of the scores, in the order of [`Scores::all`].
pub const NAMES: [&str; 6] =
    ["accuracy", "brier", "balanced_accuracy", "log_score", "adoption_accuracy", "adoption_brier"];

impl Scores {
    /// All scores, in the order of [`NAMES`].
    pub const fn all(&self) -> [f64; 6] {
        [
            self.accuracy,
            self.brier,
            self.balanced_accuracy,
            self.log_score,
            self.adoption_accuracy,
            self.adoption_brier,
        ]
    }
}

/// Scores with their 95 % intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The scores.
    pub scores: Scores,
    /// Intervals in the order of [`NAMES`], from drafts drawn again with replacement: votes on one
    /// draft are no independent evidence.
    pub intervals: [(f64, f64); 6],
}

/// The vote that is likeliest; where two are alike, the first of in favour, abstaining, against.
pub(super) fn likeliest(chance: VoteChance) -> usize {
    let VoteChance { in_favour, abstaining, against } = chance;
    if in_favour >= abstaining && in_favour >= against {
        0
    } else if abstaining >= against {
        1
    } else {
        2
    }
}

/// Whether adoption was the likelier.
pub(super) fn foretells_adoption(expected: &Expected) -> bool {
    expected.adopted > 0.5
}

/// What one draft adds to the scores.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    brier: f64,
    log: f64,
    cast: [f64; 3],
    foretold: [f64; 3],
    adoption: f64,
    adoption_brier: f64,
    drafts: f64,
}

impl Tally {
    fn of(draft: &Draft, expected: &Expected) -> Self {
        let mut tally = Self { drafts: 1.0, ..Self::default() };
        for ((_, ballot), &chance) in draft.votes.iter().zip(&expected.votes) {
            let vote = place(*ballot);
            let chances = [chance.in_favour, chance.abstaining, chance.against];
            for (other, p) in chances.iter().enumerate() {
                let error = p - f64::from(u8::from(other == vote));
                tally.brier += error * error;
            }
            tally.log -= math::ln(chances[vote].max(LEAST_CHANCE));
            tally.cast[vote] += 1.0;
            tally.foretold[vote] += f64::from(u8::from(likeliest(chance) == vote));
        }
        let adopted = f64::from(u8::from(draft.row.adopted));
        tally.adoption = f64::from(u8::from(foretells_adoption(expected) == draft.row.adopted));
        tally.adoption_brier = (expected.adopted - adopted) * (expected.adopted - adopted);
        tally
    }

    fn add(&mut self, other: &Self) {
        self.brier += other.brier;
        self.log += other.log;
        for vote in 0..3 {
            self.cast[vote] += other.cast[vote];
            self.foretold[vote] += other.foretold[vote];
        }
        self.adoption += other.adoption;
        self.adoption_brier += other.adoption_brier;
        self.drafts += other.drafts;
    }

    fn scores(&self) -> Scores {
        let votes: f64 = self.cast.iter().sum();
        let occurring = || self.cast.iter().zip(&self.foretold).filter(|(cast, _)| **cast > 0.0);
        let recall: f64 = occurring().map(|(cast, foretold)| foretold / cast).sum();
        Scores {
            accuracy: self.foretold.iter().sum::<f64>() / votes,
            brier: self.brier / votes,
            balanced_accuracy: recall / occurring().count() as f64,
            log_score: self.log / votes,
            adoption_accuracy: self.adoption / self.drafts,
            adoption_brier: self.adoption_brier / self.drafts,
        }
    }
}

/// Scores what was expected of `drafts`, of which there must be one at least.
pub(super) fn score(drafts: &[&Draft], expected: &[Expected]) -> Scored {
    let tallies: Vec<Tally> =
        drafts.iter().zip(expected).map(|(draft, expected)| Tally::of(draft, expected)).collect();
    let sum = |of: &mut dyn Iterator<Item = &Tally>| {
        let mut sum = Tally::default();
        of.for_each(|tally| sum.add(tally));
        sum.scores()
    };
    let mut resampled: [Vec<f64>; 6] = Default::default();
    for round in 0..RESAMPLES {
        let purpose = Purpose::Resampling;
        let key = StreamKey { purpose, stage: 0, who: 0, object: 0, occasion: round };
        let mut stream = Seed(1).stream(key);
        let drawn: Vec<&Tally> =
            tallies.iter().map(|_| &tallies[stream.below(tallies.len())]).collect();
        for (values, value) in resampled.iter_mut().zip(sum(&mut drawn.into_iter()).all()) {
            values.push(value);
        }
    }
    Scored { scores: sum(&mut tallies.iter()), intervals: resampled.map(interval) }
}

/// The values that leave 2.5 % on either side.
fn interval(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values[((values.len() - 1) as f64 * share).round() as usize];
    (at(0.025), at(0.975))
}
