//! The questions to the class before and after: how many answers are right, and what was gained.
//!
//! docs/model.md, "Class": normalized gain (Hake 1998), the share of what could still be learned
//! that was learned.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::scenario::Question;

/// The answers of one person, question by question: the place of the choice, from 0; `None` where
/// none was given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// Who, as the class calls that person.
    pub by: String,
    /// Before the debate; empty where that person was not asked.
    pub before: Vec<Option<usize>>,
    /// After it; empty where that person was not asked.
    pub after: Vec<Option<usize>>,
}

/// How answers changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Learned {
    /// The share right before, in 0..1. A question left open is not right.
    pub before: f64,
    /// The share right after, in 0..1.
    pub after: f64,
}

/// Why there is no normalized gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoGain {
    /// Everything was right before.
    #[error("everything was right before, so that nothing was left to gain")]
    AllRightBefore,
}

impl Learned {
    /// g = (after - before) / (1 - before), at most 1; below 0 where less is right than before.
    ///
    /// # Errors
    /// When everything was right before.
    pub fn gain(self) -> Result<f64, NoGain> {
        let left = 1.0 - self.before;
        if left <= 0.0 {
            Err(NoGain::AllRightBefore)
        } else {
            Ok((self.after - self.before) / left)
        }
    }
}

/// What one person learned; `None` where there is no question, or the person was asked only once.
pub fn learned(questions: &[Question], answers: &Answers) -> Option<Learned> {
    let asked_twice = !answers.before.is_empty() && !answers.after.is_empty();
    (asked_twice && !questions.is_empty()).then(|| Learned {
        before: share(questions, &answers.before),
        after: share(questions, &answers.after),
    })
}

/// What a class learned: the means over those that were asked twice. Its gain is that of the
/// means, as Hake reckons it, not the mean of the gains.
pub fn learned_by_class(questions: &[Question], class: &[Answers]) -> Option<Learned> {
    let each: Vec<Learned> =
        class.iter().filter_map(|answers| learned(questions, answers)).collect();
    let mean = |of: fn(&Learned) -> f64| each.iter().map(of).sum::<f64>() / each.len() as f64;
    (!each.is_empty()).then(|| Learned { before: mean(|it| it.before), after: mean(|it| it.after) })
}

/// What a class learned of each question, over those that were asked twice.
pub fn by_question(questions: &[Question], class: &[Answers]) -> Vec<Option<Learned>> {
    let one = |at: usize| {
        let question = questions.get(at..=at).unwrap_or_default();
        let only =
            |given: &[Option<usize>]| given.get(at).map_or_else(|| vec![None], |it| vec![*it]);
        let asked = class.iter().filter(|it| !it.before.is_empty() && !it.after.is_empty());
        let class: Vec<Answers> = asked
            .map(|it| Answers {
                by: it.by.clone(),
                before: only(&it.before),
                after: only(&it.after),
            })
            .collect();
        learned_by_class(question, &class)
    };
    (0..questions.len()).map(one).collect()
}

fn share(questions: &[Question], given: &[Option<usize>]) -> f64 {
    let pairs = questions.iter().zip(given);
    let right = pairs.filter(|(question, given)| **given == Some(question.answer)).count();
    right as f64 / questions.len() as f64
}

impl Learned {
    /// The change as a sentence.
    pub fn sentence(self) -> String {
        let share = |share: f64| format!("{:.0} %", share * 100.0);
        let shares = format!("{} right before, {} after", share(self.before), share(self.after));
        match self.gain() {
            Ok(gain) if gain > 0.0 => {
                format!("{shares}: {} of what was left to learn was learned.", share(gain))
            }
            Ok(_) if self.after < self.before => format!("{shares}: fewer answers are right."),
            Ok(_) => format!("{shares}: no change."),
            Err(none) => format!("{shares}: {none}."),
        }
    }
}
