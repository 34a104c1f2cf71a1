//! A person's own folder of scenarios, as the library shows it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::digest;
use crate::scenario::{self, Diagnostics, Severity};
use crate::store::folder::{self, Found};

use super::command::Source;
use super::library::{Book, Content, Shelf};

/// The folder and what was found when it was looked at last.
#[derive(Clone, Debug)]
pub struct Yours {
    pub path: PathBuf,
    /// The folder itself, or the nearest one above it that is there; none before the first look.
    pub nearest: Option<PathBuf>,
    /// How many files there are beyond those on the shelf.
    pub left_out: usize,
    /// Why the folder cannot be read.
    pub fault: Option<String>,
}

impl Yours {
    /// The folder at `path`, which has not been looked at.
    pub const fn new(path: PathBuf) -> Self {
        Self { path, nearest: None, left_out: 0, fault: None }
    }

    /// Whether the folder was there when it was looked at.
    pub fn is_there(&self) -> bool {
        self.nearest.as_ref() == Some(&self.path)
    }
}

/// The folder and its books.
#[derive(Debug)]
pub(super) struct Looked {
    pub(super) yours: Yours,
    pub(super) books: Vec<Book>,
}

/// The folder of scenarios within that of the program's data.
pub(super) const FOLDER: &str = "scenarios";

/// Where the program's data are: in what the environment names, or else below the platform's
/// folder for the data of programs.
pub(super) fn place(named: Option<OsString>, platform: Option<PathBuf>) -> Option<PathBuf> {
    let named = named.filter(|name| !name.is_empty()).map(PathBuf::from);
    let folder = named.or_else(|| platform.map(|data| data.join("horseshoe")))?;
    Some(std::path::absolute(&folder).unwrap_or(folder))
}

/// Looks at the folder. Of files that are as they were in `known`, the books are taken over.
pub(super) fn look(path: &Path, known: &[Book]) -> Looked {
    let mut yours = Yours::new(path.to_owned());
    yours.nearest = folder::nearest(path).map(Path::to_owned);
    let mut books = Vec::new();
    match folder::list(path) {
        Ok(listing) => {
            yours.left_out = listing.left_out;
            books.extend(listing.files.into_iter().filter_map(|path| book(path, known)));
        }
        Err(fault) => yours.fault = Some(fault),
    }
    Looked { yours, books }
}

/// The book of a file; none where the file has gone meanwhile.
fn book(path: PathBuf, known: &[Book]) -> Option<Book> {
    let (digest, content) = match folder::read(&path) {
        Found::Gone => return None,
        Found::Unreadable(why) => (String::new(), Content::Unfit(format!("cannot be read: {why}"))),
        Found::TooLarge(bytes) => (String::new(), Content::Unfit(too_large(bytes))),
        Found::Bytes(bytes) => {
            let digest = digest::hex(&[&bytes], 32);
            let source = Source::Path(path);
            let same = |book: &&Book| book.digest == digest && book.source == source;
            if let Some(book) = known.iter().find(same) {
                return Some(book.clone());
            }
            let content = content(&source.name(), &bytes);
            return Some(Book { source, shelf: Shelf::Yours, digest, content });
        }
    };
    Some(Book { source: Source::Path(path), shelf: Shelf::Yours, digest, content })
}

fn content(name: &str, bytes: &[u8]) -> Content {
    let loaded = scenario::load(name, bytes);
    match loaded.scenario {
        Some(scenario) => Content::Scenario(scenario),
        None => faulty(&loaded.diagnostics),
    }
}

/// What a card tells of a file with errors; the whole list is made when it is asked for.
fn faulty(problems: &Diagnostics) -> Content {
    let errors = problems.count(Severity::Error);
    let first = problems
        .iter()
        .find(|it| it.severity() == Severity::Error)
        .map(|problem| format!("line {}: {}", problems.place(problem).line, problem.message));
    Content::Faulty { errors, first: first.unwrap_or_default() }
}

/// "too large: 12.0 MiB, and a scenario has at most 8".
pub(super) fn too_large(bytes: u64) -> String {
    let mebibytes = bytes as f64 / f64::from(1 << 20);
    let most = scenario::MAX_BYTES >> 20;
    format!("too large: {mebibytes:.1} MiB, and a scenario has at most {most}")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use crate::scenario::library::BUNDLED;

    use super::*;

    #[test]
    fn the_environment_comes_before_the_platform() {
        let platform = || Some(PathBuf::from("/home/a/.local/share"));
        let usual = PathBuf::from("/home/a/.local/share/horseshoe");
        assert_eq!(place(None, platform()), Some(usual.clone()));
        assert_eq!(place(Some(OsString::new()), platform()), Some(usual));
        let named = Some(OsString::from("/tmp/mine"));
        assert_eq!(place(named, platform()), Some(PathBuf::from("/tmp/mine")));
        assert_eq!(place(None, None), None);
    }

    #[test]
    fn good_faulty_and_large_files_each_have_their_book_and_unchanged_ones_are_taken_over() {
        let folder = std::env::temp_dir().join(format!("horseshoe-yours-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.ron"), BUNDLED[0].text).unwrap();
        fs::write(folder.join("b.ron"), "Scenario(format: 1,").unwrap();
        let large = fs::File::create(folder.join("c.ron")).unwrap();
        large.set_len(scenario::MAX_BYTES as u64 * 2).unwrap();
        let first = look(&folder, &[]);
        assert!(first.yours.is_there());
        let [a, b, c] = &first.books[..] else { panic!("{:?}", first.books.len()) };
        let Content::Scenario(before) = &a.content else { panic!("{:?}", a.content) };
        assert!(matches!(&b.content, Content::Faulty { errors: 1, .. }));
        assert!(matches!(&c.content, Content::Unfit(why) if why.starts_with("too large: 16.0")));
        let again = look(&folder, &first.books);
        let Content::Scenario(after) = &again.books[0].content else { panic!("it was good") };
        assert!(Arc::ptr_eq(before, after), "it was not read anew");
        fs::remove_dir_all(&folder).unwrap();
        let gone = look(&folder, &again.books);
        assert!(gone.books.is_empty() && gone.yours.fault.is_none() && !gone.yours.is_there());
    }
}
