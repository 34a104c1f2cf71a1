//! What a delegation says when it has the floor: points, declarations, whom it answers.

mod answer;
mod declaration;
mod selection;

use crate::council::{
    ByDelegation, ByIssue, Capacity, Columns, Declaration, DelegationId, IssueId, OutcomeId, Point,
    Statement, StatementPurpose,
};
use crate::stream::Seed;
use crate::vote::{Room, gain_on};

pub(crate) use selection::argument;

/// What a speaker knows when it takes the floor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Floor<'a> {
    /// The seed of the debate.
    pub(crate) seed: Seed,
    /// The key of the stage.
    pub(crate) stage: u64,
    /// What it looks at when it judges an outcome.
    pub(crate) room: Room<'a>,
    /// The position each delegation last voiced on each issue, in 0..1.
    pub(crate) voiced: &'a Columns<DelegationId, IssueId, Option<f64>>,
    /// How hot each issue is, in 0..1.
    pub(crate) heat: &'a ByIssue<f64>,
    /// How often each delegation has spoken.
    pub(crate) spoken: &'a ByDelegation<u32>,
}

type Buffers = (Vec<Point>, Vec<Declaration>);

/// The statement of `speaker`, written into these empty buffers.
pub(crate) fn statement(
    floor: Floor<'_>,
    (speaker, capacity): (DelegationId, Capacity),
    minutes: f64,
    (mut points, mut declarations): Buffers,
) -> Statement {
    let empty = Statement::empty(speaker, (capacity, StatementPurpose::Debate), minutes);
    if capacity == Capacity::Briefer {
        selection::briefing(floor, speaker, &mut points);
        // Buffers go with the statement, empty or not: it gives them back.
        return Statement { points, declarations, ..empty };
    }
    selection::select(floor, speaker, &mut points);
    declaration::declare(floor, speaker, &points, &mut declarations);
    let commends = answer::commend(floor, speaker, &points);
    let criticizes = answer::criticize(floor, speaker, &points);
    Statement { points, declarations, commends, criticizes, ..empty }
}

/// A further statement of `speaker`: it states its position again on the issue on which it was
/// criticized, and criticizes nobody.
pub(crate) fn further_statement(
    floor: Floor<'_>,
    (speaker, issue): (DelegationId, IssueId),
    minutes: f64,
    (mut points, declarations): Buffers,
) -> Statement {
    points.push(selection::point(floor, speaker, issue));
    let what = (Capacity::National, StatementPurpose::Further);
    Statement { points, declarations, ..Statement::empty(speaker, what, minutes) }
}

/// What `speaker` says around the decision on a text: about the issue that weighs most against
/// the text in its eyes.
pub(crate) fn on_a_text(
    floor: Floor<'_>,
    (speaker, outcome): (DelegationId, OutcomeId),
    (purpose, minutes): (StatementPurpose, f64),
    mut points: Vec<Point>,
) -> Statement {
    let against = |issue: IssueId| gain_on(floor.room, speaker, (outcome, issue));
    let aims = floor.room.texts[outcome].aims.iter().map(|aim| aim.issue);
    let worst =
        aims.reduce(|worst, next| if against(next) < against(worst) { next } else { worst });
    points.extend(worst.map(|issue| selection::point(floor, speaker, issue)));
    Statement { points, ..Statement::empty(speaker, (Capacity::National, purpose), minutes) }
}
