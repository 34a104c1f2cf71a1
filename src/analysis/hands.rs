//! A show of hands: how many of a class choose which answer, before the debate and after it.

use serde::{Deserialize, Serialize};

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

    fn question(answer: usize) -> Question {
        Question {
            text: "Which?".to_owned(),
            choices: vec!["This".to_owned(), "That".to_owned()],
            answer,
            because: String::new(),
        }
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
