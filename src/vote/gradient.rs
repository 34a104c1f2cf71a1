//! What moving one delegation by one point is worth to a text.

use crate::council::{DelegationId, IssueId, OutcomeId};

use super::forecast::decision_chances;
use super::recursion::Workspace;
use super::{Room, is_bound};

/// One point of the authors' scale.
const POINT: f64 = 0.01;
/// What is worth less than this is rounding.
const NOTHING: f64 = 1e-12;

/// What moving one delegation on one issue is worth to a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// Who.
    pub who: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// P(adopted) after a move of one point toward the high end of the issue, less P(adopted) now.
    pub up: f64,
    /// The same after a move of one point toward the low end.
    pub down: f64,
}

impl Slope {
    /// What the better of the two moves is worth; below 0 where both do harm.
    pub fn best(&self) -> f64 {
        self.up.max(self.down)
    }
}

/// What each voting member with a stance is worth to `outcome`, if it moved by one point within
/// its red line; exact, by the forecast of the moved position. The largest effect first, ties by
/// delegation and issue; those without effect are left out, as are all where nobody is asked.
pub fn gradient(room: Room<'_>, outcome: OutcomeId) -> Vec<Slope> {
    let scenario = room.scenario;
    if !room.rule(outcome).is_decided_by_members() {
        return Vec::new();
    }
    let mut workspace = Workspace::default();
    let now = decision_chances(room, outcome, &mut workspace).adopted;
    let mut positions = room.positions.clone();
    let mut slopes = Vec::new();
    for &who in &scenario.derived.voting {
        if is_bound(scenario, who, outcome) {
            continue;
        }
        for aim in &room.texts[outcome].aims {
            let place = (who, aim.issue);
            let instructions = &scenario.derived.instructions[place];
            if !instructions.given {
                continue;
            }
            let from = positions[place];
            let mut worth = |by: f64| {
                positions[place] = instructions.red_line.clamp((from + by).clamp(0.0, 1.0));
                let moved = Room { positions: &positions, ..room };
                let adopted = decision_chances(moved, outcome, &mut workspace).adopted;
                positions[place] = from;
                adopted - now
            };
            let slope = Slope { who, issue: aim.issue, up: worth(POINT), down: worth(-POINT) };
            if slope.up.abs().max(slope.down.abs()) > NOTHING {
                slopes.push(slope);
            }
        }
    }
    let size = |slope: &Slope| slope.up.abs().max(slope.down.abs());
    slopes.sort_by(|a, b| size(b).total_cmp(&size(a)));
    slopes
}
