//! Asymmetric Nash bargaining against the status quo (Nash 1950; Kalai 1977).
//!
//! Utility is linear loss, u(y) = -s |x - y|; if bargaining fails the status quo q stays. The
//! bargaining set holds the positions y at which everybody gains, |x - q| > |x - y|, and the
//! agreement maximizes Σ c s ln(u(y) - u(q)) over it. The s inside the logarithm adds a constant
//! and moves nothing; the weight c s is Achen's (2006), as in the other models.

use super::actor::{Actor, Silence, counted};

/// How bargaining ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bargain {
    /// Everybody gains by this position, and no other has a larger weighted product of gains.
    Agreement(f64),
    /// No position is a gain to all, so the status quo stays.
    NoAgreement {
        /// How many want less than the status quo.
        below: usize,
        /// How many want the status quo itself.
        content: usize,
        /// How many want more.
        above: usize,
    },
}

/// The bargain of those whose position counts, from the status quo `status_quo` on the scale of
/// the positions.
///
/// # Errors
/// When nobody has a stance, or nobody's counts.
pub fn nash_bargaining(actors: &[Actor], status_quo: f64) -> Result<Bargain, Silence> {
    let counted = counted(actors)?;
    let below = counted.iter().filter(|actor| actor.position < status_quo).count();
    let above = counted.iter().filter(|actor| actor.position > status_quo).count();
    if below.max(above) < counted.len() {
        let content = counted.len() - below - above;
        return Ok(Bargain::NoAgreement { below, content, above });
    }
    let wanted: Vec<(f64, f64)> =
        counted.iter().map(|a| ((a.position - status_quo).abs(), a.weight())).collect();
    let moved = best_move(&wanted);
    let agreed = if above > 0 { status_quo + moved } else { status_quo - moved };
    // An only position is agreed on, whatever the rounding.
    let (low, high) = (counted[0].position, counted[counted.len() - 1].position);
    Ok(Bargain::Agreement(agreed.clamp(low, high)))
}

/// The move z from the status quo with the largest Σ w ln(gain), where pairs of a wanted move
/// a > 0 and a weight w gain z up to a and 2a - z beyond it.
///
/// The sum is concave on (0, 2 min a) and rises up to min a. Its slope falls throughout, so it is
/// halved until no number lies between the bounds.
fn best_move(wanted: &[(f64, f64)]) -> f64 {
    let least = wanted.iter().map(|pair| pair.0).fold(f64::INFINITY, f64::min);
    let most = wanted.iter().map(|pair| pair.0).fold(0.0, f64::max);
    let slope = |z: f64| -> f64 {
        wanted.iter().map(|&(a, w)| if a >= z { w / z } else { -w / (2.0 * a - z) }).sum()
    };
    let (mut low, mut high) = (least, (2.0 * least).min(most));
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return low;
        }
        if slope(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
}
