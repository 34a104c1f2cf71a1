//! What people write beside the debate: answers, predictions, notes, a cable. It changes nothing
//! in the meeting, and is kept in the journal of the session alone.

use serde::{Deserialize, Serialize};

use crate::analysis::agreement::Marks;
use crate::analysis::cable::Cable;
use crate::analysis::forecasters::Forecasts;
use crate::analysis::learning::Answers;
use crate::analysis::summary_check::Claim;
use crate::council::DelegationId;

use super::Session;

/// All that people have written beside the debate.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Papers {
    /// Who sits in which seat, by the names that pupils gave: kept on this machine, and erasable.
    pub names: Vec<(DelegationId, String)>,
    /// Answers to the questions to the class, before and after.
    pub answers: Vec<Answers>,
    /// What each thinks will be adopted, before the debate.
    pub predictions: Vec<Forecasts>,
    /// What note-takers heard.
    pub marks: Vec<Marks>,
    /// What one would have done at a turn that mattered, by the number of its event.
    pub thoughts: Vec<(usize, String)>,
    /// The reporting cable.
    pub cable: Cable,
    /// The President's summary, claim by claim.
    pub summary: Vec<Claim>,
}

impl Session {
    /// What people have written beside the debate.
    pub const fn papers(&self) -> &Papers {
        &self.papers
    }

    /// Keeps what people have written beside the debate.
    pub fn keep_papers(&mut self, papers: Papers) {
        self.papers = papers;
    }
}
