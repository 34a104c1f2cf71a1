//! A delegation: what it is, how it is named, who speaks for it.

use serde::{Deserialize, Serialize};

use crate::unit::UnitInterval;

use super::Argument;

/// A delegation at the table or in the seats of the invited.
#[derive(Debug, Clone, PartialEq)]
pub struct Delegation {
    /// The identifier in the scenario file, such as an ISO 3166 code.
    pub identifier: String,
    /// How it is shown where there is little room: its identifier, or its letter where letters
    /// stand for names. Nothing is written down or found by it.
    pub sign: String,
    /// The key of the identifier, by which its luck is named.
    pub key: u64,
    /// How it is named in speech.
    pub name: Name,
    /// In what capacity it takes part.
    pub membership: Membership,
    /// Who speaks, where that is known.
    pub speaker: Option<Speaker>,
    /// Influence c, in 0..1.
    pub influence: UnitInterval,
    /// The manner of its statements.
    pub style: Style,
    /// How much a veto costs it, in 0..1; counts for permanent members only.
    pub veto_reluctance: UnitInterval,
    /// What it would say, in the order of the file.
    pub arguments: Vec<Argument>,
    /// Weights for rules that count them, by name; the weight `members` is 1 for each.
    pub weights: Vec<(String, f64)>,
    /// Whether it has a stance on any issue; a participant under rule 39 without one is a briefer.
    pub has_stances: bool,
}

impl Delegation {
    /// Whether it votes: permanent and elected members do, invited participants never.
    pub const fn votes(&self) -> bool {
        matches!(self.membership, Membership::Permanent | Membership::Elected)
    }

    /// Whether it takes the floor as a briefer.
    pub const fn is_briefer(&self) -> bool {
        matches!(self.membership, Membership::Rule39) && !self.has_stances
    }

    /// Whether `word` is its adjective.
    pub fn adjective_is(&self, word: &str) -> bool {
        self.name.adjective.as_deref() == Some(word)
    }

    /// Its weight under the name `weight`; 1 for `members`, 0 where none is written.
    pub fn weight(&self, weight: &str) -> f64 {
        if weight == "members" {
            return 1.0;
        }
        self.weights.iter().find(|(name, _)| name == weight).map_or(0.0, |&(_, value)| value)
    }
}

/// How a delegation is named in speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The UN short name at the date of the meeting.
    pub short: String,
    /// The article before the name in a sentence; empty for most.
    pub article: String,
    /// The adjective, where the file gives one.
    pub adjective: Option<String>,
}

impl Name {
    /// The name inside a sentence: "the Republic of Korea", "Slovenia".
    pub fn in_sentence(&self) -> String {
        if self.article.is_empty() {
            self.short.clone()
        } else {
            format!("{} {}", self.article, self.short)
        }
    }
}

/// In what capacity a delegation takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Membership {
    /// A permanent member.
    Permanent,
    /// An elected member, or any other voting member of another body.
    Elected,
    /// A State invited under rule 37: it speaks and does not vote.
    Rule37,
    /// A briefer or an organization invited under rule 39: it speaks and does not vote.
    Rule39,
}

/// The person who speaks for a delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name.
    pub name: String,
    /// The office held, where known.
    pub title: Option<String>,
    /// The rank, which orders the speakers' list.
    pub rank: Rank,
}

/// The rank of a speaker, highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Rank {
    /// A head of State.
    HeadOfState,
    /// A head of Government.
    HeadOfGovernment,
    /// A minister.
    Minister,
    /// A vice-minister.
    ViceMinister,
    /// An ambassador.
    #[default]
    Ambassador,
    /// Another official.
    Official,
    /// An expert.
    Expert,
}

impl Rank {
    /// The class of protocol by which a drawn list is adjusted: heads of State or Government,
    /// then ministers, then others (Repertoire, practice since 2014).
    pub const fn protocol_class(self) -> u8 {
        match self {
            Self::HeadOfState | Self::HeadOfGovernment => 0,
            Self::Minister => 1,
            Self::ViceMinister | Self::Ambassador | Self::Official | Self::Expert => 2,
        }
    }
}

/// The manner of a delegation's statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Style {
    /// Says what it wants, and answers by name of position.
    Candid,
    /// The Council's usual tone.
    #[default]
    Measured,
    /// Stays near agreed language.
    Guarded,
}

impl Style {
    /// How far a voiced position moves toward the status quo ("agreed language"), in 0..1.
    pub const fn agreed_language(self) -> f64 {
        match self {
            Self::Candid => 0.0,
            Self::Measured => 0.1,
            Self::Guarded => 0.2,
        }
    }
}
