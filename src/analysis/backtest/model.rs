//! The vote model: fitted to the training drafts, asked about others.

use crate::council::VoteChance;
use crate::math;
use crate::stream::{Purpose, Seed, StreamKey};
use crate::vote::Ballot;

use super::columns::{Columns, Features};
use super::error::BacktestError;
use super::expected::{Expected, adopted, nothing};
use super::features::View;
use super::fit::minimize;
use super::kinds::{Case, Shape, VOTES, Voter};
use super::recipe::{self, Recipe};
use super::record::{Draft, VotingRecord};

/// Spread of the coefficients that tell kinds apart where a search starts.
const SPREAD: f64 = 0.5;

/// Which features a model has: of member and kind, of the pair of member and draft, of the draft.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts {
    pub(super) own: fn(&View<'_>, &VotingRecord, &str) -> Features,
    pub(super) shared: fn(&View<'_>, &VotingRecord, &str) -> Features,
    pub(super) gate: fn(&View<'_>, &VotingRecord) -> Features,
}

/// The parts of the model.
pub(super) const PARTS: Parts = Parts {
    own: |view, record, member| view.of_member(record, member),
    shared: |view, record, member| view.of_pair(record, member),
    gate: |view, record| view.of_draft(record),
};

/// A fitted model of kinds.
#[derive(Debug)]
pub(super) struct Model {
    parts: Parts,
    shape: Shape,
    own: Columns,
    shared: Columns,
    gate: Columns,
    fits: Vec<Vec<f64>>,
}

impl Model {
    /// Fits the model to `drafts`, telling `tick` after each search.
    ///
    /// # Errors
    /// When a search for coefficients breaks down.
    pub(super) fn fit(
        record: &VotingRecord,
        drafts: &[&Draft],
        (recipe, parts): (Recipe, Parts),
        tick: &mut dyn FnMut(),
    ) -> Result<Self, BacktestError> {
        let views: Vec<View<'_>> = drafts.iter().map(|draft| View::new(record, draft)).collect();
        let mut model = Self::blank(record, &views, (recipe, parts));
        let cases: Vec<Case> = views
            .iter()
            .zip(weights(drafts, recipe.half_life))
            .map(|(view, weight)| model.case(record, view, weight))
            .collect();
        for search in 0..recipe.searches {
            let shape = &model.shape;
            let loss = |at: &[f64], gradient: &mut [f64]| shape.mean_loss(at, &cases, gradient);
            let fit = minimize(loss, starting_point(shape, search))?;
            model.fits.push(fit);
            tick();
        }
        Ok(model)
    }

    /// The model before any search.
    fn blank(record: &VotingRecord, views: &[View<'_>], (recipe, parts): (Recipe, Parts)) -> Self {
        let columns = |of: fn(&View<'_>, &VotingRecord, &str) -> Features| {
            let features: Vec<Features> = views
                .iter()
                .flat_map(|view| view.draft.votes.iter().map(move |(who, _)| of(view, record, who)))
                .collect();
            Columns::of(features.iter())
        };
        let of_drafts: Vec<Features> =
            views.iter().map(|view| (parts.gate)(view, record)).collect();
        let (own, shared) = (columns(parts.own), columns(parts.shared));
        let gate = Columns::of(of_drafts.iter());
        let shape = Shape {
            kinds: recipe.kinds,
            own: own.ridge(recipe::of_votes),
            mean: own.ridge(|group| recipe::MEAN * recipe::of_votes(group)),
            shared: shared.ridge(recipe::of_votes),
            gate: gate.ridge(recipe::of_drafts),
        };
        Self { parts, shape, own, shared, gate, fits: Vec::new() }
    }

    fn case(&self, record: &VotingRecord, view: &View<'_>, weight: f64) -> Case {
        let voters = view.draft.votes.iter().map(|(member, ballot)| Voter {
            own: self.own.row(&(self.parts.own)(view, record, member)),
            shared: self.shared.row(&(self.parts.shared)(view, record, member)),
            vote: place(*ballot),
        });
        let voters = voters.collect();
        Case { weight, gate: self.gate.row(&(self.parts.gate)(view, record)), voters }
    }

    /// What the model expects of `draft`: the mean over searches, and over kinds by their chances.
    /// Votes are independent within a kind only, so that the kinds carry what votes have in common.
    pub(super) fn expect(&self, record: &VotingRecord, draft: &Draft) -> Expected {
        let case = self.case(record, &View::new(record, draft), 1.0);
        let mut expected = nothing(draft);
        let (mut log_kinds, stride) = (Vec::new(), self.shape.kinds * VOTES);
        let mut chances = vec![0.0; case.voters.len() * stride];
        for fit in &self.fits {
            self.shape.log_kinds(fit, &case.gate, &mut log_kinds);
            for (voter, row) in case.voters.iter().zip(chances.chunks_exact_mut(stride)) {
                self.shape.chances(fit, voter, row);
            }
            for (kind, log) in log_kinds.iter().enumerate() {
                let weight = math::exp(*log) / self.fits.len() as f64;
                let votes: Vec<VoteChance> =
                    chances.chunks_exact(stride).map(|row| chance(&row[kind * VOTES..])).collect();
                let adopted = adopted(record, draft, &votes);
                expected.add(weight, &Expected { votes, adopted });
            }
        }
        expected
    }
}

/// The place of a vote among the three.
pub(super) const fn place(ballot: Ballot) -> usize {
    match ballot {
        Ballot::InFavour => 0,
        Ballot::Abstaining | Ballot::NotParticipating => 1,
        Ballot::Against => 2,
    }
}

/// The three chances, in the order of [`place`].
pub(super) const fn chance(by_place: &[f64]) -> VoteChance {
    VoteChance { in_favour: by_place[0], abstaining: by_place[1], against: by_place[2] }
}

/// Recent drafts weigh more: by half for each `half_life` years. The mean weight is 1.
fn weights(drafts: &[&Draft], half_life: f64) -> Vec<f64> {
    let last = drafts.iter().map(|draft| draft.row.year).max().unwrap_or(0);
    let raw: Vec<f64> = drafts
        .iter()
        .map(|draft| math::exp2(-f64::from(last.abs_diff(draft.row.year)) / half_life))
        .collect();
    let mean = raw.iter().sum::<f64>() / raw.len().max(1) as f64;
    raw.into_iter().map(|weight| weight / mean).collect()
}

/// Coefficients that tell kinds apart drawn at random, so that the kinds can part; all others 0.
fn starting_point(shape: &Shape, search: u32) -> Vec<f64> {
    let key = StreamKey { purpose: Purpose::Start, stage: 0, who: 0, object: 0, occasion: search };
    let mut stream = Seed(1).stream(key);
    let mut point = vec![0.0; shape.len()];
    point[..shape.own_len()].fill_with(|| SPREAD * stream.normal());
    point
}
