//! What people say in their own words, and how the seats they play fare.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use horseshoe::Seed;
use horseshoe::analysis::seat::{self, SeatResult, objectives, standing};
use horseshoe::council::{Declared, Goal, StatementPurpose, Style};
use horseshoe::debate::{
    self, Action, EventKind, Explaining, Intended, IntendedPoint, MOST_CHARACTERS, Record,
    RuleViolation,
};
use horseshoe::scenario::library::BUNDLED;
use horseshoe::scenario::load;
use horseshoe::text::{Entry, EntryKind, Phrasebook, Verbatim, record_text};
use horseshoe::vote::Ballot;

use super::council::cyber;
use super::meeting::Meeting;

const OWN_WORDS: &str = "Madam President, Slovenia thanks you. Water systems need protection.";

/// The cyber debate until Slovenia has the floor, and what it then says in these words.
fn in_own_words(words: &str) -> (Meeting, Result<(), RuleViolation>) {
    let mut meeting = Meeting::of(cyber());
    let who = meeting.who("SVN");
    meeting.until(|meeting| meeting.debate.state().next_speaker() == Some(who));
    let said = Intended { words: Some(words.to_owned()), ..Intended::silent(who) };
    let done = meeting.act(&Action::Say(said));
    (meeting, done)
}

#[test]
fn the_words_of_a_person_stand_in_the_record_as_they_are() {
    let (meeting, done) = in_own_words(OWN_WORDS);
    assert_eq!(done, Ok(()));
    let entries = Verbatim::of(&meeting.scenario, Seed(1), &meeting.events);
    let said = entries.iter().find(|entry| entry.text.contains(OWN_WORDS));
    assert!(matches!(said.map(|entry| &entry.kind), Some(EntryKind::Statement { .. })), "{said:?}");
}

#[test]
fn words_take_the_time_it_takes_to_say_them() {
    let long = "word ".repeat(330);
    let (meeting, _) = in_own_words(&long);
    let minutes = meeting.events.iter().rev().find_map(|event| match &event.kind {
        EventKind::StatementDelivered(statement) => Some(statement.minutes),
        _ => None,
    });
    assert_eq!(minutes, Some(3.0));
}

#[test]
fn words_without_end_are_refused() {
    let (_, done) = in_own_words(&"w".repeat(MOST_CHARACTERS + 1));
    assert_eq!(done, Err(RuleViolation::TooLong));
}

#[test]
fn a_record_of_an_unfinished_meeting_with_seats_verifies() {
    let mut record = Record::new(cyber(), Seed(1));
    let who = record.scenario.delegation("SVN").expect("it takes part");
    record.intervene(&Action::TakeSeat(who)).expect("it is free");
    let mut meeting = record.debate();
    while meeting.state().next_speaker() != Some(who) {
        let action = meeting.propose().expect("it speaks in every debate");
        record.carry_out(&mut meeting, &action, false).expect("what is proposed is admitted");
    }
    let said = Intended { words: Some(OWN_WORDS.to_owned()), ..Intended::silent(who) };
    record.intervene(&Action::Say(said)).expect("it has the floor");
    let text = record_text(&record, Phrasebook::english());
    let again = debate::replay(&text).expect("it is as it was").record;
    assert!(again.events == record.events && again.seats() == [who]);
    let altered = text.replace("Water systems", "Power systems");
    assert!(debate::replay(&altered).is_err());
}

/// What Slovenia says around the vote on a text that it votes on as told.
fn explained(ballot: Ballot, when: Explaining) -> Vec<StatementPurpose> {
    let mut meeting = Meeting::of(cyber());
    let (by, outcome) = (meeting.who("SVN"), meeting.outcome("panel-of-experts"));
    let words = Some(OWN_WORDS.to_owned());
    meeting.does(&Action::Lock { by, outcome, ballot });
    meeting.does(&Action::Explain { by, outcome, when, words });
    meeting.finish();
    let statements = meeting.events.iter().filter_map(|event| match &event.kind {
        EventKind::StatementDelivered(said) if said.speaker == by => Some(said),
        _ => None,
    });
    let own = statements.filter(|said| said.words.as_deref() == Some(OWN_WORDS));
    own.map(|said| said.purpose).collect()
}

#[test]
fn a_person_settles_whether_and_when_its_vote_is_explained() {
    let outcome = cyber().outcome("panel-of-experts").expect("it is proposed");
    let before = [StatementPurpose::ExplanationBefore(outcome)];
    assert_eq!(explained(Ballot::InFavour, Explaining::Before), before);
    let after = [StatementPurpose::ExplanationAfter(outcome)];
    assert_eq!(explained(Ballot::Abstaining, Explaining::After), after);
    assert_eq!(explained(Ballot::Abstaining, Explaining::Never), []);
}

#[test]
fn every_voting_member_of_every_bundled_scenario_has_something_to_achieve() {
    for bundled in BUNDLED {
        let scenario = load(bundled.id, bundled.text.as_bytes()).scenario.expect("it is sound");
        for &who in &scenario.derived.voting {
            let goals = objectives(&scenario, who);
            let points: f64 = goals.iter().map(|goal| goal.points).sum();
            let name = &scenario.members[who].identifier;
            assert!(!goals.is_empty() && points > 0.0, "{}: {name}", bundled.id);
        }
    }
}

#[test]
fn raising_an_issue_and_standing_alone_show_in_the_result() {
    let met = |ballot: Ballot, points: Vec<&str>| {
        let mut meeting = Meeting::of(cyber());
        let (by, outcome) = (meeting.who("SVN"), meeting.outcome("panel-of-experts"));
        meeting.does(&Action::Lock { by, outcome, ballot });
        meeting.until(|meeting| meeting.debate.state().next_speaker() == Some(by));
        let points = points.iter().map(|issue| horseshoe::debate::IntendedPoint {
            issue: meeting.issue(issue),
            voiced: 0.8,
            emphasis: 1.0,
        });
        let said = Intended { points: points.collect(), ..Intended::silent(by) };
        meeting.does(&Action::Say(said));
        meeting.finish();
        let result = SeatResult::of(&meeting.scenario, meeting.debate.state(), by);
        let raised = meeting.issue("human-rights");
        let is_met = |goal: Goal| {
            result.objectives.iter().find(|it| it.objective.goal == goal).is_some_and(|it| it.met)
        };
        is_met(Goal::Raise(raised))
    };
    assert!(met(Ballot::InFavour, vec!["human-rights"]));
    assert!(!met(Ballot::InFavour, vec!["dprk"]));
}

#[test]
fn a_text_that_gives_way_is_worth_less_to_who_wanted_it() {
    let mut meeting = Meeting::of(cyber());
    let (who, outcome) = (meeting.who("KOR"), meeting.outcome("secretariat-briefings"));
    meeting.finish();
    let worth = seat::worth(&meeting.scenario, meeting.debate.state(), who);
    let it = worth.iter().find(|it| it.outcome == outcome).expect("it has aims");
    let version = meeting.debate.state().texts[outcome].version;
    assert!(it.first > 0.0);
    assert_eq!(version == 1, (it.first - it.last).abs() < 1e-12);
}

#[test]
fn the_place_among_many_runs_is_a_share_with_its_interval() {
    let scenario = cyber();
    let who = scenario.delegation("SVN").expect("it takes part");
    let (done, cancel) = (AtomicU64::new(0), AtomicBool::new(false));
    let many = standing(&scenario, who, (Seed(1), 60), (&done, &cancel));
    assert_eq!((many.points.len(), done.load(Ordering::Relaxed)), (60, 60));
    let again = standing(&scenario, who, (Seed(1), 60), (&AtomicU64::new(0), &cancel));
    assert_eq!(many, again);
    let best = many.better_than(1e6);
    assert!((best.share - 1.0).abs() < 1e-12 && best.low < 1.0);
    assert!(many.better_than(-1.0).share < 1e-12);
    let median = many.median().expect("there are runs");
    let middle = many.better_than(median).share;
    assert!((0.2..=0.8).contains(&middle), "{middle}");
    let stopped = AtomicBool::new(true);
    let none = standing(&scenario, who, (Seed(1), 60), (&AtomicU64::new(0), &stopped));
    assert_eq!(none.median(), None);
}

#[test]
fn what_was_voiced_stands_beside_what_was_instructed() {
    let mut meeting = Meeting::of(Arc::clone(&cyber()));
    meeting.finish();
    let who = meeting.who("RUS");
    let rows = seat::voiced(&meeting.scenario, meeting.debate.state(), who);
    assert!(rows.iter().any(|row| row.voiced.is_some()));
    // The model keeps to its red lines.
    assert!(rows.iter().all(|row| !row.beyond_red_line));
    let declared = meeting.debate.state().declared.row(meeting.outcome("panel-of-experts"));
    assert!(declared.contains(&Declared::InFavour));
}

#[test]
fn for_who_is_played_the_model_does_nothing_of_its_own_accord() {
    let mut meeting = Meeting::of(cyber());
    let (japan, text) = (meeting.who("JPN"), meeting.outcome("panel-of-experts"));
    meeting.does(&Action::TakeSeat(japan));
    assert_eq!(meeting.act(&Action::TakeSeat(japan)), Err(RuleViolation::DoneAlready));
    meeting.finish();
    let own = meeting.events.iter().filter(|event| match &event.kind {
        EventKind::SoundingTaken(sounding) => sounding.by == japan,
        EventKind::AmendmentsWeighed { offers, .. } => offers.iter().any(|it| it.by == japan),
        EventKind::SponsorsJoined { delegations, .. } => delegations.contains(&japan),
        EventKind::FloorRequested { by, .. } => *by == japan,
        _ => false,
    });
    assert_eq!(own.count(), 0);
    // It holds the pen, and did not withdraw: its text is put.
    let put = meeting.debate.state().ballots[(japan, text)];
    assert!(put.is_some());
}

#[test]
fn a_seat_that_is_left_is_the_models_again() {
    let mut meeting = Meeting::of(cyber());
    let japan = meeting.who("JPN");
    meeting.does(&Action::TakeSeat(japan));
    meeting.does(&Action::LeaveSeat(japan));
    let mut alone = Meeting::of(cyber());
    meeting.finish();
    alone.finish();
    let kinds = |meeting: &Meeting| -> Vec<EventKind> {
        let events = meeting.events.iter().map(|event| event.kind.clone());
        let shown = |kind: &EventKind| {
            !matches!(kind, EventKind::SeatTaken { .. } | EventKind::SeatLeft { .. })
        };
        events.filter(shown).collect()
    };
    assert_eq!(kinds(&meeting), kinds(&alone));
}

/// The words drafted for a statement of Slovenia on every issue it has instructions on, in a
/// register.
fn in_register(register: Option<Style>) -> String {
    let mut meeting = Meeting::of(cyber());
    let who = meeting.who("SVN");
    meeting.until(|meeting| meeting.debate.state().next_speaker() == Some(who));
    let scenario = &meeting.scenario;
    let instructed = |issue| {
        let own = scenario.derived.instructions[(who, issue)];
        own.given.then_some(IntendedPoint { issue, voiced: own.position, emphasis: 1.0 })
    };
    let points = scenario.issues.ids().filter_map(instructed).collect();
    let said = Intended { points, register, ..Intended::silent(who) };
    assert_eq!(meeting.act(&Action::Say(said)), Ok(()));
    let entries = Verbatim::of(&meeting.scenario, Seed(1), &meeting.events);
    let of_its_own = |entry: &&Entry| matches!(entry.kind, EntryKind::Statement { speaker, .. } if speaker == who);
    entries.iter().rfind(of_its_own).expect("it was told").text.clone()
}

#[test]
fn the_register_of_a_statement_chooses_among_its_words() {
    let own = cyber().members[cyber().delegation("SVN").expect("it takes part")].style;
    assert_eq!(in_register(None), in_register(Some(own)), "its own style is the usual register");
    let all = [Style::Guarded, Style::Measured, Style::Candid].map(|it| in_register(Some(it)));
    assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2], "{all:#?}");
}
