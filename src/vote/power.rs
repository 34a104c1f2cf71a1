//! Voting power in a body as such: Shapley & Shubik (1954) and Banzhaf (1965), exact.
//!
//! A member is *pivotal* for a coalition of others if they win with it and lose without it. Both
//! indices count those coalitions: Banzhaf each the same, Shapley-Shubik by how many orders of
//! joining put the member in that place. An abstention counts as staying out, so a veto holder
//! is needed in every winning coalition.

use crate::council::{AdoptionRule, DelegationId, Membership, OutcomeForm, charter};
use crate::scenario::Scenario;

use super::weighted::Axes;

/// The power of one voting member.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Power {
    /// The member.
    pub member: DelegationId,
    /// The Shapley-Shubik index; all add up to 1.
    pub shapley_shubik: f64,
    /// The Banzhaf index, normalized so that all add up to 1.
    pub banzhaf: f64,
}

/// The power of the voting members under the body's rule for resolutions.
pub fn power(scenario: &Scenario) -> Vec<Power> {
    power_under(scenario, &body_rule(scenario))
}

/// The rule by which the body decides on substance: that of a resolution among the outcomes,
/// else of any outcome put to a vote, else the Security Council's.
fn body_rule(scenario: &Scenario) -> AdoptionRule {
    let of = |wanted: &dyn Fn(&AdoptionRule, OutcomeForm) -> bool| {
        let all = scenario.outcomes.iter();
        all.map(|outcome| (scenario.rules.of(outcome.form), outcome.form))
            .find(|(rule, form)| wanted(rule, *form))
            .map(|(rule, _)| rule.clone())
    };
    of(&|_, form| form == OutcomeForm::Resolution)
        .or_else(|| {
            of(&|rule, _| !matches!(rule, AdoptionRule::Signature | AdoptionRule::Authority))
        })
        .unwrap_or_else(|| charter::rule(OutcomeForm::Resolution))
}

/// The power of the voting members under `rule`.
pub fn power_under(scenario: &Scenario, rule: &AdoptionRule) -> Vec<Power> {
    let voting = &scenario.derived.voting;
    let n = voting.len();
    let pivots = match rule {
        AdoptionRule::Vote { threshold, veto, .. } => {
            by_count(scenario, threshold.votes_needed(n), *veto)
        }
        AdoptionRule::Weighted { tests, blocking_minority } => {
            let axes = Axes::new(scenario, tests, *blocking_minority);
            match axes.one_weight().filter(|_| n <= EXACT_UP_TO) {
                Some((units, least)) => by_one_weight(units, &least),
                None => by_weight(&axes, n),
            }
        }
        // Everybody is needed, and so is each.
        AdoptionRule::Consensus | AdoptionRule::Signature | AdoptionRule::Authority => {
            by_count(scenario, n, false)
        }
    };
    let orders = |pivots: &[f64]| -> f64 {
        // s! (n - s - 1)! / n! = 1 / (n · C(n - 1, s))
        pivots.iter().zip(binomials(n - 1)).map(|(count, ways)| count / ways).sum::<f64>()
            / n as f64
    };
    let swings: Vec<f64> = pivots.iter().map(|by_size| by_size.iter().sum()).collect();
    let total: f64 = swings.iter().sum();
    let rows = voting.iter().zip(pivots.iter().zip(&swings));
    rows.map(|(&member, (by_size, swings))| Power {
        member,
        shapley_shubik: orders(by_size),
        banzhaf: if total > 0.0 { swings / total } else { 0.0 },
    })
    .collect()
}

/// For each voting member, in how many coalitions of each size of the others it is pivotal,
/// where `needed` votes win and, with a veto, every permanent member is among them.
fn by_count(scenario: &Scenario, needed: usize, veto: bool) -> Vec<Vec<f64>> {
    let voting = &scenario.derived.voting;
    let holds_veto =
        |&id: &DelegationId| veto && scenario.members[id].membership == Membership::Permanent;
    let holders = voting.iter().filter(|&id| holds_veto(id)).count();
    let others = voting.len() - holders;
    let pivots_of = |id: &DelegationId| {
        let mut by_size = vec![0.0; voting.len()];
        if holds_veto(id) {
            // With all other holders and enough of the rest to reach the votes needed.
            for (rest, ways) in binomials(others).into_iter().enumerate() {
                if holders + rest >= needed {
                    by_size[holders - 1 + rest] = ways;
                }
            }
        } else if let Some(rest) = needed.checked_sub(holders + 1).filter(|&rest| rest < others) {
            // With all holders and exactly one vote short.
            by_size[holders + rest] = binomials(others - 1)[rest];
        }
        by_size
    };
    voting.iter().map(pivots_of).collect()
}

/// Coalitions of so many members are counted exactly in the bits of a float.
const EXACT_UP_TO: usize = 50;

/// The same for a rule that looks at the number of members and at one weight: those in favour win
/// from a `least` sum on, which depends on their number.
///
/// The coalitions of each size whose sum lies below x are counted once for all members; those
/// without a given member follow by inclusion and exclusion of its weight.
fn by_one_weight(units: &[usize], least: &[usize]) -> Vec<Vec<f64>> {
    let n = units.len();
    let never = units.iter().sum::<usize>() + 1;
    let cap = least.iter().copied().filter(|&sum| sum < never).max().unwrap_or(0);
    let below = sums_below(units, cap);
    let (of_all, of_others) = (binomials(n), binomials(n - 1));
    let count_all = |size: usize, x: usize| if x > cap { of_all[size] } else { below[size][x] };
    let pivots_of = |&own: &usize| {
        // Coalitions of others, of this size, whose sum lies below x.
        let others = |size: usize, x: usize| {
            if x > cap {
                return of_others[size];
            }
            let with = (0..=size).take_while(|with| *with == 0 || with * own < x);
            let signed = with.map(|with| {
                let count = count_all(size - with, x - with * own);
                if with % 2 == 0 { count } else { -count }
            });
            signed.sum::<f64>()
        };
        let pivotal = |size: usize| {
            // They lose below the first bound, and win with the member from the second on.
            let (loses, wins) = (least[size], least[size + 1]);
            let from = wins.saturating_sub(own).min(loses);
            if wins >= never { 0.0 } else { others(size, loses) - others(size, from) }
        };
        (0..n).map(pivotal).collect()
    };
    units.iter().map(pivots_of).collect()
}

/// For each size, how many coalitions have a sum below each x from 0 to `cap`.
fn sums_below(units: &[usize], cap: usize) -> Vec<Vec<f64>> {
    let n = units.len();
    let mut exactly = vec![vec![0.0; cap]; n + 1];
    let mut reached = vec![0; n + 1];
    if let Some(first) = exactly[0].first_mut() {
        *first = 1.0;
    }
    for (joined, &own) in units.iter().enumerate() {
        for size in (0..=joined).rev() {
            let (smaller, larger) = exactly.split_at_mut(size + 1);
            let (from, to) = (&smaller[size], &mut larger[0]);
            if own < cap {
                // Beyond the largest sum so far there is nothing to move.
                let upto = (reached[size] + 1).min(cap - own);
                for (to, from) in to[own..].iter_mut().zip(&from[..upto]) {
                    *to += from;
                }
            }
            reached[size + 1] = reached[size + 1].max(reached[size] + own);
        }
    }
    let summed = |counts: Vec<f64>| {
        let mut sum = 0.0;
        std::iter::once(0.0)
            .chain(counts.into_iter().map(move |count| {
                sum += count;
                sum
            }))
            .collect()
    };
    exactly.into_iter().map(summed).collect()
}

/// The same for a weighted rule: coalitions are counted by a generating function over the sums
/// of the weights, and the factor of each member in turn is divided out.
fn by_weight(axes: &Axes, members: usize) -> Vec<Vec<f64>> {
    let mut all = axes.nobody();
    for voter in 0..members {
        let step = axes.step(voter);
        for state in (step..all.len()).rev() {
            all[state] += all[state - step];
        }
    }
    let wins: Vec<bool> = (0..all.len()).map(|state| axes.wins(state)).collect();
    let pivots_of = |voter| {
        let step = axes.step(voter);
        let mut others = all.clone();
        for state in step..others.len() {
            others[state] -= others[state - step];
        }
        let mut by_size = vec![0.0; members];
        for state in 0..others.len() - step {
            if !wins[state] && wins[state + step] && others[state] > 0.0 {
                by_size[axes.in_favour(state)] += others[state];
            }
        }
        by_size
    };
    (0..members).map(pivots_of).collect()
}

/// The binomial coefficients C(n, 0) … C(n, n).
fn binomials(n: usize) -> Vec<f64> {
    let mut row = vec![1.0; n + 1];
    for k in 1..=n {
        // Multiplying before dividing keeps whole numbers whole as long as they fit.
        row[k] = row[k - 1] * (n + 1 - k) as f64 / k as f64;
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All coalitions of the others, one by one.
    fn by_enumeration(units: &[usize], least: &[usize]) -> Vec<Vec<f64>> {
        let n = units.len();
        let of = |own: usize| {
            let mut by_size = vec![0.0; n];
            for coalition in (0..1_usize << n).filter(|coalition| coalition >> own & 1 == 0) {
                let members = (0..n).filter(|at| coalition >> at & 1 == 1);
                let (size, sum) =
                    (coalition.count_ones() as usize, members.map(|at| units[at]).sum::<usize>());
                if sum < least[size] && sum + units[own] >= least[size + 1] {
                    by_size[size] += 1.0;
                }
            }
            by_size
        };
        (0..n).map(of).collect()
    }

    #[test]
    fn one_weight_and_a_count_agree_with_every_coalition() {
        let units = [7, 5, 4, 3, 3, 2, 1, 0];
        let never = units.iter().sum::<usize>() + 1;
        for threshold in [0, 1, 9, 13, 25, never] {
            for needed in 0..=8 {
                // Enough members, and enough weight; or all but one.
                let least: Vec<usize> = (0..=8)
                    .map(|size| {
                        if size >= 7 {
                            0
                        } else if size >= needed {
                            threshold
                        } else {
                            never
                        }
                    })
                    .collect();
                assert_eq!(by_one_weight(&units, &least), by_enumeration(&units, &least));
            }
        }
    }
}
