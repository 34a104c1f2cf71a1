//! The text of a proposed outcome.

use super::{Aim, IssueId, OutcomeForm};

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

/// A proposed text as it stands at one moment of its bargaining.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The form, which chooses the adoption rule; a text may step down to a lighter one.
    pub form: OutcomeForm,
    /// Where the text stands on the issues it touches, by issue.
    pub aims: Vec<Aim>,
    /// The version, from 1: each amendment taken makes the next.
    pub version: u32,
    /// Paragraphs in words that a person proposed and the penholder took, by issue, until the text
    /// is amended there again.
    pub wordings: Vec<(IssueId, String)>,
}

impl Text {
    /// A text as it is first tabled.
    pub const fn tabled(form: OutcomeForm, aims: Vec<Aim>) -> Self {
        Self { form, aims, version: 1, wordings: Vec::new() }
    }

    /// Makes this text equal to `other`, in the same buffer.
    pub fn copy_from(&mut self, other: &Self) {
        self.form = other.form;
        self.version = other.version;
        self.aims.clone_from(&other.aims);
        self.wordings.clone_from(&other.wordings);
    }

    /// The words that a person gave the paragraph on an issue, if it stands in them.
    pub fn wording(&self, on: IssueId) -> Option<&str> {
        let mut wordings = self.wordings.iter();
        wordings.find(|(issue, _)| *issue == on).map(|(_, words)| words.as_str())
    }
}
