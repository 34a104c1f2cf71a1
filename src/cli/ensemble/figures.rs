//! The results of an ensemble for programs and spreadsheets.

use serde_json::{Map, Value, json};

use crate::council::{DelegationId, Id as _, OutcomeForm, OutcomeId};
use crate::ensemble::{Ending, OutcomeCounts, Share, Summary, leverages};
use crate::scenario::Scenario;

/// How many uncertain positions are listed for each outcome.
const MOST_LEVERAGES: usize = 20;

pub(super) fn json(scenario: &Scenario, summary: &Summary, speed: f64) -> Value {
    let outcomes: Map<String, Value> = scenario
        .order
        .outcomes
        .iter()
        .map(|&id| (scenario.outcomes[id].identifier.clone(), outcome(scenario, summary, id)))
        .collect();
    json!({
        "format": 1,
        "scenario": scenario.title,
        "digest": summary.scenario,
        "simulated": true,
        "runs": summary.runs(),
        "seed": summary.seeds.first().map_or(0, |(first, _)| *first),
        "seeds": summary.seeds,
        "varied": summary.varied,
        "interval": "95 %, Wilson",
        "outcomes": outcomes,
        "runs_per_second": speed,
    })
}

/// The shares of the endings of one outcome, by name.
pub(super) fn endings(counts: &OutcomeCounts, runs: u64) -> Map<String, Value> {
    Ending::ALL
        .iter()
        .map(|&ending| (ending.identifier().to_owned(), json!(counts.share(ending, runs))))
        .collect()
}

fn outcome(scenario: &Scenario, summary: &Summary, id: OutcomeId) -> Value {
    let counts = summary.outcome(id);
    let mut fields = endings(counts, summary.runs());
    let in_favour = counts.in_favour.iter().enumerate().filter(|(_, runs)| **runs > 0);
    let in_favour: Map<String, Value> =
        in_favour.map(|(n, runs)| (n.to_string(), json!(runs))).collect();
    let examples: Map<String, Value> = Ending::ALL
        .iter()
        .zip(counts.examples)
        .filter_map(|(ending, seed)| Some((ending.identifier().to_owned(), json!(seed?))))
        .collect();
    let forms: Map<String, Value> = OutcomeForm::ALL
        .iter()
        .zip(counts.forms)
        .filter(|(_, runs)| *runs > 0)
        .map(|(form, runs)| (form.identifier().to_owned(), json!(runs)))
        .collect();
    fields.insert("in_favour".to_owned(), Value::Object(in_favour));
    fields.insert("ballots".to_owned(), ballots(scenario, counts));
    fields.insert("vetoes_by".to_owned(), by_member(scenario, &counts.vetoes_by));
    fields.insert("pivotal".to_owned(), by_member(scenario, &counts.pivotal));
    fields.insert("forms".to_owned(), Value::Object(forms));
    fields.insert("example_seeds".to_owned(), Value::Object(examples));
    fields.insert("swings".to_owned(), swings(scenario, summary, id));
    if summary.varied {
        fields.insert("sensitivity".to_owned(), sensitivity(scenario, summary, id));
    }
    Value::Object(fields)
}

/// How often each member voted how, in the order of the file; those never asked left out.
fn ballots(scenario: &Scenario, counts: &OutcomeCounts) -> Value {
    let rows = scenario.order.members.iter().filter_map(|&who| {
        let [in_favour, abstaining, against] = counts.ballots[who.index()];
        let row = json!({
            "in_favour": in_favour, "abstaining": abstaining, "against": against
        });
        let was_asked = in_favour + abstaining + against > 0;
        was_asked.then(|| (scenario.members[who].identifier.clone(), row))
    });
    Value::Object(rows.collect())
}

/// Counts above 0, by identifier, in the order of the file.
fn by_member(scenario: &Scenario, counts: &[u64]) -> Value {
    let rows = scenario.order.members.iter().filter_map(|&who: &DelegationId| {
        let count = counts[who.index()];
        (count > 0).then(|| (scenario.members[who].identifier.clone(), json!(count)))
    });
    Value::Object(rows.collect())
}

fn swings(scenario: &Scenario, summary: &Summary, id: OutcomeId) -> Value {
    let rows = summary.stages(scenario).map(|stage| {
        let swing = stage.swings[id.index()];
        json!({
            "stage": stage.stage.name().identifier(),
            "runs": swing.runs(),
            "mean": swing.mean(),
            "mean_size": swing.mean_size(),
        })
    });
    Value::Array(rows.collect())
}

fn sensitivity(scenario: &Scenario, summary: &Summary, id: OutcomeId) -> Value {
    let rows = leverages(scenario, summary, id).into_iter().take(MOST_LEVERAGES).map(|row| {
        json!({
            "member": scenario.members[row.who].identifier,
            "issue": scenario.issues[row.issue].identifier,
            "adopted_if_low": row.low,
            "adopted_if_high": row.high,
            "effect": row.effect(),
            "first_order_index": row.index,
        })
    });
    Value::Array(rows.collect())
}

/// One row for each outcome and ending.
pub(super) fn csv(scenario: &Scenario, summary: &Summary) -> String {
    let runs = summary.runs();
    let outcomes = scenario.order.outcomes.iter();
    let rows = outcomes.flat_map(|&id| Ending::ALL.map(|ending| (id, ending)));
    let rows = rows.map(|(id, ending)| {
        let Share { count, share, low, high } = summary.outcome(id).share(ending, runs);
        // Identifiers have no character that would need quotes.
        let (name, ending) = (&scenario.outcomes[id].identifier, ending.identifier());
        format!("{name},{ending},{count},{runs},{share},{low},{high}\n")
    });
    std::iter::once("outcome,ending,count,runs,share,low,high\n".to_owned()).chain(rows).collect()
}
