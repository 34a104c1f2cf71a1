//! Who moved most, from the instructions of its capital to where it stands.

use crate::council::{DelegationId, IssueId};
use crate::debate::State;
use crate::scenario::Scenario;

/// The most movements that are told, and the least that is one, in 0..1.
const MOST: usize = 8;
const LEAST: f64 = 0.02;

/// A movement of a private position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    /// Who moved.
    pub who: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// Where it was instructed to stand, in 0..1.
    pub from: f64,
    /// Where it stands, in 0..1.
    pub to: f64,
}

/// The largest movements until `state`, the largest first; of equals, in the order of the file.
pub fn moves(scenario: &Scenario, state: &State) -> Vec<Moved> {
    let mut moves: Vec<Moved> = Vec::new();
    for &who in &scenario.order.members {
        for &issue in &scenario.order.issues {
            let from = scenario.derived.instructions[(who, issue)].position;
            let to = state.positions[(who, issue)];
            if (to - from).abs() >= LEAST {
                moves.push(Moved { who, issue, from, to });
            }
        }
    }
    moves.sort_by(|a, b| (b.to - b.from).abs().total_cmp(&(a.to - a.from).abs()));
    moves.truncate(MOST);
    moves
}

impl Moved {
    /// "From 40, “at the request of a State”, to 55, “regularly”."
    pub fn words(&self, scenario: &Scenario) -> String {
        let issue = &scenario.issues[self.issue];
        let [a, b] = [self.from, self.to].map(|value| format!("{:.0}", value * 100.0));
        let [from, to] = [self.from, self.to].map(|at| issue.nearest_mark(at));
        if from == to {
            format!("From {a} to {b}, still nearest to “{to}”.")
        } else {
            format!("From {a}, “{from}”, to {b}, “{to}”.")
        }
    }
}
