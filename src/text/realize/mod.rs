//! From a plan to sentences.

mod briefing;
mod debate;
mod proposals;
mod short;

use crate::council::{
    Capacity, DelegationId, Id as _, Issue, IssueId, OutcomeId, Point, Statement, StatementPurpose,
    Style, is_another_position,
};
use crate::debate::State;
use crate::scenario::Scenario;
use crate::stream::{Seed, key_of};

use super::grammar::{issue_name, lower_first, not_a_statement_by};
use super::happened::Happened;
use super::headline::headline;
use super::length::{Sentence, fit};
use super::phrasebook::{Chooser, Line, Luck, Phrasebook, Subject, When, Words};

/// Where and when a statement is spoken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) scenario: &'a Scenario,
    /// The seed of the debate.
    pub(super) seed: Seed,
    /// Where the debate stands before the statement.
    pub(super) state: &'a State,
    /// What was said and done before in the meeting.
    pub(super) so_far: &'a Happened,
    /// The phrases in which it is told.
    pub(super) book: &'a Phrasebook,
}

/// A statement in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// One sentence of at most 25 words, in the manner of press coverage.
    pub headline: String,
    /// The whole text, one paragraph.
    pub text: String,
    /// The plan that the text carries out, a word or two for each passage.
    pub plan: Vec<String>,
    /// What must stand beside the text wherever it goes: that it is simulated, and its sources.
    pub marks: Vec<String>,
}

/// The words of `statement`.
pub(super) fn speak(scene: Scene<'_>, statement: &Statement) -> Spoken {
    let drafted = draft(scene, statement);
    match &statement.words {
        None => drafted,
        Some(words) => in_own_words(scene.scenario, (statement, words), drafted.headline),
    }
}

/// A statement that a person put into words: they stand as they are. The headline follows from
/// what the statement voices and declares.
fn in_own_words(
    scenario: &Scenario,
    (statement, words): (&Statement, &str),
    headline: String,
) -> Spoken {
    let said = [(String::new(), words.to_owned())];
    let marks = marks(scenario, statement, &said);
    Spoken { headline, text: words.to_owned(), plan: vec!["own words".to_owned()], marks }
}

/// The words drafted from what a statement voices and declares.
fn draft(scene: Scene<'_>, statement: &Statement) -> Spoken {
    let mut voice = Voice::new(scene, statement);
    let length = match (statement.purpose, statement.capacity) {
        (StatementPurpose::Debate, Capacity::Briefer) => voice.briefing(statement),
        (StatementPurpose::Debate, _) => voice.statement(statement),
        (StatementPurpose::Further, _) => voice.further(statement),
        (StatementPurpose::ExplanationBefore(outcome), _) => {
            voice.explanation_before(statement, outcome)
        }
        (StatementPurpose::ExplanationAfter(outcome), _) => {
            voice.explanation_after(statement, outcome)
        }
        (StatementPurpose::Dissociation(outcome), _) => voice.dissociation(statement, outcome),
    };
    let length = length.within(scene.scenario.time_limit);
    let said = fit(voice.sentences, length);
    let mut plan: Vec<String> = Vec::new();
    let mut text = String::new();
    for (tells, sentence) in &said {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(sentence);
        if plan.last() != Some(tells) {
            plan.push(tells.clone());
        }
    }
    let marks = marks(scene.scenario, statement, &said);
    let headline = headline(scene, statement, (&said, &voice.choose));
    Spoken { headline, text, plan, marks }
}

/// The place of a delegation among those that use the same openings, by identifier.
fn rank(scenario: &Scenario, speaker: DelegationId) -> usize {
    let briefs = scenario.members[speaker].is_briefer();
    let before = scenario.members.ids().take_while(|&id| id != speaker);
    before.filter(|&id| scenario.members[id].is_briefer() == briefs).count()
}

/// The marks of a statement: whose it is not, and the sources of the arguments that are said.
fn marks(scenario: &Scenario, statement: &Statement, said: &[(String, String)]) -> Vec<String> {
    let speaker = &scenario.members[statement.speaker];
    let mut marks = vec![not_a_statement_by(&speaker.name.in_sentence())];
    for point in &statement.points {
        let source = point
            .argument
            .map(|argument| &speaker.arguments[argument.index()])
            .filter(|argument| said.iter().any(|(_, said)| said.contains(&argument.text)))
            .and_then(|argument| argument.source)
            .map(|source| &scenario.sources[source]);
        if let Some(source) = source {
            let mark = match &source.date {
                Some(date) => format!("Source: {} ({date})", source.title),
                None => format!("Source: {}", source.title),
            };
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    marks
}

/// One speaker's voice in one statement.
struct Voice<'a> {
    scenario: &'a Scenario,
    state: &'a State,
    so_far: &'a Happened,
    book: &'a Phrasebook,
    choose: Chooser<'a>,
    speaker: DelegationId,
    /// The place among the briefers, or among the others, by identifier.
    rank: usize,
    /// The issue of the last claim, and where the speaker stands on it in words.
    claimed: Option<(IssueId, String)>,
    /// A proposal has been called one, so that titles alone say what they are.
    entitled: bool,
    sentences: Vec<Sentence>,
}

impl<'a> Voice<'a> {
    fn new(scene: Scene<'a>, statement: &Statement) -> Self {
        let Scene { scenario, seed, state, so_far, book } = scene;
        let speaker = statement.speaker;
        let luck = Luck {
            seed,
            scenario: key_of(&scenario.title),
            stage: state.stage_key(scenario),
            speaker: &scenario.members[speaker],
            register: statement.register.unwrap_or(scenario.members[speaker].style),
            occasion: state.spoken[speaker],
        };
        Self {
            scenario,
            state,
            so_far,
            book,
            choose: Chooser::new(book, luck, &so_far.said),
            speaker,
            rank: rank(scenario, speaker),
            claimed: None,
            entitled: false,
            sentences: Vec::new(),
        }
    }

    const fn style(&self) -> Style {
        self.choose.style()
    }

    /// Says something about `subject` that stays in the statement; it may be left unsaid where
    /// every phrase for it has been used in this meeting.
    fn say(&mut self, tells: &str, subject: Subject, (words, when): (&Words<'_>, When)) {
        if let Some(line) = self.choose.say(subject, words, when) {
            self.sentences.push(Sentence::kept(tells, line));
        }
    }

    /// Says something that gives way where the statement grows too long.
    fn may_say(
        &mut self,
        tells: &str,
        subject: Subject,
        (words, when): (&Words<'_>, When),
        gives_way: u8,
    ) {
        if let Some(line) = self.choose.say(subject, words, when) {
            self.sentences.push(Sentence::kept(tells, line).or(Line::default(), gives_way));
        }
    }

    /// Says what the statement may not leave out, in the words of another if all are used.
    fn must_say(&mut self, subject: Subject, words: &Words<'_>, when: When) -> Line {
        let said = self.choose.say(subject, words, when);
        said.or_else(|| self.choose.any(subject, words, (when, |_: &str| true))).unwrap_or_default()
    }

    /// An argument of the author's, unless it has been heard.
    fn argument(&mut self, tells: &str, point: &Point, gives_way: u8) {
        let Some(text) = self.argument_of(point) else { return };
        if self.choose.is_new(text) {
            self.choose.take(text);
            let sentence = Sentence::kept(tells, Line::of(text));
            self.sentences.push(sentence.or(Line::default(), gives_way));
        }
    }

    /// The argument of a point, in the author's words.
    fn argument_of(&self, point: &Point) -> Option<&'a str> {
        let arguments = &self.scenario.members[self.speaker].arguments;
        point.argument.map(|argument| arguments[argument.index()].text.as_str())
    }

    /// The delegation's name inside a sentence.
    fn who(&self) -> String {
        self.name(self.speaker)
    }

    fn name(&self, who: DelegationId) -> String {
        self.scenario.members[who].name.in_sentence()
    }

    fn issue(&self, issue: IssueId) -> String {
        issue_name(self.scenario, self.axis(issue))
    }

    fn axis(&self, issue: IssueId) -> &'a Issue {
        &self.scenario.issues[issue]
    }

    /// What a position on an issue comes to, in the words of its nearest mark.
    fn mark(&self, issue: IssueId, position: f64) -> String {
        lower_first(self.scenario, self.axis(issue).nearest_mark(position))
    }

    /// What the speaker voices.
    fn own_mark(&self, point: &Point) -> String {
        self.mark(point.issue, self.voiced(point))
    }

    fn voiced(&self, point: &Point) -> f64 {
        point.voiced.unwrap_or_else(|| self.axis(point.issue).status_quo.get())
    }

    /// The reason, unless the speaker has given it in this meeting.
    fn new_reason(&self, point: &Point) -> Option<&'a str> {
        let given = self.so_far.reasons.contains(&(self.speaker, point.issue));
        self.because(point).filter(|_| !given)
    }

    /// The reason that the author wrote, as a clause: of the position it was written for, and not
    /// of another that a person may voice.
    fn because(&self, point: &Point) -> Option<&'a str> {
        let stance = self.scenario.stances[(self.speaker, point.issue)].as_ref()?;
        let is_same = |voiced: f64| !is_another_position(voiced, stance.position.get());
        let reason = self.scenario.reason(self.speaker, point.issue);
        reason.filter(|_| point.voiced.is_none_or(is_same))
    }

    /// How much a point counts for the speaker: salience times emphasis, in 0..1.
    fn intensity(&self, point: &Point) -> f64 {
        self.state.salience[(self.speaker, point.issue)] * point.emphasis
    }

    /// The passage of a claim in the plan.
    fn claims(&self, issue: IssueId) -> String {
        ["claim: ", &self.axis(issue).identifier].concat()
    }

    fn title(&self, outcome: OutcomeId) -> String {
        super::quoted(&self.scenario.outcomes[outcome])
    }
}
