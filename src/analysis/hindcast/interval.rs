//! Intervals by resampling whole drafts (Efron 1979; Efron & Tibshirani 1993).

use crate::stream::{Purpose, Seed, StreamKey};

use super::score::Sums;
use super::{Case, Draft, Forecaster};

/// How often the drafts are drawn anew.
pub const RESAMPLES: u32 = 2000;

/// Sums of all forecasters over one draft, or over several.
pub(super) type AllSums = [Sums; Forecaster::ALL.len()];

/// The sums over each resample of these drafts: as many drafts, drawn with replacement, the
/// members of a draft together. Empty where there are fewer than two drafts.
pub(super) fn resampled(sums: &[AllSums]) -> Vec<AllSums> {
    if sums.len() < 2 {
        return Vec::new();
    }
    let resample = |occasion| {
        let key = StreamKey { purpose: Purpose::Resample, stage: 0, who: 0, object: 0, occasion };
        let mut stream = Seed(1).stream(key);
        let mut times = vec![0_u32; sums.len()];
        for _ in 0..sums.len() {
            times[stream.below(sums.len())] += 1;
        }
        total(
            sums.iter()
                .zip(&times)
                .filter(|(_, times)| **times > 0)
                .map(|(sums, &times)| sums.map(|sums| sums.times(f64::from(times)))),
        )
    };
    (0..RESAMPLES).map(resample).collect()
}

/// The sums over several drafts.
pub(super) fn total(drafts: impl IntoIterator<Item = AllSums>) -> AllSums {
    let mut total = AllSums::default();
    for sums in drafts {
        for (total, sums) in total.iter_mut().zip(sums) {
            *total += sums;
        }
    }
    total
}

/// The bounds between which the middle 95 of 100 of these values lie; nothing without two values.
pub(super) fn middle(mut values: Vec<f64>) -> Option<(f64, f64)> {
    if values.len() < 2 {
        return None;
    }
    values.sort_by(f64::total_cmp);
    Some((quantile(&values, 0.025), quantile(&values, 0.975)))
}

/// The quantile of sorted values, between two of them in proportion.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

/// Drafts in an order that depends on what they are, not on the order in which files are named,
/// so that the same draws resample the same drafts.
pub(super) fn by_identity(cases: &[Case], drafts: &[Draft], chosen: &[usize]) -> Vec<usize> {
    let identity = |&at: &usize| {
        let draft = &drafts[at];
        let scenario = &cases[draft.case].scenario;
        (&scenario.digest, draft.outcome)
    };
    let mut order = chosen.to_vec();
    order.sort_by(|a, b| identity(a).cmp(&identity(b)));
    order
}
