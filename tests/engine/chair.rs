//! The chair, taken by a person: it is part of the record, and changes nothing else in it.

use horseshoe::Seed;
use horseshoe::debate::{self, Action, Chair, EventKind, Record, RuleViolation};
use horseshoe::report::document::{
    Made, Standings, markdown, report, scores, scores_csv, seat_sheet,
};
use horseshoe::session::{Eyes, Matter, Session};

use super::council::cyber;
use super::meeting::Meeting;

/// The cyber debate with a person in the chair, after so many of its steps.
fn chaired(steps: usize) -> Session {
    let mut session = Session::new(cyber(), Seed(1));
    session.sit(Vec::new(), true).expect("nothing was done yet");
    for _ in 0..steps {
        session.seek(usize::MAX);
        session.finish_matter();
    }
    session.seek(usize::MAX);
    session
}

/// The same to its end.
fn to_its_end() -> Session {
    let mut session = chaired(0);
    while !session.is_over() {
        session.finish_matter();
        session.seek(usize::MAX);
    }
    session
}

#[test]
fn who_takes_the_chair_leaves_it_once_and_the_debate_is_the_same() {
    let mut meeting = Meeting::of(cyber());
    assert_eq!(meeting.act(&Action::LeaveChair), Err(RuleViolation::DoneAlready));
    meeting.does(&Action::TakeChair);
    assert_eq!(meeting.debate.state().chair, Chair::Person);
    assert_eq!(meeting.act(&Action::TakeChair), Err(RuleViolation::DoneAlready));
    meeting.does(&Action::LeaveChair);
    let mut alone = Meeting::of(cyber());
    meeting.finish();
    alone.finish();
    let kinds = |meeting: &Meeting| -> Vec<EventKind> {
        let events = meeting.events.iter().map(|event| event.kind.clone());
        let of_chair = |kind: &EventKind| {
            matches!(kind, EventKind::ChairTaken { .. } | EventKind::ChairLeft { .. })
        };
        events.filter(|kind| !of_chair(kind)).collect()
    };
    assert_eq!(kinds(&meeting), kinds(&alone));
}

#[test]
fn the_chair_may_be_left_while_a_point_of_order_waits_for_a_ruling() {
    let mut meeting = Meeting::of(cyber());
    meeting.does(&Action::TakeChair);
    let russia = meeting.who("RUS");
    meeting
        .until(|meeting| meeting.debate.admissible().contains(&Action::RaisePointOfOrder(russia)));
    meeting.does(&Action::RaisePointOfOrder(russia));
    meeting.does(&Action::LeaveChair);
    assert_eq!(meeting.debate.state().chair, Chair::Program);
}

#[test]
fn a_saved_chaired_record_goes_on_in_the_chair() {
    let session = chaired(5);
    let due = session.due().cloned().expect("the next step waits");
    assert_eq!(due.matter, Matter::Chair);
    let text = session.record_text();
    assert!(debate::replay(&text).is_ok(), "it verifies");
    let (mut opened, warning) = Session::open_record(&text).expect("it is a record");
    assert_eq!(warning, None);
    assert_eq!(opened.eyes(), Eyes::Seat(due.who));
    opened.seek(usize::MAX);
    assert_eq!(opened.due(), Some(&due));
    opened.finish_matter();
    opened.seek(usize::MAX);
    assert_eq!(opened.due().map(|due| due.matter), Some(Matter::Chair));
}

#[test]
fn the_report_and_the_table_name_the_chair_and_an_altered_record_is_named() {
    let session = to_its_end();
    let record = session.truth();
    assert_eq!(record.chair(), Some(record.scenario.president));
    let told = markdown(&report(record, &Made::default()));
    assert!(told.contains("A person took the chair, for the Republic of Korea."), "{told}");
    let text = session.record_text();
    assert!(debate::replay(&text).is_ok());
    let table = |text: &str| {
        let rows = scores(("a.record", text), &mut Standings::new(0));
        String::from_utf8(scores_csv(&rows)).expect("it is UTF-8")
    };
    let cell = |text: &str| {
        let table = table(text);
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let head = reader.headers().expect("there is a head").clone();
        let name = "chair taken by a person for";
        let at = head.iter().position(|it| it == name).expect("it is a column");
        let row = reader.records().next().expect("there is a row").expect("it is CSV");
        (row[1].to_owned(), row[at].to_owned())
    };
    assert_eq!(cell(&text), ("yes".to_owned(), "KOR".to_owned()));
    let altered = text.replacen("\"ChairTaken\"", "\"ChairLeft\"", 1);
    assert_ne!(altered, text);
    let (verified, chair) = cell(&altered);
    assert!(verified.starts_with("no: line 2 was altered"), "{verified}");
    assert_eq!(chair, "");
}

#[test]
fn a_debate_without_a_person_in_the_chair_says_so_and_holds_no_new_line() {
    let record = Record::of(cyber(), Seed(1));
    assert_eq!(record.chair(), None);
    let told = markdown(&report(&record, &Made::default()));
    assert!(told.contains("no person took it") && !told.contains("took the chair"));
    assert!(record.events.iter().all(|it| !matches!(it.kind, EventKind::ChairTaken { .. })));
}

#[test]
fn documents_speak_of_the_delegation_and_not_to_it() {
    let mut record = Record::new(cyber(), Seed(1));
    let who = record.scenario.delegation("SVN").expect("it takes part");
    record.intervene(&Action::TakeSeat(who)).expect("it is free");
    record.finish();
    for document in [report(&record, &Made::default()), seat_sheet(&record, who, &Made::default())]
    {
        let told = markdown(&document);
        let (_, objectives) = told.split_once("### Objectives").expect("they stand in it");
        let (objectives, _) = objectives.split_once("\n### ").expect("more follows");
        assert!(objectives.contains("by Slovenia"), "{objectives}");
        assert!(!objectives.contains("you"), "{objectives}");
    }
}
