//! What a delegation says when it has the floor: points, declarations, whom it answers.

mod answer;
mod declaration;
mod selection;

use crate::council::{
    ByDelegation, ByIssue, Capacity, Declaration, Declared, DelegationId, Grid, IssueId, OutcomeId,
    Point, Statement,
};
use crate::scenario::Scenario;
use crate::stream::Seed;

/// What a speaker knows when it takes the floor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Floor<'a> {
    /// The scenario.
    pub(crate) scenario: &'a Scenario,
    /// The seed of the debate.
    pub(crate) seed: Seed,
    /// The key of the stage.
    pub(crate) stage: u64,
    /// Private positions, in 0..1.
    pub(crate) positions: &'a Grid<DelegationId, IssueId, f64>,
    /// The position each delegation last voiced on each issue, in 0..1.
    pub(crate) voiced: &'a Grid<DelegationId, IssueId, Option<f64>>,
    /// What has been declared so far.
    pub(crate) declared: &'a Grid<OutcomeId, DelegationId, Declared>,
    /// How hot each issue is, in 0..1.
    pub(crate) heat: &'a ByIssue<f64>,
    /// How often each delegation has spoken.
    pub(crate) spoken: &'a ByDelegation<u32>,
}

/// The statement of `speaker`, written into these empty buffers.
pub(crate) fn statement(
    floor: Floor<'_>,
    speaker: DelegationId,
    capacity: Capacity,
    (mut points, mut declarations): (Vec<Point>, Vec<Declaration>),
) -> Statement {
    if capacity == Capacity::Briefer {
        selection::briefing(floor, speaker, &mut points);
        return Statement {
            speaker,
            capacity,
            points,
            declarations,
            commends: None,
            criticizes: None,
        };
    }
    selection::select(floor, speaker, &mut points);
    declaration::declare(floor, speaker, &points, &mut declarations);
    let commends = answer::commend(floor, speaker, &points);
    let criticizes = answer::criticize(floor, speaker, &points);
    Statement { speaker, capacity, points, declarations, commends, criticizes }
}
