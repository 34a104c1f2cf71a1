//! A vote model fitted to roll calls and scored on later years (docs/backtest.md).
//!
//! A [`VotingRecord`] is joined from rows; [`backtest`] fits the model and the baselines to the
//! training years and scores them on the test years. No feature reads how a draft was voted on.

mod baselines;
mod columns;
mod dynamics;
mod error;
mod expected;
mod features;
mod fit;
mod kinds;
mod misses;
mod model;
mod opposition;
mod ordered;
mod recipe;
mod record;
mod score;

pub use baselines::Baseline;
pub use dynamics::{DynamicsCheck, SpatialBaseline, StatusQuo, Values, check_dynamics};
pub use error::{BacktestError, Table};
pub use expected::Expected;
pub use misses::{DraftMiss, MemberMiss};
pub use record::{Draft, DraftRow, IdealRow, VoteRow, VotingRecord};
pub use score::{NAMES, Scored, Scores};

use std::ops::RangeInclusive;

use expected::{SURELY_IN_FAVOUR, nothing};
use model::{Model, PARTS};
use opposition::Opposition;

/// How many drafts and members are named among the misses.
const MISSES: usize = 10;

/// What to fit to, and what to score on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The years to fit to.
    pub train: RangeInclusive<i32>,
    /// The years to score on.
    pub test: RangeInclusive<i32>,
    /// Only drafts on which somebody did not vote in favour, in both.
    pub contested: bool,
}

/// How the model and the baselines did.
#[derive(Debug, Clone, PartialEq)]
pub struct Backtest {
    /// How many drafts and votes the model was fitted to.
    pub train: (usize, usize),
    /// How many drafts and votes it was scored on.
    pub test: (usize, usize),
    /// The model.
    pub model: Scored,
    /// The baselines, in the order of [`Baseline::ALL`].
    pub baselines: Vec<(Baseline, Scored)>,
    /// The drafts that the model foretold worst.
    pub worst_drafts: Vec<DraftMiss>,
    /// The members that the model foretold worst.
    pub worst_members: Vec<MemberMiss>,
}

/// Fits the model to the training years of `record` and scores it on the test years, with the
/// baselines. `tick` is told how many searches are done, of how many.
///
/// # Errors
/// When the years overlap or hold no draft, or a search for coefficients breaks down.
pub fn backtest(
    record: &VotingRecord,
    split: &Split,
    tick: &mut dyn FnMut(u32, u32),
) -> Result<Backtest, BacktestError> {
    let (train, test) = parts(record, split)?;
    let expected = expect(record, &train, &test, tick)?;
    let mut baselines = Vec::new();
    for baseline in Baseline::ALL {
        let expected = baseline.expect(record, &train, &test)?;
        baselines.push((baseline, score::score(&test, &expected)));
    }
    let sizes = |drafts: &[&Draft]| (drafts.len(), drafts.iter().map(|d| d.votes.len()).sum());
    Ok(Backtest {
        train: sizes(&train),
        test: sizes(&test),
        model: score::score(&test, &expected),
        baselines,
        worst_drafts: misses::of_drafts(&test, &expected, MISSES),
        worst_members: misses::of_members(&test, &expected, MISSES),
    })
}

/// What the model, fitted to the training years, expects of each draft of the test years.
///
/// # Errors
/// As [`backtest`].
pub fn predict<'a>(
    record: &'a VotingRecord,
    split: &Split,
) -> Result<Vec<(&'a Draft, Expected)>, BacktestError> {
    let (train, test) = parts(record, split)?;
    let expected = expect(record, &train, &test, &mut |_, _| ())?;
    Ok(test.into_iter().zip(expected).collect())
}

/// The training drafts and the test drafts.
fn parts<'a>(
    record: &'a VotingRecord,
    split: &Split,
) -> Result<(Vec<&'a Draft>, Vec<&'a Draft>), BacktestError> {
    if let Some(year) = split.train.clone().find(|year| split.test.contains(year)) {
        return Err(BacktestError::Overlap { year });
    }
    let select = |years: &RangeInclusive<i32>, option| {
        let chosen = |draft: &&Draft| {
            years.contains(&draft.row.year) && (draft.row.contested || !split.contested)
        };
        let drafts: Vec<&Draft> = record.drafts.iter().filter(chosen).collect();
        let ends = record.drafts.first().zip(record.drafts.last());
        let (first, last) = ends.map_or((0, 0), |(first, last)| (first.row.year, last.row.year));
        if drafts.is_empty() {
            let what = if split.contested { "contested " } else { "" };
            let (from, to) = (*years.start(), *years.end());
            return Err(BacktestError::NoDrafts { what, option, from, to, first, last });
        }
        Ok(drafts)
    };
    let train = select(&split.train, "--train")?;
    if train.iter().all(|draft| !draft.row.contested) {
        let (from, to) = (*split.train.start(), *split.train.end());
        return Err(BacktestError::NothingContested { from, to });
    }
    Ok((train, select(&split.test, "--test")?))
}

/// Fits the model to `train` and asks it about `test`.
///
/// The kinds are those of contested drafts. If drafts adopted by all are there too, the chance
/// that anybody opposes comes first, and what the kinds say counts with that chance.
fn expect(
    record: &VotingRecord,
    train: &[&Draft],
    test: &[&Draft],
    tick: &mut dyn FnMut(u32, u32),
) -> Result<Vec<Expected>, BacktestError> {
    let contested: Vec<&Draft> =
        train.iter().copied().filter(|draft| draft.row.contested).collect();
    let opposition =
        if contested.len() < train.len() { Some(Opposition::fit(record, train)?) } else { None };
    let mut done = 0;
    let mut count = || {
        done += 1;
        tick(done, recipe::MODEL.searches);
    };
    let model = Model::fit(record, &contested, (recipe::MODEL, PARTS), &mut count)?;
    let of = |draft: &&Draft| {
        let opposed = opposition.as_ref().map_or(1.0, |logit| logit.chance(record, draft));
        let mut expected = nothing(draft);
        expected.add(opposed, &model.expect(record, draft));
        let by_all = vec![SURELY_IN_FAVOUR; draft.votes.len()];
        expected.add(1.0 - opposed, &Expected::of(record, draft, by_all));
        expected
    };
    Ok(test.iter().map(of).collect())
}
