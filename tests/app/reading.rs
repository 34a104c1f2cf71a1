//! What a screen reader and a keyboard find on every screen: names, roles, values, an order.

mod places;
mod rules;
mod tour;

use super::{chamber, session, settle, window};

use places::{over_a_screen, places};
use rules::faults;
use tour::{Tour, tour};

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn everything_that_can_be_used_has_a_name_a_role_and_a_value() {
    let mut found = Vec::new();
    for place in places().chain(over_a_screen()) {
        found.extend(faults(&place.go(), place.name));
    }
    none(&found);
}

#[test]
fn tab_goes_through_every_control_of_a_screen_and_comes_back() {
    let mut found = Vec::new();
    for place in places() {
        let mut harness = place.go();
        let Tour { visited, mut faults } = tour(&mut harness, place.name);
        faults.extend(rules::left_out(&harness, &visited, place.name));
        found.extend(faults);
    }
    none(&found);
}

#[test]
fn what_lies_over_a_screen_keeps_the_keyboard() {
    let mut found = Vec::new();
    for place in over_a_screen() {
        let mut harness = place.go();
        let Tour { visited, faults } = tour(&mut harness, place.name);
        let names: Vec<&str> = visited.iter().map(|it| it.name.as_str()).collect();
        assert!(!names.is_empty(), "{}", place.name);
        assert!(!names.contains(&"Library"), "{}: {names:?}", place.name);
        found.extend(faults);
    }
    none(&found);
}
