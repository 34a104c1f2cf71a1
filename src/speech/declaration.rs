//! On which outcomes a statement declares itself, and how.

use crate::council::{Declaration, Declared, DelegationId, Id as _, Judgement, Point, VoteChance};
use crate::vote::{ABSTAINS, each_chance, judge};

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
    declarations.extend(touched.map(|outcome| Declaration {
        outcome,
        stance: Declared::Undeclared,
        judgement: judge(floor.room, speaker, outcome),
        chance: ABSTAINS,
    }));
    let judged =
        declarations.iter_mut().map(|it| ((speaker, it.outcome), it.judgement.total(), it));
    each_chance(floor.room, judged, |declaration, chance| {
        declaration.chance = chance;
        declaration.stance = stance(&declaration.judgement, chance);
    });
    declarations.retain(|declaration| declaration.stance != Declared::Undeclared);
}

fn stance(judgement: &Judgement, chance: VoteChance) -> Declared {
    if chance.in_favour > DECLARES_IN_FAVOUR {
        Declared::InFavour
    } else if chance.against > DECLARES_OPPOSED {
        Declared::Opposed
    } else if judgement.salience >= VOICES_RESERVATIONS {
        Declared::Reservations
    } else {
        Declared::Undeclared
    }
}
