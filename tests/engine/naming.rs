//! Letters in place of States: the same debate in other words, until it is told who was who.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::debate::{Record, open, replay};
use horseshoe::scenario::{Naming, Scenario, library, load};
use horseshoe::session::journal::{Notes, recover};
use horseshoe::session::{Change, Session, TurnKind};

use super::council::cyber;

fn bundled() -> impl Iterator<Item = Arc<Scenario>> {
    library::BUNDLED
        .iter()
        .map(|it| load(it.id, it.text.as_bytes()).scenario.expect("bundled scenarios are sound"))
}

fn words(session: &Session) -> Vec<String> {
    session.entries().iter().map(|entry| entry.text.clone()).collect()
}

/// A session in which the first member to speak was left out, at its end, named so.
fn session(naming: Naming) -> Session {
    let mut session = Session::new(cyber(), Seed(1));
    assert!(naming == Naming::Names || session.name_by(naming));
    let scenario = Arc::clone(session.scenario());
    let spoke = session.turns().iter().enumerate().find_map(|(at, turn)| match turn.kind {
        TurnKind::Statement(by) if scenario.members[by].votes() => Some((at, by)),
        _ => None,
    });
    let (at, by) = spoke.expect("somebody speaks");
    session.seek(at + 1);
    session.what_if(Change::NoStatement { by }).expect("it has the floor");
    session.seek(usize::MAX);
    session
}

fn branches(session: &Session) -> Vec<String> {
    session.branches().iter().map(|branch| branch.name().to_owned()).collect()
}

#[test]
fn letters_change_no_event_of_any_debate() {
    for scenario in bundled() {
        let letters = scenario.named(Naming::Letters);
        for seed in [Seed(1), Seed(2)] {
            let named = Record::of(Arc::clone(&scenario), seed);
            let anonymous = Record::of(Arc::clone(&letters), seed);
            assert!(named.events == anonymous.events, "{} {}", scenario.title, seed.0);
            assert!(named.steps == anonymous.steps, "{}", scenario.title);
        }
        assert_eq!(*letters.named(Naming::Names), *scenario, "and back");
    }
}

#[test]
fn nothing_that_really_happened_is_in_a_scenario_with_letters() {
    for scenario in bundled() {
        let letters = scenario.named(Naming::Letters);
        assert!(letters.record.is_none());
        assert_eq!(letters.named(Naming::Revealed).record, scenario.record);
    }
}

#[test]
fn letters_come_and_go_in_all_branches_and_in_what_was_undone() {
    let (named, mut session) = (session(Naming::Names), session(Naming::Letters));
    let letters = branches(&session);
    assert!(letters[1].starts_with("State ") && letters[1].ends_with(" did not speak"));
    assert!(words(&session).iter().any(|text| text.contains("State A")));
    assert!(words(&session).iter().all(|text| !text.contains("Slovenia")));
    assert!(session.undo());
    assert!(session.name_by(Naming::Names));
    assert!(!session.name_by(Naming::Names), "they are named already");
    assert!(session.redo());
    session.seek(usize::MAX);
    assert_eq!(branches(&session), branches(&named));
    assert_eq!(words(&session), words(&named));
    assert!(session.name_by(Naming::Letters));
    assert_eq!(branches(&session), letters);
    assert_eq!(session.truth().events, named.truth().events);
}

#[test]
fn once_it_is_told_who_was_who_names_stay() {
    let mut session = Session::new(cyber(), Seed(1));
    assert!(!session.name_by(Naming::Revealed), "nothing was hidden");
    assert!(session.name_by(Naming::Letters));
    assert!(session.name_by(Naming::Revealed));
    for naming in [Naming::Names, Naming::Letters, Naming::Revealed] {
        assert!(!session.name_by(naming));
    }
    let scenario = session.scenario();
    assert!(scenario.members.iter().any(|member| member.name.short == "Slovenia"));
    assert!(scenario.record.is_some());
    assert!(scenario.letters().len() >= scenario.derived.voting.len(), "letters are known still");
}

#[test]
fn a_seat_that_is_played_knows_letters_alone() {
    let mut session = Session::new(cyber(), Seed(1));
    session.name_by(Naming::Letters);
    let svn = session.scenario().delegation("SVN").expect("it takes part");
    session.sit(vec![svn], false).expect("nothing was done");
    let letters = session.scenario().members[svn].name.short.clone();
    assert!(letters.starts_with("State "));
    assert!(session.scenario().names.is_none(), "what a seat sees leads to no names");
    assert!(session.name_by(Naming::Names));
    assert_eq!(session.scenario().members[svn].name.short, "Slovenia");
    assert!(session.name_by(Naming::Letters));
    assert_eq!(session.scenario().members[svn].name.short, letters);
}

#[test]
fn a_journal_keeps_letters_and_the_reveal() {
    let mut session = session(Naming::Letters);
    let (mut notes, mut text) = Notes::begin(&session, "cyber");
    let again = recover(&text).expect("it is whole").session;
    assert_eq!((again.naming(), branches(&again)), (Naming::Letters, branches(&session)));
    session.name_by(Naming::Revealed);
    text.extend(notes.news(&session));
    assert_eq!(notes.news(&session), None, "it is noted once");
    let again = recover(&text).expect("it is whole");
    assert_eq!((again.session.naming(), again.warning), (Naming::Revealed, None));
    let (_, begun_anew) = Notes::begin(&session, "cyber");
    assert_eq!(recover(&begun_anew).expect("it is whole").session.naming(), Naming::Revealed);
}

#[test]
fn a_saved_record_opens_with_the_letters_it_was_saved_with_and_verifies() {
    let mut session = session(Naming::Letters);
    let saved = session.record_text();
    let (mut opened, warning) = Session::open_record(&saved).expect("it is a record");
    assert_eq!((opened.naming(), warning), (Naming::Letters, None));
    assert!(opened.branches().iter().all(|branch| !branch.name().contains("Slovenia")));
    let held = replay(&saved).expect("it verifies").record;
    assert!(held.scenario.naming.is_by_letters() && held.events == session.truth().events);
    session.name_by(Naming::Revealed);
    let (revealed, _) = Session::open_record(&session.record_text()).expect("it is a record");
    assert_eq!(revealed.naming(), Naming::Revealed);
    // A session from a record that has gone on is found again as it was left.
    assert!(opened.name_by(Naming::Names));
    let (_, journal) = Notes::begin(&opened, "saved.record");
    assert_eq!(recover(&journal).expect("it is whole").session.naming(), Naming::Names);
}

#[test]
fn a_record_with_names_has_no_word_of_naming_and_a_naming_of_a_later_program_shows_names() {
    let text = session(Naming::Names).record_text();
    let header = text.lines().next().expect("there is one");
    assert!(!header.contains("\"naming\""));
    let later =
        text.replacen("\"kind\":\"Header\"", "\"naming\":\"Emblems\",\"kind\":\"Header\"", 1);
    let opened = open(&later).expect("the header can be read");
    assert_eq!(opened.record.scenario.naming, Naming::Names);
}
