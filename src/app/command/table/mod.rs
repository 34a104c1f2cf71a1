//! The one table of commands that menu, palette, shortcuts and help read.

mod debate;
mod file;
mod go;
mod help;
mod play;
mod scenario;
mod view;

use std::sync::LazyLock;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::session::{Move, Way};

use super::{Command, PlaybackCommand, Screen};

/// A command as menu, palette, help and shortcuts know it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub command: Command,
    pub shortcut: Option<KeyboardShortcut>,
    /// "Play or pause".
    pub label: &'static str,
    /// What it does, in a sentence.
    pub tooltip: &'static str,
    /// The screens on which it can be asked for.
    pub on: &'static [Screen],
}

pub(in crate::app) const EVERYWHERE: &[Screen] = &[
    Screen::Library,
    Screen::Briefing,
    Screen::Chamber,
    Screen::Analysis,
    Screen::Debrief,
    Screen::About,
    Screen::Projector,
    Screen::Compare,
    Screen::Class,
];
const LIBRARY: &[Screen] = &[Screen::Library];
const BRIEFING: &[Screen] = &[Screen::Briefing];
const LIBRARY_AND_BRIEFING: &[Screen] = &[Screen::Library, Screen::Briefing];
const CHAMBER: &[Screen] = &[Screen::Chamber];
const BRIEFING_AND_CHAMBER: &[Screen] = &[Screen::Briefing, Screen::Chamber];
const CHAMBER_AND_DEBRIEF: &[Screen] = &[Screen::Chamber, Screen::Debrief];
const DEBRIEF: &[Screen] = &[Screen::Debrief];
const ANALYSIS: &[Screen] = &[Screen::Analysis];
/// Where the debate can be played: the whole room may be watching.
const PLAYED: &[Screen] = &[Screen::Chamber, Screen::Projector];
/// Screens that are left by Escape, having no tab.
const WITHOUT_TAB: &[Screen] = &[Screen::Projector, Screen::Compare, Screen::Class];
const CHAMBER_AND_COMPARE: &[Screen] = &[Screen::Chamber, Screen::Compare];
const BRANCHED: &[Screen] = &[Screen::Chamber, Screen::Compare, Screen::Analysis, Screen::Debrief];

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn command_key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn entry(
    command: Command,
    shortcut: KeyboardShortcut,
    words: (&'static str, &'static str),
    on: &'static [Screen],
) -> Entry {
    Entry { command, shortcut: Some(shortcut), label: words.0, tooltip: words.1, on }
}

const fn go(by: Move, way: Way) -> Command {
    Command::Playback(PlaybackCommand::Go(by, way))
}

/// A command without keys.
const fn unkeyed(
    command: Command,
    words: (&'static str, &'static str),
    on: &'static [Screen],
) -> Entry {
    Entry { command, shortcut: None, label: words.0, tooltip: words.1, on }
}

/// All commands of menu, palette, help and shortcuts, in their order.
pub static TABLE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let parts = [
        scenario::ENTRIES,
        play::ENTRIES,
        debate::ENTRIES,
        go::ENTRIES,
        file::ENTRIES,
        view::ENTRIES,
        help::ENTRIES,
    ];
    parts.concat()
});

/// The commands of the table, each once: a second key is for the help alone.
pub(in crate::app) fn listed() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().enumerate().filter_map(|(at, entry)| {
        let is_first = TABLE[..at].iter().all(|before| before.command != entry.command);
        is_first.then_some(entry)
    })
}

impl Entry {
    /// The keys of the command on a screen. Where a class types numbers and counts hands, a digit
    /// leads nowhere.
    pub(in crate::app) fn keys_on(&self, screen: Screen) -> Option<KeyboardShortcut> {
        let is_digit = |it: &KeyboardShortcut| {
            it.modifiers.is_none() && it.logical_key.name().bytes().all(|it| it.is_ascii_digit())
        };
        self.shortcut.filter(|it| screen != Screen::Class || !is_digit(it))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key_on_a_screen() {
        for (at, entry) in TABLE.iter().enumerate() {
            for other in &TABLE[at + 1..] {
                let same_screen = entry.on.iter().any(|screen| other.on.contains(screen));
                assert!(
                    entry.shortcut.is_none() || entry.shortcut != other.shortcut || !same_screen,
                    "{} and {}",
                    entry.label,
                    other.label
                );
            }
        }
    }
}
