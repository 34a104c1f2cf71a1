//! What can be wrong with a record, or with the years asked for.

use thiserror::Error;

/// One of the three tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// The votes.
    Votes,
    /// The drafts.
    Drafts,
    /// The ideal points.
    Ideals,
}

impl Table {
    /// The argument of the command that names it.
    pub const fn argument(self) -> &'static str {
        match self {
            Self::Votes => "VOTES",
            Self::Drafts => "--drafts",
            Self::Ideals => "--positions",
        }
    }
}

/// Why a record cannot be fitted or scored. The message says what to change.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BacktestError {
    /// A draft stands in the table twice.
    #[error("{}, line {line}: draft {id} stands there twice; keep one of the lines", Table::Drafts.argument())]
    DuplicateDraft {
        /// The second line.
        line: u64,
        /// The draft.
        id: u64,
    },
    /// A vote refers to a draft that is not there.
    #[error("{}, line {line}: draft {id} is not among the drafts; add it there or take the vote out", Table::Votes.argument())]
    UnknownDraft {
        /// The line of the vote.
        line: u64,
        /// The draft.
        id: u64,
    },
    /// A vote and its draft are of different years.
    #[error("{}, line {line}: the vote is of {year}, but draft {id} of {draft_year}; correct one of the two", Table::Votes.argument())]
    YearsDiffer {
        /// The line of the vote.
        line: u64,
        /// The year there.
        year: i32,
        /// The year of the draft.
        draft_year: i32,
        /// The draft.
        id: u64,
    },
    /// A member votes twice.
    #[error("{}, line {line}: {member} has voted on draft {id} before; keep one of the lines", Table::Votes.argument())]
    DuplicateVote {
        /// The second line.
        line: u64,
        /// The member.
        member: String,
        /// The draft.
        id: u64,
    },
    /// A State has two ideal points in a year.
    #[error("{}, line {line}: {member} has an ideal point of {year} already; keep one of the lines", Table::Ideals.argument())]
    DuplicateIdeal {
        /// The second line.
        line: u64,
        /// The State.
        member: String,
        /// The year.
        year: i32,
    },
    /// A table has no line that counts.
    #[error("{} holds no line to work with", table.argument())]
    Empty {
        /// The table.
        table: Table,
    },
    /// The record is too short to tell who is permanent.
    #[error(
        "the votes span {years} of the {needed} years that show who is permanent; name them: --permanent AAA,BBB"
    )]
    TooFewYears {
        /// Years that the votes span.
        years: usize,
        /// Years needed.
        needed: usize,
    },
    /// Nobody votes in every year.
    #[error(
        "no member votes in every year of the record, so nobody is seen to be permanent; name them: --permanent AAA,BBB"
    )]
    NobodyPermanent,
    /// A member named as permanent never votes.
    #[error("--permanent {code}: no vote of this member is in the record; check the code")]
    UnknownPermanent {
        /// The code.
        code: String,
    },
    /// The years of training and testing overlap.
    #[error(
        "--train and --test share the year {year}; a model must not be scored on what it was fitted to"
    )]
    Overlap {
        /// A year in both.
        year: i32,
    },
    /// There is nothing to fit or to score.
    #[error(
        "no {what}draft was voted on in {from}-{to} ({option}); the record spans {first}-{last}"
    )]
    NoDrafts {
        /// `contested `, or nothing.
        what: &'static str,
        /// The option that named the years.
        option: &'static str,
        /// The first year asked for.
        from: i32,
        /// The last year asked for.
        to: i32,
        /// The first year of the record.
        first: i32,
        /// The last year of the record.
        last: i32,
    },
    /// Nobody opposed anything.
    #[error(
        "no draft of {from}-{to} (--train) was contested, so there is nothing to learn about opposition; give --train more years"
    )]
    NothingContested {
        /// The first year of training.
        from: i32,
        /// The last year of training.
        to: i32,
    },
    /// No draft can be given a place on the scale.
    #[error(
        "--dynamics: no draft of {option} has a sponsor with an ideal point, so that none has a place on the scale; give other years"
    )]
    NoSponsors {
        /// The option that named the years.
        option: &'static str,
    },
    /// The optimiser gave up.
    #[error("the fit did not come to an end: {0}; give --train more years")]
    Fit(String),
}
