//! The vocabulary of a council: delegations, issues, outcomes and rules, as plain values.

mod agenda;
mod argument;
pub mod charter;
mod columns;
mod delegation;
mod draft;
mod group;
mod inject;
mod issue;
mod names;
mod outcome;
mod position;
mod rule;
mod seat;
mod statement;
mod table;

pub use agenda::{MeetingFormat, PresidentsPlace, SpeakingOrder, Stage, StageName};
pub use argument::{Argument, Direction};
pub use columns::Columns;
pub use delegation::{Delegation, Membership, Name, Rank, Speaker, Style};
pub use draft::{Paragraph, Text};
pub use group::Group;
pub use inject::{Effect, Inject, When};
pub use issue::{Issue, Mark};
pub use names::{Names, with_names};
pub use outcome::{Aim, Outcome, OutcomeForm, Prescribed, PutToAction, Thresholds};
pub use position::{Confidence, RedLine, Stance};
pub use rule::{AdoptionRule, Base, FormRules, Threshold, WeightTest};
pub use seat::{Goal, Objective, Seat, is_another_position};
pub use statement::{
    Capacity, Commendation, Criticism, Declaration, Declared, Judgement, Point, Statement,
    StatementPurpose, VoteChance,
};
pub use table::{
    ArgumentId, ByDelegation, ByIssue, ByOutcome, DelegationId, Grid, GroupId, Id, InjectId,
    IssueId, LANES, OutcomeId, SourceId, Table,
};
