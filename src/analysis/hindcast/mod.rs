//! The hindcast: what the model expected of members and decisions, beside what really happened.
//!
//! Everything here is described in docs/hindcast.md, with formulas and references.

mod baselines;
mod cause;
mod draft;
mod figures;
mod interval;
mod miss;
mod model;
mod number;
mod score;

use std::sync::Arc;

use crate::council::{OutcomeForm, OutcomeId};
use crate::scenario::Scenario;

pub use cause::{Cause, Term};
pub use draft::{Draft, Observed, Scale, Unscored};
pub use figures::{Estimate, Figures, Group};
pub use interval::RESAMPLES;
pub use miss::Miss;
pub use model::{Debates, Expectation, Model, Opening, Uncertain};
pub use number::{Change, Number};
pub use score::{FLOOR, Measure};

/// A checked scenario that tells what really happened.
#[derive(Debug, Clone)]
pub struct Case {
    /// How the file is called in messages.
    pub name: String,
    /// The scenario.
    pub scenario: Arc<Scenario>,
}

/// Who expected something of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forecaster {
    /// The model.
    Model,
    /// Every member votes in favour, does not object, signs.
    AlwaysInFavour,
    /// Each member does what it did on the other drafts, in the same shares.
    OwnFrequencies,
    /// Each camp, by affinity toward the sponsors, does what it did on the other drafts.
    SponsorsCamp,
    /// Each member votes as one that stands at the compromise mean would.
    CompromiseMean,
}

impl Forecaster {
    /// The model, then the four baselines.
    pub const ALL: [Self; 5] = [
        Self::Model,
        Self::AlwaysInFavour,
        Self::OwnFrequencies,
        Self::SponsorsCamp,
        Self::CompromiseMean,
    ];

    /// The name in JSON.
    pub const fn identifier(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::AlwaysInFavour => "always_in_favour",
            Self::OwnFrequencies => "own_frequencies",
            Self::SponsorsCamp => "sponsors_camp",
            Self::CompromiseMean => "compromise_mean",
        }
    }

    /// The name in text.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Model => "Model",
            Self::AlwaysInFavour => "Always in favour",
            Self::OwnFrequencies => "Members' own frequencies",
            Self::SponsorsCamp => "Sponsors' camp",
            Self::CompromiseMean => "Compromise mean",
        }
    }
}

/// What one forecaster expected of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Prediction {
    /// The chances of each observed member, in the order of the draft's rows; those of classes
    /// that its scale does not have are 0.
    pub rows: Vec<[f64; 3]>,
    /// P(adopted), in 0..1.
    pub adopted: f64,
}

/// The comparison of a model with what really happened.
#[derive(Debug, Clone)]
pub struct Hindcast {
    /// The drafts whose members or decision are scored, in the order of the cases and their files.
    pub drafts: Vec<Draft>,
    /// What each forecaster expected of each draft, in the order of [`Forecaster::ALL`].
    pub predictions: Vec<[Prediction; 5]>,
    /// The outcomes that are not scored, and why.
    pub unscored: Vec<Unscored>,
    /// The figures over all drafts.
    pub overall: Group,
    /// The figures by form of the outcome as tabled; only forms that occur.
    pub by_form: Vec<(OutcomeForm, Group)>,
    /// Each member and draft where the most probable vote of the model was not the one cast, the
    /// least expected first.
    pub misses: Vec<Miss>,
}

/// What the record of a scenario tells of an outcome, where it tells what members did.
pub fn observed(scenario: &Scenario, outcome: OutcomeId) -> Option<Draft> {
    let record = scenario.record.as_ref()?;
    draft::draft(scenario, record, outcome).ok()
}

/// Compares `model`, and the four baselines, with what really happened in `cases`.
///
/// No figure depends on the order of the cases; the intervals come from draws that are keyed.
pub fn hindcast(cases: &[Case], model: &dyn Model) -> Hindcast {
    let (drafts, unscored) = draft::drafts(cases);
    let table = baselines::Table::of(cases, &drafts);
    let predictions: Vec<[Prediction; 5]> = (0..drafts.len())
        .map(|at| {
            let draft = &drafts[at];
            let scenario = &*cases[draft.case].scenario;
            Forecaster::ALL.map(|forecaster| {
                let expected = match forecaster {
                    Forecaster::Model => model.expect(scenario, draft.outcome),
                    Forecaster::AlwaysInFavour => baselines::always(scenario, draft),
                    Forecaster::OwnFrequencies => table.own_frequencies(scenario, at),
                    Forecaster::SponsorsCamp => table.camp(scenario, at),
                    Forecaster::CompromiseMean => baselines::compromise(scenario, draft),
                };
                draft.prediction(&expected)
            })
        })
        .collect();
    let all: Vec<usize> = (0..drafts.len()).collect();
    let group = |chosen: &[usize]| figures::group(cases, &drafts, &predictions, chosen);
    let by_form = OutcomeForm::ALL
        .into_iter()
        .filter_map(|form| {
            let of_form = |&at: &usize| drafts[at].form == form;
            let chosen: Vec<usize> = all.iter().copied().filter(of_form).collect();
            (!chosen.is_empty()).then(|| (form, group(&chosen)))
        })
        .collect();
    let overall = group(&all);
    let misses = miss::misses(cases, &drafts, &predictions);
    Hindcast { drafts, predictions, unscored, overall, by_form, misses }
}
