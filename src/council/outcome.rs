//! A proposed outcome: a text with a form, sponsors, and a place on the issues.

use serde::{Deserialize, Serialize};

use crate::unit::UnitInterval;

use super::{DelegationId, IssueId, Paragraph};

/// A proposed outcome of the meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The identifier in the scenario file.
    pub identifier: String,
    /// The key of the identifier.
    pub key: u64,
    /// The title.
    pub title: String,
    /// The form, which chooses the adoption rule.
    pub form: OutcomeForm,
    /// The sponsors; the first holds the pen.
    pub sponsors: Vec<DelegationId>,
    /// Where the outcome stands on the issues it touches, by issue.
    pub aims: Vec<Aim>,
    /// The text.
    pub text: Vec<Paragraph>,
    /// Whether it is put to a decision.
    pub action: PutToAction,
    /// Members that abstain as parties to the dispute (Charter, Article 27 (3)).
    pub parties: Vec<DelegationId>,
}

impl Outcome {
    /// Whether the outcome touches `issue`, with a weight above 0.
    pub fn touches(&self, issue: IssueId) -> bool {
        self.aims.iter().any(|aim| aim.issue == issue && aim.weight.get() > 0.0)
    }
}

/// Where an outcome stands on one issue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aim {
    /// The issue.
    pub issue: IssueId,
    /// The position y, in 0..1.
    pub position: UnitInterval,
    /// How much of the outcome this issue is, w, in 0..1.
    pub weight: UnitInterval,
}

/// The form of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OutcomeForm {
    /// A resolution.
    Resolution,
    /// A presidential statement.
    PresidentialStatement,
    /// A press statement.
    PressStatement,
    /// A summary by the President, on its own authority.
    PresidentsSummary,
    /// A joint statement by those who sign it.
    JointStatement,
    /// A procedural decision.
    ProceduralDecision,
}

impl OutcomeForm {
    /// All forms, in the order of weight.
    pub const ALL: [Self; 6] = [
        Self::Resolution,
        Self::PresidentialStatement,
        Self::PressStatement,
        Self::PresidentsSummary,
        Self::JointStatement,
        Self::ProceduralDecision,
    ];

    /// The form as written in a scenario file.
    pub const fn identifier(self) -> &'static str {
        match self {
            Self::Resolution => "Resolution",
            Self::PresidentialStatement => "PresidentialStatement",
            Self::PressStatement => "PressStatement",
            Self::PresidentsSummary => "PresidentsSummary",
            Self::JointStatement => "JointStatement",
            Self::ProceduralDecision => "ProceduralDecision",
        }
    }

    /// The form as the Council names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::PresidentialStatement => "presidential statement",
            Self::PressStatement => "press statement",
            Self::PresidentsSummary => "summary by the President",
            Self::JointStatement => "joint statement",
            Self::ProceduralDecision => "procedural decision",
        }
    }
}

/// What a rule prescribes to a delegation when a text is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prescribed {
    /// Nothing: it votes as it judges.
    Free,
    /// A sponsor votes in favour.
    InFavour,
    /// A party to the dispute abstains (Charter, Article 27 (3)).
    Abstention,
}

/// From where on a delegation votes in favour, and against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// In favour where g + ε lies above this: `threshold_yes`, or `threshold_sign`.
    pub yes: f64,
    /// Against where g + ε lies below minus this; infinite where one can only withhold.
    pub no: f64,
    /// e to the (yes + no) / β: what turns the odds of a vote in favour into those of one against.
    /// Infinite where that is beyond all numbers, or β is 0.
    pub ratio: f64,
}

/// Whether an outcome is put to a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PutToAction {
    /// Put if its penholder thinks that it has a chance.
    #[default]
    IfPromising,
    /// Put whatever happens.
    ToShowTheVote,
    /// Never put; support for it is only tallied.
    TalliedOnly,
}
