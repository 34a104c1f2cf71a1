//! How the proposed texts of a debate have ended at a moment of it, and why, in words.

use crate::council::OutcomeId;
use crate::debate::{Event, EventKind, OutcomeResult, Selection, Standing, State};
use crate::scenario::Scenario;
use crate::vote::{Decision, DecisionChances, Path, Room, blocking};

use super::arithmetic::path_sentence;
use super::grammar::{list, upper_first};
use super::rule::{action_words, rule_words};
use super::verdict::{ending_words, reason, standing_words};

/// How a text has ended, so far as that has been shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// It was adopted, issued or signed.
    Adopted,
    /// It was put, and not adopted.
    NotAdopted,
    /// It was not put to a decision.
    NotPut,
    /// Nothing is settled yet.
    Open,
}

/// A debate as far as it has been shown.
#[derive(Debug, Clone, Copy)]
pub struct Endings<'a> {
    /// Of which scenario.
    pub scenario: &'a Scenario,
    /// The state after what has been shown.
    pub state: &'a State,
    /// The events that have been shown.
    pub events: &'a [Event],
    /// Whether the meeting is over.
    pub over: bool,
}

impl<'a> Endings<'a> {
    /// How it was last settled whether to put `outcome`, if that has been shown.
    pub fn selection(&self, outcome: OutcomeId) -> Option<&'a Selection> {
        self.events.iter().rev().find_map(|event| match &event.kind {
            EventKind::TextsSelected { rows } => rows.iter().find(|row| row.outcome == outcome),
            _ => None,
        })
    }

    /// The result in a word or two and why, once that is settled.
    pub fn settled(&self, result: &OutcomeResult) -> Option<(&'static str, String)> {
        let decided = matches!(self.state.standing[result.outcome], Standing::Decided(_));
        let selection = self.selection(result.outcome);
        if !decided && selection.is_none_or(|row| row.put) {
            return None;
        }
        // What was passed over when the texts were selected is not put any more.
        let shown = if decided { result.decision } else { Decision::NotPut { withdrawn: false } };
        let words = ending_words(shown, result.form);
        Some((words, upper_first(&reason(self.scenario, result, selection))))
    }

    /// How a text has ended.
    pub fn of(&self, result: &OutcomeResult) -> Ending {
        match (self.state.standing[result.outcome], self.settled(result)) {
            (Standing::Decided(Decision::Adopted), _) => Ending::Adopted,
            (Standing::Decided(Decision::NotAdopted(_)), _) => Ending::NotAdopted,
            (Standing::Decided(Decision::NotPut { .. }), _) | (_, Some(_)) => Ending::NotPut,
            // What is open when the meeting rises was not put.
            (_, None) if self.over => Ending::NotPut,
            (_, None) => Ending::Open,
        }
    }

    /// "Of 14 proposed texts, 2 were adopted, 1 was not adopted and 11 were not put to a decision."
    pub fn summary(&self, results: &[OutcomeResult]) -> String {
        let count = |wanted: Ending| results.iter().filter(|it| self.of(it) == wanted).count();
        let was = |count: usize| if count == 1 { "was" } else { "were" };
        let are = |count: usize| if count == 1 { "is" } else { "are" };
        let number = |count: usize| if count == 0 { "none".to_owned() } else { count.to_string() };
        let adopted = count(Ending::Adopted);
        let mut parts = vec![format!("{} {} adopted", number(adopted), was(adopted))];
        for (wanted, words) in
            [(Ending::NotAdopted, "not adopted"), (Ending::NotPut, "not put to a decision")]
        {
            let counted = count(wanted);
            if counted > 0 {
                parts.push(format!("{counted} {} {words}", was(counted)));
            }
        }
        let open = count(Ending::Open);
        if open > 0 {
            parts.push(format!("{open} {} still open", are(open)));
        }
        let texts = if results.len() == 1 { "proposed text" } else { "proposed texts" };
        format!("Of {} {texts}, {}.", results.len(), list(&parts))
    }

    /// The result in a word or two, and why in a few more; where nothing is settled, how it
    /// stands, of which these are the `chances`.
    pub fn words(&self, result: &OutcomeResult, chances: DecisionChances) -> (String, String) {
        if let Some((words, why)) = self.settled(result) {
            return (words.to_owned(), why);
        }
        if self.of(result) == Ending::NotPut {
            return ("not put".to_owned(), "support expressed only".to_owned());
        }
        ("open".to_owned(), standing_words(self.scenario, result, chances))
    }

    /// "Press statement, tabled as a resolution · needs consensus".
    pub fn form(&self, result: &OutcomeResult) -> String {
        let tabled = self.scenario.outcomes[result.outcome].form;
        let mut parts = vec![upper_first(result.form.name())];
        if tabled != result.form {
            parts[0] = format!("{}, tabled as a {}", parts[0], tabled.name());
        }
        parts.push(rule_words(self.scenario, result.form));
        parts.extend(action_words(self.scenario, result.outcome).map(str::to_owned));
        parts.join(" · ")
    }
}

/// What would have been enough for a text that was not adopted, as positions stand in `room`.
pub fn enough_sentence(room: Room<'_>, outcome: OutcomeId) -> Option<String> {
    blocking(room, outcome).map(|it| match &it.path {
        Path::AlreadyLikely => {
            "As positions stand, adoption was likelier than not; the votes fell otherwise."
                .to_owned()
        }
        path => path_sentence(room.scenario, path),
    })
}
