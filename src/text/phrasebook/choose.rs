//! The choice among phrases: always the same for the same luck, and no sentence twice in a meeting.

use std::collections::BTreeSet;

use crate::council::{Delegation, Style};
use crate::stream::{Purpose, Seed, StreamKey, key_of};

use super::{Line, Phrase, Phrasebook, Register, Set, Subject, Words};
use crate::text::grammar::sentences;

/// The sentences that have been said in a meeting.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said(BTreeSet<u64>);

impl Said {
    /// Remembers the sentences of a text.
    pub(crate) fn remember(&mut self, text: &str) {
        self.0.extend(sentences(text).map(key_of));
    }

    fn holds_any(&self, keys: &[u64]) -> bool {
        keys.iter().any(|key| self.0.contains(key))
    }
}

/// Whose luck decides among phrases, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Luck<'a> {
    pub(crate) seed: Seed,
    /// The key of the scenario: two scenarios are not told in the same words for the same seed.
    pub(crate) scenario: u64,
    /// The key of the stage.
    pub(crate) stage: u64,
    pub(crate) speaker: &'a Delegation,
    /// The register in which it speaks.
    pub(crate) register: Style,
    /// How often it has spoken before.
    pub(crate) occasion: u32,
}

/// Chooses the phrases of one statement.
pub(crate) struct Chooser<'a> {
    book: &'a Phrasebook,
    luck: Luck<'a>,
    /// What has been said in the meeting.
    said: &'a Said,
    /// What has been chosen for this statement.
    own: Said,
    /// The phrases that this statement has used, each once as long as there are others.
    used: Vec<&'a Phrase>,
    /// How the sentences of this statement begin.
    starts: Vec<String>,
}

impl<'a> Chooser<'a> {
    pub(crate) fn new(book: &'a Phrasebook, luck: Luck<'a>, said: &'a Said) -> Self {
        Self { book, luck, said, own: Said::default(), used: Vec::new(), starts: Vec::new() }
    }

    /// The style in which is spoken.
    pub(crate) const fn style(&self) -> Style {
        self.luck.register
    }

    /// Whether a text of the author's has not been said in this meeting.
    pub(crate) fn is_new(&self, text: &str) -> bool {
        self.are_new(&keys(text))
    }

    fn are_new(&self, keys: &[u64]) -> bool {
        !self.said.holds_any(keys) && !self.own.holds_any(keys)
    }

    /// Takes a text of the author's as the next sentence.
    pub(crate) fn take(&mut self, text: &str) {
        self.starts.push(self.start_of(text).to_owned());
        self.own.remember(text);
    }

    /// A sentence about `subject`, with words for all slots that are wanted: one that has not been
    /// said in this meeting and, where possible, begins unlike the sentences before. `None`, where
    /// every phrase has been said.
    pub(crate) fn say(&mut self, subject: Subject, words: &Words<'_>, when: When) -> Option<Line> {
        let fitting = self.fitting(subject, words.given(), when);
        let start = self.first(subject, &fitting, when.turn);
        // The best is a phrase that this statement has not used, and begins a new way.
        let mut best: Option<(u8, &'a Phrase, Line, Vec<u64>)> = None;
        for step in 0..fitting.len() {
            let phrase = fitting[(start + step) % fitting.len()];
            let used = self.used.iter().any(|it| std::ptr::eq(*it, phrase));
            let least = best.as_ref().map_or(u8::MAX, |(least, ..)| *least);
            if least <= 4 * u8::from(used) {
                continue;
            }
            let line = phrase.fill(words);
            let faults = 4 * u8::from(used) + self.faults(&line.text);
            if faults >= least {
                continue;
            }
            let keys = keys(&line.text);
            if self.are_new(&keys) {
                best = Some((faults, phrase, line, keys));
                if faults == 0 {
                    break;
                }
            }
        }
        let (_, phrase, line, keys) = best?;
        self.used.push(phrase);
        self.starts.push(self.start_of(&line.text).to_owned());
        self.own.0.extend(keys);
        Some(line)
    }

    /// What speaks against a sentence: it begins as another of the statement, as the one before,
    /// or has a word twice.
    fn faults(&self, text: &str) -> u8 {
        let start = self.start_of(text);
        let alike = self.starts.iter().any(|it| it == start);
        let again = self.starts.last().is_some_and(|last| last == start);
        u8::from(alike) + 2 * u8::from(again) + 8 * u8::from(stutters(text))
    }

    /// One of the phrases about `subject` that `suits`, though it may have been said.
    pub(crate) fn any(
        &self,
        subject: Subject,
        words: &Words<'_>,
        (when, suits): (When, impl Fn(&str) -> bool),
    ) -> Option<Line> {
        let fitting = self.fitting(subject, words.given(), when);
        let start = self.first(subject, &fitting, when.turn);
        let all = (0..fitting.len()).map(|step| &fitting[(start + step) % fitting.len()]);
        all.map(|phrase| phrase.fill(words)).find(|line| suits(&line.text))
    }

    fn fitting(&self, subject: Subject, given: Set, when: When) -> Vec<&'a Phrase> {
        let register = Register::from(self.style());
        let fits = |phrase: &&Phrase| {
            phrase.slots.holds(when.want) && phrase.fits(register, when.facts, given)
        };
        self.book.phrases(subject).iter().filter(fits).collect()
    }

    /// Where in a list this statement starts: by a draw of its own, or by one of the meeting and
    /// its turn among those that draw upon the list.
    fn first(&self, subject: Subject, phrases: &[&Phrase], turn: Option<usize>) -> usize {
        let Luck { seed, scenario, stage, speaker, occasion, .. } = self.luck;
        let object = key_of(subject.terms().name) ^ scenario;
        let (stage, who, occasion) = turn.map_or((stage, speaker.key, occasion), |_| (0, 0, 0));
        let key = StreamKey { purpose: Purpose::Words, stage, who, object, occasion };
        let total = phrases.iter().map(|phrase| phrase.weight).sum::<usize>().max(1);
        let mut left = (seed.stream(key).below(total) + turn.unwrap_or(0)) % total;
        let drawn = phrases.iter().position(|phrase| {
            let here = left < phrase.weight;
            left = left.saturating_sub(phrase.weight);
            here
        });
        drawn.unwrap_or(0)
    }

    /// How a text begins: by its first word, or two where many begin with the first.
    fn start_of<'t>(&self, text: &'t str) -> &'t str {
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        if self.book.is_common(first) {
            let second = rest.split(' ').next().unwrap_or_default();
            &text[..(first.len() + 1 + second.len()).min(text.len())]
        } else {
            first
        }
    }
}

/// The keys of the sentences of a text.
fn keys(text: &str) -> Vec<u64> {
    sentences(text).map(key_of).collect()
}

/// Whether a word stands twice, as it may where a slot meets the words around it.
fn stutters(text: &str) -> bool {
    let mut last: &[u8] = &[];
    let mut words = text.as_bytes().split(|byte| *byte == b' ');
    words.any(|word| std::mem::replace(&mut last, word) == word)
}

/// When a phrase is said, and what it must say.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct When {
    /// What holds.
    pub(crate) facts: Set,
    /// Slots that the phrase must use.
    pub(crate) want: Set,
    /// The turn of the speaker among those that draw upon the list, which then all start from the
    /// same place and each go on by their turn.
    pub(crate) turn: Option<usize>,
}

impl When {
    /// In the turn of the speaker among others.
    pub(crate) const fn in_turn(turn: usize) -> Self {
        Self { facts: Set::NONE, want: Set::NONE, turn: Some(turn) }
    }

    /// When this holds.
    pub(crate) const fn holding(self, facts: Set) -> Self {
        Self { facts, ..self }
    }

    /// With words for these slots.
    pub(crate) const fn with(self, want: Set) -> Self {
        Self { want, ..self }
    }
}
