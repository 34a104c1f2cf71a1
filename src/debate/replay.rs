//! Verification of a saved record: its digests, and the same debate held again.

use std::sync::Arc;

use serde_json::Value;
use thiserror::Error;

use crate::council::with_names;
use crate::scenario::{self, Scenario};
use crate::stream::Seed;

use super::record::{
    DIGEST_FIELD, ENGINE_VERSION, Intervention, RECORD_FORMAT, Record, line_digest,
};
use super::wire::event_fields;

/// A record that was found whole and the same as the debate held again.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// The debate held again.
    pub record: Record,
}

/// Why a saved record is refused. Lines are counted from 1, the header first.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReplayFault {
    /// The first line is no header.
    #[error("this is not a saved record; `horseshoe run FILE --save RECORD` writes one")]
    NotARecord,
    /// The record was written by a newer program.
    #[error("the record has format {0}, and this program reads up to {RECORD_FORMAT}: update it")]
    NewerFormat(u64),
    /// A line does not match its digest.
    #[error(
        "line {line} was altered, or a line before it is missing: {whole} whole events stand before it"
    )]
    Altered {
        /// The line.
        line: usize,
        /// How many whole events stand before it.
        whole: usize,
    },
    /// The end is missing.
    #[error("the record is cut short after {whole} whole events")]
    Cut {
        /// How many whole events there are.
        whole: usize,
    },
    /// The scenario in the header has errors, or is not the one that the header names.
    #[error("the scenario in the record is not the one it was made from")]
    Scenario,
    /// The debate held again takes another course.
    #[error("event {event} differs when the debate is held again{}", reason(*.recorded_by))]
    Differs {
        /// The first event that differs, from 1.
        event: usize,
        /// The version of the engine that wrote the record.
        recorded_by: u64,
    },
}

fn reason(recorded_by: u64) -> String {
    if recorded_by == u64::from(ENGINE_VERSION) {
        String::new()
    } else {
        format!(": it was recorded by engine version {recorded_by}, and this is {ENGINE_VERSION}")
    }
}

/// Verifies the saved record in `text`: every line against its digest, every event against the
/// debate held again from the scenario and the seed of the header.
///
/// # Errors
/// The first fault that is found; an altered or cut record is refused before it is held again.
pub fn replay(text: &str) -> Result<Replayed, ReplayFault> {
    let mut lines = text.lines();
    let header: Value = lines
        .next()
        .and_then(|line| serde_json::from_str(line).ok())
        .filter(|header: &Value| header["kind"] == "Header")
        .ok_or(ReplayFault::NotARecord)?;
    let format = header["format"].as_u64().ok_or(ReplayFault::NotARecord)?;
    if format > RECORD_FORMAT {
        return Err(ReplayFault::NewerFormat(format));
    }
    let body = whole_lines(text)?;
    let scenario = scenario_of(&header)?;
    let seed = header["seed"].as_u64().ok_or(ReplayFault::NotARecord)?;
    let recorded_by = header["engine_version"].as_u64().unwrap_or(0);
    let people = interventions(&scenario, &body)?;
    let events: Vec<&str> = body.into_iter().filter(|line| !is_intervention(line)).collect();
    let record = Record::with(scenario, Seed(seed), &people);
    let count = record.events.len().max(events.len());
    let differs = (0..count).find(|&at| {
        let again = record
            .events
            .get(at)
            .map(|event| Value::Object(event_fields(&record.scenario, at + 1, event)).to_string());
        !again.is_some_and(|again| events.get(at).is_some_and(|line| says(line, &again)))
    });
    match differs {
        None => Ok(Replayed { record }),
        Some(at) => Err(ReplayFault::Differs { event: at + 1, recorded_by }),
    }
}

fn is_intervention(line: &str) -> bool {
    line.starts_with("{\"kind\":\"Intervention\"")
}

/// What people did, as the record says.
fn interventions(scenario: &Scenario, body: &[&str]) -> Result<Vec<Intervention>, ReplayFault> {
    let lines = body.iter().enumerate().filter(|(_, line)| is_intervention(line));
    lines
        .map(|(at, line)| {
            with_names(&scenario.derived.names, || serde_json::from_str(line))
                .map_err(|_| ReplayFault::Altered { line: at + 2, whole: 0 })
        })
        .collect()
}

/// Whether a recorded line says what happened `again`; it may have words beyond that.
fn says(line: &str, again: &str) -> bool {
    let fields = again.strip_suffix('}').unwrap_or(again);
    line.strip_prefix(fields).is_some_and(|rest| rest.starts_with(','))
}

/// The lines between header and end, once every line has matched its digest and the end is there.
fn whole_lines(text: &str) -> Result<Vec<&str>, ReplayFault> {
    let mut digest = String::new();
    let mut events = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let whole = events.len();
        let (fields, written) =
            line.rsplit_once(DIGEST_FIELD).ok_or(ReplayFault::Altered { line: at + 1, whole })?;
        digest = line_digest(&digest, &format!("{fields}}}"));
        if written != format!("{digest}\"}}") {
            return Err(ReplayFault::Altered { line: at + 1, whole });
        }
        if fields.starts_with("{\"kind\":\"End\"") {
            return Ok(events);
        }
        if at > 0 {
            events.push(line);
        }
    }
    Err(ReplayFault::Cut { whole: events.len() })
}

fn scenario_of(header: &Value) -> Result<Arc<Scenario>, ReplayFault> {
    let source = header["source"].as_str().ok_or(ReplayFault::Scenario)?;
    scenario::load("record", source.as_bytes())
        .scenario
        .filter(|scenario| header["scenario"] == scenario.digest)
        .ok_or(ReplayFault::Scenario)
}
