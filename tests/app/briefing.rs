//! The briefing as a page to read: its contents lead about, and its tables can be sorted.

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use horseshoe::app::App;

use super::layout::assert_legible;
use super::{choose, press, says, sized, window};

fn briefing() -> Harness<'static, App> {
    let mut harness = window();
    press(&mut harness, Key::Enter);
    harness
}

/// The heights at which these words stand, as members of the table.
fn heights(harness: &Harness<'static, App>, names: [&str; 2]) -> [f32; 2] {
    names.map(|name| {
        let labels = By::new().role(Role::Label).label(name);
        // Outcomes further down name their sponsors too.
        let tops = harness.query_all(labels).map(|node| node.rect().top());
        tops.reduce(f32::min).expect("it is in the table")
    })
}

#[test]
fn the_contents_lead_to_a_part_by_click_and_by_key() {
    let mut harness = briefing();
    let top = |harness: &Harness<'static, App>, name: &'static str| {
        harness.get_by_role_and_label(Role::Heading, name).rect().top()
    };
    assert!(top(&harness, "Proposed outcomes") > 800.0);
    harness.get_by_role_and_label(Role::Link, "Proposed outcomes").click();
    harness.run();
    assert!((0.0..200.0).contains(&top(&harness, "Proposed outcomes")));
    harness.get_by_role_and_label(Role::Link, "Background").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    assert!((0.0..400.0).contains(&top(&harness, "Background")));
    let current = harness.get_by_role_and_label(Role::Link, "Background");
    assert_eq!(current.accesskit_node().is_selected(), Some(true));
}

#[test]
fn members_are_sorted_by_keyboard_and_the_header_says_how() {
    let mut harness = briefing();
    let [china, algeria] = heights(&harness, ["China", "Algeria"]);
    assert!(algeria < china, "they begin in English alphabetical order");
    harness.get_by_label("Influence, not sorted").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    harness.get_by_label("Influence, sorted descending");
    let [china, algeria] = heights(&harness, ["China", "Algeria"]);
    assert!(china < algeria, "who weighs most comes first");
    press(&mut harness, Key::Space);
    harness.get_by_label("Influence, sorted ascending");
    let [china, algeria] = heights(&harness, ["China", "Algeria"]);
    assert!(algeria < china);
    choose(&mut harness, "Member, not sorted");
    harness.get_by_label("Member, sorted ascending");
    harness.get_by_label("Influence, not sorted");
}

#[test]
fn private_positions_are_shown_only_when_asked_for() {
    let mut harness = briefing();
    assert!(!says(&harness, "members have a stance on it"));
    choose(&mut harness, "Show positions");
    assert!(says(&harness, "members have a stance on it"));
}

#[test]
fn every_outcome_says_how_it_is_adopted_and_who_holds_the_pen() {
    let harness = briefing();
    assert!(says(&harness, "By consensus: if no member objects."));
    assert!(says(&harness, "no permanent member may vote against"));
    assert!(says(&harness, "Penholder"));
}

#[test]
fn it_is_legible_with_all_that_can_be_shown() {
    for size in [[1280.0, 800.0], [1920.0, 1080.0]] {
        let mut harness = sized(size);
        press(&mut harness, Key::Enter);
        choose(&mut harness, "Show positions");
        for _ in 0..16 {
            assert_legible(&harness, &format!("briefing with positions at {size:?}"));
            press(&mut harness, Key::PageDown);
        }
    }
}
