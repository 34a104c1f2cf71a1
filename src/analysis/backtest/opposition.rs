//! Whether anybody opposes a draft at all: a logit on the draft, for records that hold drafts
//! adopted by all beside contested ones.

use super::columns::{Columns, Features, Group};
use super::error::BacktestError;
use super::features::View;
use super::fit::minimize;
use super::kinds::{Case, Shape, VOTES, Voter};
use super::recipe;
use super::record::{Draft, VotingRecord};

/// A fitted chance that somebody does not vote in favour.
#[derive(Debug)]
pub(super) struct Opposition {
    shape: Shape,
    columns: Columns,
    at: Vec<f64>,
}

impl Opposition {
    /// Fits the chance to drafts of both sorts.
    ///
    /// # Errors
    /// When the search breaks down.
    pub(super) fn fit(record: &VotingRecord, drafts: &[&Draft]) -> Result<Self, BacktestError> {
        let features: Vec<Features> =
            drafts.iter().map(|draft| View::new(record, draft).of_draft(record)).collect();
        let columns = Columns::of(features.iter());
        let shape = Shape {
            kinds: 1,
            own: vec![recipe::of_drafts(Group::Constant)],
            mean: vec![recipe::of_drafts(Group::Constant)],
            shared: columns.ridge(recipe::of_drafts),
            gate: Vec::new(),
        };
        let cases: Vec<Case> = features
            .iter()
            .zip(drafts)
            .map(|(features, draft)| Case {
                weight: 1.0,
                gate: Vec::new(),
                voters: vec![voter(&columns, features, draft.row.contested)],
            })
            .collect();
        let loss = |at: &[f64], gradient: &mut [f64]| shape.mean_loss(at, &cases, gradient);
        let at = minimize(loss, vec![0.0; shape.len()])?;
        Ok(Self { shape, columns, at })
    }

    /// The chance that somebody does not vote in favour of `draft`.
    pub(super) fn chance(&self, record: &VotingRecord, draft: &Draft) -> f64 {
        let features = View::new(record, draft).of_draft(record);
        let mut chances = [0.0; VOTES];
        self.shape.chances(&self.at, &voter(&self.columns, &features, false), &mut chances);
        // The logit knows three votes, of which one is never cast; it is shared out.
        chances[2] / (chances[0] + chances[2])
    }
}

/// A draft as the one voter of a logit: 0 if all vote in favour, 2 if not.
fn voter(columns: &Columns, features: &Features, contested: bool) -> Voter {
    let own = vec![(0, 1.0)];
    Voter { own, shared: columns.row(features), vote: if contested { 2 } else { 0 } }
}
