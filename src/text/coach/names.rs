//! Which delegations and other States a text names.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::council::DelegationId;
use crate::scenario::{Scenario, states_on};

use super::lexicon::{Lexicon, Phrase};
use super::reading::{Reading, split};

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// Where.
    pub(super) place: Range<usize>,
    /// In which sentence.
    pub(super) sentence: usize,
    /// Which delegation; `None` for a State that takes no part in the meeting.
    pub(super) who: Option<DelegationId>,
    /// Whether a State is named, and no organization.
    pub(super) is_state: bool,
    /// Whether it is the adjective: "Maltese".
    pub(super) is_adjective: bool,
    /// The name that documents use, where this is another.
    pub(super) instead: Option<&'static str>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    who: Option<DelegationId>,
    is_state: bool,
    is_adjective: bool,
    instead: Option<&'static str>,
}

/// All names in a text, in its order. The longest counts: within "Democratic People's Republic of
/// Korea" no other State is named.
pub(super) fn names(scenario: &Scenario, reading: &Reading<'_>) -> Vec<Name> {
    let known = known(scenario);
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let token = &reading.tokens[at];
        let capital = reading.text[token.place.clone()].starts_with(char::is_uppercase);
        let candidates = known.get(&token.word).into_iter().flatten();
        let hit = candidates
            .filter(|(phrase, known)| {
                capital && reading.stands_at(at, phrase) && as_written(reading, at, phrase, known)
            })
            .max_by_key(|(phrase, _)| phrase.len());
        let Some((phrase, known)) = hit else {
            at += 1;
            continue;
        };
        let Known { who, is_state, is_adjective, instead } = *known;
        let (place, sentence) = (reading.place(at, phrase.len()), token.sentence);
        found.push(Name { place, sentence, who, is_state, is_adjective, instead });
        at += phrase.len();
    }
    found
}

/// A short name such as "US" counts only in capitals as they are written.
fn as_written(reading: &Reading<'_>, at: usize, phrase: &Phrase, known: &Known) -> bool {
    let written = &reading.text[reading.place(at, phrase.len())];
    known.instead.is_none()
        || Lexicon::get().names.iter().any(|(words, _)| {
            let short = words.join(" ");
            written == short || written.strip_suffix("'s") == Some(&short)
        })
}

/// Every name that is known, by its first word.
fn known(scenario: &Scenario) -> BTreeMap<String, Vec<(Phrase, Known)>> {
    let mut known: BTreeMap<String, Vec<(Phrase, Known)>> = BTreeMap::new();
    let mut add = |name: &str, entry: Known| {
        let phrase = split(name);
        if let Some(first) = phrase.first().cloned() {
            let same = known.entry(first).or_default();
            if !same.iter().any(|(other, _)| *other == phrase) {
                same.push((phrase, entry));
            }
        }
    };
    let own = Known { who: None, is_state: true, is_adjective: false, instead: None };
    let is_a_code = |code: &str| states_on(&scenario.date).any(|state| state.code == code);
    for (who, member) in scenario.members.pairs() {
        // An invented member is a State if it has a seat for one.
        let is_state = member.votes() || is_a_code(&member.identifier);
        let entry = Known { who: Some(who), is_state, ..own };
        add(&member.name.short, entry);
        if let Some(adjective) = &member.name.adjective {
            add(adjective, Known { is_adjective: true, ..entry });
        }
    }
    // Whoever tries names must not learn from the coach whom a letter stands for.
    let is_known = !scenario.naming.is_by_letters();
    let who = |code: &str| scenario.delegation(code).filter(|_| is_known);
    for state in states_on(&scenario.date) {
        for name in &state.names {
            add(name, Known { who: who(state.code), ..own });
        }
        if !state.adjective.is_empty() {
            add(state.adjective, Known { who: who(state.code), is_adjective: true, ..own });
        }
    }
    for (words, name) in &Lexicon::get().names {
        let state = states_on(&scenario.date).find(|state| state.names.contains(name));
        if let Some(state) = state {
            let entry = Known { who: who(state.code), instead: Some(state.name()), ..own };
            add(&words.join(" "), entry);
        }
    }
    known
}
