//! `horseshoe check --fix`: certain mends, shown before they are written.

use std::io;
use std::path::Path;

use similar::{ChangeTag, TextDiff};

use crate::scenario::{self, library};
use crate::store::{self, Opened};

use super::Console;

/// Unchanged lines shown around each difference.
const CONTEXT: usize = 2;

/// Makes the certain mends of a file, shows the difference and writes it; what is to be checked
/// afterwards, or nothing when the file could not be written, which is said.
pub(super) fn mend(opened: Opened, console: &mut Console<'_>) -> io::Result<Option<Opened>> {
    // Bytes that are no text, or too many of them, are told by the check.
    let text = (opened.bytes.len() <= scenario::MAX_BYTES)
        .then(|| str::from_utf8(&opened.bytes).ok())
        .flatten();
    let Some(text) = text else { return Ok(Some(opened)) };
    let mended = scenario::mend(text);
    if mended.is_unchanged() {
        return Ok(Some(opened));
    }
    if mended.line_ends > 0 {
        let lines = if mended.line_ends == 1 { "line" } else { "lines" };
        writeln!(
            console.err,
            "{}: {} {lines} ended in CRLF and end in LF now",
            opened.name, mended.line_ends
        )?;
    }
    difference(&opened.name, &mended.before, &mended.after, console)?;
    let name = opened.name.clone();
    if let Err(message) = written(&opened, mended.after.as_bytes(), console)? {
        writeln!(console.err, "error: {message}")?;
        return Ok(None);
    }
    Ok(Some(Opened { name, bytes: mended.after.into_bytes() }))
}

/// Writes the mended text in the place of the file. What came from standard input goes on to
/// standard output; a bundled scenario stays what it is.
fn written(
    opened: &Opened,
    bytes: &[u8],
    console: &mut Console<'_>,
) -> io::Result<Result<(), String>> {
    if opened.name == store::STANDARD_INPUT {
        console.out.write_all(bytes)?;
        return Ok(Ok(()));
    }
    let path = Path::new(&opened.name);
    if !path.exists() && library::bundled(&opened.name).is_some() {
        return Ok(Err(format!(
            "`{0}` comes with the program and is not changed; copy it with `horseshoe new FILE --from {0}`",
            opened.name
        )));
    }
    let saved = store::replace(path, bytes);
    if let Ok(Some(backup)) = &saved {
        writeln!(
            console.err,
            "{}: mended; the file as it was is `{}`",
            opened.name,
            backup.display()
        )?;
    }
    Ok(saved.map(drop))
}

/// The lines in which two texts differ, in the way of `diff -u`.
pub(super) fn difference(
    name: &str,
    before: &str,
    after: &str,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let (removed, added, plain) =
        if console.color { ("\x1b[31m", "\x1b[32m", "\x1b[0m") } else { ("", "", "") };
    writeln!(console.err, "--- {name}, as it was\n+++ {name}, mended")?;
    let diff = TextDiff::from_lines(before, after);
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        writeln!(console.err, "{}", hunk.header())?;
        for change in hunk.iter_changes() {
            let (sign, color) = match change.tag() {
                ChangeTag::Delete => ('-', removed),
                ChangeTag::Insert => ('+', added),
                ChangeTag::Equal => (' ', ""),
            };
            let line = change.value().trim_end_matches('\n');
            let end = if color.is_empty() { "" } else { plain };
            writeln!(console.err, "{color}{sign}{line}{end}")?;
        }
    }
    Ok(())
}
