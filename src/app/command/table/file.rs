//! Files that are opened, written and read again.

use eframe::egui::Key;

use crate::app::command::{Command, FileKind, Overlay};

use super::{
    ANALYSIS, BRANCHED, CHAMBER, EVERYWHERE, Entry, LIBRARY, command_key, entry, plain, unkeyed,
};

pub(super) static ENTRIES: &[Entry] = &[
    entry(
        Command::ChooseFile,
        command_key(Key::O),
        ("Open a file…", "Opens a scenario (.ron) or a saved record"),
        EVERYWHERE,
    ),
    entry(
        Command::SaveShown(FileKind::Svg),
        command_key(Key::E),
        ("Save the figure as SVG", "Writes the figure on screen into your folder for exports"),
        ANALYSIS,
    ),
    unkeyed(
        Command::SaveShown(FileKind::Png),
        ("Save the figure as PNG", "Writes the figure on screen as a picture"),
        ANALYSIS,
    ),
    unkeyed(
        Command::SaveShown(FileKind::Csv),
        ("Save the figure as CSV", "Writes the numbers behind the figure as a table"),
        ANALYSIS,
    ),
    entry(
        Command::Overlay(Overlay::Report),
        command_key(Key::R),
        (
            "Save a report…",
            "Writes a report, the sheet of a seat, the simulated record or a table, to read, to \
             print or for programs",
        ),
        EVERYWHERE,
    ),
    entry(
        Command::SaveRecord,
        command_key(Key::S),
        ("Save the record", "Writes the branch you look at into a file that can be opened again"),
        BRANCHED,
    ),
    unkeyed(
        Command::SavePack { anonymous: false },
        ("Save the class pack", "Cards, ballots, grids and run sheets to print, as one file"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::SavePack { anonymous: true },
        ("Save the class pack with letters", "The same with letters in the place of States"),
        EVERYWHERE,
    ),
    entry(
        Command::ReadAgain,
        plain(Key::F5),
        ("Read the file again", "Checks the file with problems, or reloads the one that is open"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::NewLuck,
        ("New luck", "The same debate with the next seed, from the start"),
        CHAMBER,
    ),
    unkeyed(
        Command::OpenFolder,
        ("Open the folder of your scenarios", "Shows your own scenario files on the desktop"),
        LIBRARY,
    ),
];
