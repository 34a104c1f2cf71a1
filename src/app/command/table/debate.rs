//! What is done in a debate: seats, branches, the search of its record.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::command::{BranchCommand, Command, Overlay, SeatCommand};
use crate::scenario::Naming;

use super::{
    BRANCHED, BRIEFING_AND_CHAMBER, CHAMBER, CHAMBER_AND_COMPARE, CHAMBER_AND_DEBRIEF, DEBRIEF,
    EVERYWHERE, Entry, command_key, entry, plain, unkeyed,
};

pub(super) static ENTRIES: &[Entry] = &[
    entry(
        Command::Overlay(Overlay::Seats),
        plain(Key::T),
        ("Take a seat…", "Chooses which delegations people play, and begins the debate anew"),
        BRIEFING_AND_CHAMBER,
    ),
    unkeyed(
        Command::Seat(SeatCommand::TryAgain),
        ("Try again from here", "Plays on from this turn once more, as a branch, on the same luck"),
        CHAMBER_AND_DEBRIEF,
    ),
    unkeyed(
        Command::Seat(SeatCommand::Leave),
        ("Let the model play on", "Leaves the seats to the model until the end"),
        CHAMBER,
    ),
    unkeyed(
        Command::Seat(SeatCommand::Open(true)),
        (
            "Open what is private (teacher)",
            "Shows private positions and chances while it is played",
        ),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Seat(SeatCommand::Open(false)),
        ("Close what is private", "Shows again only what the seat knows"),
        EVERYWHERE,
    ),
    entry(
        Command::Summary,
        plain(Key::S),
        ("Your summary", "Brings out the summary of who presides, or puts it away"),
        CHAMBER,
    ),
    unkeyed(
        Command::SaveSummary,
        ("Save the summary as text", "Writes the President’s summary to a file of its own"),
        CHAMBER_AND_DEBRIEF,
    ),
    unkeyed(
        Command::Seat(SeatCommand::HoldClock),
        ("Hold the clock of turns", "Stops the time of a player’s turn, or lets it run on"),
        CHAMBER,
    ),
    unkeyed(
        Command::Seat(SeatCommand::NameBy(Naming::Letters)),
        (
            "Letters in place of States",
            "States are called State A, State B and so on, until it is told who was who",
        ),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Seat(SeatCommand::NameBy(Naming::Names)),
        ("Names of States again (teacher)", "Takes the letters away, as though nothing was hidden"),
        EVERYWHERE,
    ),
    unkeyed(
        Command::Seat(SeatCommand::NameBy(Naming::Revealed)),
        ("Show who was who", "Tells for which State each letter stood; from then on names stay"),
        DEBRIEF,
    ),
    entry(
        Command::Overlay(Overlay::WhatIf),
        plain(Key::B),
        ("What if…", "Makes a branch in which one thing is otherwise from here on"),
        CHAMBER,
    ),
    entry(
        Command::Branch(BranchCommand::Compare),
        plain(Key::C),
        ("Compare branches", "Sets this branch beside the one that it left, on the same luck"),
        CHAMBER_AND_COMPARE,
    ),
    entry(
        Command::Branch(BranchCommand::Undo),
        command_key(Key::Z),
        ("Undo", "Takes back the branch made last"),
        BRANCHED,
    ),
    entry(
        Command::Branch(BranchCommand::Redo),
        KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
        ("Redo", "Brings back the branch taken back last"),
        BRANCHED,
    ),
    entry(
        Command::FindInRecord,
        command_key(Key::F),
        ("Search the record", "Shows the record, ready for the words to search for"),
        CHAMBER,
    ),
    entry(
        Command::FindInRecord,
        plain(Key::Slash),
        ("Search the record", "The same with one key"),
        CHAMBER,
    ),
];
