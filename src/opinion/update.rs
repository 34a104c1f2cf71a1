//! The step of Friedkin & Johnsen (1990), one speaker at a time (docs/model.md, section 4).

use serde::{Deserialize, Serialize};

use crate::council::{
    ByDelegation, Columns, DelegationId, Grid, Id as _, IssueId, Point, Statement,
};
use crate::scenario::{Instructions, Scenario};

/// The state of those who listen.
#[derive(Debug, Clone, Copy)]
pub struct Listeners<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Instructions from capital as they stand, a, in 0..1.
    pub capital: &'a Columns<DelegationId, IssueId, f64>,
    /// Private positions x, in 0..1.
    pub positions: &'a Columns<DelegationId, IssueId, f64>,
    /// Flexibility λ as it stands, in 0..1: being criticized by name lowers it.
    pub flexibility: &'a Columns<DelegationId, IssueId, f64>,
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
    let mut unmoved = false;
    for point in &statement.points {
        let Some(voiced) = point.voiced else { continue };
        let holders = &listeners.scenario.derived.holders[point.issue][..];
        // Everybody listens but the speaker, whose place is in the middle of the sorted list.
        let (before, after) = match holders.binary_search(&statement.speaker) {
            Ok(own) => (&holders[..own], &holders[own + 1..]),
            Err(_) => (holders, &[][..]),
        };
        let voice = Voice::new(listeners, statement.speaker, (point, voiced));
        rows.extend(before.iter().chain(after).map(|&listener| {
            let shift = voice.shift(listener);
            unmoved |= !shift.is_movement();
            shift
        }));
    }
    if unmoved {
        rows.retain(Shift::is_movement);
    }
}

impl Shift {
    fn is_movement(&self) -> bool {
        (self.to - self.from).abs() > 0.0
    }
}

/// A point as it is heard by those who have a stance on its issue.
struct Voice<'a> {
    issue: IssueId,
    voiced: f64,
    emphasis: f64,
    persuasion: f64,
    influence: f64,
    bound: f64,
    /// Trust of each delegation toward the speaker.
    trust: &'a [f64],
    instructions: &'a Grid<DelegationId, IssueId, Instructions>,
    capital: &'a [f64],
    positions: &'a [f64],
    flexibility: &'a [f64],
}

impl<'a> Voice<'a> {
    fn new(
        listeners: Listeners<'a>,
        speaker: DelegationId,
        (point, voiced): (&Point, f64),
    ) -> Self {
        let Scenario { derived, dynamics, .. } = listeners.scenario;
        Self {
            issue: point.issue,
            voiced,
            emphasis: point.emphasis,
            persuasion: dynamics.persuasion,
            influence: listeners.influence[speaker],
            bound: dynamics.confidence_bound.unwrap_or(f64::INFINITY),
            trust: derived.trusted.row(speaker),
            instructions: &derived.instructions,
            capital: listeners.capital.column(point.issue),
            positions: listeners.positions.column(point.issue),
            flexibility: listeners.flexibility.column(point.issue),
        }
    }

    #[inline]
    fn shift(&self, listener: DelegationId) -> Shift {
        let (x, lambda) = (self.positions[listener.index()], self.flexibility[listener.index()]);
        let Instructions { red_line, .. } = self.instructions[(listener, self.issue)];
        let instructed = self.capital[listener.index()];
        let strength = self.persuasion * self.trust[listener.index()] * self.influence;
        let away = self.voiced - x;
        let heard = if away.abs() > self.bound { 0.0 } else { self.emphasis };
        let pull = strength * lambda * heard * away;
        let anchor = strength * (1.0 - lambda) * (instructed - x);
        let to = red_line.clamp(x + pull + anchor);
        Shift { listener, issue: self.issue, from: x, to, pull, anchor }
    }
}
