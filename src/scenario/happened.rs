//! What really happened, with every name resolved.

use crate::council::{ByOutcome, DelegationId, SourceId};

/// What really happened, as far as the file tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct RealRecord {
    /// What became of each outcome; `None` where the file says nothing of it.
    pub outcomes: ByOutcome<Option<Happened>>,
    /// Remarks of the author.
    pub notes: String,
    /// Where it can be read.
    pub source: Option<SourceId>,
}

/// What became of an outcome in reality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// It was voted on.
    Voted {
        /// Who voted in favour.
        in_favour: Vec<DelegationId>,
        /// Who voted against.
        against: Vec<DelegationId>,
        /// Who abstained.
        abstaining: Vec<DelegationId>,
        /// Who did not participate.
        not_participating: Vec<DelegationId>,
    },
    /// It was signed.
    Signed {
        /// By these delegations of the scenario.
        by: Vec<DelegationId>,
    },
    /// It was agreed without a vote.
    Agreed,
    /// It was objected to, and not agreed.
    Objected {
        /// By these delegations.
        by: Vec<DelegationId>,
    },
    /// The President issued it.
    Issued,
    /// Nobody proposed it.
    NotProposed,
    /// What became of it is not established.
    Unknown,
}
