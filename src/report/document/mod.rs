//! The report of a debate as a small document: built once from a record, written as HTML, as
//! Markdown, or shown otherwise.
//!
//! Everything in it is said of a simulation. Nobody wins: objectives are met or not, and seats are
//! not ranked.

mod actual;
mod debate;
mod figures;
mod html;
mod json;
mod made;
mod markdown;
mod origin;
mod outcomes;
mod questions;
mod scores;
mod seat;
mod sheet;
mod simulated;
mod summary;
mod table;
mod written;
mod written_by_people;

use super::figure::Figure;

pub use debate::report;
pub use html::html;
pub use json::json;
pub use made::{Made, RUNS, Standings, Verified};
pub use markdown::markdown;
pub use scores::{Of, Row, Scores, judged, scores};
pub use sheet::seat_sheet;
pub use simulated::{heard_record, simulated_record};
pub(in crate::report) use table::harmless;
pub use table::scores_csv;
pub use written::{Part, Written, document_text};

/// A document: a title, and what follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it is: "Report", "Simulated record".
    pub kind: &'static str,
    /// Of what: the title of the scenario, or of a seat in it.
    pub title: String,
    /// Below the title: body, meeting and date.
    pub about: String,
    /// What must stand on every page: that it is simulated.
    pub mark: String,
    /// From what it was made, in one line, for every page.
    pub provenance: String,
    /// What follows.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(Level, String),
    /// A paragraph.
    Paragraph(String),
    /// A paragraph that goes with others: how something is to be read.
    Remark(String),
    /// What must not be overlooked.
    Notice(String),
    /// Names and values.
    Facts(Vec<(String, String)>),
    /// A list.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A figure, with what it says in words.
    Figure(Box<Figure>),
    /// What was said.
    Quotation(Quotation),
    /// What an author wrote, in Markdown.
    Markdown(String),
    /// Where something can be read.
    Links(Vec<Link>),
    /// From here on, a new page of paper, with what stands at its head.
    Sheet(String),
}

/// The level of a heading below the title of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A part of the document.
    Part,
    /// A section of a part.
    Section,
    /// Below it.
    Item,
}

/// A table with a head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows, for those who hear it read out.
    pub caption: String,
    /// The names of its columns, and whether they hold numbers.
    pub columns: Vec<(String, bool)>,
    /// The rows, each as long as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// What a delegation was made to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Who speaks: "The representative of Malta (simulated)".
    pub by: String,
    /// The words, in paragraphs.
    pub text: String,
    /// What must stand beside the words wherever they go.
    pub marks: Vec<String>,
}

/// Where something can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it is called.
    pub title: String,
    /// Publisher and date.
    pub about: String,
    /// The address, where there is one.
    pub url: Option<String>,
}

impl Table {
    /// An empty table with these columns; those whose name begins with `#` hold numbers.
    fn of(caption: &str, columns: &[&str]) -> Self {
        let columns = columns.iter().map(|name| match name.strip_prefix('#') {
            Some(name) => (name.to_owned(), true),
            None => ((*name).to_owned(), false),
        });
        Self { caption: caption.to_owned(), columns: columns.collect(), rows: Vec::new() }
    }
}

fn part(title: &str) -> Block {
    Block::Heading(Level::Part, title.to_owned())
}

fn section(title: &str) -> Block {
    Block::Heading(Level::Section, title.to_owned())
}

fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph(text.into())
}

fn remark(text: impl Into<String>) -> Block {
    Block::Remark(text.into())
}
