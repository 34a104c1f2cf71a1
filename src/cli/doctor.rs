//! `horseshoe check --doctor`: the diagnostics of some files, and what forecasts and runs show.

use std::io;

use serde_json::Value;

use crate::analysis::doctor::{Examination, Findings, Words, examine};
use crate::ensemble::Watch;
use crate::scenario::{Diagnostics, Severity, read};
use crate::store::{self, Opened};

use super::args::{CheckArgs, Format};
use super::ensemble::progress::Bar;
use super::{Console, Status, check, interrupt};

pub(super) fn check(args: &CheckArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(words) = words(&args.words, console)? else { return Ok(Status::Misused) };
    let mut status = Status::Done;
    let mut problems = Vec::new();
    for file in &args.files {
        let Some(opened) = check::opened(file, args, console)? else {
            status = Status::Failed;
            continue;
        };
        let Some((diagnostics, findings)) = examined(&opened, args, &words, console)? else {
            return Ok(Status::Failed);
        };
        if diagnostics.has_errors() {
            status = Status::Failed;
        }
        match args.format {
            Format::Json => problems.extend(diagnostics.to_json()),
            Format::Text => tell(&opened.name, &diagnostics, &findings, console)?,
        }
        if findings.runs < findings.planned {
            writeln!(
                console.err,
                "{}: interrupted after {} of {} runs",
                opened.name, findings.runs, findings.planned
            )?;
            break;
        }
    }
    if args.format == Format::Json {
        writeln!(console.out, "{:#}", Value::Array(problems))?;
    }
    Ok(status)
}

/// The built-in words with those of the author's lists, or nothing, and why is printed.
fn words(lists: &[String], console: &mut Console<'_>) -> io::Result<Option<Words>> {
    let mut words = match Words::built_in() {
        Ok(words) => words,
        Err(fault) => {
            writeln!(console.err, "error: {fault}")?;
            return Ok(None);
        }
    };
    for list in lists {
        let added = store::open_text(list)
            .and_then(|text| words.add(&text).map_err(|fault| format!("`{list}`: {fault}")));
        if let Err(message) = added {
            writeln!(console.err, "error: {message}")?;
            return Ok(None);
        }
    }
    Ok(Some(words))
}

/// The problems and remarks of a file, with what the remarks rest on.
fn examined(
    opened: &Opened,
    args: &CheckArgs,
    words: &Words,
    console: &mut Console<'_>,
) -> io::Result<Option<(Diagnostics, Findings)>> {
    let mut read = read(&opened.name, &opened.bytes);
    let mut bar = Bar::new(console.watched);
    let mut progress = |progress| bar.tell(progress);
    let mut watch = Watch { cancel: interrupt::flag(), progress: &mut progress };
    let found = examine(&read, &Examination { runs: args.runs, threads: 0, words }, &mut watch);
    bar.finish();
    match found {
        Ok(mut findings) => {
            read.diagnostics.add_all(std::mem::take(&mut findings.remarks));
            Ok(Some((read.diagnostics, findings)))
        }
        Err(fault) => {
            writeln!(console.err, "error: {fault}")?;
            Ok(None)
        }
    }
}

fn tell(
    name: &str,
    diagnostics: &Diagnostics,
    findings: &Findings,
    console: &mut Console<'_>,
) -> io::Result<()> {
    write!(console.out, "{}", diagnostics.render(console.color))?;
    let explained: Vec<String> = diagnostics
        .iter()
        .filter(|problem| problem.explained.is_some())
        .map(|problem| {
            let place = diagnostics.place(problem);
            format!("{} at {}:{}", problem.code, place.line, place.column)
        })
        .collect();
    if !explained.is_empty() {
        writeln!(console.out, "explained by the author: {}", explained.join(", "))?;
    }
    let parts = summary(diagnostics, explained.len());
    let runs = match findings.runs {
        0 => String::new(),
        1 => " in 1 run".to_owned(),
        runs => format!(" in {runs} runs"),
    };
    writeln!(console.out, "{name}: {parts}{runs}")
}

/// "no problems", "3 remarks (2 explained)", "1 warning and 3 remarks".
fn summary(diagnostics: &Diagnostics, explained: usize) -> String {
    let problems = check::summary(diagnostics);
    let remarks = diagnostics.count(Severity::Remark);
    if remarks == 0 {
        return problems;
    }
    let counted = if remarks == 1 { "1 remark".to_owned() } else { format!("{remarks} remarks") };
    let counted = match explained {
        0 => counted,
        n => format!("{counted} ({n} explained)"),
    };
    if diagnostics.len() > remarks { format!("{problems} and {counted}") } else { counted }
}
