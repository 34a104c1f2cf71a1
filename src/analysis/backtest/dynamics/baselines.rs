//! Four ways of foretelling votes without the engine.

use crate::council::VoteChance;

use super::super::baselines::Frequencies;
use super::super::expected::{Expected, SURELY_IN_FAVOUR};
use super::super::model::{chance, place};
use super::super::record::{Draft, VotingRecord};
use super::super::score::{Scored, score};
use super::mapping::Mapped;

/// A way of foretelling votes without the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpatialBaseline {
    /// Everybody votes in favour.
    AlwaysInFavour,
    /// Each member votes as often this way and that as it did.
    OwnFrequencies,
    /// Those nearer to the text than to the status quo vote as such members did, the others as
    /// such others did.
    SponsorsCamp,
    /// All vote as members did on texts that stand as near to the mean of the Council.
    CompromiseMean,
}

impl SpatialBaseline {
    const ALL: [Self; 4] =
        [Self::AlwaysInFavour, Self::OwnFrequencies, Self::SponsorsCamp, Self::CompromiseMean];

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AlwaysInFavour => "always_in_favour",
            Self::OwnFrequencies => "own_frequencies",
            Self::SponsorsCamp => "sponsors_camp",
            Self::CompromiseMean => "compromise_mean",
        }
    }

    /// What it does, in a few words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::AlwaysInFavour => "everybody in favour",
            Self::OwnFrequencies => "members' own frequencies",
            Self::SponsorsCamp => "the sponsors' camp",
            Self::CompromiseMean => "the compromise mean",
        }
    }
}

/// The shares of the three votes among the training votes that `of` chooses.
fn shares(training: &[Mapped<'_>], of: impl Fn(&Mapped<'_>, usize) -> bool) -> VoteChance {
    let mut counts = [1.0; 3];
    for mapped in training {
        for (voter, (_, ballot)) in mapped.draft.votes.iter().enumerate() {
            if of(mapped, voter) {
                counts[place(*ballot)] += 1.0;
            }
        }
    }
    let total: f64 = counts.iter().sum();
    chance(&counts.map(|count| count / total))
}

/// The scores of all of them.
pub(super) fn score_all(
    record: &VotingRecord,
    training: &[Mapped<'_>],
    tests: &[Mapped<'_>],
) -> Vec<(SpatialBaseline, Scored)> {
    let known: Vec<&Draft> = training.iter().map(|mapped| mapped.draft).collect();
    let asked: Vec<&Draft> = tests.iter().map(|mapped| mapped.draft).collect();
    let frequencies = Frequencies::of(&known);
    let by_camp =
        [false, true].map(|camp| shares(training, |mapped, voter| mapped.camp[voter] == camp));
    let by_mean =
        [false, true].map(|near| shares(training, |mapped, _| mapped.mean_is_near == near));
    let of = |baseline: SpatialBaseline, mapped: &Mapped<'_>| {
        let votes =
            mapped.draft.votes.iter().enumerate().map(|(voter, (member, _))| match baseline {
                SpatialBaseline::AlwaysInFavour => SURELY_IN_FAVOUR,
                SpatialBaseline::OwnFrequencies => frequencies.chance(member),
                SpatialBaseline::SponsorsCamp => by_camp[usize::from(mapped.camp[voter])],
                SpatialBaseline::CompromiseMean => by_mean[usize::from(mapped.mean_is_near)],
            });
        Expected::of(record, mapped.draft, votes.collect())
    };
    let scored = |baseline| {
        let expected: Vec<Expected> = tests.iter().map(|mapped| of(baseline, mapped)).collect();
        (baseline, score(&asked, &expected))
    };
    SpatialBaseline::ALL.map(scored).into()
}
