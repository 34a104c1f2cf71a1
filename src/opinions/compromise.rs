//! The compromise model: the mean of the positions, weighted by influence and salience.

use super::actor::{Actor, Silence, counted, weighted_mean};

/// Σ c s x / Σ c s (Van den Bos 1991; Achen 2006), on the scale of the positions.
///
/// # Errors
/// When nobody has a stance, or nobody's counts.
pub fn compromise_mean(actors: &[Actor]) -> Result<f64, Silence> {
    let counted = counted(actors)?;
    Ok(weighted_mean(counted.iter().map(|actor| (actor.position, actor.weight()))))
}
