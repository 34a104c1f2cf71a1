//! In a small window, and at twice the size of everything, all screens can be read and worked.

use eframe::egui::{Key, Rect, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use horseshoe::app::{App, Command, Overlay, PlaybackCommand, Screen};

use super::layout::{assert_apart, assert_legible};
use super::{click, press, says, session, sized};

/// The least window, a usual screen at 200 %, and the least window at 200 %.
const SIZES: [[f32; 2]; 3] = [[900.0, 600.0], [640.0, 400.0], [450.0, 300.0]];

/// The chamber in a window of this size, so many turns in.
fn chamber(size: [f32; 2], turns: usize) -> Harness<'static, App> {
    let mut harness = sized(size);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    seek(&mut harness, turns);
    harness
}

fn seek(harness: &mut Harness<'static, App>, turns: usize) {
    harness.state().send(Command::Playback(PlaybackCommand::Seek(turns)));
    harness.run();
}

fn show(harness: &mut Harness<'static, App>, screen: Screen) {
    harness.state().send(Command::Show(screen));
    super::settle(harness);
}

fn window(harness: &Harness<'static, App>) -> Rect {
    harness.ctx.content_rect()
}

/// What can be pressed, and what heads a part, is within the sides of the window.
fn assert_within(harness: &Harness<'static, App>, place: &str) {
    let room = window(harness);
    for role in [Role::Button, Role::Tab, Role::Heading, Role::ComboBox, Role::Link] {
        for node in harness.query_all_by_role(role) {
            let (rect, name) = (node.rect(), node.accesskit_node().label());
            let within = rect.left() >= room.left() - 1.0 && rect.right() <= room.right() + 1.0;
            assert!(within, "{name:?} at {rect:?} is out of the window, {place}");
        }
    }
}

fn assert_fits(harness: &Harness<'static, App>, place: &str) {
    assert_apart(harness, place);
    assert_within(harness, place);
}

fn assert_in_view(harness: &Harness<'static, App>, names: &[&str], place: &str) {
    for name in names {
        let rect = harness.get_by_label(name).rect();
        // A dialog that touches the sides of the window has lost something there.
        let room = window(harness).shrink(4.0);
        assert!(room.contains_rect(rect), "{name} at {rect:?} is out of view, {place}");
    }
}

#[test]
fn in_a_small_window_every_screen_keeps_apart_what_it_shows() {
    for size in SIZES {
        let mut harness = chamber(size, 12);
        for screen in [Screen::Library, Screen::Briefing, Screen::Debrief, Screen::About] {
            show(&mut harness, screen);
            let place = format!("{screen:?} at {size:?}");
            assert_fits(&harness, &place);
            for _ in 0..40 {
                press(&mut harness, Key::PageDown);
                assert_fits(&harness, &format!("further down in {place}"));
            }
        }
        show(&mut harness, Screen::Analysis);
        assert_fits(&harness, &format!("Analysis at {size:?}"));
        for tab in ["Table", "Delegation", "Picture"] {
            harness.get_by_role_and_label(Role::Tab, tab).click();
            harness.run();
            assert_fits(&harness, &format!("{tab} of the analysis at {size:?}"));
        }
    }
}

#[test]
fn a_small_window_shows_one_part_of_the_chamber_at_a_time() {
    for size in SIZES {
        let mut harness = chamber(size, 12);
        for tab in ["Table", "Statement", "Speakers", "Support"] {
            harness.get_by_role_and_label(Role::Tab, tab).click();
            harness.run();
            assert_apart(&harness, &format!("{tab} at {size:?}"));
            if tab != "Table" {
                // A table too large for the window is moved about.
                assert_within(&harness, &format!("{tab} at {size:?}"));
            }
            assert_in_view(&harness, &["Play", "Table", "Statement", "Speakers", "Support"], tab);
            assert_eq!(says(&harness, "Speakers’ list"), tab == "Speakers");
            assert_eq!(says(&harness, "Support for outcomes"), tab == "Support");
            assert_eq!(says(&harness, "Record"), tab == "Statement");
        }
    }
}

#[test]
fn every_turn_is_told_in_a_small_window() {
    for size in &SIZES[..2] {
        let mut harness = chamber(*size, 0);
        for turn in 0..=session(&harness).turns().len() {
            seek(&mut harness, turn);
            for tab in ["Statement", "Table"] {
                harness.get_by_role_and_label(Role::Tab, tab).click();
                harness.run();
                assert_fits(&harness, &format!("{tab} at turn {turn} at {size:?}"));
            }
        }
        click(&mut harness, "Statement");
        for tab in ["Record", "Outside the chamber", "Results"] {
            click(&mut harness, tab);
            assert_fits(&harness, &format!("{tab} at {size:?}"));
        }
    }
}

#[test]
fn the_parts_of_the_chamber_are_reached_with_the_keyboard() {
    let mut harness = chamber([640.0, 400.0], 12);
    harness.get_by_role_and_label(Role::Tab, "Support").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    assert!(says(&harness, "Support for outcomes"));
}

#[test]
fn reasons_pages_and_the_search_take_the_place_of_a_part() {
    let mut harness = chamber([640.0, 400.0], 12);
    click(&mut harness, "Support");
    let why = harness.query_all_by_label_contains("Why").next().expect("a figure has reasons");
    why.click();
    harness.run();
    assert_fits(&harness, "the reasons");
    click(&mut harness, "Back to the tally");
    assert!(says(&harness, "Support for outcomes"));
    click(&mut harness, "Table");
    let seat = harness.query_all_by_label_contains("Algeria").last().expect("it has a placard");
    seat.click();
    harness.run();
    click(&mut harness, "Open page: Algeria");
    assert!(says(&harness, "Positions"));
    assert_fits(&harness, "the page");
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Positions"));
    harness.state().send(Command::FindInRecord);
    harness.run();
    assert!(harness.get_by_label("Search the record").is_focused());
    assert_fits(&harness, "the search");
}

#[test]
fn dialogs_keep_their_buttons_in_a_small_window() {
    for size in SIZES {
        let mut harness = chamber(size, 12);
        for (overlay, names) in [
            (Overlay::WhatIf, &["See what follows", "Cancel"][..]),
            (Overlay::Report, &["Save", "Cancel"][..]),
            (Overlay::Help, &["Close"][..]),
            (Overlay::Palette, &["Find a command"][..]),
        ] {
            harness.state().send(Command::Overlay(overlay));
            harness.run();
            harness.run();
            assert_in_view(&harness, names, &format!("{overlay:?} at {size:?}"));
            harness.state().send(Command::CloseOverlay);
            harness.run();
        }
    }
}

#[test]
fn the_bar_leads_everywhere_from_a_small_window() {
    for size in SIZES {
        let mut harness = chamber(size, 3);
        let place = format!("the bar at {size:?}");
        click(&mut harness, "Statement");
        assert_in_view(&harness, &["Do anything…", "Menu"], &place);
        if harness.query_by_label("Screens").is_some() {
            click(&mut harness, "Screens");
        }
        assert_within(&harness, &place);
        click(&mut harness, "Debrief");
        assert_eq!(harness.state().screen(), Screen::Debrief);
    }
}

#[test]
fn between_small_and_usual_all_parts_stand_side_by_side() {
    for size in [[1100.0, 700.0], [1180.0, 720.0]] {
        let mut harness = chamber(size, 0);
        assert!(harness.query_by_role_and_label(Role::Tab, "Speakers").is_none());
        for turn in (0..=session(&harness).turns().len()).step_by(4) {
            seek(&mut harness, turn);
            assert_apart(&harness, &format!("turn {turn} at {size:?}"));
            assert_legible(&harness, &format!("turn {turn} at {size:?}"));
        }
    }
}

#[test]
fn a_window_that_grows_shows_all_parts_again() {
    let mut harness = chamber([640.0, 400.0], 12);
    click(&mut harness, "Support");
    harness.set_size(vec2(1280.0, 800.0));
    harness.run();
    assert!(says(&harness, "Speakers’ list"));
    assert!(says(&harness, "Support for outcomes"));
}
