//! The one table of commands that menu, palette, shortcuts and help read.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::session::{Move, Way};

use super::{
    BranchCommand, Command, FileKind, HintCommand, LookCommand, Neighbor, Overlay, PauseAt,
    PlaybackCommand, ReportKind, Screen, SeatCommand,
};

/// A command as menu, palette, help and shortcuts know it.
#[derive(Debug)]
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
pub static TABLE: &[Entry] = &[
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
    unkeyed(
        Command::SaveReport(ReportKind::Html),
        ("Save the report (HTML)", "One page with figures, votes and seats, to read or to print"),
        CHAMBER_AND_DEBRIEF,
    ),
    unkeyed(
        Command::SaveReport(ReportKind::Markdown),
        ("Save the report (Markdown)", "The same as text"),
        CHAMBER_AND_DEBRIEF,
    ),
    unkeyed(
        Command::SaveReport(ReportKind::Json),
        ("Save the report (JSON)", "The same for programs"),
        CHAMBER_AND_DEBRIEF,
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

/// The commands of the table, each once: a second key is for the help alone.
pub(in crate::app) fn listed() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().enumerate().filter_map(|(at, entry)| {
        let is_first = TABLE[..at].iter().all(|before| before.command != entry.command);
        is_first.then_some(entry)
    })
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
