//! Moving through the debate, and where it stops by itself.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::command::{Command, PauseAt, PlaybackCommand};
use crate::session::{Move, Way};

use super::{Entry, PLAYED, command_key, entry, go, plain, unkeyed};

pub(super) static ENTRIES: &[Entry] = &[
    entry(
        Command::Playback(PlaybackCommand::PlayOrPause),
        plain(Key::Space),
        ("Play or pause", "Turns follow one another by themselves, or stop"),
        PLAYED,
    ),
    entry(
        Command::Playback(PlaybackCommand::Step),
        plain(Key::ArrowRight),
        ("Step", "Shows the next turn"),
        PLAYED,
    ),
    entry(
        Command::Playback(PlaybackCommand::Back),
        plain(Key::ArrowLeft),
        ("Back", "Goes back one turn"),
        PLAYED,
    ),
    entry(
        Command::Playback(PlaybackCommand::ToStart),
        plain(Key::Home),
        ("To the start", "Goes back to before the meeting"),
        PLAYED,
    ),
    entry(
        Command::Playback(PlaybackCommand::ToEnd),
        plain(Key::End),
        ("To the end", "Shows all that is left of the debate"),
        PLAYED,
    ),
    entry(
        go(Move::Vote, Way::On),
        KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowRight),
        ("Next vote", "Goes on to the next decision on a text"),
        PLAYED,
    ),
    entry(
        go(Move::Vote, Way::Back),
        KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowLeft),
        ("Previous vote", "Goes back to the decision before"),
        PLAYED,
    ),
    entry(
        go(Move::Stage, Way::On),
        command_key(Key::ArrowRight),
        ("Next stage", "Goes on to where the next stage begins"),
        PLAYED,
    ),
    entry(
        go(Move::Stage, Way::Back),
        command_key(Key::ArrowLeft),
        ("Previous stage", "Goes back to where the stage, or the one before, begins"),
        PLAYED,
    ),
    unkeyed(
        go(Move::Statement, Way::On),
        ("Next statement", "Goes on to the next delegation that speaks"),
        PLAYED,
    ),
    unkeyed(
        go(Move::Statement, Way::Back),
        ("Previous statement", "Goes back to the delegation that spoke before"),
        PLAYED,
    ),
    entry(
        Command::Playback(PlaybackCommand::NextSpeed),
        plain(Key::CloseBracket),
        ("Next speed", "Plays faster, up to twenty times; after that, slowest again"),
        PLAYED,
    ),
    entry(
        Command::Playback(PlaybackCommand::PreviousSpeed),
        plain(Key::OpenBracket),
        ("Previous speed", "Plays slower, down to half the usual speed"),
        PLAYED,
    ),
    unkeyed(
        Command::SwitchPause(PauseAt::Votes),
        ("Pause at votes", "Playing stops by itself where a text is decided"),
        PLAYED,
    ),
    unkeyed(
        Command::SwitchPause(PauseAt::Injects),
        ("Pause at news", "Playing stops by itself where something intervenes from outside"),
        PLAYED,
    ),
    unkeyed(
        Command::SwitchPause(PauseAt::Swings),
        (
            "Pause at swings",
            "Playing stops by itself where a chance of adoption moves by ten points or more",
        ),
        PLAYED,
    ),
];
