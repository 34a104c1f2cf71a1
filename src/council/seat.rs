//! A seat that a person may play: its brief from capital, and what it is to achieve.

use super::{IssueId, OutcomeId};

/// The brief of a person who plays a member.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seat {
    /// What the capital writes, in Markdown; empty where the author wrote none.
    pub brief: String,
    /// What it is to achieve, in the order of the file.
    pub objectives: Vec<Objective>,
}

/// Something that a seat is to achieve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Objective {
    /// What.
    pub goal: Goal,
    /// What it is worth, in points from 0 to 100.
    pub points: f64,
}

/// What a seat may be asked to achieve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The outcome is adopted, issued or signed.
    Adopted(OutcomeId),
    /// The outcome is not adopted; a text that is not put counts.
    NotAdopted(OutcomeId),
    /// So many voting members support the outcome in the end.
    Support {
        /// The outcome.
        outcome: OutcomeId,
        /// How many.
        at_least: u32,
    },
    /// No text that crosses one of its red lines is adopted.
    KeepRedLines,
    /// It raises the issue in a statement of its own.
    Raise(IssueId),
    /// No decision finds it alone against all others.
    NotIsolated,
}

/// Whether two positions, in 0..1, are heard as different ones: three tenths of a scale apart, or
/// more. What is voiced so far from instructions is not what capital asked for.
pub fn is_another_position(one: f64, other: f64) -> bool {
    const APART: f64 = 0.30;
    (one - other).abs() >= APART
}
