//! What every model reads of a member on one issue, and why a model may have nothing to say.

use std::cmp::Ordering;

/// A member on one issue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Actor {
    /// The position x, finite, on any scale; all actors of an issue on the same one.
    pub position: f64,
    /// The influence c, not negative (the papers' capability, power or resources). Only ratios of
    /// influence count.
    pub influence: f64,
    /// The salience s, in 0..1.
    pub salience: f64,
}

impl Actor {
    /// The weight c s: influence times salience.
    pub fn weight(&self) -> f64 {
        self.influence * self.salience
    }

    /// An order by all that the models read, so that no sum depends on the order of the actors.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.position
            .total_cmp(&other.position)
            .then(self.influence.total_cmp(&other.influence))
            .then(self.salience.total_cmp(&other.salience))
    }
}

/// Why a model says nothing on an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Silence {
    /// There is nobody to ask.
    #[error("no voting member has a stance on this issue")]
    NoStance,
    /// There is nobody whose position counts.
    #[error("no voting member with a stance on this issue has both influence and salience above 0")]
    NoWeight,
}

/// The actors that count, those with a weight above 0, in the order of [`Actor::order`] and with
/// the largest influence brought to 1.
pub(super) fn counted(actors: &[Actor]) -> Result<Vec<Actor>, Silence> {
    if actors.is_empty() {
        return Err(Silence::NoStance);
    }
    let mut counted: Vec<Actor> = actors.iter().copied().filter(|a| a.weight() > 0.0).collect();
    if counted.is_empty() {
        return Err(Silence::NoWeight);
    }
    let largest = counted.iter().map(|actor| actor.influence).fold(0.0, f64::max);
    for actor in &mut counted {
        actor.influence /= largest;
    }
    counted.sort_by(Actor::order);
    Ok(counted)
}

/// The mean of pairs of a position and a weight, kept within the range of the positions.
pub(super) fn weighted_mean(pairs: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (mut sum, mut total) = (0.0, 0.0);
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for (position, weight) in pairs {
        sum += position * weight;
        total += weight;
        low = low.min(position);
        high = high.max(position);
    }
    // A mean of equal positions is that position, whatever the rounding.
    (sum / total).max(low).min(high)
}
