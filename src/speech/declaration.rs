//! On which outcomes a statement declares itself, and how.

use crate::council::{Declaration, Declared, DelegationId, Id as _, Judgement, Point, VoteChance};
use crate::vote::each_chance;

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
    let derived = &floor.room.scenario.derived;
    // Outcomes by identifier, each once, whichever of the points it bears on.
    let touched = derived.texts.ids().filter(|&outcome| {
        let touches = derived.touches.row(outcome);
        points.iter().any(|point| touches[point.issue.index()])
    });
    let votes = touched.map(|outcome| (speaker, outcome));
    each_chance(floor.room, votes, |(_, outcome), judgement, chance| {
        let stance = stance(&judgement, chance);
        declarations.extend(stance.map(|stance| Declaration {
            outcome,
            stance,
            judgement,
            chance,
        }));
    });
}

fn stance(judgement: &Judgement, chance: VoteChance) -> Option<Declared> {
    if chance.in_favour > DECLARES_IN_FAVOUR {
        Some(Declared::InFavour)
    } else if chance.against > DECLARES_OPPOSED {
        Some(Declared::Opposed)
    } else {
        (judgement.salience >= VOICES_RESERVATIONS).then_some(Declared::Reservations)
    }
}
