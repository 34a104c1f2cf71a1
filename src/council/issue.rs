//! An issue: a one-dimensional scale of policy.

use crate::unit::UnitInterval;

/// An issue, on whose scale positions lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    /// The identifier in the scenario file.
    pub identifier: String,
    /// The key of the identifier.
    pub key: u64,
    /// The name.
    pub name: String,
    /// What 0 means.
    pub low: String,
    /// What 1 means.
    pub high: String,
    /// Today's situation q, in 0..1.
    pub status_quo: UnitInterval,
    /// Labelled points of the scale, ascending.
    pub marks: Vec<Mark>,
}

/// A labelled point of an issue's scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where it stands, in 0..1.
    pub position: UnitInterval,
    /// What it means.
    pub label: String,
}

impl Issue {
    /// The label nearest to `position` (in 0..1), the ends of the scale included; the lower of
    /// two equally near.
    pub fn nearest_mark(&self, position: f64) -> &str {
        let mut best = (position.abs(), self.low.as_str());
        for mark in &self.marks {
            let distance = (mark.position.get() - position).abs();
            if distance < best.0 {
                best = (distance, &mark.label);
            }
        }
        if (1.0 - position).abs() < best.0 { &self.high } else { best.1 }
    }
    /// The label beyond the one nearest to `position` (in 0..1), upward or downward; none at the
    /// end of the scale.
    pub fn next_mark(&self, position: f64, upward: bool) -> Option<&str> {
        let marks = self.marks.iter().map(|mark| mark.label.as_str());
        let low = std::iter::once(self.low.as_str());
        let labels: Vec<&str> = low.chain(marks).chain(std::iter::once(&*self.high)).collect();
        let nearest = self.nearest_mark(position);
        let at = labels.iter().position(|&label| label == nearest)?;
        let next = if upward { at.checked_add(1) } else { at.checked_sub(1) };
        next.and_then(|next| labels.get(next)).copied()
    }
}
