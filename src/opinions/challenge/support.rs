//! Who would support whom in a challenge, and the chance of success that follows.

use super::super::actor::Actor;
use super::power;

/// The support that third parties would give, for all pairs at once.
///
/// Actor k prefers i to j by w (d_j - d_i), where w is its weight and d_a = (|x_k - x_a| /
/// range)^r. The chance of i against j is the sum of what is positive over all k, divided by the
/// sum of absolute values over all k and all pairs. On which side of the midpoint between i and j
/// an actor stands decides the sign, so sums along the ascending positions give every chance at
/// the cost of a search.
pub(super) struct Support {
    /// The positions, ascending.
    positions: Vec<f64>,
    /// Row a holds Σ w d_a over the first 0, 1, … n actors.
    sums: Vec<f64>,
    /// Σ w |d_a - d_b| over all actors and all pairs.
    total: f64,
}

impl Support {
    /// The support among `actors`, ascending by position, who see distances with these exponents.
    pub(super) fn new(actors: &[Actor], range: f64, risk: &[f64]) -> Self {
        let n = actors.len();
        let positions: Vec<f64> = actors.iter().map(|actor| actor.position).collect();
        let mut sums = vec![0.0; n * (n + 1)];
        let mut total = 0.0;
        let mut distances = vec![0.0; n];
        for (k, actor) in actors.iter().enumerate() {
            for (a, distance) in distances.iter_mut().enumerate() {
                let apart = (positions[a] - actor.position).abs() / range;
                *distance = actor.weight() * power(apart, risk[k]);
                let at = a * (n + 1) + k;
                sums[at + 1] = sums[at] + *distance;
            }
            total += differences(&distances, k);
        }
        Self { positions, sums, total }
    }

    /// The chance in 0..1 that a challenge of `i` to `j` succeeds.
    pub(super) fn chance(&self, i: usize, j: usize) -> f64 {
        let (x, y) = (self.positions[i], self.positions[j]);
        let middle = f64::midpoint(x, y);
        let split = self.positions.partition_point(|&position| position < middle);
        let row = |a: usize| &self.sums[a * (self.positions.len() + 1)..][..=self.positions.len()];
        let (own, other) = (row(i), row(j));
        let below = other[split] - own[split];
        let preference = if x < y {
            below
        } else {
            let all = self.positions.len();
            other[all] - own[all] - below
        };
        if self.total > 0.0 { (preference / self.total).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// Σ |d_a - d_b| over all pairs, where `distances` fall up to place `own` and rise from there.
fn differences(distances: &[f64], own: usize) -> f64 {
    let n = distances.len() as f64;
    let (mut below, mut above) = (own, own);
    let mut sum = 0.0;
    for smaller in 0..distances.len() {
        // The next larger distance lies next to those already taken, on one side or the other.
        let take_below = above == distances.len()
            || below > 0 && distances[below - 1] <= distances[above];
        let distance = if take_below {
            below -= 1;
            distances[below]
        } else {
            above += 1;
            distances[above - 1]
        };
        sum += 2.0 * (2.0 * smaller as f64 + 1.0 - n) * distance;
    }
    sum
}
