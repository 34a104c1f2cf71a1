//! The table of diagnostic codes; the long story of each stands in the author's manual.

use std::fmt;

use super::diagnostic::Severity;

/// The author's manual, in Markdown. The long stories are told there, so that `explain` and the
/// manual cannot disagree.
pub const MANUAL: &str = include_str!("../../docs/scenario-format.md");

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $number:literal, $title:literal;)*) => {
        /// A kind of problem, with a number that never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $name = $number,)*
        }

        impl Code {
            /// Every code, by number.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What it is about, in a few words.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }
        }
    };
}

codes! {
    NotRon = 1, "the text is not RON";
    TooLarge = 2, "the file is too large";
    NotUtf8 = 3, "the file is not UTF-8 text";
    Empty = 4, "the file is empty";
    TooDeep = 5, "brackets are nested too deeply";
    TooManyTokens = 6, "the file has too many parts";
    TooManyMembers = 7, "too many members";
    TooManyIssues = 8, "too many issues";
    TooManyOutcomes = 9, "too many outcomes";
    TooManyProblems = 10, "too many problems";
    UnknownField = 11, "unknown field";
    MissingField = 12, "missing field";
    DuplicateField = 13, "field written twice";
    DuplicateKey = 14, "key written twice";
    UnknownVariant = 15, "unknown word";
    WrongName = 16, "wrong structure name";
    WrongType = 17, "a value of the wrong type";
    WrongParentheses = 18, "parentheses missing or superfluous";
    WrongLength = 19, "wrong number of values";
    OutOfRange = 20, "number out of range";
    NotFinite = 21, "not a finite number";
    NotWhole = 22, "not a whole number";
    NewerFormat = 23, "the format is newer than this program";
    NoSuchFormat = 24, "there is no such format";
    EmptyText = 25, "a required text is empty";
    BadIdentifier = 26, "unusable identifier";
    BadDate = 27, "not a date";
    BadTime = 28, "not a time of day";
    BadArticle = 29, "not an article";
    UnknownMember = 30, "unknown member";
    UnknownIssue = 31, "unknown issue";
    UnknownOutcome = 32, "unknown outcome";
    UnknownSource = 33, "unknown source";
    MissingWeight = 34, "a weight that members lack";
    NothingThere = 35, "a required block is empty";
    NobodyVotes = 36, "nobody votes";
    PresidentWithoutVote = 37, "the president does not vote";
    RedLineUpsideDown = 38, "red line upside down";
    ThresholdsCross = 39, "thresholds cross";
    SpeakerOutsideGroup = 40, "a group's speaker is not in the group";
    NamedTwice = 41, "named twice";
    NoSponsor = 42, "no sponsor";
    ReluctanceWithoutVeto = 43, "veto reluctance without a veto";
    FormWithoutRule = 44, "a form without an adoption rule";
    SenselessThreshold = 45, "a threshold that makes no sense";
    NoSuchChoice = 46, "the answer is not among the choices";
    RelationToItself = 47, "a relation to itself";
    VotedTwice = 48, "recorded with two votes";
    VotedWithoutVote = 49, "recorded with a vote it does not have";
    RepeatedStage = 50, "a stage that cannot be repeated";
    EmptyProgram = 51, "the program is empty";
    TooLong = 52, "a name, a text or a comment that is too long";
    FurtherWarnings = 100, "too many warnings";
    UnusedIssue = 101, "an issue no outcome aims at";
    UnsourcedStance = 102, "a stance without a source";
    PositionOutsideRedLine = 103, "a position outside its own red line";
    UnreachableMajority = 104, "a majority that cannot be reached";
    IssueWithoutStance = 105, "an issue on which nobody who votes has a stance";
    UnusedSource = 106, "a source never used";
    MemberWithoutStance = 107, "a voting member without stances";
    ConfidentAuthors = 108, "the authors' own judgement with more than low confidence";
    ArgumentAgainstOneself = 109, "an argument against one's own position";
    ArgumentWithoutStance = 110, "an argument on an issue without a stance";
    PenholderWithoutVote = 111, "a penholder that does not vote";
    SponsorAgainstOwnText = 112, "a text across its own sponsor's red line";
    SuperfluousWeight = 113, "a weight that need not be written";
    RecordUnlikeForm = 114, "a record that does not fit the form";
    RecordIncomplete = 115, "a vote on record with members left out";
    InjectNeverFires = 116, "an inject that never fires";
    EffectOnNothing = 117, "an effect on nothing";
    ProgramWithoutStatements = 118, "a program without members' statements";
    SpokenForTwice = 119, "a speaker for others that is itself spoken for";
    ObjectiveOutOfReach = 120, "an objective out of reach";
    QuestionWithoutIssue = 121, "a guiding question that raises no issue";
    PartyWithoutVote = 122, "a party that does not vote";
    SameName = 123, "two with the same name";
    OlderFormat = 124, "a file of an older format";
    OutcomeWithoutAims = 125, "an outcome without aims";
    OtherName = 126, "a State under another name";
    FurtherRemarks = 200, "too many remarks";
    ForegoneConclusion = 201, "a foregone conclusion";
    OutcomeOutOfReach = 202, "an outcome no run reaches";
    IdleMember = 203, "a member that never matters";
    UntouchedStances = 204, "stances that nothing decided touches";
    UnansweredQuestion = 205, "a guiding question nobody answers";
    AgreedIssue = 206, "an issue on which all agree";
    ThinEvidence = 207, "stances without a source";
    WithdrawnBySponsor = 208, "a text its own sponsor withdraws";
    SponsorWithoutGain = 209, "a sponsor that gains nothing";
    UnsourcedVoice = 210, "a style or an influence without a source";
    SingleHinge = 211, "one number on which everything hangs";
    LoadedWord = 212, "loaded wording";
    TemplateText = 213, "texts of the template";
    OtherSpelling = 214, "another spelling";
    BadPhrase = 301, "a phrase that cannot be used";
    UnknownSlot = 302, "a slot without words";
    UnknownPhrases = 303, "an unknown list of phrases";
}

impl Code {
    /// The number behind the `S`.
    pub const fn number(self) -> u16 {
        self as u16
    }

    /// How grave its problems are: S0xx and S3xx errors, S1xx warnings, S2xx remarks.
    pub const fn severity(self) -> Severity {
        match self.number() {
            100..200 => Severity::Warning,
            200..300 => Severity::Remark,
            _ => Severity::Error,
        }
    }

    /// The code written as `S012`, in either case, with or without the letter.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().trim_start_matches(['S', 's']);
        let number: u16 = digits.parse().ok()?;
        Self::ALL.iter().copied().find(|code| code.number() == number)
    }

    /// The long story, in Markdown: what it means, why it matters, how to mend it.
    pub fn story(self) -> &'static str {
        let heading = format!("\n### {self} ");
        let Some(start) = MANUAL.find(&heading) else {
            return "";
        };
        let section = &MANUAL[start + 1..];
        let body = section.split_once('\n').map_or("", |(_, body)| body);
        let end = body.find("\n#").unwrap_or(body.len());
        body[..end].trim()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S{:03}", self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, MANUAL};

    #[test]
    fn every_code_has_its_heading_and_its_story() {
        for code in Code::ALL {
            let heading = format!("\n### {code} {}\n", code.title());
            assert_eq!(MANUAL.matches(&heading).count(), 1, "{heading}");
            assert!(code.story().len() > 80, "{code}: {:?}", code.story());
            let lines = code.story().lines().count();
            assert!((2..=16).contains(&lines), "{code} has {lines} lines");
        }
        assert_eq!(MANUAL.matches("\n### S").count(), Code::ALL.len());
    }

    #[test]
    fn numbers_rise() {
        assert!(Code::ALL.windows(2).all(|pair| pair[0].number() < pair[1].number()));
    }

    #[test]
    fn codes_are_read_as_they_are_written() {
        for code in Code::ALL {
            assert_eq!(Code::parse(&code.to_string()), Some(*code));
        }
        assert_eq!(Code::parse("s14"), Some(Code::DuplicateKey));
        assert_eq!(Code::parse("S999"), None);
    }
}
