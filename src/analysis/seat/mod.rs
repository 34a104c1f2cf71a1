//! How a seat fared: its objectives, what it said beside what it was instructed, what texts are
//! worth to it in the end.

mod deeds;
mod goals;
mod many;
mod objectives;
mod words;

pub use deeds::{Deeds, Said};
pub use goals::{Achieved, SeatResult, keeps_red_lines};
pub use many::{Standing, standing};
pub use objectives::objectives;
pub use words::NO_PRODUCT;

use crate::council::{DelegationId, IssueId, OutcomeId, RedLine, is_another_position};
use crate::debate::State;
use crate::scenario::Scenario;
use crate::vote::{Room, gain, opening_positions};

/// What a seat voiced last on an issue, beside its instructions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Voiced {
    /// The issue.
    pub issue: IssueId,
    /// The position instructed at the opening, in 0..1.
    pub instructed: f64,
    /// The position voiced last, in 0..1; `None` where it voiced none.
    pub voiced: Option<f64>,
    /// Its red line, where it has one.
    pub red_line: Option<RedLine>,
    /// Whether what it voiced lies beyond its red line.
    pub beyond_red_line: bool,
}

impl Voiced {
    /// Whether what it voiced last is another position than the one instructed.
    pub fn is_against_instructions(&self) -> bool {
        self.voiced.is_some_and(|voiced| is_another_position(voiced, self.instructed))
    }
}

/// What a text is worth to a seat, in -1..1 (docs/model.md, section 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// The text.
    pub outcome: OutcomeId,
    /// As it was tabled.
    pub first: f64,
    /// As it stands now.
    pub last: f64,
}

impl Worth {
    /// The share of the first worth that was kept; `None` where the text was worth nothing.
    pub fn kept(self) -> Option<f64> {
        (self.first > 0.0).then(|| self.last / self.first)
    }
}

/// What `who` voiced on each issue on which it is instructed, in the order of the file.
pub fn voiced(scenario: &Scenario, state: &State, who: DelegationId) -> Vec<Voiced> {
    let issues = scenario.order.issues.iter().copied();
    issues
        .filter_map(|issue| {
            let stance = scenario.stances[(who, issue)].as_ref()?;
            let voiced = state.voiced[(who, issue)];
            let line = scenario.derived.instructions[(who, issue)].red_line;
            let beyond_red_line = voiced.is_some_and(|voiced| line.outside(voiced) > 1e-9);
            let instructed = stance.position.get();
            Some(Voiced { issue, instructed, voiced, red_line: stance.red_line, beyond_red_line })
        })
        .collect()
}

/// What each text with aims is worth to `who`, judged by its instructions at the opening, in the
/// order of the file.
pub fn worth(scenario: &Scenario, state: &State, who: DelegationId) -> Vec<Worth> {
    let positions = opening_positions(scenario);
    let opening = Room::opening(scenario, &positions);
    let now = Room { texts: &state.texts, ..opening };
    let outcomes = scenario.order.outcomes.iter().copied();
    outcomes
        .filter(|&outcome| !scenario.outcomes[outcome].aims.is_empty())
        .map(|outcome| Worth {
            outcome,
            first: gain(opening, who, outcome),
            last: gain(now, who, outcome),
        })
        .collect()
}
