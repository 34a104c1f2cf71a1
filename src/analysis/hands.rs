//! A show of hands: how many of a class choose which answer, before the debate and after it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::council::OutcomeId;
use crate::scenario::Question;

use super::learning::Learned;

/// The hands counted, question by question and choice by choice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hands {
    /// Before the debate; a question that is missing, or a choice, has no hands.
    pub before: Vec<Vec<u32>>,
    /// After it.
    pub after: Vec<Vec<u32>>,
}

/// How many of a class raise a hand for "it will be adopted".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Expecting {
    /// How many are in the room; 0 where that has not been counted.
    pub present: u32,
    /// The hands for each text; a text on which nobody was asked is missing.
    pub raised: BTreeMap<OutcomeId, u32>,
}

impl Expecting {
    /// What the hands for a text say of its chance, in 0..1: the share of the room. `None` where
    /// they were not counted, or are more than there are people.
    pub fn chance(&self, outcome: OutcomeId) -> Option<f64> {
        let raised = *self.raised.get(&outcome)?;
        let counted = self.present > 0 && raised <= self.present;
        counted.then(|| f64::from(raised) / f64::from(self.present))
    }
}

/// How many hands were counted for a question; `None` where none were.
pub fn counted_of(counted: &[Vec<u32>], question: usize) -> Option<u32> {
    let all: u32 = counted.get(question)?.iter().sum();
    (all > 0).then_some(all)
}

/// The hands for a choice of a question.
pub fn hands(counted: &[Vec<u32>], question: usize, choice: usize) -> u32 {
    counted.get(question).and_then(|it| it.get(choice)).copied().unwrap_or(0)
}

/// Sets the hands for a choice of a question.
pub fn set_hands(counted: &mut Vec<Vec<u32>>, (question, choice): (usize, usize), to: u32) {
    if counted.len() <= question {
        counted.resize(question + 1, Vec::new());
    }
    let choices = &mut counted[question];
    if choices.len() <= choice {
        choices.resize(choice + 1, 0);
    }
    choices[choice] = to;
}

/// What the hands say was learned of a question; `None` where they were not counted both times.
/// Those who raise a hand twice need not be the same.
pub fn learned_of(question: &Question, at: usize, counted: &Hands) -> Option<Learned> {
    let share = |counted: &[Vec<u32>]| {
        let all: u32 = counted.get(at)?.iter().sum();
        (all > 0).then(|| f64::from(hands(counted, at, question.answer)) / f64::from(all))
    };
    Some(Learned { before: share(&counted.before)?, after: share(&counted.after)? })
}

/// The mean over the questions whose hands were counted both times; `None` where there is none.
pub fn learned_by_hands(questions: &[Question], counted: &Hands) -> Option<Learned> {
    let each: Vec<Learned> = questions
        .iter()
        .enumerate()
        .filter_map(|(at, question)| learned_of(question, at, counted))
        .collect();
    let mean = |of: fn(&Learned) -> f64| each.iter().map(of).sum::<f64>() / each.len() as f64;
    (!each.is_empty()).then(|| Learned { before: mean(|it| it.before), after: mean(|it| it.after) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::Id as _;

    fn question(answer: usize) -> Question {
        Question {
            text: "Which?".to_owned(),
            choices: vec!["This".to_owned(), "That".to_owned()],
            answer,
            because: String::new(),
        }
    }

    #[test]
    fn hands_for_a_text_are_the_chance_that_the_room_gives_it() {
        let (one, other) = (OutcomeId::at(0), OutcomeId::at(1));
        let mut expecting = Expecting { present: 12, ..Expecting::default() };
        expecting.raised.insert(one, 3);
        assert_eq!(expecting.chance(one), Some(0.25));
        assert_eq!(expecting.chance(other), None);
        expecting.raised.insert(other, 13);
        assert_eq!(expecting.chance(other), None, "there are no thirteen in the room");
    }

    #[test]
    fn the_gain_of_a_show_of_hands_is_over_the_questions_counted_twice() {
        let mut counted = Hands::default();
        set_hands(&mut counted.before, (0, 0), 3);
        set_hands(&mut counted.before, (0, 1), 1);
        set_hands(&mut counted.after, (0, 1), 2);
        set_hands(&mut counted.after, (0, 0), 2);
        // Counted once only.
        set_hands(&mut counted.before, (1, 0), 4);
        let questions = [question(1), question(0)];
        let learned = learned_by_hands(&questions, &counted).unwrap();
        assert_eq!((learned.before, learned.after), (0.25, 0.5));
        assert!((learned.gain().unwrap() - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(learned_by_hands(&questions, &Hands::default()), None);
    }
}
