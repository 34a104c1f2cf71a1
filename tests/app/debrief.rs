//! The debrief: it tells what has been shown, and no more; at the end it tells all.

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};
use horseshoe::app::{App, Command, PlaybackCommand, Screen};

use super::layout::{assert_apart, assert_legible};
use super::{chamber, choose, click, press, says, session, sized};

/// The debrief of the first bundled scenario, after so many turns.
fn debrief(turns: usize) -> Harness<'static, App> {
    let mut harness = chamber();
    harness.state().send(Command::Playback(PlaybackCommand::Seek(turns)));
    harness.run();
    press(&mut harness, Key::Num5);
    assert_eq!(harness.state().screen(), Screen::Debrief);
    harness
}

#[test]
fn before_the_end_it_hides_what_is_to_come_and_what_really_happened() {
    let mut harness = debrief(10);
    assert!(says(&harness, "this is how things stand after turn 10 of"));
    let open = session(&harness).results().len() - 1;
    assert!(says(&harness, &format!("1 was adopted and {open} are still open.")));
    assert!(!says(&harness, "Abstaining"), "no vote has been shown");
    assert!(!says(&harness, "The 9662nd meeting took a morning"));
    assert!(says(&harness, "It is told here when the debate is over."));
    click(&mut harness, "Show the end");
    assert!(session(&harness).is_over());
    assert!(!says(&harness, "The debate is not over"));
}

#[test]
fn at_the_end_every_outcome_stands_there_with_its_result() {
    let harness = debrief(usize::MAX);
    let scenario = session(&harness).scenario().clone();
    for outcome in &scenario.outcomes {
        let titles = By::new().role(Role::Heading).label(&outcome.title);
        assert_eq!(harness.query_all(titles).count(), 1, "{}", outcome.title);
    }
    assert!(!says(&harness, "still open"));
    assert!(says(&harness, "The 9662nd meeting took a morning"));
    assert!(says(&harness, "Which text had most support, and which could be adopted?"));
}

#[test]
fn a_turning_point_leads_to_its_turn_in_the_chamber() {
    let mut harness = debrief(usize::MAX);
    let points = By::new().role(Role::Button).label_contains("The chance that “");
    let first = harness.query_all(points).next().expect("something moved");
    let name = egui_kittest::kittest::NodeT::accesskit_node(&first).label().expect("it is named");
    first.click_accesskit();
    harness.run();
    assert_eq!(harness.state().screen(), Screen::Chamber);
    let turn = format!("Turn {}: ", session(&harness).cursor());
    assert!(name.starts_with(&turn), "{name} at {turn}");
}

#[test]
fn why_leads_to_the_turn_that_settled_it() {
    let mut harness = debrief(usize::MAX);
    let title = "A new panel of experts";
    choose(&mut harness, &format!("Why? Shows the reasons behind “{title}”"));
    assert_eq!(harness.state().screen(), Screen::Chamber);
    let turn = session(&harness).turn().expect("a turn is shown");
    assert!(format!("{:?}", turn.kind).starts_with("Decision"), "{:?}", turn.kind);
}

#[test]
fn it_is_legible_from_before_the_start_to_the_end() {
    for size in [[1280.0, 800.0], [1920.0, 1080.0]] {
        for turns in [0, 14, usize::MAX] {
            let mut harness = sized(size);
            press(&mut harness, Key::Enter);
            harness.state().send(Command::Playback(PlaybackCommand::Seek(turns)));
            harness.state().send(Command::Show(Screen::Debrief));
            harness.run();
            for _ in 0..12 {
                let place = format!("debrief after turn {turns} at {size:?}");
                assert_legible(&harness, &place);
                assert_apart(&harness, &place);
                press(&mut harness, Key::PageDown);
            }
        }
    }
}
