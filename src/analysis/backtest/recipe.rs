//! The constants of the models, and why they are what they are.
//!
//! They were chosen once, by fitting to some years of 1998-2021 and scoring on others
//! (docs/backtest.md has the tables); the scores change little when any of them is halved or
//! doubled.

use super::columns::Group;

/// What a model of kinds is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recipe {
    /// How many kinds of drafts there are.
    pub(super) kinds: usize,
    /// How many searches are made, each from another starting point; the chances are the means of
    /// what they find, because the likelihood has many peaks of nearly equal height.
    pub(super) searches: u32,
    /// Years after which a draft weighs half as much.
    pub(super) half_life: f64,
}

/// The model.
pub(super) const MODEL: Recipe = Recipe { kinds: 5, searches: 12, half_life: 8.0 };
/// The multinomial logits: one kind, one search, all years alike.
pub(super) const LOGIT: Recipe = Recipe { kinds: 1, searches: 1, half_life: f64::INFINITY };

/// The ridge of the mean of the kinds, as a part of that of their differences.
pub(super) const MEAN: f64 = 0.3;

/// The ridge of a column that says how members vote: half the squared coefficient costs so much
/// log-likelihood. Groups of many columns need more.
pub(super) const fn of_votes(group: Group) -> f64 {
    match group {
        Group::Constant => 0.1,
        Group::Own | Group::Distance => 0.3,
        Group::Ideal | Group::Product | Group::Permanent | Group::Sponsors => 0.5,
        Group::Member | Group::PermanentPair => 2.0,
        _ => 1.0,
    }
}

/// The ridge of a column that says of which kind a draft is, or whether anybody opposes it.
pub(super) const fn of_drafts(group: Group) -> f64 {
    match group {
        Group::Constant => 0.1,
        Group::Sponsors | Group::PermanentSponsors => 0.3,
        Group::Form | Group::Region => 0.5,
        _ => 1.0,
    }
}
