//! What a delegation, the President or the model may try.

use thiserror::Error;

use crate::council::{DelegationId, OutcomeId};

/// A wish, which the rules may refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Go on to the next stage of the programme.
    OpenNextStage,
    /// Take the floor and deliver the statement that the model composes.
    Deliver(DelegationId),
    /// Let the floor pass without a statement.
    Pass(DelegationId),
    /// Decide on a text: a vote, a question whether anyone objects, signatures, or the
    /// President's own authority, by its form.
    Decide(OutcomeId),
}

/// Why the rules refuse an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RuleViolation {
    /// Another delegation is next on the list of speakers (rule 27).
    #[error("the floor is not theirs: the President calls on speakers in the order of the list")]
    NotNextOnTheList,
    /// The business of the stage is not finished.
    #[error("this stage is not over: speakers or texts are still to come")]
    StageNotOver,
    /// The text has not been put, or has been decided.
    #[error("this text is not before the meeting now")]
    NotPut,
    /// The programme has ended.
    #[error("the meeting is over")]
    MeetingOver,
}
