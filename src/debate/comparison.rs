//! Two branches of a debate beside each other, on the same luck.

use crate::council::{DelegationId, IssueId, OutcomeId};

use super::record::Record;
use super::result::{OutcomeResult, results};

/// How two branches of one scenario differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// How many events both have in common, from the first.
    pub shared: usize,
    /// Events after those, one of each side beside the other, as places in the two records.
    pub rows: Vec<Beside>,
    /// The outcomes that end differently.
    pub outcomes: Vec<OutcomeDifference>,
    /// The positions that end differently, in 0..1.
    pub positions: Vec<PositionDifference>,
}

/// An event of one branch beside that of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The place in the first record, if it has an event here.
    pub first: Option<usize>,
    /// The place in the second record, if it has an event here.
    pub second: Option<usize>,
    /// Whether the two say the same.
    pub same: bool,
}

/// An outcome that ends differently in two branches.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeDifference {
    /// The outcome.
    pub outcome: OutcomeId,
    /// How it ends in the first.
    pub first: OutcomeResult,
    /// How it ends in the second.
    pub second: OutcomeResult,
}

/// A position that ends differently in two branches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PositionDifference {
    /// Whose.
    pub who: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// In the first branch, in 0..1.
    pub first: f64,
    /// In the second, in 0..1.
    pub second: f64,
}

/// Compares two branches of one scenario, event by event and tally by tally.
pub fn compare(first: &Record, second: &Record) -> Comparison {
    let pairs = first.events.iter().zip(&second.events);
    let shared = pairs.take_while(|(a, b)| a == b).count();
    let scenario = &first.scenario;
    let (a, b) = (first.state_at(usize::MAX), second.state_at(usize::MAX));
    let outcomes = results(scenario, &a).into_iter().zip(results(scenario, &b));
    let mut positions = Vec::new();
    for who in scenario.members.ids() {
        for issue in scenario.issues.ids() {
            let (first, second) = (a.positions[(who, issue)], b.positions[(who, issue)]);
            if (first - second).abs() > 0.0 {
                positions.push(PositionDifference { who, issue, first, second });
            }
        }
    }
    Comparison {
        shared,
        rows: align(first, second, shared),
        outcomes: outcomes
            .filter(|(a, b)| a != b)
            .map(|(first, second)| OutcomeDifference { outcome: first.outcome, first, second })
            .collect(),
        positions,
    }
}

/// Sets the events after the shared ones beside each other, stage by stage: within a stage, the
/// events of one kind in their order.
fn align(first: &Record, second: &Record, shared: usize) -> Vec<Beside> {
    let mut rows = Vec::new();
    let (mut a, mut b) = (shared, shared);
    while a < first.events.len() || b < second.events.len() {
        let (left, right) = (first.events.get(a), second.events.get(b));
        let row = match (left, right) {
            (Some(l), Some(r)) if l.stage == r.stage => {
                // Numbers of causes shift when an event is added; what happened counts.
                Beside { first: Some(a), second: Some(b), same: l.kind == r.kind }
            }
            // One branch is still in a stage that the other has left.
            (Some(l), Some(r)) => {
                let ahead = second.events[b..].iter().any(|event| event.stage == l.stage);
                if ahead && r.stage != l.stage {
                    Beside { first: None, second: Some(b), same: false }
                } else {
                    Beside { first: Some(a), second: None, same: false }
                }
            }
            (Some(_), None) => Beside { first: Some(a), second: None, same: false },
            (None, _) => Beside { first: None, second: Some(b), same: false },
        };
        a += usize::from(row.first.is_some());
        b += usize::from(row.second.is_some());
        rows.push(row);
    }
    rows
}
