//! Where the model was most wrong.

use std::collections::BTreeMap;

use super::expected::Expected;
use super::model::place;
use super::record::Draft;
use super::score::likeliest;

/// A draft whose decision the model foretold badly.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftMiss {
    /// The draft's symbol; empty if it has none.
    pub symbol: String,
    /// The year.
    pub year: i32,
    /// The agenda item.
    pub topic: String,
    /// P(adopted), as foretold.
    pub adopted_chance: f64,
    /// Whether it was adopted.
    pub adopted: bool,
    /// How many votes were cast.
    pub votes: usize,
    /// How many of them were not the likeliest one.
    pub wrong: usize,
}

/// A member whose votes the model foretold badly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberMiss {
    /// The member's code.
    pub member: String,
    /// How many votes it cast.
    pub votes: usize,
    /// How many of them were not the likeliest one.
    pub wrong: usize,
}

/// The drafts with the largest error of P(adopted), the worst first, `most` of them at most.
pub(super) fn of_drafts(drafts: &[&Draft], expected: &[Expected], most: usize) -> Vec<DraftMiss> {
    let mut misses: Vec<(f64, DraftMiss)> = drafts
        .iter()
        .zip(expected)
        .map(|(draft, expected)| {
            let error = (expected.adopted - f64::from(u8::from(draft.row.adopted))).abs();
            (error, of_draft(draft, expected))
        })
        .collect();
    misses.sort_by(|(a, x), (b, y)| {
        b.total_cmp(a).then_with(|| (x.year, &x.symbol).cmp(&(y.year, &y.symbol)))
    });
    misses.into_iter().take(most).map(|(_, miss)| miss).collect()
}

fn of_draft(draft: &Draft, expected: &Expected) -> DraftMiss {
    DraftMiss {
        symbol: draft.row.symbol.clone(),
        year: draft.row.year,
        topic: draft.row.topic.clone(),
        adopted_chance: expected.adopted,
        adopted: draft.row.adopted,
        votes: draft.votes.len(),
        wrong: wrong(draft, expected).count(),
    }
}

/// The members whose votes were wrongly foretold.
fn wrong<'a>(draft: &'a Draft, expected: &'a Expected) -> impl Iterator<Item = &'a str> {
    let votes = draft.votes.iter().zip(&expected.votes);
    votes
        .filter(|((_, ballot), chance)| likeliest(**chance) != place(*ballot))
        .map(|((member, _), _)| member.as_str())
}

/// The members with the most votes wrongly foretold, the worst first, `most` of them at most.
pub(super) fn of_members(drafts: &[&Draft], expected: &[Expected], most: usize) -> Vec<MemberMiss> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (draft, expected) in drafts.iter().zip(expected) {
        for (member, _) in &draft.votes {
            counts.entry(member).or_default().0 += 1;
        }
        for member in wrong(draft, expected) {
            counts.entry(member).or_default().1 += 1;
        }
    }
    let mut misses: Vec<MemberMiss> = counts
        .into_iter()
        .map(|(member, (votes, wrong))| MemberMiss { member: member.to_owned(), votes, wrong })
        .collect();
    misses.sort_by(|a, b| b.wrong.cmp(&a.wrong).then_with(|| a.member.cmp(&b.member)));
    misses.truncate(most);
    misses
}
