//! Choosing a scenario and beginning its debate.

use eframe::egui::Key;

use crate::app::command::{Command, Neighbor};

use super::{BRIEFING, Entry, LIBRARY, LIBRARY_AND_BRIEFING, command_key, entry, plain};

pub(super) static ENTRIES: &[Entry] = &[
    entry(
        Command::OpenSelected,
        plain(Key::Enter),
        ("Open", "Opens the chosen scenario and shows its briefing"),
        LIBRARY,
    ),
    entry(
        Command::Select(Neighbor::Right),
        plain(Key::ArrowRight),
        ("Next card", "Chooses the scenario at the right"),
        LIBRARY,
    ),
    entry(
        Command::Select(Neighbor::Left),
        plain(Key::ArrowLeft),
        ("Previous card", "Chooses the scenario at the left"),
        LIBRARY,
    ),
    entry(
        Command::Select(Neighbor::Below),
        plain(Key::ArrowDown),
        ("Card below", "Chooses the scenario below"),
        LIBRARY,
    ),
    entry(
        Command::Select(Neighbor::Above),
        plain(Key::ArrowUp),
        ("Card above", "Chooses the scenario above"),
        LIBRARY,
    ),
    entry(
        Command::CopyChosen,
        command_key(Key::D),
        ("Copy to your scenarios", "Puts a copy that can be changed into your own folder"),
        LIBRARY_AND_BRIEFING,
    ),
    entry(
        Command::Start,
        plain(Key::Enter),
        ("Start", "Goes to the chamber, where the debate can be played"),
        BRIEFING,
    ),
];
