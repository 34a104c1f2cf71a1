//! The parts of the menu.

use super::{Command, Overlay, Screen};

/// The part of the menu in which a command stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    File,
    Debate,
    Go,
    View,
    Help,
}

impl Group {
    /// All parts, in order.
    pub const ALL: [Self; 5] = [Self::File, Self::Debate, Self::Go, Self::View, Self::Help];

    /// The name of the part.
    pub const fn title(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Debate => "Debate",
            Self::Go => "Go to",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

impl Command {
    /// The part of the menu in which it stands.
    pub const fn group(&self) -> Group {
        match self {
            Self::Show(Screen::About)
            | Self::Overlay(Overlay::Help | Overlay::Palette)
            | Self::Hint(_) => Group::Help,
            Self::Show(Screen::Projector) | Self::Look(_) | Self::Projector | Self::Leave => {
                Group::View
            }
            Self::Show(_) | Self::ShowClass(_) => Group::Go,
            Self::Overlay(Overlay::WhatIf | Overlay::Seats)
            | Self::Seat(_)
            | Self::Branch(_)
            | Self::SwitchPause(_)
            | Self::FindInRecord
            | Self::Summary
            | Self::Start
            | Self::Playback(_)
            | Self::NewLuck
            | Self::Restart { .. } => Group::Debate,
            _ => Group::File,
        }
    }
}
