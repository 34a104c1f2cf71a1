//! The text of a proposed outcome.

use super::IssueId;

/// A paragraph of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paragraph {
    /// A preambular paragraph.
    Preambular {
        /// The words.
        text: String,
        /// The issue it bears on.
        issue: Option<IssueId>,
    },
    /// An operative paragraph.
    Operative {
        /// The words.
        text: String,
        /// The issue it bears on.
        issue: Option<IssueId>,
    },
}
