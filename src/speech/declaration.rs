//! On which outcomes a statement declares itself, and how.

use crate::council::{Declaration, Declared, DelegationId, Id as _, OutcomeId, Point};
use crate::vote::chance;

use super::Floor;

/// P(in favour) above which a delegation declares itself in favour.
const DECLARES_IN_FAVOUR: f64 = 0.75;
/// P(against) above which it declares itself opposed.
const DECLARES_OPPOSED: f64 = 0.5;
/// Mean salience from which it speaks of reservations, being neither.
const VOICES_RESERVATIONS: f64 = 0.5;

/// Declares on the outcomes that touch an issue among `points` and are decided by members.
pub(super) fn declare(
    floor: Floor<'_>,
    speaker: DelegationId,
    points: &[Point],
    declarations: &mut Vec<Declaration>,
) {
    let scenario = floor.room.scenario;
    // Outcomes by identifier, each once, whichever of the points it bears on.
    for outcome in scenario.outcomes.ids() {
        let touches = scenario.derived.touches.row(outcome);
        if points.iter().any(|point| touches[point.issue.index()]) {
            declarations.extend(declaration(floor, speaker, outcome));
        }
    }
}

fn declaration(floor: Floor<'_>, speaker: DelegationId, outcome: OutcomeId) -> Option<Declaration> {
    let (judgement, chance) = chance(floor.room, speaker, outcome);
    let stance = if chance.in_favour > DECLARES_IN_FAVOUR {
        Declared::InFavour
    } else if chance.against > DECLARES_OPPOSED {
        Declared::Opposed
    } else if judgement.salience >= VOICES_RESERVATIONS {
        Declared::Reservations
    } else {
        return None;
    };
    Some(Declaration { outcome, stance, judgement, chance })
}
