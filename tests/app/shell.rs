//! What stands around every screen: palette, menu, toasts, hints, settings.

use std::fs;

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use horseshoe::app::{App, Command, LookCommand, Screen, TABLE};

use super::data::Data;
use super::{chamber, click, press, says, session, settle, window};

fn palette(harness: &mut Harness<'static, App>, typed: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Find a command").type_text(typed);
    harness.run();
}

#[test]
fn the_palette_finds_a_command_by_its_words_and_enter_carries_it_out() {
    let mut harness = chamber();
    palette(&mut harness, "step");
    press(&mut harness, Key::Enter);
    assert_eq!(session(&harness).cursor(), 1);
    assert!(
        harness.query_by_label("Find a command").is_none(),
        "it goes when it has done its work"
    );
    palette(&mut harness, "brief");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Briefing);
}

#[test]
fn the_palette_opens_scenarios_and_says_when_it_finds_nothing() {
    let mut harness = window();
    palette(&mut harness, "rock tutorial");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    assert!(session(&harness).scenario().title.contains("outer rock"));
    palette(&mut harness, "xyzzy");
    assert!(says(&harness, "No command has the words “xyzzy”"));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "No command has the words"));
}

#[test]
fn arrows_choose_in_the_palette_and_do_not_step_the_debate() {
    let mut harness = chamber();
    palette(&mut harness, "");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::ArrowRight);
    assert_eq!(session(&harness).cursor(), 0);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    assert!(harness.query_by_label("Find a command").is_none(), "its own key closes it");
}

#[test]
fn every_command_of_the_table_is_in_the_palette_of_its_screens() {
    let mut harness = chamber();
    press(&mut harness, Key::ArrowRight);
    for entry in TABLE.iter().filter(|entry| entry.on.contains(&Screen::Chamber)) {
        if !entry.command.is_available(harness.state().session()) || entry.label == "Do anything…"
        {
            continue;
        }
        palette(&mut harness, entry.label.trim_end_matches('…'));
        let name = format!("{}: {}", entry.command.group().title(), entry.label);
        let found = harness.query_by_role_and_label(Role::Button, &name).is_some();
        assert!(found || says(&harness, &format!("{name} (is on)")), "{name}");
        press(&mut harness, Key::Escape);
    }
}

#[test]
fn the_menu_has_the_parts_of_the_table_and_says_the_keys() {
    let mut harness = chamber();
    click(&mut harness, "Menu");
    click(&mut harness, "Debate");
    harness.get_by_label_contains("Play or pause").click();
    harness.run_steps(3);
    assert!(session(&harness).playback.is_playing());
}

#[test]
fn what_is_set_is_remembered_at_the_next_start() {
    let data = Data::new("remembered");
    let mut harness = data.window();
    let before = harness.ctx.theme();
    harness.state().send(Command::Look(LookCommand::SwitchTheme));
    harness.state().send(Command::Look(LookCommand::SwitchContrast));
    harness.state().send(Command::Look(LookCommand::Larger));
    settle(&mut harness);
    settle(&mut harness);
    let theme = harness.ctx.theme();
    assert_ne!(theme, before);
    drop(harness);
    // The harness gives each of its windows a theme of its own, so the file is asked.
    let written = fs::read_to_string(data.0.join("settings.ron")).unwrap();
    assert!(written.contains(&format!("theme: {theme:?}")), "{written}");
    let harness = data.window();
    assert!((harness.ctx.zoom_factor() - 1.1).abs() < 1e-6);
}

#[test]
fn a_spoilt_settings_file_is_told_and_does_no_harm() {
    let data = Data::new("spoilt");
    fs::create_dir_all(&data.0).unwrap();
    fs::write(data.0.join("settings.ron"), "(theme: Purple)").unwrap();
    let mut harness = data.window();
    assert!(says(&harness, "cannot be read"));
    click(&mut harness, "Dismiss");
    assert!(!says(&harness, "cannot be read"));
}

#[test]
fn a_first_hint_goes_when_it_was_read_and_comes_back_when_asked_for() {
    let data = Data::new("hints");
    let mut harness = data.window();
    assert!(says(&harness, "open it with Enter"));
    click(&mut harness, "Got it");
    assert!(!says(&harness, "open it with Enter"));
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    assert!(says(&harness, "Enter goes to the chamber"));
    click(&mut harness, "No more hints");
    press(&mut harness, Key::Enter);
    assert!(!says(&harness, "Space plays the debate"));
    palette(&mut harness, "hints again");
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Space plays the debate"));
}

#[test]
fn information_goes_by_itself_and_a_warning_stays() {
    let mut harness = chamber();
    click(&mut harness, "New luck");
    assert!(says(&harness, "starts again with seed"));
    // A step is a quarter of a second.
    harness.run_steps(60);
    assert!(!says(&harness, "starts again with seed"));
    harness.state().send(Command::Open(horseshoe::app::Source::Named("nowhere.ron".to_owned())));
    settle(&mut harness);
    harness.run_steps(60);
    assert!(says(&harness, "there is no file `nowhere.ron`"));
}
