//! Everywhere a person can be, and how to come there.

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use horseshoe::app::{App, Command, Overlay, PlaybackCommand, Screen, SeatCommand};
use horseshoe::report::charts::Chart;
use horseshoe::session::{Matter, TurnKind};

use super::super::{choose, click, press};
use super::{chamber, session, settle, window};

pub(super) type Window = Harness<'static, App>;
type Make = fn() -> Window;

/// A place of the window.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) name: &'static str,
    how: How,
}

#[derive(Debug)]
enum How {
    Made(Make),
    Figure(Chart),
}

impl Place {
    /// A window that shows it.
    pub(super) fn go(&self) -> Window {
        match self.how {
            How::Made(make) => make(),
            How::Figure(chart) => figure(chart),
        }
    }
}

/// Every screen, in every state that looks otherwise.
pub(super) fn places() -> impl Iterator<Item = Place> {
    let figures = Chart::ALL.into_iter();
    let figures = figures.map(|chart| Place { name: chart.name(), how: How::Figure(chart) });
    SCREENS.iter().map(|&(name, make)| made(name, make)).chain(figures)
}

/// What lies over a screen.
pub(super) fn over_a_screen() -> impl Iterator<Item = Place> {
    OVERLAYS.iter().map(|&(name, make)| made(name, make))
}

const fn made(name: &'static str, make: Make) -> Place {
    Place { name, how: How::Made(make) }
}

const SCREENS: &[(&str, Make)] = &[
    ("library", window),
    ("briefing", || shown(Screen::Briefing, 0)),
    ("chamber before the start", chamber),
    ("chamber at a statement", || shown(Screen::Chamber, 12)),
    ("chamber at a vote", vote),
    ("chamber at the end", || shown(Screen::Chamber, usize::MAX)),
    ("record", || tab("Record")),
    ("second book", || tab("Outside the chamber")),
    ("results", || tab("Results")),
    ("page of a member", page),
    ("explanation", explanation),
    ("debrief on the way", || shown(Screen::Debrief, 12)),
    ("debrief at the end", || shown(Screen::Debrief, usize::MAX)),
    ("two branches", two_branches),
    ("projector", || shown(Screen::Projector, 12)),
    ("about", || shown(Screen::About, 0)),
    ("desk, soundings", || seated(&["SVN"], |matter| *matter == Matter::Soundings)),
    ("desk, the floor", || seated(&["SVN"], |matter| *matter == Matter::Floor)),
    ("desk, a round", || seated(&["SVN"], |matter| matches!(matter, Matter::Round(_)))),
    ("desk, an answer", || seated(&["JPN"], |matter| matches!(matter, Matter::Answer { .. }))),
    ("desk, a conclusion", || {
        seated(&["JPN"], |matter| matches!(matter, Matter::Conclusion { .. }))
    }),
    ("desk, a vote", || seated(&["SVN"], |matter| matches!(matter, Matter::Vote(_)))),
    ("the chair", || seated(&[], |matter| *matter == Matter::Chair)),
    ("your summary", summary),
    ("desk, when time is up", time_is_up),
    ("the curtain", || seated(&["SVN", "MOZ"], |matter| *matter == Matter::Soundings)),
];

const OVERLAYS: &[(&str, Make)] = &[
    ("help", || over(Overlay::Help)),
    ("palette", || over(Overlay::Palette)),
    ("what if", || over(Overlay::WhatIf)),
    ("seats", || over(Overlay::Seats)),
    ("save a report", || over(Overlay::Report)),
];

fn shown(screen: Screen, turns: usize) -> Window {
    let mut harness = chamber();
    harness.state().send(Command::Playback(PlaybackCommand::Seek(turns)));
    harness.state().send(Command::Show(screen));
    harness.run();
    harness
}

/// A debate that is played in these seats, and by who presides where there are none, as it waits
/// for the first matter of this kind.
fn seated(seats: &[&str], wanted: fn(&Matter) -> bool) -> Window {
    let mut harness = chamber();
    let member = |id: &&str| session(&harness).scenario().delegation(id);
    let taken: Vec<_> = seats.iter().map(|id| member(id).expect("it takes part")).collect();
    let presides = taken.is_empty();
    harness.state().send(Command::Seat(SeatCommand::Sit { seats: taken, presides }));
    harness.run();
    loop {
        harness.state().send(Command::Playback(PlaybackCommand::ToEnd));
        harness.run();
        let due = session(&harness).due().expect("it waits for this before the end");
        if wanted(&due.matter) {
            if harness.query_by_label("To the desk").is_some() {
                press(&mut harness, Key::Enter);
            }
            return harness;
        }
        harness.state().send(Command::Seat(SeatCommand::Finish));
        harness.run();
    }
}

/// The desk of a player whose time is up.
fn time_is_up() -> Window {
    let mut harness = seated(&["SVN"], |matter| *matter == Matter::Soundings);
    harness.state().send(Command::Seat(SeatCommand::TurnTime(Some(2))));
    harness.run();
    for _ in 0..500 {
        harness.step();
    }
    harness
}

/// The summary of who presides, with an entry that is changed and one that is compared.
fn summary() -> Window {
    let mut harness = seated(&[], |matter| *matter == Matter::Chair);
    for _ in 0..12 {
        harness.state().send(Command::Seat(SeatCommand::Finish));
        harness.run();
        harness.state().send(Command::Playback(PlaybackCommand::ToEnd));
        harness.run();
    }
    press(&mut harness, Key::S);
    for _ in 0..2 {
        choose(&mut harness, "Add an entry to the summary");
    }
    choose(&mut harness, "Compare with the record");
    harness
}

fn vote() -> Window {
    let harness = chamber();
    let turns = session(&harness).turns();
    let turn = turns.iter().position(|turn| matches!(turn.kind, TurnKind::Decision(_)));
    shown(Screen::Chamber, turn.expect("something is decided") + 1)
}

fn tab(name: &str) -> Window {
    let mut harness = shown(Screen::Chamber, 12);
    click(&mut harness, name);
    harness
}

fn page() -> Window {
    let mut harness = shown(Screen::Chamber, 12);
    let seat = By::new().role(Role::Button).label_contains("Algeria");
    harness.query_all(seat).next().expect("it has a seat").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    harness
}

fn explanation() -> Window {
    let mut harness = shown(Screen::Chamber, 12);
    let figure = By::new().role(Role::Link).label_contains("Why: Chance of adoption");
    harness.query_all(figure).next().expect("a chance is shown").click_accesskit();
    harness.run();
    harness
}

fn figure(chart: Chart) -> Window {
    let mut harness = shown(Screen::Analysis, 22);
    harness.state().send(Command::ShowFigure(chart));
    if chart.needs_ensemble() {
        harness.state().send(Command::RunMany { runs: 50, varied: true });
    }
    settle(&mut harness);
    harness.run();
    harness
}

fn two_branches() -> Window {
    let mut harness = shown(Screen::Chamber, 14);
    press(&mut harness, Key::B);
    click(&mut harness, "See what follows");
    press(&mut harness, Key::C);
    assert_eq!(harness.state().screen(), Screen::Compare);
    harness
}

fn over(overlay: Overlay) -> Window {
    let mut harness = shown(Screen::Chamber, 14);
    if overlay == Overlay::Palette {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    } else {
        harness.state().send(Command::Overlay(overlay));
    }
    harness.run();
    harness
}

/// What a node is called, whatever carries its words.
pub(super) fn name_of(node: &egui_kittest::Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// By what it is told from all others.
pub(super) fn id_of(node: &egui_kittest::Node<'_>) -> String {
    format!("{:?}", node.accesskit_node().id())
}
