//! `ScenarioFile`: a plain mirror of a scenario file, format 1, as decoded and perhaps wrong.
//!
//! Nothing is filled in: what the author left out is `None` or an empty list, and the defaults
//! belong to the resolver. Every scalar knows its place. `head` is the opening bracket of a
//! structure, where a problem of the whole of it is shown.
//! The structures carry the names and the order of fields of `docs/scenario-format.md`.

#![expect(missing_docs, reason = "the fields are those of the format; its manual describes them")]

use super::spanned::{Entries, List, Span, Spanned};

/// A string and its place.
pub type Text = Spanned<String>;
/// A reference to an identifier defined elsewhere in the file.
pub type Name = Spanned<String>;
/// A finite number, on the author's scale.
pub type Number = Spanned<f64>;
/// A whole number from 0.
pub type Count = Spanned<u32>;
/// A map from identifiers.
pub type ById<V> = Entries<String, V>;

/// Declares structures and enums of the file, all with the same derives.
macro_rules! mirror {
    ($($(#[$meta:meta])* $kind:ident $name:ident $body:tt)*) => {
        $(#[derive(Debug, Clone, PartialEq)] $(#[$meta])* pub $kind $name $body)*
    };
}

/// Declares enums whose variants carry no settings.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($variant:ident),* $(,)? })*) => {
        $(
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            $(#[$meta])*
            pub enum $name { $($variant),* }

            impl $name {
                /// All variants with the word that stands for each in a file.
                pub const ALL: &'static [(&'static str, Self)] =
                    &[$((stringify!($variant), Self::$variant)),*];

                /// The word that stands for it in a file.
                pub const fn word(self) -> &'static str {
                    match self { $(Self::$variant => stringify!($variant)),* }
                }
            }
        )*
    };
}

mirror! {
    /// The whole file.
    struct ScenarioFile {
        pub head: Span,
        pub format: Count,
        pub title: Text,
        pub summary: Option<Text>,
        pub date: Text,
        pub body: Text,
        pub agenda_item: Option<Text>,
        pub meeting: Option<Spanned<MeetingFormat>>,
        pub starts: Option<Text>,
        pub time_limit: Option<Number>,
        pub background: Option<Text>,
        pub teaching_note: Option<Text>,
        pub sources: ById<Source>,
        pub concept_note: Option<ConceptNote>,
        pub issues: ById<Issue>,
        pub members: ById<Member>,
        pub president: Name,
        pub groups: ById<Group>,
        pub outcomes: ById<Outcome>,
        pub rules: Option<Spanned<Rules>>,
        /// `None`: the default program of an open debate.
        pub program: Option<List<Spanned<Stage>>>,
        pub injects: List<Inject>,
        pub seats: ById<Seat>,
        pub dynamics: Option<Dynamics>,
        pub questions: List<Quiz>,
        pub record: Option<Record>,
    }
    /// Where a claim comes from.
    struct Source {
        pub head: Span,
        pub title: Text,
        pub publisher: Option<Text>,
        pub date: Option<Text>,
        pub url: Option<Text>,
    }
    /// The President's paper that frames the debate.
    struct ConceptNote {
        pub head: Span,
        pub author: Name,
        pub objective: Option<Text>,
        pub guiding_questions: List<Question>,
    }
    /// A guiding question and the issues it raises.
    struct Question { pub head: Span, pub text: Text, pub issues: List<Name> }
    /// A one-dimensional scale on which positions lie.
    struct Issue {
        pub head: Span,
        pub name: Text,
        pub low: Text,
        pub high: Text,
        pub status_quo: Option<Number>,
        pub marks: List<Mark>,
    }
    /// A labelled point on an issue's scale: `Mark(60, "Regular briefings")`.
    struct Mark { pub head: Span, pub at: Number, pub label: Text }
    /// A delegation.
    struct Member {
        pub head: Span,
        pub name: Text,
        pub article: Option<Text>,
        pub adjective: Option<Text>,
        pub seat: Spanned<Membership>,
        pub speaker: Option<Speaker>,
        pub influence: Option<Number>,
        pub style: Option<Spanned<Style>>,
        pub stances: ById<Stance>,
        pub relations: ById<Number>,
        pub arguments: List<Argument>,
        pub veto_reluctance: Option<Number>,
        pub weights: ById<Number>,
    }
    /// The person who takes the floor.
    struct Speaker {
        pub head: Span,
        pub name: Text,
        pub title: Option<Text>,
        pub rank: Option<Spanned<Rank>>,
        pub language: Option<Text>,
    }
    /// What a member wants on one issue, and how much it cares.
    struct Stance {
        pub head: Span,
        pub position: Number,
        pub salience: Number,
        pub flexibility: Option<Number>,
        pub uncertainty: Option<Number>,
        pub red_line: Option<RedLine>,
        pub because: Option<Text>,
        pub source: Option<Name>,
        pub confidence: Option<Spanned<Confidence>>,
    }
    /// The acceptable interval of a stance: `(low, high)`.
    struct RedLine { pub head: Span, pub low: Number, pub high: Number }
    /// A sentence a delegation would say.
    struct Argument {
        pub head: Span,
        pub issue: Name,
        pub toward: Spanned<Direction>,
        pub text: Text,
        pub source: Option<Name>,
    }
    /// Members that stand together.
    struct Group {
        pub head: Span,
        pub name: Text,
        pub members: List<Name>,
        pub cohesion: Option<Number>,
        pub joint_statement: Option<Name>,
    }
    /// A proposed outcome.
    struct Outcome {
        pub head: Span,
        pub title: Text,
        pub form: Spanned<OutcomeForm>,
        pub sponsors: List<Name>,
        pub aims: ById<Aim>,
        pub text: List<Spanned<Paragraph>>,
        pub action: Option<Spanned<PutToAction>>,
        pub parties: List<Name>,
    }
    /// Where an outcome stands on an issue.
    struct Aim { pub head: Span, pub position: Number, pub weight: Option<Number> }
    /// A paragraph of a draft.
    enum Paragraph {
        Preambular { text: Text, issue: Option<Name> },
        Operative { text: Text, issue: Option<Name> },
    }
    /// How the body decides.
    enum Rules {
        SecurityCouncil,
        Rules { forms: Entries<OutcomeForm, Spanned<AdoptionRule>> },
    }
    /// When an outcome of one form is adopted.
    enum AdoptionRule {
        Vote {
            threshold: Spanned<Threshold>,
            base: Option<Spanned<Base>>,
            veto: Option<Spanned<bool>>,
        },
        Weighted { tests: List<WeightTest>, blocking_minority: Option<Count> },
        Consensus,
        Signature,
        Authority,
    }
    /// How many are enough.
    enum Threshold { Count(Count), AtLeast(Count, Count), MoreThan(Count, Count) }
    /// A threshold counted in one weight.
    struct WeightTest { pub head: Span, pub weight: Name, pub threshold: Spanned<Threshold> }
    /// A part of the meeting.
    enum Stage {
        JointStatements,
        Opening,
        Briefings,
        MembersStatements {
            order: Option<Spanned<Order>>,
            president: Option<Spanned<PresidentsPlace>>,
        },
        InvitedStatements,
        FurtherStatements,
        Closing,
        Consultations { rounds: Option<Count> },
        Action,
    }
    /// An event from outside the chamber.
    struct Inject {
        pub head: Span,
        pub title: Text,
        pub text: Option<Text>,
        pub when: Spanned<When>,
        /// In percent.
        pub probability: Option<Number>,
        pub effects: List<Spanned<Effect>>,
    }
    /// What sets off an inject.
    enum When {
        AfterStatement(Count),
        AtStage(Spanned<StageName>),
        OnResult { outcome: Name, result: Spanned<ResultName> },
        /// Percent of each statement.
        AtRandom(Number),
        ByHand,
    }
    /// What an inject changes.
    enum Effect {
        Salience { issue: Name, by: Number },
        Heat { issue: Name, by: Number },
        Position { member: Name, issue: Name, by: Number },
        Influence { member: Name, by: Number },
        PointOfOrder { member: Name, challenge: Option<Spanned<bool>> },
        ObjectionToAgenda { member: Name },
    }
    /// The brief of a person who plays a member.
    struct Seat {
        pub head: Span,
        pub brief: Option<Text>,
        pub objectives: List<Spanned<Objective>>,
    }
    /// What earns a player points.
    enum Objective {
        Adopted { outcome: Name, points: Number },
        NotAdopted { outcome: Name, points: Number },
        Support { outcome: Name, at_least: Count, points: Number },
        KeepRedLines { points: Number },
        Raise { issue: Name, points: Number },
        NotIsolated { points: Number },
    }
    /// The model's parameters, in hundredths; see the model's page.
    struct Dynamics {
        pub head: Span,
        pub noise: Option<Number>,
        pub threshold_yes: Option<Number>,
        pub threshold_no: Option<Number>,
        pub threshold_object: Option<Number>,
        pub threshold_sign: Option<Number>,
        pub bandwagon: Option<Number>,
        pub consistency: Option<Number>,
        pub sponsor_effect: Option<Number>,
        pub persuasion: Option<Number>,
        pub flexibility: Option<Number>,
        pub flexibility_permanent: Option<Number>,
        pub prompt: Option<Number>,
        pub heat: Option<Number>,
        pub heat_half_life: Option<Number>,
        pub spontaneity: Option<Number>,
        pub backlash: Option<Number>,
        pub confidence_bound: Option<Number>,
        pub floor: Option<Number>,
        pub points: Option<Points>,
    }
    /// How many issues a statement addresses, by style.
    struct Points {
        pub head: Span,
        pub candid: Option<Count>,
        pub measured: Option<Count>,
        pub guarded: Option<Count>,
    }
    /// A question to the class, before and after.
    struct Quiz {
        pub head: Span,
        pub text: Text,
        pub choices: List<Text>,
        /// Counted from 1.
        pub answer: Count,
        pub because: Option<Text>,
    }
    /// What really happened.
    struct Record {
        pub head: Span,
        pub outcomes: ById<Spanned<Happened>>,
        pub notes: Option<Text>,
        pub source: Option<Name>,
    }
    /// What became of an outcome in reality.
    enum Happened {
        Voted {
            in_favour: List<Name>,
            against: List<Name>,
            abstaining: List<Name>,
            not_participating: List<Name>,
        },
        Signed { by: List<Name>, others: Option<Count> },
        Agreed,
        Issued,
        NotProposed,
        Unknown,
        Objected { by: List<Name> },
    }
}

words! {
    /// The kind of meeting; `OpenDebate` unless written.
    MeetingFormat { OpenDebate, Debate, Briefing, Adoption }
    /// What a member is; `Permanent` and `Elected` vote.
    Membership { Permanent, Elected, Rule37, Rule39 }
    /// The rank of a speaker; `Ambassador` unless written.
    Rank { HeadOfState, HeadOfGovernment, Minister, ViceMinister, Ambassador, Official, Expert }
    /// How openly a delegation speaks; `Measured` unless written.
    Style { Candid, Measured, Guarded }
    /// How sure the author is of a stance.
    Confidence { High, Medium, Low }
    /// The end of a scale an argument speaks for.
    Direction { High, Low }
    /// When an outcome is put; `IfPromising` unless written.
    PutToAction { IfPromising, ToShowTheVote, TalliedOnly }
    /// The form of an outcome.
    OutcomeForm {
        Resolution,
        PresidentialStatement,
        PressStatement,
        PresidentsSummary,
        JointStatement,
        ProceduralDecision,
    }
    /// What a threshold is a share of; `Members` unless written.
    Base { Members, PresentAndVoting }
    /// The order of members' statements; `Lot` unless written.
    Order { Lot, List, Alphabet }
    /// When the President speaks in a national capacity; `First` unless written.
    PresidentsPlace { First, Last, InOrder }
    /// The name of a stage, without its settings.
    StageName {
        JointStatements,
        Opening,
        Briefings,
        MembersStatements,
        InvitedStatements,
        FurtherStatements,
        Closing,
        Consultations,
        Action,
    }
    /// The result an inject waits for.
    ResultName { Adopted, NotAdopted }
}

impl Membership {
    /// Whether a member of this kind votes.
    pub const fn votes(self) -> bool {
        matches!(self, Self::Permanent | Self::Elected)
    }
}

impl Stage {
    /// The stage without its settings.
    pub const fn name(&self) -> StageName {
        match self {
            Self::JointStatements => StageName::JointStatements,
            Self::Opening => StageName::Opening,
            Self::Briefings => StageName::Briefings,
            Self::MembersStatements { .. } => StageName::MembersStatements,
            Self::InvitedStatements => StageName::InvitedStatements,
            Self::FurtherStatements => StageName::FurtherStatements,
            Self::Closing => StageName::Closing,
            Self::Consultations { .. } => StageName::Consultations,
            Self::Action => StageName::Action,
        }
    }
}
