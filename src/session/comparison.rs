//! Two branches beside each other, turn by turn, and what became of the outcomes in each.

use std::sync::{Arc, PoisonError};

use crate::council::{OutcomeId, StageName};
use crate::debate::{self, Comparison, EventKind, OutcomeResult, Selection};
use crate::text::{ending_words, reason};

use super::Session;
use super::branch::{Branch, BranchId};
use super::{Turn, TurnKind};

/// How two branches differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Event by event, with the outcomes and positions that end differently.
    pub events: Comparison,
    /// How many turns both share, from the first.
    pub shared: usize,
    /// All turns of both, one of each side beside the other.
    pub turns: Vec<TurnPair>,
    /// The outcomes that end differently, in words.
    pub outcomes: Vec<OutcomeChange>,
}

/// A turn of one branch beside that of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TurnPair {
    /// The turn of the first, as a place among its turns.
    pub first: Option<usize>,
    /// The turn of the second, as a place among its turns.
    pub second: Option<usize>,
    /// How alike they are.
    pub likeness: Likeness,
}

/// How alike two turns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same words are told of both.
    Same,
    /// They are about the same, and are told in other words.
    Differs,
    /// Only the first branch has such a turn.
    OnlyFirst,
    /// Only the second branch has such a turn.
    OnlySecond,
}

/// What became of an outcome in each of two branches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeChange {
    /// The outcome.
    pub outcome: OutcomeId,
    /// How it ends in the first.
    pub first: Ending,
    /// How it ends in the second.
    pub second: Ending,
}

/// How an outcome ends, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The result: "adopted", "not put" …
    pub result: String,
    /// Why, in a clause, with the count where there was a vote.
    pub reason: String,
}

impl Session {
    /// How two branches differ; `None` where one of them is not in the tree. Worked out when it is
    /// first asked for.
    pub fn compare(&self, first: BranchId, second: BranchId) -> Option<Arc<Compared>> {
        let (a, b) = (self.branch(first)?, self.branch(second)?);
        let mut known = self.comparisons.lock().unwrap_or_else(PoisonError::into_inner);
        let compared = known.entry((first, second)).or_insert_with(|| Arc::new(compare(a, b)));
        Some(Arc::clone(compared))
    }
}

fn compare(first: &Branch, second: &Branch) -> Compared {
    let events = debate::compare(first.record(), second.record());
    let both = first.turns().iter().zip(second.turns());
    let shared = both.take_while(|(a, b)| a == b && a.events.end <= events.shared).count();
    let outcomes = events.outcomes.iter().map(|change| OutcomeChange {
        outcome: change.outcome,
        first: ending(first, &change.first),
        second: ending(second, &change.second),
    });
    Compared { shared, turns: pair((first, second), shared), outcomes: outcomes.collect(), events }
}

fn ending(branch: &Branch, result: &OutcomeResult) -> Ending {
    let scenario = &branch.record().scenario;
    Ending {
        result: ending_words(result.decision, result.form).to_owned(),
        reason: reason(scenario, result, selection(branch, result.outcome)),
    }
}

/// How it was last settled whether to put this outcome.
fn selection(branch: &Branch, outcome: OutcomeId) -> Option<&Selection> {
    branch.record().events.iter().rev().find_map(|event| match &event.kind {
        EventKind::TextsSelected { rows } => rows.iter().find(|row| row.outcome == outcome),
        _ => None,
    })
}

/// Sets the turns beside each other: those about the same thing as many as can be without crossing
/// (the longest common subsequence), the others alone.
fn pair((first, second): (&Branch, &Branch), shared: usize) -> Vec<TurnPair> {
    let mut pairs: Vec<TurnPair> = (0..shared)
        .map(|at| TurnPair { first: Some(at), second: Some(at), likeness: Likeness::Same })
        .collect();
    let (a, b) = (&first.turns()[shared..], &second.turns()[shared..]);
    let longest = longest_common(a, b);
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let (one, other) = (Some(shared + i), Some(shared + j));
        let row = if i < a.len() && j < b.len() && about(&a[i]) == about(&b[j]) {
            let likeness = likeness((first, &a[i]), (second, &b[j]));
            TurnPair { first: one, second: other, likeness }
        } else if j == b.len() || (i < a.len() && longest[i + 1][j] >= longest[i][j + 1]) {
            TurnPair { first: one, second: None, likeness: Likeness::OnlyFirst }
        } else {
            TurnPair { first: None, second: other, likeness: Likeness::OnlySecond }
        };
        i += usize::from(row.first.is_some());
        j += usize::from(row.second.is_some());
        pairs.push(row);
    }
    pairs
}

/// For each pair of places, how many turns from there on can stand beside each other.
fn longest_common(a: &[Turn], b: &[Turn]) -> Vec<Vec<usize>> {
    let mut longest = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if about(&a[i]) == about(&b[j]) {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    longest
}

/// What a turn is about: whether a delegation speaks or lets the floor pass, it is its turn.
const fn about(turn: &Turn) -> (StageName, TurnKind) {
    let kind = match turn.kind {
        TurnKind::Pass(who) => TurnKind::Statement(who),
        kind => kind,
    };
    (turn.stage, kind)
}

fn likeness((first, a): (&Branch, &Turn), (second, b): (&Branch, &Turn)) -> Likeness {
    let told = |branch: &Branch, turn: &Turn| -> Vec<String> {
        branch.entries_of(turn).iter().map(|entry| entry.text.clone()).collect()
    };
    let same = a.kind == b.kind && told(first, a) == told(second, b);
    if same { Likeness::Same } else { Likeness::Differs }
}
