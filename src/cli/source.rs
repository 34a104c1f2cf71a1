//! The scenario that a command names.

use std::io;
use std::sync::Arc;

use crate::scenario::Scenario;

use super::Console;

pub use crate::store::{Opened, open};

/// Loads the scenario of `file`, or prints why that cannot be done.
pub(super) fn load(
    file: &str,
    console: &mut Console<'_>,
) -> io::Result<Option<Arc<Scenario>>> {
    match open(file) {
        Ok(opened) => {
            let loaded = opened.load();
            if loaded.scenario.is_none() {
                write!(console.err, "{}", loaded.diagnostics.render(console.color))?;
            }
            Ok(loaded.scenario)
        }
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            Ok(None)
        }
    }
}
