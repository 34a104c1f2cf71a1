//! What has happened, in the past tense.

use crate::council::{Capacity, DelegationId, Membership, OutcomeId, StageName, Statement};
use crate::opinion::Shift;
use crate::vote::{BallotRow, Decision};

/// One thing that has happened, with its causes in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The stage in which it happened.
    pub stage: StageName,
    /// The book to which it belongs.
    pub book: Book,
    /// What happened.
    pub kind: EventKind,
}

/// The book to which an event belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Book {
    /// The public meeting: its verbatim record.
    Record,
    /// Outside the chamber: drafts, consultations, the stakeout.
    Outside,
}

impl Book {
    /// The book as written in JSON.
    pub const fn identifier(self) -> &'static str {
        match self {
            Self::Record => "Record",
            Self::Outside => "Outside",
        }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum EventKind {
    /// A stage of the programme began.
    StageOpened,
    /// The President called the meeting to order.
    MeetingCalledToOrder,
    /// The provisional agenda was adopted.
    AgendaAdopted,
    /// Participants were invited under rule 37 or 39.
    ParticipantsInvited {
        /// The rule.
        rule: Membership,
        /// The invited, in the order in which they were read out.
        delegations: Vec<DelegationId>,
    },
    /// The list of speakers of a stage was established.
    SpeakersListed {
        /// The speakers, in order.
        order: Vec<DelegationId>,
    },
    /// The President gave the floor.
    FloorGiven {
        /// To whom.
        to: DelegationId,
        /// In what capacity it speaks.
        capacity: Capacity,
    },
    /// A statement was delivered.
    StatementDelivered(Statement),
    /// A delegation let the floor pass.
    FloorPassed {
        /// Who.
        by: DelegationId,
    },
    /// The statement before moved its listeners.
    PositionsShifted {
        /// One row for each listener and issue.
        rows: Vec<Shift>,
    },
    /// It was settled which texts would be put to a decision.
    TextsSelected {
        /// One row for each text not yet decided.
        rows: Vec<Selection>,
    },
    /// Ballots were cast, all at once; of a text that needs consensus, objections were invited;
    /// of a joint statement, signatures.
    BallotsCast {
        /// The text.
        outcome: OutcomeId,
        /// One row for each delegation asked.
        rows: Vec<BallotRow>,
    },
    /// A text was decided.
    DecisionTaken {
        /// The text.
        outcome: OutcomeId,
        /// The decision.
        decision: Decision,
    },
    /// The meeting was adjourned.
    MeetingAdjourned,
}

/// Whether a text is put to a decision, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Selection {
    /// The text.
    pub outcome: OutcomeId,
    /// Whether it is put.
    pub put: bool,
    /// P(adopted) as its penholder estimates it, where that was asked.
    pub estimate: Option<f64>,
    /// Whether it gave way to two more promising texts.
    pub gave_way: bool,
    /// The sponsor whose red line the text crosses and that therefore withdraws it.
    pub withdrawn_by: Option<DelegationId>,
}
