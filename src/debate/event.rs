//! What has happened, in the past tense.

use serde::{Deserialize, Serialize};

use crate::council::{
    Capacity, DelegationId, InjectId, IssueId, Membership, OutcomeForm, OutcomeId, StageName,
    Statement,
};
use crate::opinion::Shift;
use crate::vote::{Ballot, BallotRow, Decision};

use super::action::Explaining;
use super::procedure::Question;

/// One thing that has happened, with its causes in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The stage in which it happened.
    pub stage: StageName,
    /// The book to which it belongs.
    pub book: Book,
    /// What brought it about.
    pub cause: Cause,
    /// What happened.
    #[serde(flatten)]
    pub kind: EventKind,
}

/// What brought an event about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// The programme of the meeting.
    Program,
    /// A person, who acted for a delegation or for the President.
    Person,
    /// An earlier event, by its number from 1.
    Event(u32),
}

/// The book to which an event belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Book {
    /// The public meeting: its verbatim record.
    Record,
    /// Outside the chamber: drafts, consultations, the stakeout.
    Outside,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum EventKind {
    /// A stage of the programme began.
    StageOpened,
    /// The President called the meeting to order.
    MeetingCalledToOrder,
    /// A member asked for a procedural vote, or raised a point that needs one.
    QuestionRaised {
        /// Who.
        by: DelegationId,
        /// What is asked.
        question: Question,
    },
    /// The President ruled on a point of order (rule 30).
    RulingGiven {
        /// Who raised the point.
        to: DelegationId,
        /// Whether the point is upheld.
        upheld: bool,
    },
    /// A procedural question was decided by a vote.
    QuestionDecided {
        /// The question.
        question: Question,
        /// One row for each voting member.
        rows: Vec<BallotRow>,
        /// Whether it was carried.
        carried: bool,
    },
    /// The provisional agenda was adopted.
    AgendaAdopted,
    /// Participants were invited under rule 37 or 39.
    ParticipantsInvited {
        /// The rule.
        #[serde(with = "super::wire::rule_number")]
        rule: Membership,
        /// The invited, in the order in which they were read out.
        delegations: Vec<DelegationId>,
    },
    /// The President ceded the chair (rule 20).
    ChairCeded {
        /// To whom: the next member in English alphabetical order.
        to: DelegationId,
    },
    /// The list of speakers of a stage was established.
    SpeakersListed {
        /// The speakers, in order.
        order: Vec<DelegationId>,
    },
    /// The President reminded speakers of the time limit.
    TimeLimitRecalled {
        /// Minutes for a statement.
        minutes: f64,
    },
    /// The President suspended the meeting.
    MeetingSuspended {
        /// Minutes after midnight at which it was suspended.
        at: f64,
    },
    /// The President called the meeting to order again.
    MeetingResumed {
        /// Minutes after midnight at which it was resumed.
        at: f64,
    },
    /// The President gave the floor.
    FloorGiven {
        /// To whom.
        to: DelegationId,
        /// In what capacity it speaks.
        capacity: Capacity,
    },
    /// A statement was delivered. Written down, a statement to another end than to take part in
    /// the debate has a kind of its own.
    #[serde(
        alias = "FurtherStatementDelivered",
        alias = "ExplanationOfVoteDelivered",
        alias = "DissociationDelivered"
    )]
    StatementDelivered(Statement),
    /// A delegation let the floor pass.
    FloorPassed {
        /// Who.
        by: DelegationId,
    },
    /// A delegation that was criticized by name asked for the floor again.
    FloorRequested {
        /// Who.
        by: DelegationId,
        /// On which issue it wishes to answer.
        issue: IssueId,
    },
    /// The event before moved positions.
    PositionsShifted {
        /// One row for each listener and issue.
        rows: Vec<Shift>,
    },
    /// Something happened outside the chamber.
    InjectFired {
        /// What.
        inject: InjectId,
    },
    /// It was settled that an inject does not happen by itself.
    InjectHeld {
        /// Which.
        inject: InjectId,
    },
    /// A person took the seat of a delegation.
    SeatTaken {
        /// Whose.
        by: DelegationId,
    },
    /// A person left the seat of a delegation to the model.
    SeatLeft {
        /// Whose.
        by: DelegationId,
    },
    /// A person took the chair.
    ChairTaken {
        /// The delegation that presided then.
        by: DelegationId,
    },
    /// A person left the chair to the programme.
    ChairLeft {
        /// The delegation that presided then.
        by: DelegationId,
    },
    /// A capital gave its delegation other instructions.
    InstructionsGiven {
        /// To whom.
        to: DelegationId,
        /// On which issue.
        issue: IssueId,
        /// The position instructed, in 0..1, within the red line.
        position: f64,
    },
    /// Two delegations exchanged places on the list of speakers.
    PlacesExchanged {
        /// One of the two.
        first: DelegationId,
        /// The other.
        second: DelegationId,
    },
    /// A delegation sounded out another, in confidence.
    SoundingTaken(Sounding),
    /// A round of consultations began.
    RoundOpened {
        /// Its number in the stage, from 1.
        round: u32,
    },
    /// A penholder weighed the amendments offered to its text.
    AmendmentsWeighed {
        /// The text.
        outcome: OutcomeId,
        /// What was offered, and what became of it.
        offers: Vec<Offer>,
    },
    /// A person's delegation offered an amendment.
    AmendmentOffered {
        /// The text.
        outcome: OutcomeId,
        /// Who offers.
        by: DelegationId,
        /// On which issue.
        issue: IssueId,
        /// Where the text should stand, in 0..1.
        to: f64,
        /// How the paragraph should read; as drafted from where the text stands, where there are no
        /// words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A text was amended by its penholder.
    TextAmended {
        /// The text.
        outcome: OutcomeId,
        /// On which issue.
        issue: IssueId,
        /// Where it stood before, in 0..1.
        from: f64,
        /// Where it stands now, in 0..1.
        to: f64,
        /// Who asked for it.
        by: DelegationId,
        /// The version it became.
        version: u32,
        /// The words that its paragraph was given, where a person gave it words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A text was placed under silence.
    SilenceOpened {
        /// The text.
        outcome: OutcomeId,
        /// Hours until the deadline.
        hours: u32,
        /// Whether this is the extension after a break.
        extended: bool,
    },
    /// Nobody broke silence by the deadline.
    SilenceHeld {
        /// The text.
        outcome: OutcomeId,
    },
    /// Silence was broken.
    SilenceBroken {
        /// The text.
        outcome: OutcomeId,
        /// Those who broke it, each with its reason.
        rows: Vec<BallotRow>,
    },
    /// A text stepped down to a lighter form.
    SteppedDown {
        /// The text.
        outcome: OutcomeId,
        /// The form before.
        from: OutcomeForm,
        /// The form now.
        to: OutcomeForm,
        /// P(adopted) in the form now, as the penholder estimates it.
        estimate: f64,
    },
    /// A text was left as support expressed: its penholder does not seek a decision on it.
    LeftAsSupport {
        /// The text.
        outcome: OutcomeId,
        /// P(adopted), as the penholder estimates it.
        estimate: f64,
    },
    /// The final text was printed in blue, ready for a vote.
    PutInBlue {
        /// The text.
        outcome: OutcomeId,
    },
    /// The rounds of consultations ended.
    RoundClosed {
        /// The number of the round in the stage, from 1.
        round: u32,
    },
    /// It was settled which texts would be put to a decision.
    TextsSelected {
        /// One row for each text not yet decided.
        rows: Vec<Selection>,
    },
    /// Delegations joined the sponsors of a text.
    SponsorsJoined {
        /// The text.
        outcome: OutcomeId,
        /// Who joined.
        delegations: Vec<DelegationId>,
    },
    /// A delegation settled its ballot in advance; it is shown only when all are.
    BallotLocked {
        /// Who.
        by: DelegationId,
        /// On which text.
        outcome: OutcomeId,
        /// The ballot.
        ballot: Ballot,
    },
    /// A delegation settled whether and when it explains its vote, before it is taken.
    ExplanationPrepared {
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
    /// An oral amendment to a text that is being put was decided, before the text (rule 36).
    AmendmentDecided {
        /// The text.
        outcome: OutcomeId,
        /// Who moved it.
        by: DelegationId,
        /// On which issue.
        issue: IssueId,
        /// Where the text would stand, in 0..1.
        to: f64,
        /// One row for each voting member.
        rows: Vec<BallotRow>,
        /// What became of it.
        decision: Decision,
    },
    /// A part of a text was put to the vote by itself (rule 32).
    PartDecided {
        /// The text.
        outcome: OutcomeId,
        /// The issue on which the part bears.
        issue: IssueId,
        /// One row for each voting member.
        rows: Vec<BallotRow>,
        /// What became of it: a part that is not adopted is left out.
        decision: Decision,
    },
    /// Ballots were cast, all at once; of a text that needs consensus, objections were invited;
    /// of a joint statement, signatures.
    BallotsCast {
        /// The text.
        outcome: OutcomeId,
        /// One row for each delegation asked.
        rows: Vec<BallotRow>,
    },
    /// A text was decided.
    DecisionTaken {
        /// The text.
        outcome: OutcomeId,
        /// The decision.
        #[serde(flatten)]
        decision: Decision,
    },
    /// After a veto, a debate of the General Assembly falls due (resolution 76/262).
    AssemblyDebateDue {
        /// The text that was vetoed.
        outcome: OutcomeId,
    },
    /// The meeting was adjourned.
    MeetingAdjourned,
}

/// Whether a text is put to a decision, and why.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Selection {
    /// The text.
    pub outcome: OutcomeId,
    /// Whether it is put.
    pub put: bool,
    /// P(adopted) as its penholder estimates it, where that was asked.
    pub estimate: Option<f64>,
    /// Whether it gave way to two more promising texts.
    pub gave_way: bool,
    /// The sponsor whose red line the text crosses and that therefore withdraws it.
    pub withdrawn_by: Option<DelegationId>,
}

/// What one delegation told another in confidence about a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sounding {
    /// Who asked.
    pub by: DelegationId,
    /// Who was asked.
    pub of: DelegationId,
    /// About which text.
    pub outcome: OutcomeId,
    /// The answer: P(in favour) as it was given to understand, in 0..1.
    pub in_favour: f64,
    /// The positions from which the answer follows, as the asker understood them.
    pub heard: Vec<HeardPosition>,
}

/// A position as it was understood in a sounding.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct HeardPosition {
    /// The issue.
    pub issue: IssueId,
    /// The position, in 0..1.
    pub position: f64,
}

/// An amendment that was offered, and what the penholder made of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Who offers.
    pub by: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// Where the text stands, in 0..1.
    pub from: f64,
    /// Where it should stand, in 0..1.
    pub to: f64,
    /// What the offerer would do in return.
    pub promise: Promise,
    /// P(adopted) with the amendment, as the penholder estimates it, where it was asked.
    pub estimate: Option<f64>,
    /// The penholder's own gain with the amendment.
    pub gain: f64,
    /// What became of it.
    pub answer: Answer,
}

/// What an offerer would do if its amendment were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Promise {
    /// It would be content: P(in favour) of at least 0.70.
    Support,
    /// It would tolerate the text: P(against) of at most 0.10.
    Tolerate,
    /// It would keep silence.
    Silence,
    /// A person offers, and promises nothing that the model could know.
    Open,
}

/// What a penholder made of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Taken.
    Taken,
    /// Another offer raised P(adopted) times the gain more.
    AnotherWasBetter,
    /// It would not raise P(adopted) times the gain.
    WouldNotHelp,
    /// The text would be worth no more than today's situation.
    WorthLess,
    /// Less than the floor of the draft's first gain would be left.
    UnderTheFloor,
    /// It would cross a red line of a sponsor.
    RedLine,
}
