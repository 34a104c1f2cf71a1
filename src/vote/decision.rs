//! From a judgement to the chances of a vote, and to a ballot.
//!
//! docs/model.md, section 2: ordered logit (Bailey, Strezhnev & Voeten 2017).

use crate::council::{AdoptionRule, DelegationId, Judgement, Membership, OutcomeId, VoteChance};
use crate::math;
use crate::scenario::Scenario;

use super::{Ballot, Room, judge};

/// What a full veto reluctance adds to the threshold of a vote against.
const VETO_RELUCTANCE_SCALE: f64 = 0.20;

/// The chances of the votes of `who` on `outcome`, with the judgement they follow from.
pub fn chance(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> (Judgement, VoteChance) {
    let judgement = judge(room, who, outcome);
    (judgement, chance_of(room.scenario, who, outcome, judgement.total()))
}

/// The chances of the votes of `who` on `outcome` at judgement `g`.
///
/// A party to the dispute abstains (Charter, Article 27 (3)); a sponsor votes in favour.
pub fn chance_of(scenario: &Scenario, who: DelegationId, outcome: OutcomeId, g: f64) -> VoteChance {
    match bound(scenario, who, outcome) {
        Some(Ballot::Abstaining) => VoteChance { in_favour: 0.0, abstaining: 1.0, against: 0.0 },
        Some(_) => VoteChance { in_favour: 1.0, abstaining: 0.0, against: 0.0 },
        None => free_chance(scenario, who, outcome, g),
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

fn free_chance(scenario: &Scenario, who: DelegationId, outcome: OutcomeId, g: f64) -> VoteChance {
    let noise = scenario.dynamics.noise;
    let (yes, no) = thresholds(scenario, who, outcome);
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

/// The thresholds for a vote in favour and for one against; a signature can only be withheld.
fn thresholds(scenario: &Scenario, who: DelegationId, outcome: OutcomeId) -> (f64, Option<f64>) {
    let dynamics = &scenario.dynamics;
    let member = &scenario.members[who];
    match &scenario.rules[outcome] {
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
    scenario: &Scenario,
    (who, outcome): (DelegationId, OutcomeId),
    g: f64,
    epsilon: f64,
) -> Ballot {
    if let Some(ballot) = bound(scenario, who, outcome) {
        return ballot;
    }
    let (yes, no) = thresholds(scenario, who, outcome);
    if g + epsilon > yes {
        Ballot::InFavour
    } else if no.is_some_and(|no| g + epsilon < -no) {
        Ballot::Against
    } else {
        Ballot::Abstaining
    }
}

/// Whether a rule leaves `who` no choice on `outcome`.
pub(crate) fn is_bound(scenario: &Scenario, who: DelegationId, outcome: OutcomeId) -> bool {
    bound(scenario, who, outcome).is_some()
}
