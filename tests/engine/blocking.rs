//! Blocking arithmetic against what can be reckoned by hand.

use std::sync::Arc;

use horseshoe::council::{Columns, DelegationId, IssueId};
use horseshoe::scenario::Scenario;
use horseshoe::vote::{self, Path, Room, Workspace, blocking, chance, decision_chances};
use proptest::prelude::*;

use super::council::{Council, cyber};
use super::random::{Kind, scenario};

fn adopted(scenario: &Scenario, positions: &Columns<DelegationId, IssueId, f64>) -> f64 {
    let outcome = scenario.outcomes.ids().next().expect("there is one");
    decision_chances(Room::opening(scenario, positions), outcome, &mut Workspace::default()).adopted
}

fn three(position_of_c: u32) -> Arc<Scenario> {
    Council::new()
        .member("A", "Elected", 80, 80)
        .member("B", "Elected", 50, 60)
        .member("C", "Elected", position_of_c, 90)
        .outcome("o", "Resolution", "A", 80)
        .with("rules: Rules(forms: { Resolution: Vote(threshold: Count(2)) }),")
        .build()
}

#[test]
fn a_member_is_pivotal_as_often_as_the_others_are_exactly_one_short() {
    let scenario = three(20);
    let positions = vote::opening_positions(&scenario);
    let room = Room::opening(&scenario, &positions);
    let outcome = scenario.outcome("o").expect("it is there");
    let arithmetic = blocking(room, outcome).expect("members are asked");
    let [b, c] = ["B", "C"].map(|id| scenario.delegation(id).expect("it is there"));
    let yes = |who| chance(room, who, outcome).1.in_favour;
    let rests = |who| arithmetic.pivotal.iter().find(|(id, _)| *id == who).map_or(0.0, |(_, p)| *p);
    // A, the sponsor, always votes in favour; two votes are needed.
    assert!((rests(b) - (1.0 - yes(c))).abs() < 1e-12);
    assert!((rests(c) - (1.0 - yes(b))).abs() < 1e-12);
}

#[test]
fn the_cheapest_path_of_one_member_is_the_smallest_whole_number_of_points() {
    let scenario = three(20);
    let positions = vote::opening_positions(&scenario);
    let outcome = scenario.outcome("o").expect("it is there");
    let found = blocking(Room::opening(&scenario, &positions), outcome).expect("members are asked");
    let Path::Moves(moves) = &found.path else { panic!("{:?}", found.path) };
    let total: f64 = moves.iter().map(|m| (m.from - m.to).abs()).sum();
    // By hand: every pair of whole points for B and C.
    let issue = scenario.issues.ids().next().expect("there is one");
    let [b, c] = ["B", "C"].map(|id| scenario.delegation(id).expect("it is there"));
    let mut least = f64::INFINITY;
    for of_b in 0..=30_u32 {
        for of_c in 0..=60_u32 {
            let mut moved = positions.clone();
            moved[(b, issue)] += f64::from(of_b) / 100.0;
            moved[(c, issue)] += f64::from(of_c) / 100.0;
            if adopted(&scenario, &moved) > 0.5 {
                least = least.min(f64::from(of_b + of_c) / 100.0);
            }
        }
    }
    assert!((total - least).abs() < 1e-9, "{total} found, {least} by hand");
}

#[test]
fn behind_the_red_line_of_a_veto_holder_there_is_no_path() {
    let text =
        "Scenario(format: 1, title: \"T\", date: \"2024-01-31\", body: \"A council\",
          issues: { \"issue\": Issue(name: \"I\", low: \"Less\", high: \"More\", status_quo: 40) },
          members: {
            \"A\": Member(name: \"State A\", seat: Elected, stances: { \"issue\": Stance(position: 80, salience: 80) }),
            \"B\": Member(name: \"State B\", seat: Elected, stances: { \"issue\": Stance(position: 80, salience: 80) }),
            \"P\": Member(name: \"State P\", seat: Permanent, stances: { \"issue\": Stance(position: 10, salience: 90, red_line: (0, 50)) }),
          },
          president: \"A\",
          outcomes: { \"o\": Outcome(title: \"O\", form: Resolution, sponsors: [\"A\"], aims: { \"issue\": Aim(position: 80) }) },
          rules: Rules(forms: { Resolution: Vote(threshold: Count(2), veto: true) }))";
    let scenario = super::council::read(text);
    let positions = vote::opening_positions(&scenario);
    let outcome = scenario.outcome("o").expect("it is there");
    let found = blocking(Room::opening(&scenario, &positions), outcome).expect("members are asked");
    assert_eq!(found.path, Path::None(scenario.delegation("P")));
    assert_eq!(found.blockers[0].0, scenario.delegation("P").expect("it is there"));
    assert!(found.chances.vetoed > 0.9);
}

#[test]
fn where_adoption_is_likely_nothing_is_needed() {
    let scenario = cyber();
    let positions = vote::opening_positions(&scenario);
    let room = Room::opening(&scenario, &positions);
    let likely = scenario.outcome("annual-meeting").expect("it is there");
    assert_eq!(blocking(room, likely).map(|b| b.path), Some(Path::AlreadyLikely));
    let nobody_is_asked = scenario.outcome("summary").expect("it is there");
    assert!(blocking(room, nobody_is_asked).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_path_keeps_to_red_lines_suffices_and_has_no_point_to_spare(of in any::<u64>()) {
        let scenario = scenario(of, Kind::Plain);
        let positions = vote::opening_positions(&scenario);
        for outcome in scenario.outcomes.ids() {
            let room = Room::opening(&scenario, &positions);
            let Some(found) = blocking(room, outcome) else { continue };
            for (_, rests) in &found.pivotal {
                prop_assert!((0.0..=1.0 + 1e-12).contains(rests));
            }
            let Path::Moves(moves) = found.path else { continue };
            let mut moved = positions.clone();
            for step in &moves {
                let line = scenario.derived.instructions[(step.who, step.issue)].red_line;
                prop_assert!((line.low.get()..=line.high.get()).contains(&step.to));
                moved[(step.who, step.issue)] = step.to;
            }
            let p = |positions: &Columns<DelegationId, IssueId, f64>| {
                let room = Room::opening(&scenario, positions);
                decision_chances(room, outcome, &mut Workspace::default()).adopted
            };
            prop_assert!(p(&moved) > 0.5);
            for step in &moves {
                let mut less = moved.clone();
                let point = 0.01_f64.min((step.to - step.from).abs());
                less[(step.who, step.issue)] -= point * (step.to - step.from).signum();
                let last = moves.iter().filter(|other| other.who == step.who).count() == 1;
                prop_assert!(!last || p(&less) <= 0.5 + 1e-9, "a point to spare: {step:?}");
            }
        }
    }
}
