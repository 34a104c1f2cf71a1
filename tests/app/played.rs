//! The debrief of those who played: their seat, the turns that are asked before they are told,
//! and the reporting cable.

use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use horseshoe::analysis::cable::uttered;
use horseshoe::app::{App, Command, PlaybackCommand, Screen, SeatCommand};
use horseshoe::text::sentences_of;

use eframe::egui::{Key, accesskit::Role};

use super::layout::{assert_apart, assert_legible};
use super::{choose, press, says, session, settle, sized};

/// The debrief of the first bundled scenario, played as Slovenia with all left to the model.
fn debrief_in(size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = sized(size);
    press(&mut harness, Key::Enter);
    let seat = session(&harness).scenario().delegation("SVN").expect("it takes part");
    let sit = SeatCommand::Sit { seats: vec![seat], presides: false };
    harness.state().send(Command::Seat(sit));
    harness.run();
    for _ in 0..200 {
        harness.state().send(Command::Playback(PlaybackCommand::ToEnd));
        harness.step();
        if session(&harness).is_over() {
            break;
        }
        harness.state().send(Command::Seat(SeatCommand::Finish));
        harness.step();
    }
    assert!(session(&harness).is_over());
    harness.state().send(Command::Show(Screen::Debrief));
    harness.run();
    harness
}

fn debrief() -> Harness<'static, App> {
    debrief_in([1280.0, 800.0])
}

/// The full name of the first button that begins with these words.
fn first_button(harness: &Harness<'static, App>, words: &str) -> String {
    let buttons = By::new().role(Role::Button).label_contains(words);
    let first = harness.query_all(buttons).next().expect("there is such a button");
    first.accesskit_node().label().expect("it is named")
}

/// Writes into the field of this name.
fn write(harness: &mut Harness<'static, App>, name: &str, words: &str) {
    harness.get_by_label(name).focus();
    harness.run();
    harness.get_by_label(name).type_text(words);
    harness.run();
}

#[test]
fn the_seat_is_told_by_its_objectives_and_what_was_kept_and_nobody_wins() {
    let harness = debrief();
    for words in [
        "Your seat",
        "For some seats no product is success",
        "Slovenia made 1 statement, for which the model spoke.",
        "Objectives",
        "Not met",
        "Instructions, and what was said last",
        "What was kept of each text",
    ] {
        assert!(says(&harness, words), "{words}");
    }
    for words in ["won", "lost", "leaderboard", "rank"] {
        let whole = |text: &str| text.split(' ').any(|it| it.to_lowercase() == words);
        let found = harness.query_all_by(|node| node.label().is_some_and(|label| whole(&label)));
        assert_eq!(found.count(), 0, "{words}");
    }
}

#[test]
fn the_seat_is_set_beside_debates_with_the_model_in_it_and_that_can_be_stopped() {
    let mut harness = debrief();
    let hold = "Hold 1,000 debates with the model in the seat of Slovenia";
    let seat = session(&harness).seats()[0];
    harness.state().send(Command::HoldBeside(seat));
    harness.state().send(Command::CancelBeside);
    settle(&mut harness);
    assert!(harness.query_by_label(hold).is_some(), "it can be begun again");
    choose_beside(&mut harness, hold);
    settle(&mut harness);
    assert!(says(&harness, "Better than"));
    assert!(says(&harness, "differ by luck alone"));
    assert!(harness.query_by_label(hold).is_none(), "all have been held");
}

/// The same as `choose`, of what goes on for longer than a run of frames.
fn choose_beside(harness: &mut Harness<'static, App>, name: &str) {
    harness.get_by_label(name).click_accesskit();
    harness.step();
}

#[test]
fn a_turn_that_mattered_is_asked_before_it_is_told() {
    let mut harness = debrief();
    assert!(!says(&harness, "The chance that “"), "nothing is told yet");
    let tell = first_button(&harness, "Tell me what turn ");
    let turn = tell.trim_start_matches("Tell me what turn ").trim_end_matches(" changed");
    write(&mut harness, &format!("What would you have done at turn {turn}?"), "Waited.");
    let thoughts = &session(&harness).papers().thoughts;
    assert_eq!(thoughts.len(), 1);
    assert_eq!(thoughts[0].1, "Waited.");
    choose(&mut harness, &tell);
    assert!(says(&harness, "The chance that “"));
    assert_eq!(session(&harness).papers().thoughts.len(), 1);
}

#[test]
fn another_try_begins_before_the_turn_as_a_branch_of_its_own() {
    let mut harness = debrief();
    let again = first_button(&harness, "Try again from there, before turn ");
    let turn = again.trim_start_matches("Try again from there, before turn ").to_owned();
    choose(&mut harness, &again);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    let session = session(&harness);
    assert_eq!(session.branches().len(), 2);
    assert_eq!((session.cursor() + 1).to_string(), turn);
    assert!(!session.sees_all(), "it is played again");
}

/// A sentence that the delegation of the first entry said.
fn first_sentence(harness: &Harness<'static, App>) -> String {
    let session = session(harness);
    let who = session.papers().cable.entries[0].who;
    let said = uttered(session.record(), session.events_shown());
    let said = said.iter().find(|it| it.speaker == who).expect("it spoke");
    let long = |sentence: &&str| sentence.split(' ').count() > 4;
    sentences_of(&said.words).find(long).expect("it said something").to_owned()
}

#[test]
fn a_cable_is_written_checked_and_kept() {
    let mut harness = debrief();
    assert!(says(&harness, "There is no entry yet."));
    choose(&mut harness, "Add an entry");
    choose(&mut harness, "Add an entry");
    let entries = &session(&harness).papers().cable.entries;
    assert_eq!(entries.len(), 2);
    assert!(entries[0].who != entries[1].who, "each of another delegation");
    choose(&mut harness, "Quote a sentence it said, for entry 1");
    let sentence = first_sentence(&harness);
    choose(&mut harness, &sentence);
    write(&mut harness, "Quotation of entry 2", "We never said a thing like this");
    write(&mut harness, "Assessment, in a paragraph", "A quiet meeting.");
    let cable = session(&harness).papers().cable.clone();
    assert_eq!(cable.entries[0].quotation, sentence);
    assert_eq!(cable.assessment, "A quiet meeting.");
    choose(&mut harness, "Check against the record");
    assert!(says(&harness, "Quotation: right"));
    assert!(says(&harness, "Quotation: not as in the record"));
    assert!(says(&harness, "of 2 entries"));
    assert!(says(&harness, "Left out, though they declared themselves"));
    choose(&mut harness, "Remove entry 2");
    assert!(says(&harness, "Changed since it was checked"));
    assert!(says(&harness, "Quotation: right"), "what was found of the other stays");
    choose(&mut harness, "Check against the record");
    assert!(says(&harness, "of 1 entry"));
}

#[test]
fn it_is_legible_for_those_who_played() {
    for size in [[1280.0, 800.0], [1920.0, 1080.0]] {
        let mut harness = debrief_in(size);
        choose(&mut harness, "Add an entry");
        choose(&mut harness, "Check against the record");
        for _ in 0..16 {
            let place = format!("the debrief of those who played at {size:?}");
            assert_legible(&harness, &place);
            assert_apart(&harness, &place);
            press(&mut harness, Key::PageDown);
        }
    }
}
