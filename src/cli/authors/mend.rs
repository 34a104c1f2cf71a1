//! `horseshoe check --fix`: certain mends, shown before they are written.

use std::io;

use crate::scenario;
use crate::store::Opened;

use super::super::Console;
use super::{difference, written};

/// Makes the certain mends of a file, shows the difference and writes it; what is to be checked
/// afterwards, or nothing when the file could not be written, which is said.
pub(in crate::cli) fn mend(
    opened: Opened,
    console: &mut Console<'_>,
) -> io::Result<Option<Opened>> {
    let Some(text) = opened.text() else { return Ok(Some(opened)) };
    let mended = scenario::mend(text);
    if mended.is_unchanged() {
        writeln!(console.err, "{}: nothing can be mended without doubt", opened.name)?;
        return Ok(Some(opened));
    }
    if mended.line_ends > 0 {
        let lines = if mended.line_ends == 1 { "line" } else { "lines" };
        let said = format!("{} {lines} ended in CRLF and end in LF now", mended.line_ends);
        writeln!(console.err, "{}: {said}", opened.name)?;
    }
    if mended.before != mended.after {
        difference::show(&opened.name, [&mended.before, &mended.after], "mended", console)?;
    }
    let after = Opened { name: opened.name, bytes: mended.after.into_bytes() };
    let is_written = written::in_place(&after, console)?;
    Ok(is_written.then_some(after))
}
