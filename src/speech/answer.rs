//! Whom a statement commends, and which position it criticizes.

use crate::council::{Commendation, Criticism, DelegationId, Id as _, Point};

use super::Floor;

/// How near a voiced position must be to be commended.
const COMMENDS_WITHIN: f64 = 0.15;
/// How far a voiced position must be to be criticized.
const CRITICIZES_FROM: f64 = 0.4;
/// Salience from which a delegation criticizes.
const CRITICIZES_SALIENCE: f64 = 0.6;
/// Commends the nearest friend, by affinity, that voiced a position close to the speaker's own.
pub(super) fn commend(
    floor: Floor<'_>,
    speaker: DelegationId,
    points: &[Point],
) -> Option<Commendation> {
    let mut friends = floor.room.scenario.derived.friends[speaker].iter();
    friends.find_map(|&(to, affinity)| {
        let near = |point: &&Point| {
            distance(&floor, to, point).is_some_and(|distance| distance <= COMMENDS_WITHIN)
        };
        points.iter().find(near).map(|point| Commendation { to, issue: point.issue, affinity })
    })
}

/// Criticizes the farthest position, if the speaker's style and affinity allow it. The State is
/// named only through an argument whose source is dated before the meeting.
pub(super) fn criticize(
    floor: Floor<'_>,
    speaker: DelegationId,
    points: &[Point],
) -> Option<Criticism> {
    let scenario = floor.room.scenario;
    let salience = floor.room.salience.row(speaker);
    let mut worst: Option<Criticism> = None;
    for &other in &scenario.derived.criticized[speaker] {
        for point in points {
            if salience[point.issue.index()] < CRITICIZES_SALIENCE {
                continue;
            }
            let Some(distance) = distance(&floor, other, point) else { continue };
            let farther = worst.is_none_or(|worst| distance > worst.distance);
            if distance < CRITICIZES_FROM || !farther {
                continue;
            }
            let member = &scenario.members[speaker];
            let named = point
                .argument
                .is_some_and(|argument| member.arguments[argument.index()].names == Some(other));
            let voiced = floor.voiced[(other, point.issue)].unwrap_or_default();
            worst = Some(Criticism { of: other, issue: point.issue, voiced, distance, named });
        }
    }
    worst
}

/// How far the position that `other` voiced lies from the one voiced now, if it voiced any.
fn distance(floor: &Floor<'_>, other: DelegationId, point: &Point) -> Option<f64> {
    Some((floor.voiced[(other, point.issue)]? - point.voiced?).abs())
}
