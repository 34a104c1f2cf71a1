//! Who would support whom in a challenge, and the chance of success that follows.

use super::super::actor::Actor;
use super::power;

/// The support that third parties would give, for all pairs at once.
///
/// An actor of weight w at distances `d` prefers i to j by `w (d[j] - d[i])`, where `d[a]` is
/// (|x - x of a| / range)^r. The chance of i against j is the sum of what is positive over all
/// actors, divided by the sum of absolute values over all actors and all pairs. On which side of
/// the midpoint between i and j an actor stands decides the sign, so sums along the ascending
/// positions give every chance at the cost of a search.
pub(super) struct Support {
    /// The positions, ascending.
    positions: Vec<f64>,
    /// Row a holds the sum of `w d[a]` over the first 0, 1, … n actors.
    sums: Vec<f64>,
    /// The sum of `w |d[a] - d[b]|` over all actors and all pairs.
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

/// The sum of `|d[a] - d[b]|` over all pairs, where the distances fall up to place `own` and rise
/// from there.
fn differences(distances: &[f64], own: usize) -> f64 {
    let n = distances.len() as f64;
    let (mut below, mut above) = (own, own);
    let mut sum = 0.0;
    for smaller in 0..distances.len() {
        // The next larger distance lies next to those already taken, on one side or the other.
        let take_below =
            above == distances.len() || below > 0 && distances[below - 1] <= distances[above];
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_those_of_the_sums_written_out() {
        let actor = |position, influence, salience| Actor { position, influence, salience };
        let actors = [
            actor(0.0, 0.3, 0.9),
            actor(0.25, 1.0, 0.2),
            actor(0.25, 0.7, 0.5),
            actor(0.6, 0.1, 1.0),
            actor(1.0, 0.8, 0.4),
        ];
        let risk = [0.5, 1.0, 1.7, 2.0, 0.8];
        let support = Support::new(&actors, 1.0, &risk);
        let away = |k: usize, a: usize| {
            actors[k].weight() * power((actors[k].position - actors[a].position).abs(), risk[k])
        };
        let all = || (0..5).flat_map(|a| (0..5).map(move |b| (a, b)));
        let total: f64 = (0..5)
            .flat_map(|k| all().map(move |(a, b)| (k, a, b)))
            .map(|(k, a, b)| (away(k, a) - away(k, b)).abs())
            .sum();
        for (i, j) in all() {
            let sum: f64 = (0..5).map(|k| (away(k, j) - away(k, i)).max(0.0)).sum();
            assert!((support.chance(i, j) - sum / total).abs() < 1e-14, "{i} against {j}");
        }
    }
}
