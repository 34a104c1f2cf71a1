//! From a judgement to the chances of a vote, and to a ballot.
//!
//! docs/model.md, section 2: ordered logit (Bailey, Strezhnev & Voeten 2017).

use crate::council::{DelegationId, Judgement, OutcomeId, Prescribed, Thresholds, VoteChance};
use crate::math;
use crate::scenario::{Dynamics, Scenario};

use super::gain::judgement;
use super::{Ballot, Room};

/// The chances of the votes of `who` on `outcome`, with the judgement they follow from.
pub fn chance(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> (Judgement, VoteChance) {
    let judgement = judgement(&room, who, outcome);
    (judgement, chance_at(&room, (who, outcome), judgement.total()))
}

/// The chances of the votes of `who` on `outcome` at judgement `g`.
///
/// A party to the dispute abstains (Charter, Article 27 (3)); a sponsor votes in favour.
pub fn chance_of(room: Room<'_>, who: DelegationId, outcome: OutcomeId, g: f64) -> VoteChance {
    chance_at(&room, (who, outcome), g)
}

/// The same of a room that is looked at often.
#[expect(clippy::inline_always, reason = "asked hundreds of times in each debate")]
#[inline(always)]
pub(super) fn chance_at(
    room: &Room<'_>,
    (who, outcome): (DelegationId, OutcomeId),
    g: f64,
) -> VoteChance {
    let odds = math::exp(exponent_of(room, (who, outcome), g));
    chance_by_odds(room, (who, outcome), (g, odds))
}

/// A vote: who casts it, on what.
pub(crate) type Vote = (DelegationId, OutcomeId);

/// Abstention: what stands in place of chances until they are worked out.
pub(crate) const ABSTAINS: VoteChance =
    VoteChance { in_favour: 0.0, abstaining: 1.0, against: 0.0 };

/// Tells `of` each of these votes, in order, with its chances at the judgement g that comes with
/// it, as `chance_of` would one by one.
pub(crate) fn each_chance<T>(
    room: Room<'_>,
    judged: impl IntoIterator<Item = (Vote, f64, T)>,
    mut of: impl FnMut(T, VoteChance),
) {
    let exponents =
        judged.into_iter().map(|(vote, g, item)| (exponent_of(&room, vote, g), (vote, g, item)));
    math::in_lanes(exponents, math::exp_each, |(vote, g, item), odds| {
        of(item, chance_by_odds(&room, vote, (g, odds)));
    });
}

/// What e is raised to for the odds that a vote at judgement `g` is not in favour.
pub(super) fn exponent_of(room: &Room<'_>, (who, outcome): Vote, g: f64) -> f64 {
    exponent(thresholds(room, who, outcome), room.scenario.dynamics.noise, g)
}

/// The chances of a vote at judgement g, where those are the odds that it is not in favour.
#[expect(clippy::inline_always, reason = "asked hundreds of times in each debate")]
#[inline(always)]
pub(super) fn chance_by_odds(
    room: &Room<'_>,
    (who, outcome): Vote,
    (g, odds): (f64, f64),
) -> VoteChance {
    match room.scenario.derived.prescribed[(outcome, who)] {
        Prescribed::Free => {
            at_odds(thresholds(room, who, outcome), room.scenario.dynamics.noise, g, odds)
        }
        Prescribed::InFavour => VoteChance { in_favour: 1.0, abstaining: 0.0, against: 0.0 },
        Prescribed::Abstention => ABSTAINS,
    }
}

/// The ballot that a rule prescribes, where one does.
pub(crate) fn bound(scenario: &Scenario, who: DelegationId, outcome: OutcomeId) -> Option<Ballot> {
    match scenario.derived.prescribed[(outcome, who)] {
        Prescribed::Free => None,
        Prescribed::InFavour => Some(Ballot::InFavour),
        Prescribed::Abstention => Some(Ballot::Abstaining),
    }
}

/// The chances of a vote at judgement `g` where no rule prescribes it.
pub(crate) fn free_chance(
    room: Room<'_>,
    who: DelegationId,
    outcome: OutcomeId,
    g: f64,
) -> VoteChance {
    by_odds(thresholds(&room, who, outcome), room.scenario.dynamics.noise, g)
}

/// The chances at judgement `g`. The odds of a vote in favour are those of one against but for a
/// factor, so that one exponential gives both.
#[expect(clippy::inline_always, reason = "asked hundreds of times in each debate")]
#[inline(always)]
pub(super) fn by_odds(thresholds: Thresholds, noise: f64, g: f64) -> VoteChance {
    at_odds(thresholds, noise, g, math::exp(exponent(thresholds, noise, g)))
}

/// -(g - `θ_yes`) / β: e to this power are the odds of no vote in favour; infinite at noise 0.
fn exponent(thresholds: Thresholds, noise: f64, g: f64) -> f64 {
    if noise > 0.0 { (thresholds.yes - g) / noise } else { f64::INFINITY }
}

/// The chances at judgement `g`, where the odds of no vote in favour are `odds`.
#[expect(clippy::inline_always, reason = "asked hundreds of times in each debate")]
#[inline(always)]
fn at_odds(thresholds: Thresholds, noise: f64, g: f64, odds: f64) -> VoteChance {
    let Thresholds { yes, no, ratio } = thresholds;
    let (in_favour, against) = if odds.is_finite() && ratio.is_finite() {
        (1.0 / (1.0 + odds), odds / (odds + ratio))
    } else {
        (above(g - yes, noise), above(-g - no, noise))
    };
    VoteChance { in_favour, abstaining: (1.0 - in_favour - against).max(0.0), against }
}

/// P(margin + ε > 0) for a logistic draw ε of scale `noise`.
#[inline(never)]
fn above(margin: f64, noise: f64) -> f64 {
    if noise > 0.0 {
        math::logistic(margin / noise)
    } else if margin > 0.0 {
        1.0
    } else {
        0.0
    }
}

/// The thresholds of `who` on `outcome` in its present form.
pub(crate) fn thresholds(room: &Room<'_>, who: DelegationId, outcome: OutcomeId) -> Thresholds {
    room.scenario.derived.thresholds[who][room.texts[outcome].form as usize]
}

/// The ballot of `who` on `outcome` at judgement `g` and the logistic draw ε already scaled by β.
pub(crate) fn ballot(
    room: Room<'_>,
    (who, outcome): (DelegationId, OutcomeId),
    g: f64,
    epsilon: f64,
) -> Ballot {
    if let Some(ballot) = bound(room.scenario, who, outcome) {
        return ballot;
    }
    free_ballot(room, (who, outcome), g + epsilon)
}

/// The ballot at judgement and draw together, where no rule prescribes it.
pub(crate) fn free_ballot(
    room: Room<'_>,
    (who, outcome): (DelegationId, OutcomeId),
    g: f64,
) -> Ballot {
    let Thresholds { yes, no, .. } = thresholds(&room, who, outcome);
    by_thresholds(g, yes, no)
}

fn by_thresholds(g: f64, yes: f64, no: f64) -> Ballot {
    if g > yes {
        Ballot::InFavour
    } else if g < -no {
        Ballot::Against
    } else {
        Ballot::Abstaining
    }
}

/// The chances of a vote on a question of procedure at judgement `g`.
pub(crate) fn procedural_chance(scenario: &Scenario, g: f64) -> VoteChance {
    let Dynamics { noise, threshold_yes, threshold_no, .. } = scenario.dynamics;
    let (in_favour, against) = (above(g - threshold_yes, noise), above(-g - threshold_no, noise));
    VoteChance { in_favour, abstaining: (1.0 - in_favour - against).max(0.0), against }
}

/// The ballot on a question of procedure at judgement and draw together.
pub(crate) fn procedural_ballot(scenario: &Scenario, g: f64) -> Ballot {
    by_thresholds(g, scenario.dynamics.threshold_yes, scenario.dynamics.threshold_no)
}

/// Whether a rule leaves `who` no choice on `outcome`.
pub(crate) fn is_bound(scenario: &Scenario, who: DelegationId, outcome: OutcomeId) -> bool {
    bound(scenario, who, outcome).is_some()
}
