//! Everything a person can ask for, and the one table of keys that shortcuts and help read.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::session::Session;
use crate::stream::Seed;

/// A screen of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    #[default]
    Library,
    Briefing,
    Chamber,
    Analysis,
    Debrief,
    About,
}

impl Screen {
    /// The screens that are tabs, in order.
    pub const TABS: [Self; 5] =
        [Self::Library, Self::Briefing, Self::Chamber, Self::Analysis, Self::Debrief];

    /// The name of the screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Library => "Library",
            Self::Briefing => "Briefing",
            Self::Chamber => "Chamber",
            Self::Analysis => "Analysis",
            Self::Debrief => "Debrief",
            Self::About => "About",
        }
    }
}

/// Where a scenario is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The id of a bundled scenario.
    Bundled(&'static str),
    /// A file.
    Path(PathBuf),
    /// What was named on the command line: a path, `-`, or the id of a bundled scenario.
    Named(String),
}

impl Source {
    /// By which name it is read: a path, or the id of a bundled scenario.
    pub fn name(&self) -> String {
        match self {
            Self::Bundled(id) => (*id).to_owned(),
            Self::Named(name) => name.clone(),
            Self::Path(path) => path.display().to_string(),
        }
    }

    /// The file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        if let Self::Path(path) = self { Some(path) } else { None }
    }

    /// The name without its folder.
    pub fn short_name(&self) -> String {
        let name = self.path().and_then(Path::file_name);
        name.map_or_else(|| self.name(), |name| name.to_string_lossy().into_owned())
    }
}

/// A wish; `App::execute` carries it out.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Show(Screen),
    /// Opens the chosen card of the library.
    OpenSelected,
    /// Chooses another card of the library.
    Select(Neighbor),
    Open(Source),
    /// Asks for a file by a dialog.
    ChooseFile,
    /// Reads the file whose problems are shown again, or else the one that is open.
    ReadAgain,
    DismissProblems,
    /// Opens what is on the disk now in the place of what is open.
    Reload,
    /// Puts aside that the open file has changed.
    KeepOpen,
    /// Shows what is wrong with the open file as it is on the disk now.
    SeeChange,
    /// Copies a scenario to the person's folder.
    Copy(Source),
    /// Copies the chosen card, or in the briefing what is open.
    CopyChosen,
    /// Chooses the card of a file in the person's folder.
    ShowFile(PathBuf),
    /// Has the desktop show the person's folder.
    OpenFolder,
    Start,
    Playback(PlaybackCommand),
    /// Shows the record of the chamber, with the keyboard in its search.
    FindInRecord,
    /// The same debate with the next seed.
    NewLuck,
    /// The same scenario with this seed, after so many turns.
    Restart {
        seed: Seed,
        turns: usize,
    },
    SwitchTheme,
    ToggleHelp,
    CloseHelp,
    DismissNotice,
}

/// The card before or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbor {
    Previous,
    Next,
}

/// A movement through the debate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaybackCommand {
    PlayOrPause,
    Step,
    Back,
    ToStart,
    ToEnd,
    NextSpeed,
    Seek(usize),
}

/// A command with its keys.
#[derive(Debug)]
pub struct Entry {
    pub command: Command,
    pub shortcut: KeyboardShortcut,
    /// "Play or pause".
    pub label: &'static str,
    /// What it does, in a sentence.
    pub tooltip: &'static str,
    /// The screens on which the keys work.
    pub on: &'static [Screen],
}

pub(super) const EVERYWHERE: &[Screen] = &[
    Screen::Library,
    Screen::Briefing,
    Screen::Chamber,
    Screen::Analysis,
    Screen::Debrief,
    Screen::About,
];
const LIBRARY: &[Screen] = &[Screen::Library];
const BRIEFING: &[Screen] = &[Screen::Briefing];
const LIBRARY_AND_BRIEFING: &[Screen] = &[Screen::Library, Screen::Briefing];
const CHAMBER: &[Screen] = &[Screen::Chamber];

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn entry(
    command: Command,
    shortcut: KeyboardShortcut,
    words: (&'static str, &'static str),
    on: &'static [Screen],
) -> Entry {
    Entry { command, shortcut, label: words.0, tooltip: words.1, on }
}

/// All commands that have keys, in the order of the help.
pub static TABLE: &[Entry] = &[
    entry(
        Command::OpenSelected,
        plain(Key::Enter),
        ("Open", "Opens the chosen scenario and shows its briefing"),
        LIBRARY,
    ),
    entry(
        Command::Select(Neighbor::Next),
        plain(Key::ArrowDown),
        ("Next card", "Chooses the next scenario"),
        LIBRARY,
    ),
    entry(
        Command::Select(Neighbor::Previous),
        plain(Key::ArrowUp),
        ("Previous card", "Chooses the previous scenario"),
        LIBRARY,
    ),
    entry(
        Command::CopyChosen,
        KeyboardShortcut::new(Modifiers::COMMAND, Key::D),
        ("Copy to your scenarios", "Puts a copy that can be changed into your own folder"),
        LIBRARY_AND_BRIEFING,
    ),
    entry(
        Command::Start,
        plain(Key::Enter),
        ("Start", "Goes to the chamber, where the debate can be played"),
        BRIEFING,
    ),
    entry(
        Command::Playback(PlaybackCommand::PlayOrPause),
        plain(Key::Space),
        ("Play or pause", "Turns follow one another by themselves, or stop"),
        CHAMBER,
    ),
    entry(
        Command::Playback(PlaybackCommand::Step),
        plain(Key::ArrowRight),
        ("Step", "Shows the next turn"),
        CHAMBER,
    ),
    entry(
        Command::Playback(PlaybackCommand::Back),
        plain(Key::ArrowLeft),
        ("Back", "Goes back one turn"),
        CHAMBER,
    ),
    entry(
        Command::Playback(PlaybackCommand::ToStart),
        plain(Key::Home),
        ("To the start", "Goes back to before the meeting"),
        CHAMBER,
    ),
    entry(
        Command::Playback(PlaybackCommand::ToEnd),
        plain(Key::End),
        ("To the end", "Shows all that is left of the debate"),
        CHAMBER,
    ),
    entry(
        Command::FindInRecord,
        KeyboardShortcut::new(Modifiers::COMMAND, Key::F),
        ("Search the record", "Shows the record, ready for the words to search for"),
        CHAMBER,
    ),
    entry(
        Command::FindInRecord,
        plain(Key::Slash),
        ("Search the record", "The same with one key"),
        CHAMBER,
    ),
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
    entry(
        Command::ChooseFile,
        KeyboardShortcut::new(Modifiers::COMMAND, Key::O),
        ("Open a scenario file…", "Reads a scenario from a .ron file"),
        EVERYWHERE,
    ),
    entry(
        Command::ReadAgain,
        plain(Key::F5),
        ("Read the file again", "Checks the file with problems, or reloads the one that is open"),
        EVERYWHERE,
    ),
    entry(
        Command::ToggleHelp,
        plain(Key::F1),
        ("Keys", "Shows the keys of this screen"),
        EVERYWHERE,
    ),
];

impl Command {
    /// The keys of the command, where it has any.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        TABLE.iter().find(|entry| entry.command == *self).map(|entry| entry.shortcut)
    }

    /// Whether the command has a meaning now.
    pub fn is_available(&self, session: Option<&Session>) -> bool {
        match self {
            Self::Start | Self::NewLuck | Self::Restart { .. } => session.is_some(),
            Self::Playback(command) => session.is_some_and(|it| command.is_available(it)),
            _ => true,
        }
    }
}

impl PlaybackCommand {
    fn is_available(self, session: &Session) -> bool {
        match self {
            Self::Step | Self::ToEnd => !session.is_over(),
            Self::Back | Self::ToStart => session.cursor() > 0,
            Self::PlayOrPause | Self::NextSpeed | Self::Seek(_) => true,
        }
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
                    entry.shortcut != other.shortcut || !same_screen,
                    "{} and {}",
                    entry.label,
                    other.label
                );
            }
        }
    }
}
