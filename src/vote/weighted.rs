//! The chance that every test of a weighted rule is met, by dynamic programming over the weights.

use crate::council::{DelegationId, Threshold, WeightTest};
use crate::scenario::Scenario;

/// The most states that the recursion may have.
const STATES_LIMIT: usize = 4_000_000;
/// Decimals of a weight that are told apart.
const FINEST_UNITS: [f64; 7] = [1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6];

/// P(adopted) under `tests`, where `yes` holds P(in favour) of the voting members in order.
///
/// Weights become whole units: exact as long as they have at most six decimals and the number of
/// states stays under a limit, coarser beyond that.
pub(super) fn adopted(
    scenario: &Scenario,
    yes: &[f64],
    tests: &[WeightTest],
    blocking_minority: Option<u32>,
) -> f64 {
    let voting = &scenario.derived.voting;
    // The first axis counts members, for the blocking minority and for tests on `members`.
    let mut axes = vec![Axis { units: vec![1; voting.len()], unit: 1.0, test: None }];
    for test in tests {
        if test.weight == "members" && axes[0].test.is_none() {
            axes[0].test = Some(test.threshold);
        } else {
            let weight = |&id: &DelegationId| scenario.members[id].weight(&test.weight);
            let weights: Vec<f64> = voting.iter().map(weight).collect();
            let (units, unit) = whole_units(&weights);
            axes.push(Axis { units, unit, test: Some(test.threshold) });
        }
    }
    coarsen(&mut axes);
    let states = distribution(&axes, yes);
    let members = voting.len();
    let mut adopted = 0.0;
    for (state, p) in states.iter().enumerate() {
        if *p > 0.0 {
            let in_favour = axes[0].coordinate(&axes, 0, state);
            let deemed = blocking_minority.is_some_and(|n| members - in_favour < n as usize);
            if deemed || axes.iter().enumerate().all(|(k, axis)| axis.is_met(&axes, k, state)) {
                adopted += p;
            }
        }
    }
    adopted
}

/// One weight: the units of each voter, what a unit weighs, and what the sum must reach.
struct Axis {
    units: Vec<usize>,
    unit: f64,
    test: Option<Threshold>,
}

impl Axis {
    fn total(&self) -> usize {
        self.units.iter().sum()
    }

    fn coordinate(&self, axes: &[Self], place: usize, state: usize) -> usize {
        let stride: usize = axes[place + 1..].iter().map(|axis| axis.total() + 1).product();
        state / stride % (self.total() + 1)
    }

    fn is_met(&self, axes: &[Self], place: usize, state: usize) -> bool {
        self.test.is_none_or(|threshold| {
            let amount = self.coordinate(axes, place, state) as f64;
            threshold.is_reached(amount * self.unit, self.total() as f64 * self.unit)
        })
    }
}

/// The coarsest decimal units in which all weights are whole numbers, millionths at the finest,
/// and what a unit weighs.
fn whole_units(weights: &[f64]) -> (Vec<usize>, f64) {
    let scale = FINEST_UNITS
        .into_iter()
        .find(|scale| weights.iter().all(|w| (w * scale - (w * scale).round()).abs() < 1e-6))
        .unwrap_or(1e6);
    (weights.iter().map(|w| (w * scale).round() as usize).collect(), 1.0 / scale)
}

/// Halves the widest axis until the states fit.
fn coarsen(axes: &mut [Axis]) {
    let states = |axes: &[Axis]| {
        axes.iter().fold(1_usize, |n, axis| n.saturating_mul(axis.total().saturating_add(1)))
    };
    while states(axes) > STATES_LIMIT {
        let Some(widest) = axes[1..].iter_mut().max_by_key(|axis| axis.total()) else {
            return;
        };
        if widest.total() <= widest.units.len() {
            return;
        }
        for unit in &mut widest.units {
            *unit = unit.div_ceil(2);
        }
        widest.unit *= 2.0;
    }
}

/// The distribution of the sums over all axes at once.
fn distribution(axes: &[Axis], chances: &[f64]) -> Vec<f64> {
    let size = axes.iter().map(|axis| axis.total() + 1).product();
    let mut states = vec![0.0; size];
    states[0] = 1.0;
    let mut reach = 0;
    for (voter, &p) in chances.iter().enumerate() {
        let step =
            axes.iter().fold(0, |index, axis| index * (axis.total() + 1) + axis.units[voter]);
        reach += step;
        for state in (0..=reach).rev() {
            let from_below = if state >= step { states[state - step] * p } else { 0.0 };
            states[state] = states[state] * (1.0 - p) + from_below;
        }
    }
    states
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_become_the_coarsest_whole_units() {
        assert_eq!(whole_units(&[51.7, 3.0]), (vec![517, 30], 0.1));
        assert_eq!(whole_units(&[4.0, 3.0]), (vec![4, 3], 1.0));
    }

    #[test]
    fn the_distribution_over_two_axes_adds_up_to_one() {
        let axes = [
            Axis { units: vec![1, 1, 1], unit: 1.0, test: None },
            Axis { units: vec![5, 3, 2], unit: 1.0, test: None },
        ];
        let states = distribution(&axes, &[0.5, 0.25, 1.0]);
        assert!((states.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        // Only the third is sure: one member, two units.
        assert!((states[11 + 2] - 0.375).abs() < 1e-12);
    }
}
