//! `horseshoe run`: one debate, as text or as JSON.

use std::io;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::analysis::ledger::{Ledger, Written};
use crate::council::{DelegationId, OutcomeId};
use crate::debate::{
    Book, ENGINE_VERSION, Event, EventKind, OutcomeResult, Record, Selection, State, event_fields,
    result_json, results,
};
use crate::scenario::{self, Scenario};
use crate::store::{self, Opened};
use crate::stream::Seed;
use crate::text::{
    Entry, EntryKind, Phrasebook, Verbatim, Words, long_date, reason, record_text, result_words,
};

use super::args::{Format, RunArgs};
use super::{Console, Status, phrases, source};

pub(super) fn run(args: &RunArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(source) = source::open(&args.file, console)? else { return Ok(Status::Failed) };
    let Some(scenario) = source::checked(&source, console)? else { return Ok(Status::Failed) };
    let scenario = if args.vary { Arc::new(scenario.varied(Seed(args.seed))) } else { scenario };
    let own = match &args.phrases {
        Some(folder) => match phrases::open(folder, console)? {
            Some(book) => Some(book),
            None => return Ok(Status::Failed),
        },
        None => None,
    };
    let book = own.as_ref().unwrap_or_else(|| Phrasebook::english());
    let record = Record::of(scenario, Seed(args.seed));
    let state = record.state_at(record.events.len());
    if let Some(path) = &args.save
        && let Err(message) = store::save(path, record_text(&record, book).as_bytes())
    {
        writeln!(console.err, "error: {message}")?;
        return Ok(Status::Failed);
    }
    if let Some(asked) = &args.why {
        return why(asked, &record, (&source, args.format), console);
    }
    match args.format {
        Format::Json => {
            writeln!(console.out, "{:#}", as_json(&record, &state, (book, args.quiet)))?;
        }
        Format::Text => {
            if !args.quiet {
                meeting(&record, book, console)?;
            }
            table(&record, &state, console)?;
        }
    }
    Ok(Status::Done)
}

/// Prints the chain of reasons behind MEMBER:OUTCOME.
fn why(
    asked: &str,
    record: &Record,
    (source, format): (&Opened, Format),
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let scenario = &record.scenario;
    let (who, outcome) = match about(scenario, asked) {
        Ok(about) => about,
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            return Ok(Status::Misused);
        }
    };
    let reason = Ledger::of(record).why(who, outcome);
    let Some(tree) = scenario::read(&source.name, &source.bytes).tree else {
        return Ok(Status::Failed);
    };
    let written = Written { scenario, tree: &tree };
    match format {
        Format::Json => writeln!(console.out, "{:#}", reason.json(written))?,
        Format::Text => {
            for line in reason.lines(written) {
                writeln!(console.out, "{line}")?;
            }
        }
    }
    Ok(Status::Done)
}

/// The member and the outcome that MEMBER:OUTCOME names, or what is wrong with it.
fn about(scenario: &Scenario, asked: &str) -> Result<(DelegationId, OutcomeId), String> {
    let Some((member, outcome)) = asked.split_once(':') else {
        return Err(format!("`{asked}` names no outcome: write MEMBER:OUTCOME"));
    };
    let names = &scenario.derived.names;
    let who = scenario.delegation(member).ok_or_else(|| unknown("member", member, &names.members));
    let id = scenario.outcome(outcome).ok_or_else(|| unknown("outcome", outcome, &names.outcomes));
    Ok((who?, id?))
}

fn unknown(what: &str, name: &str, known: &[String]) -> String {
    match scenario::nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!("unknown {what} `{name}`; did you mean `{near}`?"),
        None => format!("unknown {what} `{name}`; write one of {}", known.join(", ")),
    }
}

fn meeting(record: &Record, book: &Phrasebook, console: &mut Console<'_>) -> io::Result<()> {
    let scenario = &record.scenario;
    let out = &mut console.out;
    writeln!(out, "SIMULATED RECORD: {}", scenario.title)?;
    writeln!(
        out,
        "{}, {}, {}. Seed {}. Simulated; no sentence is a quotation.\n",
        scenario.body,
        scenario.meeting.label(),
        long_date(&scenario.date),
        record.seed.0
    )?;
    let verbatim = Verbatim::in_phrases(scenario, record.seed, book);
    let entries = verbatim.all(&record.events);
    let (public, outside): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.book == Book::Record);
    for entry in &public {
        writeln!(out, "{}\n", told(scenario, entry))?;
    }
    if !outside.is_empty() {
        writeln!(out, "OUTSIDE THE CHAMBER (simulated)\n")?;
        for entry in &outside {
            writeln!(out, "{}\n", told(scenario, entry))?;
        }
    }
    Ok(())
}

/// An entry as a paragraph, with who speaks.
fn told(scenario: &Scenario, entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Heading => format!("## {}", entry.text),
        EntryKind::Proceedings => entry.text.clone(),
        EntryKind::President => format!("The President (simulated): {}", entry.text),
        EntryKind::Statement { speaker, .. } => format!(
            "The representative of {} (simulated): {}",
            scenario.members[*speaker].name.in_sentence(),
            entry.text
        ),
    }
}

fn table(record: &Record, state: &State, console: &mut Console<'_>) -> io::Result<()> {
    let scenario = &record.scenario;
    let width = scenario.outcomes.iter().map(|o| o.title.chars().count()).max().unwrap_or(0);
    let out = &mut console.out;
    let drawn = if record.scenario.variation.is_some() { ", positions drawn anew" } else { "" };
    writeln!(out, "OUTCOMES (simulated; seed {}{drawn})", record.seed.0)?;
    // What was said in public and how the vote fell are two things: the head keeps them apart.
    writeln!(out, "{:<width$}  {:<22}  {:-^44}", "", "", " declared in the debate ")?;
    writeln!(
        out,
        "{:<width$}  {:<22}  {:>9}  {:>12}  {:>7}  {:>10}  Result",
        "Outcome", "Form", "In favour", "Reservations", "Opposed", "Undeclared"
    )?;
    for result in results(scenario, state) {
        let outcome = &scenario.outcomes[result.outcome];
        let declared = &result.declared;
        writeln!(
            out,
            "{:<width$}  {:<22}  {:>9}  {:>12}  {:>7}  {:>10}  {}: {}",
            outcome.title,
            result.form.name(),
            declared.in_favour.len(),
            declared.reservations.len(),
            declared.opposed.len(),
            declared.undeclared.len(),
            result_words(result.decision),
            reason(scenario, &result, selection(&record.events, &result)),
        )?;
    }
    Ok(())
}

/// How it was last settled whether to put this outcome.
fn selection<'a>(events: &'a [Event], result: &OutcomeResult) -> Option<&'a Selection> {
    events.iter().rev().find_map(|event| match &event.kind {
        EventKind::TextsSelected { rows } => rows.iter().find(|row| row.outcome == result.outcome),
        _ => None,
    })
}

fn as_json(record: &Record, state: &State, (book, quiet): (&Phrasebook, bool)) -> Value {
    let scenario = &record.scenario;
    let events = if quiet { Vec::new() } else { events_as_json(record, book) };
    let outcomes: Map<String, Value> = results(scenario, state)
        .iter()
        .map(|result| {
            let id = scenario.outcomes[result.outcome].identifier.clone();
            (id, result_json(scenario, result))
        })
        .collect();
    let positions: Map<String, Value> = scenario
        .order
        .members
        .iter()
        .map(|&who| {
            let issues = scenario.order.issues.iter();
            let row: Map<String, Value> = issues
                .filter(|&&issue| scenario.derived.instructions[(who, issue)].given)
                .map(|&issue| {
                    let position = on_authors_scale(state.positions[(who, issue)]);
                    (scenario.issues[issue].identifier.clone(), json!(position))
                })
                .collect();
            (scenario.members[who].identifier.clone(), Value::Object(row))
        })
        .collect();
    json!({
        "format": 1,
        "scenario": scenario.title,
        "seed": record.seed.0,
        "varied": record.scenario.variation.is_some(),
        "engine_version": ENGINE_VERSION,
        "simulated": true,
        "events": events,
        "outcomes": outcomes,
        "positions": positions,
    })
}

/// A position on the scale of 0..100, to a millionth of a point.
fn on_authors_scale(position: f64) -> f64 {
    (position * 1e8).round() / 1e6
}

/// The events with the words of the statements; marks stand apart from the prose.
fn events_as_json(record: &Record, book: &Phrasebook) -> Vec<Value> {
    let mut words = Words::of(record, book);
    let events = record.events.iter().enumerate();
    events
        .map(|(at, event)| {
            let mut fields = event_fields(&record.scenario, at + 1, event);
            words.add(event, &mut fields);
            Value::Object(fields)
        })
        .collect()
}
