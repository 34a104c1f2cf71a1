//! Autosave: one journal for each session that is open, found again after the program was killed.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::session::Session;
use crate::session::journal::{self, Heading, Notes, Recovered};

use super::TEXT_BYTES;

/// How the name of a journal ends.
const EXTENSION: &str = "journal";

/// So many windows of one process have journals of their own.
const MOST_OF_A_PROCESS: u32 = 1000;

/// The journal of a session that is open. Whoever holds it has its file locked, so that another
/// window sees that the session lives.
#[derive(Debug)]
pub struct Journal {
    file: File,
    path: PathBuf,
    notes: Notes,
}

/// A session whose owner is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recoverable {
    /// What was open.
    pub heading: Heading,
    /// How many turns had been shown when it was left.
    pub turns: usize,
    /// When something was last noted.
    pub when: SystemTime,
    /// The file.
    pub path: PathBuf,
}

impl Journal {
    /// Begins the journal of a session in `folder`, which need not be there yet. `name` is how the
    /// person knows the scenario.
    ///
    /// # Errors
    /// A sentence, when no file can be made there.
    pub fn begin(folder: &Path, session: &Session, name: &str) -> Result<Self, String> {
        let refused = |fault: io::Error| {
            format!("what is done is not saved as it happens: `{}`: {fault}", folder.display())
        };
        fs::create_dir_all(folder).map_err(refused)?;
        let (path, mut file) = new_file(folder).map_err(refused)?;
        file.lock().map_err(refused)?;
        let (notes, lines) = Notes::begin(session, name);
        file.write_all(lines.as_bytes()).map_err(refused)?;
        Ok(Self { file, path, notes })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes what has happened since the last note; nothing, where nothing has. When this
    /// returns, the system has it, and a kill of the program does not lose it.
    ///
    /// # Errors
    /// A sentence, when it cannot be written.
    pub fn note(&mut self, session: &Session) -> Result<(), String> {
        let Some(lines) = self.notes.news(session) else { return Ok(()) };
        self.file.write_all(lines.as_bytes()).map_err(|fault| {
            format!("what is done is not saved as it happens: `{}`: {fault}", self.path.display())
        })
    }

    /// The session was closed: its journal is not needed any more.
    ///
    /// # Errors
    /// A sentence, when the file cannot be removed; it would be offered again at the next start.
    pub fn finish(self) -> Result<(), String> {
        remove(&self.path)
    }
}

/// The sessions in `folder` whose owners are gone, the newest first; none where there is no such
/// folder. Files that are no journals, or of a newer program, are left alone.
pub fn recoverable(folder: &Path) -> Vec<Recoverable> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let journals = paths.filter(|path| path.extension().is_some_and(|it| it == EXTENSION));
    let mut found: Vec<Recoverable> = journals.filter_map(left_behind).collect();
    found.sort_by(|a, b| b.when.cmp(&a.when).then_with(|| a.path.cmp(&b.path)));
    found
}

/// A journal that nobody holds.
fn left_behind(path: PathBuf) -> Option<Recoverable> {
    let file = claimed(&path).ok()?;
    let when = file.metadata().and_then(|data| data.modified()).ok()?;
    let mut first = String::new();
    let mut lines = BufReader::new(file.take(TEXT_BYTES));
    lines.read_line(&mut first).ok()?;
    let heading = journal::heading(first.strip_suffix('\n')?).ok()?;
    // A line that was torn says nothing of where one looked.
    let looked = lines.lines().map_while(Result::ok).filter_map(|line| journal::looked_at(&line));
    let turns = looked.last().unwrap_or_default();
    Some(Recoverable { heading, turns, when, path })
}

/// Takes over the session of a journal whose owner is gone, and goes on with its file.
///
/// # Errors
/// A sentence, when another window has it, or it cannot be read.
pub fn recover(path: &Path) -> Result<(Recovered, Journal), String> {
    let mut file = claimed(path)?;
    let refused = |fault: io::Error| format!("`{}` cannot be read: {fault}", path.display());
    let mut bytes = Vec::new();
    (&mut file).take(TEXT_BYTES).read_to_end(&mut bytes).map_err(refused)?;
    // A line may be torn inside a letter.
    let text = match str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(fault) => str::from_utf8(&bytes[..fault.valid_up_to()]).unwrap_or_default(),
    };
    let recovered = journal::recover(text).map_err(|fault| fault.to_string())?;
    file.set_len(recovered.whole as u64).map_err(refused)?;
    file.seek(SeekFrom::End(0)).map_err(refused)?;
    let notes = recovered.notes.clone();
    Ok((recovered, Journal { file, path: path.to_owned(), notes }))
}

/// Removes the journal of a session that nobody wants back.
///
/// # Errors
/// A sentence, when another window has it, or it cannot be removed.
pub fn discard(path: &Path) -> Result<(), String> {
    let _held = claimed(path)?;
    remove(path)
}

/// The file of a journal, locked: its owner is gone.
fn claimed(path: &Path) -> Result<File, String> {
    let opened = OpenOptions::new().read(true).write(true).open(path);
    let file = opened.map_err(|fault| format!("`{}` cannot be opened: {fault}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err("another window has this session open".to_owned()),
        Err(TryLockError::Error(fault)) => {
            Err(format!("`{}` cannot be locked: {fault}", path.display()))
        }
    }
}

/// A file that no other window has: it was not there before.
fn new_file(folder: &Path) -> io::Result<(PathBuf, File)> {
    let process = std::process::id();
    for number in 1..=MOST_OF_A_PROCESS {
        let path = folder.join(format!("{process}-{number}.{EXTENSION}"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|file| (path, file)),
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

fn remove(path: &Path) -> Result<(), String> {
    fs::remove_file(path)
        .map_err(|fault| format!("`{}` cannot be removed: {fault}", path.display()))
}
