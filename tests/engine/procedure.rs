//! Rules and practice of the meeting that this engine keeps, each named after its sentence.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{DelegationId, Membership, StatementPurpose};
use horseshoe::debate::{
    Action, Book, Debate, Event, EventKind, NoRecord, OutcomeResult, Record, RuleViolation, results,
};
use horseshoe::scenario::Scenario;
use horseshoe::vote::{Decision, Failure};

use super::council::{Council, cyber};

fn ended(scenario: &Arc<Scenario>, seed: u64) -> Vec<OutcomeResult> {
    let record = Record::of(Arc::clone(scenario), Seed(seed));
    results(scenario, &record.state_at(record.events.len()))
}

fn speakers(events: &[Event]) -> Vec<DelegationId> {
    events
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::StatementDelivered(said) if said.purpose == StatementPurpose::Debate => {
                Some(said.speaker)
            }
            _ => None,
        })
        .collect()
}

fn name(scenario: &Scenario, id: DelegationId) -> &str {
    &scenario.members[id].identifier
}

#[test]
fn every_member_and_every_invited_participant_speaks_once() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let mut spoke = speakers(&record.events);
    assert_eq!(spoke.len(), scenario.members.len());
    spoke.sort_unstable();
    spoke.dedup();
    assert_eq!(spoke.len(), scenario.members.len());
}

#[test]
fn briefers_speak_before_members_and_members_before_the_invited() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(4));
    let class = |id: DelegationId| {
        let member = &scenario.members[id];
        if member.is_briefer() { 0 } else { 2 - i32::from(member.votes()) }
    };
    let classes: Vec<i32> = speakers(&record.events).into_iter().map(class).collect();
    assert!(classes.is_sorted(), "{classes:?}");
}

#[test]
fn the_president_speaks_where_the_program_says() {
    let places = [("First", Some(0)), ("Last", Some(3)), ("InOrder", None)];
    for (place, expected) in places {
        let scenario = council_of_four()
            .with(&format!("program: [Opening, MembersStatements(president: {place}), Closing],"))
            .build();
        let record = Record::of(Arc::clone(&scenario), Seed(2));
        let at = speakers(&record.events).iter().position(|&id| id == scenario.president);
        assert!(expected.is_none() || at == expected, "{place}: {at:?}");
    }
}

#[test]
fn a_drawn_list_is_adjusted_for_rank() {
    let minister = "speaker: Speaker(name: \"N\", rank: Minister),";
    let head = "speaker: Speaker(name: \"N\", rank: HeadOfGovernment),";
    let scenario = Council::new()
        .member("A", "Elected", 50, 50)
        .member_with(("B", "Elected"), 50, 50, minister)
        .member("C", "Elected", 50, 50)
        .member_with(("D", "Elected"), 50, 50, head)
        .member_with(("E", "Elected"), 50, 50, minister)
        .outcome("o", "Resolution", "A", 60)
        .with("program: [Opening, MembersStatements(order: Lot, president: InOrder)],")
        .build();
    for seed in 0..20 {
        let record = Record::of(Arc::clone(&scenario), Seed(seed));
        let order: Vec<&str> =
            speakers(&record.events).iter().map(|&id| name(&scenario, id)).collect();
        assert_eq!(order[0], "D");
        assert!(order[1..3].contains(&"B") && order[1..3].contains(&"E"), "{order:?}");
    }
}

#[test]
fn a_list_by_alphabet_follows_names_and_one_by_list_the_file() {
    for (order, expected) in [("Alphabet", ["A", "B", "C", "D"]), ("List", ["A", "D", "B", "C"])] {
        let scenario = Council::new()
            .member("A", "Elected", 50, 50)
            .member("D", "Elected", 50, 50)
            .member("B", "Elected", 50, 50)
            .member("C", "Elected", 50, 50)
            .outcome("o", "Resolution", "A", 60)
            .with(&format!("program: [MembersStatements(order: {order}, president: InOrder)],"))
            .build();
        let record = Record::of(Arc::clone(&scenario), Seed(1));
        let spoke: Vec<&str> =
            speakers(&record.events).iter().map(|&id| name(&scenario, id)).collect();
        assert_eq!(spoke, expected);
    }
}

#[test]
fn only_the_next_on_the_list_may_take_the_floor() {
    let scenario = council_of_four().build();
    let mut debate = Debate::new(Arc::clone(&scenario), Seed(1));
    while debate.state().next_speaker().is_none() {
        let action = debate.propose().expect("the list comes before the end");
        debate.commit(&action, &mut NoRecord).expect("what is proposed is admitted");
    }
    let next = debate.state().next_speaker();
    let other = scenario.members.ids().find(|&id| Some(id) != next).expect("there are four");
    let before = debate.state().clone();
    assert_eq!(
        debate.commit(&Action::Deliver(other), &mut NoRecord),
        Err(RuleViolation::NotNextOnTheList)
    );
    assert_eq!(
        debate.commit(&Action::OpenNextStage, &mut NoRecord),
        Err(RuleViolation::StageNotOver)
    );
    assert_eq!(debate.state(), &before);
}

#[test]
fn participants_under_rules_37_and_39_speak_and_never_vote() {
    let scenario = cyber();
    for seed in 1..5 {
        let record = Record::of(Arc::clone(&scenario), Seed(seed));
        for event in &record.events {
            if let EventKind::BallotsCast { outcome, rows } = &event.kind {
                let signature = scenario.outcomes[*outcome].form.identifier() == "JointStatement";
                let all_vote = rows.iter().all(|row| scenario.members[row.delegation].votes());
                assert!(signature || all_vote);
            }
        }
    }
}

#[test]
fn a_negative_vote_of_a_permanent_member_is_a_veto_only_where_the_votes_are_there() {
    let council = |friends: u32| {
        let mut council =
            Council::new().member("A", "Elected", 90, 90).member("P", "Permanent", 0, 100);
        for id in ["B", "C", "D", "E", "F", "G", "H", "I", "J"] {
            let position = if id.as_bytes()[0] - b'A' <= friends as u8 { 90 } else { 10 };
            council = council.member(id, "Elected", position, 90);
        }
        council.outcome_with(("o", "Resolution"), "A", 90, "action: ToShowTheVote,").build()
    };
    let vetoed = &ended(&council(8), 1)[0];
    assert_eq!(vetoed.decision, Decision::NotAdopted(Failure::Veto));
    let short = &ended(&council(4), 1)[0];
    assert_eq!(short.decision, Decision::NotAdopted(Failure::Majority));
    assert!(!short.against.is_empty());
}

#[test]
fn an_abstention_of_a_permanent_member_is_not_a_veto() {
    // The permanent member wants to stay where we are, and cares too little to vote against.
    let mut council =
        Council::new().member("A", "Elected", 80, 90).member("P", "Permanent", 40, 20);
    for id in ["B", "C", "D", "E", "F", "G", "H", "I"] {
        council = council.member(id, "Elected", 80, 90);
    }
    let scenario = council
        .outcome_with(("o", "Resolution"), "A", 80, "action: ToShowTheVote,")
        .with("dynamics: Dynamics(noise: 0, bandwagon: 0),")
        .build();
    let result = &ended(&scenario, 1)[0];
    assert_eq!(result.abstaining.len(), 1);
    assert_eq!(result.decision, Decision::Adopted);
}

#[test]
fn no_veto_holds_up_a_procedural_decision() {
    let mut council =
        Council::new().member("A", "Elected", 90, 90).member("P", "Permanent", 0, 100);
    for id in ["B", "C", "D", "E", "F", "G", "H", "I", "J"] {
        council = council.member(id, "Elected", 90, 90);
    }
    let scenario = council.outcome("o", "ProceduralDecision", "A", 90).build();
    let result = &ended(&scenario, 1)[0];
    assert_eq!(result.against.len(), 1);
    assert_eq!(result.decision, Decision::Adopted);
}

#[test]
fn a_party_to_the_dispute_abstains() {
    let scenario = council_of_four()
        .outcome_with(("p", "Resolution"), "A", 60, "parties: [\"B\"], action: ToShowTheVote,")
        .build();
    for seed in 0..10 {
        let results = ended(&scenario, seed);
        let names: Vec<&str> =
            results[1].abstaining.iter().map(|&id| name(&scenario, id)).collect();
        assert!(names.contains(&"B"), "{names:?}");
    }
}

#[test]
fn a_sponsor_votes_for_its_own_text() {
    let scenario = cyber();
    for seed in 1..20 {
        for result in ended(&scenario, seed) {
            if !result.in_favour.is_empty() {
                for sponsor in &scenario.outcomes[result.outcome].sponsors {
                    assert!(result.in_favour.contains(sponsor));
                }
            }
        }
    }
}

#[test]
fn a_sponsor_whose_red_line_its_own_text_crosses_withdraws_it() {
    let scenario = Council::new()
        .member("A", "Elected", 70, 80)
        .member_with_red_line("B", 70, (30, 75))
        .outcome("o", "Resolution", "B", 90)
        .build();
    let result = &ended(&scenario, 1)[0];
    assert_eq!(result.decision, Decision::NotPut { withdrawn: true });
}

#[test]
fn at_most_two_promising_texts_are_put_in_one_meeting() {
    let mut council = council_of_four();
    for id in ["p", "q", "r", "s"] {
        council = council.outcome(id, "ProceduralDecision", "A", 60);
    }
    let scenario = council
        .with("rules: Rules(forms: { ProceduralDecision: Vote(threshold: Count(2)), Resolution: Vote(threshold: Count(2)) }),")
        .build();
    let put = ended(&scenario, 1)
        .iter()
        .filter(|result| !matches!(result.decision, Decision::NotPut { .. }))
        .count();
    assert_eq!(put, 2);
}

#[test]
fn a_consensus_text_that_fails_leaves_no_trace_in_the_record() {
    let scenario = Council::new()
        .member("A", "Elected", 90, 90)
        .member("B", "Elected", 0, 100)
        .outcome_with(("o", "PresidentialStatement"), "A", 90, "action: ToShowTheVote,")
        .build();
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let result = &results(&scenario, &record.state_at(record.events.len()))[0];
    assert_eq!(result.decision, Decision::NotAdopted(Failure::Objection));
    assert_eq!(result.objected_by.len(), 1);
    for event in &record.events {
        let decides =
            matches!(event.kind, EventKind::BallotsCast { .. } | EventKind::DecisionTaken { .. });
        assert!(!decides || event.book == Book::Outside);
    }
}

#[test]
fn a_joint_statement_is_signed_before_the_meeting_and_by_invited_participants_too() {
    let scenario = cyber();
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let at = |wanted: fn(&EventKind) -> bool| record.events.iter().position(|e| wanted(&e.kind));
    let signed = at(|kind| matches!(kind, EventKind::BallotsCast { .. }));
    let opened = at(|kind| matches!(kind, EventKind::MeetingCalledToOrder));
    assert!(signed < opened);
    let results = results(&scenario, &record.state_at(record.events.len()));
    let joint = results.iter().find(|r| !r.signed_by.is_empty()).expect("its sponsors sign it");
    assert!(joint.signed_by.iter().any(|&id| {
        matches!(scenario.members[id].membership, Membership::Rule37 | Membership::Rule39)
    }));
}

#[test]
fn a_member_spoken_for_by_its_group_does_not_take_the_floor_and_is_counted_once() {
    let scenario = council_of_four()
        .with("groups: { \"g\": Group(name: \"the group\", members: [\"B\", \"C\"], joint_statement: \"B\") },")
        .build();
    let record = Record::of(Arc::clone(&scenario), Seed(1));
    let spoke: Vec<&str> = speakers(&record.events).iter().map(|&id| name(&scenario, id)).collect();
    assert!(!spoke.contains(&"C"));
    let results = results(&scenario, &record.state_at(record.events.len()));
    for result in results {
        let lists = &result.declared;
        let all = [&lists.in_favour, &lists.reservations, &lists.opposed, &lists.undeclared];
        assert_eq!(all.iter().map(|list| list.len()).sum::<usize>(), 4);
        let of = |id: &str| all.iter().position(|l| l.iter().any(|&d| name(&scenario, d) == id));
        assert_eq!(of("B"), of("C"));
    }
}

fn council_of_four() -> Council {
    Council::new()
        .member("A", "Elected", 70, 80)
        .member("B", "Elected", 60, 50)
        .member("C", "Elected", 55, 60)
        .member("D", "Elected", 65, 40)
        .outcome("o", "Resolution", "A", 60)
}
