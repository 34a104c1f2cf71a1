//! A statement as the engine knows it: its points and declarations, without words.

use serde::{Deserialize, Serialize};

use super::{ArgumentId, DelegationId, Direction, GroupId, IssueId, OutcomeId, Style};

/// What a delegation says when it has the floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Who speaks.
    pub speaker: DelegationId,
    /// In what capacity.
    pub capacity: Capacity,
    /// To what end.
    pub purpose: StatementPurpose,
    /// How long it took, in minutes.
    pub minutes: f64,
    /// The issues addressed, the most pressing first.
    pub points: Vec<Point>,
    /// The outcomes on which it declares itself.
    pub declarations: Vec<Declaration>,
    /// An earlier speaker commended.
    pub commends: Option<Commendation>,
    /// A position criticized.
    pub criticizes: Option<Criticism>,
    /// The words in which a person put it; those drafted from its points, where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The register that a person chose for this statement; the speaker's style, where there is
    /// none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<Style>,
}

impl Statement {
    /// A statement without anything in it yet, of so many minutes.
    pub const fn empty(
        speaker: DelegationId,
        (capacity, purpose): (Capacity, StatementPurpose),
        minutes: f64,
    ) -> Self {
        Self {
            speaker,
            capacity,
            purpose,
            minutes,
            points: Vec::new(),
            declarations: Vec::new(),
            commends: None,
            criticizes: None,
            words: None,
            register: None,
        }
    }
}

/// To what end a statement is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StatementPurpose {
    /// To take part in the debate, or to brief it.
    Debate,
    /// To answer criticism: a further statement.
    Further,
    /// To explain a vote before it is taken.
    ExplanationBefore(OutcomeId),
    /// To explain a vote that was cast.
    ExplanationAfter(OutcomeId),
    /// To join consensus while dissociating from what a text says on an issue.
    Dissociation(OutcomeId),
}

/// In what capacity a speaker has the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capacity {
    /// For its own delegation; of the President, in its national capacity.
    National,
    /// For a group, whose other members do not take the floor.
    OnBehalfOf(GroupId),
    /// As a briefer.
    Briefer,
}

/// One issue addressed by a statement.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The issue.
    pub issue: IssueId,
    /// The position voiced, e, in 0..1; a briefer voices none.
    pub voiced: Option<f64>,
    /// Toward which end of the scale it argues, seen from the status quo.
    pub toward: Direction,
    /// How firmly it is put, m, in 0..1: 1 in the model's own statements, 0 where nothing is voiced.
    pub emphasis: f64,
    /// The argument used, if the delegation has one that fits.
    pub argument: Option<ArgumentId>,
    /// Attention A = s (1 + prompt + ν heat), by which the point was chosen.
    pub attention: f64,
    /// What chance added to attention: τ times a Gumbel draw.
    pub luck: f64,
}

/// What a delegation declares on an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Declaration {
    /// The outcome.
    pub outcome: OutcomeId,
    /// The declared stance.
    pub stance: Declared,
    /// Why: how much better the outcome seemed at that moment.
    pub judgement: Judgement,
    /// The chances from which the declaration follows.
    pub chance: VoteChance,
}

/// A declared stance on an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Declared {
    /// Nothing declared so far.
    #[default]
    Undeclared,
    /// In favour.
    InFavour,
    /// With reservations.
    Reservations,
    /// Opposed.
    Opposed,
}

impl Declared {
    /// D of the model: 1 in favour, -1 opposed, 0 otherwise.
    pub const fn sign(self) -> f64 {
        match self {
            Self::InFavour => 1.0,
            Self::Opposed => -1.0,
            Self::Undeclared | Self::Reservations => 0.0,
        }
    }
}

/// How much better an outcome seems to a delegation than today's situation: g and its parts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenJudgement", into = "WrittenJudgement")]
pub struct Judgement {
    /// The gain of docs/model.md section 1, in -1..1.
    pub gain: f64,
    /// What the room adds: κ (1 - s̄) times the weighted declared stances of others.
    pub bandwagon: f64,
    /// What one's own word adds: γ D.
    pub consistency: f64,
    /// What the sponsors add: σ times the mean affinity toward them.
    pub sponsors: f64,
    /// The issue on which the outcome crosses a red line, which makes g = -1.
    pub red_line: Option<IssueId>,
    /// Mean salience s̄ of the outcome's issues, in 0..1.
    pub salience: f64,
}

impl Judgement {
    /// The judgement of a question that is nothing but this gain.
    pub const fn of_gain(gain: f64) -> Self {
        Self {
            gain,
            bandwagon: 0.0,
            consistency: 0.0,
            sponsors: 0.0,
            red_line: None,
            salience: 0.0,
        }
    }

    /// g: the sum of the parts, or -1 behind a red line.
    pub fn total(&self) -> f64 {
        if self.red_line.is_some() {
            -1.0
        } else {
            self.gain + self.bandwagon + self.consistency + self.sponsors
        }
    }
}

/// A judgement as it stands in a record: beside the parts, what they add up to.
#[derive(Serialize, Deserialize)]
struct WrittenJudgement {
    #[serde(default)]
    total: f64,
    gain: f64,
    bandwagon: f64,
    consistency: f64,
    sponsors: f64,
    red_line: Option<IssueId>,
    salience: f64,
}

impl From<Judgement> for WrittenJudgement {
    fn from(judgement: Judgement) -> Self {
        let Judgement { gain, bandwagon, consistency, sponsors, red_line, salience } = judgement;
        let total = judgement.total();
        Self { total, gain, bandwagon, consistency, sponsors, red_line, salience }
    }
}

impl From<WrittenJudgement> for Judgement {
    fn from(written: WrittenJudgement) -> Self {
        let WrittenJudgement { gain, bandwagon, consistency, sponsors, red_line, salience, .. } =
            written;
        Self { gain, bandwagon, consistency, sponsors, red_line, salience }
    }
}

/// The chances of the three votes; they add up to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct VoteChance {
    /// P(in favour); P(sign) for a joint statement.
    pub in_favour: f64,
    /// P(abstaining).
    pub abstaining: f64,
    /// P(against); P(objecting) where consensus is needed.
    pub against: f64,
}

/// An earlier speaker commended for what it voiced.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Commendation {
    /// Who is commended.
    pub to: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// The speaker's affinity toward it, in -1..1.
    pub affinity: f64,
}

/// A position criticized.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Criticism {
    /// Who voiced the position.
    pub of: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// The position as it was voiced, in 0..1.
    pub voiced: f64,
    /// How far it stands from the one the speaker voices, in 0..1.
    pub distance: f64,
    /// Whether the statement names the delegation, through a sourced argument.
    pub named: bool,
}
