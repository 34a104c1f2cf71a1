//! The window, driven as a person drives it: by the names of things, and by keys.

mod analysis;
mod branches;
mod briefing;
mod chamber;
mod class;
mod clock;
mod data;
mod debrief;
mod files;
mod flow;
mod keeping;
mod keyboard;
mod layout;
mod letters;
mod library;
mod own;
mod pictures;
mod play;
mod played;
mod projector;
mod reading;
mod reports;
mod shell;
mod small;
mod snapshots;
mod summary;

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::{Harness, Node, kittest::Queryable as _};
use horseshoe::app::theme::Motion;
use horseshoe::app::{App, Screen};
use horseshoe::session::Session;

/// The window of 1280 by 800 points, with the library on screen.
fn window() -> Harness<'static, App> {
    sized([1280.0, 800.0])
}

fn sized(size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(24)
        .build_eframe(|creation| App::new(&creation.egui_ctx, Motion::Reduced));
    harness.run();
    harness
}

/// The same, with the first bundled scenario open in the chamber.
fn chamber() -> Harness<'static, App> {
    let mut harness = window();
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    harness
}

/// Waits for what happens beside the window.
fn settle(harness: &mut Harness<'static, App>) {
    harness.step();
    harness.step();
    let ctx = harness.ctx.clone();
    harness.state_mut().wait(&ctx);
    harness.run();
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn click(harness: &mut Harness<'static, App>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

/// The same of what need not be in view, as a screen reader does it.
fn choose(harness: &mut Harness<'static, App>, name: &str) {
    harness.get_by_label(name).click_accesskit();
    harness.run();
}

/// Whether these words are somewhere on screen.
fn says(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).count() > 0
}

fn button<'a>(harness: &'a Harness<'static, App>, name: &'a str) -> Node<'a> {
    harness.get_by_role_and_label(Role::Button, name)
}

fn session<'a>(harness: &'a Harness<'static, App>) -> &'a Session {
    harness.state().session().expect("a scenario is open")
}
