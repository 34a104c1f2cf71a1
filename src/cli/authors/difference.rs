//! Two versions of a text, shown line by line as `diff -u` does.

use std::io;

use similar::{ChangeTag, TextDiff};

use super::super::Console;

/// Unchanged lines shown around each difference.
const CONTEXT: usize = 2;

/// Shows in which lines a file was and will be different; `now` says what it is afterwards.
pub(super) fn show(
    name: &str,
    [before, after]: [&str; 2],
    now: &str,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let (removed, added, plain) =
        if console.color { ("\x1b[31m", "\x1b[32m", "\x1b[0m") } else { ("", "", "") };
    writeln!(console.err, "--- {name}, as it was\n+++ {name}, {now}")?;
    let diff = TextDiff::from_lines(before, after);
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        writeln!(console.err, "{}", hunk.header())?;
        for change in hunk.iter_changes() {
            let (sign, color, end) = match change.tag() {
                ChangeTag::Delete => ('-', removed, plain),
                ChangeTag::Insert => ('+', added, plain),
                ChangeTag::Equal => (' ', "", ""),
            };
            let line = change.value().trim_end_matches('\n');
            writeln!(console.err, "{color}{sign}{line}{end}")?;
        }
    }
    Ok(())
}
