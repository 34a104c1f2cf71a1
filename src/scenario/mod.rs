//! Scenario files: bytes to a checked `ScenarioFile`, with every problem at its place.
//!
//! `ron` judges whether a text is RON at all; a lossless tree of our own then gives every value
//! its place, one decoder turns the tree into a `ScenarioFile` and collects all faults, and the
//! checks look at what the values mean.

mod anonymous;
mod check;
mod codes;
mod decode;
mod derived;
mod diagnostic;
mod document;
pub mod file;
mod happened;
mod judge;
pub mod library;
mod measure;
mod migrate;
mod model;
mod names;
mod naming;
mod nearest;
mod render;
mod resolve;
mod schema;
mod spanned;
mod states;
pub mod syntax;
mod variation;

use std::sync::Arc;

pub use codes::{Code, MANUAL};
pub use derived::{Derived, Instructions};
pub use diagnostic::{Diagnostic, Diagnostics, MAX_DIAGNOSTICS, Severity};
pub use document::{
    Difference, DifferenceKind, Document, Edit, EditFault, Edits, Excerpt, Mended, Replacement,
    brief, change, differences, differences_of, formatted, mend, quoted,
};
pub use file::ScenarioFile;
pub use happened::{Happened, RealRecord};
pub use model::{
    ConceptNote, Dynamics, FileOrder, GuidingQuestion, Points, Question, Scenario, Source,
};
pub use names::Kind;
pub use naming::Naming;
pub(crate) use nearest::{nearest, shown};
pub use schema::{default_of, schema};
pub use spanned::{Entries, Entry, List, Span, Spanned};
pub use states::{State, state, states_on};
pub use variation::Uncertain;

use syntax::Tree;

/// The newest number a file's `format` may have.
pub const FORMAT: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// What came of reading a file.
#[derive(Debug, Clone)]
pub struct Read {
    /// The scenario, if it has no error; its places are those of `tree`.
    pub file: Option<ScenarioFile>,
    /// All that is wrong with it, or odd about it, in the order of the file.
    pub diagnostics: Diagnostics,
    /// The text, as of today's format, and its structure, if the text is RON.
    pub tree: Option<Tree>,
    /// What made that text of the file, where the file has an older format.
    carried: Edits,
}

impl Read {
    /// Where in the file a place of `tree` is: another one only in files of an older format.
    pub fn place_in_file(&self, span: Span) -> Span {
        self.carried.before(span)
    }

    /// The scenario in the file, resolved, if it has no error.
    pub fn scenario(&self) -> Option<Arc<Scenario>> {
        let source = || Arc::clone(self.diagnostics.shared_source());
        self.file.as_ref().map(|file| Arc::new(resolve::resolve(file, source())))
    }
}

/// A scenario that was read, or what keeps it from being one.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The scenario, if the file has no error.
    pub scenario: Option<Arc<Scenario>>,
    /// All that is wrong with the file, or odd about it.
    pub diagnostics: Diagnostics,
}

/// Reads the bytes of the file called `name`, checks them and resolves the scenario in them.
pub fn load(name: &str, bytes: &[u8]) -> Loaded {
    let read = read(name, bytes);
    Loaded { scenario: read.scenario(), diagnostics: read.diagnostics }
}

/// Reads and checks the bytes of the file called `name`. Any bytes will do.
///
/// ```
/// let read = horseshoe::scenario::read("draft.ron", b"Scenario(format: 1, titel: \"A debate\")");
/// assert!(read.file.is_none());
/// assert!(read.diagnostics.render(false).contains("did you mean `title`?"));
/// ```
pub fn read(name: &str, bytes: &[u8]) -> Read {
    let text = match text(bytes) {
        Ok(text) => text,
        Err(fault) => return refused(name, fault),
    };
    let mut diagnostics = Diagnostics::new(name, Arc::clone(&text));
    if !measure::measure(&text, &mut diagnostics) || !judge::judge(&text, &mut diagnostics) {
        return Read { file: None, diagnostics, tree: None, carried: Edits::default() };
    }
    let tree = Tree::parse(Arc::clone(&text));
    match migrate::migration(&tree) {
        Some(older) => carried_forward(name, &tree, &older),
        None => examined(tree, diagnostics),
    }
}

/// Decodes and checks a text of today's format.
fn examined(tree: Tree, mut diagnostics: Diagnostics) -> Read {
    let file = decode::decode(&tree, &mut diagnostics);
    if let Some(file) = &file {
        check::check(file, &mut diagnostics);
    }
    diagnostics.sort();
    let file = file.filter(|_| !diagnostics.has_errors());
    Read { file, diagnostics, tree: Some(tree), carried: Edits::default() }
}

/// Reads a text of an older format as the text of today's that it becomes. Problems are shown
/// where they stand in the file.
fn carried_forward(name: &str, tree: &Tree, older: &migrate::Migration) -> Read {
    let today: Arc<str> = Arc::from(older.edits.apply(tree.text()));
    let diagnostics = Diagnostics::new(name, Arc::clone(&today));
    let Read { file, diagnostics, tree: new, .. } = examined(Tree::parse(today), diagnostics);
    let mut diagnostics = diagnostics.traced_back(tree.shared_text(), &older.edits);
    let message = match older.renamed.as_slice() {
        [] => format!("the file has format {}, and was read as format {FORMAT}", older.from),
        renamed => format!(
            "the file has format {}, and was read as format {FORMAT}: {}",
            older.from,
            renamed.join(", ")
        ),
    };
    let hint = format!("`horseshoe check --fix` writes it in format {FORMAT}");
    diagnostics.report(Code::OlderFormat, tree.span(older.number), message, hint);
    diagnostics.sort();
    Read { file, diagnostics, tree: new, carried: older.edits.clone() }
}

/// A fault of the whole file, with the text up to it.
struct Unreadable {
    code: Code,
    before: Arc<str>,
    message: String,
    hint: &'static str,
}

fn text(bytes: &[u8]) -> Result<Arc<str>, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable {
            code: Code::TooLarge,
            before: Arc::from(""),
            message: format!("the file has more than the {MAX_BYTES} bytes (8 MiB) that are read"),
            hint: "a scenario is text of some hundred kilobytes: check that this is one",
        });
    }
    let text = str::from_utf8(bytes).map_err(|fault| {
        let valid = str::from_utf8(&bytes[..fault.valid_up_to()]).unwrap_or_default();
        Unreadable {
            code: Code::NotUtf8,
            before: Arc::from(valid),
            message: format!(
                "the byte 0x{:02X} here is not UTF-8 text",
                bytes.get(fault.valid_up_to()).copied().unwrap_or_default()
            ),
            hint: "save the file as UTF-8 in your editor, or check that it is a scenario",
        }
    })?;
    Ok(Arc::from(text))
}

fn refused(name: &str, fault: Unreadable) -> Read {
    let end = fault.before.len();
    let mut diagnostics = Diagnostics::new(name, fault.before);
    diagnostics.report(fault.code, Span::new(end, end), fault.message, fault.hint);
    Read { file: None, diagnostics, tree: None, carried: Edits::default() }
}
