//! Parts of an ensemble, saved by one process and added up by another.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::ensemble::Summary;
use crate::store;

/// The newest format of a saved part.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Part {
    format: u32,
    kind: String,
    #[serde(flatten)]
    summary: Summary,
}

/// What `--save` saved in these files.
///
/// # Errors
/// A sentence with the way out, when a file is no such part.
pub(super) fn read(files: &[String]) -> Result<Vec<Summary>, String> {
    files.iter().map(|file| read_one(file)).collect()
}

fn read_one(file: &str) -> Result<Summary, String> {
    let text = store::open_text(file)?;
    let part: Part = serde_json::from_str(&text).map_err(|fault| {
        format!("`{file}` is no part of an ensemble, which `--save` writes: {fault}")
    })?;
    if part.format > FORMAT || part.kind != "EnsemblePart" {
        return Err(format!("`{file}` was written by a newer program: update this one"));
    }
    Ok(part.summary)
}

/// Adds the parts to what was run.
///
/// # Errors
/// A sentence, when they do not belong together.
pub(super) fn sum(mut summary: Summary, parts: &[Summary]) -> Result<Summary, String> {
    for part in parts {
        summary.merge(part).map_err(|fault| fault.to_string())?;
    }
    Ok(summary)
}

/// Saves what was counted.
///
/// # Errors
/// A sentence with the way out, when the file cannot be written.
pub(super) fn save(summary: &Summary, path: &Path) -> Result<(), String> {
    let part = Part { format: FORMAT, kind: "EnsemblePart".to_owned(), summary: summary.clone() };
    let text = serde_json::to_string(&part).map_err(|fault| fault.to_string())?;
    store::save(path, text.as_bytes())
}
