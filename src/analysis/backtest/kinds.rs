//! The likelihood of the model: drafts come in kinds, and members vote by kind.
//!
//! With z the draft's features, m the member's and s those of both, `a`, `b` and `c` being
//! coefficients (docs/backtest.md): P(kind k) is proportional to exp(`a_k` z), and within kind k
//! the chance of vote v is proportional to exp(`b_kv` m + `c_v` s). A draft's likelihood is that
//! of all its votes together, summed over the kinds. Ridges keep every coefficient near 0, and
//! those of the kinds near each other.

use crate::math;

use super::columns::Sparse;

/// Votes that are told apart: in favour, abstaining, against.
pub(super) const VOTES: usize = 3;

/// One member before one draft.
#[derive(Debug, Clone)]
pub(super) struct Voter {
    pub(super) own: Sparse,
    pub(super) shared: Sparse,
    /// 0 in favour, 1 abstaining, 2 against.
    pub(super) vote: usize,
}

/// One draft with those who vote on it.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) weight: f64,
    pub(super) gate: Sparse,
    pub(super) voters: Vec<Voter>,
}

/// How many coefficients there are of each sort, and their ridges.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) kinds: usize,
    /// Ridge of each kind's difference from the mean of the kinds.
    pub(super) own: Vec<f64>,
    /// Ridge of the mean of the kinds.
    pub(super) mean: Vec<f64>,
    pub(super) shared: Vec<f64>,
    pub(super) gate: Vec<f64>,
}

impl Shape {
    fn shared_from(&self) -> usize {
        self.own.len() * self.kinds * VOTES
    }

    fn gate_from(&self) -> usize {
        self.shared_from() + self.shared.len() * VOTES
    }

    /// How many coefficients there are.
    pub(super) fn len(&self) -> usize {
        self.gate_from() + self.gate.len() * self.kinds
    }

    /// How many coefficients tell the kinds apart; the search starts from chance there.
    pub(super) fn own_len(&self) -> usize {
        self.shared_from()
    }

    /// The logarithm of each kind's chance.
    pub(super) fn log_kinds(&self, at: &[f64], gate: &Sparse, into: &mut Vec<f64>) {
        into.clear();
        into.resize(self.kinds, 0.0);
        for &(column, value) in gate {
            let from = self.gate_from() + column * self.kinds;
            for (score, a) in into.iter_mut().zip(&at[from..]) {
                *score += a * value;
            }
        }
        let total = log_sum(into);
        for score in into {
            *score -= total;
        }
    }

    /// The chances of the three votes in each kind, written kind by kind.
    pub(super) fn chances(&self, at: &[f64], voter: &Voter, into: &mut [f64]) {
        let mut common = [0.0; VOTES];
        for &(column, value) in &voter.shared {
            let from = self.shared_from() + column * VOTES;
            for (score, c) in common.iter_mut().zip(&at[from..]) {
                *score += c * value;
            }
        }
        for scores in into.chunks_exact_mut(VOTES) {
            scores.copy_from_slice(&common);
        }
        for &(column, value) in &voter.own {
            let from = column * self.kinds * VOTES;
            for (score, b) in into.iter_mut().zip(&at[from..]) {
                *score += b * value;
            }
        }
        into.chunks_exact_mut(VOTES).for_each(soften);
    }

    /// The loss of the mean vote, whose slopes are small enough for a first step along them.
    pub(super) fn mean_loss(&self, at: &[f64], cases: &[Case], gradient: &mut [f64]) -> f64 {
        let votes: f64 = cases.iter().map(|case| case.voters.len() as f64).sum();
        let loss = self.loss(at, cases, gradient);
        for slope in gradient {
            *slope /= votes;
        }
        loss / votes
    }

    /// The penalized negative log-likelihood; its gradient is written into `gradient`.
    fn loss(&self, at: &[f64], cases: &[Case], gradient: &mut [f64]) -> f64 {
        gradient.fill(0.0);
        let mut loss = self.penalty(at, gradient);
        let (mut joint, mut log_kinds, mut chances) = (Vec::new(), Vec::new(), Vec::new());
        for case in cases {
            self.log_kinds(at, &case.gate, &mut log_kinds);
            joint.clone_from(&log_kinds);
            let stride = self.kinds * VOTES;
            chances.resize(case.voters.len() * stride, 0.0);
            for (voter, row) in case.voters.iter().zip(chances.chunks_exact_mut(stride)) {
                self.chances(at, voter, row);
                for (log, by_vote) in joint.iter_mut().zip(row.chunks_exact(VOTES)) {
                    *log += math::ln(by_vote[voter.vote].max(f64::MIN_POSITIVE));
                }
            }
            let total = log_sum(&joint);
            loss -= case.weight * total;
            for log in &mut joint {
                *log = case.weight * math::exp(*log - total);
            }
            self.descend(case, (&joint, &log_kinds, &mut chances), gradient);
        }
        loss
    }

    /// Adds the gradient of one draft. `kinds` holds its weight times each kind's chance given
    /// the votes, then the logarithm of each kind's chance before them, then the votes' chances.
    fn descend(
        &self,
        case: &Case,
        (given, before, chances): (&[f64], &[f64], &mut [f64]),
        gradient: &mut [f64],
    ) {
        for &(column, value) in &case.gate {
            let from = self.gate_from() + column * self.kinds;
            for ((slope, given), before) in gradient[from..].iter_mut().zip(given).zip(before) {
                *slope -= value * (given - case.weight * math::exp(*before));
            }
        }
        let stride = self.kinds * VOTES;
        for (voter, row) in case.voters.iter().zip(chances.chunks_exact_mut(stride)) {
            let mut common = [0.0; VOTES];
            for (by_vote, given) in row.chunks_exact_mut(VOTES).zip(given) {
                for (vote, chance) in by_vote.iter_mut().enumerate() {
                    let seen = f64::from(u8::from(vote == voter.vote));
                    *chance = given * (*chance - seen);
                    common[vote] += *chance;
                }
            }
            for &(column, value) in &voter.own {
                let from = column * stride;
                for (slope, residual) in gradient[from..].iter_mut().zip(&*row) {
                    *slope += value * residual;
                }
            }
            for &(column, value) in &voter.shared {
                let from = self.shared_from() + column * VOTES;
                for (slope, residual) in gradient[from..].iter_mut().zip(common) {
                    *slope += value * residual;
                }
            }
        }
    }

    fn penalty(&self, at: &[f64], gradient: &mut [f64]) -> f64 {
        let mut penalty = 0.0;
        let stride = self.kinds * VOTES;
        for (column, (&apart, &mean_ridge)) in self.own.iter().zip(&self.mean).enumerate() {
            for vote in 0..VOTES {
                let places = (0..self.kinds).map(|kind| column * stride + kind * VOTES + vote);
                let mean = places.clone().map(|place| at[place]).sum::<f64>() / self.kinds as f64;
                penalty += 0.5 * mean_ridge * mean * mean;
                for place in places {
                    let difference = at[place] - mean;
                    penalty += 0.5 * apart * difference * difference;
                    gradient[place] += apart * difference + mean_ridge * mean / self.kinds as f64;
                }
            }
        }
        let sorts =
            [(self.shared_from(), &self.shared, VOTES), (self.gate_from(), &self.gate, self.kinds)];
        for (from, ridges, width) in sorts {
            for (column, ridge) in ridges.iter().enumerate() {
                for place in from + column * width..from + (column + 1) * width {
                    penalty += 0.5 * ridge * at[place] * at[place];
                    gradient[place] += ridge * at[place];
                }
            }
        }
        penalty
    }
}

/// ln Σ exp, without overflow.
fn log_sum(logs: &[f64]) -> f64 {
    let top = logs.iter().copied().fold(f64::MIN, f64::max);
    top + math::ln(logs.iter().map(|log| math::exp(log - top)).sum())
}

/// Turns scores into chances.
fn soften(scores: &mut [f64]) {
    let top = scores.iter().copied().fold(f64::MIN, f64::max);
    let mut total = 0.0;
    for score in &mut *scores {
        *score = math::exp(*score - top);
        total += *score;
    }
    for score in scores {
        *score /= total;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gradient_is_the_slope_of_the_loss() {
        let shape = Shape {
            kinds: 2,
            own: vec![0.5, 0.3],
            mean: vec![0.1, 0.2],
            shared: vec![0.7],
            gate: vec![0.2, 0.4],
        };
        let voter = |x: f64, s: f64, vote| Voter {
            own: vec![(0, 1.0), (1, x)],
            shared: vec![(0, s)],
            vote,
        };
        let cases = [
            Case {
                weight: 0.7,
                gate: vec![(0, 1.0)],
                voters: vec![voter(0.3, 1.0, 0), voter(-1.0, 0.2, 2)],
            },
            Case { weight: 1.3, gate: vec![(0, 1.0), (1, -0.4)], voters: vec![voter(2.0, 0.0, 1)] },
        ];
        let at: Vec<f64> = (0..shape.len()).map(|i| 0.1 * (i as f64) - 0.8).collect();
        let (mut gradient, mut waste) = (vec![0.0; at.len()], vec![0.0; at.len()]);
        shape.loss(&at, &cases, &mut gradient);
        for place in 0..at.len() {
            let mut loss_at = |step: f64| {
                let mut moved = at.clone();
                moved[place] += step;
                shape.loss(&moved, &cases, &mut waste)
            };
            let slope = (loss_at(1e-5) - loss_at(-1e-5)) / 2e-5;
            assert!((slope - gradient[place]).abs() < 1e-7, "{place}: {slope} {}", gradient[place]);
        }
    }
}
