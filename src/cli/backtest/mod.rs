//! `horseshoe backtest`: a vote model fitted to roll calls and scored on later years.

mod read;
mod table;

use std::io::{self, IsTerminal as _};

use serde_json::{Map, Value, json};

use crate::analysis::backtest::{
    self, Backtest, DraftMiss, DynamicsCheck, MemberMiss, NAMES, Scored, Split, StatusQuo, Values,
    VotingRecord, check_dynamics,
};

use super::args::{BacktestArgs, Format, StatusQuoPlace};
use super::{Console, Status};

pub(super) fn backtest(args: &BacktestArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let record = match read(args) {
        Ok(record) => record,
        Err(message) => return failed(&message, console),
    };
    let split =
        Split { train: args.train.clone(), test: args.test.clone(), contested: args.contested };
    let watched = io::stderr().is_terminal();
    let mut progress = |done: u32, all: u32| {
        if watched {
            // A lost progress line is no reason to stop.
            write!(console.err, "\rfitting: {done} of {all} ").unwrap_or_default();
            if done == all {
                write!(console.err, "\r{:24}\r", "").unwrap_or_default();
            }
        }
    };
    let found = backtest::backtest(&record, &split, &mut progress).and_then(|result| {
        let check = args.dynamics.map(|place| check_dynamics(&record, &split, status_quo(place)));
        Ok((result, check.transpose()?))
    });
    let (result, check) = match found {
        Ok(found) => found,
        Err(error) => return failed(&error.to_string(), console),
    };
    match args.format {
        Format::Json => {
            let mut all = as_json(&record, &split, &result);
            if let Some(check) = check {
                all["dynamics"] = of_dynamics(&check);
            }
            writeln!(console.out, "{all:#}")?;
        }
        Format::Text => {
            table::write(&record, &split, &result, console)?;
            if let Some(check) = check {
                table::of_dynamics(&check, console.out)?;
            }
        }
    }
    Ok(Status::Done)
}

const fn status_quo(place: StatusQuoPlace) -> StatusQuo {
    match place {
        StatusQuoPlace::Mean => StatusQuo::Mean,
        StatusQuoPlace::Middle => StatusQuo::Middle,
        StatusQuoPlace::Farthest => StatusQuo::Farthest,
    }
}

fn failed(message: &str, console: &mut Console<'_>) -> io::Result<Status> {
    writeln!(console.err, "error: {message}")?;
    Ok(Status::Failed)
}

/// Reads the three tables and joins them.
fn read(args: &BacktestArgs) -> Result<VotingRecord, String> {
    let votes = read::votes(&args.votes).map_err(|error| error.to_string())?;
    let drafts = read::drafts(&args.drafts).map_err(|error| error.to_string())?;
    let ideals = read::ideals(&args.positions).map_err(|error| error.to_string())?;
    VotingRecord::join(drafts, votes, ideals, args.permanent.clone())
        .map_err(|error| error.to_string())
}

fn as_json(record: &VotingRecord, split: &Split, result: &Backtest) -> Value {
    let part = |years: &std::ops::RangeInclusive<i32>, (drafts, votes): (usize, usize)| json!({ "from": years.start(), "to": years.end(), "drafts": drafts, "votes": votes });
    let baselines: Map<String, Value> = result
        .baselines
        .iter()
        .map(|(baseline, scored)| (baseline.name().to_owned(), scores(scored)))
        .collect();
    json!({
        "format": 1,
        "contested": split.contested,
        "permanent": record.permanent,
        "train": part(&split.train, result.train),
        "test": part(&split.test, result.test),
        "model": scores(&result.model),
        "baselines": baselines,
        "misses": misses(&result.worst_drafts, &result.worst_members),
    })
}

/// The check of the engine's own vote model.
fn of_dynamics(check: &DynamicsCheck) -> Value {
    let with_values = |(values, scored): &(Values, Scored)| {
        let mut all = scores(scored);
        let named: Map<String, Value> = values
            .named()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), json!(value)))
            .collect();
        all["values"] = Value::Object(named);
        all
    };
    let baselines: Map<String, Value> = check
        .baselines
        .iter()
        .map(|(baseline, scored)| (baseline.name().to_owned(), scores(scored)))
        .collect();
    json!({
        "train": { "drafts": check.drafts.0 },
        "test": { "drafts": check.drafts.1 },
        "defaults": with_values(&check.defaults),
        "wider": with_values(&check.wider),
        "refitted": with_values(&check.refitted),
        "baselines": baselines,
        "misses": misses(&check.worst_drafts, &check.worst_members),
    })
}

fn misses(drafts: &[DraftMiss], members: &[MemberMiss]) -> Value {
    let drafts: Vec<Value> = drafts
        .iter()
        .map(|miss| {
            json!({
                "draft": miss.symbol, "year": miss.year, "topic": miss.topic,
                "adopted_chance": miss.adopted_chance, "adopted": miss.adopted,
                "votes": miss.votes, "wrong": miss.wrong,
            })
        })
        .collect();
    let members: Vec<Value> = members
        .iter()
        .map(|miss| json!({ "member": miss.member, "votes": miss.votes, "wrong": miss.wrong }))
        .collect();
    json!({ "drafts": drafts, "members": members })
}

/// The scores by name, and beside them their intervals.
fn scores(scored: &Scored) -> Value {
    let named = NAMES.iter().zip(scored.scores.all());
    let mut by_name: Map<String, Value> =
        named.map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let intervals: Map<String, Value> = NAMES
        .iter()
        .zip(&scored.intervals)
        .map(|(name, (low, high))| ((*name).to_owned(), json!([low, high])))
        .collect();
    by_name.insert("intervals".to_owned(), Value::Object(intervals));
    Value::Object(by_name)
}
