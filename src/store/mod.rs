//! Files: the only place besides the window's dialogs that touches a disk.

pub mod folder;
pub mod journal;
mod save;

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::scenario::{self, Loaded, MAX_BYTES, library};

pub use save::{replace, save};

/// How standard input is called in messages.
pub const STANDARD_INPUT: &str = "<standard input>";

/// The most that is read of a file the program wrote: many times a meeting of two hundred speakers.
const TEXT_BYTES: u64 = 256 << 20;

/// The bytes of a file and how it is called in messages.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The name: a path, `<standard input>`, or the id of a bundled scenario.
    pub name: String,
    /// The bytes, at most one more than a scenario may have.
    pub bytes: Vec<u8>,
}

impl Opened {
    /// The bytes as text, if they are text and no more than a scenario may have.
    pub fn text(&self) -> Option<&str> {
        let bytes = Some(&self.bytes).filter(|bytes| bytes.len() <= MAX_BYTES)?;
        str::from_utf8(bytes).ok()
    }

    /// Reads and checks the scenario.
    pub fn load(&self) -> Loaded {
        scenario::load(&self.name, &self.bytes)
    }
}

/// Opens `file`: a path wins over the id of a bundled scenario.
///
/// # Errors
/// A sentence with the way out, when there is no such file or it cannot be read.
pub fn open(file: &str) -> Result<Opened, String> {
    if file == "-" {
        let bytes = at_most(io::stdin().lock())
            .map_err(|fault| format!("standard input cannot be read: {fault}"))?;
        return Ok(Opened { name: STANDARD_INPUT.to_owned(), bytes });
    }
    let path = Path::new(file);
    if path.is_dir() {
        return Err(format!("`{file}` is a folder; name a scenario file in it"));
    }
    match std::fs::File::open(path) {
        Ok(handle) => {
            let bytes =
                at_most(handle).map_err(|fault| format!("`{file}` cannot be read: {fault}"))?;
            Ok(Opened { name: file.to_owned(), bytes })
        }
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => bundled(file),
        Err(fault) => Err(format!("`{file}` cannot be opened: {fault}")),
    }
}

/// The scenario files that `path` stands for: all `*.ron` directly in a folder, sorted by name;
/// anything else stands for itself.
///
/// # Errors
/// A sentence with the way out, when a folder cannot be read or has no such file.
pub fn scenario_files(path: &str) -> Result<Vec<String>, String> {
    if !Path::new(path).is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let found = ron_files(Path::new(path))
        .map_err(|fault| format!("the folder `{path}` cannot be read: {fault}"))?;
    let mut files: Vec<String> =
        found.into_iter().map(|file| file.to_string_lossy().into_owned()).collect();
    files.sort();
    if files.is_empty() {
        return Err(format!(
            "there is no scenario in the folder `{path}`: name one with files that end in `.ron`"
        ));
    }
    Ok(files)
}

/// The files directly in a folder whose names end in `.ron`, in no order.
fn ron_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "ron") && file.is_file() {
            files.push(file);
        }
    }
    Ok(files)
}

/// Opens a file of text beside scenarios: a saved record, a part of an ensemble, a table; `-` is
/// standard input.
///
/// # Errors
/// A sentence with the way out, when there is no such file or it is no text.
pub fn open_text(file: &str) -> Result<String, String> {
    let handle: Box<dyn io::Read> = if file == "-" {
        Box::new(io::stdin().lock())
    } else {
        let opened = std::fs::File::open(file);
        Box::new(opened.map_err(|fault| format!("`{file}` cannot be opened: {fault}"))?)
    };
    let mut text = String::new();
    handle.take(TEXT_BYTES).read_to_string(&mut text).map_err(|fault| match fault.kind() {
        io::ErrorKind::InvalidData => {
            format!("`{file}` is not text in UTF-8: save it so (\"CSV UTF-8\" in spreadsheets)")
        }
        _ => format!("`{file}` cannot be read: {fault}"),
    })?;
    Ok(text)
}

fn bundled(id: &str) -> Result<Opened, String> {
    library::bundled(id)
        .map(|found| Opened { name: id.to_owned(), bytes: found.text.as_bytes().to_vec() })
        .ok_or_else(|| {
            let ids: Vec<_> = library::BUNDLED.iter().map(|s| format!("`{}`", s.id)).collect();
            format!(
                "there is no file `{id}` and no bundled scenario of that id; bundled: {}",
                ids.join(", ")
            )
        })
}

/// Reads no more than is needed to see that a file is too large.
fn at_most(from: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
