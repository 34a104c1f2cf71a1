//! A hindcast as JSON; docs/hindcast.md describes the shape.

use serde_json::{Map, Value, json};

use crate::analysis::hindcast::{
    Draft, Estimate, FLOOR, Figures, Forecaster, Group, Measure, Miss, Prediction, RESAMPLES, Scale,
};
use crate::analysis::ledger::Written;
use crate::council::DelegationId;
use crate::scenario::Scenario;

use super::{Chances, Compared};

pub(super) fn all(compared: &Compared) -> Value {
    let hindcast = &compared.hindcast;
    let (from, draws) = match compared.from {
        Chances::Opening => ("opening", None),
        Chances::Uncertain(draws) => ("uncertain", Some(u64::from(draws))),
        Chances::Debates(runs) => ("debates", Some(runs)),
    };
    let of_forms = |one: &dyn Fn(&Group) -> Value| -> Map<String, Value> {
        let forms = hindcast.by_form.iter();
        forms.map(|(form, group)| (form.identifier().to_owned(), one(group))).collect()
    };
    let baselines: Map<String, Value> = Forecaster::ALL
        .into_iter()
        .enumerate()
        .skip(1)
        .map(|(at, forecaster)| {
            let of = |group: &Group| {
                json!({ "all": baseline(&group.all[at]), "free": baseline(&group.free[at]) })
            };
            let value = json!({ "overall": of(&hindcast.overall), "by_form": of_forms(&of) });
            (forecaster.identifier().to_owned(), value)
        })
        .collect();
    json!({
        "format": 1,
        "model": {
            "from": from,
            "draws": draws,
        },
        "resamples": RESAMPLES,
        "floor": FLOOR,
        "files": files(compared),
        "skipped": compared.skipped.iter()
            .map(|(file, because)| json!({ "file": file, "because": because }))
            .collect::<Vec<_>>(),
        "overall": group(&hindcast.overall),
        "by_form": of_forms(&group),
        "baselines": baselines,
        "misses": hindcast.misses.iter().map(|it| miss(compared, it)).collect::<Vec<_>>(),
    })
}

fn files(compared: &Compared) -> Vec<Value> {
    let hindcast = &compared.hindcast;
    let cases = compared.cases.iter().enumerate();
    cases
        .map(|(at, case)| {
            let scenario = &*case.scenario;
            let id = |outcome| scenario.outcomes[outcome].identifier.clone();
            let drafts = hindcast.drafts.iter().zip(&hindcast.predictions);
            let outcomes: Map<String, Value> = drafts
                .filter(|(draft, _)| draft.case == at)
                .map(|(draft, expected)| (id(draft.outcome), outcome(scenario, draft, expected)))
                .collect();
            let unscored: Map<String, Value> = hindcast
                .unscored
                .iter()
                .filter(|unscored| unscored.case == at)
                .map(|unscored| (id(unscored.outcome), json!(unscored.because)))
                .collect();
            json!({
                "file": case.name,
                "scenario": scenario.title,
                "date": scenario.date,
                "outcomes": outcomes,
                "unscored": unscored,
            })
        })
        .collect()
}

fn outcome(scenario: &Scenario, draft: &Draft, expected: &[Prediction]) -> Value {
    let list = |ids: &[DelegationId]| -> Vec<&str> {
        ids.iter().map(|&id| scenario.members[id].identifier.as_str()).collect()
    };
    let members: Map<String, Value> = draft
        .rows
        .iter()
        .zip(&expected[0].rows)
        .map(|(row, chances)| {
            let value = json!({
                "chances": classes(draft.scale, chances),
                "cast": key(draft.scale.labels()[row.cast]),
                "hit": row.hit(chances),
                "brier": row.brier(chances),
                "log_score": row.log_score(chances),
                "bound": row.bound,
            });
            (scenario.members[row.who].identifier.clone(), value)
        })
        .collect();
    let baselines: Map<String, Value> = Forecaster::ALL
        .iter()
        .zip(expected)
        .skip(1)
        .map(|(forecaster, it)| (forecaster.identifier().to_owned(), json!(it.adopted)))
        .collect();
    json!({
        "form": draft.form.identifier(),
        "adopted": draft.adopted,
        "adopted_chance": expected[0].adopted,
        "adopted_chance_of_baselines": baselines,
        "members": members,
        "left_out": list(&draft.left_out),
        "invited_signatories": list(&draft.invited_signatories),
    })
}

fn group(group: &Group) -> Value {
    json!({
        "drafts": group.drafts,
        "members": group.members,
        "bound": group.bound,
        "decisions": group.decisions,
        "all": figures(&group.all[0]),
        "free": figures(&group.free[0]),
    })
}

fn figures(figures: &Figures) -> Value {
    let mut map = measures(&figures.measures);
    map.insert("floored".to_owned(), json!(figures.floored));
    Value::Object(map)
}

fn baseline(of: &Figures) -> Value {
    let mut value = figures(of);
    value["model_ahead"] = Value::Object(measures(&of.model_ahead));
    value
}

fn measures(estimates: &[Option<Estimate>]) -> Map<String, Value> {
    let one = |estimate: Estimate| {
        let (low, high) = estimate.interval.unzip();
        json!({ "value": estimate.value, "low": low, "high": high })
    };
    let all = Measure::ALL.iter().zip(estimates);
    all.map(|(measure, &estimate)| (measure.identifier().to_owned(), json!(estimate.map(one))))
        .collect()
}

fn miss(compared: &Compared, miss: &Miss) -> Value {
    let draft = &compared.hindcast.drafts[miss.draft];
    let case = &compared.cases[draft.case];
    let scenario = &*case.scenario;
    let written = Written { scenario, tree: &compared.trees[draft.case] };
    let who = miss.observed.who;
    let labels = draft.scale.labels();
    let change = miss.change.map(|change| {
        let path = change.number.path(scenario, draft, who);
        json!({ "path": path, "line": written.line(&path), "from": change.from, "to": change.to })
    });
    json!({
        "file": case.name,
        "outcome": scenario.outcomes[draft.outcome].identifier,
        "member": scenario.members[who].identifier,
        "chances": classes(draft.scale, &miss.chances),
        "expected": key(labels[miss.expected]),
        "cast": key(labels[miss.observed.cast]),
        "log_score": miss.log_score,
        "gain": miss.cause.judgement,
        "cause": miss.cause.words(scenario, draft, who),
        "change": change,
    })
}

fn classes(scale: Scale, chances: &[f64; 3]) -> Map<String, Value> {
    let all = scale.labels().iter().zip(chances);
    all.map(|(label, &chance)| (key(label), json!(chance))).collect()
}

/// A label as a key: `in_favour`.
fn key(label: &str) -> String {
    label.replace(' ', "_")
}
