//! From the library to the end of a debate.

use std::time::Duration;

use eframe::egui::{Key, ViewportId};
use egui_kittest::kittest::Queryable as _;
use horseshoe::app::{App, Screen};
use horseshoe::session::TurnKind;

use super::{button, chamber, click, press, says, session, window};

#[test]
fn a_card_leads_to_the_briefing_and_start_to_the_chamber_where_a_step_shows_a_statement() {
    let mut harness = window();
    let title = harness.get_by_label_contains("Addressing evolving threats in cyberspace");
    title.click();
    harness.run();
    assert_eq!(harness.state().screen(), Screen::Briefing);
    assert!(says(&harness, "Proposed outcomes"));
    button(&harness, "Start").click();
    harness.run();
    assert_eq!(harness.state().screen(), Screen::Chamber);
    harness.get_by_label("The meeting has not been opened");
    while !matches!(session(&harness).turn().map(|turn| turn.kind), Some(TurnKind::Statement(_))) {
        click(&mut harness, "Step");
    }
    harness.get_by_label_contains("Simulated; not a statement by");
    harness.get_by_label("Read the whole statement");
}

#[test]
fn play_shows_turns_as_time_passes_and_pause_stops_it() {
    let mut harness = chamber();
    button(&harness, "Play").click();
    // A step is a quarter of a second, a turn four seconds.
    harness.run_steps(2);
    assert!(session(&harness).playback.is_playing());
    assert_eq!(session(&harness).cursor(), 0);
    harness.run_steps(33);
    assert_eq!(session(&harness).cursor(), 2);
    button(&harness, "Pause").click();
    harness.run();
    let stopped = session(&harness).cursor();
    harness.run_steps(40);
    assert_eq!(session(&harness).cursor(), stopped);
}

#[test]
fn nothing_is_repainted_while_nothing_happens() {
    let mut harness = chamber();
    let delay = |harness: &egui_kittest::Harness<'static, horseshoe::app::App>| {
        harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
    };
    harness.step();
    assert_eq!(delay(&harness), Duration::MAX, "paused");
    button(&harness, "Play").click();
    harness.run_steps(4);
    let next = delay(&harness);
    assert!(next > Duration::from_secs(1) && next < Duration::from_secs(5), "{next:?}");
    press(&mut harness, Key::Space);
    harness.step();
    assert_eq!(delay(&harness), Duration::MAX, "paused again");
}

#[test]
fn the_timeline_seeks_and_going_back_shows_what_was_shown() {
    let mut harness = chamber();
    let timeline = |harness: &egui_kittest::Harness<'static, horseshoe::app::App>| {
        let turns = session(harness).turns().len();
        format!("Timeline, turn {} of {turns}", session(harness).cursor())
    };
    let name = timeline(&harness);
    harness.get_by_label(&name).set_value_accesskit(12.0);
    harness.run();
    assert_eq!(session(&harness).cursor(), 12);
    let entries = session(&harness).entries().to_vec();
    let name = timeline(&harness);
    harness.get_by_label(&name).set_value_accesskit(20.0);
    harness.run();
    press(&mut harness, Key::Home);
    assert_eq!(session(&harness).cursor(), 0);
    assert!(session(&harness).entries().is_empty());
    let name = timeline(&harness);
    harness.get_by_label(&name).set_value_accesskit(12.0);
    harness.run();
    assert_eq!(session(&harness).entries(), entries);
}

#[test]
fn new_luck_starts_again_with_the_next_seed_and_the_debate_before_is_not_lost() {
    let mut harness = chamber();
    for _ in 0..5 {
        press(&mut harness, Key::ArrowRight);
    }
    let seed = session(&harness).seed();
    let entries = session(&harness).entries().to_vec();
    click(&mut harness, "New luck");
    assert_eq!(session(&harness).seed().0, seed.0 + 1);
    assert_eq!(session(&harness).cursor(), 0);
    harness.get_by_label(&format!("Seed {}", seed.0 + 1));
    click(&mut harness, "Back to the debate before");
    assert_eq!(session(&harness).seed(), seed);
    assert_eq!(session(&harness).entries(), entries);
    assert!(harness.query_by_label("Back to the debate before").is_none());
}

#[test]
fn the_end_shows_how_every_text_ended_and_not_before() {
    let mut harness = chamber();
    click(&mut harness, "Results");
    assert!(harness.query_by_label_contains("Adopted").is_none());
    click(&mut harness, "This turn");
    press(&mut harness, Key::End);
    assert!(session(&harness).is_over());
    click(&mut harness, "All has been shown. See how every text ended");
    assert!(harness.query_all_by_label_contains("dopted").count() > 2);
}

#[test]
fn an_outcome_in_focus_turns_the_table_to_it() {
    let mut harness = chamber();
    let title = {
        let scenario = session(&harness).scenario();
        scenario.outcomes[scenario.order.outcomes[1]].title.clone()
    };
    harness.get_by_label_contains(&format!("{title}, ")).click_accesskit();
    harness.run();
    // Once at the right, and once in the middle of the table.
    assert!(harness.query_all_by_label(&title).count() >= 2);
}

#[test]
fn a_vote_leads_to_what_was_said_on_it() {
    let mut harness = chamber();
    let turn = session(&harness)
        .turns()
        .iter()
        .position(|turn| {
            let explained = session(&harness).events_of(turn).iter().any(|event| {
                matches!(event.kind, horseshoe::debate::EventKind::StatementDelivered(_))
            });
            explained && matches!(turn.kind, TurnKind::Decision(_))
        })
        .expect("some vote is explained");
    for _ in 0..=turn {
        press(&mut harness, Key::ArrowRight);
    }
    let more = harness.get_by_label_contains("statements on it");
    more.click();
    harness.run();
    assert!(!says(&harness, "statements on it"));
    assert!(says(&harness, "Simulated; not a statement by"));
}

#[test]
fn consultations_are_shown_apart_from_the_record() {
    let mut harness = chamber();
    let at = |kind: fn(TurnKind) -> bool, harness: &egui_kittest::Harness<'static, App>| {
        let turns = session(harness).turns().iter();
        turns.clone().position(|turn| kind(turn.kind)).expect("there is such a turn")
    };
    let soundings = at(|kind| matches!(kind, TurnKind::Signature(_)), &harness);
    let round = at(|kind| matches!(kind, TurnKind::Round(_)), &harness);
    let silence = at(|kind| matches!(kind, TurnKind::Silence(_)), &harness);
    for (place, title) in [
        (soundings, "Soundings, in confidence"),
        (round, "Consultations, first round"),
        (silence, "Silence held"),
    ] {
        while session(&harness).cursor() <= place {
            press(&mut harness, Key::ArrowRight);
        }
        assert!(says(&harness, title), "{title}");
    }
}

#[test]
fn the_theme_is_switched() {
    let mut harness = window();
    let before = harness.ctx.theme();
    click(&mut harness, "Switch between light and dark");
    assert_ne!(harness.ctx.theme(), before);
}

#[test]
fn about_says_what_the_model_is_not() {
    let mut harness = window();
    click(&mut harness, "Menu");
    click(&mut harness, "Help");
    click(&mut harness, "About Horseshoe");
    assert_eq!(harness.state().screen(), Screen::About);
    harness.get_by_label_contains("A teaching model, not a prediction");
}
