//! Any bytes may be given as a record. Lines are also sealed again, so that what stands behind
//! the digests is reached: a line that says something else than was recorded.

#![no_main]

use horseshoe::debate::{SealedLines, open, replay};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let _ = replay(&text);
    let _ = open(&text);
    let mut lines = SealedLines::default();
    for line in text.lines() {
        let fields = line.rsplit_once(",\"digest\":").map_or(line, |(fields, _)| fields);
        lines.push(&format!("{}}}", fields.trim_end_matches('}')));
    }
    let sealed = lines.into_lines().join("\n");
    let _ = open(&sealed);
    let _ = replay(&sealed);
});
