//! Injects: events from outside the chamber that change the debate.

use super::{DelegationId, IssueId, OutcomeId, StageName};

/// An event from outside the chamber. It happens once at most.
#[derive(Debug, Clone, PartialEq)]
pub struct Inject {
    /// The key of its title, by which its luck is named.
    pub key: u64,
    /// The title.
    pub title: String,
    /// What delegations hear of it.
    pub text: String,
    /// What sets it off.
    pub when: When,
    /// The chance that it happens at all, in 0..1.
    pub probability: f64,
    /// What it changes.
    pub effects: Vec<Effect>,
}

/// What sets off an inject.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum When {
    /// The statement of this number, counted from 1, has been delivered.
    AfterStatement(u32),
    /// A stage of this name opens.
    AtStage(StageName),
    /// An outcome is adopted, or put and not adopted.
    OnResult {
        /// The outcome.
        outcome: OutcomeId,
        /// Whether it must be adopted.
        adopted: bool,
    },
    /// Any statement may set it off, with this chance in 0..1.
    AtRandom(f64),
    /// A person sets it off.
    ByHand,
}

/// What an inject changes, on the engine's scale of 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// An issue matters more, or less, to all that have a stance on it.
    Salience {
        /// The issue.
        issue: IssueId,
        /// By how much, in -1..1.
        by: f64,
    },
    /// An issue is hotter, or cooler.
    Heat {
        /// The issue.
        issue: IssueId,
        /// By how much, in -1..1.
        by: f64,
    },
    /// A delegation changes its position, within its red line.
    Position {
        /// The delegation.
        member: DelegationId,
        /// The issue.
        issue: IssueId,
        /// By how much, in -1..1.
        by: f64,
    },
    /// A delegation gains or loses influence.
    Influence {
        /// The delegation.
        member: DelegationId,
        /// By how much, in -1..1.
        by: f64,
    },
    /// A member raises a point of order, on which the President rules at once.
    PointOfOrder {
        /// The member.
        member: DelegationId,
        /// Whether it challenges a ruling that does not uphold its point.
        challenge: bool,
    },
    /// A member asks for a vote on the provisional agenda, before the meeting.
    ObjectionToAgenda {
        /// The member.
        member: DelegationId,
    },
}
