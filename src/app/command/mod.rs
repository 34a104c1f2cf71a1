//! Everything a person can ask for.

mod class;
mod group;
mod seat;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::KeyboardShortcut;

use crate::app::reports::may_be_written;
use crate::council::{DelegationId, OutcomeId};
use crate::report::charts::Chart;
use crate::report::document::Written;
use crate::report::figure::Figure;
use crate::session::{BranchId, Change, Move, Session, Way};
use crate::stream::Seed;

pub(in crate::app) use class::FOR_THE_CLASS;
pub use class::{ClassPart, Pupils, Steer};
pub use group::Group;
pub use seat::SeatCommand;
pub(in crate::app) use table::{EVERYWHERE, listed};
pub use table::{Entry, TABLE};

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
    /// The whole window for the back row.
    Projector,
    /// Two branches beside each other.
    Compare,
    /// What a class enters and learns.
    Class,
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
            Self::Projector => "Projector",
            Self::Compare => "Two branches",
            Self::Class => "The class",
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
    /// Shows a part of the Class screen.
    ShowClass(ClassPart),
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
    /// Brings out the summary of who presides, or puts it away.
    Summary,
    /// Saves the summary as text.
    SaveSummary,
    /// The same debate with the next seed.
    NewLuck,
    /// The same scenario with this seed, after so many turns.
    Restart {
        seed: Seed,
        turns: usize,
    },
    /// Shows in the chamber why a text ended as it did, after so many turns.
    Explain(OutcomeId, usize),
    /// Shows a figure of the analysis.
    ShowFigure(Chart),
    /// Saves a figure in the folder for exports.
    SaveFigure(Arc<Figure>, FileKind),
    /// Saves the figure that is on screen.
    SaveShown(FileKind),
    /// Has the desktop show the folder for exports.
    OpenExports,
    /// Holds the debate many times.
    RunMany {
        runs: u64,
        /// Whether uncertain positions are drawn anew for each run.
        varied: bool,
    },
    CancelRuns,
    /// Holds many debates with the model in a seat that was played.
    HoldBeside(DelegationId),
    CancelBeside,
    /// Saves the branch that is looked at as a record.
    SaveRecord,
    /// Saves a report, a sheet, the simulated record or a table of the branch that is looked at.
    SaveReport(Written),
    /// Saves the class pack, with its States by name or by letters.
    SavePack {
        anonymous: bool,
    },
    /// Saves what the class entered, as a page and as a table.
    SaveClass(Pupils),
    /// Goes on with the session of this journal.
    Recover(PathBuf),
    /// Throws the session of this journal away.
    DiscardJournal(PathBuf),
    Branch(BranchCommand),
    Seat(SeatCommand),
    /// Stops at such turns by itself while it plays, or no longer.
    SwitchPause(PauseAt),
    Look(LookCommand),
    /// Opens the second window for the back row, or closes it.
    Projector,
    /// Goes back from a screen that has no tab.
    Leave,
    Overlay(Overlay),
    /// Takes away what lies over the screen.
    CloseOverlay,
    /// Puts away the toast of this number.
    Dismiss(u64),
    Hint(HintCommand),
    Quit,
}

/// What kind of file a figure is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Png,
    Svg,
    Csv,
}

/// What is done with branches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BranchCommand {
    /// Makes a branch in which one thing is otherwise from here on.
    Make(Change),
    /// Looks at a branch.
    Select(BranchId),
    /// Looks at the first, at a turn.
    LookAt(BranchId, usize),
    /// Takes back the branch made last.
    Undo,
    /// Brings back the branch taken back last.
    Redo,
    /// Sets the branch that is looked at beside the one that it left, or the last beside the first.
    Compare,
}

/// At what playing stops by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseAt {
    Votes,
    Injects,
    Swings,
}

/// How the window looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookCommand {
    /// From light to dark, or back.
    SwitchTheme,
    /// Light or dark as the desktop has it.
    FollowDesktop,
    SwitchContrast,
    SwitchMotion,
    Larger,
    Smaller,
    UsualSize,
    FullScreen,
}

/// What lies over a screen until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The keys of the screen.
    Help,
    /// All commands, to be found by typing.
    Palette,
    /// What might have been otherwise at this turn.
    WhatIf,
    /// Who is played.
    Seats,
    /// What is saved of the debate, and how.
    Report,
}

/// What becomes of first hints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintCommand {
    /// This screen's has been read.
    Read,
    /// No more of them.
    Off,
    /// All of them once more.
    Again,
}

/// A card of those that are shown: beside, above or below the chosen one, or the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbor {
    Left,
    Right,
    Above,
    Below,
    First,
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
    PreviousSpeed,
    Seek(usize),
    Go(Move, Way),
}

impl Command {
    /// The keys of the command, where it has any.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        TABLE.iter().find(|entry| entry.command == *self).and_then(|entry| entry.shortcut)
    }

    /// Whether the command has a meaning now.
    pub fn is_available(&self, session: Option<&Session>) -> bool {
        match self {
            Self::Start
            | Self::NewLuck
            | Self::Restart { .. }
            | Self::SaveRecord
            | Self::Projector
            | Self::Show(Screen::Projector | Screen::Class)
            | Self::ShowClass(_)
            | Self::SaveClass(_)
            | Self::Overlay(Overlay::Seats) => session.is_some(),
            Self::SavePack { anonymous: false } => {
                session.is_some_and(|it| it.sees_all() && !it.naming().is_by_letters())
            }
            Self::SaveReport(wanted) => session.is_some_and(|it| may_be_written(it, wanted)),
            Self::Summary => session.and_then(Session::play_of).is_some_and(|play| play.presides),
            Self::SaveSummary => session.is_some_and(|it| !it.papers().summary.is_empty()),
            // A class pack holds the briefs of all delegations; a debate under way has no other
            // course yet.
            Self::SavePack { .. } | Self::Overlay(Overlay::WhatIf) => {
                session.is_some_and(Session::sees_all)
            }
            Self::Seat(command) => session.is_some_and(|it| command.is_available(it)),
            Self::Branch(command) => session.is_some_and(|it| command.is_available(it)),
            Self::Playback(command) => session.is_some_and(|it| command.is_available(it)),
            _ => true,
        }
    }
}

impl BranchCommand {
    fn is_available(self, session: &Session) -> bool {
        match self {
            Self::Compare => session.branches().len() > 1,
            Self::Undo => session.can_undo().is_some(),
            Self::Redo => session.can_redo().is_some(),
            Self::Make(_) | Self::Select(_) | Self::LookAt(..) => true,
        }
    }
}

impl PlaybackCommand {
    fn is_available(self, session: &Session) -> bool {
        match self {
            Self::Step | Self::ToEnd => !session.is_over(),
            Self::Back | Self::ToStart => session.cursor() > 0,
            Self::Go(by, way) => session.target(by, way) != session.cursor(),
            Self::PlayOrPause | Self::NextSpeed | Self::PreviousSpeed | Self::Seek(_) => true,
        }
    }
}
