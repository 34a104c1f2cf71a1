//! Verification of a saved record: its digests, and the same debate held again.

use std::sync::Arc;

use serde::Deserialize as _;
use serde_json::Value;
use thiserror::Error;

use crate::scenario::{self, Naming, Scenario};
use crate::stream::Seed;

use super::record::{ENGINE_VERSION, Intervention, RECORD_FORMAT, Record, Step, step_fields};
use super::seal::Seal;
use super::wire::read_event;

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

/// A saved record as it was written, whatever the model of today would make of it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The record, up to the last whole event.
    pub record: Record,
    /// Why less than the whole file was taken, if it was.
    pub damage: Option<ReplayFault>,
    /// The version of the engine that wrote it.
    pub recorded_by: u64,
}

/// Opens the saved record in `text` up to its last whole event. Nothing is simulated again: what
/// was recorded is what is shown, also when the model has changed since.
///
/// # Errors
/// When the file is no record, is of a newer format, or its scenario cannot be read.
pub fn open(text: &str) -> Result<Opened, ReplayFault> {
    let header = header(text)?;
    let scenario = scenario_of(&header)?;
    let seed = header["seed"].as_u64().ok_or(ReplayFault::NotARecord)?;
    let recorded_by = header["engine_version"].as_u64().unwrap_or(0);
    let (body, mut damage) = read_lines(text);
    let mut record = Record::new(scenario, Seed(seed));
    for (whole, line) in body.iter().enumerate() {
        let Ok((event, step)) = read_event(&record.scenario, line) else {
            damage = Some(ReplayFault::Altered { line: whole + 2, whole });
            break;
        };
        record.steps.extend(step.map(|step| Step { before: whole, ..step }));
        record.events.push(event);
    }
    Ok(Opened { record, damage, recorded_by })
}

/// Verifies the saved record in `text`: every line against its digest, every event against the
/// debate held again from the scenario and the seed of the header.
///
/// # Errors
/// The first fault that is found; an altered or cut record is refused before it is held again.
pub fn replay(text: &str) -> Result<Replayed, ReplayFault> {
    let header = header(text)?;
    let (body, damage) = read_lines(text);
    if let Some(fault) = damage {
        return Err(fault);
    }
    let scenario = scenario_of(&header)?;
    let seed = header["seed"].as_u64().ok_or(ReplayFault::NotARecord)?;
    let recorded_by = header["engine_version"].as_u64().unwrap_or(0);
    let people = interventions(&scenario, &body)?;
    let mut record = Record::with(scenario, Seed(seed), &people);
    if is_unfinished(text) {
        // What the model would have done afterwards was not recorded.
        record = record.branch(body.len());
    }
    let mut steps = record.steps.iter().peekable();
    let mut again = record.events.iter().enumerate().map(|(at, event)| {
        let step = steps.next_if(|step| step.before == at);
        Value::Object(step_fields(&record.scenario, (at, event), step)).to_string()
    });
    let count = record.events.len().max(body.len());
    let differs = (0..count).find(|&at| {
        let again = again.next();
        !again.is_some_and(|again| body.get(at).is_some_and(|line| says(line, &again)))
    });
    drop(again);
    match differs {
        None => Ok(Replayed { record }),
        Some(at) => Err(ReplayFault::Differs { event: at + 1, recorded_by }),
    }
}

/// Whether a whole record says of itself that the meeting was not over.
fn is_unfinished(text: &str) -> bool {
    let last = text.trim_end_matches('\n').rsplit('\n').next();
    last.is_some_and(|line| {
        line.starts_with("{\"kind\":\"End\"") && line.contains("\"unfinished\":true")
    })
}

/// What people did, as the record says.
fn interventions(scenario: &Scenario, body: &[&str]) -> Result<Vec<Intervention>, ReplayFault> {
    let mut people = Vec::new();
    let mut steps = 0;
    for (whole, line) in body.iter().enumerate() {
        let Ok((_, step)) = read_event(scenario, line) else {
            return Err(ReplayFault::Altered { line: whole + 2, whole });
        };
        if let Some(Step { action, by_person, .. }) = step {
            people.extend(by_person.then_some(Intervention { step: steps, action }));
            steps += 1;
        }
    }
    Ok(people)
}

fn header(text: &str) -> Result<Value, ReplayFault> {
    let header: Value = text
        .lines()
        .next()
        .and_then(|line| serde_json::from_str(line).ok())
        .filter(|header: &Value| header["kind"] == "Header")
        .ok_or(ReplayFault::NotARecord)?;
    match header["format"].as_u64() {
        None => Err(ReplayFault::NotARecord),
        Some(format) if format > RECORD_FORMAT => Err(ReplayFault::NewerFormat(format)),
        Some(_) => Ok(header),
    }
}

/// Whether a recorded line says what happened `again`; it may have words beyond that.
fn says(line: &str, again: &str) -> bool {
    let fields = again.strip_suffix('}').unwrap_or(again);
    line.strip_prefix(fields).is_some_and(|rest| rest.starts_with(','))
}

/// The lines between header and end, as far as each matches its digest; and what is wrong with
/// the first that does not.
fn read_lines(text: &str) -> (Vec<&str>, Option<ReplayFault>) {
    let mut seal = Seal::default();
    let mut lines = Vec::new();
    let mut whole = 0;
    let mut rest = text.split('\n').enumerate();
    while let Some((at, line)) = rest.next() {
        if line.is_empty() && at > 0 {
            break;
        }
        let altered = ReplayFault::Altered { line: at + 1, whole };
        let Some(fields) = seal.open(line) else { return (lines, Some(altered)) };
        if fields.starts_with("{\"kind\":\"End\"") {
            // The line is whole, and nothing stands after it.
            let fault = match (rest.next(), rest.next()) {
                (Some((_, "")), None) => None,
                (None, _) => Some(ReplayFault::Cut { whole }),
                _ => Some(ReplayFault::Altered { line: at + 2, whole }),
            };
            return (lines, fault);
        }
        if at > 0 {
            whole += 1;
            lines.push(line);
        }
    }
    (lines, Some(ReplayFault::Cut { whole }))
}

fn scenario_of(header: &Value) -> Result<Arc<Scenario>, ReplayFault> {
    let source = header["source"].as_str().ok_or(ReplayFault::Scenario)?;
    let scenario = scenario::load("record", source.as_bytes())
        .scenario
        .filter(|scenario| header["scenario"] == scenario.digest)
        .ok_or(ReplayFault::Scenario)?;
    let scenario = match header["varied"].as_u64() {
        Some(seed) => Arc::new(scenario.varied(Seed(seed))),
        None => scenario,
    };
    // A naming of a later program changes words only: names are then shown.
    let naming = Naming::deserialize(&header["naming"]).unwrap_or_default();
    Ok(scenario.named(naming))
}
