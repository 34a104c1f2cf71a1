//! The median voter: the position that beats every other one in a pairwise vote (Black 1958).

use super::actor::{Actor, Silence, counted};

/// Which share of the weight may be missing for half of it to count as half.
const ROUNDING: f64 = 1e-12;

/// The median of the positions, each counted with the weight c s; midway between two positions
/// where exactly half of the weight lies on either side.
///
/// # Errors
/// When nobody has a stance, or nobody's counts.
pub fn weighted_median(actors: &[Actor]) -> Result<f64, Silence> {
    let counted = counted(actors)?;
    let pairs: Vec<(f64, f64)> = counted.iter().map(|a| (a.position, a.weight())).collect();
    Ok(median_of_sorted(&pairs))
}

/// The median of the positions, each counted once, also those without weight: one member, one
/// vote.
///
/// # Errors
/// When nobody has a stance.
pub fn plain_median(actors: &[Actor]) -> Result<f64, Silence> {
    if actors.is_empty() {
        return Err(Silence::NoStance);
    }
    let mut pairs: Vec<(f64, f64)> = actors.iter().map(|actor| (actor.position, 1.0)).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(median_of_sorted(&pairs))
}

/// The median of pairs of a position and a weight above 0, ascending, at least one.
pub(super) fn median_of_sorted(pairs: &[(f64, f64)]) -> f64 {
    let total: f64 = pairs.iter().map(|(_, weight)| weight).sum();
    let mut below = 0.0;
    for (at, &(position, weight)) in pairs.iter().enumerate() {
        below += weight;
        let beyond = below - total / 2.0;
        if beyond.abs() <= ROUNDING * total {
            let next = pairs.get(at + 1).map_or(position, |next| next.0);
            return f64::midpoint(position, next);
        }
        if beyond > 0.0 {
            return position;
        }
    }
    pairs.last().map_or(0.0, |last| last.0)
}
