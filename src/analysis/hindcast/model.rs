//! What is compared: the chances that a model gives to members and to a decision.

use std::collections::BTreeMap;

use crate::council::{DelegationId, Id as _, OutcomeId, VoteChance};
use crate::ensemble::{Ending, OutcomeCounts, Summary};
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::vote;

/// What a model expects of one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// The chances of the votes of each voting member.
    pub members: Vec<(DelegationId, VoteChance)>,
    /// P(adopted), in 0..1.
    pub adopted: f64,
}

/// Anything that says beforehand how members will vote: the exact forecast, or the shares of
/// whole debates.
pub trait Model {
    /// What it expects of `outcome`, without reading what really happened.
    fn expect(&self, scenario: &Scenario, outcome: OutcomeId) -> Expectation;
}

/// The exact forecast of the text as tabled from the opening positions (docs/model.md,
/// section 2, with nothing declared).
#[derive(Debug, Clone, Copy)]
pub struct Opening;

impl Model for Opening {
    fn expect(&self, scenario: &Scenario, outcome: OutcomeId) -> Expectation {
        of_forecast(&vote::forecast(scenario, outcome))
    }
}

/// The same, averaged over what the authors do not know: positions drawn from normal
/// distributions around those written, cut at the ends of the scale and at red lines.
#[derive(Debug, Clone, Copy)]
pub struct Uncertain {
    /// How many draws are averaged; at least one is made.
    pub draws: u32,
}

impl Model for Uncertain {
    fn expect(&self, scenario: &Scenario, outcome: OutcomeId) -> Expectation {
        let draws = self.draws.max(1);
        let uncertain = scenario.uncertain();
        let mut varied = scenario.clone();
        let mut mean: Option<Expectation> = None;
        // The seeds of the first runs of a varied ensemble, so that both look at the same draws.
        for seed in 1..=u64::from(draws) {
            varied.vary(&uncertain, Seed(seed));
            let drawn = of_forecast(&vote::forecast(&varied, outcome));
            let sum = mean.get_or_insert_with(|| drawn.map(|_| 0.0));
            sum.add(&drawn);
        }
        mean.map_or_else(
            || Opening.expect(scenario, outcome),
            |sum| sum.map(|total| total / f64::from(draws)),
        )
    }
}

impl Expectation {
    /// The same with every chance changed by `change`.
    fn map(&self, change: impl Fn(f64) -> f64) -> Self {
        let members = self.members.iter().map(|&(who, chance)| {
            let VoteChance { in_favour, abstaining, against } = chance;
            let chance = VoteChance {
                in_favour: change(in_favour),
                abstaining: change(abstaining),
                against: change(against),
            };
            (who, chance)
        });
        Self { members: members.collect(), adopted: change(self.adopted) }
    }

    fn add(&mut self, other: &Self) {
        for ((_, sum), (_, chance)) in self.members.iter_mut().zip(&other.members) {
            sum.in_favour += chance.in_favour;
            sum.abstaining += chance.abstaining;
            sum.against += chance.against;
        }
        self.adopted += other.adopted;
    }
}

/// What whole debates came to, with persuasion and bargaining: the shares of those in which the
/// outcome was put to a decision. Of outcomes that no debate put, the opening forecast.
#[derive(Debug, Clone, Default)]
pub struct Debates {
    /// One ensemble for each scenario, by its digest.
    pub ensembles: BTreeMap<String, Summary>,
}

impl Model for Debates {
    fn expect(&self, scenario: &Scenario, outcome: OutcomeId) -> Expectation {
        let counts = self.ensembles.get(&scenario.digest).map(|summary| summary.outcome(outcome));
        let asked = |counts: &&OutcomeCounts| counts.in_favour.iter().sum::<u64>() > 0;
        let Some(counts) = counts.filter(asked) else { return Opening.expect(scenario, outcome) };
        let members = scenario.derived.voting.iter().map(|&who| {
            // One vote of each kind is added: what has not been seen is not impossible.
            let seen = counts.ballots[who.index()].map(|count| count as f64 + 1.0);
            let [in_favour, abstaining, against] = seen.map(|one| one / seen.iter().sum::<f64>());
            (who, VoteChance { in_favour, abstaining, against })
        });
        let adopted = counts.endings[Ending::Adopted as usize] as f64 + 1.0;
        let decided: u64 = counts.in_favour.iter().sum();
        Expectation { members: members.collect(), adopted: adopted / (decided as f64 + 2.0) }
    }
}

fn of_forecast(forecast: &vote::Forecast) -> Expectation {
    let members = forecast.members.iter().map(|&(who, _, chance)| (who, chance)).collect();
    Expectation { members, adopted: forecast.chances.adopted }
}
