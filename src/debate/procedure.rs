//! Questions of procedure that members may raise, and motions with their precedence.

use serde::{Deserialize, Serialize};

use crate::council::{DelegationId, IssueId, OutcomeId};

/// A question of procedure, decided by a procedural vote where it is decided by one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// Whether the provisional agenda is adopted (rule 9).
    Agenda,
    /// Whether this participant is invited (rules 37 and 39).
    Invitation(DelegationId),
    /// A point of order, on which the President rules at once (rule 30).
    PointOfOrder,
    /// Whether the President's ruling is overruled (rule 30).
    Ruling,
    /// A motion (rule 33).
    Motion(Motion),
    /// That a part of a text be put to the vote by itself (rule 32).
    SeparateVote {
        /// The text.
        outcome: OutcomeId,
        /// The issue on which the part bears.
        issue: IssueId,
    },
}

impl Question {
    /// The question as written in a record, without what it is about.
    pub const fn identifier(self) -> &'static str {
        match self {
            Self::Agenda => "Agenda",
            Self::Invitation(_) => "Invitation",
            Self::PointOfOrder => "PointOfOrder",
            Self::Ruling => "Ruling",
            Self::Motion(_) => "Motion",
            Self::SeparateVote { .. } => "SeparateVote",
        }
    }
}

/// A motion that has precedence over other business (rule 33).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Motion {
    /// To suspend the meeting.
    Suspend,
    /// To adjourn the meeting.
    Adjourn,
    /// To adjourn the meeting to a certain day or hour.
    AdjournToNextDay,
    /// To refer a matter to a committee, to the Secretary-General or to a rapporteur.
    Refer(OutcomeId),
    /// To postpone the discussion of a question.
    Postpone(OutcomeId),
    /// To introduce an amendment.
    Amend {
        /// The text.
        outcome: OutcomeId,
        /// On which issue.
        issue: IssueId,
        /// Where the text should stand, in 0..1.
        to: f64,
    },
}

impl Motion {
    /// The place in the order of precedence of rule 33, the first decided first.
    pub const fn precedence(self) -> u8 {
        match self {
            Self::Suspend => 0,
            Self::Adjourn => 1,
            Self::AdjournToNextDay => 2,
            Self::Refer(_) => 3,
            Self::Postpone(_) => 4,
            Self::Amend { .. } => 5,
        }
    }

    /// Whether the motion is decided without debate: suspension and simple adjournment are.
    pub const fn is_without_debate(self) -> bool {
        matches!(self, Self::Suspend | Self::Adjourn)
    }
}
