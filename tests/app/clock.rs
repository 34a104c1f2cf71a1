//! Time: the turn of a player by a clock that ends nothing, and what who presides is told of how
//! long others speak. The tests step the time themselves.

use eframe::egui::Key;
use egui_kittest::Harness;
use horseshoe::app::theme::Motion;
use horseshoe::app::{App, Command, PlaybackCommand, SeatCommand};
use horseshoe::debate::{Action, Intended};
use horseshoe::session::Matter;

use super::play::matter;
use super::{choose, press, says, session};

/// A window in which each frame takes a second.
fn window() -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(24)
        .with_step_dt(1.0)
        .build_eframe(|creation| App::new(&creation.egui_ctx, Motion::Reduced));
    harness.run();
    press(&mut harness, Key::Enter);
    harness
}

/// These seats, chosen by command.
fn sit(harness: &mut Harness<'static, App>, seats: &[&str], presides: bool) {
    let scenario = session(harness).scenario();
    let seats = seats.iter().map(|id| scenario.delegation(id).expect("it takes part")).collect();
    harness.state().send(Command::Seat(SeatCommand::Sit { seats, presides }));
    harness.run();
    to_the_end(harness);
}

fn to_the_end(harness: &mut Harness<'static, App>) {
    harness.state().send(Command::Playback(PlaybackCommand::ToEnd));
    harness.run();
}

fn wait(harness: &mut Harness<'static, App>, seconds: usize) {
    for _ in 0..seconds {
        harness.step();
    }
}

/// The seconds that are left, as the desk shows them.
fn left(harness: &Harness<'static, App>) -> Option<u32> {
    (0..=600).find(|seconds| {
        let words = format!("{}:{:02} left", seconds / 60, seconds % 60);
        says(harness, &words)
    })
}

/// Two players with two minutes for each turn.
fn hot_seat() -> Harness<'static, App> {
    let mut harness = window();
    press(&mut harness, Key::T);
    choose(&mut harness, "Time for each turn");
    choose(&mut harness, "2 minutes");
    press(&mut harness, Key::Escape);
    sit(&mut harness, &["SVN", "MOZ"], false);
    harness
}

#[test]
fn a_turn_is_timed_from_when_the_curtain_is_lifted_and_stops_while_it_is_held() {
    let mut harness = hot_seat();
    assert!(says(&harness, "The turn lasts 2 minutes from when the curtain is lifted."));
    wait(&mut harness, 40);
    choose(&mut harness, "I speak for Slovenia");
    let full = left(&harness).expect("the time is shown");
    assert!(full > 100, "{full}");
    wait(&mut harness, 20);
    let later = left(&harness).expect("the time is shown");
    assert!((15..=25).contains(&(full - later)), "{full} {later}");
    choose(&mut harness, "Hold the clock");
    let held = left(&harness);
    wait(&mut harness, 30);
    assert_eq!(left(&harness), held);
    assert!(says(&harness, "left, held"));
    choose(&mut harness, "Let the clock run on");
    wait(&mut harness, 5);
    assert!(left(&harness) < held);
}

#[test]
fn when_the_time_is_up_nothing_happens_by_itself_and_the_next_player_has_all_of_it() {
    let mut harness = hot_seat();
    choose(&mut harness, "I speak for Slovenia");
    let steps = session(&harness).record().steps.len();
    wait(&mut harness, 130);
    assert!(says(&harness, "Time is up. Nothing is lost"));
    assert_eq!(matter(&harness), Some(Matter::Soundings));
    assert_eq!(session(&harness).record().steps.len(), steps);
    // What one could do before can still be done.
    assert!(says(&harness, "Go to the meeting"));
    choose(&mut harness, "Finish the turn");
    to_the_end(&mut harness);
    assert!(says(&harness, "Pass to Mozambique"));
    choose(&mut harness, "I speak for Mozambique");
    assert!(left(&harness).expect("the time is shown") > 100);
}

#[test]
fn without_a_time_no_clock_is_shown() {
    let mut harness = window();
    sit(&mut harness, &["SVN", "MOZ"], false);
    assert!(!says(&harness, "The turn lasts"));
    choose(&mut harness, "I speak for Slovenia");
    wait(&mut harness, 10);
    assert_eq!(left(&harness), None);
    assert!(!says(&harness, "Hold the clock"));
}

#[test]
fn who_presides_is_told_who_spoke_too_long_and_may_remind_the_room() {
    let mut harness = window();
    sit(&mut harness, &["SVN"], true);
    for _ in 0..60 {
        if matter(&harness) == Some(Matter::Floor) {
            break;
        }
        harness.state().send(Command::Seat(SeatCommand::Finish));
        harness.run();
        to_the_end(&mut harness);
    }
    let who = session(&harness).due().expect("it has the floor").who;
    let limit = session(&harness).scenario().time_limit;
    let words = "All of us gain from a calm network. ".repeat((limit * 20.0) as usize);
    let said = Intended { words: Some(words), ..Intended::silent(who) };
    harness.state().send(Command::Seat(SeatCommand::Act(Action::Say(said))));
    harness.run();
    to_the_end(&mut harness);
    assert_eq!(matter(&harness), Some(Matter::Chair));
    assert!(says(&harness, "Over the time limit: "));
    choose(&mut harness, "Other steps…");
    assert!(says(&harness, "The representative of Slovenia (simulated) spoke for"));
    assert!(says(&harness, "Time used so far"));
    assert!(says(&harness, "over the limit"));
    choose(&mut harness, "Remind the room, on the projector view");
    let announced = session(&harness).papers().announced();
    assert!(announced.is_some_and(|words| words.contains("reminded to keep their statements to")));
    choose(&mut harness, "Take the reminder away");
    assert_eq!(session(&harness).papers().announced(), None);
}
