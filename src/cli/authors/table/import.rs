//! `horseshoe import`: a table written into a scenario file, value by value.

use std::collections::BTreeMap;
use std::io;

use crate::scenario::{self, Document};
use crate::store::Opened;

use super::super::super::args::ImportArgs;
use super::super::super::{Console, Status, check, source};
use super::super::{difference, written};
use super::row::{Changes, Row, header};

pub(in crate::cli) fn import(args: &ImportArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(opened) = source::open(&args.file, console)? else { return Ok(Status::Failed) };
    let before = opened.load();
    let Some(text) = opened.text().filter(|_| before.scenario.is_some()) else {
        write!(console.err, "{}", before.diagnostics.render(console.color))?;
        if args.file.to_lowercase().ends_with(".csv") {
            writeln!(console.err, "`{}` looks like a table: the scenario comes first", args.file)?;
        }
        return Ok(Status::Failed);
    };
    let Some(table) = source::open_text(&args.table, console)? else { return Ok(Status::Failed) };
    if args.output.as_ref().is_some_and(|output| output.as_os_str() == args.table.as_str()) {
        writeln!(console.err, "error: `{}` is the table; name another file", args.table)?;
        return Ok(Status::Failed);
    }
    let mut document = Document::new(text);
    let Taken { changes, mut faults } = rows(&table, &document);
    let (is_same, new) = (changes.is_empty(), changes.new.clone());
    if faults.is_empty() {
        faults.extend(changes.make(&mut document).err());
    }
    for fault in &faults {
        writeln!(console.err, "error: {}: {fault}", args.table)?;
    }
    if !faults.is_empty() {
        writeln!(console.err, "nothing is written: {} stays as it was", opened.name)?;
        return Ok(Status::Failed);
    }
    let found = scenario::load(&opened.name, document.text().as_bytes()).diagnostics;
    if written::is_refused(&before.diagnostics, &found, console)? {
        return Ok(Status::Failed);
    }
    if !is_same {
        difference::show(&opened.name, [text, document.text()], "with the table", console)?;
    }
    for new in new {
        writeln!(console.err, "new: {new}")?;
    }
    let bytes = document.text().as_bytes().to_vec();
    let is_written = match &args.output {
        Some(output) => written::to(output, &bytes, console)?,
        None if is_same => {
            writeln!(console.err, "{}: the table says nothing new", opened.name)?;
            true
        }
        None => written::in_place(&Opened { name: opened.name, bytes }, console)?,
    };
    let summary = check::summary(&found);
    writeln!(console.err, "the scenario has {summary}; `horseshoe check` lists them")?;
    Ok(if is_written { Status::Done } else { Status::Failed })
}

/// What came of the rows of a table.
#[derive(Default)]
struct Taken {
    changes: Changes,
    /// Every reason why a row could not be taken.
    faults: Vec<String>,
}

/// Takes all rows for a document.
fn rows(table: &str, document: &Document) -> Taken {
    let mut taken = Taken::default();
    if let Some(line) = unclosed_quote(table) {
        taken.faults.push(format!("line {line}: a quote begins here and is never closed"));
        return taken;
    }
    let delimiter = delimiter(table);
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .delimiter(delimiter)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    // With semicolons comes the decimal comma of the same countries.
    let point = if delimiter == b',' { '.' } else { ',' };
    let columns = match reader.headers().map_err(|fault| in_words(&fault)) {
        Ok(names) => header(names.iter()),
        Err(fault) => Err(fault),
    };
    let (sheet, columns) = match columns {
        Ok(found) => found,
        Err(fault) => {
            taken.faults.push(format!("line 1: {fault}"));
            return taken;
        }
    };
    let mut seen = BTreeMap::new();
    for record in reader.records() {
        if record.as_ref().is_ok_and(|record| record.iter().all(str::is_empty)) {
            continue;
        }
        if let Err(fault) = record.map_err(|fault| in_words(&fault)).and_then(|record| {
            let line = record.position().map_or(0, csv::Position::line);
            let row = Row::of(&columns, record.iter(), point);
            one(&row, line, &mut seen)
                .and_then(|()| row.take(sheet, document, &mut taken.changes))
                .map_err(|fault| format!("line {line}: {fault}"))
        }) {
            taken.faults.push(fault);
        }
    }
    taken
}

/// That no earlier row is about the same.
fn one(row: &Row, line: u64, seen: &mut BTreeMap<String, u64>) -> Result<(), String> {
    match seen.insert(row.about(), line) {
        Some(first) => {
            Err(format!("line {first} is about the same already; remove one of the two"))
        }
        None => Ok(()),
    }
}

/// A comma, or the semicolon that spreadsheets of many countries write instead, or the tab of
/// those that copy and paste.
fn delimiter(table: &str) -> u8 {
    let first = table.lines().next().unwrap_or_default();
    match [b',', b';', b'\t'].iter().max_by_key(|sign| first.matches(char::from(**sign)).count()) {
        Some(sign) if first.contains(char::from(*sign)) => *sign,
        _ => b',',
    }
}

/// The line of a quote that swallows all rows behind it.
fn unclosed_quote(table: &str) -> Option<usize> {
    let mut open = None;
    for (at, line) in table.lines().enumerate() {
        if line.matches('"').count() % 2 == 1 {
            open = if open.is_some() { None } else { Some(at + 1) };
        }
    }
    open
}

fn in_words(fault: &csv::Error) -> String {
    match fault.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => format!(
            "line {}: the row has {len} cells, and the first line {expected_len}; \
             write as many, and a text with commas in quotes",
            pos.as_ref().map_or(0, csv::Position::line)
        ),
        _ => fault.to_string(),
    }
}
