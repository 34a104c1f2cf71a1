//! Letters in place of States: while they stand, nothing in the window names one, until the debrief
//! tells who was who.

use std::fs;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable as _};
use horseshoe::app::{App, BranchCommand, Command, PlaybackCommand, Screen, SeatCommand, Source};
use horseshoe::council::Membership;
use horseshoe::report::charts::Chart;
use horseshoe::scenario::library::bundled;
use horseshoe::scenario::{Naming, Scenario, load, states_on};
use horseshoe::session::{Change, Matter, TurnKind};

use super::data::Data;
use super::play::{do_what_waits, everything, key_on, matter, words};
use super::{choose, click, press, says, session, settle, window};

const OPEN: &str = "unsc-cyber-2024";

fn send(harness: &mut Harness<'static, App>, command: Command) {
    harness.state().send(command);
    harness.run();
}

/// The cyber debate with letters, its briefing on screen.
fn lettered(mut harness: Harness<'static, App>) -> Harness<'static, App> {
    send(&mut harness, Command::Open(Source::Bundled(OPEN)));
    send(&mut harness, Command::Seat(SeatCommand::NameBy(Naming::Letters)));
    harness
}

fn cyber() -> Arc<Scenario> {
    let text = bundled(OPEN).expect("it is bundled").text;
    load(OPEN, text.as_bytes()).scenario.expect("it is sound")
}

/// By what a State of the scenario can be told: names, adjective and code.
fn telling() -> Vec<String> {
    let scenario = cyber();
    let mut all = Vec::new();
    for member in &scenario.members {
        if !member.votes() && member.membership != Membership::Rule37 {
            continue;
        }
        all.extend([member.name.short.clone(), member.identifier.clone()]);
        all.extend(member.name.adjective.clone());
        for state in states_on(&scenario.date).filter(|it| it.code == member.identifier) {
            all.extend(state.names.iter().map(|&name| name.to_owned()));
            all.push(state.adjective.to_owned());
        }
    }
    all.retain(|word| !word.is_empty());
    all
}

/// What of `words` stands in `text` as a word.
fn told<'a>(words: &'a [String], text: &str) -> Option<&'a String> {
    // A State that is not at the table keeps its name, which may end in that of another.
    let text = text.replace("Democratic People's Republic of Korea", "");
    words.iter().find(|word| {
        text.match_indices(word.as_str()).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    })
}

fn assert_silent(all: &[String], place: &str) {
    let telling = telling();
    assert!(!all.is_empty(), "{place}");
    for text in all {
        assert_eq!(told(&telling, text), None, "{place}: {text}");
    }
}

fn assert_screen_is_silent(harness: &Harness<'static, App>, place: &str) {
    assert_silent(&words(harness), place);
}

/// Goes to the end, or to where something waits.
fn go_on(harness: &mut Harness<'static, App>) {
    send(harness, Command::Playback(PlaybackCommand::ToEnd));
}

#[test]
fn nothing_in_the_window_of_one_who_watches_names_a_state_while_letters_stand() {
    let mut harness = window();
    send(&mut harness, Command::Open(Source::Bundled(OPEN)));
    let named = words(&harness);
    assert!(named.iter().any(|text| told(&telling(), text).is_some()), "names are found");
    let mut harness = lettered(harness);
    assert!(says(&harness, "State A"));
    assert_silent(&everything(&mut harness), "briefing");
    press(&mut harness, Key::T);
    assert_screen_is_silent(&harness, "seats");
    press(&mut harness, Key::Escape);
    send(&mut harness, Command::Show(Screen::Class));
    for part in ["Predict and score", "Note-taker", "Names", "For the teacher"] {
        choose(&mut harness, part);
        assert_screen_is_silent(&harness, part);
    }
    let turns = session(&harness).turns().len();
    for turn in [0, 3, 9, turns / 2, turns - 4, turns] {
        send(&mut harness, Command::Playback(PlaybackCommand::Seek(turn)));
        for screen in [Screen::Projector, Screen::Debrief, Screen::Chamber] {
            send(&mut harness, Command::Show(screen));
            assert_screen_is_silent(&harness, &format!("{screen:?} at {turn}"));
        }
        assert_silent(&everything(&mut harness), &format!("chamber at {turn}"));
        for tab in ["Support", "Record", "Outside the chamber", "Results"] {
            if harness.query_by_label(tab).is_some() {
                click(&mut harness, tab);
                assert_screen_is_silent(&harness, &format!("{tab} at {turn}"));
            }
        }
    }
    for chart in Chart::ALL.into_iter().filter(|chart| !chart.needs_ensemble()) {
        send(&mut harness, Command::ShowFigure(chart));
        assert_silent(&everything(&mut harness), &format!("{chart:?}"));
    }
}

#[test]
fn no_branch_and_no_command_names_a_state_while_letters_stand() {
    let mut harness = lettered(window());
    let spoke = session(&harness).turns().iter().enumerate().find_map(|(at, turn)| {
        if let TurnKind::Statement(by) = turn.kind { Some((at, by)) } else { None }
    });
    let (at, by) = spoke.expect("somebody speaks");
    send(&mut harness, Command::Show(Screen::Chamber));
    send(&mut harness, Command::Playback(PlaybackCommand::Seek(at + 1)));
    press(&mut harness, Key::B);
    assert_screen_is_silent(&harness, "what if");
    press(&mut harness, Key::Escape);
    send(&mut harness, Command::Branch(BranchCommand::Make(Change::NoStatement { by })));
    assert_silent(&everything(&mut harness), "a branch");
    send(&mut harness, Command::Branch(BranchCommand::Compare));
    assert_eq!(harness.state().screen(), Screen::Compare);
    assert_screen_is_silent(&harness, "two branches");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    assert!(says(&harness, "Names of States again"));
    assert_screen_is_silent(&harness, "palette");
}

#[test]
fn nothing_on_the_screen_of_a_seat_names_a_state_while_letters_stand() {
    let mut harness = lettered(window());
    let svn = cyber().delegation("SVN").expect("it takes part");
    send(&mut harness, Command::Seat(SeatCommand::Sit { seats: vec![svn], presides: false }));
    let mut seen = Vec::new();
    for _ in 0..60 {
        go_on(&mut harness);
        let Some(matter) = matter(&harness) else { break };
        let kind = std::mem::discriminant(&matter);
        if !seen.contains(&kind) {
            seen.push(kind);
            assert_silent(&everything(&mut harness), &format!("{matter:?}"));
            for tab in ["Support", "Notebook"] {
                click(&mut harness, tab);
                assert_screen_is_silent(&harness, &format!("{tab}, {matter:?}"));
            }
        }
        match matter {
            Matter::Round(_) | Matter::Floor => {
                send(&mut harness, Command::Seat(SeatCommand::Finish));
            }
            other => do_what_waits(&mut harness, other),
        }
    }
    assert!(session(&harness).is_over() && seen.len() >= 4);
    send(&mut harness, Command::Show(Screen::Debrief));
    assert_silent(&everything(&mut harness), "debrief");
}

#[test]
fn letters_are_chosen_where_seats_are_taken_and_stay_for_who_plays() {
    let mut harness = window();
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::T);
    assert!(says(&harness, "Slovenia"));
    key_on(&mut harness, "Letters in place of States", Key::Space);
    assert!(!says(&harness, "Slovenia"));
    key_on(&mut harness, "State A", Key::Space);
    key_on(&mut harness, "Take the seat", Key::Enter);
    assert_eq!(harness.state().screen(), Screen::Chamber);
    assert!(says(&harness, "You speak for State A"));
    assert_eq!(session(&harness).naming(), Naming::Letters);
}

#[test]
fn the_debrief_asks_who_is_who_and_then_tells_it_with_what_really_happened() {
    let mut harness = lettered(window());
    go_on(&mut harness);
    send(&mut harness, Command::Show(Screen::Debrief));
    assert!(says(&harness, "which State is which"));
    assert!(says(&harness, "It names States."));
    choose(&mut harness, "Show who was who");
    assert_eq!(harness.state().screen(), Screen::Debrief);
    assert!(says(&harness, "State A") && says(&harness, "Slovenia"));
    assert!(!says(&harness, "It names States."));
    send(&mut harness, Command::Seat(SeatCommand::NameBy(Naming::Letters)));
    assert_eq!(session(&harness).naming(), Naming::Revealed, "what was told stays told");
    // The next debate may have letters again.
    send(&mut harness, Command::NewLuck);
    send(&mut harness, Command::Seat(SeatCommand::NameBy(Naming::Letters)));
    assert_eq!(session(&harness).naming(), Naming::Letters);
}

#[test]
fn a_saved_record_opens_with_letters_and_a_pack_is_saved_with_letters_alone() {
    let data = Data::new("letters");
    let mut harness = lettered(data.window());
    go_on(&mut harness);
    send(&mut harness, Command::SaveRecord);
    settle(&mut harness);
    assert!(says(&harness, "it shows letters until it is told who was who"));
    let exports = fs::read_dir(data.0.join("exports")).expect("something was saved");
    let saved = exports.map(|entry| entry.expect("it is there").path());
    let saved = saved.into_iter().find(|path| path.extension().is_some_and(|it| it == "record"));
    send(&mut harness, Command::Open(Source::Bundled("tutorial")));
    send(&mut harness, Command::Open(Source::Path(saved.expect("a record was saved"))));
    settle(&mut harness);
    assert_eq!(session(&harness).naming(), Naming::Letters);
    assert_screen_is_silent(&harness, "record");
    send(&mut harness, Command::Show(Screen::Class));
    choose(&mut harness, "For the teacher");
    assert!(!says(&harness, "Save the class pack"));
    assert!(says(&harness, "Save it with letters"));
}
