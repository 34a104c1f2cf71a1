//! An argument: a sentence that a delegation would say.

use serde::{Deserialize, Serialize};

use super::{DelegationId, IssueId, SourceId};

/// A sentence that a delegation would say on an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// The issue.
    pub issue: IssueId,
    /// Toward which end of the scale it argues.
    pub toward: Direction,
    /// The sentence.
    pub text: String,
    /// Where it comes from.
    pub source: Option<SourceId>,
    /// Another delegation that the sentence names; only a sourced sentence may.
    pub names: Option<DelegationId>,
}

/// An end of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Toward 1.
    High,
    /// Toward 0.
    Low,
}
