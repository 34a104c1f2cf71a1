//! Which objectives of a seat are met, as the debate stands.

use crate::council::{AdoptionRule, Declared, DelegationId, Goal, IssueId, Objective, OutcomeId};
use crate::debate::{Standing, State};
use crate::scenario::Scenario;
use crate::vote::{Ballot, Decision, Room, judge};

use super::objectives::objectives;
use super::voiced;

/// An objective, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Achieved {
    /// The objective.
    pub objective: Objective,
    /// Whether it is met.
    pub met: bool,
    /// How many members support the outcome, where that is the question.
    pub count: Option<u32>,
}

/// How a seat fared.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatResult {
    /// Whose.
    pub who: DelegationId,
    /// Its objectives, in the order of its brief.
    pub objectives: Vec<Achieved>,
}

impl SeatResult {
    /// How `who` fares as the debate stands in `state`.
    pub fn of(scenario: &Scenario, state: &State, who: DelegationId) -> Self {
        let goals = objectives(scenario, who);
        Self { who, objectives: judged(scenario, state, (who, &goals)) }
    }

    /// The points of the objectives that are met.
    pub fn points(&self) -> f64 {
        points(&self.objectives)
    }

    /// The points of all objectives.
    pub fn possible(&self) -> f64 {
        self.objectives.iter().map(|it| it.objective.points).sum()
    }
}

pub(super) fn points(achieved: &[Achieved]) -> f64 {
    achieved.iter().filter(|it| it.met).map(|it| it.objective.points).sum()
}

pub(super) fn judged(
    scenario: &Scenario,
    state: &State,
    (who, objectives): (DelegationId, &[Objective]),
) -> Vec<Achieved> {
    let achieved = |objective: &Objective| {
        let (met, count) = match objective.goal {
            Goal::Adopted(outcome) => (is_adopted(state, outcome), None),
            Goal::NotAdopted(outcome) => (!is_adopted(state, outcome), None),
            Goal::Support { outcome, at_least } => {
                let count = support(scenario, state, outcome);
                (count >= at_least, Some(count))
            }
            Goal::KeepRedLines => (keeps_red_lines(scenario, state, who), None),
            Goal::Raise(issue) => (is_raised(scenario, state, (who, issue)), None),
            Goal::NotIsolated => (!is_isolated(scenario, state, who), None),
        };
        Achieved { objective: *objective, met, count }
    };
    objectives.iter().map(achieved).collect()
}

/// Whether a delegation has spoken of an issue, and for about what it is instructed: whoever speaks
/// against its instructions has not done what capital asked.
fn is_raised(scenario: &Scenario, state: &State, (who, issue): (DelegationId, IssueId)) -> bool {
    let instructed = voiced(scenario, state, who).into_iter().find(|it| it.issue == issue);
    state.voiced[(who, issue)].is_some()
        && instructed.is_none_or(|it| !it.is_against_instructions())
}

fn is_adopted(state: &State, outcome: OutcomeId) -> bool {
    state.standing[outcome] == Standing::Decided(Decision::Adopted)
}

/// How many voting members support an outcome: those that voted in favour or signed; where nothing
/// was voted on, those that declared themselves in favour, and, of a text agreed by all, all that
/// did not object.
fn support(scenario: &Scenario, state: &State, outcome: OutcomeId) -> u32 {
    let voting = &scenario.derived.voting;
    let rule = state.room(scenario).rule(outcome);
    let is_cast = voting.iter().any(|&who| state.ballots[(who, outcome)].is_some());
    let supports = |who: &&DelegationId| {
        let declared = state.declared[(outcome, **who)] == Declared::InFavour;
        match (state.ballots[(**who, outcome)], rule) {
            _ if !is_cast => declared,
            (Some(ballot), AdoptionRule::Consensus) if is_adopted(state, outcome) => {
                ballot != Ballot::Against
            }
            (_, AdoptionRule::Consensus) => declared,
            (ballot, _) => ballot == Some(Ballot::InFavour),
        }
    };
    voting.iter().filter(supports).count() as u32
}

/// Whether no text was adopted that crosses a red line of `who`; a joint statement binds those
/// alone that signed it.
pub fn keeps_red_lines(scenario: &Scenario, state: &State, who: DelegationId) -> bool {
    let room = state.room(scenario);
    !scenario.outcomes.ids().any(|outcome| {
        let binds = match room.rule(outcome) {
            AdoptionRule::Signature => state.ballots[(who, outcome)] == Some(Ballot::InFavour),
            _ => is_adopted(state, outcome),
        };
        binds && crosses(room, who, outcome)
    })
}

fn crosses(room: Room<'_>, who: DelegationId, outcome: OutcomeId) -> bool {
    judge(room, who, outcome).red_line.is_some()
}

/// Whether a decision found `who` alone: the only one against, or the only one that did not vote
/// in favour.
fn is_isolated(scenario: &Scenario, state: &State, who: DelegationId) -> bool {
    let voting = &scenario.derived.voting;
    let room = state.room(scenario);
    scenario.outcomes.ids().any(|outcome| {
        let alone_with = |ballot: Ballot| {
            let with = voting.iter().filter(|&&it| state.ballots[(it, outcome)] == Some(ballot));
            state.ballots[(who, outcome)] == Some(ballot) && with.count() == 1
        };
        let in_favour = voting
            .iter()
            .filter(|&&it| state.ballots[(it, outcome)] == Some(Ballot::InFavour))
            .count();
        match room.rule(outcome) {
            AdoptionRule::Signature | AdoptionRule::Authority => false,
            AdoptionRule::Consensus => alone_with(Ballot::Against),
            _ => {
                alone_with(Ballot::Against)
                    || (alone_with(Ballot::Abstaining) && in_favour + 1 == voting.len())
            }
        }
    })
}
