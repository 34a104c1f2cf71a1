//! Misses: where the vote cast was not the one the model held most probable.

use super::draft::most_probable;
use super::{Case, Cause, Change, Draft, Forecaster, Observed, Prediction};

/// A member whose vote on a draft was missed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Miss {
    /// The draft, by its place in the list.
    pub draft: usize,
    /// What the member did.
    pub observed: Observed,
    /// The class that the model held most probable.
    pub expected: usize,
    /// The chances that the model gave to the classes.
    pub chances: [f64; 3],
    /// -ln of the chance of what was cast.
    pub log_score: f64,
    /// The term of the judgement that decided.
    pub cause: Cause,
    /// The single number that would make it a hit, where there is one.
    pub change: Option<Change>,
}

/// The misses of the model, the least expected first.
pub(super) fn misses(
    cases: &[Case],
    drafts: &[Draft],
    predictions: &[[Prediction; Forecaster::ALL.len()]],
) -> Vec<Miss> {
    let mut misses = Vec::new();
    for (at, (draft, [model, ..])) in drafts.iter().zip(predictions).enumerate() {
        let scenario = &*cases[draft.case].scenario;
        for (observed, &chances) in draft.rows.iter().zip(&model.rows) {
            let expected = most_probable(&chances);
            if expected != observed.cast {
                misses.push(Miss {
                    draft: at,
                    observed: *observed,
                    expected,
                    chances,
                    log_score: observed.log_score(&chances),
                    cause: Cause::of(scenario, draft, observed),
                    change: Change::smallest(scenario, draft, observed),
                });
            }
        }
    }
    // A stable sort: of equals, the order of the files.
    misses.sort_by(|a, b| b.log_score.total_cmp(&a.log_score));
    misses
}
