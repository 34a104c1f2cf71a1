//! What a person did is there after the program was killed; records are saved and opened again.

use std::fs;

use eframe::egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable as _};
use horseshoe::app::{App, Command, Screen, Source};

use super::data::Data;
use super::{click, press, says, session, settle};

/// A window in which a branch was made at the eighth turn.
fn branched(data: &Data) -> Harness<'static, App> {
    let mut harness = data.window();
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    for _ in 0..8 {
        press(&mut harness, Key::ArrowRight);
    }
    press(&mut harness, Key::B);
    click(&mut harness, "See what follows");
    harness
}

#[test]
fn a_session_whose_window_was_killed_is_offered_again_as_it_was_left() {
    let data = Data::new("killed");
    let harness = branched(&data);
    let (place, name) = (session(&harness).place(), session(&harness).current().name().to_owned());
    // Dropped without a word, as when the process is killed.
    drop(harness);
    let mut harness = data.window();
    assert!(says(&harness, "was still open when Horseshoe ended"));
    click(&mut harness, "Go on");
    settle(&mut harness);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    assert_eq!(session(&harness).place(), place);
    assert_eq!(session(&harness).current().name(), name);
    assert_eq!(session(&harness).branches().len(), 2);
}

#[test]
fn a_session_that_nobody_wants_back_is_not_offered_a_second_time() {
    let data = Data::new("unwanted");
    drop(branched(&data));
    let mut harness = data.window();
    click(&mut harness, "Throw it away");
    settle(&mut harness);
    drop(harness);
    let harness = data.window();
    assert!(!says(&harness, "was still open when Horseshoe ended"));
}

#[test]
fn two_windows_keep_their_sessions_apart() {
    let data = Data::new("two");
    let first = branched(&data);
    let second = branched(&data);
    let journals = fs::read_dir(data.0.join("autosave")).unwrap().count();
    assert_eq!(journals, 2);
    assert!(!says(&second, "was still open"), "the other window lives");
    drop((first, second));
    let harness = data.window();
    assert_eq!(harness.query_all_by_label("Go on").count(), 2);
}

#[test]
fn a_saved_record_opens_as_it_was_recorded_and_is_remembered() {
    let data = Data::new("record");
    let mut harness = branched(&data);
    let events = session(&harness).record().events.clone();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    settle(&mut harness);
    assert!(says(&harness, "Saved as"));
    let saved = fs::read_dir(data.0.join("exports")).unwrap().next().unwrap().unwrap().path();
    drop(harness);
    let mut harness = data.window();
    harness.state().send(Command::Open(Source::Path(saved.clone())));
    settle(&mut harness);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    assert_eq!(session(&harness).record().events, events);
    assert!(says(&harness, "as it was recorded"));
    settle(&mut harness);
    drop(harness);
    let harness = data.window();
    let recent = &harness.state().library().recent;
    assert_eq!(recent[0].source, Source::Path(saved));
}

#[test]
fn a_spoilt_record_is_told_with_what_is_left_of_it() {
    let data = Data::new("cut");
    let mut harness = branched(&data);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    settle(&mut harness);
    let saved = fs::read_dir(data.0.join("exports")).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(&saved).unwrap();
    fs::write(&saved, &text[..text.len() / 2]).unwrap();
    harness.state().send(Command::Open(Source::Path(saved.clone())));
    settle(&mut harness);
    assert!(says(&harness, "is shown as it was recorded"));
    fs::write(&saved, "{\"kind\":\"Nothing\"}").unwrap();
    harness.state().send(Command::Open(Source::Path(saved)));
    settle(&mut harness);
    assert!(says(&harness, "cannot be opened: this is not a saved record"));
}
