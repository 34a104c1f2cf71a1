//! The scenarios that can be opened, and what is wrong with the file that could not be.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::scenario::{self, Diagnostics, Scenario, library::BUNDLED};

use super::command::Source;
use super::settings::Kept;
use super::yours::{Looked, Yours};

/// Where in the library a book stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Those that come with the program.
    Bundled,
    /// Those in the person's own folder.
    Yours,
    /// The file from elsewhere that was opened last.
    Elsewhere,
}

/// A file on a shelf.
#[derive(Clone, Debug)]
pub struct Book {
    pub source: Source,
    pub shelf: Shelf,
    /// The digest of the bytes; empty where they were not read.
    pub digest: String,
    pub content: Content,
}

/// What is in a file.
#[derive(Clone, Debug)]
pub enum Content {
    Scenario(Arc<Scenario>),
    /// A file with so many errors, and the first of them.
    Faulty {
        errors: usize,
        first: String,
    },
    /// A file that was not read, and why.
    Unfit(String),
}

impl Book {
    fn of(source: Source, shelf: Shelf, scenario: Arc<Scenario>) -> Self {
        let digest = scenario.digest.clone();
        Self { source, shelf, digest, content: Content::Scenario(scenario) }
    }

    /// The scenario, if the file has one.
    pub const fn scenario(&self) -> Option<&Arc<Scenario>> {
        if let Content::Scenario(scenario) = &self.content { Some(scenario) } else { None }
    }
}

/// What was opened lately: a scenario file, or a debate that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    pub source: Source,
    pub title: String,
    /// When it was opened last, in words, where that is known.
    pub when: Option<String>,
}

/// So many are remembered.
const MOST_RECENT: usize = 8;

impl Recent {
    /// Whether it is a debate that was saved, and no scenario.
    pub fn is_record(&self) -> bool {
        let extension = self.source.path().and_then(Path::extension);
        extension.is_some_and(|it| it == "record" || it == "jsonl")
    }
}

/// A file that was read and has something wrong with it.
#[derive(Clone, Debug)]
pub struct Problems {
    pub source: Source,
    pub diagnostics: Diagnostics,
    /// Whether what is open has them; else a newer version of it has, or another file.
    pub is_open: bool,
    /// Grows with each list that a person has asked for, so that it is brought into view once.
    pub number: u64,
}

/// The library.
#[derive(Debug)]
pub struct Library {
    /// Shelf by shelf.
    pub books: Vec<Book>,
    /// The card that Enter opens.
    pub selected: usize,
    pub problems: Option<Problems>,
    /// The book that is open.
    pub open: Option<Source>,
    /// Whether a file is being read, or asked for.
    pub waiting: bool,
    /// The person's own folder.
    pub yours: Option<Yours>,
    /// What was opened lately, the latest first.
    pub recent: Vec<Recent>,
    /// A file of that folder to choose as soon as it is on the shelf.
    awaited: Option<PathBuf>,
    lists: u64,
}

impl Library {
    /// The shelf as the program brings it.
    pub fn new() -> Self {
        let books = BUNDLED.iter().filter_map(|bundled| {
            // A bundled scenario with errors does not pass the tests, and has no card here.
            let scenario = scenario::load(bundled.id, bundled.text.as_bytes()).scenario?;
            Some(Book::of(Source::Bundled(bundled.id), Shelf::Bundled, scenario))
        });
        Self {
            books: books.collect(),
            selected: 0,
            problems: None,
            open: None,
            waiting: false,
            yours: None,
            recent: Vec::new(),
            awaited: None,
            lists: 0,
        }
    }

    /// The book with this source.
    pub fn book(&self, source: &Source) -> Option<&Book> {
        self.books.iter().find(|book| book.source == *source)
    }

    /// The book that is chosen.
    pub fn chosen(&self) -> Option<&Book> {
        self.books.get(self.selected)
    }

    /// The books of a shelf, with their places among all.
    pub fn on(&self, shelf: Shelf) -> impl Iterator<Item = (usize, &Book)> {
        self.books.iter().enumerate().filter(move |(_, book)| book.shelf == shelf)
    }

    /// What was named on the command line as what it is: a bundled scenario, or a file.
    pub fn known(&self, source: Source, scenario: &Scenario) -> Source {
        let Source::Named(name) = &source else { return self.whole(source) };
        let bundled = self.books.iter().find(|book| {
            matches!(book.source, Source::Bundled(id) if id == name)
                && book.digest == scenario.digest
        });
        match bundled {
            Some(book) => book.source.clone(),
            None if name == "-" => source,
            None => self.whole(Source::Path(PathBuf::from(name))),
        }
    }

    /// A path as the person's folder has it, if the file is in that folder.
    fn whole(&self, source: Source) -> Source {
        let whole = source.path().and_then(|path| std::path::absolute(path).ok());
        let known = whole.map(Source::Path).filter(|whole| self.book(whole).is_some());
        known.unwrap_or(source)
    }

    /// Chooses the card of the book at this place; nothing where there is none.
    pub fn select(&mut self, book: usize) {
        if book < self.books.len() {
            self.selected = book;
        }
    }

    /// Puts what was opened first among what was opened lately. What is bundled is always at hand,
    /// and what has no path cannot be found again.
    pub fn remember(&mut self, source: Source, title: &str) {
        if source.path().is_none() {
            return;
        }
        self.recent.retain(|recent| recent.source != source);
        self.recent.insert(0, Recent { source, title: title.to_owned(), when: None });
        self.recent.truncate(MOST_RECENT);
    }

    /// What was opened lately, as the settings keep it.
    pub(super) fn kept(&self) -> Vec<Kept> {
        let paths = self.recent.iter().filter_map(|recent| {
            let path = recent.source.path()?;
            let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
            Some(Kept { path, title: recent.title.clone() })
        });
        paths.collect()
    }

    /// Takes up what the settings have kept.
    pub(super) fn restore(&mut self, kept: &[Kept]) {
        let recent = kept.iter().take(MOST_RECENT).map(|kept| Recent {
            source: Source::Path(kept.path.clone()),
            title: kept.title.clone(),
            when: None,
        });
        self.recent = recent.collect();
    }

    /// Chooses the card of a file in the person's folder, at once or when it comes.
    pub fn select_file(&mut self, path: &Path) {
        let found = self.books.iter().position(|book| book.source.path() == Some(path));
        self.selected = found.unwrap_or(self.selected);
        self.awaited = if found.is_some() { None } else { Some(path.to_owned()) };
    }

    /// Whether a copy of it in the person's folder would be something new there.
    pub fn can_be_copied(&self, source: &Source) -> bool {
        let good = |book: &Book| book.shelf != Shelf::Yours && book.scenario().is_some();
        self.yours.is_some() && self.book(source).is_some_and(good)
    }

    /// Puts a scenario on the shelf as the one that is open; a file takes the place of the file
    /// opened before it.
    pub fn shelve(&mut self, source: Source, scenario: Arc<Scenario>) {
        if let Some(book) = self.books.iter_mut().find(|book| book.source == source) {
            *book = Book::of(source.clone(), book.shelf, scenario);
        } else {
            self.books.retain(|book| book.shelf != Shelf::Elsewhere);
            self.books.push(Book::of(source.clone(), Shelf::Elsewhere, scenario));
        }
        self.selected =
            self.books.iter().position(|book| book.source == source).unwrap_or_default();
        self.open = Some(source);
    }

    /// Puts on the shelf what was found in the person's folder; the chosen card stays chosen.
    pub(super) fn place(&mut self, looked: Looked) {
        let chosen = self.chosen().map(|book| book.source.clone());
        self.books.retain(|book| {
            let twice = book.shelf == Shelf::Elsewhere
                && looked.books.iter().any(|other| other.source == book.source);
            book.shelf != Shelf::Yours && !twice
        });
        self.books.extend(looked.books);
        self.books.sort_by_key(|book| book.shelf);
        self.yours = Some(looked.yours);
        let at = self.books.iter().position(|book| Some(&book.source) == chosen.as_ref());
        self.selected = at.unwrap_or(self.selected.min(self.books.len().saturating_sub(1)));
        if let Some(path) = self.awaited.take() {
            self.select_file(&path);
        }
    }

    /// Shows a list of problems that a person has asked for; none where there is nothing wrong.
    pub fn show_problems(&mut self, source: Source, diagnostics: Diagnostics, is_open: bool) {
        self.lists += 1;
        let number = self.lists;
        let source = match source {
            Source::Named(name) if name != "-" => self.whole(Source::Path(PathBuf::from(name))),
            source => source,
        };
        self.problems =
            (!diagnostics.is_empty()).then_some(Problems { source, diagnostics, is_open, number });
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Source {
        Source::Path(PathBuf::from(name))
    }

    fn scenario(library: &Library) -> Arc<Scenario> {
        Arc::clone(library.books[0].scenario().expect("it is bundled"))
    }

    /// A folder in which these files were found.
    fn looked(library: &Library, names: &[&str]) -> Looked {
        let book = |name: &&str| Book::of(file(name), Shelf::Yours, scenario(library));
        let yours = Yours::new(PathBuf::from("/mine"));
        Looked { yours, books: names.iter().map(book).collect() }
    }

    #[test]
    fn a_second_file_takes_the_place_of_the_first() {
        let mut library = Library::new();
        let bundled = library.books.len();
        for name in ["a.ron", "b.ron", "b.ron"] {
            library.shelve(file(name), scenario(&library));
        }
        assert_eq!(library.books.len(), bundled + 1);
        assert_eq!(library.selected, bundled);
        assert_eq!(library.open, Some(file("b.ron")));
    }

    #[test]
    fn the_chosen_card_stays_chosen_while_the_folder_fills_and_empties() {
        let mut library = Library::new();
        let bundled = library.books.len();
        library.shelve(file("/other/z.ron"), scenario(&library));
        for names in [&["/mine/a.ron", "/mine/b.ron"][..], &["/mine/b.ron"], &[]] {
            library.place(looked(&library, names));
            assert_eq!(library.books.len(), bundled + names.len() + 1);
            assert_eq!(library.chosen().unwrap().source, file("/other/z.ron"));
        }
        library.place(looked(&library, &["/mine/b.ron"]));
        library.select_file(Path::new("/mine/b.ron"));
        library.place(looked(&library, &["/mine/a.ron", "/mine/b.ron"]));
        assert_eq!(library.chosen().unwrap().source, file("/mine/b.ron"));
        library.place(looked(&library, &[]));
        assert!(library.chosen().is_some(), "some card is always chosen");
    }

    #[test]
    fn a_file_of_the_folder_that_was_opened_by_its_path_has_one_card() {
        let mut library = Library::new();
        let bundled = library.books.len();
        library.shelve(file("/mine/a.ron"), scenario(&library));
        library.place(looked(&library, &["/mine/a.ron"]));
        assert_eq!(library.books.len(), bundled + 1);
        assert_eq!(library.chosen().unwrap().shelf, Shelf::Yours);
        let by_path = library.known(file("/mine/a.ron"), &scenario(&library));
        library.shelve(by_path, scenario(&library));
        assert_eq!(library.books.len(), bundled + 1);
    }

    #[test]
    fn what_was_opened_lately_is_remembered_once_the_latest_first_and_never_too_much() {
        let mut library = Library::new();
        library.remember(Source::Bundled("tutorial"), "Bundled");
        assert!(library.recent.is_empty(), "it is always at hand");
        for name in ["/a.ron", "/b.ron", "/a.ron"] {
            library.remember(file(name), name);
        }
        let names: Vec<&str> = library.recent.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(names, ["/a.ron", "/b.ron"]);
        for at in 0..20 {
            library.remember(file(&format!("/{at}.record")), "a debate");
        }
        assert_eq!(library.recent.len(), MOST_RECENT);
        assert!(library.recent[0].is_record());
    }

    #[test]
    fn a_file_that_is_awaited_is_chosen_when_it_comes() {
        let mut library = Library::new();
        library.select_file(Path::new("/mine/new.ron"));
        library.place(looked(&library, &["/mine/a.ron", "/mine/new.ron"]));
        assert_eq!(library.chosen().unwrap().source, file("/mine/new.ron"));
    }
}
