//! All of it without a mouse.

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use horseshoe::app::theme::Motion;
use horseshoe::app::{App, Screen, TABLE};
use horseshoe::session::TurnKind;

use super::{chamber, click, press, says, session, settle, window};

#[test]
fn from_launch_to_the_first_statement_in_at_most_five_presses() {
    let mut harness = window();
    let mut presses = 0;
    for key in [Key::Enter, Key::Enter, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight] {
        press(&mut harness, key);
        presses += 1;
        let turn = harness.state().session().and_then(|session| session.turn());
        if turn.is_some_and(|turn| matches!(turn.kind, TurnKind::Statement(_))) {
            break;
        }
    }
    assert!(presses <= 5);
    harness.get_by_label_contains("Simulated; not a statement by");
}

#[test]
fn a_held_enter_goes_one_screen_only() {
    let mut harness = window();
    harness.key_down(Key::Enter);
    harness.run();
    harness.event(eframe::egui::Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: true,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    assert_eq!(harness.state().screen(), Screen::Briefing);
}

#[test]
fn arrows_step_and_space_plays() {
    let mut harness = chamber();
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowLeft);
    assert_eq!(session(&harness).cursor(), 1);
    harness.key_press(Key::Space);
    harness.run_steps(2);
    assert!(session(&harness).playback.is_playing());
    press(&mut harness, Key::End);
    assert!(session(&harness).is_over());
    assert!(!session(&harness).playback.is_playing());
}

#[test]
fn digits_show_the_screens() {
    let mut harness = chamber();
    for (key, screen) in
        [(Key::Num1, Screen::Library), (Key::Num2, Screen::Briefing), (Key::Num3, Screen::Chamber)]
    {
        press(&mut harness, key);
        assert_eq!(harness.state().screen(), screen);
    }
}

#[test]
fn who_types_gives_no_commands() {
    let mut harness = chamber();
    click(&mut harness, "Record");
    harness.get_by_label("Search the record").focus();
    harness.run();
    for key in [Key::ArrowRight, Key::Space, Key::Num1, Key::End] {
        press(&mut harness, key);
    }
    assert_eq!(session(&harness).cursor(), 0);
    assert_eq!(harness.state().screen(), Screen::Chamber);
}

#[test]
fn a_button_in_focus_is_pressed_by_enter_and_nothing_else_happens() {
    let mut harness = window();
    harness.get_by_label("Chamber").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    assert!(harness.state().session().is_none());
}

#[test]
fn the_help_lists_the_keys_of_the_screen_and_takes_them_while_it_is_open() {
    let mut harness = chamber();
    press(&mut harness, Key::F1);
    let keyed = TABLE.iter().filter(|entry| entry.shortcut.is_some());
    for entry in keyed.filter(|entry| entry.on.contains(&Screen::Chamber)) {
        assert!(harness.query_all_by_label(entry.label).count() > 0, "{}", entry.label);
    }
    press(&mut harness, Key::ArrowRight);
    assert_eq!(session(&harness).cursor(), 0);
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Play or pause").is_none());
    press(&mut harness, Key::ArrowRight);
    assert_eq!(session(&harness).cursor(), 1);
}

#[test]
fn everything_can_be_reached_by_tab() {
    let mut harness = chamber();
    let mut reached = Vec::new();
    for _ in 0..90 {
        press(&mut harness, Key::Tab);
        let focused =
            harness.query_all(By::new()).filter(|node| node.accesskit_node().is_focused());
        reached.extend(focused.filter_map(|node| node.accesskit_node().label()));
    }
    for name in ["Library", "Play", "Step", "New luck", "Record", "Copy the seed", "Menu"] {
        assert!(reached.iter().any(|label| label == name), "{name} in {reached:?}");
    }
}

#[test]
fn the_card_that_is_chosen_by_keys_is_in_view() {
    let mut harness = window();
    for _ in 0..7 {
        press(&mut harness, Key::ArrowRight);
    }
    harness.run();
    let card = harness.get_by_label_contains("Security in the context of terrorism");
    let shown = card.rect();
    assert!(shown.min.y >= 0.0 && shown.max.y <= 800.0, "{shown:?}");
}

/// The name of what has the keyboard.
fn focused(harness: &Harness<'static, App>) -> Option<String> {
    let node = harness.query_all(By::new()).find(|node| node.accesskit_node().is_focused())?;
    let node = node.accesskit_node();
    node.label().or_else(|| node.value())
}

/// Presses Tab until something of that name has the keyboard, and then Enter.
fn go_to(harness: &mut Harness<'static, App>, words: &str) {
    for _ in 0..300 {
        press(harness, Key::Tab);
        if focused(harness).is_some_and(|name| name.contains(words)) {
            press(harness, Key::Enter);
            return;
        }
    }
    panic!("Tab never comes to {words}");
}

fn command(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press_modifiers(Modifiers::COMMAND, key);
    harness.run();
}

#[test]
fn a_whole_visit_without_a_mouse() {
    let folder = std::env::temp_dir().join(format!("horseshoe-visit-{}", std::process::id()));
    let place = folder.clone();
    let mut harness =
        Harness::builder().with_size([1280.0, 800.0]).with_max_steps(24).build_eframe(|creation| {
            let ctx = &creation.egui_ctx;
            App::new(ctx, Motion::Reduced).with_folder(place, ctx)
        });
    settle(&mut harness);
    // The library and the briefing: another card, and back to the first.
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowLeft);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    press(&mut harness, Key::Enter);
    // The chamber: to a statement, whose figures and people are asked about.
    for _ in 0..8 {
        press(&mut harness, Key::ArrowRight);
    }
    go_to(&mut harness, "Why: ");
    assert!(says(&harness, "Back to the tally"));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Back to the tally"));
    go_to(&mut harness, "Guyana");
    go_to(&mut harness, "Open page");
    assert!(says(&harness, "Back to the table"));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Back to the table"));
    // What if, both branches, and back.
    press(&mut harness, Key::B);
    go_to(&mut harness, "See what follows");
    assert_eq!(session(&harness).branches().len(), 2);
    press(&mut harness, Key::C);
    assert_eq!(harness.state().screen(), Screen::Compare);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    // To a vote, and why one voted so.
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.run();
    let turn = session(&harness).turn().expect("a turn is shown");
    assert!(turn.is_vote(), "{turn:?}, with the keyboard at {:?}", focused(&harness));
    go_to(&mut harness, "This turn");
    go_to(&mut harness, ": why ");
    assert!(says(&harness, "Back to the tally"));
    press(&mut harness, Key::Escape);
    // A figure, saved.
    press(&mut harness, Key::Num4);
    go_to(&mut harness, "Members and issues");
    go_to(&mut harness, "CSV");
    settle(&mut harness);
    assert!(std::fs::read_dir(folder.join("exports")).unwrap().count() > 0);
    // The end, told.
    press(&mut harness, Key::Num5);
    assert_eq!(harness.state().screen(), Screen::Debrief);
    go_to(&mut harness, "Show the end");
    assert!(session(&harness).is_over());
    // What lies over a screen goes by Escape.
    command(&mut harness, Key::K);
    assert!(says(&harness, "Find a command"));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Find a command"));
    press(&mut harness, Key::F1);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().screen(), Screen::Debrief);
    std::fs::remove_dir_all(folder).unwrap();
}
