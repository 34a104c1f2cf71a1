//! A difference between two files, and its places in both.

use super::super::super::spanned::Span;

/// What happened to a value between two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceKind {
    /// It stands in the second file only.
    Added,
    /// It stands in the first file only.
    Removed,
    /// It has another value.
    Changed,
    /// A list has the same elements in another order.
    Order,
}

impl DifferenceKind {
    /// The word for it in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Order => "order",
        }
    }
}

/// A value in one of the two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// How it is written, on one line, shortened.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// One difference between two files.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where: `members["KOR"].stances["dprk"].position`. The path leads to the value in the
    /// second file, or in the first where it was removed.
    pub path: String,
    /// What happened.
    pub kind: DifferenceKind,
    /// The value in the first file, unless it is not there.
    pub before: Option<Excerpt>,
    /// The value in the second file, unless it is not there.
    pub after: Option<Excerpt>,
    /// By how much a number changed.
    pub by: Option<f64>,
}
