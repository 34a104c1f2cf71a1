//! Journals: a session that was interrupted is found again as it was left.

use std::fs;
use std::path::{Path, PathBuf};

use horseshoe::Seed;
use horseshoe::session::journal::{JournalFault, recover as read};
use horseshoe::session::{Change, Session, TurnKind};
use horseshoe::store::journal::{Journal, discard, recover, recoverable};

use super::council::five;
use super::folder::Folder;

fn session() -> Session {
    Session::new(five().build(), Seed(1))
}

/// Leaves out the statement of the place `number` among those of the branch.
fn leave_out(session: &mut Session, number: usize) {
    let turns = session.turns().iter().enumerate();
    let spoke = turns.filter_map(|(at, turn)| match turn.kind {
        TurnKind::Statement(by) => Some((at, by)),
        _ => None,
    });
    let (at, by) = spoke.clone().nth(number).expect("so many speak");
    session.seek(at + 1);
    session.what_if(Change::NoStatement { by }).expect("it has the floor");
}

/// A session in which things were done, noted one by one, and its journal.
fn used(folder: &Path) -> (Session, Journal) {
    let mut session = session();
    let mut journal = Journal::begin(folder, &session, "five.ron").expect("the folder is there");
    let mut note = |session: &Session| journal.note(session).expect("the file is there");
    session.seek(4);
    note(&session);
    leave_out(&mut session, 1);
    note(&session);
    leave_out(&mut session, 2);
    session.undo();
    note(&session);
    session.redo();
    session.step();
    note(&session);
    note(&session);
    (session, journal)
}

fn folder(test: &str) -> (Folder, PathBuf) {
    let folder = Folder::new(test);
    let path = PathBuf::from(folder.path("autosave"));
    (folder, path)
}

fn is_same(a: &Session, b: &Session) -> bool {
    let ids = |session: &Session| -> Vec<_> {
        let branches = session.branches().iter();
        branches.map(|it| (it.id(), it.name().to_owned(), it.fork(), it.turns().len())).collect()
    };
    let events = |session: &Session| session.current().record().events.clone();
    a.place() == b.place()
        && ids(a) == ids(b)
        && events(a) == events(b)
        && a.can_undo() == b.can_undo()
        && a.can_redo() == b.can_redo()
}

#[test]
fn a_session_whose_program_was_killed_is_found_as_it_was_left() {
    let (_held, folder) = folder("journal-killed");
    let (session, journal) = used(&folder);
    assert!(recoverable(&folder).is_empty(), "its owner lives");
    drop(journal);
    let found = recoverable(&folder);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].turns, session.cursor());
    assert_eq!(
        (found[0].heading.title.as_str(), found[0].heading.name.as_str()),
        ("A test", "five.ron")
    );
    let (recovered, journal) = recover(&found[0].path).expect("its owner is gone");
    assert!(recovered.warning.is_none());
    assert!(is_same(&recovered.session, &session));
    assert!(recover(&found[0].path).is_err(), "it has an owner again");
    journal.finish().expect("it is there");
    assert!(recoverable(&folder).is_empty());
}

#[test]
fn what_is_done_after_a_recovery_goes_on_in_the_same_file() {
    let (_held, folder) = folder("journal-again");
    drop(used(&folder).1);
    let path = recoverable(&folder).remove(0).path;
    let (mut recovered, mut journal) = recover(&path).expect("its owner is gone");
    recovered.session.undo();
    recovered.session.seek(2);
    journal.note(&recovered.session).expect("the file is there");
    drop(journal);
    let (again, _journal) = recover(&path).expect("its owner is gone again");
    assert!(is_same(&again.session, &recovered.session));
}

#[test]
fn a_torn_last_line_is_ignored_wherever_it_is_torn() {
    let (_held, folder) = folder("journal-torn");
    let (_, journal) = used(&folder);
    let bytes = fs::read(journal.path()).expect("it is there");
    drop(journal);
    let text = String::from_utf8(bytes).expect("it is text");
    let last = text.trim_end().rfind('\n').expect("it has several lines") + 1;
    let before = read(&text[..last]).expect("the lines before it are whole");
    for end in last..text.len() {
        let torn = read(&text[..end]).expect("the header is whole");
        assert!(is_same(&torn.session, &before.session), "torn at {end}");
        assert_eq!((torn.whole, &torn.warning), (last, &None));
    }
    let path = recoverable(&folder).remove(0).path;
    fs::write(&path, &text[..text.len() - 3]).expect("it can be written");
    let (recovered, mut journal) = recover(&path).expect("its owner is gone");
    let mut session = recovered.session;
    session.seek(1);
    journal.note(&session).expect("the file is there");
    drop(journal);
    let again = recover(&path).expect("what was torn is gone").0;
    assert!(is_same(&again.session, &session) && again.warning.is_none());
}

#[test]
fn two_windows_never_write_one_file() {
    let (_held, folder) = folder("journal-two");
    let (one, first) = used(&folder);
    let (other, mut second) = used(&folder);
    assert_ne!(first.path(), second.path());
    drop(first);
    let found = recoverable(&folder);
    assert_eq!(found.len(), 1, "the other window lives");
    assert!(discard(second.path()).is_err());
    second.note(&other).expect("it is untouched");
    assert!(is_same(&recover(&found[0].path).expect("its owner is gone").0.session, &one));
    discard(&found[0].path).expect("its owner is gone");
    assert!(!found[0].path.exists());
    assert!(recoverable(&PathBuf::from("/nowhere/at/all")).is_empty());
}

#[test]
fn a_journal_of_a_newer_program_is_left_alone() {
    let (_held, folder) = folder("journal-newer");
    let (_, journal) = used(&folder);
    let text = fs::read_to_string(journal.path()).expect("it is there");
    drop(journal);
    let path = recoverable(&folder).remove(0).path;
    let header = text.lines().next().expect("it has a header");
    let fields = header.rsplit_once(",\"digest\"").expect("it is sealed").0;
    let newer = fields.replacen("\"format\":1", "\"format\":2", 1) + "}";
    let newer = horseshoe::debate::Seal::default().close(&newer) + "\n";
    fs::write(&path, &newer).expect("it can be written");
    assert!(recoverable(&folder).is_empty());
    assert_eq!(read(&newer).err(), Some(JournalFault::Newer(2)));
    assert!(recover(&path).is_err_and(|said| said.contains("update it")));
    assert!(path.exists());
    for text in ["", "\n", "{}\n", "not a journal\n", &text.replacen("Journal", "Jornal", 1)] {
        assert_eq!(read(text).err(), Some(JournalFault::NotAJournal));
    }
}

#[test]
fn an_altered_line_ends_what_is_taken_and_is_told() {
    let (_held, folder) = folder("journal-altered");
    let (_, journal) = used(&folder);
    let text = fs::read_to_string(journal.path()).expect("it is there");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.len() > 5);
    for at in 1..lines.len() {
        let altered = lines[at].replacen('d', "e", 1);
        let mut all = lines.clone();
        all[at] = &altered;
        let found = read(&(all.join("\n") + "\n")).expect("the header is whole");
        let before = read(&(lines[..at].join("\n") + "\n")).expect("the header is whole");
        assert!(is_same(&found.session, &before.session), "line {at}");
        assert!(found.warning.is_some_and(|said| said.contains("altered")));
    }
}

#[test]
fn a_session_from_a_record_is_found_with_its_record() {
    let (_held, folder) = folder("journal-record");
    let mut own = session();
    leave_out(&mut own, 1);
    let (mut session, _) = Session::open_record(&own.record_text()).expect("it is whole");
    leave_out(&mut session, 3);
    let journal = Journal::begin(&folder, &session, "a.record").expect("the folder is there");
    drop(journal);
    let path = recoverable(&folder).remove(0).path;
    let found = recover(&path).expect("its owner is gone").0;
    assert!(is_same(&found.session, &session));
    assert_eq!(found.session.branches().len(), 3);
}
