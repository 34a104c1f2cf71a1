//! One test for each rule of procedure, and for each practice, named after it.

use std::fmt::Write as _;
use std::sync::Arc;

use horseshoe::council::{Capacity, StageName, StatementPurpose};
use horseshoe::debate::{Action, Book, EventKind, Motion, Question, RuleViolation, basis};
use horseshoe::scenario::Scenario;
use horseshoe::vote::{Ballot, Decision, Failure};

use super::council::{Council, cyber, read};
use super::meeting::Meeting;

/// Fifteen members, ten of them friends of a text that is put at the end; State B is permanent.
fn fifteen(position_of_b: u32, fields: &str) -> Arc<Scenario> {
    let mut council =
        Council::new().member("A", "Elected", 80, 90).member("B", "Permanent", position_of_b, 100);
    for id in ["C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O"] {
        council = council.member(id, "Elected", 80, 80);
    }
    council
        .member("Z", "Rule37", 85, 90)
        .outcome_with(("o", "Resolution"), "A", 75, "action: ToShowTheVote,")
        .with("program: [Opening, MembersStatements(order: Alphabet), InvitedStatements, FurtherStatements, Action, Closing],")
        .with(fields)
        .build()
}

/// Two issues, so that a text has parts; everybody is a friend of the first part.
fn in_two_parts(other: u32) -> Arc<Scenario> {
    let mut members = String::new();
    for id in ["A", "B", "C", "D", "E", "F", "G", "H", "I"] {
        let second = if id == "A" { 90 } else { other };
        write!(
            members,
            "\"{id}\": Member(name: \"State {id}\", seat: Elected, stances: {{ \"one\": \
             Stance(position: 90, salience: 80), \"two\": Stance(position: {second}, salience: \
             90) }}),"
        )
        .expect("a string takes all");
    }
    read(&format!(
        "Scenario(format: 1, title: \"Parts\", date: \"2024-01-31\", body: \"A council\",
         issues: {{ \"one\": Issue(name: \"One\", low: \"Less\", high: \"More\"),
                    \"two\": Issue(name: \"Two\", low: \"Less\", high: \"More\") }},
         members: {{ {members} }}, president: \"A\",
         outcomes: {{ \"o\": Outcome(title: \"O\", form: Resolution, sponsors: [\"A\"],
            action: ToShowTheVote,
            aims: {{ \"one\": Aim(position: 80), \"two\": Aim(position: 80) }}) }},
         program: [Opening, MembersStatements(), Action, Closing])"
    ))
}

#[test]
fn rule_19_the_president_calls_the_meeting_to_order_before_anything_else_in_public() {
    let mut meeting = Meeting::of(cyber());
    meeting.finish();
    let first = meeting.events.iter().find(|event| event.book == Book::Record);
    assert_eq!(first.map(|event| &event.kind), Some(&EventKind::MeetingCalledToOrder));
}

#[test]
fn rule_20_a_president_that_cedes_the_chair_is_followed_in_english_alphabetical_order() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::MembersStatements);
    meeting.does(&Action::CedeChair);
    assert_eq!(meeting.debate.state().president, meeting.who("B"));
    meeting.does(&Action::CedeChair);
    assert_eq!(meeting.debate.state().president, meeting.who("C"));
    meeting.finish();
}

#[test]
fn article_27_2_an_objection_to_the_agenda_is_decided_by_nine_votes_without_a_veto() {
    let mut meeting = Meeting::of(fifteen(0, "dynamics: Dynamics(noise: 0),"));
    let by = meeting.who("B");
    meeting.does(&Action::ObjectToAgenda(by));
    assert_eq!(meeting.act(&Action::ObjectToAgenda(by)), Err(RuleViolation::DoneAlready));
    meeting.until_stage(StageName::Opening);
    let voted = meeting.place(|kind| matches!(kind, EventKind::QuestionDecided { .. }));
    let EventKind::QuestionDecided { rows, carried, .. } = &meeting.events[voted].kind else {
        panic!("it is one");
    };
    assert!(*carried, "the permanent member's negative vote is no veto");
    let own = rows.iter().find(|row| row.delegation == by).map(|row| row.ballot);
    assert_eq!(own, Some(Ballot::Against));
    assert!(voted < meeting.place(|kind| *kind == EventKind::AgendaAdopted));
}

#[test]
fn without_an_agenda_there_is_no_meeting() {
    // Everybody stands with the member that objects, and against the President.
    let relations = "relations: { \"A\": -100, \"B\": 100 },";
    let mut council = Council::new().member("A", "Elected", 80, 90).member("B", "Elected", 10, 90);
    for id in ["C", "D", "E", "F", "G", "H", "I"] {
        council = council.member_with((id, "Elected"), 50, 50, relations);
    }
    let scenario = council.outcome("o", "Resolution", "A", 70).build();
    let mut meeting = Meeting::of(scenario);
    let by = meeting.who("B");
    meeting.does(&Action::ObjectToAgenda(by));
    meeting.finish();
    meeting.place(|kind| *kind == EventKind::MeetingAdjourned);
    assert!(meeting.places(|kind| *kind == EventKind::AgendaAdopted).is_empty());
    let spoken = |kind: &EventKind| matches!(kind, EventKind::StatementDelivered(said) if said.purpose == StatementPurpose::Debate);
    assert!(meeting.places(spoken).is_empty());
}

#[test]
fn rules_37_and_39_a_participant_whose_invitation_is_voted_down_does_not_speak() {
    let relations = "relations: { \"A\": -100, \"B\": 100 },";
    let mut council = Council::new().member("A", "Elected", 80, 90).member("B", "Elected", 10, 90);
    for id in ["C", "D", "E", "F", "G", "H", "I"] {
        council = council.member_with((id, "Elected"), 50, 50, relations);
    }
    let scenario = council
        .member("Y", "Rule37", 50, 50)
        .member("Z", "Rule37", 50, 50)
        .outcome("o", "Resolution", "A", 70)
        .build();
    let mut meeting = Meeting::of(scenario);
    let (by, of) = (meeting.who("B"), meeting.who("Z"));
    meeting.does(&Action::ObjectToInvitation { by, of });
    meeting.finish();
    let speaks = |who| {
        let said = |kind: &EventKind| matches!(kind, EventKind::StatementDelivered(said) if said.speaker == who);
        !meeting.places(said).is_empty()
    };
    assert!(speaks(meeting.who("Y")));
    assert!(!speaks(of));
}

#[test]
fn rule_27_the_floor_is_given_in_the_order_of_the_list() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::MembersStatements);
    let list = meeting.debate.state().speakers_list().to_vec();
    meeting.finish();
    let given: Vec<_> = meeting
        .events
        .iter()
        .filter(|event| event.stage == StageName::MembersStatements)
        .filter_map(|event| match event.kind {
            EventKind::FloorGiven { to, .. } => Some(to),
            _ => None,
        })
        .collect();
    assert_eq!(given, list);
}

#[test]
fn rule_30_the_president_rules_at_once_and_nothing_comes_between() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::MembersStatements);
    let by = meeting.who("B");
    meeting.does(&Action::RaisePointOfOrder(by));
    let next = meeting.debate.state().next_speaker().expect("there is a list");
    assert_eq!(meeting.act(&Action::Deliver(next)), Err(RuleViolation::ComesFirst));
    assert_eq!(meeting.act(&Action::OpenNextStage), Err(RuleViolation::ComesFirst));
    assert!(matches!(meeting.debate.propose(), Some(Action::Rule { .. })));
    meeting.does(&Action::Rule { upheld: false });
    meeting.does(&Action::Deliver(next));
}

#[test]
fn rule_30_a_ruling_stands_unless_nine_members_overrule_it() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::MembersStatements);
    let by = meeting.who("B");
    meeting.does(&Action::RaisePointOfOrder(by));
    meeting.does(&Action::Rule { upheld: false });
    meeting.does(&Action::Challenge(by));
    let at = meeting.place(|kind| matches!(kind, EventKind::QuestionDecided { .. }));
    let EventKind::QuestionDecided { question, rows, carried } = &meeting.events[at].kind else {
        panic!("it is one");
    };
    assert_eq!(*question, Question::Ruling);
    let in_favour = rows.iter().filter(|row| row.ballot == Ballot::InFavour).count();
    assert_eq!(*carried, in_favour >= 9);
    assert!(!carried, "members defer to the President");
}

#[test]
fn rule_30_a_ruling_is_challenged_at_once_or_not_at_all() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::MembersStatements);
    let by = meeting.who("B");
    assert_eq!(meeting.act(&Action::Challenge(by)), Err(RuleViolation::NothingPending));
    meeting.does(&Action::RaisePointOfOrder(by));
    meeting.does(&Action::Rule { upheld: true });
    meeting.step();
    assert_eq!(meeting.act(&Action::Challenge(by)), Err(RuleViolation::NothingPending));
}

#[test]
fn rule_32_texts_are_put_to_the_vote_in_order_of_submission() {
    let mut council = Council::new().member("A", "Elected", 80, 90);
    for id in ["B", "C", "D", "E", "F", "G", "H", "I"] {
        council = council.member(id, "Elected", 80, 80);
    }
    let show = "action: ToShowTheVote,";
    let scenario = council
        .outcome_with(("second-by-name", "Resolution"), "A", 70, show)
        .outcome_with(("first-by-name", "Resolution"), "B", 60, show)
        .build();
    let mut meeting = Meeting::of(scenario);
    meeting.finish();
    let decided: Vec<_> = meeting
        .events
        .iter()
        .filter_map(|event| match event.kind {
            EventKind::DecisionTaken { outcome, .. } => Some(outcome),
            _ => None,
        })
        .collect();
    let tabled = ["second-by-name", "first-by-name"].map(|id| meeting.outcome(id));
    assert_eq!(decided, tabled);
}

#[test]
fn rule_32_a_part_is_voted_on_separately_and_left_out_if_it_is_not_adopted() {
    let mut meeting = Meeting::of(in_two_parts(0));
    meeting.until_stage(StageName::Action);
    let (by, outcome) = (meeting.who("A"), meeting.outcome("o"));
    let issue = meeting.issue("two");
    // The mover itself may ask.
    meeting.does(&Action::AskSeparateVote { by, outcome, issue });
    meeting.finish();
    let part = meeting.place(|kind| matches!(kind, EventKind::PartDecided { .. }));
    let whole = meeting.place(|kind| matches!(kind, EventKind::BallotsCast { .. }));
    assert!(part < whole, "parts come before the text");
    let text = &meeting.debate.state().texts[outcome];
    assert_eq!(text.aims.len(), 1, "eight members would not have the second part");
    assert_eq!(meeting.result("o").decision, Decision::Adopted);
}

#[test]
fn rule_32_there_is_no_separate_vote_when_the_mover_objects() {
    let mut meeting = Meeting::of(in_two_parts(0));
    meeting.until_stage(StageName::Action);
    let (by, outcome, issue) = (meeting.who("B"), meeting.outcome("o"), meeting.issue("two"));
    let asked = meeting.act(&Action::AskSeparateVote { by, outcome, issue });
    assert_eq!(asked, Err(RuleViolation::MoverObjects));
}

#[test]
fn rule_33_motions_are_decided_in_their_order_of_precedence() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::MembersStatements);
    let outcome = meeting.outcome("o");
    let moved = [Motion::Postpone(outcome), Motion::Refer(outcome), Motion::Suspend];
    for (by, motion) in ["C", "D", "E"].into_iter().zip(moved) {
        let by = meeting.who(by);
        meeting.does(&Action::Move { by, motion });
    }
    let next = meeting.debate.state().next_speaker().expect("there is a list");
    assert_eq!(meeting.act(&Action::Deliver(next)), Err(RuleViolation::ComesFirst));
    let mut decided = Vec::new();
    while let Some((_, motion)) = meeting.debate.state().pending_motion() {
        decided.push(motion);
        meeting.step();
    }
    assert_eq!(decided[0], Motion::Suspend);
    let order: Vec<u8> = decided.iter().map(|motion| motion.precedence()).collect();
    assert!(order.is_sorted());
}

#[test]
fn rule_33_a_meeting_that_is_adjourned_hears_no_more_statements() {
    let relations = "relations: { \"B\": 100 },";
    let mut council = Council::new().member("A", "Elected", 80, 90).member("B", "Elected", 80, 90);
    for id in ["C", "D", "E", "F", "G", "H", "I"] {
        council = council.member_with((id, "Elected"), 50, 50, relations);
    }
    let mut meeting = Meeting::of(council.outcome("o", "Resolution", "A", 70).build());
    meeting.until_stage(StageName::MembersStatements);
    meeting.step();
    let by = meeting.who("B");
    meeting.does(&Action::Move { by, motion: Motion::Adjourn });
    meeting.finish();
    // A separate meeting on a later day may take action, and rises in its turn.
    let adjourned = meeting.places(|kind| *kind == EventKind::MeetingAdjourned)[0];
    let given = meeting.places(|kind| matches!(kind, EventKind::FloorGiven { .. }));
    let later =
        given.iter().filter(|&&at| at > adjourned && meeting.events[at].stage != StageName::Action);
    assert_eq!(later.count(), 0);
    assert!(meeting.debate.state().adjourned);
}

#[test]
fn rule_34_a_motion_needs_no_second() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::MembersStatements);
    let by = meeting.who("C");
    meeting.does(&Action::Move { by, motion: Motion::Suspend });
    assert_eq!(meeting.debate.propose(), Some(Action::DecideMotion));
}

#[test]
fn rule_35_a_text_is_withdrawn_at_any_time_before_the_vote_on_it_and_by_its_mover_only() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::Action);
    let outcome = meeting.outcome("o");
    let (mover, other) = (meeting.who("A"), meeting.who("C"));
    assert_eq!(
        meeting.act(&Action::Withdraw { by: other, outcome }),
        Err(RuleViolation::NotASponsor)
    );
    meeting.does(&Action::Withdraw { by: mover, outcome });
    assert_eq!(meeting.result("o").decision, Decision::NotPut { withdrawn: true });
    assert_eq!(meeting.act(&Action::Decide(outcome)), Err(RuleViolation::NotPut));
    let mut voted = Meeting::of(fifteen(80, ""));
    voted.finish();
    let late = voted.act(&Action::Withdraw { by: mover, outcome });
    assert_eq!(late, Err(RuleViolation::NotPut), "a vote has been taken");
}

#[test]
fn rule_36_amendments_come_before_the_text_the_furthest_removed_first() {
    let mut meeting = Meeting::of(fifteen(80, "dynamics: Dynamics(noise: 0),"));
    meeting.until_stage(StageName::Action);
    let (outcome, issue) = (meeting.outcome("o"), meeting.issue("issue"));
    for (by, to) in [("C", 0.78), ("D", 0.90)] {
        let by = meeting.who(by);
        meeting.does(&Action::Move { by, motion: Motion::Amend { outcome, issue, to } });
        meeting.step();
    }
    meeting.finish();
    let amendments = meeting.places(|kind| matches!(kind, EventKind::AmendmentDecided { .. }));
    let text = meeting.place(|kind| matches!(kind, EventKind::BallotsCast { .. }));
    let targets: Vec<f64> = amendments
        .iter()
        .filter_map(|&at| match meeting.events[at].kind {
            EventKind::AmendmentDecided { to, .. } => Some(to),
            _ => None,
        })
        .collect();
    assert_eq!(targets.len(), 2, "both motions are carried among friends");
    assert!((targets[0] - 0.90).abs() < 1e-12, "{targets:?}");
    assert!(amendments.iter().all(|&at| at < text));
}

#[test]
fn rules_37_and_39_participants_raise_no_points_of_order_and_move_nothing() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::MembersStatements);
    let (by, outcome) = (meeting.who("Z"), meeting.outcome("o"));
    for action in [
        Action::RaisePointOfOrder(by),
        Action::Move { by, motion: Motion::Suspend },
        Action::Lock { by, outcome, ballot: Ballot::InFavour },
    ] {
        assert_eq!(meeting.act(&action), Err(RuleViolation::NoVote), "{action:?}");
    }
}

#[test]
fn article_27_3_a_permanent_member_explains_the_vote_with_which_it_vetoes() {
    let mut meeting = Meeting::of(fifteen(0, ""));
    meeting.finish();
    assert_eq!(meeting.result("o").decision, Decision::NotAdopted(Failure::Veto));
    let by = meeting.who("B");
    let explains = |kind: &EventKind| {
        matches!(kind, EventKind::StatementDelivered(said) if said.speaker == by
            && matches!(said.purpose, StatementPurpose::ExplanationAfter(_)
                | StatementPurpose::ExplanationBefore(_)))
    };
    meeting.place(explains);
}

#[test]
fn resolution_76_262_a_debate_of_the_general_assembly_falls_due_after_a_veto_only() {
    let due = |kind: &EventKind| matches!(kind, EventKind::AssemblyDebateDue { .. });
    let mut vetoed = Meeting::of(fifteen(0, ""));
    vetoed.finish();
    let at = vetoed.place(due);
    assert_eq!(basis(&vetoed.scenario, &vetoed.events[at]).label(), "rule");
    let mut adopted = Meeting::of(fifteen(80, ""));
    adopted.finish();
    assert!(adopted.places(due).is_empty());
    // Fewer than nine is no veto, though a permanent member votes against.
    let many_against = Council::new()
        .member("A", "Elected", 90, 90)
        .member("B", "Permanent", 0, 100)
        .member("C", "Elected", 0, 100)
        .outcome_with(("o", "Resolution"), "A", 90, "action: ToShowTheVote,")
        .with("program: [Opening, Action, Closing],")
        .build();
    let mut short = Meeting::of(many_against);
    short.finish();
    assert_eq!(short.result("o").decision, Decision::NotAdopted(Failure::Majority));
    assert!(short.places(due).is_empty());
    // The resolution speaks of the Security Council: a veto in another body calls nobody.
    let rules = "rules: Rules(forms: { Resolution: Vote(threshold: Count(9), veto: true) }),";
    let mut elsewhere = Meeting::of(fifteen(0, rules));
    elsewhere.finish();
    assert_eq!(elsewhere.result("o").decision, Decision::NotAdopted(Failure::Veto));
    assert!(elsewhere.places(due).is_empty());
}

#[test]
fn practice_candid_members_explain_before_the_vote_and_others_after_it() {
    let candid = "style: Candid,";
    let mut council = Council::new().member("A", "Elected", 90, 90);
    council = council.member_with(("B", "Elected"), 0, 100, candid);
    council = council.member("C", "Elected", 0, 100);
    let scenario = council
        .outcome_with(("o", "Resolution"), "A", 90, "action: ToShowTheVote,")
        .with("program: [Opening, Action, Closing],")
        .build();
    let mut meeting = Meeting::of(scenario);
    meeting.finish();
    let cast = meeting.place(|kind| matches!(kind, EventKind::BallotsCast { .. }));
    let of = |id: &str| {
        let who = meeting.who(id);
        meeting.places(
            |kind| matches!(kind, EventKind::StatementDelivered(said) if said.speaker == who),
        )
    };
    assert!(of("B").iter().all(|&at| at < cast) && of("B").len() == 1);
    assert!(of("C").iter().all(|&at| at > cast) && of("C").len() == 1);
    assert!(of("A").is_empty(), "a sponsor does not explain its vote");
}

#[test]
fn practice_a_member_joins_consensus_while_dissociating_itself_from_a_paragraph() {
    // C does not want the text, and cares too little about it to stand in its way.
    let scenario = Council::new()
        .member("A", "Elected", 80, 90)
        .member("B", "Elected", 80, 90)
        .member("C", "Elected", 40, 55)
        .outcome_with(("o", "PresidentialStatement"), "A", 65, "action: ToShowTheVote,")
        .with("program: [Opening, Action, Closing], dynamics: Dynamics(noise: 0, threshold_object: 20),")
        .build();
    let mut meeting = Meeting::of(scenario);
    meeting.finish();
    assert_eq!(meeting.result("o").decision, Decision::Adopted);
    let by = meeting.who("C");
    let dissociates = |kind: &EventKind| {
        matches!(kind, EventKind::StatementDelivered(said) if said.speaker == by
            && matches!(said.purpose, StatementPurpose::Dissociation(_)))
    };
    meeting.place(dissociates);
}

#[test]
fn practice_members_and_others_join_the_sponsors_until_the_vote() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.until_stage(StageName::Action);
    let (outcome, early) = (meeting.outcome("o"), meeting.who("C"));
    meeting.does(&Action::Sponsor { by: early, outcome });
    assert_eq!(
        meeting.act(&Action::Sponsor { by: early, outcome }),
        Err(RuleViolation::DoneAlready)
    );
    meeting.finish();
    let state = meeting.debate.state();
    assert!(state.joined[(early, outcome)]);
    assert!(state.joined[(meeting.who("Z"), outcome)], "others than members join too");
    let joined = |who| state.joined[(who, outcome)] && meeting.scenario.members[who].votes();
    let result = meeting.result("o");
    for who in meeting.scenario.members.ids().filter(|&who| joined(who)) {
        assert!(result.in_favour.contains(&who), "a sponsor votes in favour");
    }
    let late = meeting.act(&Action::Sponsor { by: meeting.who("D"), outcome });
    assert_eq!(late, Err(RuleViolation::NotPut));
}

#[test]
fn practice_a_long_meeting_is_suspended_at_one_o_clock_and_resumed_at_three() {
    let mut meeting = Meeting::of(fifteen(80, "time_limit: 20,"));
    meeting.finish();
    let suspended = meeting.places(|kind| matches!(kind, EventKind::MeetingSuspended { .. }));
    assert!(!suspended.is_empty());
    let EventKind::MeetingSuspended { at } = meeting.events[suspended[0]].kind else {
        panic!("it is one");
    };
    assert!((780.0..800.0).contains(&at), "{at} minutes after midnight");
    let EventKind::MeetingResumed { at } = meeting.events[suspended[0] + 1].kind else {
        panic!("it is resumed");
    };
    assert!((at - 900.0).abs() < 1e-9);
    let mut short = Meeting::of(fifteen(80, "time_limit: 3,"));
    short.finish();
    assert!(short.places(|kind| matches!(kind, EventKind::MeetingSuspended { .. })).is_empty());
}

#[test]
fn practice_the_time_limit_is_recalled_before_invited_speakers_and_nobody_exceeds_it() {
    let mut meeting = Meeting::of(cyber());
    meeting.finish();
    let recalled = meeting.place(|kind| matches!(kind, EventKind::TimeLimitRecalled { .. }));
    assert_eq!(meeting.events[recalled].stage, StageName::InvitedStatements);
    for event in &meeting.events {
        if let EventKind::StatementDelivered(said) = &event.kind {
            assert!(said.minutes > 0.0 && said.minutes <= meeting.scenario.time_limit);
        }
    }
}

#[test]
fn practice_whoever_is_criticized_by_name_may_make_a_further_statement_and_hardens() {
    let scenario = criticism("Measured");
    let mut meeting = Meeting::of(Arc::clone(&scenario));
    let (critic, named) = (meeting.who("B"), meeting.who("A"));
    let issue = meeting.issue("issue");
    meeting.finish();
    let by_name = meeting.place(|kind| {
        matches!(kind, EventKind::StatementDelivered(said) if said.speaker == critic
            && said.criticizes.is_some_and(|c| c.named && c.of == named))
    });
    let asked = meeting.place(|kind| matches!(kind, EventKind::FloorRequested { .. }));
    assert!(asked > by_name);
    let further = meeting.place(|kind| {
        matches!(kind, EventKind::StatementDelivered(said) if said.speaker == named
            && said.purpose == StatementPurpose::Further)
    });
    assert_eq!(meeting.events[further].stage, StageName::FurtherStatements);
    let before = scenario.derived.instructions[(named, issue)].flexibility;
    let after = meeting.debate.state().flexibility[(named, issue)];
    assert!((after - before * (1.0 - scenario.dynamics.backlash)).abs() < 1e-12);
}

#[test]
fn practice_the_guarded_let_criticism_pass() {
    let mut meeting = Meeting::of(criticism("Guarded"));
    meeting.finish();
    assert!(meeting.places(|kind| matches!(kind, EventKind::FloorRequested { .. })).is_empty());
}

/// A voices a position, B criticizes it by name through a sourced argument.
fn criticism(style_of_a: &str) -> Arc<Scenario> {
    let argument = "style: Candid, relations: { \"A\": -80 }, arguments: [ Argument(issue: \
                    \"issue\", toward: High, text: \"The report of 2023 describes what State A \
                    has done.\", source: \"report\") ],";
    Council::new()
        .member_with(("A", "Elected"), 5, 90, &format!("style: {style_of_a},"))
        .member_with(("B", "Elected"), 95, 90, argument)
        .outcome("o", "Resolution", "B", 70)
        .with("sources: { \"report\": Source(title: \"A report\", date: \"2023-05-01\") },")
        .with("program: [Opening, MembersStatements(order: List), FurtherStatements, Closing],")
        .build()
}

#[test]
fn practice_the_president_speaks_in_its_national_capacity_like_every_member() {
    let mut meeting = Meeting::of(fifteen(80, ""));
    meeting.finish();
    let president = meeting.scenario.president;
    let given = meeting.places(|kind| {
        *kind == EventKind::FloorGiven { to: president, capacity: Capacity::National }
    });
    assert_eq!(given.len(), 1);
}

#[test]
fn every_step_is_labelled_rule_or_practice() {
    let mut meeting = Meeting::of(cyber());
    meeting.finish();
    let label = |wanted: fn(&EventKind) -> bool| {
        let event = meeting.events.iter().find(|event| wanted(&event.kind));
        basis(&meeting.scenario, event.expect("it happens")).label()
    };
    assert_eq!(label(|kind| matches!(kind, EventKind::ParticipantsInvited { .. })), "rule");
    assert_eq!(label(|kind| matches!(kind, EventKind::TextAmended { .. })), "practice");
    assert_eq!(label(|kind| matches!(kind, EventKind::TimeLimitRecalled { .. })), "practice");
    assert_eq!(label(|kind| matches!(kind, EventKind::PositionsShifted { .. })), "model");
    for event in &meeting.events {
        assert!(!basis(&meeting.scenario, event).words().is_empty());
    }
}
