//! All five models on the opening positions of a scenario.

use crate::council::{ByIssue, Id as _, IssueId, Table};
use crate::scenario::Scenario;

use super::actor::{Actor, Silence};
use super::challenge::{Challenge, challenge};
use super::compromise::compromise_mean;
use super::exchange::{Exchange, exchange_positions};
use super::median::{plain_median, weighted_median};
use super::nash::{Bargain, nash_bargaining};

/// What the models make of one issue; positions in 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OnIssue {
    /// How many voting members have a stance.
    pub members: usize,
    /// The median voter, weighted by influence times salience.
    pub median: Result<f64, Silence>,
    /// The median voter, one member one vote.
    pub plain_median: Result<f64, Silence>,
    /// The compromise mean.
    pub compromise: Result<f64, Silence>,
    /// The Nash bargain against the status quo.
    pub nash: Result<Bargain, Silence>,
    /// The challenge model.
    pub challenge: Result<Challenge, Silence>,
    /// The compromise mean after the exchanges.
    pub exchange: Result<f64, Silence>,
}

impl OnIssue {
    /// How far the opinions lie apart, in 0..1; none where no model says anything. A bargain that
    /// fails names no position of its own and does not count.
    pub fn spread(&self) -> Option<f64> {
        let nash = match self.nash {
            Ok(Bargain::Agreement(position)) => Some(position),
            _ => None,
        };
        let challenge = self.challenge.map(|challenge| challenge.median);
        let heard = [self.median, self.compromise, challenge, self.exchange];
        let positions = || heard.into_iter().flatten().chain(nash);
        let low = positions().reduce(f64::min)?;
        Some(positions().fold(low, f64::max) - low)
    }
}

/// The second opinions on a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinions {
    /// What the models make of each issue.
    pub issues: ByIssue<OnIssue>,
    /// The exchanges of the exchange model, in their order. A member is counted among the voting
    /// members ([`Derived::voting`](crate::scenario::Derived)), an issue among all issues.
    pub exchanges: Vec<Exchange>,
}

/// Asks all five models about the opening positions of the voting members: position, influence
/// and salience, nothing else of the scenario but the status quo.
pub fn second_opinions(scenario: &Scenario) -> Opinions {
    let issues: Vec<Vec<Option<Actor>>> =
        scenario.issues.ids().map(|issue| actors(scenario, issue)).collect();
    let traded = exchange_positions(&issues);
    let on_issue = |(at, actors): (usize, &Vec<Option<Actor>>)| {
        let present: Vec<Actor> = actors.iter().flatten().copied().collect();
        OnIssue {
            members: present.len(),
            median: weighted_median(&present),
            plain_median: plain_median(&present),
            compromise: compromise_mean(&present),
            nash: nash_bargaining(&present, scenario.issues[IssueId::at(at)].status_quo.get()),
            challenge: challenge(&present),
            exchange: traded.outcomes[at],
        }
    };
    let opinions = issues.iter().enumerate().map(on_issue).collect();
    Opinions { issues: Table::new(opinions), exchanges: traded.exchanges }
}

/// The voting members on an issue, none for those without a stance.
fn actors(scenario: &Scenario, issue: IssueId) -> Vec<Option<Actor>> {
    let voting = scenario.derived.voting.iter();
    voting
        .map(|&who| {
            scenario.stances[(who, issue)].as_ref().map(|stance| Actor {
                position: stance.position.get(),
                influence: scenario.members[who].influence.get(),
                salience: stance.salience.get(),
            })
        })
        .collect()
}
