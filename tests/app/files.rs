//! Scenarios from files: good ones, faulty ones, and those that are not there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{DroppedFile, Key, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use horseshoe::app::{App, Command, Screen, Source};
use horseshoe::scenario::library::BUNDLED;

use super::{chamber, click, says, session, settle, window};

fn open(harness: &mut Harness<'static, App>, path: &str) {
    harness.state().send(Command::Open(Source::Path(PathBuf::from(path))));
    settle(harness);
}

fn diagnostics(name: &str) -> String {
    format!("{}/tests/diagnostics/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A file in a folder of this test alone.
fn written(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("horseshoe-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("the folder can be made");
    let path = folder.join(format!("{name}.ron"));
    fs::write(&path, text).expect("the file can be written");
    path
}

#[test]
fn a_faulty_file_shows_what_is_wrong_and_the_last_good_scenario_stays() {
    let mut harness = chamber();
    let before = Arc::clone(session(&harness).scenario());
    open(&mut harness, &diagnostics("five-faults-at-once.ron"));
    assert_eq!(harness.state().screen(), Screen::Library);
    assert!(says(&harness, "cannot be opened"));
    assert!(says(&harness, "stays open"));
    assert!(harness.query_all_by_label_contains("line ").count() >= 5);
    assert!(harness.query_all_by_label_contains("Mend: ").count() >= 5);
    assert!(Arc::ptr_eq(&before, session(&harness).scenario()));
    click(&mut harness, "Dismiss");
    assert!(!says(&harness, "cannot be opened"));
}

#[test]
fn a_mended_file_is_read_again() {
    let path = written("mended", "Scenario(format: 1,");
    let mut harness = window();
    open(&mut harness, &path.display().to_string());
    assert!(says(&harness, "cannot be opened"));
    fs::write(&path, BUNDLED[0].text).unwrap();
    harness.get_by_label("Check again").click_accesskit();
    settle(&mut harness);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    fs::remove_dir_all(path.parent().unwrap()).unwrap();
}

#[test]
fn a_file_that_is_not_there_gives_a_notice_with_the_way_out() {
    let mut harness = window();
    open(&mut harness, "/nowhere/at/all.ron");
    assert!(says(&harness, "there is no file `/nowhere/at/all.ron`"));
    click(&mut harness, "Dismiss");
    assert!(!says(&harness, "there is no file"));
}

/// A file as the desktop hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|fault| fault.to_string())
    }
}

#[test]
fn a_file_dropped_on_any_screen_is_opened() {
    let mut harness = chamber();
    let file = Arc::new(Dropped(PathBuf::from(diagnostics("sound.ron"))));
    harness.input_mut().dropped_files.push(file);
    settle(&mut harness);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    assert_ne!(session(&harness).scenario().title, bundled_title());
}

/// The title of the first bundled scenario.
fn bundled_title() -> String {
    let harness = chamber();
    session(&harness).scenario().title.clone()
}

#[test]
fn a_bundled_scenario_named_on_the_command_line_has_one_card() {
    let mut harness = window();
    harness.state().send(Command::Open(Source::Named(BUNDLED[0].id.to_owned())));
    settle(&mut harness);
    harness.state().send(Command::Show(Screen::Library));
    harness.run();
    assert_eq!(harness.query_all_by_label_contains("Open now").count(), 1);
}

#[test]
fn a_path_is_typed_and_entered() {
    let path = written("typed", BUNDLED[0].text);
    let mut harness = window();
    let field = |harness: &Harness<'static, App>| {
        harness.get_by_role_and_label(Role::TextInput, "Path of a scenario file").focus();
    };
    field(&harness);
    harness.run();
    let node = harness.get_by_role_and_label(Role::TextInput, "Path of a scenario file");
    node.type_text(&path.display().to_string());
    harness.run();
    harness.key_press(Key::Enter);
    harness.step();
    settle(&mut harness);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    fs::remove_dir_all(path.parent().unwrap()).unwrap();
}

#[test]
fn a_file_with_warnings_opens_and_says_so() {
    let mut harness = window();
    open(&mut harness, &diagnostics("unsourced.ron"));
    assert_eq!(harness.state().screen(), Screen::Briefing);
    assert!(says(&harness, "The scenario is open; its file has"));
    click(&mut harness, "Show");
    assert_eq!(harness.state().screen(), Screen::Library);
    assert!(says(&harness, "is open, with remarks"));
}

#[test]
fn a_scenario_without_invited_outcomes_or_notes_is_shown_as_well() {
    for file in ["sound.ron", "options-and-names-left-out.ron"] {
        let mut harness = window();
        open(&mut harness, &diagnostics(file));
        assert_eq!(harness.state().screen(), Screen::Briefing, "{file}");
        harness.key_press(Key::Enter);
        harness.run();
        harness.key_press(Key::End);
        harness.run();
        assert!(session(&harness).is_over(), "{file}");
    }
}
