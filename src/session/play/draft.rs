//! What a person has written and not yet said.

use serde::{Deserialize, Serialize};

use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::debate::{Action, Intended};

use super::super::Session;

/// What is being written for a seat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Its statement; its words, where a person has changed those that were drafted.
    pub intended: Intended,
    /// Words for other matters, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jottings: Vec<(Jotting, String)>,
}

/// What words are meant for that are no statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Jotting {
    /// A paragraph of a text on an issue.
    Paragraph(OutcomeId, IssueId),
    /// The reason for which silence on a text is broken.
    Objection(OutcomeId),
    /// The explanation of a vote on a text.
    Explanation(OutcomeId),
}

impl Draft {
    /// A draft with nothing in it yet.
    pub const fn empty(who: DelegationId) -> Self {
        Self { intended: Intended::silent(who), jottings: Vec::new() }
    }

    /// The words written for something, if there are any.
    pub fn jotted(&self, what: Jotting) -> Option<&str> {
        self.jottings.iter().find(|(it, _)| *it == what).map(|(_, words)| words.as_str())
    }

    /// Writes words for something, in place of others; `None` throws them away.
    pub fn jot(&mut self, what: Jotting, words: Option<String>) {
        self.jottings.retain(|(it, _)| *it != what);
        self.jottings.extend(words.map(|words| (what, words)));
    }

    /// What is left when an action has said what was written for it.
    fn after(mut self, action: &Action) -> Option<Self> {
        match *action {
            Action::Say(_) => self.intended = Intended::silent(self.intended.speaker),
            Action::Offer { outcome, issue, .. } => {
                self.jot(Jotting::Paragraph(outcome, issue), None);
            }
            Action::Explain { outcome, .. } => {
                self.jot(Jotting::Objection(outcome), None);
                self.jot(Jotting::Explanation(outcome), None);
            }
            _ => {}
        }
        let is_empty = self == Self::empty(self.intended.speaker);
        (!is_empty).then_some(self)
    }
}

impl Session {
    /// Takes what an action has just said out of what is being written.
    pub fn settle_draft(&mut self, action: &Action) {
        let by = match action {
            Action::Say(said) => said.speaker,
            Action::Offer { by, .. } | Action::Explain { by, .. } => *by,
            _ => return,
        };
        if let Some(draft) = self.draft(by).cloned() {
            self.keep_draft(by, draft.after(action));
        }
    }
}
