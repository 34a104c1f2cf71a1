//! The figures of a group of drafts: every measure of every forecaster, with its interval.

use super::interval::{AllSums, by_identity, middle, resampled, total};
use super::score::Sums;
use super::{Case, Draft, Forecaster, Measure, Prediction};

/// A value with the interval of 95 % around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The value over all drafts.
    pub value: f64,
    /// The bounds, from resampling drafts; none from a single draft.
    pub interval: Option<(f64, f64)>,
}

/// What one forecaster achieved.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The forecaster.
    pub forecaster: Forecaster,
    /// How many members were given less than the floor of the log score for what they cast.
    pub floored: usize,
    /// The measures, in the order of [`Measure::ALL`]; none where nothing was measured.
    pub measures: [Option<Estimate>; Measure::ALL.len()],
    /// For a baseline: the model's measure less this one's, on the same drafts.
    pub model_ahead: [Option<Estimate>; Measure::ALL.len()],
}

/// The figures of some drafts.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// How many drafts.
    pub drafts: usize,
    /// How many members are scored, summed over drafts.
    pub members: usize,
    /// How many of these had no choice by the rules of the model: sponsors, parties to a dispute.
    pub bound: usize,
    /// How many decisions are scored.
    pub decisions: usize,
    /// The figures over all members, in the order of [`Forecaster::ALL`].
    pub all: Vec<Figures>,
    /// The same without the members that had no choice.
    pub free: Vec<Figures>,
}

/// The figures of the `chosen` drafts.
pub(super) fn group(
    cases: &[Case],
    drafts: &[Draft],
    predictions: &[[Prediction; Forecaster::ALL.len()]],
    chosen: &[usize],
) -> Group {
    let order = by_identity(cases, drafts, chosen);
    let sums = |with_bound| -> Vec<AllSums> {
        let of = |&at: &usize| {
            predictions[at].each_ref().map(|it| Sums::of(&drafts[at], it, with_bound))
        };
        order.iter().map(of).collect()
    };
    let (all, free) = (sums(true), sums(false));
    let [model, ..] = total(all.iter().copied());
    let [model_free, ..] = total(free.iter().copied());
    Group {
        drafts: chosen.len(),
        members: model.members as usize,
        bound: (model.members - model_free.members) as usize,
        decisions: model.decisions as usize,
        all: figures(&all),
        free: figures(&free),
    }
}

fn figures(drafts: &[AllSums]) -> Vec<Figures> {
    let whole = total(drafts.iter().copied());
    let resamples = resampled(drafts);
    let estimate = |value: &dyn Fn(&AllSums) -> Option<f64>| {
        let interval = middle(resamples.iter().filter_map(value).collect());
        value(&whole).map(|value| Estimate { value, interval })
    };
    let one = |(at, forecaster): (usize, Forecaster)| Figures {
        forecaster,
        floored: whole[at].floored as usize,
        measures: Measure::ALL.map(|measure| estimate(&|sums| sums[at].value(measure))),
        model_ahead: Measure::ALL.map(|measure| {
            let ahead = |sums: &AllSums| Some(sums[0].value(measure)? - sums[at].value(measure)?);
            (forecaster != Forecaster::Model).then(|| estimate(&ahead)).flatten()
        }),
    };
    Forecaster::ALL.into_iter().enumerate().map(one).collect()
}
