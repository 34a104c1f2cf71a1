//! The challenge model of Bueno de Mesquita (1994), as the published code of the replication by Scholz, Calbert & Smith (2011) computes it.
//!
//! In each round every actor looks at every other through its own attitude to risk, and may give
//! way to one challenger. The quirks of that code are kept, because the numbers checked are its
//! numbers; docs/second-opinions.md lists them.

mod offer;
mod support;

use crate::math::pow;

use super::actor::{Actor, Silence, counted, weighted_mean};
use super::median::median_of_sorted;
use offer::best_offer;
use support::Support;

/// After how many rounds a contest that does not come to rest is broken off.
const ROUNDS: usize = 10;
/// By which share of the range the median may move and still be at rest.
const REST: f64 = 1e-3;
/// Expected utilities, which lie in -8..8, are equal when they differ by no more than this; so
/// are positions, as shares of the range.
const EQUAL: f64 = 1e-12;

/// What the challenge model expects.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Challenge {
    /// The weighted median after the last round, on the scale of the positions.
    pub median: f64,
    /// The weighted mean after the last round.
    pub mean: f64,
    /// How many rounds were fought, at most ten.
    pub rounds: usize,
    /// Whether the last round moved the median by no more than a thousandth of the range.
    pub at_rest: bool,
}

/// The positions after one round.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// The positions at the end of the round, in the order of the actors that count.
    pub positions: Vec<f64>,
    /// The risk exponents with which the round was fought, 0.5 (accepting) to 2 (averse).
    pub risk: Vec<f64>,
    /// The weighted median of the positions.
    pub median: f64,
    /// The weighted mean of the positions.
    pub mean: f64,
}

/// A contest that goes on round by round.
#[derive(Debug, Clone)]
pub struct Contest {
    /// Those that count, ascending by their positions as they stand.
    actors: Vec<Actor>,
    /// The place of each of `actors` among those that count, in the order given.
    given: Vec<usize>,
    /// The range of the first positions, by which distances are measured to the end.
    range: f64,
}

/// Fights rounds until the median is at rest, ten at most.
///
/// # Errors
/// When nobody has a stance, or nobody's counts.
pub fn challenge(actors: &[Actor]) -> Result<Challenge, Silence> {
    let mut contest = Contest::new(actors)?;
    let mut median = contest.median();
    if contest.range <= 0.0 {
        return Ok(Challenge { median, mean: contest.mean(), rounds: 0, at_rest: true });
    }
    let mut rounds = 0;
    loop {
        rounds += 1;
        let round = contest.round();
        let at_rest = (round.median - median).abs() <= REST * contest.range;
        median = round.median;
        if at_rest || rounds == ROUNDS {
            return Ok(Challenge { median, mean: round.mean, rounds, at_rest });
        }
    }
}

impl Contest {
    /// The contest before its first round; those without influence or salience take no part.
    ///
    /// # Errors
    /// When nobody has a stance, or nobody's counts.
    pub fn new(actors: &[Actor]) -> Result<Self, Silence> {
        let sorted = counted(actors)?;
        let taking_part: Vec<&Actor> = actors.iter().filter(|a| a.weight() > 0.0).collect();
        let mut given: Vec<usize> = (0..taking_part.len()).collect();
        given.sort_by(|&a, &b| taking_part[a].order(taking_part[b]));
        let range = sorted.last().map_or(0.0, |last| last.position) - sorted[0].position;
        Ok(Self { actors: sorted, given, range })
    }

    /// The weighted median of the positions as they stand.
    pub fn median(&self) -> f64 {
        let pairs: Vec<_> = self.actors.iter().map(|a| (a.position, a.weight())).collect();
        median_of_sorted(&pairs)
    }

    /// The weighted mean of the positions as they stand.
    pub fn mean(&self) -> f64 {
        weighted_mean(self.actors.iter().map(|actor| (actor.position, actor.weight())))
    }

    /// Fights the next round; nobody moves where all positions were equal from the start.
    pub fn round(&mut self) -> Round {
        let mut risk = vec![1.0; self.actors.len()];
        if self.range > 0.0 {
            risk = self.risk_exponents();
            let positions = self.positions_after(&risk);
            for (actor, position) in self.actors.iter_mut().zip(positions) {
                actor.position = position;
            }
        }
        let mut round =
            Round { positions: risk.clone(), risk: risk.clone(), median: 0.0, mean: 0.0 };
        for (at, &place) in self.given.iter().enumerate() {
            round.positions[place] = self.actors[at].position;
            round.risk[place] = risk[at];
        }
        self.sort();
        Round { median: self.median(), mean: self.mean(), ..round }
    }

    /// Brings the actors back into ascending order.
    fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.actors.len()).collect();
        order.sort_by(|&a, &b| self.actors[a].order(&self.actors[b]));
        self.actors = order.iter().map(|&at| self.actors[at]).collect();
        self.given = order.iter().map(|&at| self.given[at]).collect();
    }

    /// The exponents r = (1 - R/3) / (1 + R/3), where R in -1..1 says how much an actor has to
    /// fear from all others (seen with exponent 1), compared with who has most and least to fear.
    fn risk_exponents(&self) -> Vec<f64> {
        let support = Support::new(&self.actors, self.range, &vec![1.0; self.actors.len()]);
        let danger = |i: usize| -> f64 {
            let challengers = (0..self.actors.len()).filter(|&j| j != i);
            let peace = utility(0.5, 1.0);
            let expected =
                |j| self.stakes(i, j, 1.0).expected(support.chance(j, i), &self.actors[i]) - peace;
            challengers.map(expected).sum()
        };
        let dangers: Vec<f64> = (0..self.actors.len()).map(danger).collect();
        let most = dangers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let least = dangers.iter().copied().fold(f64::INFINITY, f64::min);
        let spread = most - least;
        let exponent = |danger: f64| {
            let fear = if spread > EQUAL { (2.0 * danger - most - least) / spread } else { 0.0 };
            ((1.0 - fear / 3.0) / (1.0 + fear / 3.0)).clamp(0.5, 2.0)
        };
        dangers.into_iter().map(exponent).collect()
    }

    /// Where everybody stands after each has taken its best offer, all at once.
    fn positions_after(&self, risk: &[f64]) -> Vec<f64> {
        let support = Support::new(&self.actors, self.range, risk);
        let after = |i: usize| {
            let actor = &self.actors[i];
            let peace = utility(0.5, risk[i]);
            let offers = self.actors.iter().enumerate().filter_map(|(j, other)| {
                let stakes = self.stakes(i, j, risk[i]);
                let own = stakes.expected(support.chance(i, j), other) - peace;
                let theirs = stakes.expected(support.chance(j, i), actor) - peace;
                offer::offer((actor.position, own), (other.position, theirs))
            });
            best_offer(offers, actor.position, self.range)
        };
        (0..self.actors.len()).map(after).collect()
    }

    /// What is at stake between `i` and `j` for who sees risk with exponent `risk`.
    fn stakes(&self, i: usize, j: usize, risk: f64) -> Stakes {
        let apart = (self.actors[i].position - self.actors[j].position).abs() / self.range;
        Stakes {
            success: utility(0.5 - 0.5 * apart, risk),
            failure: utility(0.5 + 0.5 * apart, risk),
        }
    }
}

/// The utility 2 - 4 b^r, in -2..2, of a loss b in 0..1 to who sees risk with exponent r; of peace,
/// b = 1/2.
fn utility(loss: f64, risk: f64) -> f64 {
    2.0 - 4.0 * power(loss, risk)
}

/// `base` to the power `exponent`; the exponent 1, that of half of all calls, costs nothing.
fn power(base: f64, exponent: f64) -> f64 {
    if (exponent - 1.0).abs() < f64::EPSILON { base } else { pow(base, exponent) }
}

/// Utilities of a challenge between two actors.
#[derive(Debug, Clone, Copy)]
struct Stakes {
    success: f64,
    failure: f64,
}

impl Stakes {
    /// The expected utility of challenging `target`, which resists with the probability of its
    /// salience and is then beaten with the probability `chance`.
    fn expected(self, chance: f64, target: &Actor) -> f64 {
        let fought = chance * self.success + (1.0 - chance) * self.failure;
        target.salience * fought + (1.0 - target.salience) * self.success
    }
}
