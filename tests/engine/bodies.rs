//! Other bodies by data alone: the engine knows no council by name.

use std::fmt::Write as _;
use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::Membership;
use horseshoe::debate::{Basis, EventKind, Record, basis, results};
use horseshoe::scenario::Scenario;
use horseshoe::vote::{Decision, Failure};

use super::council::read;

/// A body of so many members whose friends of the text are the first ones.
fn body(members: usize, friends: usize, rules: &str, weight: fn(usize) -> f64) -> Arc<Scenario> {
    let mut list = String::new();
    for at in 0..members {
        let position = if at < friends { 85 } else { 5 };
        write!(
            list,
            "\"M{at:03}\": Member(name: \"State {at:03}\", seat: Elected, weights: {{ \
             \"population\": {} }}, stances: {{ \"issue\": Stance(position: {position}, \
             salience: 90) }}),",
            weight(at)
        )
        .expect("a string takes all");
    }
    read(&format!(
        "Scenario(format: 1, title: \"A body\", date: \"2024-01-31\", body: \"A body\",
         issues: {{ \"issue\": Issue(name: \"The issue\", low: \"Less\", high: \"More\") }},
         members: {{ {list} }}, president: \"M000\",
         outcomes: {{ \"o\": Outcome(title: \"O\", form: Resolution, sponsors: [\"M000\"],
            action: ToShowTheVote, aims: {{ \"issue\": Aim(position: 75) }}) }},
         program: [Opening, MembersStatements(order: Alphabet), Action, Closing],
         dynamics: Dynamics(noise: 0, persuasion: 0, bandwagon: 0),
         rules: Rules(forms: {{ Resolution: {rules} }}))"
    ))
}

fn ends(scenario: &Arc<Scenario>) -> (Decision, usize, usize) {
    let record = Record::of(Arc::clone(scenario), Seed(1));
    let result = &results(scenario, &record.state_at(record.events.len()))[0];
    (result.decision, result.in_favour.len(), result.against.len())
}

const DOUBLE: &str = "Weighted(tests: [WeightTest(weight: \"members\", threshold: AtLeast(55, \
                      100)), WeightTest(weight: \"population\", threshold: AtLeast(65, 100))], \
                      blocking_minority: 4)";

#[test]
fn twenty_seven_members_decide_by_states_and_by_population() {
    let even = |_| 1.0;
    let short = Decision::NotAdopted(Failure::Majority);
    // 15 of 27 are 55.6 % of the States, and 55.6 % of equal populations: short of 65 %.
    assert_eq!(ends(&body(27, 15, DOUBLE, even)), (short, 15, 12));
    // 18 of 27 reach both.
    assert_eq!(ends(&body(27, 18, DOUBLE, even)), (Decision::Adopted, 18, 9));
    // 15 States in which almost everybody lives reach both.
    let large_first = |at| if at < 15 { 10.0 } else { 1.0 };
    assert_eq!(ends(&body(27, 15, DOUBLE, large_first)), (Decision::Adopted, 15, 12));
    // 14 States are too few, whoever lives in them.
    assert_eq!(ends(&body(27, 14, DOUBLE, large_first)), (short, 14, 13));
}

#[test]
fn three_large_states_are_no_blocking_minority_and_four_are_one() {
    // The last three, or four, have nearly all the population and vote against.
    let last_three = |at| if at >= 24 { 1000.0 } else { 1.0 };
    let last_four = |at| if at >= 23 { 1000.0 } else { 1.0 };
    assert_eq!(ends(&body(27, 24, DOUBLE, last_three)).0, Decision::Adopted);
    assert_eq!(ends(&body(27, 23, DOUBLE, last_four)).0, Decision::NotAdopted(Failure::Majority));
}

#[test]
fn an_assembly_of_193_decides_by_the_majority_of_those_present_and_voting() {
    let simple = "Vote(threshold: MoreThan(1, 2), base: PresentAndVoting, veto: false)";
    let two_thirds = "Vote(threshold: AtLeast(2, 3), base: PresentAndVoting, veto: false)";
    let even = |_| 1.0;
    assert_eq!(ends(&body(193, 97, simple, even)), (Decision::Adopted, 97, 96));
    assert_eq!(ends(&body(193, 97, two_thirds, even)).0, Decision::NotAdopted(Failure::Majority));
    assert_eq!(ends(&body(193, 129, two_thirds, even)), (Decision::Adopted, 129, 64));
}

#[test]
fn an_abstention_is_not_present_and_voting() {
    // Two friends, one opponent, and two that do not care: two of three who vote.
    let scenario = read(
        "Scenario(format: 1, title: \"A body\", date: \"2024-01-31\", body: \"A body\",
         issues: { \"issue\": Issue(name: \"The issue\", low: \"Less\", high: \"More\") },
         members: {
            \"A\": Member(name: \"State A\", seat: Elected, stances: { \"issue\": Stance(position: 90, salience: 90) }),
            \"B\": Member(name: \"State B\", seat: Elected, stances: { \"issue\": Stance(position: 90, salience: 90) }),
            \"C\": Member(name: \"State C\", seat: Elected, stances: { \"issue\": Stance(position: 5, salience: 90) }),
            \"D\": Member(name: \"State D\", seat: Elected, stances: { \"issue\": Stance(position: 30, salience: 30) }),
            \"E\": Member(name: \"State E\", seat: Elected, stances: { \"issue\": Stance(position: 30, salience: 30) }),
         },
         president: \"A\",
         outcomes: { \"o\": Outcome(title: \"O\", form: Resolution, sponsors: [\"A\"], action: ToShowTheVote, aims: { \"issue\": Aim(position: 75) }) },
         program: [Opening, Action, Closing],
         dynamics: Dynamics(noise: 0),
         rules: Rules(forms: { Resolution: Vote(threshold: AtLeast(2, 3), base: PresentAndVoting) }))",
    );
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let result = &results(&scenario, &record.state_at(record.events.len()))[0];
    assert_eq!(result.abstaining.len(), 2);
    assert_eq!(result.decision, Decision::Adopted);
}

#[test]
fn consensus_of_any_number_is_broken_by_one_objection() {
    let even = |_| 1.0;
    assert_eq!(ends(&body(40, 40, "Consensus", even)).0, Decision::Adopted);
    assert_eq!(ends(&body(40, 39, "Consensus", even)).0, Decision::NotAdopted(Failure::Objection));
}

#[test]
fn the_steps_of_another_body_rest_on_its_own_rules() {
    let even = |_| 1.0;
    let scenario = body(27, 18, DOUBLE, even);
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let voted = record.events.iter().find(|e| matches!(e.kind, EventKind::BallotsCast { .. }));
    assert_eq!(basis(&scenario, voted.expect("it is put")), Basis::OwnRules);
    assert!(scenario.members.iter().all(|member| member.membership == Membership::Elected));
}
