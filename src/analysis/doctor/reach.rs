//! What the vote of each member is worth to each text at the opening, exactly.
//!
//! P(adopted) is linear in the chances of any one vote, so that three forecasts for each member
//! and text give what every move of that member would do.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::council::{AdoptionRule, Columns, DelegationId, IssueId, OutcomeId, VoteChance};
use crate::scenario::Scenario;
use crate::vote::{Room, Workspace, chance, decision_chances_of, opening_positions};

use super::is_decided;

/// A forecast of weights takes the square of the members: of more than these, three for each of
/// them would take minutes.
const MOST_WEIGHED: usize = 64;

/// The texts on which members decide, at the opening.
#[derive(Debug)]
pub(super) struct Reach {
    pub(super) texts: Vec<Worth>,
    /// Whether all of them were looked at: nobody cancelled, and none would take too long.
    pub(super) is_whole: bool,
}

/// What votes are worth to one text.
#[derive(Debug)]
pub(super) struct Worth {
    pub(super) outcome: OutcomeId,
    /// P(adopted).
    pub(super) adopted: f64,
    /// P(adopted) if a voting member, in their order, were to vote in favour, abstain, vote
    /// against.
    votes: Vec<[f64; 3]>,
}

const SURE: [VoteChance; 3] = [
    VoteChance { in_favour: 1.0, abstaining: 0.0, against: 0.0 },
    VoteChance { in_favour: 0.0, abstaining: 1.0, against: 0.0 },
    VoteChance { in_favour: 0.0, abstaining: 0.0, against: 1.0 },
];

impl Reach {
    /// The texts of `scenario`, but for those that would take too long; cancelled, only those
    /// looked at so far.
    pub(super) fn of(scenario: &Scenario, cancel: &AtomicBool) -> Self {
        let positions = opening_positions(scenario);
        let room = Room::opening(scenario, &positions);
        let voting = scenario.derived.voting.len();
        let decided = || scenario.outcomes.ids().filter(|&outcome| is_decided(scenario, outcome));
        let is_light = |outcome: &OutcomeId| {
            let weighted = matches!(scenario.rule(*outcome), AdoptionRule::Weighted { .. });
            !weighted || voting <= MOST_WEIGHED
        };
        let mut workspace = Workspace::for_estimates();
        let mut texts = Vec::new();
        for outcome in decided().filter(is_light) {
            let chances: Vec<VoteChance> =
                scenario.derived.voting.iter().map(|&who| chance(room, who, outcome).1).collect();
            let mut adopted = |chances: &[VoteChance]| {
                let chances = chances.iter().copied();
                decision_chances_of(room, outcome, chances, &mut workspace).adopted
            };
            let now = adopted(&chances);
            let mut votes = Vec::with_capacity(voting);
            let mut turned = chances.clone();
            for at in 0..voting {
                if cancel.load(Ordering::Relaxed) {
                    return Self { texts, is_whole: false };
                }
                votes.push(SURE.map(|vote| {
                    turned[at] = vote;
                    adopted(&turned)
                }));
                turned[at] = chances[at];
            }
            texts.push(Worth { outcome, adopted: now, votes });
        }
        Self { texts, is_whole: decided().all(|outcome| is_light(&outcome)) }
    }

    /// P(adopted) of a text at the opening; `None` where it was not looked at.
    pub(super) fn adopted(&self, outcome: OutcomeId) -> Option<f64> {
        self.texts.iter().find(|worth| worth.outcome == outcome).map(|worth| worth.adopted)
    }
}

/// The opening positions, one of which is moved at a time.
pub(super) struct Movable<'a> {
    scenario: &'a Scenario,
    positions: Columns<DelegationId, IssueId, f64>,
}

impl<'a> Movable<'a> {
    pub(super) fn new(scenario: &'a Scenario) -> Self {
        Self { scenario, positions: opening_positions(scenario) }
    }

    /// P(adopted) of a text if the voting member at place `at` stood at `to` on `issue`.
    pub(super) fn adopted(&mut self, worth: &Worth, (at, issue): (usize, IssueId), to: f64) -> f64 {
        let place = (self.scenario.derived.voting[at], issue);
        let from = std::mem::replace(&mut self.positions[place], to);
        let room = Room::opening(self.scenario, &self.positions);
        let vote = chance(room, place.0, worth.outcome).1;
        self.positions[place] = from;
        let [in_favour, abstaining, against] = worth.votes[at];
        vote.in_favour * in_favour + vote.abstaining * abstaining + vote.against * against
    }

    /// Where the voting member at place `at` stands on the issues of a text on which it has a
    /// stance that weighs in it.
    pub(super) fn stances(&self, worth: &Worth, at: usize) -> Vec<(IssueId, f64)> {
        let who = self.scenario.derived.voting[at];
        let aims = self.scenario.outcomes[worth.outcome].aims.iter();
        aims.filter(|aim| aim.weight.get() > 0.0)
            .filter(|aim| self.scenario.derived.instructions[(who, aim.issue)].given)
            .map(|aim| (aim.issue, self.positions[(who, aim.issue)]))
            .collect()
    }
}
