//! A changed scenario, written in the place of the file it was read from.

use std::io;
use std::path::Path;

use crate::scenario::{Diagnostics, Severity, library};
use crate::store::{self, Opened};

use super::super::Console;

/// Writes a changed file, with the file as it was kept beside it; whether that could be done.
/// What came from standard input goes on to standard output, and a bundled scenario stays as
/// it is.
pub(super) fn in_place(changed: &Opened, console: &mut Console<'_>) -> io::Result<bool> {
    let name = &changed.name;
    if name == store::STANDARD_INPUT {
        console.out.write_all(&changed.bytes)?;
        return Ok(true);
    }
    let path = Path::new(name);
    if !path.exists() && library::bundled(name).is_some() {
        writeln!(
            console.err,
            "error: `{name}` comes with the program and stays as it is; \
             copy it with `horseshoe new FILE --from {name}`"
        )?;
        return Ok(false);
    }
    to(path, &changed.bytes, console)
}

/// Whether a change brings new errors into a file: they are printed, and nothing is to be written.
pub(super) fn is_refused(
    before: &Diagnostics,
    after: &Diagnostics,
    console: &mut Console<'_>,
) -> io::Result<bool> {
    let is_worse = after.count(Severity::Error) > before.count(Severity::Error);
    if is_worse {
        write!(console.err, "{}", after.render(console.color))?;
        writeln!(console.err, "these would be its errors; nothing is written")?;
    }
    Ok(is_worse)
}

/// Writes a file and says so; one that is there is kept as a backup. Whether that could be done.
pub(super) fn to(path: &Path, bytes: &[u8], console: &mut Console<'_>) -> io::Result<bool> {
    let name = path.display();
    match store::replace(path, bytes) {
        Ok(Some(backup)) => {
            writeln!(console.err, "{name}: written; as it was: {}", backup.display())?;
            Ok(true)
        }
        Ok(None) => {
            writeln!(console.err, "{name}: written")?;
            Ok(true)
        }
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            Ok(false)
        }
    }
}
