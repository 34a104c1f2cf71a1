//! A ballot: one delegation's answer when a text is put.

use serde::{Deserialize, Serialize};

use crate::council::{DelegationId, Judgement, VoteChance};

/// How a delegation votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ballot {
    /// In favour; a signature, for a joint statement.
    InFavour,
    /// Against; an objection, where consensus is needed.
    Against,
    /// Abstaining.
    Abstaining,
    /// Did not participate.
    NotParticipating,
}

impl Ballot {
    /// The ballot as the Council prints it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::InFavour => "In favour",
            Self::Against => "Against",
            Self::Abstaining => "Abstaining",
            Self::NotParticipating => "Did not participate",
        }
    }
}

/// A ballot with what it follows from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BallotRow {
    /// Who cast it.
    pub delegation: DelegationId,
    /// The ballot.
    pub ballot: Ballot,
    /// How much better the text seemed than today's situation.
    pub judgement: Judgement,
    /// The chances of the three votes.
    pub chance: VoteChance,
    /// The logistic draw ε of scale β; 0 where a rule left no choice.
    pub draw: f64,
}
