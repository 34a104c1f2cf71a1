//! The library: cards in a grid, found by words and by arrows.

use eframe::egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use horseshoe::app::{App, Screen};
use horseshoe::scenario::library::BUNDLED;

use super::layout::{assert_apart, assert_legible};
use super::{click, press, says, session, sized, window};

/// The card that is chosen, by the first words of its name.
fn chosen(harness: &Harness<'static, App>) -> String {
    let cards = harness.query_all(By::new().label_contains("proposed texts"));
    let selected = cards.filter(|node| node.accesskit_node().toggled().is_some());
    let names = selected.filter(|node| {
        node.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True)
    });
    let mut names = names.map(|node| node.accesskit_node().label());
    let name = names.find_map(|name| name).expect("one is chosen");
    name.split(". ").next().unwrap_or_default().to_owned()
}

fn seek(harness: &mut Harness<'static, App>, words: &str) {
    harness.get_by_label("Search the library").focus();
    harness.run();
    harness.get_by_label("Search the library").type_text(words);
    harness.run();
}

#[test]
fn words_filter_the_cards_as_they_are_typed_and_enter_opens_what_is_left() {
    let mut harness = window();
    assert!(says(&harness, "A light on the outer rock"));
    seek(&mut harness, "Famine");
    assert!(says(&harness, "Famine and conflict-induced food insecurity"));
    assert!(!says(&harness, "A light on the outer rock"));
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Briefing);
    assert!(session(&harness).scenario().title.starts_with("Famine"));
}

#[test]
fn a_scenario_is_found_by_a_member_and_a_word_of_its_topic() {
    let mut harness = window();
    seek(&mut harness, "avelin lighthouse");
    assert!(says(&harness, "A light on the outer rock"));
    assert!(!says(&harness, "Addressing evolving threats in cyberspace"));
}

#[test]
fn an_empty_result_says_so_and_can_be_cleared() {
    let mut harness = window();
    seek(&mut harness, "zebra");
    assert!(says(&harness, "No scenario has “zebra”"));
    click(&mut harness, "Clear the search");
    assert!(says(&harness, "A light on the outer rock"));
}

#[test]
fn arrows_move_in_the_grid() {
    let mut harness = window();
    let first = chosen(&harness);
    press(&mut harness, Key::ArrowRight);
    let second = chosen(&harness);
    assert_ne!(first, second);
    press(&mut harness, Key::ArrowDown);
    let below = chosen(&harness);
    press(&mut harness, Key::ArrowUp);
    assert_eq!(chosen(&harness), second);
    press(&mut harness, Key::ArrowLeft);
    assert_eq!(chosen(&harness), first);
    for _ in 0..4 {
        press(&mut harness, Key::ArrowRight);
    }
    assert_eq!(chosen(&harness), below, "three cards stand in a row at this width");
}

#[test]
fn every_card_is_legible_and_apart_from_the_others() {
    for size in [[1180.0, 760.0], [1280.0, 800.0], [1920.0, 1080.0], [3840.0, 2160.0]] {
        let mut harness = sized(size);
        for _ in 0..BUNDLED.len() {
            let place = format!("library at {size:?}");
            assert_legible(&harness, &place);
            assert_apart(&harness, &place);
            press(&mut harness, Key::ArrowRight);
        }
    }
}
