//! What a statement says of the proposals: its own, those voted upon, those it declares itself on.

use crate::council::{Declaration, Declared, OutcomeId};
use crate::vote::Ballot;

use super::super::grammar::{as_object, joined, says_the_same};
use super::super::length::Sentence;
use super::super::phrasebook::{Fact, Line, Phrasebook, Set, Slot, Subject, When, Words};
use super::super::plan::declared;
use super::Voice;

impl<'a> Voice<'a> {
    /// What is declared on proposals, in one sentence.
    pub(super) fn declares(&mut self, declarations: &[Declaration]) {
        let favour = declared(declarations, Declared::InFavour);
        let opposed = declared(declarations, Declared::Opposed);
        let both = !favour.is_empty() && !opposed.is_empty();
        let (subject, first) = match (both, declarations.first().map(|it| it.stance)) {
            (true, _) => (Subject::Mixed, &favour[..]),
            (_, Some(Declared::InFavour)) => (Subject::InFavour, declarations),
            (_, Some(Declared::Opposed)) => (Subject::Opposed, declarations),
            _ => (Subject::Reserved, declarations),
        };
        let near = subject == Subject::InFavour
            && first.iter().all(|it| self.text_stands(it).is_some_and(|(_, near)| near));
        let here = if self.claimed.is_some() { Fact::Here } else { Fact::Apart };
        let near = if near { Fact::Near.set() } else { Set::NONE };
        let facts = number(first.len()).and(here.set()).and(near);
        let outcomes: Vec<OutcomeId> = first.iter().map(|it| it.outcome).collect();
        let joins = &self.verbs(first, &opposed).joins;
        let line = self.in_turns(subject, &outcomes, (joins, facts), |voice, titles| {
            voice.words_of(first, &opposed, titles)
        });
        self.sentences.push(Sentence::kept(self.tells(declarations), line));
    }

    /// Texts that the speaker has submitted.
    pub(super) fn submitted(&mut self, outcomes: &[OutcomeId]) {
        let facts = number(outcomes.len());
        let line = self.in_turns(Subject::Own, outcomes, ("and", facts), |_, titles| titles);
        let tells = ["submitted: ", &self.identifiers(outcomes)].concat();
        self.sentences.push(Sentence::kept(tells, line));
    }

    /// How the speaker voted on texts that came to a vote before.
    pub(super) fn voted(&mut self, ballot: Ballot, outcomes: &[OutcomeId]) {
        let (subject, how) = match ballot {
            Ballot::InFavour => (Subject::VotedFavour, "in favour"),
            Ballot::Against => (Subject::VotedAgainst, "against"),
            Ballot::Abstaining | Ballot::NotParticipating => (Subject::VotedAbstained, "abstained"),
        };
        let line = self.in_turns(subject, outcomes, ("and", Set::NONE), |_, titles| titles);
        let tells = ["voted ", how, ": ", &self.identifiers(outcomes)].concat();
        self.sentences.push(Sentence::kept(tells, line));
    }

    /// A sentence about texts, whose titles change places before a sentence is said a second time
    /// in a meeting. A statement says once that they are proposals.
    fn in_turns(
        &mut self,
        subject: Subject,
        outcomes: &[OutcomeId],
        (joins, facts): (&str, Set),
        words: impl Fn(&Self, Words<'a>) -> Words<'a>,
    ) -> Line {
        let mut titles: Vec<String> = outcomes.iter().map(|&it| self.title(it)).collect();
        let when = When::default().holding(facts);
        let mut last = Words::default();
        for _ in 0..outcomes.len() {
            let bare = joined(&titles, joins);
            let what = match (self.entitled, titles.len()) {
                (true, _) => bare.clone(),
                (false, 1) => ["the proposal entitled ", &bare].concat(),
                (false, _) => ["the proposals entitled ", &bare].concat(),
            };
            let filled = Words::default().with(Slot::Titles, what).with(Slot::Bare, bare);
            last = words(self, filled);
            if let Some(line) = self.choose.say(subject, &last, when) {
                self.entitled = true;
                return line;
            }
            titles.rotate_left(1);
        }
        self.entitled = true;
        self.must_say(subject, &last, when)
    }

    fn identifiers(&self, outcomes: &[OutcomeId]) -> String {
        let ids = outcomes.iter().map(|&it| self.scenario.outcomes[it].identifier.as_str());
        ids.collect::<Vec<_>>().join(", ")
    }

    /// What a text says on the issue of the last claim, and whether that is what was claimed.
    fn text_stands(&self, declaration: &Declaration) -> Option<(String, bool)> {
        let (issue, claimed) = self.claimed.as_ref()?;
        let aims = &self.state.texts[declaration.outcome].aims;
        let aim = aims.iter().find(|aim| aim.issue == *issue)?;
        let stands = self.mark(*issue, aim.position.get());
        let near = stands == *claimed;
        Some((stands, near))
    }

    /// The verbs that are true of each of several texts.
    fn verbs(&self, first: &[Declaration], opposed: &[Declaration]) -> Verbs<'a> {
        let least =
            |of: &[Declaration]| of.iter().map(|it| it.judgement.salience).fold(1.0_f64, f64::min);
        let book: &'a Phrasebook = self.book;
        let ladders = book.ladders();
        let support = ladders.for_proposal(least(first), self.style());
        let refuse = ladders.for_refusal(least(opposed), self.style());
        let refused = first.iter().all(|it| it.stance == Declared::Opposed);
        let joins = if refused { &refuse.joins } else { &support.joins };
        Verbs { support, refuse, joins }
    }

    fn words_of(
        &self,
        first: &[Declaration],
        opposed: &[Declaration],
        titles: Words<'a>,
    ) -> Words<'a> {
        let Verbs { support, refuse, .. } = self.verbs(first, opposed);
        let stands = match first {
            [one] if one.stance == Declared::Opposed => {
                let title = &self.scenario.outcomes[one.outcome].title;
                let says_more = |stands: &str| !says_the_same(title, stands);
                self.text_stands(one).filter(|(stands, near)| !near && says_more(stands))
            }
            _ => None,
        };
        let others: Vec<String> = opposed.iter().map(|it| self.title(it.outcome)).collect();
        let book: &'a Phrasebook = self.book;
        titles
            .with_some(Slot::Stands, stands.map(|(stands, _)| as_object(stands)))
            .with(Slot::Others, joined(&others, &refuse.joins))
            .with(Slot::Support, support.we.as_str())
            .with(Slot::Supports, support.it.as_str())
            .with(Slot::Refuse, refuse.we.as_str())
            .with(Slot::Refuses, refuse.it.as_str())
            .with(Slot::NoteIt, book.ladders().noted().we.as_str())
    }

    /// "declares in favour: panel, voluntary; opposed: deferral"
    fn tells(&self, declarations: &[Declaration]) -> String {
        let named = |stance, words: &str| {
            let of = declared(declarations, stance);
            let ids: Vec<OutcomeId> = of.iter().map(|it| it.outcome).collect();
            (!ids.is_empty()).then(|| [words, ": ", &self.identifiers(&ids)].concat())
        };
        let parts: Vec<String> = [
            named(Declared::InFavour, "in favour"),
            named(Declared::Reservations, "reservations"),
            named(Declared::Opposed, "opposed"),
        ]
        .into_iter()
        .flatten()
        .collect();
        ["declares ", &parts.join("; ")].concat()
    }
}

/// The verbs for proposals, and what joins the titles.
struct Verbs<'a> {
    support: &'a super::super::Rung,
    refuse: &'a super::super::Rung,
    joins: &'a str,
}

/// Whether there is one title or more.
const fn number(titles: usize) -> Set {
    if titles == 1 { Fact::One.set() } else { Fact::Many.set() }
}
