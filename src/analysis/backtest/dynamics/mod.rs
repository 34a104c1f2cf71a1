//! The engine's own vote model on the record: its defaults against values refitted to the
//! training years, and against four baselines (docs/backtest.md, "Defaults against the record").

mod baselines;
mod mapping;

use crate::council::VoteChance;
use crate::math;

use super::error::BacktestError;
use super::expected::Expected;
use super::model::place;
use super::record::{Draft, VotingRecord};
use super::score::{LEAST_CHANCE, Scored, score};
use super::{DraftMiss, MemberMiss, Split, misses, parts};

pub use baselines::SpatialBaseline;
pub use mapping::StatusQuo;
use mapping::{Mapped, map};

/// The values of the vote model that are checked, on the authors' scales.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Values {
    /// β, the scale of the logistic draw.
    pub noise: f64,
    /// θ for a vote in favour.
    pub threshold_yes: f64,
    /// θ for a vote against.
    pub threshold_no: f64,
    /// σ, how much it matters who tables a text.
    pub sponsor_effect: f64,
    /// How reluctant permanent members are to cast a veto.
    pub veto_reluctance: f64,
}

impl Values {
    /// The values under the names they have in a scenario file.
    pub const fn named(&self) -> [(&'static str, f64); 5] {
        [
            ("noise", self.noise),
            ("threshold_yes", self.threshold_yes),
            ("threshold_no", self.threshold_no),
            ("sponsor_effect", self.sponsor_effect),
            ("veto_reluctance", self.veto_reluctance),
        ]
    }

    /// All values so many times as large; a reluctance stays on its scale.
    fn times(self, factor: f64) -> Self {
        Self {
            noise: factor * self.noise,
            threshold_yes: factor * self.threshold_yes,
            threshold_no: factor * self.threshold_no,
            sponsor_effect: factor * self.sponsor_effect,
            veto_reluctance: (factor * self.veto_reluctance).min(100.0),
        }
    }
}

/// How the engine's vote model did.
#[derive(Debug, Clone, PartialEq)]
pub struct DynamicsCheck {
    /// How many drafts with known sponsors there were to fit to, and to score on.
    pub drafts: (usize, usize),
    /// The defaults, and their scores.
    pub defaults: (Values, Scored),
    /// The defaults made ten times as wide, and their scores: the same chances at indifference,
    /// with positions that tell less.
    pub wider: (Values, Scored),
    /// The values with the best log score in the training years, and their scores.
    pub refitted: (Values, Scored),
    /// The baselines.
    pub baselines: Vec<(SpatialBaseline, Scored)>,
    /// The drafts that the defaults foretold worst.
    pub worst_drafts: Vec<DraftMiss>,
    /// The members that the defaults foretold worst.
    pub worst_members: Vec<MemberMiss>,
}

/// How many times as wide the wider defaults are.
const WIDER: f64 = 10.0;
/// How many drafts and members are named among the misses.
const MISSES: usize = 5;

/// Values tried in the search, in points.
const NOISES: [f64; 13] = [1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0, 12.0, 16.0, 20.0, 30.0, 40.0, 60.0];
const THRESHOLDS_YES: [f64; 15] = [
    -80.0, -60.0, -50.0, -40.0, -30.0, -24.0, -20.0, -16.0, -12.0, -8.0, -6.0, -4.0, -2.0, 0.0, 4.0,
];
const THRESHOLDS_NO: [f64; 14] =
    [4.0, 8.0, 10.0, 14.0, 18.0, 24.0, 30.0, 36.0, 44.0, 60.0, 80.0, 100.0, 130.0, 160.0];
const SPONSOR_EFFECTS: [f64; 11] = [0.0, 1.0, 3.0, 6.0, 10.0, 15.0, 20.0, 30.0, 40.0, 60.0, 80.0];
const RELUCTANCES: [f64; 5] = [0.0, 20.0, 40.0, 60.0, 100.0];
/// Rounds of the search through one value after the other.
const ROUNDS: usize = 6;

/// Checks the defaults of the engine's vote model on the test years of `record`.
///
/// # Errors
/// When the years overlap, or hold no draft whose sponsors are known.
pub fn check_dynamics(
    record: &VotingRecord,
    split: &Split,
    status_quo: StatusQuo,
) -> Result<DynamicsCheck, BacktestError> {
    let (train, test) = parts(record, split)?;
    let mut training: Vec<Mapped<'_>> =
        train.iter().filter_map(|draft| map(record, draft, status_quo)).collect();
    let mut tests: Vec<Mapped<'_>> =
        test.iter().filter_map(|draft| map(record, draft, status_quo)).collect();
    if training.is_empty() || tests.is_empty() {
        let option = if training.is_empty() { "--train" } else { "--test" };
        return Err(BacktestError::NoSponsors { option });
    }
    let defaults = training[0].defaults();
    let refitted = refit(&mut training, defaults);
    let drafts: Vec<&Draft> = tests.iter().map(|mapped| mapped.draft).collect();
    let expected = expect(record, &mut tests, defaults);
    let worst_drafts = misses::of_drafts(&drafts, &expected, MISSES);
    let worst_members = misses::of_members(&drafts, &expected, MISSES);
    let mut scored = |values| (values, score(&drafts, &expect(record, &mut tests, values)));
    Ok(DynamicsCheck {
        drafts: (training.len(), drafts.len()),
        defaults: scored(defaults),
        wider: scored(defaults.times(WIDER)),
        refitted: scored(refitted),
        baselines: baselines::score_all(record, &training, &tests),
        worst_drafts,
        worst_members,
    })
}

/// What the engine expects of `drafts` with these values.
fn expect(record: &VotingRecord, drafts: &mut [Mapped<'_>], values: Values) -> Vec<Expected> {
    let of = |mapped: &mut Mapped<'_>| {
        mapped.set(values);
        Expected::of(record, mapped.draft, mapped.chances())
    };
    drafts.iter_mut().map(of).collect()
}

/// Values to try, and where they go.
type Tried<'a> = (&'a [f64], fn(&mut Values) -> &mut f64);

/// The values with the best log score on `drafts` that a search through one value after the other
/// finds from `start`.
fn refit(drafts: &mut [Mapped<'_>], start: Values) -> Values {
    let tried: [Tried<'_>; 5] = [
        (&NOISES, |values| &mut values.noise),
        (&THRESHOLDS_YES, |values| &mut values.threshold_yes),
        (&THRESHOLDS_NO, |values| &mut values.threshold_no),
        (&SPONSOR_EFFECTS, |values| &mut values.sponsor_effect),
        (&RELUCTANCES, |values| &mut values.veto_reluctance),
    ];
    let (mut best, mut least) = (start, loss(drafts, start));
    for _ in 0..ROUNDS {
        let before = best;
        for (grid, field) in &tried {
            for &value in *grid {
                let mut candidate = best;
                *field(&mut candidate) = value;
                let loss = loss(drafts, candidate);
                // A vote cannot be in favour and against: the thresholds must leave room.
                if loss < least && candidate.threshold_yes > -candidate.threshold_no {
                    (best, least) = (candidate, loss);
                }
            }
        }
        if best == before {
            break;
        }
    }
    best
}

/// The sum of -ln(chance of the vote cast).
fn loss(drafts: &mut [Mapped<'_>], values: Values) -> f64 {
    let mut loss = 0.0;
    for mapped in drafts {
        mapped.set(values);
        let votes = mapped.draft.votes.iter().zip(mapped.chances());
        for ((_, ballot), VoteChance { in_favour, abstaining, against }) in votes {
            let seen = [in_favour, abstaining, against][place(*ballot)];
            loss -= math::ln(seen.max(LEAST_CHANCE));
        }
    }
    loss
}
