//! Second opinions for programs.

use serde_json::{Map, Value, json};

use crate::council::{Id as _, IssueId};
use crate::opinions::{Exchange, Move, OnIssue, Opinions};
use crate::scenario::Scenario;

use super::{no_agreement, on_scale, positions};

/// The whole answer; docs/second-opinions.md describes the shape.
pub(super) fn shape(scenario: &Scenario, opinions: &Opinions) -> Value {
    let issues: Map<String, Value> = scenario
        .order
        .issues
        .iter()
        .map(|&id| {
            let issue = &scenario.issues[id];
            let row = on_issue(&opinions.issues[id], issue.status_quo.get());
            (issue.identifier.clone(), row)
        })
        .collect();
    let exchanges: Vec<Value> =
        opinions.exchanges.iter().map(|exchange| as_json(scenario, exchange)).collect();
    json!({
        "format": 1,
        "scenario": scenario.title,
        "issues": issues,
        "exchanges": exchanges,
    })
}

fn on_issue(on: &OnIssue, status_quo: f64) -> Value {
    let mut row = json!({ "status_quo": on_scale(status_quo), "members": on.members });
    for (model, position) in positions(on, status_quo) {
        row[model] = position.map_or(Value::Null, |position| json!(on_scale(position)));
    }
    row["plain_median"] = on.plain_median.map_or(Value::Null, |median| json!(on_scale(median)));
    row["challenge"] = on.challenge.map_or(Value::Null, |challenge| {
        json!({
            "median": on_scale(challenge.median),
            "mean": on_scale(challenge.mean),
            "rounds": challenge.rounds,
            "at_rest": challenge.at_rest,
        })
    });
    row["spread"] = on.spread().map_or(Value::Null, |spread| json!(on_scale(spread)));
    row["why"] = Value::Object(reasons(on));
    row
}

/// Why a model says nothing, or no more than that the status quo stays, by model.
fn reasons(on: &OnIssue) -> Map<String, Value> {
    let silences = [
        ("median", on.median.err()),
        ("plain_median", on.plain_median.err()),
        ("compromise", on.compromise.err()),
        ("nash", on.nash.err()),
        ("challenge", on.challenge.err()),
        ("exchange", on.exchange.err()),
    ];
    silences
        .into_iter()
        .filter_map(|(model, silence)| Some((model, silence?.to_string())))
        .chain(no_agreement(on).map(|why| ("nash", why)))
        .map(|(model, why)| (model.to_owned(), Value::String(why)))
        .collect()
}

fn as_json(scenario: &Scenario, exchange: &Exchange) -> Value {
    let moved = |part: Move| {
        let member = scenario.derived.voting[part.member];
        json!({
            "member": scenario.members[member].identifier,
            "issue": scenario.issues[IssueId::at(part.issue)].identifier,
            "from": on_scale(part.from),
            "to": on_scale(part.to),
        })
    };
    json!({
        "gain": on_scale(exchange.gain),
        "moves": [moved(exchange.later), moved(exchange.earlier)],
    })
}
