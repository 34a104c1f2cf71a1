//! Where a scenario comes from, and what is said when it cannot be had.

use std::io;
use std::sync::Arc;

use crate::scenario::Scenario;
use crate::store::{self, Opened};

use super::Console;

/// Opens `file`, or prints why that cannot be done.
pub(super) fn open(file: &str, console: &mut Console<'_>) -> io::Result<Option<Opened>> {
    match store::open(file) {
        Ok(opened) => Ok(Some(opened)),
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            Ok(None)
        }
    }
}

/// The text of `file`, a table, or prints why that cannot be had.
pub(super) fn open_text(file: &str, console: &mut Console<'_>) -> io::Result<Option<String>> {
    match store::open_text(file) {
        Ok(text) => Ok(Some(text)),
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            Ok(None)
        }
    }
}

/// The text of a file that is to be edited; what is wrong with one that is no text is printed.
pub(super) fn text<'a>(
    opened: &'a Opened,
    console: &mut Console<'_>,
) -> io::Result<Option<&'a str>> {
    let text = opened.text();
    if text.is_none() {
        write!(console.err, "{}", opened.load().diagnostics.render(console.color))?;
    }
    Ok(text)
}

/// The scenario in a file; its problems are printed when there is none.
pub(super) fn checked(
    opened: &Opened,
    console: &mut Console<'_>,
) -> io::Result<Option<Arc<Scenario>>> {
    let loaded = opened.load();
    if loaded.scenario.is_none() {
        write!(console.err, "{}", loaded.diagnostics.render(console.color))?;
    }
    Ok(loaded.scenario)
}

/// The scenario of `file`, or nothing, and why is printed.
pub(super) fn load(file: &str, console: &mut Console<'_>) -> io::Result<Option<Arc<Scenario>>> {
    match open(file, console)? {
        Some(opened) => checked(&opened, console),
        None => Ok(None),
    }
}
