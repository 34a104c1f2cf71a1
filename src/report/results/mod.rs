//! What a class entered and what came of it: a page to keep, and a table for a spreadsheet.

mod page;
mod table;

use crate::analysis::agreement::{self, Marks};
use crate::analysis::forecasters::{Forecasts, ROOM, Scores, foretold, of_the_model, score};
use crate::analysis::hands::Hands;
use crate::analysis::learning::Answers;
use crate::council::OutcomeId;
use crate::debate::{OutcomeResult, Record, results};
use crate::text::ending_words;

pub use page::results_html;
pub use table::results_csv;

/// How many letters of a digest tell files apart.
const DIGEST: usize = 12;

/// What a class entered in one debate, under the names or numbers by which it is to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Entered<'a> {
    /// The debate.
    pub record: &'a Record,
    /// Whether it is over, so that there is something to score against.
    pub is_over: bool,
    /// The pupils, in their order.
    pub people: &'a [String],
    /// What each expected, the room among them.
    pub predictions: &'a [Forecasts],
    /// Whose predictions came late.
    pub late: &'a [String],
    /// What each heard.
    pub marks: &'a [Marks],
    /// What each answered.
    pub answers: &'a [Answers],
    /// Whose answers before the debate came late.
    pub late_answers: &'a [String],
    /// The answers by show of hands.
    pub hands: &'a Hands,
}

/// What follows from what was entered.
struct Worked {
    /// Those who predicted something.
    given: Vec<Forecasts>,
    model: Forecasts,
    results: Vec<OutcomeResult>,
    scores: Scores,
    /// The note-takers that marked anything, and their agreement.
    marks: Vec<Marks>,
    table: agreement::Table,
}

impl Worked {
    fn new(it: &Entered<'_>) -> Self {
        let scenario = &it.record.scenario;
        let given: Vec<Forecasts> =
            it.predictions.iter().filter(|it| !it.adopted.is_empty()).cloned().collect();
        let marks: Vec<Marks> =
            it.marks.iter().filter(|it| !it.heard.is_empty()).cloned().collect();
        let results = results(scenario, &it.record.state_at(it.record.events.len()));
        let model = of_the_model(scenario);
        let scores = score(scenario, &results, &given, &model);
        let table = agreement::table(it.record, &marks);
        Self { given, model, results, scores, marks, table }
    }

    /// Whether more than one pupil predicted, so that there is a mean.
    fn has_pool(&self) -> bool {
        self.given.iter().filter(|it| it.by != ROOM).count() > 1
    }

    /// How a text ended.
    fn ended(&self, outcome: OutcomeId) -> &'static str {
        let result = self.results.iter().find(|it| it.outcome == outcome);
        match result.map_or("", |it| ending_words(it.decision, it.form)) {
            "not put" => "not put to a decision",
            end => end,
        }
    }
}

/// The texts that were foretold, in the order of the file.
fn texts(it: &Entered<'_>) -> Vec<OutcomeId> {
    foretold(&it.record.scenario).collect()
}

/// From what the file was made, by name.
fn provenance(it: &Entered<'_>) -> [(&'static str, String); 4] {
    let scenario = &it.record.scenario;
    [
        ("scenario", scenario.title.clone()),
        ("scenario digest", scenario.digest.chars().take(DIGEST).collect()),
        ("seed", it.record.seed.0.to_string()),
        ("engine version", env!("CARGO_PKG_VERSION").to_owned()),
    ]
}

fn is_late(late: &[String], by: &str) -> bool {
    late.iter().any(|it| it == by)
}
