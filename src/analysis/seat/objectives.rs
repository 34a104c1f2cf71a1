//! What a seat is to achieve: as its author wrote it, or as its stances suggest.

use crate::council::{DelegationId, Goal, Objective, OutcomeId, PutToAction};
use crate::scenario::Scenario;
use crate::vote::{Room, judge, opening_positions};

/// From which judgement at the opening a capital would work for a text, or against it.
const MATTERS_FROM: f64 = 0.05;

/// The objectives of `who`: those of its brief, or, where the author wrote none, what its stances
/// suggest. The text it likes best is to be adopted, the next to be supported by a majority, the
/// one it likes least kept from adoption; the two issues it cares most about are to be raised.
pub fn objectives(scenario: &Scenario, who: DelegationId) -> Vec<Objective> {
    let written = scenario.seats[who].as_ref().map(|seat| &seat.objectives);
    match written {
        Some(written) if !written.is_empty() => written.clone(),
        _ => suggested(scenario, who),
    }
}

fn suggested(scenario: &Scenario, who: DelegationId) -> Vec<Objective> {
    let of = |goal, points| Objective { goal, points };
    let mut judged = judgements(scenario, who);
    judged.sort_by(|a, b| b.1.total_cmp(&a.1));
    let liked = judged.iter().filter(|(_, judgement)| *judgement >= MATTERS_FROM);
    let mut objectives: Vec<Objective> = liked
        .take(2)
        .enumerate()
        .map(|(place, &(outcome, _))| {
            let at_least = scenario.derived.voting.len() as u32 / 2 + 1;
            if place == 0 {
                of(Goal::Adopted(outcome), 30.0)
            } else {
                of(Goal::Support { outcome, at_least }, 15.0)
            }
        })
        .collect();
    if let Some(&(outcome, judgement)) = judged.last()
        && judgement <= -MATTERS_FROM
    {
        objectives.push(of(Goal::NotAdopted(outcome), 20.0));
    }
    let mut issues: Vec<_> = scenario.order.issues.clone();
    let salience = |issue| scenario.derived.salience[(who, issue)];
    issues.retain(|&issue| salience(issue) > 0.0);
    issues.sort_by(|&a, &b| salience(b).total_cmp(&salience(a)));
    objectives.extend(issues.into_iter().take(2).map(|issue| of(Goal::Raise(issue), 15.0)));
    let stances = scenario.issues.ids().filter_map(|i| scenario.stances[(who, i)].as_ref());
    if stances.into_iter().any(|stance| stance.red_line.is_some()) {
        objectives.push(of(Goal::KeepRedLines, 20.0));
    }
    objectives.push(of(Goal::NotIsolated, 10.0));
    objectives
}

/// What `who` thinks of each text that may be put, before anybody has spoken.
fn judgements(scenario: &Scenario, who: DelegationId) -> Vec<(OutcomeId, f64)> {
    let positions = opening_positions(scenario);
    let room = Room::opening(scenario, &positions);
    let outcomes = scenario.order.outcomes.iter().copied();
    outcomes
        .filter(|&outcome| {
            let it = &scenario.outcomes[outcome];
            it.action != PutToAction::TalliedOnly && !it.aims.is_empty()
        })
        .map(|outcome| (outcome, judge(room, who, outcome).total()))
        .collect()
}
