//! The format and the programme of a meeting.

use serde::{Deserialize, Serialize};

use crate::stream::key_of;

/// The format of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MeetingFormat {
    /// An open debate: others than members take part on request.
    #[default]
    OpenDebate,
    /// A debate.
    Debate,
    /// A briefing.
    Briefing,
    /// A meeting held to adopt a text.
    Adoption,
}

impl MeetingFormat {
    /// The meeting inside a sentence: "at this open debate", "at this meeting".
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenDebate => "open debate",
            Self::Debate => "debate",
            Self::Briefing => "briefing",
            Self::Adoption => "meeting",
        }
    }

    /// The format as the Council's own lists of meetings name it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Adoption => "adoption",
            _ => self.name(),
        }
    }
}

/// A stage of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Joint statements are signed and read before the debate.
    JointStatements,
    /// The meeting is called to order, the agenda adopted, participants invited.
    Opening,
    /// Briefers take the floor.
    Briefings,
    /// Members take the floor.
    MembersStatements {
        /// How the speakers' list is made.
        order: SpeakingOrder,
        /// Where the President speaks in its national capacity.
        president: PresidentsPlace,
    },
    /// Invited participants take the floor.
    InvitedStatements,
    /// Members take the floor again.
    FurtherStatements,
    /// Consultations on the texts.
    Consultations {
        /// How many rounds.
        rounds: u32,
    },
    /// Texts are put to a decision.
    Action,
    /// The meeting is adjourned.
    Closing,
}

impl Stage {
    /// The stage without its settings.
    pub const fn name(self) -> StageName {
        match self {
            Self::JointStatements => StageName::JointStatements,
            Self::Opening => StageName::Opening,
            Self::Briefings => StageName::Briefings,
            Self::MembersStatements { .. } => StageName::MembersStatements,
            Self::InvitedStatements => StageName::InvitedStatements,
            Self::FurtherStatements => StageName::FurtherStatements,
            Self::Consultations { .. } => StageName::Consultations,
            Self::Action => StageName::Action,
            Self::Closing => StageName::Closing,
        }
    }
}

/// The name of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum StageName {
    /// Joint statements.
    JointStatements,
    /// The opening.
    Opening,
    /// Briefings.
    Briefings,
    /// Statements by members.
    MembersStatements,
    /// Statements by invited participants.
    InvitedStatements,
    /// Further statements.
    FurtherStatements,
    /// Consultations.
    Consultations,
    /// Action on texts.
    Action,
    /// The closing.
    Closing,
}

impl StageName {
    /// The stage as written in a scenario file.
    pub const fn identifier(self) -> &'static str {
        match self {
            Self::JointStatements => "JointStatements",
            Self::Opening => "Opening",
            Self::Briefings => "Briefings",
            Self::MembersStatements => "MembersStatements",
            Self::InvitedStatements => "InvitedStatements",
            Self::FurtherStatements => "FurtherStatements",
            Self::Consultations => "Consultations",
            Self::Action => "Action",
            Self::Closing => "Closing",
        }
    }

    /// Whether the stage is part of a public meeting.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::JointStatements | Self::Consultations)
    }

    /// The stage in words for a screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::JointStatements => "Before the meeting",
            Self::Opening => "Opening",
            Self::Briefings => "Briefings",
            Self::MembersStatements => "Members",
            Self::InvitedStatements => "Invited",
            Self::FurtherStatements => "Further statements",
            Self::Consultations => "Consultations",
            Self::Action => "Action",
            Self::Closing => "Closing",
        }
    }

    /// The stage in words inside a sentence: "in the consultations".
    pub const fn in_sentence(self) -> &'static str {
        match self {
            Self::JointStatements => "the joint statements before the meeting",
            Self::Opening => "the opening",
            Self::Briefings => "the briefings",
            Self::MembersStatements => "the statements by members",
            Self::InvitedStatements => "the statements by invited participants",
            Self::FurtherStatements => "the further statements",
            Self::Consultations => "the consultations",
            Self::Action => "the action on texts",
            Self::Closing => "the closing",
        }
    }

    /// The key of the stage at its `occurrence`-th time in a programme, for keyed chance.
    pub const fn key(self, occurrence: u32) -> u64 {
        key_of(self.identifier()).wrapping_add(occurrence as u64)
    }
}

/// How the speakers' list of the members is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SpeakingOrder {
    /// By draw, adjusted for rank.
    #[default]
    Lot,
    /// In the order of the file.
    List,
    /// In English alphabetical order.
    Alphabet,
}

/// Where the President speaks in its national capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PresidentsPlace {
    /// Before the other members.
    #[default]
    First,
    /// After them.
    Last,
    /// In its own place in the list.
    InOrder,
}
