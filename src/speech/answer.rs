//! Whom a statement commends, and which position it criticizes.

use crate::council::{Commendation, Criticism, DelegationId, Point, Style};

use super::Floor;

/// Affinity from which an earlier speaker is commended.
const COMMENDS_FROM: f64 = 0.3;
/// How near a voiced position must be to be commended.
const COMMENDS_WITHIN: f64 = 0.15;
/// How far a voiced position must be to be criticized.
const CRITICIZES_FROM: f64 = 0.4;
/// Salience from which a delegation criticizes.
const CRITICIZES_SALIENCE: f64 = 0.6;
/// Affinity down to which a measured delegation still does not criticize.
const MEASURED_CRITICIZES_AT: f64 = -0.5;

/// Commends the nearest friend, by affinity, that voiced a position close to the speaker's own.
pub(super) fn commend(
    floor: Floor<'_>,
    speaker: DelegationId,
    points: &[Point],
) -> Option<Commendation> {
    let mut best: Option<Commendation> = None;
    for (point, other, distance) in answered(floor, speaker, points) {
        let affinity = floor.scenario.derived.affinity[(speaker, other)];
        let near = affinity >= COMMENDS_FROM && distance <= COMMENDS_WITHIN;
        if near && best.is_none_or(|b| affinity > b.affinity) {
            best = Some(Commendation { to: other, issue: point.issue, affinity });
        }
    }
    best
}

/// Criticizes the farthest position, if the speaker's style and affinity allow it. The State is
/// named only through an argument whose source is dated before the meeting.
pub(super) fn criticize(
    floor: Floor<'_>,
    speaker: DelegationId,
    points: &[Point],
) -> Option<Criticism> {
    let scenario = floor.scenario;
    let member = &scenario.members[speaker];
    let mut worst: Option<Criticism> = None;
    for (point, other, distance) in answered(floor, speaker, points) {
        let affinity = scenario.derived.affinity[(speaker, other)];
        let allowed = match member.style {
            Style::Candid => affinity < 0.0,
            Style::Measured => affinity <= MEASURED_CRITICIZES_AT,
            Style::Guarded => false,
        };
        let salient =
            scenario.derived.instructions[(speaker, point.issue)].salience >= CRITICIZES_SALIENCE;
        if allowed
            && salient
            && distance >= CRITICIZES_FROM
            && worst.is_none_or(|w| distance > w.distance)
        {
            let named = point.argument.is_some_and(|argument| {
                member.arguments[crate::council::Id::index(argument)].names == Some(other)
            });
            worst = Some(Criticism {
                of: other,
                issue: point.issue,
                voiced: floor.voiced[(other, point.issue)].unwrap_or_default(),
                distance,
                named,
            });
        }
    }
    worst
}

/// The earlier speakers that voiced a position on an issue among `points`, with its distance
/// from the one voiced now.
fn answered<'a>(
    floor: Floor<'a>,
    speaker: DelegationId,
    points: &'a [Point],
) -> impl Iterator<Item = (&'a Point, DelegationId, f64)> {
    points.iter().flat_map(move |point| {
        floor.scenario.members.ids().filter(move |&other| other != speaker).filter_map(
            move |other| {
                let theirs = floor.voiced[(other, point.issue)]?;
                Some((point, other, (theirs - point.voiced?).abs()))
            },
        )
    })
}
