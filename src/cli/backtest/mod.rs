//! `horseshoe backtest`: a vote model fitted to roll calls and scored on later years.

mod read;
mod table;

use std::io::{self, IsTerminal as _};

use serde_json::{Map, Value, json};

use crate::analysis::backtest::{self, Backtest, NAMES, Scored, Split, VotingRecord};

use super::args::{BacktestArgs, Format};
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
    match backtest::backtest(&record, &split, &mut progress) {
        Ok(result) => {
            match args.format {
                Format::Json => writeln!(console.out, "{:#}", as_json(&record, &split, &result))?,
                Format::Text => table::write(&record, &split, &result, console)?,
            }
            Ok(Status::Done)
        }
        Err(error) => failed(&error.to_string(), console),
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
    let worst_drafts: Vec<Value> = result
        .worst_drafts
        .iter()
        .map(|miss| {
            json!({
                "draft": miss.symbol, "year": miss.year, "topic": miss.topic,
                "adopted_chance": miss.adopted_chance, "adopted": miss.adopted,
                "votes": miss.votes, "wrong": miss.wrong,
            })
        })
        .collect();
    let worst_members: Vec<Value> = result
        .worst_members
        .iter()
        .map(|miss| json!({ "member": miss.member, "votes": miss.votes, "wrong": miss.wrong }))
        .collect();
    json!({
        "format": 1,
        "contested": split.contested,
        "permanent": record.permanent,
        "train": part(&split.train, result.train),
        "test": part(&split.test, result.test),
        "model": scores(&result.model),
        "baselines": baselines,
        "misses": { "drafts": worst_drafts, "members": worst_members },
    })
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
