//! From a judgement to the chances of a vote, and to a ballot.
//!
//! docs/model.md, section 2: ordered logit (Bailey, Strezhnev & Voeten 2017).

use crate::council::{AdoptionRule, DelegationId, Judgement, Membership, OutcomeId, VoteChance};
use crate::math;
use crate::scenario::{Dynamics, Scenario};

use super::{Ballot, Room, judge};

/// What a full veto reluctance adds to the threshold of a vote against.
const VETO_RELUCTANCE_SCALE: f64 = 0.20;

/// The chances of the votes of `who` on `outcome`, with the judgement they follow from.
pub fn chance(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> (Judgement, VoteChance) {
    let judgement = judge(room, who, outcome);
    (judgement, chance_of(room, who, outcome, judgement.total()))
}

/// The chances of the votes of `who` on `outcome` at judgement `g`.
///
/// A party to the dispute abstains (Charter, Article 27 (3)); a sponsor votes in favour.
pub fn chance_of(room: Room<'_>, who: DelegationId, outcome: OutcomeId, g: f64) -> VoteChance {
    match bound(room.scenario, who, outcome) {
        Some(Ballot::Abstaining) => VoteChance { in_favour: 0.0, abstaining: 1.0, against: 0.0 },
        Some(_) => VoteChance { in_favour: 1.0, abstaining: 0.0, against: 0.0 },
        None => free_chance(room, who, outcome, g),
    }
}

/// The ballot that a rule prescribes, where one does.
fn bound(scenario: &Scenario, who: DelegationId, outcome: OutcomeId) -> Option<Ballot> {
    let proposal = &scenario.outcomes[outcome];
    if proposal.parties.contains(&who) {
        Some(Ballot::Abstaining)
    } else if proposal.sponsors.contains(&who) {
        Some(Ballot::InFavour)
    } else {
        None
    }
}

/// The chances of a vote at judgement `g` where no rule prescribes it.
pub(crate) fn free_chance(
    room: Room<'_>,
    who: DelegationId,
    outcome: OutcomeId,
    g: f64,
) -> VoteChance {
    let noise = room.scenario.dynamics.noise;
    let (yes, no) = thresholds(room, who, outcome);
    let in_favour = above(g - yes, noise);
    let against = no.map_or(0.0, |no| above(-g - no, noise));
    VoteChance { in_favour, abstaining: (1.0 - in_favour - against).max(0.0), against }
}

/// P(margin + ε > 0) for a logistic draw ε of scale `noise`.
fn above(margin: f64, noise: f64) -> f64 {
    if noise > 0.0 {
        math::logistic(margin / noise)
    } else if margin > 0.0 {
        1.0
    } else {
        0.0
    }
}

/// The thresholds for a vote in favour and for one against, in -1..1; a signature can only be
/// withheld.
pub(crate) fn thresholds(
    room: Room<'_>,
    who: DelegationId,
    outcome: OutcomeId,
) -> (f64, Option<f64>) {
    let dynamics = &room.scenario.dynamics;
    let member = &room.scenario.members[who];
    match room.rule(outcome) {
        AdoptionRule::Signature => (dynamics.threshold_sign, None),
        AdoptionRule::Consensus => (dynamics.threshold_yes, Some(dynamics.threshold_object)),
        rule if rule.has_veto() && member.membership == Membership::Permanent => (
            dynamics.threshold_yes,
            Some(dynamics.threshold_no + member.veto_reluctance.get() * VETO_RELUCTANCE_SCALE),
        ),
        _ => (dynamics.threshold_yes, Some(dynamics.threshold_no)),
    }
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
    let (yes, no) = thresholds(room, who, outcome);
    by_thresholds(g, yes, no)
}

fn by_thresholds(g: f64, yes: f64, no: Option<f64>) -> Ballot {
    if g > yes {
        Ballot::InFavour
    } else if no.is_some_and(|no| g < -no) {
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
    by_thresholds(g, scenario.dynamics.threshold_yes, Some(scenario.dynamics.threshold_no))
}

/// Whether a rule leaves `who` no choice on `outcome`.
pub(crate) fn is_bound(scenario: &Scenario, who: DelegationId, outcome: OutcomeId) -> bool {
    bound(scenario, who, outcome).is_some()
}
