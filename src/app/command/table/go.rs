//! Where to: the screens, and out.

use eframe::egui::Key;

use crate::app::command::{Command, Screen};

use super::{EVERYWHERE, Entry, entry, plain, unkeyed};

pub(super) static ENTRIES: &[Entry] = &[
    entry(
        Command::Show(Screen::Library),
        plain(Key::Num1),
        ("Library", "The scenarios that can be opened"),
        EVERYWHERE,
    ),
    entry(
        Command::Show(Screen::Briefing),
        plain(Key::Num2),
        ("Briefing", "What the debate is about"),
        EVERYWHERE,
    ),
    entry(
        Command::Show(Screen::Chamber),
        plain(Key::Num3),
        ("Chamber", "The debate itself"),
        EVERYWHERE,
    ),
    entry(
        Command::Show(Screen::Analysis),
        plain(Key::Num4),
        ("Analysis", "Who stands where, what moved, and how sure that is"),
        EVERYWHERE,
    ),
    entry(
        Command::Show(Screen::Debrief),
        plain(Key::Num5),
        ("Debrief", "What was adopted, what was not, and why"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Show(Screen::Class),
        ("The class", "Questions, predictions, notes and names of a class; for the teacher too"),
        EVERYWHERE,
    ),
];
