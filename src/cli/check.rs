//! `horseshoe check`: all diagnostics of some files.

use std::io;

use serde_json::Value;

use crate::scenario::{Diagnostics, Severity};
use crate::store::{Opened, STANDARD_INPUT};

use super::args::{CheckArgs, Format};
use super::{Console, Status, authors, doctor, source};

pub(super) fn check(args: &CheckArgs, console: &mut Console<'_>) -> io::Result<Status> {
    if args.doctor {
        return doctor::check(args, console);
    }
    let mut status = Status::Done;
    let mut problems = Vec::new();
    for file in &args.files {
        let Some(opened) = opened(file, args, console)? else {
            status = Status::Failed;
            continue;
        };
        let loaded = opened.load();
        if loaded.scenario.is_none() {
            status = Status::Failed;
        }
        match args.format {
            Format::Json => problems.extend(loaded.diagnostics.to_json()),
            Format::Text => {
                let shown = loaded.diagnostics.render(console.color);
                let summary = summary(&loaded.diagnostics);
                // Where the mended text goes to standard output, nothing else may.
                let is_piped = args.fix && opened.name == STANDARD_INPUT;
                let out = if is_piped { &mut *console.err } else { &mut *console.out };
                writeln!(out, "{shown}{}: {summary}", opened.name)?;
            }
        }
    }
    if args.format == Format::Json {
        writeln!(console.out, "{:#}", Value::Array(problems))?;
    }
    Ok(status)
}

/// Opens a file and, where that is asked for, mends it; why it cannot be had is printed.
pub(super) fn opened(
    file: &str,
    args: &CheckArgs,
    console: &mut Console<'_>,
) -> io::Result<Option<Opened>> {
    match source::open(file, console)? {
        Some(opened) if args.fix => authors::mend(opened, console),
        opened => Ok(opened),
    }
}

/// "no problems", "2 errors and 1 warning".
pub(super) fn summary(diagnostics: &Diagnostics) -> String {
    let counted = |severity, one: &str| match diagnostics.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {one}s")),
    };
    let parts: Vec<String> =
        [counted(Severity::Error, "error"), counted(Severity::Warning, "warning")]
            .into_iter()
            .flatten()
            .collect();
    if parts.is_empty() { "no problems".to_owned() } else { parts.join(" and ") }
}
