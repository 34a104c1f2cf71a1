//! A person's own folder of scenarios, and files that change while they are open.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use eframe::egui::{Event, Key, Modifiers, OutputCommand, ViewportId};
use egui_kittest::{Harness, kittest::Queryable as _};
use horseshoe::app::{App, Command, Screen, Source};
use horseshoe::scenario::library::BUNDLED;

use super::data::window_with;
use super::{click, press, says, session, settle};

/// A place for files of one test alone, which is gone when the test ends.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("horseshoe-own-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).expect("the folder can be made");
        Self(folder)
    }

    /// The person's folder, which nobody has made yet.
    fn scenarios(&self) -> PathBuf {
        self.0.join("horseshoe").join("scenarios")
    }

    /// A file in the person's folder.
    fn write(&self, name: &str, text: &str) -> PathBuf {
        fs::create_dir_all(self.scenarios()).expect("the folder can be made");
        let path = self.scenarios().join(name);
        fs::write(&path, text).expect("the file can be written");
        path
    }

    fn window(&self) -> Harness<'static, App> {
        window_with(self.0.join("horseshoe"))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Comes back to the window, from an editor say.
fn come_back(harness: &mut Harness<'static, App>) {
    harness.event(Event::WindowFocused(true));
    settle(harness);
}

fn open(harness: &mut Harness<'static, App>, path: &Path) {
    harness.state().send(Command::Open(Source::Path(path.to_owned())));
    settle(harness);
}

/// The tutorial with another title.
fn titled(title: &str) -> String {
    let text = BUNDLED.iter().find(|it| it.id == "tutorial").expect("it is bundled").text;
    let old = "title: \"A light on the outer rock (tutorial)\"";
    assert!(text.contains(old), "the tutorial has its title");
    text.replacen(old, &format!("title: \"{title}\""), 1)
}

#[test]
fn without_a_folder_the_library_says_where_it_would_be_and_how_to_begin_and_makes_none() {
    let place = Place::new("none");
    let mut harness = place.window();
    harness.get_by_label("Your scenarios (0)").click();
    harness.run();
    assert!(says(&harness, &place.scenarios().display().to_string()));
    assert!(says(&harness, "No scenario of yours yet"));
    assert!(harness.query_by_label("Open the folder").is_none());
    assert!(!place.scenarios().exists());
    click(&mut harness, "Copy a scenario to your folder");
    settle(&mut harness);
    let copy = place.scenarios().join(format!("{}.ron", BUNDLED[0].id));
    assert_eq!(fs::read_to_string(copy).unwrap(), BUNDLED[0].text);
    assert!(says(&harness, "Your scenarios (1)"));
    assert!(!says(&harness, "No scenario of yours yet"));
    harness.get_by_label("Open the folder");
}

#[test]
fn a_bundled_scenario_is_copied_by_keys_alone_without_overwriting_and_shown() {
    let place = Place::new("keys");
    let mut harness = place.window();
    let file = |copy: &str| place.scenarios().join(format!("{}{copy}.ron", BUNDLED[1].id));
    press(&mut harness, Key::ArrowRight);
    for copy in ["", "-2"] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
        settle(&mut harness);
        assert_eq!(fs::read_to_string(file(copy)).unwrap(), BUNDLED[1].text);
        assert!(says(&harness, &format!("Copied to {}", file(copy).display())));
    }
    // Of each copy a toast tells, the newest first.
    harness.get_all_by_label("Show").next().expect("a toast offers it").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    // The second copy is chosen: Enter opens it, once the keyboard is free.
    press(&mut harness, Key::Escape);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    assert!(says(&harness, &format!("{}-2.ron", BUNDLED[1].id)));
}

#[test]
fn what_is_open_is_copied_from_the_briefing_and_a_copy_offers_no_copy() {
    let place = Place::new("briefing");
    let mut harness = place.window();
    press(&mut harness, Key::Enter);
    harness.run();
    click(&mut harness, "Copy to your scenarios");
    settle(&mut harness);
    let copy = place.scenarios().join(format!("{}.ron", BUNDLED[0].id));
    assert!(says(&harness, &format!("Copied to {}", copy.display())));
    open(&mut harness, &copy);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    assert!(harness.query_by_label("Copy to your scenarios").is_none());
}

#[test]
fn a_file_with_errors_has_a_card_that_leads_to_its_problems() {
    let place = Place::new("broken");
    let source =
        format!("{}/tests/diagnostics/five-faults-at-once.ron", env!("CARGO_MANIFEST_DIR"));
    let path = place.write("broken.ron", &fs::read_to_string(source).unwrap());
    let mut harness = place.window();
    click(&mut harness, "Your scenarios (1)");
    harness.get_by_label_contains("broken.ron. 5 errors").click();
    settle(&mut harness);
    assert!(says(&harness, "broken.ron cannot be opened"));
    assert!(harness.query_all_by_label_contains("Error S0").count() >= 5);
    let heading = harness.get_by_label("broken.ron cannot be opened").rect();
    assert!(heading.min.y > 0.0 && heading.max.y < 200.0, "{heading:?}");
    // All of it can be taken along.
    harness.get_by_label("Copy all").click();
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| {
        if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None }
    });
    assert_eq!(copied.unwrap().matches("error[S").count(), 5);
    // The list follows the file.
    fs::write(&path, titled("A mended file")).unwrap();
    come_back(&mut harness);
    assert!(says(&harness, "broken.ron can be opened now"));
    assert!(harness.state().session().is_none());
    harness.get_by_label("Open it").click();
    settle(&mut harness);
    assert_eq!(session(&harness).scenario().title, "A mended file");
}

#[test]
fn files_come_and_go_in_the_library_by_themselves() {
    let place = Place::new("come");
    let mut harness = place.window();
    let path = place.write("mine.ron", &titled("A debate of mine"));
    come_back(&mut harness);
    assert!(says(&harness, "A debate of mine"));
    fs::write(&path, titled("Another title")).unwrap();
    come_back(&mut harness);
    assert!(says(&harness, "Another title") && !says(&harness, "A debate of mine"));
    fs::remove_file(path).unwrap();
    come_back(&mut harness);
    assert!(!says(&harness, "Another title") && says(&harness, "No scenario of yours yet"));
}

#[test]
fn a_file_too_large_says_so_on_its_card() {
    let place = Place::new("large");
    let path = place.write("large.ron", "");
    fs::File::create(path).unwrap().set_len(9 << 20).unwrap();
    let mut harness = place.window();
    click(&mut harness, "Your scenarios (1)");
    harness.get_by_label_contains("large.ron. Too large: 9.0 MiB").click();
    settle(&mut harness);
    assert!(says(&harness, "too large: 9.0 MiB, and a scenario has at most 8"));
}

#[test]
fn a_changed_file_is_offered_and_reloading_goes_to_its_briefing() {
    let place = Place::new("changed");
    let path = place.write("mine.ron", &titled("Before"));
    let mut harness = place.window();
    open(&mut harness, &path);
    fs::write(&path, titled("After")).unwrap();
    come_back(&mut harness);
    assert!(says(&harness, "mine.ron has changed on disk."));
    assert_eq!(session(&harness).scenario().title, "Before");
    harness.get_by_label("Reload").click();
    settle(&mut harness);
    assert_eq!(session(&harness).scenario().title, "After");
    assert_eq!(harness.state().screen(), Screen::Briefing);
    assert!(!says(&harness, "has changed on disk"));
}

#[test]
fn in_the_chamber_a_reload_says_that_the_debate_begins_anew_and_keeping_goes_on() {
    let place = Place::new("chamber");
    let path = place.write("mine.ron", &titled("Before"));
    let mut harness = place.window();
    open(&mut harness, &path);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowRight);
    fs::write(&path, titled("Not wanted")).unwrap();
    come_back(&mut harness);
    assert!(says(&harness, "Reloading begins the debate anew"));
    click(&mut harness, "Keep what is open");
    come_back(&mut harness);
    assert!(!says(&harness, "has changed on disk"), "it is not told twice");
    assert_eq!(session(&harness).cursor(), 2);
    fs::write(&path, titled("Wanted")).unwrap();
    come_back(&mut harness);
    assert!(says(&harness, "has changed on disk"), "a new change is told");
    // By a key as well.
    harness.key_press(Key::F5);
    settle(&mut harness);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    assert_eq!(session(&harness).scenario().title, "Wanted");
    assert_eq!(session(&harness).cursor(), 0);
    assert!(says(&harness, "the debate begins anew"));
}

#[test]
fn a_change_that_is_taken_back_is_no_change() {
    let place = Place::new("back");
    let path = place.write("mine.ron", &titled("Before"));
    let mut harness = place.window();
    open(&mut harness, &path);
    fs::write(&path, titled("After")).unwrap();
    come_back(&mut harness);
    fs::write(&path, titled("Before")).unwrap();
    come_back(&mut harness);
    assert!(!says(&harness, "has changed on disk"));
    harness.key_press(Key::F5);
    settle(&mut harness);
    assert!(says(&harness, "mine.ron has not changed."));
}

#[test]
fn a_change_with_errors_can_be_looked_at_without_losing_the_debate() {
    let place = Place::new("faulty");
    let path = place.write("mine.ron", &titled("Before"));
    let mut harness = place.window();
    open(&mut harness, &path);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::ArrowRight);
    fs::write(&path, titled("After").replacen("president:", "presidnt:", 1)).unwrap();
    come_back(&mut harness);
    assert!(says(&harness, "mine.ron has changed on disk and now has "));
    assert!(harness.query_by_label("Reload").is_none());
    click(&mut harness, "See the problems");
    assert_eq!(harness.state().screen(), Screen::Library);
    assert!(says(&harness, "mine.ron has changed and cannot be opened now"));
    assert!(says(&harness, "“Before” stays open."));
    let heading = harness.get_by_label("mine.ron has changed and cannot be opened now").rect();
    assert!(heading.min.y > 0.0 && heading.max.y < 300.0, "{heading:?}");
    click(&mut harness, "Check again");
    settle(&mut harness);
    press(&mut harness, Key::Num3);
    assert_eq!(session(&harness).cursor(), 1);
    assert_eq!(session(&harness).scenario().title, "Before");
}

#[test]
fn a_removed_file_leaves_what_is_open() {
    let place = Place::new("removed");
    let path = place.write("mine.ron", &titled("Before"));
    let mut harness = place.window();
    open(&mut harness, &path);
    fs::remove_file(&path).unwrap();
    come_back(&mut harness);
    assert!(says(&harness, "mine.ron has been removed; what is open stays."));
    click(&mut harness, "Dismiss");
    come_back(&mut harness);
    assert!(!says(&harness, "has been removed"));
    assert_eq!(session(&harness).scenario().title, "Before");
}

#[test]
fn nothing_is_repainted_while_the_disk_is_watched_and_nothing_happens() {
    let place = Place::new("idle");
    let path = place.write("mine.ron", &titled("Before"));
    let mut harness = place.window();
    open(&mut harness, &path);
    // That it was opened is remembered, beside the window.
    settle(&mut harness);
    let delay = |harness: &mut Harness<'static, App>| {
        harness.step();
        harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
    };
    assert_eq!(delay(&mut harness), Duration::MAX, "with an open file");
    press(&mut harness, Key::Num1);
    // What the program reads itself is no change: nothing starts anew, frame after frame.
    for _ in 0..20 {
        assert_eq!(delay(&mut harness), Duration::MAX, "in the library");
    }
}

#[test]
fn the_library_and_its_notices_are_legible_at_the_sizes_people_have() {
    let place = Place::new("legible");
    place.write("broken.ron", "Scenario(format: 1,");
    let path = place.write("mine.ron", &titled("Before"));
    for size in [[1180.0, 760.0], [1280.0, 800.0], [1920.0, 1080.0]] {
        let mut harness = place.window();
        harness.set_size(size.into());
        open(&mut harness, &path);
        fs::write(&path, titled(&format!("After {size:?}"))).unwrap();
        come_back(&mut harness);
        super::layout::assert_legible(&harness, &format!("briefing with a notice at {size:?}"));
        for screen in [Screen::Chamber, Screen::Library] {
            harness.state().send(Command::Show(screen));
            harness.run();
            super::layout::assert_legible(&harness, &format!("{screen:?} at {size:?}"));
        }
        press(&mut harness, Key::F1);
        super::layout::assert_legible(&harness, &format!("keys at {size:?}"));
        press(&mut harness, Key::Escape);
        for _ in 0..30 {
            press(&mut harness, Key::PageDown);
            super::layout::assert_legible(&harness, &format!("library further down at {size:?}"));
        }
        open(&mut harness, &place.scenarios().join("broken.ron"));
        super::layout::assert_legible(&harness, &format!("problems at {size:?}"));
    }
}
