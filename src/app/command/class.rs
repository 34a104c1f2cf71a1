//! The parts of the Class screen, what the teacher steers there, and the words by which all of it
//! is found.

use crate::council::{DelegationId, InjectId, IssueId};

use super::Command;

/// A part of the Class screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClassPart {
    #[default]
    Questions,
    Predictions,
    Notes,
    Names,
    Teacher,
}

impl ClassPart {
    /// All parts, in order.
    pub const ALL: [Self; 5] =
        [Self::Questions, Self::Predictions, Self::Notes, Self::Names, Self::Teacher];

    /// The name of the part.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Questions => "Questions",
            Self::Predictions => "Predict and score",
            Self::Notes => "Note-taker",
            Self::Names => "Names",
            Self::Teacher => "For the teacher",
        }
    }
}

/// What a teacher does in a debate that others play.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Steer {
    /// What waits now is done as the model would have it.
    Finish,
    /// The model plays a seat from here on.
    Leave(DelegationId),
    /// A person plays a seat again that was left to the model.
    TakeBack(DelegationId),
    /// A delegation receives other instructions on an issue: a position in 0..1.
    Instruct { to: DelegationId, issue: IssueId, position: f64 },
    /// Something from outside the chamber happens now.
    News(InjectId),
}

/// How the results of a class name its pupils.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pupils {
    Named,
    Numbered,
}

/// What the palette finds of the Class screen beyond the table of commands: the command, what it is
/// called, and other words for it.
pub(in crate::app) static FOR_THE_CLASS: [(Command, &str, &str); 11] = [
    (
        Command::ShowClass(ClassPart::Questions),
        "Questions before and after",
        "quiz answers learned gain",
    ),
    (
        Command::ShowClass(ClassPart::Questions),
        "Count a show of hands",
        "questions answers hands raised",
    ),
    (
        Command::ShowClass(ClassPart::Predictions),
        "Predict and score",
        "predictions forecasts chances bets brier scores probability",
    ),
    (
        Command::ShowClass(ClassPart::Notes),
        "Note-taker",
        "notes marks heard stances kappa agreement",
    ),
    (
        Command::ShowClass(ClassPart::Names),
        "Names of the class",
        "pupils students seats players erase",
    ),
    (
        Command::ShowClass(ClassPart::Teacher),
        "Announce to the room (teacher)",
        "announcement message projector",
    ),
    (
        Command::ShowClass(ClassPart::Teacher),
        "News from outside (teacher)",
        "injects events drop in",
    ),
    (
        Command::ShowClass(ClassPart::Teacher),
        "Override (teacher)",
        "finish for them leave the seat take it back instructions capital help pause",
    ),
    (Command::ShowClass(ClassPart::Teacher), "For the teacher", "run sheets pack paper results"),
    (
        Command::SaveClass(Pupils::Named),
        "Save the class’s results",
        "report export csv html scores names keep",
    ),
    (
        Command::SaveClass(Pupils::Numbered),
        "Save the class’s results, numbered",
        "report export csv html scores anonymous keep without names",
    ),
];

impl Command {
    /// Other words by which the palette finds a command of the table.
    pub(in crate::app) const fn synonyms(&self) -> &'static str {
        use super::{Overlay, Screen, SeatCommand};
        match self {
            Self::Seat(SeatCommand::Leave) => "leave the seat give up hand over",
            Self::Seat(SeatCommand::Open(true)) => "override reveal show everything",
            Self::Seat(SeatCommand::Open(false)) => "override hide",
            Self::Overlay(Overlay::Seats) => "play delegation chair preside president",
            Self::Overlay(Overlay::WhatIf) => "branch change counterfactual instructions news",
            Self::Overlay(Overlay::Help) => "help shortcuts keyboard",
            Self::Show(Screen::Class) => {
                "note names questions predict score announce hands news override pupils teacher"
            }
            Self::Show(Screen::Projector) | Self::Projector => "second screen back row announce",
            Self::SavePack { .. } => "print paper cards ballots slips run sheet teaching note pdf",
            Self::SaveRecord => "file keep export",
            Self::SaveReport(_) => "export file keep results",
            Self::NewLuck => "seed restart again random",
            _ => "",
        }
    }
}
