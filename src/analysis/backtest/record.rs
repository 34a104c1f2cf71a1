//! The roll-call record as it was read, joined and checked: drafts, votes, ideal points.

use std::collections::{BTreeMap, BTreeSet};

use crate::vote::Ballot;

use super::error::{BacktestError, Table};

/// One draft, as a line of the table of drafts has it. Nothing here but `adopted` and `contested`
/// is known only after the vote; neither of the two is ever a feature.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRow {
    /// The line in its file, from 1.
    pub line: u64,
    /// The number that votes refer to; a later vote has a larger one.
    pub id: u64,
    /// The year of the vote.
    pub year: i32,
    /// The symbol of the draft, such as S/2016/239; may be empty.
    pub symbol: String,
    /// The agenda item.
    pub topic: String,
    /// The region of the world it is about; may be empty.
    pub region: String,
    /// Codes of the sponsors; empty where the record knows of none.
    pub sponsors: Vec<String>,
    /// Whether anybody voted other than in favour. It selects drafts and is no feature.
    pub contested: bool,
    /// Whether the draft was adopted.
    pub adopted: bool,
    /// Whether the question is procedural, so that no vote is a veto.
    pub procedural: bool,
}

#[cfg(test)]
impl DraftRow {
    /// A contested draft that nobody sponsors and that is not adopted.
    pub(super) fn plain(line: u64, id: u64, year: i32) -> Self {
        Self {
            line,
            id,
            year,
            symbol: String::new(),
            topic: String::new(),
            region: String::new(),
            sponsors: Vec::new(),
            contested: true,
            adopted: false,
            procedural: false,
        }
    }
}

/// One vote, as a line of the table of votes has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteRow {
    /// The line in its file, from 1.
    pub line: u64,
    /// The number of the draft.
    pub draft: u64,
    /// The year of the vote.
    pub year: i32,
    /// The member's code.
    pub member: String,
    /// How it voted.
    pub ballot: Ballot,
}

/// One ideal point: where a State stood in the votes of a year's General Assembly.
#[derive(Debug, Clone, PartialEq)]
pub struct IdealRow {
    /// The line in its file, from 1.
    pub line: u64,
    /// The State's code.
    pub member: String,
    /// The year.
    pub year: i32,
    /// The ideal point, about -3..3.
    pub point: f64,
}

/// A draft with its votes.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What the table of drafts says.
    pub row: DraftRow,
    /// Who voted and how, by code; those who did not participate are left out.
    pub votes: Vec<(String, Ballot)>,
}

/// The record: drafts with their votes, by year and number, and ideal points by State and year.
#[derive(Debug, Clone, PartialEq)]
pub struct VotingRecord {
    /// Drafts that were voted on, by year and number.
    pub drafts: Vec<Draft>,
    ideals: BTreeMap<String, BTreeMap<i32, f64>>,
    /// The permanent members' codes, sorted: whose vote against is a veto.
    pub permanent: Vec<String>,
}

/// The years that a record must span before those who vote in each of them must be permanent:
/// elected members sit for two and are not eligible for immediate re-election (Charter,
/// Article 23 (2)).
const YEARS_THAT_TELL: usize = 3;

impl VotingRecord {
    /// Joins the three tables. Without `permanent`, the permanent members are those that vote in
    /// every year of the record.
    ///
    /// # Errors
    /// When lines contradict each other, or when it cannot be told who is permanent.
    pub fn join(
        drafts: Vec<DraftRow>,
        votes: Vec<VoteRow>,
        ideals: Vec<IdealRow>,
        permanent: Option<Vec<String>>,
    ) -> Result<Self, BacktestError> {
        let permanent = match permanent {
            Some(named) => checked(named, &votes)?,
            None => sitting_every_year(&votes)?,
        };
        let mut drafts = cast(drafts, votes)?;
        drafts.sort_by_key(|draft| (draft.row.year, draft.row.id));
        Ok(Self { drafts, ideals: by_state(ideals)?, permanent })
    }

    /// The ideal point of `member` in the year before `year`, or in the last year before that
    /// which has one.
    pub fn ideal_before(&self, member: &str, year: i32) -> Option<f64> {
        self.ideals.get(member)?.range(..year).next_back().map(|(_, &point)| point)
    }

    /// Whether a vote of `member` against is a veto.
    pub fn is_permanent(&self, member: &str) -> bool {
        self.permanent.iter().any(|code| code == member)
    }
}

/// Gives each draft its votes; drafts without any are left out.
fn cast(rows: Vec<DraftRow>, votes: Vec<VoteRow>) -> Result<Vec<Draft>, BacktestError> {
    let mut drafts = BTreeMap::new();
    for row in rows {
        let (line, id) = (row.line, row.id);
        if drafts.insert(id, (row, BTreeMap::new())).is_some() {
            return Err(BacktestError::DuplicateDraft { line, id });
        }
    }
    for vote in votes {
        let VoteRow { line, draft: id, year, member, ballot } = vote;
        let Some((row, cast)) = drafts.get_mut(&id) else {
            return Err(BacktestError::UnknownDraft { line, id });
        };
        if row.year != year {
            return Err(BacktestError::YearsDiffer { line, year, draft_year: row.year, id });
        }
        if cast.insert(member.clone(), ballot).is_some() {
            return Err(BacktestError::DuplicateVote { line, member, id });
        }
    }
    let with_votes = drafts.into_values().filter_map(|(row, cast)| {
        let votes: Vec<_> =
            cast.into_iter().filter(|(_, ballot)| *ballot != Ballot::NotParticipating).collect();
        (!votes.is_empty()).then_some(Draft { row, votes })
    });
    Ok(with_votes.collect())
}

fn by_state(rows: Vec<IdealRow>) -> Result<BTreeMap<String, BTreeMap<i32, f64>>, BacktestError> {
    let mut points: BTreeMap<String, BTreeMap<i32, f64>> = BTreeMap::new();
    for IdealRow { line, member, year, point } in rows {
        if points.entry(member.clone()).or_default().insert(year, point).is_some() {
            return Err(BacktestError::DuplicateIdeal { line, member, year });
        }
    }
    Ok(points)
}

fn checked(mut named: Vec<String>, votes: &[VoteRow]) -> Result<Vec<String>, BacktestError> {
    named.sort();
    named.dedup();
    match named.iter().find(|code| votes.iter().all(|vote| vote.member != **code)) {
        Some(code) => Err(BacktestError::UnknownPermanent { code: code.clone() }),
        None => Ok(named),
    }
}

fn sitting_every_year(votes: &[VoteRow]) -> Result<Vec<String>, BacktestError> {
    let all: BTreeSet<i32> = votes.iter().map(|vote| vote.year).collect();
    if all.is_empty() {
        return Err(BacktestError::Empty { table: Table::Votes });
    }
    if all.len() < YEARS_THAT_TELL {
        return Err(BacktestError::TooFewYears { years: all.len(), needed: YEARS_THAT_TELL });
    }
    let mut years: BTreeMap<&str, BTreeSet<i32>> = BTreeMap::new();
    for vote in votes {
        years.entry(&vote.member).or_default().insert(vote.year);
    }
    let permanent: Vec<String> = years
        .into_iter()
        .filter(|(_, years)| years.len() == all.len())
        .map(|(code, _)| code.to_owned())
        .collect();
    if permanent.is_empty() { Err(BacktestError::NobodyPermanent) } else { Ok(permanent) }
}
