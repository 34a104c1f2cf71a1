//! Weighted rules: dynamic programming over the weights of those in favour.

use crate::council::{DelegationId, OutcomeForm, Threshold, WeightTest};
use crate::scenario::Scenario;

/// The most states that the recursion may have.
const STATES_LIMIT: usize = 4_000_000;
/// Decimals of a weight that are told apart.
const FINEST_UNITS: [f64; 7] = [1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6];

/// The most states of a recursion that is done many times over.
const STATES_OF_AN_ESTIMATE: usize = 20_000;

/// The recursion of a weighted rule, with what it needs again the next time.
#[derive(Debug)]
pub(super) struct Recursion {
    limit: usize,
    /// The axes of a form, of the scenario with this digest.
    axes: Vec<(String, OutcomeForm, Axes)>,
    states: Vec<f64>,
}

impl Default for Recursion {
    fn default() -> Self {
        Self { limit: STATES_LIMIT, axes: Vec::new(), states: Vec::new() }
    }
}

impl Recursion {
    /// A recursion over fewer states, for estimates that are made many times over: weights are
    /// told apart less finely.
    pub(super) fn coarse() -> Self {
        Self { limit: STATES_OF_AN_ESTIMATE, ..Self::default() }
    }

    /// P(adopted) under `tests`, the rule of `form`, where `yes` gives P(in favour) of the voting
    /// members in order.
    pub(super) fn adopted(
        &mut self,
        scenario: &Scenario,
        form: OutcomeForm,
        (tests, blocking_minority): (&[WeightTest], Option<u32>),
        yes: impl Iterator<Item = f64>,
    ) -> f64 {
        let known = |(digest, of, _): &(String, OutcomeForm, Axes)| {
            *of == form && *digest == scenario.digest
        };
        let place = self.axes.iter().position(known).unwrap_or_else(|| {
            let axes = Axes::within(scenario, tests, blocking_minority, self.limit);
            self.axes.push((scenario.digest.clone(), form, axes));
            self.axes.len() - 1
        });
        let Self { axes, states, .. } = self;
        let axes = &axes[place].2;
        states.clear();
        states.resize(axes.states(), 0.0);
        states[0] = 1.0;
        // Beyond the sum of the steps so far nothing has a chance yet.
        let mut reached = 0;
        for (voter, p) in yes.enumerate() {
            let step = axes.step(voter);
            reached = (reached + step).min(states.len() - 1);
            for state in (0..=reached).rev() {
                let from_below = if state >= step { states[state - step] * p } else { 0.0 };
                states[state] = states[state] * (1.0 - p) + from_below;
            }
        }
        let wins = |&(state, p): &(usize, &f64)| *p > 0.0 && axes.wins(state);
        states.iter().enumerate().filter(wins).map(|(_, p)| p).sum()
    }
}

/// The sums that a weighted rule looks at, one axis for each: a state is a point on all of them.
///
/// Weights become whole units: exact as long as they have at most six decimals and the number of
/// states stays under a limit, coarser beyond that.
#[derive(Debug)]
pub(super) struct Axes {
    /// The first counts members, for the blocking minority and for tests on `members`.
    axes: Vec<Axis>,
    blocking_minority: Option<u32>,
}

/// One weight: the units of each voter, what a unit weighs, and what the sum must reach.
#[derive(Debug)]
struct Axis {
    units: Vec<usize>,
    total: usize,
    unit: f64,
    test: Option<Threshold>,
}

impl Axis {
    fn new(units: Vec<usize>, unit: f64, test: Option<Threshold>) -> Self {
        Self { total: units.iter().sum(), units, unit, test }
    }

    fn is_met(&self, amount: usize) -> bool {
        self.test.is_none_or(|threshold| {
            threshold.is_reached(amount as f64 * self.unit, self.total as f64 * self.unit)
        })
    }
}

impl Axes {
    pub(super) fn new(
        scenario: &Scenario,
        tests: &[WeightTest],
        blocking_minority: Option<u32>,
    ) -> Self {
        Self::within(scenario, tests, blocking_minority, STATES_LIMIT)
    }

    /// The axes with at most so many states.
    fn within(
        scenario: &Scenario,
        tests: &[WeightTest],
        blocking_minority: Option<u32>,
        limit: usize,
    ) -> Self {
        let voting = &scenario.derived.voting;
        let mut axes = vec![Axis::new(vec![1; voting.len()], 1.0, None)];
        for test in tests {
            if test.weight == "members" && axes[0].test.is_none() {
                axes[0].test = Some(test.threshold);
            } else {
                let weight = |&id: &DelegationId| scenario.members[id].weight(&test.weight);
                let weights: Vec<f64> = voting.iter().map(weight).collect();
                let (units, unit) = whole_units(&weights);
                axes.push(Axis::new(units, unit, Some(test.threshold)));
            }
        }
        let mut axes = Self { axes, blocking_minority };
        axes.coarsen(limit);
        axes
    }

    /// The distribution in which nobody has voted yet: all in the first state.
    pub(super) fn nobody(&self) -> Vec<f64> {
        let mut states = vec![0.0; self.states()];
        states[0] = 1.0;
        states
    }

    /// How far one voter in favour moves the state.
    pub(super) fn step(&self, voter: usize) -> usize {
        self.axes.iter().fold(0, |state, axis| state * (axis.total + 1) + axis.units[voter])
    }

    /// How many members are in favour in a state.
    pub(super) fn in_favour(&self, state: usize) -> usize {
        let stride: usize = self.axes[1..].iter().map(|axis| axis.total + 1).product();
        state / stride
    }

    /// Whether a text is adopted by those in favour in a state.
    pub(super) fn wins(&self, state: usize) -> bool {
        let missing = self.axes[0].total - self.in_favour(state);
        if self.blocking_minority.is_some_and(|n| missing < n as usize) {
            return true;
        }
        let mut rest = state;
        self.axes.iter().rev().all(|axis| {
            let amount = rest % (axis.total + 1);
            rest /= axis.total + 1;
            axis.is_met(amount)
        })
    }

    /// The units of each voter on the one weight that a rule looks at beside the number of members,
    /// if it is one; and for each number of members in favour, the least sum with which they win:
    /// one more than the total where none does.
    pub(super) fn one_weight(&self) -> Option<(&[usize], Vec<usize>)> {
        let [members, weight] = &self.axes[..] else { return None };
        let width = weight.total + 1;
        let least = |count: usize| {
            let sums: Vec<usize> = (0..width).collect();
            sums.partition_point(|sum| !self.wins(count * width + sum))
        };
        Some((&weight.units, (0..=members.total).map(least).collect()))
    }

    fn states(&self) -> usize {
        self.axes.iter().fold(1, |n, axis| n.saturating_mul(axis.total.saturating_add(1)))
    }

    /// Halves the widest axis until the states fit.
    fn coarsen(&mut self, limit: usize) {
        while self.states() > limit {
            let Some(widest) = self.axes[1..].iter_mut().max_by_key(|axis| axis.total) else {
                return;
            };
            if widest.total <= widest.units.len() {
                return;
            }
            let units = widest.units.iter().map(|unit| unit.div_ceil(2)).collect();
            *widest = Axis::new(units, widest.unit * 2.0, widest.test);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_become_the_coarsest_whole_units() {
        assert_eq!(whole_units(&[51.7, 3.0]), (vec![517, 30], 0.1));
        assert_eq!(whole_units(&[4.0, 3.0]), (vec![4, 3], 1.0));
    }

    #[test]
    fn a_state_is_a_point_on_all_axes() {
        let majority = Some(Threshold::MoreThan(1, 2));
        let axes = Axes {
            axes: vec![
                Axis::new(vec![1, 1, 1], 1.0, None),
                Axis::new(vec![5, 3, 2], 1.0, majority),
            ],
            blocking_minority: None,
        };
        let first_and_third = axes.step(0) + axes.step(2);
        assert_eq!(axes.in_favour(first_and_third), 2);
        assert!(axes.wins(first_and_third), "7 of 10");
        assert!(!axes.wins(axes.step(0)), "5 of 10 is not more than half");
    }
}
