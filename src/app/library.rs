//! The scenarios that can be opened, and what is wrong with the file that could not be.

use std::path::PathBuf;
use std::sync::Arc;

use crate::scenario::{self, Diagnostics, Scenario, library::BUNDLED};

use super::command::{Neighbor, Source};

/// A scenario on the shelf.
#[derive(Clone, Debug)]
pub struct Book {
    pub source: Source,
    pub scenario: Arc<Scenario>,
}

/// A file that was read and has something wrong with it.
#[derive(Clone, Debug)]
pub struct Problems {
    pub source: Source,
    pub diagnostics: Diagnostics,
}

/// The library.
#[derive(Debug)]
pub struct Library {
    /// The bundled scenarios first, then the file opened last.
    pub books: Vec<Book>,
    /// The card that Enter opens.
    pub selected: usize,
    pub problems: Option<Problems>,
    /// The book that is open.
    pub open: Option<Source>,
    /// Whether a file is being read, or asked for.
    pub waiting: bool,
}

impl Library {
    /// The shelf as the program brings it.
    pub fn new() -> Self {
        let books = BUNDLED.iter().filter_map(|bundled| {
            // A bundled scenario with errors does not pass the tests, and has no card here.
            let scenario = scenario::load(bundled.id, bundled.text.as_bytes()).scenario?;
            Some(Book { source: Source::Bundled(bundled.id), scenario })
        });
        Self { books: books.collect(), selected: 0, problems: None, open: None, waiting: false }
    }

    /// The book with this source.
    pub fn book(&self, source: &Source) -> Option<&Book> {
        self.books.iter().find(|book| book.source == *source)
    }

    /// What was named on the command line as what it is: a bundled scenario, or a file.
    pub fn known(&self, source: Source, scenario: &Scenario) -> Source {
        let Source::Named(name) = &source else { return source };
        let bundled = self.books.iter().find(|book| {
            matches!(book.source, Source::Bundled(id) if id == name)
                && book.scenario.digest == scenario.digest
        });
        match bundled {
            Some(book) => book.source.clone(),
            None if name == "-" => source,
            None => Source::Path(PathBuf::from(name)),
        }
    }

    /// Chooses the card before or after.
    pub fn select(&mut self, neighbor: Neighbor) {
        let last = self.books.len().saturating_sub(1);
        self.selected = match neighbor {
            Neighbor::Previous => self.selected.saturating_sub(1),
            Neighbor::Next => (self.selected + 1).min(last),
        };
    }

    /// Puts a scenario on the shelf as the one that is open; a file takes the place of the file
    /// opened before it.
    pub fn shelve(&mut self, source: Source, scenario: Arc<Scenario>) {
        if self.book(&source).is_none() {
            self.books.retain(|book| matches!(book.source, Source::Bundled(_)));
            self.books.push(Book { source: source.clone(), scenario });
        } else if let Some(book) = self.books.iter_mut().find(|book| book.source == source) {
            book.scenario = scenario;
        }
        self.selected =
            self.books.iter().position(|book| book.source == source).unwrap_or_default();
        self.open = Some(source);
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}

/// The path that a person typed or pasted: without quotation marks and `file://`, with the home
/// folder in the place of `~`.
pub(super) fn typed_path(text: &str, home: Option<&str>) -> Option<PathBuf> {
    let text = text.trim();
    let text = text.trim_matches(|c| c == '"' || c == '\'');
    let text = text.strip_prefix("file://").unwrap_or(text);
    match (text, text.strip_prefix("~/"), home) {
        ("", ..) => None,
        // A lone hyphen is standard input on the command line only.
        ("-", ..) => Some(PathBuf::from("./-")),
        (_, Some(rest), Some(home)) => Some(PathBuf::from(home).join(rest)),
        _ => Some(PathBuf::from(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_paths_are_read_as_they_are_pasted() {
        let path = |text| typed_path(text, Some("/home/a"));
        assert_eq!(path("  \"/tmp/a b.ron\" "), Some(PathBuf::from("/tmp/a b.ron")));
        assert_eq!(path("file:///tmp/a.ron"), Some(PathBuf::from("/tmp/a.ron")));
        assert_eq!(path("~/a.ron"), Some(PathBuf::from("/home/a/a.ron")));
        assert_eq!(path("-"), Some(PathBuf::from("./-")));
        assert_eq!(path("  "), None);
    }

    #[test]
    fn a_second_file_takes_the_place_of_the_first() {
        let mut library = Library::new();
        let bundled = library.books.len();
        let scenario = Arc::clone(&library.books[0].scenario);
        for name in ["a.ron", "b.ron", "b.ron"] {
            library.shelve(Source::Path(PathBuf::from(name)), Arc::clone(&scenario));
        }
        assert_eq!(library.books.len(), bundled + 1);
        assert_eq!(library.selected, bundled);
        assert_eq!(library.open, Some(Source::Path(PathBuf::from("b.ron"))));
    }
}
