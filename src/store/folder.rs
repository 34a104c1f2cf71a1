//! A person's own folder of scenarios: what is in it, and new files put there beside the others.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::scenario::MAX_BYTES;

use super::{at_most, ron_files, save};

/// More files than this are a collection, not a shelf: the rest is only counted.
pub const MOST_FILES: usize = 200;

/// So many copies of one file have names of their own.
const MOST_COPIES: usize = 999;

/// The scenario files of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The first files by name, at most `MOST_FILES`.
    pub files: Vec<PathBuf>,
    /// How many there are beyond them.
    pub left_out: usize,
}

/// The scenario files directly in `folder`; none where there is no such folder.
///
/// # Errors
/// A sentence, when the folder is there and cannot be read.
pub fn list(folder: &Path) -> Result<Listing, String> {
    let mut files = match ron_files(folder) {
        Ok(files) => files,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(fault) => {
            return Err(format!("the folder `{}` cannot be read: {fault}", folder.display()));
        }
    };
    // As people look for a name: without regard to capitals.
    files.sort_by_cached_key(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name.to_lowercase(), name)
    });
    let left_out = files.len().saturating_sub(MOST_FILES);
    files.truncate(MOST_FILES);
    Ok(Listing { files, left_out })
}

/// The folder itself, or the nearest one above it that is there.
pub fn nearest(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|above| above.is_dir())
}

/// What there is at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The bytes of a file.
    Bytes(Vec<u8>),
    /// A file too large to be a scenario, with its size in bytes; it was not read.
    TooLarge(u64),
    /// Nothing.
    Gone,
    /// Something that cannot be read, with the reason in a few words.
    Unreadable(String),
}

/// Reads the file at `path`, unless it is too large.
pub fn read(path: &Path) -> Found {
    let size = match fs::metadata(path) {
        Ok(about) if about.is_file() => about.len(),
        Ok(_) => return Found::Unreadable("it is no file".to_owned()),
        Err(fault) => return unread(&fault),
    };
    if size > MAX_BYTES as u64 {
        return Found::TooLarge(size);
    }
    match fs::File::open(path).and_then(at_most) {
        Ok(bytes) if bytes.len() > MAX_BYTES => Found::TooLarge(bytes.len() as u64),
        Ok(bytes) => Found::Bytes(bytes),
        Err(fault) => unread(&fault),
    }
}

fn unread(fault: &io::Error) -> Found {
    match fault.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Found::Gone,
        _ => Found::Unreadable(fault.to_string()),
    }
}

/// Writes `bytes` to a new file in `folder`, which is made if it is not there: `stem.ron`, or
/// `stem-2.ron` and so on where that name is taken. No file is ever overwritten.
///
/// # Errors
/// A sentence, when the folder cannot be made or the file cannot be written.
pub fn save_new(folder: &Path, stem: &str, bytes: &[u8]) -> Result<PathBuf, String> {
    save_new_as(folder, (stem, "ron"), bytes)
}

/// The same with another extension than that of scenarios.
///
/// # Errors
/// A sentence, when the folder cannot be made or the file cannot be written.
pub fn save_new_as(
    folder: &Path,
    (stem, extension): (&str, &str),
    bytes: &[u8],
) -> Result<PathBuf, String> {
    fs::create_dir_all(folder)
        .map_err(|fault| format!("the folder `{}` cannot be made: {fault}", folder.display()))?;
    for copy in 1..=MOST_COPIES {
        let path = folder.join(name((stem, extension), copy));
        // An empty file holds the name, so that nobody else can take it before it is filled.
        match fs::File::create_new(&path) {
            Ok(_) => {
                return save(&path, bytes).map(|()| path.clone()).inspect_err(|_| {
                    // That the empty file may stay behind changes nothing of what went wrong.
                    drop(fs::remove_file(&path));
                });
            }
            Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {}
            Err(fault) => return Err(format!("`{}` cannot be written: {fault}", path.display())),
        }
    }
    Err(format!("the folder `{}` has too many copies of `{stem}.{extension}`", folder.display()))
}

/// `tutorial.ron`, `tutorial-2.ron`, …
fn name((stem, extension): (&str, &str), copy: usize) -> String {
    if copy > 1 { format!("{stem}-{copy}.{extension}") } else { format!("{stem}.{extension}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of one test alone, which is gone when the test ends.
    struct Place(PathBuf);

    impl Place {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir()
                .join(format!("horseshoe-folder-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            drop(fs::remove_dir_all(&self.0));
        }
    }

    #[test]
    fn only_scenario_files_are_listed_without_regard_to_capitals() {
        let place = Place::new("list");
        for name in ["b.ron", "A.ron", "c.ron.12.part", "notes.txt", "Beta.ron"] {
            fs::write(place.0.join(name), "").unwrap();
        }
        fs::create_dir(place.0.join("folder.ron")).unwrap();
        let names: Vec<String> = list(&place.0)
            .unwrap()
            .files
            .iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["A.ron", "b.ron", "Beta.ron"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_empty_and_is_not_made() {
        let place = Place::new("none");
        let folder = place.0.join("horseshoe").join("scenarios");
        assert_eq!(list(&folder), Ok(Listing { files: Vec::new(), left_out: 0 }));
        assert_eq!(nearest(&folder), Some(place.0.as_path()));
        assert!(!folder.exists());
    }

    #[test]
    fn beyond_the_most_files_the_rest_is_counted() {
        let place = Place::new("many");
        for number in 0..MOST_FILES + 3 {
            fs::write(place.0.join(format!("{number:04}.ron")), "").unwrap();
        }
        let listing = list(&place.0).unwrap();
        assert_eq!((listing.files.len(), listing.left_out), (MOST_FILES, 3));
    }

    #[test]
    fn a_large_file_is_measured_and_not_read() {
        let place = Place::new("large");
        let path = place.0.join("large.ron");
        fs::File::create(&path).unwrap().set_len(MAX_BYTES as u64 + 1).unwrap();
        assert_eq!(read(&path), Found::TooLarge(MAX_BYTES as u64 + 1));
        assert_eq!(read(&place.0.join("none.ron")), Found::Gone);
        assert!(matches!(read(&place.0), Found::Unreadable(_)));
    }

    #[test]
    fn a_new_file_takes_a_free_name_and_overwrites_nothing() {
        let place = Place::new("save");
        let folder = place.0.join("horseshoe").join("scenarios");
        let saved: Vec<PathBuf> = [b"one", b"two", b"333"]
            .into_iter()
            .map(|bytes| save_new(&folder, "tutorial", bytes).unwrap())
            .collect();
        let names = ["tutorial.ron", "tutorial-2.ron", "tutorial-3.ron"];
        assert_eq!(saved, names.map(|name| folder.join(name)));
        assert_eq!(fs::read(&saved[0]).unwrap(), b"one");
        assert_eq!(fs::read(&saved[2]).unwrap(), b"333");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told() {
        let place = Place::new("blocked");
        fs::write(place.0.join("horseshoe"), "a file").unwrap();
        let said = save_new(&place.0.join("horseshoe"), "tutorial", b"").unwrap_err();
        assert!(said.contains("cannot be made"), "{said}");
    }
}
