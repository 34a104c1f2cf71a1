//! Ordered logit, the form in which votes at the United Nations are estimated (Bailey, Strezhnev
//! & Voeten 2017): one scale from against over abstaining to in favour.

use crate::council::VoteChance;
use crate::math;

use super::columns::{Columns, Features};
use super::error::BacktestError;
use super::expected::Expected;
use super::features::View;
use super::fit::minimize;
use super::model::place;
use super::record::{Draft, VotingRecord};

/// A little ridge, so that what is perfectly told apart stays finite.
const RIDGE: f64 = 0.1;

/// A fitted ordered logit. The chance of a vote in favour is Λ(β·x + α), that of a vote against
/// 1 - Λ(β·x + α + e^γ): the last two coefficients are α and γ.
#[derive(Debug)]
pub(super) struct Ordered {
    features: fn(&View<'_>, &VotingRecord, &str) -> Features,
    columns: Columns,
    at: Vec<f64>,
}

impl Ordered {
    /// Fits the coefficients of these features.
    ///
    /// # Errors
    /// When the search breaks down.
    pub(super) fn fit(
        record: &VotingRecord,
        drafts: &[&Draft],
        features: fn(&View<'_>, &VotingRecord, &str) -> Features,
    ) -> Result<Self, BacktestError> {
        let views: Vec<View<'_>> = drafts.iter().map(|draft| View::new(record, draft)).collect();
        let rows: Vec<(Features, usize)> = views
            .iter()
            .flat_map(|view| {
                let votes = view.draft.votes.iter();
                votes.map(move |(who, ballot)| (features(view, record, who), place(*ballot)))
            })
            .collect();
        let columns = Columns::of(rows.iter().map(|(features, _)| features));
        let rows: Vec<(Vec<(usize, f64)>, usize)> =
            rows.into_iter().map(|(features, vote)| (columns.row(&features), vote)).collect();
        let votes = rows.len() as f64;
        let loss = |at: &[f64], gradient: &mut [f64]| {
            let (coefficients, _) = at.split_at(at.len() - 2);
            let mut loss = 0.0;
            for (slope, coefficient) in gradient.iter_mut().zip(at) {
                *slope = RIDGE * coefficient / votes;
            }
            loss += 0.5 * RIDGE * at.iter().map(|c| c * c).sum::<f64>() / votes;
            for (row, vote) in &rows {
                let score: f64 = row.iter().map(|&(column, x)| coefficients[column] * x).sum();
                loss += one_vote((row, *vote, score), at, votes, gradient);
            }
            loss
        };
        let at = minimize(loss, vec![0.0; columns.len() + 2])?;
        Ok(Self { features, columns, at })
    }

    /// What the model expects of `draft`, votes being independent.
    pub(super) fn expect(&self, record: &VotingRecord, draft: &Draft) -> Expected {
        let view = View::new(record, draft);
        let votes = draft.votes.iter().map(|(member, _)| {
            let row = self.columns.row(&(self.features)(&view, record, member));
            let score = row.iter().map(|&(column, x)| self.at[column] * x).sum();
            chances(score, &self.at)
        });
        Expected::of(record, draft, votes.collect())
    }
}

/// The chances of the three votes at a score.
fn chances(score: f64, at: &[f64]) -> VoteChance {
    let (alpha, gamma) = (at[at.len() - 2], at[at.len() - 1]);
    let in_favour = math::logistic(score + alpha);
    let not_against = math::logistic(score + alpha + math::exp(gamma));
    VoteChance {
        in_favour,
        abstaining: (not_against - in_favour).max(0.0),
        against: 1.0 - not_against,
    }
}

/// The loss of one vote, as a part of all; its slopes are added to `gradient`.
fn one_vote(
    (row, vote, score): (&[(usize, f64)], usize, f64),
    at: &[f64],
    votes: f64,
    gradient: &mut [f64],
) -> f64 {
    let chance = chances(score, at);
    let upper = chance.in_favour * (1.0 - chance.in_favour);
    let lower = (1.0 - chance.against) * chance.against;
    let gap = math::exp(at[at.len() - 1]);
    // The slopes of the chance of this vote, by the score and by γ.
    let (seen, by_score, by_gamma) = match vote {
        0 => (chance.in_favour, upper, 0.0),
        1 => (chance.abstaining, lower - upper, lower * gap),
        _ => (chance.against, -lower, -lower * gap),
    };
    let seen = seen.max(f64::EPSILON);
    let slope = -by_score / seen / votes;
    for &(column, x) in row {
        gradient[column] += slope * x;
    }
    gradient[at.len() - 2] += slope;
    gradient[at.len() - 1] -= by_gamma / seen / votes;
    -math::ln(seen) / votes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::backtest::record::{DraftRow, IdealRow, VoteRow};
    use crate::stream::{Purpose, Seed, StreamKey};
    use crate::vote::Ballot;

    /// Votes of one member whose ideal point moves from year to year, drawn from an ordered logit
    /// with coefficient 1.5, α 0.5 and γ ln 2.
    fn drawn() -> VotingRecord {
        let key = StreamKey { purpose: Purpose::Start, stage: 9, who: 0, object: 0, occasion: 0 };
        let mut stream = Seed(1).stream(key);
        let (mut drafts, mut votes, mut ideals) = (Vec::new(), Vec::new(), Vec::new());
        for id in 0..4000_u64 {
            let (line, year) = (id + 2, id as i32);
            let (member, point) = ("AAA".to_owned(), stream.normal());
            let score = 1.5 * point + stream.logistic();
            let ballot = match score {
                s if s > -0.5 => Ballot::InFavour,
                s if s > -2.5 => Ballot::Abstaining,
                _ => Ballot::Against,
            };
            ideals.push(IdealRow { line, member: member.clone(), year: year - 1, point });
            votes.push(VoteRow { line, draft: id, year, member, ballot });
            drafts.push(DraftRow::plain(line, id, year));
        }
        VotingRecord::join(drafts, votes, ideals, Some(Vec::new())).expect("the rows agree")
    }

    fn of_point(view: &View<'_>, record: &VotingRecord, who: &str) -> Features {
        view.of_point(record, who)
    }

    #[test]
    fn known_coefficients_are_found_again() {
        let record = drawn();
        let drafts: Vec<&Draft> = record.drafts.iter().collect();
        let fitted = Ordered::fit(&record, &drafts, of_point).expect("the search ends");
        for (found, truth) in fitted.at.iter().zip([1.5, 0.5, core::f64::consts::LN_2]) {
            assert!((found - truth).abs() < 0.12, "{found} for {truth}");
        }
    }
}
