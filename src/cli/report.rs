//! `horseshoe report`: what came of a saved debate, or one table of many.

use std::io;

use crate::council::DelegationId;
use crate::debate::Record;
use crate::report::document::{
    Made, Part, Row, Standings, Verified, Written, document_text, judged, scores, scores_csv,
};
use crate::scenario::nearest;
use crate::store;
use crate::text::list;

use super::args::{ReportArgs, ReportFormat, ReportPart};
use super::{Console, Status};

pub(super) fn of_records(args: &ReportArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let format = args.wanted();
    if let Some(message) = misused(args, format) {
        writeln!(console.err, "error: {message}")?;
        return Ok(Status::Misused);
    }
    let made = if format == ReportFormat::Csv { Ok(table(args)) } else { one(args, format) };
    let (bytes, mut faults) = made.unwrap_or_else(|message| (Vec::new(), vec![message]));
    if bytes.is_empty() {
        // There is no record to report on.
    } else if let Some(path) = &args.output {
        faults.extend(store::save(path, &bytes).err());
    } else {
        console.out.write_all(&bytes)?;
    }
    for fault in &faults {
        writeln!(console.err, "error: {fault}")?;
    }
    Ok(if faults.is_empty() { Status::Done } else { Status::Failed })
}

/// What does not go together.
fn misused(args: &ReportArgs, format: ReportFormat) -> Option<&'static str> {
    let is_part = args.part != ReportPart::Report || args.seat.is_some();
    match format {
        ReportFormat::Csv if is_part => {
            Some("a table shows all seats of each record: leave --seat and --part out")
        }
        ReportFormat::Json if is_part => {
            Some("JSON has the whole report: leave --seat and --part out")
        }
        ReportFormat::Csv => None,
        _ if args.records.len() > 1 => {
            Some("several records make one table: write --format csv, or name one record")
        }
        _ => None,
    }
}

/// What is written, and what was found wrong with records.
type Reported = (Vec<u8>, Vec<String>);

/// One table of all records.
fn table(args: &ReportArgs) -> Reported {
    let mut standings = Standings::new(args.runs);
    let mut rows: Vec<Row> = Vec::new();
    for file in &args.records {
        match store::open_text(file) {
            Ok(text) => rows.extend(scores((file, &text), &mut standings)),
            Err(message) => rows.push(Row::unread(file, message)),
        }
    }
    let mut faults: Vec<String> = Vec::new();
    for row in &rows {
        if let Verified::No(why) = &row.verified {
            let fault = format!("{}: {why}", row.file);
            if faults.last() != Some(&fault) {
                faults.push(fault);
            }
        }
    }
    (scores_csv(&rows), faults)
}

/// The report of the one record.
fn one(args: &ReportArgs, format: ReportFormat) -> Result<Reported, String> {
    let Some(file) = args.records.first() else { return Err("name a record".to_owned()) };
    let text = store::open_text(file)?;
    let (opened, verified) = judged(&text).map_err(|fault| format!("{file}: {fault}"))?;
    let seat = args.seat.as_deref().map(|name| played(&opened.record, name)).transpose()?;
    let faults = match &verified {
        Verified::No(why) => vec![format!("{file}: {why}")],
        Verified::Yes | Verified::Unchecked => Vec::new(),
    };
    let part = match (seat, args.part) {
        (Some(who), _) => Part::Seat(who),
        (None, ReportPart::Record) => Part::Record,
        (None, ReportPart::Report) => Part::Report,
    };
    let wanted = match format {
        ReportFormat::Html => Written::Page(part),
        ReportFormat::Json => Written::Data,
        ReportFormat::Md | ReportFormat::Csv => Written::Text(part),
    };
    let text = document_text((opened, verified), &wanted, (args.runs, Made::default()));
    Ok((text.into_bytes(), faults))
}

/// The seat of this name, if a person played it.
fn played(record: &Record, name: &str) -> Result<DelegationId, String> {
    let scenario = &record.scenario;
    let seats = record.seats();
    let known = seats.iter().map(|&who| scenario.members[who].identifier.as_str());
    let found = seats.iter().find(|&&who| scenario.members[who].identifier == name);
    found.copied().ok_or_else(|| match (nearest(name, known.clone()), seats.is_empty()) {
        (_, true) => "nobody played a seat in this record".to_owned(),
        (Some(near), _) => format!("nobody played `{name}`; did you mean `{near}`?"),
        (None, _) => {
            format!("nobody played `{name}`; people played {}", list(&known.collect::<Vec<_>>()))
        }
    })
}
