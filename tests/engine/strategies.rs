//! Playing well pays: scripted players in one seat, over 200 seeds.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};

use horseshoe::Seed;
use horseshoe::analysis::seat::{SeatResult, Standing, objectives, standing};
use horseshoe::council::{Declared, DelegationId, Goal, IssueId, OutcomeId};
use horseshoe::debate::{Action, Debate, Intended, IntendedPoint, NoRecord};
use horseshoe::scenario::Scenario;
use horseshoe::vote::{Ballot, judge};

use super::council::cyber;

const SEEDS: u64 = 200;

/// What a scripted player does when it has the floor, and how it votes.
struct Player {
    says: fn(&Debate, DelegationId) -> Action,
    votes: fn(&Debate, DelegationId, OutcomeId) -> Ballot,
}

/// The issues that its brief asks it to raise, then those it cares most about, at its instructions.
fn follows_its_brief(debate: &Debate, who: DelegationId) -> Action {
    let scenario = debate.scenario();
    let goals = objectives(scenario, who);
    let mut issues: Vec<IssueId> = goals
        .iter()
        .filter_map(|goal| match goal.goal {
            Goal::Raise(issue) => Some(issue),
            _ => None,
        })
        .collect();
    let mut others = scenario.order.issues.clone();
    others.sort_by(|&a, &b| {
        let salience = |issue| scenario.derived.salience[(who, issue)];
        salience(b).total_cmp(&salience(a))
    });
    others.retain(|issue| !issues.contains(issue));
    issues.extend(others);
    let points = issues.into_iter().take(4).map(|issue| {
        let voiced = scenario.derived.instructions[(who, issue)].position;
        IntendedPoint { issue, voiced, emphasis: 1.0 }
    });
    let declarations = goals.iter().filter_map(|goal| match goal.goal {
        Goal::Adopted(outcome) | Goal::Support { outcome, .. } => {
            Some((outcome, Declared::InFavour))
        }
        _ => None,
    });
    let (points, declarations) = (points.collect(), declarations.collect());
    Action::Say(Intended { points, declarations, ..Intended::silent(who) })
}

/// In favour of what it likes; else it abstains, so as not to stand alone.
fn with_judgement(debate: &Debate, who: DelegationId, outcome: OutcomeId) -> Ballot {
    let room = debate.state().room(debate.scenario());
    let wants = objectives(debate.scenario(), who).iter().any(|goal| {
        goal.goal == Goal::Adopted(outcome)
            || matches!(goal.goal, Goal::Support { outcome: of, .. } if of == outcome)
    });
    if wants || judge(room, who, outcome).total() > 0.0 {
        Ballot::InFavour
    } else {
        Ballot::Abstaining
    }
}

const SENSIBLE: Player = Player { says: follows_its_brief, votes: with_judgement };
/// Says nothing, and stands in the way of everything.
const SILLY: Player = Player { says: |_, who| Action::Pass(who), votes: |_, _, _| Ballot::Against };

/// The points of `who` in one debate in which `player` sits in its seat.
fn points(scenario: &Arc<Scenario>, who: DelegationId, seed: Seed, player: &Player) -> f64 {
    let mut debate = Debate::new(Arc::clone(scenario), seed);
    debate.intervene(&Action::TakeSeat(who), &mut NoRecord).expect("the seat is free");
    while let Some(action) = debate.propose() {
        match action {
            Action::Deliver(speaker) if speaker == who => {
                let said = (player.says)(&debate, who);
                debate.intervene(&said, &mut NoRecord).expect("it has the floor");
                continue;
            }
            Action::Decide(outcome) | Action::Conclude(outcome) => {
                let ballot = (player.votes)(&debate, who, outcome);
                // A sponsor has no choice, and nobody is asked about a summary.
                let lock = Action::Lock { by: who, outcome, ballot };
                debate.intervene(&lock, &mut NoRecord).unwrap_or_default();
            }
            _ => {}
        }
        debate.commit(&action, &mut NoRecord).expect("what is proposed is admitted");
    }
    SeatResult::of(scenario, debate.state(), who).points()
}

/// The median points of a player over all seeds, beside the model's.
fn medians(id: &str, player: &Player) -> (f64, f64) {
    let scenario = cyber();
    let who = scenario.delegation(id).expect("it takes part");
    let mut all: Vec<f64> =
        (1..=SEEDS).map(|seed| points(&scenario, who, Seed(seed), player)).collect();
    all.sort_by(f64::total_cmp);
    let player = Standing { points: all }.median().expect("there are runs");
    let never = AtomicBool::new(false);
    let model = standing(&scenario, who, (Seed(1), SEEDS), (&AtomicU64::new(0), &never));
    (player, model.median().expect("there are runs"))
}

#[test]
fn a_sensible_player_does_better_than_the_model_s_own_median() {
    for id in ["SVN", "KOR"] {
        let (player, model) = medians(id, &SENSIBLE);
        assert!(player > model, "{id}: {player} beside {model}");
    }
}

#[test]
fn a_silly_player_falls_below_it() {
    for id in ["SVN", "KOR", "RUS"] {
        let (player, model) = medians(id, &SILLY);
        assert!(player < model, "{id}: {player} beside {model}");
    }
}
