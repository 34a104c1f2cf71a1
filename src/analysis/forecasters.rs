//! Predict, then score: what people expected of the outcomes, beside what became of them.
//!
//! docs/model.md, "Class": the Brier score (1950) of one event, the square of what the forecast
//! lacks, from 0 (best) to 1.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::council::{OutcomeId, PutToAction};
use crate::debate::OutcomeResult;
use crate::scenario::Scenario;
use crate::vote::{Decision, forecast};

/// What somebody expects of the outcomes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Forecasts {
    /// Who, as the class calls that person.
    pub by: String,
    /// The chance in 0..1 that each outcome is adopted, agreed, issued or signed; an outcome may
    /// be left out.
    pub adopted: BTreeMap<OutcomeId, f64>,
}

/// Whose predictions are those that a whole class made together: no pupil's, and in no mean.
pub const ROOM: &str = "The room";

/// Why something typed is no chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoChance {
    /// It is no number.
    #[error("A chance is a number from 0 to 100; nothing was changed.")]
    NoNumber,
    /// It lies outside the range.
    #[error("A chance is between 0 and 100 per cent; nothing was changed.")]
    OutOfRange,
    /// It is less than one per cent, and seems to be meant as a share of one.
    #[error("A chance is written in per cent: 0.7 is written 70. Nothing was changed.")]
    Share,
}

/// The chance in 0..1 that somebody types in per cent: "35", "35,5", "35.5 %". Nothing typed is no
/// forecast.
///
/// # Errors
/// When it is no number from 0 to 100, or lies between 0 and 1: a share of one is not guessed at.
pub fn chance_of(typed: &str) -> Result<Option<f64>, NoChance> {
    let typed = typed.trim().trim_end_matches('%').trim_end().replace(',', ".");
    if typed.is_empty() {
        return Ok(None);
    }
    // "inf" and "1e2" are numbers for a program, not for a class.
    let is_plain = typed.chars().all(|it| it.is_ascii_digit() || matches!(it, '.' | '-' | '+'));
    let percent: f64 = match typed.parse() {
        Ok(percent) if is_plain => percent,
        _ => return Err(NoChance::NoNumber),
    };
    if !(0.0..=100.0).contains(&percent) {
        Err(NoChance::OutOfRange)
    } else if percent > 0.0 && percent < 1.0 {
        Err(NoChance::Share)
    } else {
        Ok(Some(percent / 100.0))
    }
}

/// A chance in 0..1 as it is typed: "35", "35.5".
pub fn typed(chance: f64) -> String {
    let percent = (chance * 1000.0).round() / 10.0;
    format!("{percent}")
}

/// A Brier score.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// Who forecast.
    pub by: String,
    /// The mean of (p - o)² over the outcomes, in 0..1, o being 1 for an outcome that was adopted
    /// and 0 for any other; `None` where nothing was forecast.
    pub brier: Option<f64>,
    /// Over how many outcomes.
    pub of: usize,
}

/// What became of forecasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The outcomes that count, in the order of the file, and whether each was adopted. One that
    /// was not put, or was withdrawn, was not adopted; one that is tallied only does not count, as
    /// there is nothing to foretell.
    pub outcomes: Vec<(OutcomeId, bool)>,
    /// The score of each person, in their order.
    pub people: Vec<Scored>,
    /// The mean of the forecasts of all pupils that gave one, outcome by outcome; what the room
    /// said together is not one more of them.
    pub pool: Forecasts,
    /// The score of that mean. It is never worse than the mean of the scores, where all forecast
    /// the same outcomes.
    pub pooled: Scored,
    /// The score of the model's own forecast.
    pub model: Scored,
}

/// The score of somebody who says 50 % of everything.
pub const COIN: f64 = 0.25;

/// What the model expects before anybody has spoken: the exact chances, if each text were put.
pub fn of_the_model(scenario: &Scenario) -> Forecasts {
    let chance = |outcome| (outcome, forecast(scenario, outcome).chances.adopted);
    let adopted = foretold(scenario).map(chance).collect();
    Forecasts { by: "The model".to_owned(), adopted }
}

/// The outcomes of which there is something to foretell, in the order of the file.
pub fn foretold(scenario: &Scenario) -> impl Iterator<Item = OutcomeId> {
    let outcomes = scenario.order.outcomes.iter().copied();
    outcomes.filter(|&it| scenario.outcomes[it].action != PutToAction::TalliedOnly)
}

/// Scores the forecasts of `people` and of the `model` against the `results` at the end. A number
/// outside 0..1 is no forecast.
pub fn score(
    scenario: &Scenario,
    results: &[OutcomeResult],
    people: &[Forecasts],
    model: &Forecasts,
) -> Scores {
    let outcomes: Vec<(OutcomeId, bool)> = foretold(scenario)
        .filter_map(|outcome| {
            let result = results.iter().find(|result| result.outcome == outcome)?;
            Some((outcome, result.decision == Decision::Adopted))
        })
        .collect();
    let pool = pool(&outcomes, people);
    Scores {
        people: people.iter().map(|person| scored(&outcomes, person)).collect(),
        pooled: scored(&outcomes, &pool),
        model: scored(&outcomes, model),
        pool,
        outcomes,
    }
}

/// A forecast of an outcome, where it is one.
fn given(forecasts: &Forecasts, outcome: OutcomeId) -> Option<f64> {
    let p = forecasts.adopted.get(&outcome).copied();
    p.filter(|p| (0.0..=1.0).contains(p))
}

fn pool(outcomes: &[(OutcomeId, bool)], people: &[Forecasts]) -> Forecasts {
    let mean = |&(outcome, _): &(OutcomeId, bool)| {
        let pupils = people.iter().filter(|person| person.by != ROOM);
        let all: Vec<f64> = pupils.filter_map(|person| given(person, outcome)).collect();
        (!all.is_empty()).then(|| (outcome, all.iter().sum::<f64>() / all.len() as f64))
    };
    let by = "All pupils pooled".to_owned();
    Forecasts { by, adopted: outcomes.iter().filter_map(mean).collect() }
}

fn scored(outcomes: &[(OutcomeId, bool)], forecasts: &Forecasts) -> Scored {
    let squares: Vec<f64> = outcomes
        .iter()
        .filter_map(|&(outcome, adopted)| {
            let lacks = given(forecasts, outcome)? - f64::from(u8::from(adopted));
            Some(lacks * lacks)
        })
        .collect();
    let of = squares.len();
    let brier = (of > 0).then(|| squares.iter().sum::<f64>() / of as f64);
    Scored { by: forecasts.by.clone(), brier, of }
}

impl Scored {
    /// The score as a sentence.
    pub fn sentence(&self) -> String {
        let Some(brier) = self.brier else { return format!("{}: no forecast.", self.by) };
        let beside = match brier.total_cmp(&COIN) {
            std::cmp::Ordering::Less => "better than",
            std::cmp::Ordering::Equal => "the same as",
            std::cmp::Ordering::Greater => "worse than",
        };
        let texts = if self.of == 1 { "text" } else { "texts" };
        format!(
            "{}: Brier score {brier:.2} over {} {texts}, {beside} saying 50 % of each ({COIN:.2}).",
            self.by, self.of
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_typed_in_per_cent_with_a_point_or_a_comma() {
        for (text, chance) in
            [("35", 0.35), ("35,5", 0.355), (" 35.5 % ", 0.355), ("0", 0.0), ("100", 1.0)]
        {
            assert_eq!(chance_of(text), Ok(Some(chance)), "{text}");
        }
        assert_eq!(chance_of("  "), Ok(None));
        assert_eq!(chance_of("140"), Err(NoChance::OutOfRange));
        assert_eq!(chance_of("-1"), Err(NoChance::OutOfRange));
        assert_eq!(chance_of("0.7"), Err(NoChance::Share));
        for text in ["many", "inf", "1e1", "3 5", "."] {
            assert_eq!(chance_of(text), Err(NoChance::NoNumber), "{text}");
        }
        assert_eq!(typed(0.35), "35");
        assert_eq!(typed(0.355), "35.5");
        assert_eq!(typed(1.0), "100");
    }
}
