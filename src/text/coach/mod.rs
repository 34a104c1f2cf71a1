//! The statement coach: what a teacher would say of a statement before it is made.
//!
//! Every remark names its rule and its place in the words, and follows from the words, from what
//! is public and from the speaker's own instructions; nothing is drawn, nothing is known of others.

mod claims;
mod differences;
mod form;
mod guiding;
mod heard;
mod instructions;
mod length;
mod lexicon;
mod lines;
mod named;
mod names;
mod reading;
mod strength;
mod topics;
mod wording;

use std::ops::Range;

use crate::council::{Aim, ByOutcome, Columns, DelegationId, IssueId, OutcomeId, Text};
use crate::debate::{Intended, State};
use crate::scenario::Scenario;

pub use differences::{Difference, Mend, differences};
pub use heard::{Taken, Topic, understood};
pub use length::spoken_minutes;

use super::grammar::has_clause;
use heard::Heard;
use reading::Reading;

/// What everybody at the table knows, as far as the coach needs it.
#[derive(Debug, Clone, Copy)]
pub struct Public<'a> {
    /// The position, in 0..1, that each delegation last voiced on each issue.
    pub voiced: &'a Columns<DelegationId, IssueId, Option<f64>>,
    /// The texts as they stand.
    pub texts: &'a ByOutcome<Text>,
}

impl<'a> Public<'a> {
    /// What is public of a state.
    pub const fn of(state: &'a State) -> Self {
        Self { voiced: &state.voiced, texts: &state.texts }
    }
}

/// A statement that is being written.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The scenario; of its stances, the coach looks at those of the speaker alone.
    pub scenario: &'a Scenario,
    /// What is public.
    pub public: Public<'a>,
    /// The statement as it is intended.
    pub intended: &'a Intended,
    /// The words, drafted or written freely.
    pub words: &'a str,
}

/// What the coach says of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The rule that it rests on.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// Where in the words, in bytes; `None` where it is about all of them.
    pub place: Option<Range<usize>>,
    /// The remark, in one or two sentences.
    pub text: String,
}

/// How much a remark matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is done well.
    Praise,
    /// Worth a second look.
    Note,
    /// It goes against instructions or a rule.
    Warning,
}

/// A rule of the coach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The time limit.
    Length,
    /// The guiding questions of the concept note.
    GuidingQuestions,
    /// The red lines of one's own instructions.
    RedLine,
    /// What capital asked for.
    Instructions,
    /// Others who are named, commended or answered.
    Others,
    /// A State is charged by name with a source alone.
    ChargeWithoutSource,
    /// Words are as strong as the point is put firmly.
    Strength,
    /// Figures and dates have a source.
    ClaimWithoutSource,
    /// No motive is ascribed to a State.
    Motive,
    /// Words take no side and judge no character.
    LoadedWord,
    /// Neither he nor she: the representative, the delegation.
    Gender,
    /// States by the names of the United Nations.
    StateName,
    /// The Council knows further statements, no right of reply.
    NoSuchRule,
    /// Written register: no short forms, no exclamation marks.
    Register,
    /// A courtesy at the beginning.
    Salutation,
    /// Thanks once.
    Thanks,
    /// Three requests at most.
    Asks,
}

impl Rule {
    /// The rule as a teacher would state it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Length => "A statement keeps to the time limit.",
            Self::GuidingQuestions => "A statement answers a guiding question of the concept note.",
            Self::RedLine => "A statement stays within the red lines of its instructions.",
            Self::Instructions => "A statement says what capital asked for.",
            Self::Others => "A statement takes up what others said, by name.",
            Self::ChargeWithoutSource => "A State is criticized by name only with a source.",
            Self::Strength => "The verb is as strong as the point is meant.",
            Self::ClaimWithoutSource => "Figures and dates name their source in the sentence.",
            Self::Motive => "A statement speaks of what was done, not of why.",
            Self::LoadedWord => "Words take no side and judge no character.",
            Self::Gender => "The representative and the delegation are neither he nor she.",
            Self::StateName => "States are called as documents of the United Nations call them.",
            Self::NoSuchRule => "The Council has no right of reply: it hears further statements.",
            Self::Register => "A statement has no short forms and no exclamation marks.",
            Self::Salutation => "A statement begins by addressing or thanking the President.",
            Self::Thanks => "Thanks are given once.",
            Self::Asks => "A statement asks for three things at most.",
        }
    }
}

/// All remarks on a statement: rule by rule, in the order of the words. Without words there is
/// nothing to say but of red lines.
pub fn coach(draft: Draft<'_>) -> Vec<Remark> {
    let look = Look::of(draft);
    let mut remarks = Remarks::default();
    lines::check(&look, &mut remarks);
    instructions::check(&look, &mut remarks);
    if !look.reading.tokens.is_empty() {
        length::check(&look, &mut remarks);
        guiding::check(&look, &mut remarks);
        named::check(&look, &mut remarks);
        strength::check(&look, &mut remarks);
        claims::check(&look, &mut remarks);
        wording::check(&look, &mut remarks);
        form::check(&look, &mut remarks);
    }
    let mut all = remarks.0;
    all.sort_by_key(|remark| (remark.rule, remark.place.as_ref().map(|place| place.start)));
    all
}

/// A draft, read.
#[derive(Debug)]
struct Look<'a> {
    draft: Draft<'a>,
    reading: Reading<'a>,
    heard: Heard,
}

impl<'a> Look<'a> {
    fn of(draft: Draft<'a>) -> Self {
        let reading = Reading::of(draft.words);
        let heard = Heard::of(draft.scenario, &reading);
        Self { draft, reading, heard }
    }

    const fn speaker(&self) -> DelegationId {
        self.draft.intended.speaker
    }

    /// Where a text, as it stands, crosses a red line of the speaker.
    fn crossed(&self, outcome: OutcomeId) -> Option<&'a Aim> {
        let scenario = self.draft.scenario;
        self.draft.public.texts[outcome].aims.iter().find(|aim| {
            let own = scenario.derived.instructions[(self.speaker(), aim.issue)];
            let q = scenario.issues[aim.issue].status_quo.get();
            aim.weight.get() > 0.0
                && own.salience > 0.0
                && own.red_line.is_crossed(aim.position.get(), q)
        })
    }

    fn name(&self, who: DelegationId) -> String {
        self.draft.scenario.members[who].name.in_sentence()
    }

    /// Whether a sentence is an argument of the speaker's own, or gives a reason of its own, for
    /// which the scenario has a source.
    fn is_sourced_argument(&self, sentence: usize) -> bool {
        let scenario = self.draft.scenario;
        let words = self.reading.sentence(sentence);
        let mut own = scenario.members[self.speaker()].arguments.iter();
        let mut reasons = scenario.issues.ids().filter_map(|issue| {
            let stance = scenario.stances[(self.speaker(), issue)].as_ref()?;
            stance.because.as_deref().filter(|_| stance.source.is_some())
        });
        own.any(|argument| argument.source.is_some() && argument.text.trim() == words)
            || reasons.any(|reason| has_clause(words, reason))
    }
}

/// Remarks as they are made.
#[derive(Debug, Default)]
struct Remarks(Vec<Remark>);

impl Remarks {
    fn add(
        &mut self,
        (rule, severity): (Rule, Severity),
        place: Option<Range<usize>>,
        text: impl Into<String>,
    ) {
        self.0.push(Remark { rule, severity, place, text: text.into() });
    }

    fn note(&mut self, rule: Rule, place: Range<usize>, text: impl Into<String>) {
        self.add((rule, Severity::Note), Some(place), text);
    }

    fn warn(&mut self, rule: Rule, place: Range<usize>, text: impl Into<String>) {
        self.add((rule, Severity::Warning), Some(place), text);
    }
}
