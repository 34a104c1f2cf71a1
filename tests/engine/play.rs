//! Playing through the session: where it waits, what people do, how it is found again.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{DelegationId, OutcomeId};
use horseshoe::debate::{
    self, Action, Event, EventKind, Expected, Intended, IntendedPoint, Knowledge, Leaning, Record,
    RuleViolation, Standing, State,
};
use horseshoe::scenario::Scenario;
use horseshoe::session::journal::{Notes, recover};
use horseshoe::session::{Draft, Due, Eyes, Matter, Session, TurnKind, notebook};
use horseshoe::vote::{Ballot, BallotRow};

use super::council::cyber;

fn who(session: &Session, id: &str) -> DelegationId {
    session.scenario().delegation(id).expect("the test names its members")
}

fn outcome(session: &Session, id: &str) -> OutcomeId {
    session.scenario().outcome(id).expect("the test names its outcomes")
}

fn played(seats: &[&str], presides: bool) -> Session {
    let mut session = Session::new(cyber(), Seed(1));
    let seats = seats.iter().map(|id| who(&session, id)).collect();
    session.sit(seats, presides).expect("nothing was done yet");
    session
}

/// Shows what has happened, up to what waits for a person.
fn wait(session: &mut Session) -> Option<Due> {
    session.seek(usize::MAX);
    session.due().cloned()
}

/// Shows and finishes whatever waits, until `wanted` waits.
fn until(session: &mut Session, wanted: impl Fn(&Matter) -> bool) -> Due {
    loop {
        let due = wait(session).expect("it waits for this before the debate is over");
        if wanted(&due.matter) {
            return due;
        }
        session.finish_matter();
    }
}

fn to_the_end(session: &mut Session) {
    while wait(session).is_some() {
        session.finish_matter();
    }
}

#[test]
fn the_debate_waits_for_a_seat_before_the_meeting_at_the_floor_in_each_round_and_at_each_vote() {
    let mut session = played(&["SVN"], false);
    let mut matters = Vec::new();
    while let Some(due) = wait(&mut session) {
        assert_eq!(due.who, who(&session, "SVN"));
        matters.push(due.matter);
        session.finish_matter();
    }
    assert!(session.is_over());
    assert_eq!(matters[0], Matter::Soundings);
    // Slovenia lends its name to a joint statement, or does not, before the debate.
    let floor = matters.iter().position(|it| *it == Matter::Floor).expect("it is on the list");
    assert!(matters[..floor].iter().any(|it| matches!(it, Matter::Vote(_))));
    assert!(matters.contains(&Matter::Round(1)));
    assert!(matters[floor..].iter().any(|it| matches!(it, Matter::Vote(_))));
    let mut once = matters.clone();
    once.dedup();
    assert_eq!(once, matters, "nothing waits twice");
}

#[test]
fn a_statement_is_said_at_the_cursor_and_seen_as_the_next_turn() {
    let mut session = played(&["SVN"], false);
    let due = until(&mut session, |matter| *matter == Matter::Floor);
    let issue = session.scenario().order.issues[0];
    let points = vec![IntendedPoint { issue, voiced: 0.7, emphasis: 1.0 }];
    let said = Intended { points, words: Some("In my words.".into()), ..Intended::silent(due.who) };
    let before = session.cursor();
    session.act(&Action::Say(said)).expect("it has the floor");
    assert_eq!(session.cursor(), before);
    session.step();
    assert_eq!(session.turn().map(|turn| turn.kind), Some(TurnKind::Statement(due.who)));
    assert!(session.entries().last().is_some_and(|entry| entry.text.contains("In my words.")));
    assert_eq!(session.state().voiced[(due.who, issue)], Some(0.7));
}

#[test]
fn what_the_rules_refuse_changes_nothing() {
    let mut session = played(&["SVN"], false);
    let (svn, text) = (who(&session, "SVN"), outcome(&session, "panel-of-experts"));
    let (events, deeds) = (session.record().events.len(), session.deeds().len());
    let refused = session.act(&Action::Withdraw { by: svn, outcome: text });
    assert_eq!(refused, Err(RuleViolation::NotASponsor));
    assert_eq!(session.act(&Action::Pass(svn)), Err(RuleViolation::NotNextOnTheList));
    assert_eq!((session.record().events.len(), session.deeds().len()), (events, deeds));
    assert_eq!(session.due().map(|due| due.matter), Some(Matter::Soundings));
}

#[test]
fn five_soundings_fill_the_notebook_with_leanings_and_a_sixth_is_refused() {
    let mut session = played(&["SVN"], false);
    let (by, text) = (who(&session, "SVN"), outcome(&session, "secretariat-briefings"));
    let others = ["JPN", "FRA", "CHN", "RUS", "MLT"].map(|id| who(&session, id));
    for of in others {
        session.act(&Action::SoundOut { by, of, outcome: text }).expect("one is left");
        assert_eq!(session.due().map(|due| due.matter), Some(Matter::Soundings));
    }
    let notes = notebook(&session, by);
    assert_eq!(notes.iter().map(|note| note.of).collect::<Vec<_>>(), others);
    let of_russia = notes.iter().find(|note| note.of == others[3]).expect("it was asked");
    assert!(of_russia.leaning <= Leaning::Doubtful);
    let of = who(&session, "USA");
    let sixth = session.act(&Action::SoundOut { by, of, outcome: text });
    assert_eq!(sixth, Err(RuleViolation::NoSoundingLeft));
    assert!(notebook(&session, of).is_empty());
}

#[test]
fn each_seat_in_turn_settles_its_ballot_before_any_is_shown() {
    let mut session = played(&["SVN", "MOZ"], false);
    let first = until(&mut session, |matter| matches!(matter, Matter::Vote(_)));
    let Matter::Vote(text) = first.matter else { unreachable!("it was asked for") };
    assert_eq!(first.who, who(&session, "SVN"));
    let lock = |by, ballot| Action::Lock { by, outcome: text, ballot };
    session.act(&lock(first.who, Ballot::InFavour)).expect("it has a choice");
    session.finish_matter();
    let second = session.due().cloned().expect("the other seat is asked");
    assert_eq!((second.who, second.matter), (who(&session, "MOZ"), Matter::Vote(text)));
    assert!(!matches!(session.state().standing[text], Standing::Decided(_)));
    session.act(&lock(second.who, Ballot::Against)).expect("it has a choice");
    session.finish_matter();
    session.seek(usize::MAX);
    let ballots = &session.state().ballots;
    assert_eq!(ballots[(first.who, text)], Some(Ballot::InFavour));
    assert_eq!(ballots[(second.who, text)], Some(Ballot::Against));
}

#[test]
fn a_penholder_answers_what_is_offered() {
    let mut session = played(&["JPN"], false);
    let japan = who(&session, "JPN");
    let due = until(&mut session, |matter| matches!(matter, Matter::Answer { .. }));
    let Matter::Answer { outcome, .. } = due.matter else { unreachable!("it was asked for") };
    session.act(&Action::Answer { outcome, taken: None }).expect("it holds the pen");
    let refused = session.record().events.iter().any(|event| {
        matches!(&event.kind, EventKind::AmendmentsWeighed { outcome: of, .. } if *of == outcome)
    });
    assert!(refused);
    assert_ne!(session.due().map(|due| due.matter), Some(due.matter));
    assert_eq!(due.who, japan);
}

#[test]
fn a_debate_presided_over_step_by_step_is_the_models_where_each_step_is_the_one_proposed() {
    let mut session = played(&[], true);
    let mut steps = 0;
    while let Some(due) = wait(&mut session) {
        assert_eq!((due.who, due.matter), (session.state().president, Matter::Chair));
        session.finish_matter();
        steps += 1;
    }
    assert!(steps > 30, "{steps}");
    let met = |record: &Record| -> Vec<EventKind> {
        let kinds = record.events.iter().map(|event| event.kind.clone());
        kinds.filter(|kind| !matches!(kind, EventKind::ChairTaken { .. })).collect()
    };
    assert!(met(session.record()) == met(&Record::of(cyber(), Seed(1))));
}

#[test]
fn a_played_debate_is_saved_and_held_again() {
    let mut session = played(&["SVN", "KOR"], true);
    to_the_end(&mut session);
    let text = session.record_text();
    let again = debate::replay(&text).expect("it is as it was").record;
    assert_eq!(again.seats(), session.seats());
    let (opened, warning) = Session::open_record(&text).expect("it is a record");
    assert_eq!(warning, None);
    assert!(opened.record().events == session.record().events);
}

#[test]
fn a_record_saved_in_the_middle_of_playing_goes_on_from_there() {
    let mut session = played(&["SVN"], false);
    let due = until(&mut session, |matter| *matter == Matter::Floor);
    let text = session.record_text();
    assert!(debate::replay(&text).is_ok());
    let (mut opened, warning) = Session::open_record(&text).expect("it is a record");
    assert_eq!(warning, None);
    assert_eq!(wait(&mut opened), Some(due));
    to_the_end(&mut opened);
    assert!(opened.is_over());
}

#[test]
fn what_was_done_and_written_is_found_again_in_the_journal() {
    let mut session = played(&["SVN"], false);
    let (by, text) = (who(&session, "SVN"), outcome(&session, "secretariat-briefings"));
    let (mut notes, mut journal) = Notes::begin(&session, "unsc-cyber-2024");
    let of = who(&session, "JPN");
    session.act(&Action::SoundOut { by, of, outcome: text }).expect("five are left");
    journal.extend(notes.news(&session));
    until(&mut session, |matter| *matter == Matter::Floor);
    let issue = session.scenario().order.issues[2];
    let points = vec![IntendedPoint { issue, voiced: 0.55, emphasis: 0.5 }];
    let words = Some("Madam President, half a sentence".to_owned());
    let draft =
        Draft { intended: Intended { points, words, ..Intended::silent(by) }, ..Draft::empty(by) };
    session.keep_draft(by, Some(draft.clone()));
    let mut papers = session.papers().clone();
    papers.names.push((by, "Ana".to_owned()));
    session.keep_papers(papers.clone());
    journal.extend(notes.news(&session));
    assert_eq!(notes.news(&session), None);
    let found = recover(&journal).expect("it is a journal");
    assert_eq!(found.warning, None);
    let again = found.session;
    assert_eq!((again.place(), again.due()), (session.place(), session.due()));
    assert_eq!(again.draft(by), Some(&draft));
    assert_eq!(again.papers(), &papers);
    assert_eq!(notebook(&again, by), notebook(&session, by));
    assert!(again.record().events == session.record().events);
    session.keep_draft(by, None);
    journal.extend(notes.news(&session));
    let without = recover(&journal).expect("it is a journal").session;
    assert_eq!(without.draft(by), None);
}

#[test]
fn another_try_is_a_branch_in_which_what_came_later_is_open_again() {
    let mut session = played(&["SVN"], false);
    to_the_end(&mut session);
    let whole = session.record().events.len();
    let floor = session
        .turns()
        .iter()
        .position(|turn| turn.kind == TurnKind::Statement(who(&session, "SVN")));
    session.seek(floor.expect("it spoke"));
    let id = session.try_again().expect("somebody plays");
    assert_eq!(session.current().id(), id);
    assert_eq!(session.due().map(|due| due.matter), Some(Matter::Floor));
    session.act(&Action::Pass(who(&session, "SVN"))).expect("it has the floor");
    to_the_end(&mut session);
    assert!(session.is_over());
    session.seek(0);
    session.try_again().expect("somebody plays");
    assert_eq!(session.record().seats(), session.seats());
    assert_eq!(wait(&mut session).map(|due| due.matter), Some(Matter::Soundings));
    let first = &session.branches()[0];
    assert_eq!(first.record().events.len(), whole);
    assert!(session.can_undo().is_some());
}

#[test]
fn nothing_of_what_is_still_to_come_is_known_in_a_debate_that_is_played() {
    let session = played(&["SVN"], false);
    assert!(session.turns().is_empty());
    assert!(session.possible().is_empty());
    assert!(!session.is_over());
    let scenario = Arc::clone(session.scenario());
    let mut watched = Session::new(scenario, Seed(1));
    watched.step();
    let (mut again, seats) = (watched, vec![who(&session, "SVN")]);
    again.sit(seats, false).expect("nothing was done, only watched");
    assert_eq!(again.cursor(), 0);
}

/// The scenario with everything private of all but these delegations turned into something else.
fn with_other_secrets(scenario: &Scenario, seats: &[DelegationId]) -> Scenario {
    let mut other = scenario.clone();
    let secret = scenario.members[seats[0]].influence;
    for who in scenario.members.ids().filter(|who| !seats.contains(who)) {
        other.members[who].veto_reluctance = secret;
        for argument in &mut other.members[who].arguments {
            "a secret argument".clone_into(&mut argument.text);
        }
        if let Some(seat) = &mut other.seats[who] {
            "a secret brief".clone_into(&mut seat.brief);
        }
        for issue in scenario.issues.ids() {
            other.derived.instructions[(who, issue)].position = secret.get();
            other.derived.instructions[(who, issue)].salience = secret.get();
            other.derived.salience[(who, issue)] = secret.get();
            if let Some(stance) = &mut other.stances[(who, issue)] {
                (stance.position, stance.salience) = (secret, secret);
                stance.because = Some("a secret reason".to_owned());
                stance.red_line = None;
            }
        }
    }
    other.set_dynamics(scenario.dynamics);
    other
}

/// The event with what only others know of it turned into something else.
fn with_other_numbers(event: &Event, seats: &[DelegationId]) -> Event {
    let mut other = event.clone();
    let secret = |rows: &mut [BallotRow]| {
        for row in rows.iter_mut().filter(|row| !seats.contains(&row.delegation)) {
            (row.judgement.gain, row.draw) = (0.1234, 0.1234);
            row.chance.in_favour = 0.1234;
        }
    };
    match &mut other.kind {
        EventKind::PositionsShifted { rows } => {
            for row in rows.iter_mut().filter(|row| !seats.contains(&row.listener)) {
                (row.from, row.to) = (0.1234, 0.4321);
            }
        }
        EventKind::StatementDelivered(said) if !seats.contains(&said.speaker) => {
            for declaration in &mut said.declarations {
                declaration.judgement.gain = 0.1234;
                declaration.chance.in_favour = 0.1234;
            }
            for point in &mut said.points {
                (point.attention, point.luck) = (0.1234, 0.1234);
            }
        }
        EventKind::SoundingTaken(sounding) if !seats.contains(&sounding.by) => {
            sounding.in_favour = 0.1234;
        }
        EventKind::BallotsCast { rows, .. } | EventKind::SilenceBroken { rows, .. } => secret(rows),
        EventKind::TextsSelected { rows } => {
            for row in rows.iter_mut().filter(|row| row.estimate.is_some()) {
                row.estimate = Some(0.1234);
            }
        }
        EventKind::LeftAsSupport { estimate, .. } | EventKind::SteppedDown { estimate, .. } => {
            *estimate = 0.1234;
        }
        EventKind::AmendmentsWeighed { offers, .. } => {
            for offer in offers {
                (offer.gain, offer.estimate) = (0.1234, Some(0.1234));
            }
        }
        _ => {}
    }
    other
}

#[test]
fn what_a_seat_sees_is_the_same_whatever_others_keep_to_themselves() {
    let mut session = played(&["SVN"], false);
    to_the_end(&mut session);
    let seats = [who(&session, "SVN")];
    let record = session.truth().clone();
    let other = Record {
        scenario: Arc::new(with_other_secrets(&record.scenario, &seats)),
        seed: record.seed,
        events: record.events.iter().map(|event| with_other_numbers(event, &seats)).collect(),
        steps: record.steps.clone(),
    };
    assert!(other.events != record.events);
    let seen = |record: &Record| {
        let knowledge = Knowledge::of(&record.scenario, &seats);
        let known = knowledge.record(record);
        let states: Vec<State> = (0..=known.events.len())
            .step_by(29)
            .map(|events| knowledge.state(&known, events))
            .collect();
        (known.scenario, known.events, states)
    };
    let (first, second) = (seen(&record), seen(&other));
    assert!(first.0 == second.0, "the scenario");
    for (at, (one, two)) in first.1.iter().zip(&second.1).enumerate() {
        assert_eq!(one, two, "event {}", at + 1);
    }
    assert!(first.2 == second.2, "the states");
}

#[test]
fn while_it_is_played_a_session_shows_what_the_seat_knows_and_all_of_it_in_the_end() {
    let mut session = played(&["SVN"], false);
    until(&mut session, |matter| *matter == Matter::Floor);
    let (svn, russia) = (who(&session, "SVN"), who(&session, "RUS"));
    assert_eq!(session.eyes(), Eyes::Seat(svn));
    let (scenario, issue) = (Arc::clone(session.scenario()), session.scenario().order.issues[0]);
    assert!(scenario.stances[(russia, issue)].is_none());
    assert!(scenario.stances[(svn, issue)].is_some());
    assert!(scenario.seats[russia].is_none() && scenario.record.is_none());
    assert!(session.moments().is_empty() && session.swings().is_empty());
    let told = |session: &Session| -> String {
        session.entries().iter().map(|entry| entry.text.as_str()).collect()
    };
    assert!(!told(&session).contains("sounded out"));
    session.open(true);
    assert!(session.sees_all() && session.scenario().stances[(russia, issue)].is_some());
    session.open(false);
    assert!(!session.look_through(Eyes::Seat(russia)));
    to_the_end(&mut session);
    assert_eq!(session.eyes(), Eyes::All);
    assert!(told(&session).contains("sounded out"));
}

#[test]
fn of_several_seats_nothing_is_shown_before_one_takes_its_turn() {
    let mut session = played(&["SVN", "MOZ"], false);
    let (slovenia, mozambique) = (who(&session, "SVN"), who(&session, "MOZ"));
    assert_eq!(session.eyes(), Eyes::Public);
    let issue = session.scenario().order.issues[0];
    assert!(session.scenario().stances[(slovenia, issue)].is_none());
    assert!(session.look_through(Eyes::Seat(slovenia)));
    assert!(session.scenario().stances[(slovenia, issue)].is_some());
    assert!(session.scenario().stances[(mozambique, issue)].is_none());
}

#[test]
fn what_may_be_expected_follows_from_soundings_and_statements_and_else_is_not_known() {
    let mut session = played(&["SVN"], false);
    let (by, text) = (who(&session, "SVN"), outcome(&session, "panel-of-experts"));
    let of = |session: &Session, id: &str, moved: Option<f64>| {
        let who = who(session, id);
        let aim = session.state().texts[text].aims[0].issue;
        let moved = moved.map(|to| (aim, to));
        let all = session.expectation(text, moved).expect("it is played").members;
        all.into_iter().find(|(it, _)| *it == who).expect("it votes").1
    };
    assert_eq!(of(&session, "SVN", None), Expected::Own);
    assert_eq!(of(&session, "JPN", None), Expected::Bound);
    assert_eq!(of(&session, "RUS", None), Expected::Unknown);
    let russia = who(&session, "RUS");
    session.act(&Action::SoundOut { by, of: russia, outcome: text }).expect("five are left");
    let told = of(&session, "RUS", None);
    assert!(matches!(told, Expected::Told(Leaning::Against | Leaning::Doubtful)), "{told:?}");
    // A text that changes nothing is opposed by nobody.
    let today = session.scenario().derived.status_quo[session.state().texts[text].aims[0].issue];
    let moved = of(&session, "RUS", Some(today));
    assert!(matches!(moved, Expected::Told(leaning) if leaning > Leaning::Doubtful), "{moved:?}");
    until(&mut session, |matter| matches!(matter, Matter::Round(_)));
    let known = session.expectation(text, None).expect("it is played").count();
    assert_eq!(known.iter().sum::<usize>(), 15);
    assert!(known[0] >= 5, "most were heard: {known:?}");
}
