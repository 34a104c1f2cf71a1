//! What a delegation wants on an issue, and how much it cares.

use crate::unit::UnitInterval;

use super::SourceId;

/// The stance of a delegation on an issue: its instructions from capital.
#[derive(Debug, Clone, PartialEq)]
pub struct Stance {
    /// Position at the start, a, in 0..1.
    pub position: UnitInterval,
    /// Salience s, in 0..1.
    pub salience: UnitInterval,
    /// Flexibility λ, in 0..1; 0 is bound by instructions.
    pub flexibility: UnitInterval,
    /// Standard deviation u of what the author knows of the position, in 0..1.
    pub uncertainty: UnitInterval,
    /// The acceptable interval.
    pub red_line: Option<RedLine>,
    /// The reason, as a clause a speaker could say.
    pub because: Option<String>,
    /// Where the position comes from.
    pub source: Option<SourceId>,
    /// How sure the author is.
    pub confidence: Option<Confidence>,
}

/// The acceptable interval of a delegation on an issue, in 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RedLine {
    /// The lowest acceptable position.
    pub low: UnitInterval,
    /// The highest acceptable position.
    pub high: UnitInterval,
}

impl RedLine {
    /// How far `position` lies outside; 0 within.
    pub fn outside(self, position: f64) -> f64 {
        // At most one of the two is above 0. Without branches: which it is nobody can foretell.
        let beyond = larger(self.low.get() - position, position - self.high.get());
        larger(beyond, 0.0)
    }

    /// Whether a text at `position` crosses the line: it lies outside, and further outside than
    /// the status quo does.
    pub fn is_crossed(self, position: f64, status_quo: f64) -> bool {
        let outside = self.outside(position);
        outside > 0.0 && outside > self.outside(status_quo)
    }

    /// The nearest acceptable position.
    pub fn clamp(self, position: f64) -> f64 {
        if position < self.low.get() {
            self.low.get()
        } else if position > self.high.get() {
            self.high.get()
        } else {
            position
        }
    }
}

/// The larger of two numbers.
const fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// How sure an author is of a stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Inferred.
    Low,
    /// Stated in part.
    Medium,
    /// Stated plainly by the delegation.
    High,
}
