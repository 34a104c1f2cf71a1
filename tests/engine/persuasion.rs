//! Persuasion against the theory it comes from: Friedkin & Johnsen.

use std::fmt::Write as _;
use std::sync::Arc;

use horseshoe::council::{
    ByDelegation, Capacity, Columns, DelegationId, Direction, Id as _, IssueId, Point, Statement,
    StatementPurpose,
};
use horseshoe::opinion::{Anchors, Listeners, listen};
use horseshoe::scenario::Scenario;
use proptest::prelude::*;
use serde_json::Value;

use super::council::read;

const ISSUE: &str = "i";

/// A council on one issue: for each member its instructions, its flexibility (both 0..1) and its
/// trust in each (0..1). All have full influence.
fn council(members: &[(f64, f64, Vec<f64>)], persuasion: f64) -> Arc<Scenario> {
    let mut text = format!(
        "Scenario(format: 1, title: \"T\", date: \"2024-01-31\", body: \"B\", president: \"M00\", \
         dynamics: Dynamics(persuasion: {persuasion}), issues: {{ \"{ISSUE}\": Issue(name: \"I\", \
         low: \"L\", high: \"H\") }}, outcomes: {{ \"o\": Outcome(title: \"O\", form: \
         PresidentialStatement, sponsors: [\"M00\"], aims: {{}}) }}, members: {{"
    );
    for (at, (position, flexibility, trust)) in members.iter().enumerate() {
        write!(
            text,
            "\"M{at:02}\": Member(name: \"Member {at}\", seat: Elected, influence: 100, stances: \
             {{ \"{ISSUE}\": Stance(position: {}, salience: 50, flexibility: {}) }}, relations: {{",
            100.0 * position,
            100.0 * flexibility
        )
        .expect("writing to a string succeeds");
        for (other, trust) in trust.iter().enumerate().filter(|(other, _)| *other != at) {
            // Trust T = (1 + r) / 2.
            write!(text, "\"M{other:02}\": {},", 200.0 * trust - 100.0)
                .expect("writing to a string succeeds");
        }
        text.push_str("}),");
    }
    text.push_str("})");
    read(&text)
}

/// What a sincere statement of `speaker` at these positions does to each listener, in all.
fn effect(scenario: &Scenario, positions: &[f64], speaker: usize) -> Vec<f64> {
    let issue = IssueId::at(0);
    let mut grid: Columns<DelegationId, IssueId, f64> = Columns::filled(positions.len(), 1, 0.0);
    let mut flexibility = grid.clone();
    for who in scenario.members.ids() {
        grid[(who, issue)] = positions[who.index()];
        flexibility[(who, issue)] = scenario.derived.instructions[(who, issue)].flexibility;
    }
    let statement = Statement {
        points: vec![Point {
            issue,
            voiced: Some(positions[speaker]),
            toward: Direction::High,
            emphasis: 1.0,
            argument: None,
            attention: 1.0,
            luck: 0.0,
        }],
        ..Statement::empty(
            DelegationId::at(speaker),
            (Capacity::National, StatementPurpose::Debate),
            5.0,
        )
    };
    let mut rows = Vec::new();
    listen(
        Listeners {
            scenario,
            capital: Anchors::new(scenario).capital(),
            positions: &grid,
            flexibility: &flexibility,
            influence: &scenario.derived.influence,
        },
        &statement,
        &mut rows,
    );
    let mut moved = ByDelegation::filled(positions.len(), 0.0);
    for row in rows {
        moved[row.listener] = row.pull + row.anchor;
    }
    moved.iter().copied().collect()
}

/// The equilibrium `x = (I - ΛW)⁻¹ (I - Λ) a`, by iteration of `x = ΛWx + (I - Λ)a`, where W is
/// trust in others as a share of all trust in others.
fn closed_form(members: &[(f64, f64, Vec<f64>)]) -> Vec<f64> {
    let mut x: Vec<f64> = members.iter().map(|(a, ..)| *a).collect();
    for _ in 0..20_000 {
        let heard = |at: usize, trust: &[f64]| {
            let others = || trust.iter().enumerate().filter(|(other, _)| *other != at);
            let total: f64 = others().map(|(_, t)| t).sum();
            others().map(|(other, t)| t * x[other]).sum::<f64>() / total
        };
        let step = |(at, (a, lambda, trust)): (usize, &(f64, f64, Vec<f64>))| {
            lambda * heard(at, trust) + (1.0 - lambda) * a
        };
        x = members.iter().enumerate().map(step).collect();
    }
    x
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn with_small_steps_the_council_reaches_the_closed_form_equilibrium(
        drawn in prop::collection::vec((0.0..1.0, 0.0..0.9, prop::collection::vec(0.3..1.0, 8)), 3..8)
    ) {
        let members: Vec<(f64, f64, Vec<f64>)> =
            drawn.iter().map(|(a, l, t)| (*a, *l, t[..drawn.len()].to_vec())).collect();
        let mut x: Vec<f64> = members.iter().map(|(a, ..)| *a).collect();
        // First in long steps, then in steps so short that the order of speaking does not count.
        for (persuasion, statements) in [(3.0, 6_000), (0.1, 24_000)] {
            let scenario = council(&members, persuasion);
            for turn in 0..statements {
                let moved = effect(&scenario, &x, turn % members.len());
                for (position, by) in x.iter_mut().zip(moved) {
                    *position += by;
                }
            }
        }
        for (engine, theory) in x.iter().zip(closed_form(&members)) {
            prop_assert!((engine - theory).abs() < 1e-3, "{} {}", engine, theory);
        }
    }
}

/// Parsegov, Proskurnikov, Tempo & Friedkin 2017, equations 2, 15 and 16. A weight on oneself is
/// patience: x = A(w x + Σ w' x') + (1 - A)a has the same rest point as the same rule without it,
/// at flexibility A (1 - w) / (1 - A w).
#[test]
fn the_published_equilibrium_of_four_persons_is_a_point_of_rest() {
    let data: Value =
        serde_json::from_str(include_str!("../data/fj/friedkin_johnsen_4person.json"))
            .expect("the data is JSON");
    let numbers = |value: &Value| -> Vec<f64> {
        value.as_array().expect("a list").iter().map(|n| n.as_f64().expect("a number")).collect()
    };
    let weights: Vec<Vec<f64>> =
        data["W"].as_array().expect("a matrix").iter().map(numbers).collect();
    let susceptibility = numbers(&data["susceptibility"]);
    // The scale of issue b has negative numbers; the model does not care where 0 lies.
    for (issue, shift) in [("issue_a", 0.0), ("issue_b", 50.0)] {
        let on_scale = |value: &Value| -> Vec<f64> {
            numbers(value).iter().map(|x| (x + shift) / 100.0).collect()
        };
        let initial = on_scale(&data[issue]["initial"]);
        let members: Vec<(f64, f64, Vec<f64>)> = (0..4)
            .map(|at| {
                let own = weights[at][at];
                let lambda = susceptibility[at] * (1.0 - own) / (1.0 - susceptibility[at] * own);
                (initial[at], if own < 1.0 { lambda } else { 0.0 }, weights[at].clone())
            })
            .collect();
        let scenario = council(&members, 100.0);
        let rest = on_scale(&data[issue]["exact"]);
        let mut moved = [0.0; 4];
        for speaker in 0..4 {
            for (listener, by) in effect(&scenario, &rest, speaker).iter().enumerate() {
                moved[listener] += by;
            }
        }
        for (listener, by) in moved.iter().enumerate() {
            assert!(by.abs() < 1e-6, "{issue}: listener {listener} still moves by {by}");
        }
    }
}
