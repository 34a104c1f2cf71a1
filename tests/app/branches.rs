//! What if: branches made, compared, taken back and brought back.

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use horseshoe::app::{App, Screen};
use horseshoe::session::TurnKind;

use super::{chamber, click, press, says, session};

/// The chamber at its first statement by a member.
fn at_a_statement() -> Harness<'static, App> {
    let mut harness = chamber();
    while !matches!(session(&harness).turn().map(|turn| turn.kind), Some(TurnKind::Statement(_))) {
        press(&mut harness, Key::ArrowRight);
    }
    for _ in 0..4 {
        press(&mut harness, Key::ArrowRight);
    }
    harness
}

fn branched() -> Harness<'static, App> {
    let mut harness = at_a_statement();
    press(&mut harness, Key::B);
    assert!(says(&harness, "What if…"));
    click(&mut harness, "See what follows");
    harness
}

#[test]
fn a_branch_is_made_named_and_taken_back_and_the_debate_before_is_as_it_was() {
    let mut harness = at_a_statement();
    let (cursor, entries) = (session(&harness).cursor(), session(&harness).entries().to_vec());
    press(&mut harness, Key::B);
    click(&mut harness, "See what follows");
    assert_eq!(session(&harness).branches().len(), 2);
    assert!(says(&harness, "did not speak"));
    assert!(says(&harness, "Branches"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(session(&harness).branches().len(), 1);
    assert_eq!((session(&harness).cursor(), session(&harness).entries()), (cursor, &entries[..]));
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    harness.run();
    assert_eq!(session(&harness).branches().len(), 2);
}

#[test]
fn two_branches_stand_beside_each_other_and_a_turn_leads_back_to_the_chamber() {
    let mut harness = branched();
    press(&mut harness, Key::C);
    assert_eq!(harness.state().screen(), Screen::Compare);
    assert!(says(&harness, "meet the same luck"));
    assert!(says(&harness, "Did not speak."));
    let left_alone = session(&harness).branches()[0].id();
    let row = harness.get_all_by_role(Role::Button).find(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with("Turn ") && label.contains("differs")
    });
    row.expect("some turn differs").click();
    harness.run();
    assert_eq!(harness.state().screen(), Screen::Chamber);
    assert_eq!(session(&harness).current().id(), left_alone);
}

#[test]
fn every_kind_of_change_can_be_chosen_and_says_what_it_will_be() {
    let mut harness = at_a_statement();
    press(&mut harness, Key::B);
    for (kind, named) in [
        ("A delegation does not speak", "did not speak"),
        ("Two delegations exchange places", "exchanged places"),
        ("A capital sends other instructions", "Choose what is"),
    ] {
        click(&mut harness, kind);
        assert!(says(&harness, named), "{kind}");
    }
    let slider = harness.get_by_role_and_label(Role::Slider, "The position");
    slider.set_value_accesskit(90.0);
    harness.run();
    assert!(says(&harness, "had other instructions on"));
    click(&mut harness, "See what follows");
    assert!(session(&harness).current().name().contains("had other instructions on"));
}

#[test]
fn at_the_end_nothing_can_be_otherwise_and_the_dialog_says_so() {
    let mut harness = chamber();
    press(&mut harness, Key::End);
    press(&mut harness, Key::B);
    let words = "Nothing can be changed here";
    assert!(says(&harness, words) || says(&harness, "A delegation votes otherwise"));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "What if… "));
}

#[test]
fn keys_move_by_stage_and_by_vote() {
    let mut harness = chamber();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.run();
    let first = session(&harness).cursor();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.run();
    assert!(session(&harness).turn().is_some_and(horseshoe::session::Turn::is_vote));
    assert!(session(&harness).cursor() > first + 1, "it is no single step");
    press(&mut harness, Key::Home);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::ArrowRight);
    harness.run();
    let stage = session(&harness).turn().map(|turn| turn.stage);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::ArrowRight);
    harness.run();
    assert_ne!(session(&harness).turn().map(|turn| turn.stage), stage);
}
