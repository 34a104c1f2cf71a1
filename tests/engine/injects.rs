//! Injects: what sets them off, and what they change.

use std::sync::Arc;

use horseshoe::council::{Id as _, InjectId, StageName};
use horseshoe::debate::{Action, Cause, EventKind, RuleViolation};
use horseshoe::scenario::Scenario;

use super::council::Council;
use super::meeting::Meeting;

fn council(injects: &str) -> Arc<Scenario> {
    Council::new()
        .member("A", "Elected", 70, 60)
        .member("B", "Elected", 50, 50)
        .member("C", "Elected", 30, 40)
        .member_with(("Z", "Rule39"), 50, 0, "")
        .outcome_with(("o", "Resolution"), "A", 70, "action: ToShowTheVote,")
        .with(&format!("injects: [ {injects} ],"))
        .build()
}

fn is_inject(kind: &EventKind) -> bool {
    matches!(kind, EventKind::InjectFired { .. })
}

#[test]
fn an_inject_after_a_statement_follows_that_statement_at_once() {
    let scenario = council(
        "Inject(title: \"I\", when: AfterStatement(2), effects: [ Heat(issue: \"issue\", by: 100) ])",
    );
    let mut meeting = Meeting::of(scenario);
    meeting.until(|meeting| !meeting.places(is_inject).is_empty());
    assert_eq!(meeting.debate.state().statements, 2);
    let said = meeting.places(|kind| matches!(kind, EventKind::StatementDelivered(_)));
    let fired = meeting.place(is_inject);
    assert_eq!(meeting.events[fired].cause, Cause::Event(said[1] as u32 + 1));
    let issue = meeting.issue("issue");
    assert!((meeting.debate.state().heat[issue] - 1.0).abs() < 1e-12);
    meeting.finish();
    meeting.place(is_inject);
}

#[test]
fn an_inject_at_a_stage_happens_when_the_stage_opens() {
    let scenario = council(
        "Inject(title: \"I\", when: AtStage(Consultations), effects: [ Influence(member: \"B\", by: 30) ])",
    );
    let mut meeting = Meeting::of(scenario);
    meeting.until(|meeting| !meeting.places(is_inject).is_empty());
    assert_eq!(meeting.events.last().map(|event| event.stage), Some(StageName::Consultations));
    let who = meeting.who("B");
    assert!((meeting.debate.state().influence[who] - 0.8).abs() < 1e-12);
    let (state, heard_by) = (meeting.debate.state(), meeting.who("A"));
    let words: f64 =
        meeting.scenario.members.ids().map(|other| state.word[(other, heard_by)]).sum();
    assert!((words - 1.0).abs() < 1e-12, "its word weighs more, not all do");
    assert!(state.word[(who, heard_by)] > meeting.scenario.derived.word[(who, heard_by)]);
}

#[test]
fn an_inject_on_a_result_waits_for_it() {
    let of = |result: &str| {
        let inject = format!(
            "Inject(title: \"I\", when: OnResult(outcome: \"o\", result: {result}), effects: [ \
             Heat(issue: \"issue\", by: 50) ])"
        );
        let mut meeting = Meeting::of(council(&inject));
        meeting.finish();
        meeting.places(is_inject).len()
    };
    // Three votes never reach nine.
    assert_eq!((of("Adopted"), of("NotAdopted")), (0, 1));
}

#[test]
fn a_salience_effect_reaches_those_who_have_a_stance_and_keeps_to_the_scale() {
    let scenario = council(
        "Inject(title: \"I\", when: AfterStatement(1), effects: [ Salience(issue: \"issue\", by: 50) ])",
    );
    let mut meeting = Meeting::of(scenario);
    meeting.until(|meeting| !meeting.places(is_inject).is_empty());
    let issue = meeting.issue("issue");
    let of = |id: &str| meeting.debate.state().salience[(meeting.who(id), issue)];
    assert!((of("A") - 1.0).abs() < 1e-12);
    assert!((of("C") - 0.9).abs() < 1e-12);
}

#[test]
fn a_position_effect_moves_one_delegation_within_its_red_line() {
    let scenario = Council::new()
        .member("A", "Elected", 70, 60)
        .member_with_red_line("B", 50, (40, 60))
        .outcome("o", "Resolution", "A", 70)
        .with("injects: [ Inject(title: \"I\", when: ByHand, effects: [ Position(member: \"B\", issue: \"issue\", by: 40) ]) ],")
        .build();
    let mut meeting = Meeting::of(scenario);
    meeting.does(&Action::FireInject(InjectId::at(0)));
    let (who, issue) = (meeting.who("B"), meeting.issue("issue"));
    assert!((meeting.debate.state().positions[(who, issue)] - 0.60).abs() < 1e-12);
    let shifted = meeting.place(|kind| matches!(kind, EventKind::PositionsShifted { .. }));
    assert_eq!(meeting.events[shifted].cause, Cause::Event(shifted as u32));
}

#[test]
fn an_inject_by_hand_happens_only_by_hand_and_once() {
    let mut meeting = Meeting::of(council(
        "Inject(title: \"I\", when: ByHand, effects: [ Heat(issue: \"issue\", by: 10) ])",
    ));
    meeting.until_stage(StageName::Closing);
    assert!(meeting.places(is_inject).is_empty());
    let inject = Action::FireInject(InjectId::at(0));
    meeting.does(&inject);
    assert_eq!(meeting.events.last().map(|event| event.cause), Some(Cause::Person));
    assert_eq!(meeting.act(&inject), Err(RuleViolation::DoneAlready));
    assert_eq!(meeting.act(&Action::FireInject(InjectId::at(9))), Err(RuleViolation::DoesNotFit));
}

#[test]
fn the_probability_of_an_inject_is_that_of_its_happening() {
    let scenario = council(
        "Inject(title: \"I\", when: AfterStatement(1), probability: 30, effects: [ Heat(issue: \"issue\", by: 10) ])",
    );
    let happened = (0..600).filter(|&seed| {
        let mut meeting = Meeting::with_seed(Arc::clone(&scenario), seed);
        meeting.finish();
        !meeting.places(is_inject).is_empty()
    });
    let share = happened.count() as f64 / 600.0;
    // Four standard errors of a share of 0.30.
    assert!((share - 0.30).abs() < 4.0 * (0.3_f64 * 0.7 / 600.0).sqrt(), "{share}");
}

#[test]
fn an_inject_at_random_may_follow_any_statement() {
    let scenario = council(
        "Inject(title: \"I\", when: AtRandom(40), effects: [ Heat(issue: \"issue\", by: 10) ])",
    );
    let mut after = [0; 6];
    for seed in 0..300 {
        let mut meeting = Meeting::with_seed(Arc::clone(&scenario), seed);
        meeting.until(|m| !m.places(is_inject).is_empty() || m.debate.propose().is_none());
        if !meeting.places(is_inject).is_empty() {
            after[meeting.debate.state().statements as usize] += 1;
        }
    }
    assert_eq!(after[0], 0);
    let share = f64::from(after[1]) / 300.0;
    assert!((share - 0.40).abs() < 4.0 * (0.4_f64 * 0.6 / 300.0).sqrt(), "{after:?}");
    assert!(after[1] > after[2] && after[2] > after[3], "{after:?}");
}

#[test]
fn a_scenario_lets_a_member_raise_a_point_of_order_and_challenge_the_ruling() {
    let scenario = Council::new()
        .member_with(("A", "Elected"), 70, 60, "relations: { \"B\": -50 },")
        .member("B", "Elected", 50, 50)
        .member("C", "Elected", 30, 40)
        .outcome("o", "Resolution", "A", 70)
        .with("injects: [ Inject(title: \"I\", when: AfterStatement(1), effects: [ PointOfOrder(member: \"B\", challenge: true) ]) ],")
        .build();
    let mut meeting = Meeting::of(scenario);
    meeting.finish();
    let raised = meeting.places(|kind| matches!(kind, EventKind::QuestionRaised { .. }));
    let ruled = meeting.place(|kind| matches!(kind, EventKind::RulingGiven { upheld: false, .. }));
    let voted = meeting.place(|kind| matches!(kind, EventKind::QuestionDecided { .. }));
    assert_eq!(raised.len(), 2, "the point, and the challenge");
    assert!(raised[0] < ruled && ruled < raised[1] && raised[1] < voted);
    assert_eq!(meeting.events[raised[0]].cause, Cause::Event(raised[0] as u32));
}

#[test]
fn a_scenario_lets_a_member_ask_for_a_vote_on_the_agenda() {
    let scenario = council(
        "Inject(title: \"I\", when: AtStage(JointStatements), effects: [ ObjectionToAgenda(member: \"B\") ])",
    );
    let mut meeting = Meeting::of(scenario);
    meeting.until_stage(StageName::Opening);
    meeting.place(|kind| matches!(kind, EventKind::QuestionDecided { .. }));
    // Too late, nothing is raised.
    let late = council(
        "Inject(title: \"I\", when: AtStage(Closing), effects: [ ObjectionToAgenda(member: \"B\"), PointOfOrder(member: \"B\") ])",
    );
    let mut meeting = Meeting::of(late);
    meeting.finish();
    meeting.place(is_inject);
    assert!(meeting.places(|kind| matches!(kind, EventKind::QuestionRaised { .. })).is_empty());
}
