//! `horseshoe import`: a table written into a scenario file, value by value.

use std::io;

use crate::scenario::{self, Document};
use crate::store::{self, Opened};

use super::super::super::args::ImportArgs;
use super::super::super::{Console, Status, check, source};
use super::super::{difference, written};
use super::row::{Row, header};

pub(in crate::cli) fn import(args: &ImportArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(opened) = source::open(&args.file, console)? else { return Ok(Status::Failed) };
    let Some(table) = source::open_text(&args.table, console)? else { return Ok(Status::Failed) };
    let Some(text) = opened.text().filter(|_| opened.load().scenario.is_some()) else {
        write!(console.err, "{}", opened.load().diagnostics.render(console.color))?;
        return Ok(Status::Failed);
    };
    let mut document = Document::new(text);
    let (changed, faults) = rows(&table, &mut document);
    for fault in &faults {
        writeln!(console.err, "error: {}: {fault}", args.table)?;
    }
    let found = scenario::load(&opened.name, document.text().as_bytes());
    if found.scenario.is_none() && faults.is_empty() {
        write!(console.err, "{}", found.diagnostics.render(console.color))?;
    }
    if found.scenario.is_none() || !faults.is_empty() {
        writeln!(console.err, "nothing is written: {} stays as it was", opened.name)?;
        return Ok(Status::Failed);
    }
    if changed == 0 {
        writeln!(console.err, "{}: the table says nothing new", opened.name)?;
    } else {
        difference::show(&opened.name, [text, document.text()], "with the table", console)?;
    }
    let changed = Opened { name: opened.name, bytes: document.text().as_bytes().to_vec() };
    let is_written = match &args.output {
        Some(output) => match store::save(output, &changed.bytes) {
            Ok(()) => true,
            Err(message) => {
                writeln!(console.err, "error: {message}")?;
                false
            }
        },
        None => written::in_place(&changed, console)?,
    };
    if is_written {
        writeln!(console.err, "{}: {}", changed.name, check::summary(&found.diagnostics))?;
    }
    Ok(if is_written { Status::Done } else { Status::Failed })
}

/// Writes all rows; how many values they changed, and every reason why one could not be written.
fn rows(table: &str, document: &mut Document) -> (usize, Vec<String>) {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table.as_bytes());
    let columns = match reader.headers().map_err(|fault| fault.to_string()) {
        Ok(names) => header(names.iter()),
        Err(fault) => Err(fault),
    };
    let (sheet, columns) = match columns {
        Ok(found) => found,
        Err(fault) => return (0, vec![format!("line 1: {fault}")]),
    };
    let (mut changed, mut faults) = (0, Vec::new());
    for record in reader.records() {
        let written = match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                Row::of(&columns, record.iter())
                    .write(sheet, document)
                    .map_err(|fault| format!("line {line}: {fault}"))
            }
            Err(fault) => Err(fault.to_string()),
        };
        match written {
            Ok(values) => changed += values,
            Err(fault) => faults.push(fault),
        }
    }
    (changed, faults)
}
