//! How the window looks, and the views for a whole room.

use eframe::egui::Key;

use crate::app::command::{Command, LookCommand, Screen};

use super::{EVERYWHERE, Entry, WITHOUT_TAB, command_key, entry, plain, unkeyed};

pub(super) static ENTRIES: &[Entry] = &[
    unkeyed(
        Command::Look(LookCommand::SwitchTheme),
        ("Switch between light and dark", "The other of the two themes"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Look(LookCommand::FollowDesktop),
        ("Light or dark as the desktop has it", "Follows the theme of the desktop"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Look(LookCommand::SwitchContrast),
        ("Strong contrast", "Text and edges stand out as far as they can, or as usual"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Look(LookCommand::SwitchMotion),
        ("Reduced motion", "Changes are shown at once, or by a short movement"),
        EVERYWHERE,
    ),
    entry(
        Command::Look(LookCommand::Larger),
        command_key(Key::Plus),
        ("Larger", "Everything on screen becomes larger, up to 200 %"),
        EVERYWHERE,
    ),
    entry(
        Command::Look(LookCommand::Smaller),
        command_key(Key::Minus),
        ("Smaller", "Everything on screen becomes smaller, down to 80 %"),
        EVERYWHERE,
    ),
    entry(
        Command::Look(LookCommand::UsualSize),
        command_key(Key::Num0),
        ("Usual size", "Everything on screen at 100 %"),
        EVERYWHERE,
    ),
    entry(
        Command::Look(LookCommand::FullScreen),
        plain(Key::F11),
        ("Full screen", "The window fills the screen, or no longer does"),
        EVERYWHERE,
    ),
    entry(
        Command::Projector,
        command_key(Key::P),
        ("Projector view", "A second window with public information only, for the back row"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Show(Screen::Projector),
        ("Projector view in this window", "For a machine with one screen; Escape leaves it"),
        EVERYWHERE,
    ),
    entry(
        Command::Leave,
        plain(Key::Escape),
        ("Back to the chamber", "Leaves this view"),
        WITHOUT_TAB,
    ),
];
