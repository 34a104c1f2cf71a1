//! Where help is found.

use eframe::egui::Key;

use crate::app::command::{Command, HintCommand, Overlay, Screen};

use super::{EVERYWHERE, Entry, command_key, entry, plain, unkeyed};

pub(super) static ENTRIES: &[Entry] = &[
    entry(
        Command::Overlay(Overlay::Palette),
        command_key(Key::K),
        ("Do anything…", "Finds a command by its words"),
        EVERYWHERE,
    ),
    entry(
        Command::Overlay(Overlay::Help),
        plain(Key::F1),
        ("Keys", "Shows the keys of this screen"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Hint(HintCommand::Again),
        ("Show the first hints again", "Each screen says once more how it is used"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Show(Screen::About),
        ("About Horseshoe", "Version, licences, and what the model is not"),
        EVERYWHERE,
    ),
    entry(
        Command::Quit,
        command_key(Key::Q),
        ("Quit", "Closes Horseshoe; what you did is offered again at the next start"),
        EVERYWHERE,
    ),
];
