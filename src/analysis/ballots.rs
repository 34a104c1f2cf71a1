//! How many votes a text would have, and in how many of these cases a veto would be cast.

use crate::council::{AdoptionRule, Membership, OutcomeId, VoteChance};
use crate::vote::{Forecast, Room, from_room};

/// What is counted when a text is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Votes in favour; adopted from so many on, and without a veto where there is one.
    InFavor {
        /// How many are needed; none where the rule weighs members.
        needed: Option<usize>,
        /// Whether a permanent member's vote against prevents adoption.
        veto: bool,
    },
    /// Objections; adopted where there is none.
    Objections,
    /// Signatures of the sponsors among all.
    Signatures,
    /// Nothing: nobody is asked.
    Nothing,
}

/// The chances of each number.
#[derive(Debug, Clone, PartialEq)]
pub struct Ballots {
    /// What is counted.
    pub counted: Counted,
    /// For each number from 0 to all voting members, the chance of it without a veto and with one.
    pub chances: Vec<[f64; 2]>,
    /// The forecast from which it follows.
    pub forecast: Forecast,
}

/// The chances of each number of votes, objections or signatures on `outcome` in this room.
pub fn ballots(room: Room<'_>, outcome: OutcomeId) -> Ballots {
    let scenario = room.scenario;
    let forecast = from_room(room, outcome);
    let rule = scenario.rules.of(room.texts[outcome].form);
    let counted = match rule {
        AdoptionRule::Vote { threshold, veto, .. } => Counted::InFavor {
            needed: Some(threshold.votes_needed(scenario.derived.voting.len())),
            veto: *veto,
        },
        AdoptionRule::Weighted { .. } => Counted::InFavor { needed: None, veto: false },
        AdoptionRule::Consensus => Counted::Objections,
        AdoptionRule::Signature => Counted::Signatures,
        AdoptionRule::Authority => Counted::Nothing,
    };
    let voters = forecast.members.iter().map(|&(who, _, chance)| {
        let permanent = scenario.members[who].membership == Membership::Permanent;
        (chance, permanent)
    });
    let chances = match counted {
        Counted::InFavor { veto, .. } => {
            numbers(voters.map(|(chance, permanent)| (chance, veto && permanent)))
        }
        Counted::Signatures => numbers(voters.map(|(chance, _)| (chance, false))),
        // Who objects is counted as others count votes.
        Counted::Objections => numbers(voters.map(|(chance, _)| {
            let VoteChance { in_favour, abstaining, against } = chance;
            let turned = VoteChance { in_favour: against, abstaining, against: in_favour };
            (turned, false)
        })),
        Counted::Nothing => Vec::new(),
    };
    Ballots { counted, chances, forecast }
}

/// The chances of each number in favour, without a vote against by any holder of a veto and with
/// one; the second of a voter says whether it holds one.
fn numbers(voters: impl Iterator<Item = (VoteChance, bool)>) -> Vec<[f64; 2]> {
    let mut found = vec![[1.0, 0.0]];
    for (chance, holds_veto) in voters {
        let mut next = vec![[0.0; 2]; found.len() + 1];
        let VoteChance { in_favour, abstaining, against } = chance;
        let (stays, vetoes) =
            if holds_veto { (abstaining, against) } else { (abstaining + against, 0.0) };
        for (count, [free, vetoed]) in found.into_iter().enumerate() {
            next[count + 1][0] += free * in_favour;
            next[count + 1][1] += vetoed * in_favour;
            next[count][0] += free * stays;
            next[count][1] += vetoed * (stays + vetoes) + free * vetoes;
        }
        found = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analysis::example;
    use crate::vote::opening_positions;

    use super::*;

    #[test]
    fn two_coins_and_a_veto_by_hand() {
        let coin = VoteChance { in_favour: 0.5, abstaining: 0.25, against: 0.25 };
        let found = numbers([(coin, true), (coin, false)].into_iter());
        // In favour both 1/4, one 1/2, none 1/4; of these with a vote against by the first:
        // none, 1/8, 1/8.
        assert_eq!(found, [[0.125, 0.125], [0.375, 0.125], [0.25, 0.0]]);
    }

    #[test]
    fn the_parts_agree_with_the_chances_of_the_decision() {
        let record = example::record();
        let scenario = &record.scenario;
        let positions = opening_positions(scenario);
        for outcome in scenario.outcomes.ids() {
            let found = ballots(Room::opening(scenario, &positions), outcome);
            let sum: f64 = found.chances.iter().flatten().sum();
            let chances = found.forecast.chances;
            match found.counted {
                Counted::InFavor { needed: Some(needed), .. } => {
                    let from = |at: usize| found.chances[needed..].iter().map(|it| it[at]).sum();
                    let (adopted, vetoed): (f64, f64) = (from(0), from(1));
                    assert!((adopted - chances.adopted).abs() < 1e-9);
                    assert!((vetoed - chances.vetoed).abs() < 1e-9);
                    assert!((sum - 1.0).abs() < 1e-9);
                }
                Counted::Objections => {
                    assert!((found.chances[0][0] - chances.adopted).abs() < 1e-9);
                }
                Counted::InFavor { needed: None, .. } | Counted::Signatures => {
                    assert!((sum - 1.0).abs() < 1e-9);
                }
                Counted::Nothing => assert!(found.chances.is_empty()),
            }
        }
    }
}
