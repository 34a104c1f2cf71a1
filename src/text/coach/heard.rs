//! What the words of a statement seem to speak of: issues, positions, texts, delegations.
//!
//! It is better to hear too little than to hear what was not said: an issue is heard by its name,
//! by one of its marks, by a long word of its name or by two words that no other issue has.

use std::ops::Range;

use crate::council::{Declared, DelegationId, IssueId, OutcomeId};
use crate::scenario::Scenario;

use super::super::phrasebook::Phrasebook;
use super::lexicon::{Lexicon, Phrase};
use super::names::{Name, names};
use super::reading::{Reading, split};
use super::topics::{Subject, subjects, titles};

/// How many words before a title without quotation marks may say that it is one.
const BEFORE_A_TITLE: usize = 4;

/// Something that the words seem to speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Where, in bytes.
    pub place: Range<usize>,
    /// What.
    pub what: Topic,
}

/// What words may speak of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Topic {
    /// An issue.
    Issue(IssueId),
    /// A position on an issue, by one of its marks.
    Position {
        /// The issue.
        issue: IssueId,
        /// The position of the mark, in 0..1.
        position: f64,
        /// Whether the sentence speaks for it, and not of the view of another.
        put_forward: bool,
    },
    /// An outcome, and how the sentence stands on it, where that can be told.
    Outcome(OutcomeId, Option<Declared>),
    /// A delegation.
    Member(DelegationId),
}

/// What the words seem to speak of, in their order: what the engine would take from them. Nothing
/// is done with it but to be shown.
pub fn understood(scenario: &Scenario, words: &str) -> Vec<Taken> {
    Heard::of(scenario, &Reading::of(words)).all
}

/// All that is heard in a text.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) all: Vec<Taken>,
    pub(super) names: Vec<Name>,
    /// By which words each issue is known.
    pub(super) subjects: Vec<Subject>,
}

impl Heard {
    pub(super) fn of(scenario: &Scenario, reading: &Reading<'_>) -> Self {
        let names = names(scenario, reading);
        let subjects = subjects(scenario);
        let mut all: Vec<Taken> = names
            .iter()
            .filter(|name| !name.is_adjective)
            .filter_map(|name| {
                Some(Taken { place: name.place.clone(), what: Topic::Member(name.who?) })
            })
            .collect();
        let titles = titles(scenario);
        let stances = Stances::new();
        for sentence in 0..reading.sentences.len() {
            let outcomes = outcomes(reading, sentence, &titles);
            for &(outcome, at, words) in &outcomes {
                let stance = stances.on(reading, sentence, (at, words));
                let what = Topic::Outcome(outcome, stance);
                all.push(Taken { place: reading.place(at, words), what });
            }
            let taken: Vec<Range<usize>> =
                outcomes.iter().map(|&(_, at, words)| at..at + words).collect();
            issues(reading, sentence, (&subjects, &taken), &mut all);
        }
        all.sort_by_key(|taken| (taken.place.start, taken.place.end));
        Self { all, names, subjects }
    }

    /// Where an issue is first spoken of.
    pub(super) fn issue(&self, issue: IssueId) -> Option<Range<usize>> {
        self.first(|what| match what {
            Topic::Issue(it) | Topic::Position { issue: it, .. } => it == issue,
            Topic::Outcome(..) | Topic::Member(_) => false,
        })
    }

    /// Where an outcome is first named.
    pub(super) fn outcome(&self, outcome: OutcomeId) -> Option<Range<usize>> {
        self.first(|what| matches!(what, Topic::Outcome(it, _) if it == outcome))
    }

    /// Where a delegation is first named.
    pub(super) fn member(&self, who: DelegationId) -> Option<Range<usize>> {
        self.first(|what| what == Topic::Member(who))
    }

    fn first(&self, wanted: impl Fn(Topic) -> bool) -> Option<Range<usize>> {
        self.all.iter().find(|taken| wanted(taken.what)).map(|taken| taken.place.clone())
    }
}

/// The outcomes that a sentence names: within quotation marks, or after a word such as "draft".
fn outcomes(
    reading: &Reading<'_>,
    sentence: usize,
    titles: &[(OutcomeId, Phrase)],
) -> Vec<(OutcomeId, usize, usize)> {
    let words = reading.words_of(sentence);
    let mut found = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let called = || {
            let before = at.saturating_sub(BEFORE_A_TITLE).max(words.start)..at;
            reading.tokens[before].iter().any(|it| Lexicon::get().has("text", &it.word))
        };
        let capital =
            reading.text[reading.tokens[at].place.clone()].starts_with(char::is_uppercase);
        let longest = titles
            .iter()
            .filter(|(_, title)| reading.stands_at(at, title))
            .max_by_key(|(_, title)| title.len())
            .filter(|_| reading.tokens[at].quoted || (capital && called()));
        match longest {
            Some((outcome, title)) => {
                found.push((*outcome, at, title.len()));
                at += title.len();
            }
            None => at += 1,
        }
    }
    found
}

/// The issues and positions that a sentence speaks of, outside the titles of texts.
fn issues(
    reading: &Reading<'_>,
    sentence: usize,
    (subjects, titles): (&[Subject], &[Range<usize>]),
    all: &mut Vec<Taken>,
) {
    let words = reading.words_of(sentence);
    let free = |at: usize, len: usize| {
        !titles.iter().any(|title| title.start < at + len && at < title.end)
            && !reading.tokens[at].quoted
    };
    let find = |phrase: &Phrase| {
        let len = phrase.len();
        words.clone().find(|&at| len > 0 && free(at, len) && reading.stands_at(at, phrase))
    };
    let shared = reading.has(sentence, "not-shared");
    for subject in subjects {
        let issue = subject.issue;
        let named = find(&subject.name).map(|at| (at, subject.name.len()));
        if let Some((at, len)) = named {
            all.push(Taken { place: reading.place(at, len), what: Topic::Issue(issue) });
        }
        let mut marked = false;
        for (label, position) in &subject.labels {
            // A label that another issue has too tells nothing without the name.
            let others = subjects.iter().filter(|it| it.issue != issue);
            let ambiguous = others.flat_map(|it| &it.labels).any(|(other, _)| other == label);
            if label.len() < 2 || (ambiguous && named.is_none()) {
                continue;
            }
            if let Some(at) = find(label) {
                let what = Topic::Position { issue, position: *position, put_forward: !shared };
                all.push(Taken { place: reading.place(at, label.len()), what });
                marked = true;
            }
        }
        if named.is_none() && !marked {
            all.extend(by_words(reading, words.clone(), subject, &free));
        }
    }
}

/// An issue heard by a long word of its name, or by two words that it alone has.
fn by_words(
    reading: &Reading<'_>,
    words: Range<usize>,
    subject: &Subject,
    free: &dyn Fn(usize, usize) -> bool,
) -> Option<Taken> {
    let own = |at: &usize| free(*at, 1) && subject.own.contains(&reading.tokens[*at].word);
    let places: Vec<usize> = words.filter(own).collect();
    let word = |at: usize| reading.tokens[at].word.as_str();
    let telling = places.iter().find(|&&at| subject.telling.contains(word(at)));
    let two = places.iter().find(|&&at| word(at) != word(places[0])).and(places.first());
    let at = *telling.or(two)?;
    Some(Taken { place: reading.place(at, 1), what: Topic::Issue(subject.issue) })
}

/// The phrases by which a stance on a text is told.
struct Stances {
    phrases: Vec<(Phrase, Declared)>,
    all: Vec<Phrase>,
}

impl Stances {
    fn new() -> Self {
        let ladders = Phrasebook::english().ladders();
        let mut phrases = Vec::new();
        let mut add = |phrase: Phrase, stance: Declared| {
            if !phrases.iter().any(|(other, _)| *other == phrase) {
                phrases.push((phrase, stance));
            }
        };
        for (list, stance) in [
            ("reservations", Declared::Reservations),
            ("opposed", Declared::Opposed),
            ("in-favour", Declared::InFavour),
        ] {
            for phrase in Lexicon::get().list(list) {
                add(phrase.clone(), stance);
            }
        }
        let rungs = ladders.approval.iter().skip(1).map(|rung| (rung, Declared::InFavour));
        for (rung, stance) in
            rungs.chain(ladders.refusal.iter().map(|rung| (rung, Declared::Opposed)))
        {
            add(split(&rung.we), stance);
            add(split(&rung.it), stance);
        }
        let all = phrases.iter().map(|(phrase, _)| phrase.clone()).collect();
        Self { phrases, all }
    }

    /// The stance on the text whose title stands at these words: by the last phrase before it, or
    /// by the first after it where none stands before.
    fn on(
        &self,
        reading: &Reading<'_>,
        sentence: usize,
        (at, words): (usize, usize),
    ) -> Option<Declared> {
        let hits = reading.find(sentence, &self.all);
        let before = hits.iter().rev().find(|(word, len)| word + len <= at);
        let hit = before.or_else(|| hits.iter().find(|(word, _)| *word >= at + words))?;
        let stands = |phrase: &Phrase| phrase.len() == hit.1 && reading.stands_at(hit.0, phrase);
        self.phrases.iter().find(|(phrase, _)| stands(phrase)).map(|(_, stance)| *stance)
    }
}
