//! The step of Friedkin & Johnsen (1990), one speaker at a time (docs/model.md, section 4).

use serde::{Deserialize, Serialize};

use crate::council::{ByDelegation, DelegationId, Grid, IssueId, Statement};
use crate::scenario::Scenario;

/// The state of those who listen.
#[derive(Debug, Clone, Copy)]
pub struct Listeners<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Private positions x, in 0..1.
    pub positions: &'a Grid<DelegationId, IssueId, f64>,
    /// Flexibility λ as it stands, in 0..1: being criticized by name lowers it.
    pub flexibility: &'a Grid<DelegationId, IssueId, f64>,
    /// Influence c as it stands, in 0..1.
    pub influence: &'a ByDelegation<f64>,
}

/// How a statement moved one listener on one issue.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// Who was moved.
    pub listener: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// The position before, in 0..1.
    pub from: f64,
    /// The position after, in 0..1, within the red line.
    pub to: f64,
    /// What the speaker contributed: π T c λ m K (e - x).
    pub pull: f64,
    /// What the capital contributed: π T c (1 - λ)(a - x).
    pub anchor: f64,
}

/// Writes into `rows` how `statement` moves its listeners. Only those who have a stance on an
/// issue move on it, and only statements that voice a position move anyone.
pub fn listen(listeners: Listeners<'_>, statement: &Statement, rows: &mut Vec<Shift>) {
    let scenario = listeners.scenario;
    let influence = listeners.influence[statement.speaker];
    for point in &statement.points {
        let Some(voiced) = point.voiced else { continue };
        for listener in scenario.members.ids().filter(|&id| id != statement.speaker) {
            let instructions = &scenario.derived.instructions[(listener, point.issue)];
            if !instructions.given {
                continue;
            }
            let x = listeners.positions[(listener, point.issue)];
            let lambda = listeners.flexibility[(listener, point.issue)];
            let strength = scenario.dynamics.persuasion
                * scenario.derived.trust(listener, statement.speaker)
                * influence;
            let reach = match scenario.dynamics.confidence_bound {
                Some(bound) if (voiced - x).abs() > bound => 0.0,
                _ => 1.0,
            };
            let pull = strength * lambda * point.emphasis * reach * (voiced - x);
            let anchor = strength * (1.0 - lambda) * (instructions.position - x);
            let to = instructions.red_line.clamp(x + pull + anchor);
            let moved = (to - x).abs() > 0.0;
            if moved {
                rows.push(Shift { listener, issue: point.issue, from: x, to, pull, anchor });
            }
        }
    }
}
