//! The exact recursions behind a forecast: over votes in favour, votes against and the veto.

use crate::council::{LANES, Threshold, VoteChance};

use super::weighted::Recursion;

/// The chances of each way in which a decision can end; they add up to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct DecisionChances {
    /// P(adopted).
    pub adopted: f64,
    /// P(the threshold is reached and a veto holder votes against).
    pub vetoed: f64,
    /// P(the threshold is not reached).
    pub short_of_votes: f64,
    /// P(somebody objects), where consensus is needed.
    pub objected: f64,
}

/// Buffers that are used again from one forecast to the next.
#[derive(Debug, Default)]
pub struct Workspace {
    pub(super) voters: Vec<Voter>,
    /// g of each voter, and the odds that it does not vote in favour.
    pub(super) judged: Vec<f64>,
    pub(super) odds: Vec<f64>,
    free: Vec<f64>,
    vetoed: Vec<f64>,
    next_free: Vec<f64>,
    next_vetoed: Vec<f64>,
    pub(super) weighted: Recursion,
}

impl Workspace {
    /// Buffers for estimates that are made many times over: of weights, less finely.
    pub fn for_estimates() -> Self {
        Self { weighted: Recursion::coarse(), ..Self::default() }
    }
}

/// The chances of one voter, and whether its vote against is a veto.
#[derive(Debug)]
pub(super) struct Voter {
    pub(super) chance: VoteChance,
    pub(super) vetoes: bool,
}

/// The distribution of the number of successes among independent chances.
pub(super) fn distribution(chances: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut counts = vec![1.0];
    for p in chances {
        counts.push(0.0);
        for n in (1..counts.len()).rev() {
            counts[n] = counts[n] * (1.0 - p) + counts[n - 1] * p;
        }
        counts[0] *= 1.0 - p;
    }
    counts
}

/// Empties a buffer and fills it with `size` zeros.
fn start(buffer: &mut Vec<f64>, size: usize) {
    buffer.clear();
    buffer.resize(size, 0.0);
}

/// The threshold reckoned of all members: a recursion over (votes in favour, veto cast), O(n²).
pub(super) fn of_members(workspace: &mut Workspace, threshold: Threshold) -> DecisionChances {
    let size = workspace.voters.len() + 1;
    let Workspace { voters, free, vetoed, .. } = workspace;
    start(free, size);
    start(vetoed, size);
    free[0] = 1.0;
    pulp::Arch::new().dispatch(
        #[inline(always)]
        || {
            for (cast, voter) in voters.iter().enumerate() {
                // So far there are at most as many votes in favour as were cast.
                let reached = (cast + 2).next_multiple_of(LANES).min(size);
                vote_once(voter, &mut free[..reached], &mut vetoed[..reached]);
            }
        },
    );
    let mut result = DecisionChances::default();
    for n in 0..size {
        if threshold.is_reached(n as f64, voters.len() as f64) {
            result.adopted += free[n];
            result.vetoed += vetoed[n];
        } else {
            result.short_of_votes += free[n] + vetoed[n];
        }
    }
    result
}

/// What one more vote makes of the chances of each count of votes in favour, without a veto and with
/// one. No sum is reordered where the compiler works on several counts at once.
#[expect(clippy::inline_always, reason = "it is compiled anew for each kind of processor")]
#[inline(always)]
fn vote_once(voter: &Voter, free: &mut [f64], vetoed: &mut [f64]) {
    let VoteChance { in_favour, abstaining, against } = voter.chance;
    let stays = abstaining + against;
    let (stays_free, turns) = if voter.vetoes { (abstaining, against) } else { (stays, 0.0) };
    let mut fewer = (0.0, 0.0);
    for (free, vetoed) in free.iter_mut().zip(vetoed) {
        let here = (*free, *vetoed);
        *vetoed = here.1 * stays + here.0 * turns + fewer.1 * in_favour;
        *free = here.0 * stays_free + fewer.0 * in_favour;
        fewer = here;
    }
}

/// The chances of a decision that needs `threshold` of these voters, each with its chances and
/// whether its vote against is a veto.
pub(crate) fn chances_among(
    workspace: &mut Workspace,
    voters: impl IntoIterator<Item = (VoteChance, bool)>,
    threshold: Threshold,
) -> DecisionChances {
    workspace.voters.clear();
    workspace.voters.extend(voters.into_iter().map(|(chance, vetoes)| Voter { chance, vetoes }));
    of_members(workspace, threshold)
}

/// The threshold reckoned of those who vote in favour or against.
pub(super) fn of_present_and_voting(
    workspace: &mut Workspace,
    threshold: Threshold,
) -> DecisionChances {
    match threshold {
        // How many others vote makes no difference to a number.
        Threshold::Count(_) => of_members(workspace, threshold),
        Threshold::AtLeast(part, whole) | Threshold::MoreThan(part, whole) => {
            let divisor = common_divisor(part, whole).max(1);
            let (part, whole) = ((part / divisor) as usize, (whole / divisor) as usize);
            if part <= whole && whole <= workspace.voters.len() {
                by_margin(workspace, (part, whole), threshold)
            } else {
                by_both_counts(workspace, threshold)
            }
        }
    }
}

const fn common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

/// A share of a / b of those who vote is reached by the margin (b - a) · in favour - a · against:
/// a recursion over the margin and the veto, O(n² b).
fn by_margin(
    workspace: &mut Workspace,
    (part, whole): (usize, usize),
    threshold: Threshold,
) -> DecisionChances {
    let Workspace { voters, free, vetoed, next_free, next_vetoed, .. } = workspace;
    let count = voters.len();
    let (up, down) = (whole - part, part);
    // The margin lies between -n a and n (b - a); it is stored from its lowest value on.
    let (zero, size) = (count * down, count * whole + 1);
    for buffer in [&mut *free, &mut *vetoed, &mut *next_free, &mut *next_vetoed] {
        start(buffer, size);
    }
    free[zero] = 1.0;
    let mut nobody = 1.0;
    for (cast, voter) in voters.iter().enumerate() {
        let VoteChance { in_favour, abstaining, against } = voter.chance;
        nobody *= abstaining;
        let reached = (zero - (cast + 1) * down)..=(zero + (cast + 1) * up);
        for at in reached {
            let below = |grid: &[f64]| if at >= up { grid[at - up] } else { 0.0 };
            let above = |grid: &[f64]| grid.get(at + down).copied().unwrap_or(0.0);
            let turned = above(free) * against;
            let (stay, turn) = if voter.vetoes { (0.0, turned) } else { (turned, 0.0) };
            next_free[at] = free[at] * abstaining + below(free) * in_favour + stay;
            next_vetoed[at] = vetoed[at] * abstaining
                + below(vetoed) * in_favour
                + above(vetoed) * against
                + turn;
        }
        std::mem::swap(free, next_free);
        std::mem::swap(vetoed, next_vetoed);
    }
    let at_least = matches!(threshold, Threshold::AtLeast(..));
    let mut result = DecisionChances::default();
    for at in 0..size {
        if at > zero || (at_least && at == zero) {
            result.adopted += free[at];
            result.vetoed += vetoed[at];
        } else {
            result.short_of_votes += free[at] + vetoed[at];
        }
    }
    if at_least && part > 0 {
        // Nothing out of nothing reaches no share.
        result.adopted -= nobody;
        result.short_of_votes += nobody;
    }
    result
}

/// The same by a recursion over both counts and the veto, O(n³).
fn by_both_counts(workspace: &mut Workspace, threshold: Threshold) -> DecisionChances {
    let size = workspace.voters.len() + 1;
    let at = |yes: usize, no: usize| yes * size + no;
    let Workspace { voters, free, vetoed, .. } = workspace;
    start(free, size * size);
    start(vetoed, size * size);
    free[0] = 1.0;
    for voter in &*voters {
        let VoteChance { in_favour, abstaining, against } = voter.chance;
        for yes in (0..size).rev() {
            for no in (0..size).rev() {
                let from = |grid: &[f64], here: f64, fewer_no: f64| {
                    let fewer_yes = if yes > 0 { grid[at(yes - 1, no)] } else { 0.0 };
                    here * abstaining + fewer_yes * in_favour + fewer_no
                };
                let no_before = |grid: &[f64]| if no > 0 { grid[at(yes, no - 1)] } else { 0.0 };
                let turned = no_before(free) * against;
                let kept = no_before(vetoed) * against;
                let here = at(yes, no);
                let (stay, turn) = if voter.vetoes { (0.0, turned) } else { (turned, 0.0) };
                let next_vetoed = from(vetoed, vetoed[here], kept + turn);
                let next_free = from(free, free[here], stay);
                (vetoed[here], free[here]) = (next_vetoed, next_free);
            }
        }
    }
    let mut result = DecisionChances::default();
    for yes in 0..size {
        for no in 0..size - yes {
            let (free, vetoed) = (free[at(yes, no)], vetoed[at(yes, no)]);
            if threshold.is_reached(yes as f64, (yes + no) as f64) {
                result.adopted += free;
                result.vetoed += vetoed;
            } else {
                result.short_of_votes += free + vetoed;
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::Base;

    fn workspace() -> Workspace {
        Workspace { voters: voters(), ..Workspace::default() }
    }

    fn voters() -> Vec<Voter> {
        [(0.9, 0.02, true), (0.5, 0.3, true), (0.2, 0.1, false), (0.7, 0.25, false)]
            .map(|(in_favour, against, vetoes)| Voter {
                chance: VoteChance { in_favour, abstaining: 1.0 - in_favour - against, against },
                vetoes,
            })
            .into()
    }

    /// All 3ⁿ patterns of votes, one by one.
    fn by_enumeration(voters: &[Voter], threshold: Threshold, base: Base) -> (f64, f64, f64) {
        let (mut adopted, mut vetoed, mut short) = (0.0, 0.0, 0.0);
        for pattern in 0..3_usize.pow(voters.len() as u32) {
            let (mut p, mut yes, mut no, mut veto) = (1.0, 0, 0, false);
            let mut rest = pattern;
            for voter in voters {
                match rest % 3 {
                    0 => {
                        p *= voter.chance.in_favour;
                        yes += 1;
                    }
                    1 => {
                        p *= voter.chance.against;
                        no += 1;
                        veto |= voter.vetoes;
                    }
                    _ => p *= voter.chance.abstaining,
                }
                rest /= 3;
            }
            let total = match base {
                Base::Members => voters.len(),
                Base::PresentAndVoting => yes + no,
            };
            if !threshold.is_reached(yes as f64, total as f64) {
                short += p;
            } else if veto {
                vetoed += p;
            } else {
                adopted += p;
            }
        }
        (adopted, vetoed, short)
    }

    #[test]
    fn the_recursions_agree_with_every_pattern_of_votes() {
        let voters = voters();
        for threshold in [Threshold::Count(2), Threshold::MoreThan(1, 2), Threshold::AtLeast(2, 3)]
        {
            for (base, forecast) in [
                (Base::Members, of_members(&mut workspace(), threshold)),
                (Base::PresentAndVoting, of_present_and_voting(&mut workspace(), threshold)),
                (Base::PresentAndVoting, by_both_counts(&mut workspace(), threshold)),
            ] {
                let (adopted, vetoed, short) = by_enumeration(&voters, threshold, base);
                assert!((forecast.adopted - adopted).abs() < 1e-12, "{threshold:?} {base:?}");
                assert!((forecast.vetoed - vetoed).abs() < 1e-12, "{threshold:?} {base:?}");
                assert!((forecast.short_of_votes - short).abs() < 1e-12, "{threshold:?} {base:?}");
            }
        }
    }

    #[test]
    fn a_distribution_adds_up_to_one() {
        let counts = distribution([0.2, 0.9, 0.5]);
        assert!((counts.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((counts[3] - 0.09).abs() < 1e-12);
    }
}
