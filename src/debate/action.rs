//! What a delegation, the President or the model may try.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::council::{Declared, DelegationId, InjectId, IssueId, OutcomeId, Style};
use crate::vote::Ballot;

use super::procedure::Motion;

/// The most characters that the words of a person may have: a quarter of an hour of speech.
pub const MOST_CHARACTERS: usize = 12_000;

/// A wish, which the rules may refuse. People and the model act through the same ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// A person takes the seat of a delegation: from here on the model does nothing of its own
    /// accord for it, and what it proposes in its place waits to be done or left.
    TakeSeat(DelegationId),
    /// The model acts for the delegation again.
    LeaveSeat(DelegationId),
    /// A person takes the chair: from here on somebody presides, and takes or leaves each step of
    /// the meeting that the programme proposes.
    TakeChair,
    /// The programme presides again.
    LeaveChair,
    /// Go on to the next stage of the programme.
    OpenNextStage,
    /// Take the floor and deliver the statement that the model composes.
    Deliver(DelegationId),
    /// Take the floor and deliver a statement with chosen points.
    Say(Intended),
    /// Let the floor pass without a statement.
    Pass(DelegationId),
    /// Ask for the floor again, for a further statement.
    AskForFloor {
        /// Who.
        by: DelegationId,
        /// On which issue.
        issue: IssueId,
    },
    /// Sound out another delegation about a text, in confidence.
    SoundOut {
        /// Who asks.
        by: DelegationId,
        /// Who is asked.
        of: DelegationId,
        /// About which text.
        outcome: OutcomeId,
    },
    /// Begin a round of consultations.
    OpenRound,
    /// Offer an amendment in consultations.
    Offer {
        /// Who offers.
        by: DelegationId,
        /// To which text.
        outcome: OutcomeId,
        /// On which issue.
        issue: IssueId,
        /// Where the text should stand, in 0..1.
        to: f64,
        /// How the paragraph should read; as drafted from where the text stands, where there are no
        /// words. Nothing but `to` is taken from them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// Let the penholder weigh what is offered, and take the best if one helps.
    Weigh(OutcomeId),
    /// Answer what is offered, as the penholder: take one amendment, or refuse them all.
    Answer {
        /// The text.
        outcome: OutcomeId,
        /// The amendment taken: on which issue, where the text shall stand, who asked for it.
        taken: Option<(IssueId, f64, DelegationId)>,
    },
    /// End the round of consultations.
    CloseRound,
    /// Take the next step with a text after the rounds: silence, an extension, the ladder, blue.
    Conclude(OutcomeId),
    /// Let one's text step down to the next lighter form.
    StepDown {
        /// Who holds the pen.
        by: DelegationId,
        /// Which text.
        outcome: OutcomeId,
    },
    /// Settle one's ballot, or one's objection, before any is shown.
    Lock {
        /// Who.
        by: DelegationId,
        /// On which text.
        outcome: OutcomeId,
        /// The ballot.
        ballot: Ballot,
    },
    /// Settle whether and when one explains one's vote on a text, before it is taken.
    Explain {
        /// Who.
        by: DelegationId,
        /// On which text.
        outcome: OutcomeId,
        /// Before or after the vote, or not at all.
        when: Explaining,
        /// The words; those drafted from the vote, where there are none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// Join the sponsors of a text before it is put to the vote.
    Sponsor {
        /// Who.
        by: DelegationId,
        /// Which text.
        outcome: OutcomeId,
    },
    /// Withdraw one's text before a vote has been taken on it (rule 35).
    Withdraw {
        /// Who.
        by: DelegationId,
        /// Which text.
        outcome: OutcomeId,
    },
    /// Decide on a text: a vote, a question whether anyone objects, signatures, or the
    /// President's own authority, by its form.
    Decide(OutcomeId),
    /// Let an inject happen.
    FireInject(InjectId),
    /// Keep an inject from happening by itself.
    HoldInject(InjectId),
    /// Give a delegation other instructions on an issue, as its capital: from here on it wants
    /// this, and this is what holds it.
    Instruct {
        /// Whom.
        to: DelegationId,
        /// On which issue.
        issue: IssueId,
        /// The position instructed, in 0..1; what lies beyond its red line is cut off there.
        position: f64,
    },
    /// Exchange places on the list of speakers; both are still to speak.
    Exchange {
        /// One of the two.
        first: DelegationId,
        /// The other.
        second: DelegationId,
    },
    /// Object to the provisional agenda, before it is adopted.
    ObjectToAgenda(DelegationId),
    /// Object to an invitation, before it is extended.
    ObjectToInvitation {
        /// Who objects.
        by: DelegationId,
        /// Whose invitation.
        of: DelegationId,
    },
    /// Raise a point of order.
    RaisePointOfOrder(DelegationId),
    /// Rule on the point of order, as the President.
    Rule {
        /// Whether the point is upheld.
        upheld: bool,
    },
    /// Challenge the ruling, which puts it to the vote at once.
    Challenge(DelegationId),
    /// Move a motion.
    Move {
        /// Who.
        by: DelegationId,
        /// What.
        motion: Motion,
    },
    /// Put the pending motion that has precedence to the vote.
    DecideMotion,
    /// Ask that a part of a text be put to the vote by itself.
    AskSeparateVote {
        /// Who.
        by: DelegationId,
        /// Which text.
        outcome: OutcomeId,
        /// The issue on which the part bears.
        issue: IssueId,
    },
    /// Cede the chair, as the President.
    CedeChair,
}

impl Action {
    /// Whether a person takes or leaves a seat or the chair, which changes nothing in the meeting
    /// itself.
    pub const fn is_about_who_plays(&self) -> bool {
        matches!(self, Self::TakeSeat(_) | Self::LeaveSeat(_) | Self::TakeChair | Self::LeaveChair)
    }
}

/// A statement as a person intends it; its words are drafted from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Intended {
    /// Who speaks.
    pub speaker: DelegationId,
    /// The issues addressed, the most pressing first.
    pub points: Vec<IntendedPoint>,
    /// The outcomes on which it declares itself.
    pub declarations: Vec<(OutcomeId, Declared)>,
    /// An earlier speaker commended, and on which issue.
    pub commends: Option<(DelegationId, IssueId)>,
    /// A delegation whose voiced position is criticized, and on which issue.
    pub criticizes: Option<(DelegationId, IssueId)>,
    /// Its words; those drafted from the rest, where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The register of the words that are drafted; its own style, where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<Style>,
}

/// When a person's delegation explains its vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Explaining {
    /// Before the vote.
    Before,
    /// After it.
    After,
    /// Not at all.
    Never,
}

impl Intended {
    /// A statement with nothing in it yet.
    pub const fn silent(speaker: DelegationId) -> Self {
        Self {
            speaker,
            points: Vec::new(),
            declarations: Vec::new(),
            commends: None,
            criticizes: None,
            words: None,
            register: None,
        }
    }
}

/// A point as a person intends it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct IntendedPoint {
    /// The issue.
    pub issue: IssueId,
    /// The position voiced, in 0..1.
    pub voiced: f64,
    /// How firmly, m of the model, in 0..1.
    pub emphasis: f64,
}

/// Why the rules refuse an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RuleViolation {
    /// Another delegation is next on the list of speakers (rule 27).
    #[error("the floor is not theirs: the President calls on speakers in the order of the list")]
    NotNextOnTheList,
    /// It is not still to come on the list of speakers.
    #[error("only those that are still to speak in this stage can exchange places")]
    NotOnTheList,
    /// The business of the stage is not finished.
    #[error("this stage is not over: speakers or texts are still to come")]
    StageNotOver,
    /// The stage does not admit it.
    #[error("this stage of the meeting does not admit that")]
    NotInThisStage,
    /// The text has not been put, or has been decided.
    #[error("this text is not before the meeting now")]
    NotPut,
    /// Only a member of the Council may.
    #[error("only a member with a vote may do that: others take part without vote (rule 37)")]
    NoVote,
    /// The delegation does not hold the pen, or is no sponsor.
    #[error("only those who sponsor a text may do that")]
    NotASponsor,
    /// The delegation has made all its soundings for now.
    #[error("no sounding is left: five before the meeting, two in each round of consultations")]
    NoSoundingLeft,
    /// A point, a number or a name in the action does not fit.
    #[error(
        "this does not fit the scenario: name issues the text touches and positions from 0 to 100"
    )]
    DoesNotFit,
    /// The words of a person are longer than any statement.
    #[error("the words are too long: at most {MOST_CHARACTERS} characters")]
    TooLong,
    /// A point of order or a motion must be dealt with first (rules 30 and 33).
    #[error("a point of order or a motion comes first")]
    ComesFirst,
    /// Nothing of the kind is pending.
    #[error("nothing of the kind is pending")]
    NothingPending,
    /// It has been done already.
    #[error("that has been done already")]
    DoneAlready,
    /// The mover objects to separate votes (rule 32).
    #[error("the mover objects to separate votes on parts of its text (rule 32)")]
    MoverObjects,
    /// The programme has ended.
    #[error("the meeting is over")]
    MeetingOver,
}
