//! The vocabulary of a council: delegations, issues, outcomes and rules, as plain values.

mod agenda;
mod argument;
pub mod charter;
mod delegation;
mod draft;
mod group;
mod issue;
mod outcome;
mod position;
mod rule;
mod statement;
mod table;

pub use agenda::{MeetingFormat, PresidentsPlace, SpeakingOrder, Stage, StageName};
pub use argument::{Argument, Direction};
pub use delegation::{Delegation, Membership, Name, Rank, Speaker, Style};
pub use draft::Paragraph;
pub use group::Group;
pub use issue::{Issue, Mark};
pub use outcome::{Aim, Outcome, OutcomeForm, PutToAction};
pub use position::{Confidence, RedLine, Stance};
pub use rule::{AdoptionRule, Base, Threshold, WeightTest};
pub use statement::{
    Capacity, Commendation, Criticism, Declaration, Declared, Judgement, Point, Statement,
    VoteChance,
};
pub use table::{
    ArgumentId, ByDelegation, ByIssue, ByOutcome, DelegationId, Grid, GroupId, Id, IssueId,
    OutcomeId, SourceId, Table,
};
