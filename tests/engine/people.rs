//! People act through the same door as the model, and know what their delegations would know.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{Declared, StageName};
use horseshoe::debate::{
    Action, Cause, Debate, EventKind, EventQueue, Intended, IntendedPoint, Intervention, Knowledge,
    Leaning, NoRecord, Record, RuleViolation, compare,
};
use proptest::prelude::*;

use super::council::{cyber, five};
use super::meeting::Meeting;
use super::random::{Kind, scenario};

/// The cyber debate, with one delegation's turn to speak.
fn with_the_floor(id: &str) -> Meeting {
    let mut meeting = Meeting::of(cyber());
    let who = meeting.who(id);
    meeting.until(|meeting| meeting.debate.state().next_speaker() == Some(who));
    meeting
}

#[test]
fn a_person_says_what_it_chose_and_the_others_hear_it() {
    let mut meeting = with_the_floor("SVN");
    let speaker = meeting.who("SVN");
    let issue = meeting.issue("mainstreaming");
    let outcome = meeting.outcome("mainstreaming-statement");
    let said = Intended {
        points: vec![IntendedPoint { issue, voiced: 0.9, emphasis: 0.5 }],
        declarations: vec![(outcome, Declared::Reservations)],
        ..Intended::silent(speaker)
    };
    meeting.does(&Action::Say(said));
    let state = meeting.debate.state();
    assert_eq!(state.voiced[(speaker, issue)], Some(0.9));
    assert_eq!(state.declared[(outcome, speaker)], Declared::Reservations);
    let heard = meeting.events.iter().rev().find_map(|event| match &event.kind {
        EventKind::PositionsShifted { rows } => Some(rows.len()),
        _ => None,
    });
    assert!(heard > Some(0));
    let given =
        meeting.events.iter().rev().find(|e| matches!(e.kind, EventKind::FloorGiven { .. }));
    assert_eq!(given.map(|event| event.cause), Some(Cause::Person));
}

#[test]
fn half_the_emphasis_moves_listeners_half_as_far() {
    let pulls = |emphasis: f64| -> Vec<f64> {
        let mut meeting = with_the_floor("SVN");
        let issue = meeting.issue("mainstreaming");
        let said = Intended {
            points: vec![IntendedPoint { issue, voiced: 0.9, emphasis }],
            ..Intended::silent(meeting.who("SVN"))
        };
        meeting.does(&Action::Say(said));
        let rows = meeting.events.iter().rev().find_map(|event| match &event.kind {
            EventKind::PositionsShifted { rows } => Some(rows.clone()),
            _ => None,
        });
        rows.expect("somebody listens").iter().map(|row| row.pull).collect()
    };
    for (half, whole) in pulls(0.5).iter().zip(pulls(1.0)) {
        assert!((half * 2.0 - whole).abs() < 1e-12);
    }
}

#[test]
fn a_statement_that_does_not_fit_is_refused_and_changes_nothing() {
    let mut meeting = with_the_floor("SVN");
    let speaker = meeting.who("SVN");
    let issue = meeting.issue("mainstreaming");
    let silent = Intended::silent(speaker);
    let point = |voiced, emphasis| IntendedPoint { issue, voiced, emphasis };
    let unheard = meeting.issue("legal-regime");
    let summary = meeting.outcome("summary");
    let faulty = [
        Intended { points: vec![point(1.5, 1.0)], ..silent.clone() },
        Intended { points: vec![point(f64::NAN, 1.0)], ..silent.clone() },
        Intended { points: vec![point(0.5, -1.0)], ..silent.clone() },
        Intended { points: vec![point(0.5, 1.0), point(0.6, 1.0)], ..silent.clone() },
        Intended { declarations: vec![(summary, Declared::InFavour)], ..silent.clone() },
        Intended { criticizes: Some((speaker, issue)), ..silent.clone() },
        Intended { commends: Some((meeting.scenario.derived.voting[14], unheard)), ..silent },
    ];
    let before = meeting.debate.state().clone();
    let last = faulty.len() - 1;
    for (at, said) in faulty.into_iter().enumerate() {
        if at == last && before.voiced[(meeting.scenario.derived.voting[14], unheard)].is_some() {
            continue;
        }
        let refused = meeting.act(&Action::Say(said));
        assert_eq!(refused, Err(RuleViolation::DoesNotFit), "case {at}");
    }
    assert!(meeting.debate.state() == &before);
}

#[test]
fn the_model_speaks_for_a_person_as_it_would_have_spoken() {
    let mut own = with_the_floor("SVN");
    let mut model = with_the_floor("SVN");
    own.does(&Action::Deliver(own.who("SVN")));
    model.step();
    let said = |meeting: &Meeting| {
        meeting.events.iter().rev().find_map(|event| match &event.kind {
            EventKind::StatementDelivered(statement) => Some(statement.clone()),
            _ => None,
        })
    };
    assert_eq!(said(&own), said(&model));
}

#[test]
fn a_preview_causes_what_the_action_then_causes() {
    let mut meeting = with_the_floor("SVN");
    let mut preview = EventQueue::new(&meeting.scenario);
    let action = Action::Pass(meeting.who("SVN"));
    meeting.debate.decide(&action, &mut preview).expect("it has the floor");
    let count = meeting.events.len();
    meeting.does(&action);
    assert_eq!(preview.events(), &meeting.events[count..]);
}

#[test]
fn what_people_did_is_saved_and_held_again() {
    let scenario = cyber();
    let outcome = scenario.outcome("annual-meeting").expect("it is there");
    let by = scenario.delegation("SVN").expect("it is there");
    let people = [
        Intervention { step: 0, action: Action::SoundOut { by, of: scenario.president, outcome } },
        Intervention { step: 40, action: Action::RaisePointOfOrder(by) },
    ];
    let record = Record::with(Arc::clone(&scenario), Seed(3), &people);
    assert_eq!(record.interventions(), people);
    let bundled = horseshoe::scenario::library::bundled("unsc-cyber-2024").expect("it is bundled");
    let text = record.lines(bundled.text, |_, _| {}).join("\n") + "\n";
    let replayed = horseshoe::debate::replay(&text).expect("it is as it was");
    assert!(replayed.record.events == record.events);
    assert_eq!(replayed.record.interventions(), people);
    let opened = horseshoe::debate::open(&text).expect("it is whole");
    assert!(opened.damage.is_none());
    assert!(opened.record.events == record.events && opened.record.steps == record.steps);
}

#[test]
fn two_branches_share_their_luck_and_differ_by_what_was_done() {
    let scenario = cyber();
    let whole = Record::of(Arc::clone(&scenario), Seed(1));
    let who = scenario.delegation("RUS").expect("it is there");
    let floor = |event: &horseshoe::debate::Event| matches!(event.kind, EventKind::FloorGiven { to, .. } if to == who);
    let at = whole.events.iter().position(floor).expect("it speaks");
    let mut branch = whole.branch(at);
    branch.intervene(&Action::Pass(who)).expect("it has the floor");
    branch.finish();
    let difference = compare(&whole, &branch);
    assert_eq!(difference.shared, at);
    assert!(!difference.positions.is_empty(), "its words had moved somebody");
    assert!(difference.rows.iter().any(|row| row.same), "the rest of the meeting goes on");
    assert_eq!(
        difference.rows.iter().filter(|row| row.first.is_some()).count(),
        whole.events.len() - at
    );
    let same = compare(&whole, &whole);
    assert_eq!(same.shared, whole.events.len());
    assert!(same.rows.is_empty() && same.outcomes.is_empty() && same.positions.is_empty());
}

#[test]
fn a_seat_knows_its_own_mind_and_nobody_else_s() {
    let mut meeting = Meeting::of(cyber());
    let seats = [meeting.who("SVN")];
    meeting.finish();
    let scenario = Arc::clone(&meeting.scenario);
    let knowledge = Knowledge::of(&scenario, &seats);
    let (mut known, mut own_soundings) = (0, 0);
    for event in &meeting.events {
        let Some(seen) = knowledge.event(event) else {
            let public = event.book == horseshoe::debate::Book::Record;
            assert!(!public, "the record is known to all: {:?}", event.kind);
            continue;
        };
        known += 1;
        match &seen.kind {
            EventKind::PositionsShifted { rows } => {
                assert!(rows.iter().all(|row| row.listener == seats[0]));
            }
            EventKind::SoundingTaken(sounding) => {
                own_soundings += 1;
                assert!(sounding.by == seats[0] || sounding.of == seats[0]);
                assert!(sounding.heard.is_empty());
            }
            EventKind::StatementDelivered(statement) if statement.speaker != seats[0] => {
                for declaration in &statement.declarations {
                    assert!(declaration.judgement.total().abs() < 1e-15);
                    assert!(declaration.chance.in_favour.abs() < 1e-15);
                }
            }
            EventKind::BallotsCast { rows, .. } | EventKind::SilenceBroken { rows, .. } => {
                for row in rows.iter().filter(|row| row.delegation != seats[0]) {
                    assert!(row.judgement.gain.abs() < 1e-15 && row.draw.abs() < 1e-15);
                }
            }
            EventKind::AmendmentsWeighed { outcome, offers } => {
                let pen = scenario.outcomes[*outcome].sponsors[0];
                assert!(pen == seats[0] || offers.iter().all(|o| o.estimate.is_none()));
            }
            EventKind::TextsSelected { rows } => {
                assert!(rows.iter().all(|row| {
                    row.estimate.is_none() || scenario.outcomes[row.outcome].sponsors[0] == seats[0]
                }));
            }
            _ => {}
        }
    }
    assert!(known > 100 && own_soundings < 10);
    let other = meeting.who("RUS");
    let state = meeting.debate.state();
    let silent = scenario.issues.ids().find(|&issue| state.voiced[(other, issue)].is_none());
    assert_eq!(knowledge.position(state, other, silent.expect("it said little")), None);
    let issue = meeting.issue("mainstreaming");
    assert_eq!(
        knowledge.position(state, seats[0], issue),
        Some(state.positions[(seats[0], issue)])
    );
}

#[test]
fn an_invited_participant_hears_nothing_of_consultations() {
    let mut meeting = Meeting::of(cyber());
    let seats = [meeting.who("EST")];
    meeting.finish();
    let knowledge = Knowledge::of(&meeting.scenario, &seats);
    for event in &meeting.events {
        let of_consultations = matches!(
            event.kind,
            EventKind::AmendmentsWeighed { .. }
                | EventKind::TextAmended { .. }
                | EventKind::SilenceBroken { .. }
        );
        assert!(!of_consultations || knowledge.event(event).is_none());
    }
}

#[test]
fn what_a_seat_may_expect_does_not_depend_on_what_others_keep_to_themselves() {
    let expected = |position: u32| {
        // E keeps silent: in this debate nobody has spoken yet.
        let scenario = super::council::Council::new()
            .member("A", "Elected", 70, 80)
            .member("E", "Elected", position, 60)
            .outcome("o", "Resolution", "A", 65)
            .with("rules: Rules(forms: { Resolution: Vote(threshold: Count(2)) }),")
            .build();
        let debate = Debate::new(Arc::clone(&scenario), Seed(1));
        let seats = [scenario.delegation("A").expect("it is there")];
        let outcome = scenario.outcome("o").expect("it is there");
        Knowledge::of(&scenario, &seats).expectation(debate.state(), outcome, None)
    };
    assert_eq!(expected(10), expected(90));
}

#[test]
fn the_answer_to_a_sounding_is_a_leaning_in_words() {
    for (chance, leaning) in [
        (0.0, Leaning::Against),
        (0.2, Leaning::Doubtful),
        (0.5, Leaning::Open),
        (0.8, Leaning::Inclined),
        (1.0, Leaning::InFavour),
    ] {
        assert_eq!(Leaning::of(chance), leaning);
        assert_eq!(Leaning::of(leaning.chance()), leaning, "it tells no more than itself");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_admissible_is_admitted_and_what_is_not_is_refused(
        of in any::<u64>(),
        seed in any::<u64>(),
        steps in 0..60_usize,
        chosen in any::<prop::sample::Index>(),
    ) {
        let scenario = scenario(of, Kind::Plain);
        let mut debate = Debate::new(Arc::clone(&scenario), Seed(seed));
        for _ in 0..steps {
            let Some(action) = debate.propose() else { break };
            debate.commit(&action, &mut NoRecord).expect("what is proposed is admitted");
        }
        let admissible = debate.admissible();
        if let Some(proposed) = debate.propose() {
            prop_assert!(admissible.contains(&proposed), "{:?}", proposed);
        }
        if !admissible.is_empty() {
            let action = &admissible[chosen.index(admissible.len())];
            let before = debate.state().clone();
            prop_assert_eq!(debate.intervene(action, &mut NoRecord), Ok(()));
            prop_assert!(debate.state() != &before, "an action leaves its mark");
        }
        // Whatever a person does, the meeting can be held to its end.
        let mut left = 10_000;
        while let Some(action) = debate.propose() {
            prop_assert_eq!(debate.commit(&action, &mut NoRecord), Ok(()));
            left -= 1;
            prop_assert!(left > 0);
        }
        for action in debate.of_the_programme() {
            let is_inject = matches!(action, Action::FireInject(_));
            let is_chair = action == Action::CedeChair;
            prop_assert!(is_inject || is_chair || debate.commit(&action, &mut NoRecord).is_err());
        }
    }

    #[test]
    fn only_the_next_on_the_list_is_ever_admitted_to_speak(seed in any::<u64>(), steps in 0..80_usize) {
        let mut debate = Debate::new(five().build(), Seed(seed));
        for _ in 0..steps {
            let Some(action) = debate.propose() else { break };
            debate.commit(&action, &mut NoRecord).expect("what is proposed is admitted");
        }
        let next = debate.state().next_speaker();
        for action in debate.admissible() {
            if let Action::Deliver(who) | Action::Pass(who) = action {
                prop_assert_eq!(Some(who), next);
            }
            if let Action::OpenNextStage = action {
                prop_assert_eq!(next, None);
            }
        }
        let stage = debate.state().stage_name(debate.scenario());
        let decides = debate.admissible().iter().any(|a| matches!(a, Action::Decide(_)));
        prop_assert!(!decides || matches!(stage, StageName::Action | StageName::JointStatements));
    }
}

#[test]
fn a_branch_is_saved_as_a_scenario_that_goes_on_from_there() {
    let bundled = horseshoe::scenario::library::bundled("unsc-cyber-2024").expect("it is bundled");
    let whole = Record::of(cyber(), Seed(4));
    let closed = |event: &horseshoe::debate::Event| event.kind == EventKind::MeetingAdjourned;
    let at = whole.events.iter().position(closed).expect("it is adjourned");
    let branch = whole.branch(at + 1);
    let text = branch.continuation(bundled.text, "The day after").expect("it is its file");
    let next = super::council::read(&text);
    assert_eq!(next.title, "The day after");
    let names: Vec<StageName> = next.program.iter().map(|stage| stage.name()).collect();
    assert_eq!(names, [StageName::Consultations, StageName::Action]);
    let state = branch.state_at(usize::MAX);
    for who in next.members.ids() {
        for issue in next.issues.ids() {
            let (a, x) = (&next.derived.instructions[(who, issue)], state.positions[(who, issue)]);
            assert!(!a.given || (a.position - x).abs() <= 0.000_051, "{} {x}", a.position);
        }
    }
    // Comments and layout are those of the file.
    let comments = |text: &str| text.lines().filter(|l| l.trim_start().starts_with("//")).count();
    assert_eq!(comments(&text), comments(bundled.text));
    let other = whole.continuation("Scenario()", "x");
    assert!(other.is_err());
}

#[test]
fn texts_and_forms_are_carried_on_and_injects_do_not_happen_twice() {
    let text = "Scenario(format: 1, title: \"T\", date: \"2024-01-31\", body: \"A council\",
        issues: { \"issue\": Issue(name: \"I\", low: \"Less\", high: \"More\", status_quo: 40) },
        members: {
            \"A\": Member(name: \"State A\", seat: Elected, stances: { \"issue\": Stance(position: 70, salience: 80) }),
            \"B\": Member(name: \"State B\", seat: Elected, stances: { \"issue\": Stance(position: 65, salience: 60) }),
            \"C\": Member(name: \"State C\", seat: Elected, stances: { \"issue\": Stance(position: 52, salience: 60) }),
        },
        president: \"A\",
        injects: [ Inject(title: \"Once\", when: AfterStatement(1), effects: [ Heat(issue: \"issue\", by: 50) ]) ],
        outcomes: { \"o\": Outcome(title: \"O\", form: Resolution, sponsors: [\"A\"], aims: { \"issue\": Aim(position: 60) }) })";
    let record = Record::of(super::council::read(text), Seed(1));
    let state = record.state_at(usize::MAX);
    let next = super::council::read(&record.continuation(text, "T2").expect("it is its file"));
    let outcome = next.outcome("o").expect("it is there");
    assert_eq!(next.outcomes[outcome].form, state.texts[outcome].form);
    assert_ne!(next.outcomes[outcome].form, record.scenario.outcomes[outcome].form);
    assert!(next.injects.iter().all(|inject| inject.probability.abs() < 1e-15));
    assert_eq!(next.program, record.scenario.program, "the debate was over");
}
