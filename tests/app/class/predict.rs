//! Predictions of a class and their scores: many numbers, typed one after the other.

use eframe::egui::{Event, Key, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use horseshoe::analysis::forecasters::foretold;
use horseshoe::app::{App, Command, PlaybackCommand, Screen};
use horseshoe::session::ROOM;

use super::{
    add_pupil, choose, class, foretold_titles, papers, press, says, send, session, type_into,
    window,
};

/// What the room, or a pupil, has said of the texts, in the order of the file.
fn chances(harness: &Harness<'static, App>, by: &str) -> Vec<Option<f64>> {
    let given = papers(harness).predictions.iter().find(|it| it.by == by);
    let of = |outcome| given.and_then(|it| it.adopted.get(&outcome).copied());
    foretold(session(harness).scenario()).map(of).collect()
}

fn types(harness: &mut Harness<'static, App>, text: &str) {
    for letter in text.chars() {
        if let Some(key) = Key::from_name(&letter.to_string()) {
            harness.key_press(key);
        }
        harness.event(Event::Text(letter.to_string()));
        harness.run();
    }
}

#[test]
fn the_class_predicts_before_the_debate_and_is_scored_after_it() {
    let mut harness = class(window(), "Predict and score");
    let title = foretold_titles(&harness)[0].clone();
    // The room says 50 %, pupils 52 and 60 %.
    type_into(&mut harness, Role::TextInput, &title, "50");
    for (name, chance) in [("Ana", "52"), ("Boris", "60")] {
        add_pupil(&mut harness, name);
        type_into(&mut harness, Role::TextInput, &title, chance);
    }
    let given = &papers(&harness).predictions;
    let said: Vec<(&str, f64)> = given
        .iter()
        .map(|it| (it.by.as_str(), *it.adopted.values().next().expect("one is given")))
        .collect();
    assert_eq!(said, [(ROOM, 0.5), ("Ana", 0.52), ("Boris", 0.6)]);
    assert!(says(&harness, "They stand here when the debate is over"));
    assert!(!says(&harness, "The model:"), "its forecast would be copied");

    send(&mut harness, Command::Playback(PlaybackCommand::ToEnd));
    for words in
        ["The room: Brier score", "Ana: Brier score", "All pupils pooled: Brier", "The model:"]
    {
        assert!(says(&harness, words), "{words}");
    }
    assert!(says(&harness, "The pupils, pooled: 56 %. The room: 50 %."), "the room is no pupil");
    assert!(says(&harness, "Not put to a decision."));
    assert!(papers(&harness).late.is_empty());
    // What is entered now is marked.
    press(&mut harness, Key::Tab);
    type_into(&mut harness, Role::TextInput, &title, "70");
    assert_eq!(papers(&harness).late, ["Boris"]);
    assert!(says(&harness, "Entered or changed after the debate had begun."));
}

#[test]
fn many_numbers_are_typed_in_a_row_and_no_digit_leads_to_another_screen() {
    let mut harness = class(window(), "Predict and score");
    let titles = foretold_titles(&harness);
    // Nothing has the keyboard: digits mean nothing.
    press(&mut harness, Key::Num4);
    assert_eq!(harness.state().screen(), Screen::Class);
    for name in ["Ana", "Boris"] {
        add_pupil(&mut harness, name);
    }
    choose(&mut harness, "Ana");
    harness.get_by_role_and_label(Role::TextInput, &titles[0]).focus();
    harness.run();
    types(&mut harness, "35,5");
    press(&mut harness, Key::Enter);
    types(&mut harness, "4");
    press(&mut harness, Key::ArrowDown);
    types(&mut harness, "100");
    press(&mut harness, Key::Tab);
    types(&mut harness, "0");
    assert_eq!(harness.state().screen(), Screen::Class);
    assert_eq!(chances(&harness, "Ana")[..4], [Some(0.355), Some(0.04), Some(1.0), Some(0.0)]);
    let shown = harness.get_by_role_and_label(Role::TextInput, &titles[0]);
    assert_eq!(shown.accesskit_node().value().as_deref(), Some("35.5"));
    // From the last text on to the next pupil.
    for _ in 3..titles.len() {
        press(&mut harness, Key::Enter);
    }
    types(&mut harness, "7");
    assert_eq!(chances(&harness, "Boris")[0], Some(0.07));
}

#[test]
fn what_is_no_chance_changes_nothing_and_is_told() {
    let mut harness = class(window(), "Predict and score");
    let title = foretold_titles(&harness)[0].clone();
    type_into(&mut harness, Role::TextInput, &title, "35");
    press(&mut harness, Key::Tab);
    for (text, words) in [
        ("140", "A chance is between 0 and 100 per cent; nothing was changed."),
        ("0.7", "A chance is written in per cent"),
        ("many", "A chance is a number from 0 to 100"),
    ] {
        harness.get_by_role_and_label(Role::TextInput, &title).focus();
        harness.run();
        types(&mut harness, text);
        assert!(says(&harness, words), "{words}");
        assert_eq!(chances(&harness, ROOM)[0], Some(0.35), "{text}");
        press(&mut harness, Key::Tab);
        assert!(says(&harness, words), "{words} is still told");
    }
    // What is cleared is left out.
    harness.get_by_role_and_label(Role::TextInput, &title).focus();
    harness.run();
    press(&mut harness, Key::Backspace);
    assert_eq!(chances(&harness, ROOM)[0], None);
}

#[test]
fn the_room_predicts_by_show_of_hands() {
    let mut harness = class(window(), "Predict and score");
    let titles = foretold_titles(&harness);
    choose(&mut harness, "By show of hands");
    type_into(&mut harness, Role::TextInput, &titles[0], "3");
    assert!(says(&harness, "Say first how many are in the room"));
    type_into(&mut harness, Role::TextInput, "In the room", "12");
    press(&mut harness, Key::Enter);
    types(&mut harness, "3");
    press(&mut harness, Key::Enter);
    types(&mut harness, "13");
    assert!(says(&harness, "There are 12 in the room; nothing was changed."));
    assert_eq!(chances(&harness, ROOM)[..2], [Some(0.25), None]);
    assert!(harness.query_by_label("25 %").is_some());
}
