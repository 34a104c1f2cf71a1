//! What is to be expected turn by turn, and the turns after which it is something else.

use crate::council::OutcomeId;
use crate::debate::{Standing, State};
use crate::scenario::Scenario;
use crate::vote::{DecisionChances, Workspace, decision_chances};

/// From so much on, a movement of a chance of adoption is a swing: ten points are what a reader
/// sees in a bar without measuring, and more than one statement moves in a settled debate.
pub const SWING: f64 = 0.10;

/// What is to be expected at one place of the cursor.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// The chances of each outcome, in the order of the file, from private positions; under a
    /// weighted rule with many members, to about three digits.
    pub chances: Vec<DecisionChances>,
    /// Whether each outcome is still undecided, in the order of the file.
    pub open: Vec<bool>,
}

impl Moment {
    pub(super) fn of(scenario: &Scenario, state: &State) -> Self {
        let room = state.room(scenario);
        // A frame does not wait for the last digit: with many members of different weights, exact
        // sums take a second, and these a few milliseconds. Other rules are exact either way.
        let mut workspace = Workspace::for_estimates();
        let outcomes = &scenario.order.outcomes;
        Self {
            chances: outcomes
                .iter()
                .map(|&outcome| decision_chances(room, outcome, &mut workspace))
                .collect(),
            open: outcomes
                .iter()
                .map(|&outcome| !matches!(state.standing[outcome], Standing::Decided(_)))
                .collect(),
        }
    }
}

/// A turn after which an outcome had another chance of adoption.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// The turn, as a place among those of its branch.
    pub turn: usize,
    /// The outcome that moved most.
    pub outcome: OutcomeId,
    /// By how much its chance of adoption moved, in -1..1.
    pub by: f64,
}

/// The swing of a turn, if it is one. What has been decided does not swing any more.
pub(super) fn swing(
    scenario: &Scenario,
    turn: usize,
    (before, after): (&Moment, &Moment),
) -> Option<Swing> {
    let outcomes = scenario.order.outcomes.iter().enumerate();
    outcomes
        .filter(|&(at, _)| before.open[at] && after.open[at])
        .map(|(at, &outcome)| {
            let by = after.chances[at].adopted - before.chances[at].adopted;
            Swing { turn, outcome, by }
        })
        .filter(|swing| swing.by.abs() >= SWING)
        .max_by(|a, b| a.by.abs().total_cmp(&b.by.abs()))
}
