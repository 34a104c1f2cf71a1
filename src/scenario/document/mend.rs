//! Mends that are certain, made all at once: `check --fix`.

use std::sync::Arc;

use super::super::codes::Code;
use super::super::migrate;
use super::super::syntax::{NodeKind, Tree};
use super::super::{FORMAT, Read, read};
use super::insert;
use super::{Edit, Edits};

/// A mended text seldom needs more than two readings: what stood behind one fault is seen once
/// that is gone.
const ROUNDS: usize = 8;

/// A text with its certain mends made.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The text before, with the line ends of the text after: what the two differ in otherwise
    /// are the mends.
    pub before: String,
    /// The text after.
    pub after: String,
    /// How many line ends of Windows became plain ones.
    pub line_ends: usize,
}

impl Mended {
    /// Whether nothing had to be done.
    pub fn is_unchanged(&self) -> bool {
        self.line_ends == 0 && self.before == self.after
    }
}

/// Makes every mend of a text that is without doubt: misspelt names with one near name, quotes
/// and parentheses, a format number that is missing or old, line ends of Windows.
/// A mend is only kept when the file has no more problems after it.
///
/// ```
/// let mended = horseshoe::scenario::mend("Scenario(\r\n    titel: \"A debate\",\r\n)\r\n");
/// assert_eq!(mended.after, "Scenario(\n    format: 1,\n    title: \"A debate\",\n)\n");
/// assert_eq!(mended.line_ends, 3);
/// ```
pub fn mend(text: &str) -> Mended {
    let before = text.replace("\r\n", "\n");
    let line_ends = text.len() - before.len();
    let mut after = before.clone();
    let mut found = read("", after.as_bytes());
    for _ in 0..ROUNDS {
        let Some((better, left)) = mended_once(&after, &found) else { break };
        (after, found) = (better, left);
    }
    Mended { before, after, line_ends }
}

/// The text with the mends of one round, and what is still wrong with it then.
fn mended_once(text: &str, found: &Read) -> Option<(String, Read)> {
    let mends = found.diagnostics.iter().filter_map(|problem| problem.mend.clone());
    let edits = Edits::new(whole_file(text).into_iter().chain(mends));
    let before = Score::of(found);
    let made = |edits: &Edits| {
        let after = edits.apply(text);
        let left = read("", after.as_bytes());
        Score::of(&left).is_no_worse_than(before).then_some((after, left))
    };
    if edits.is_empty() {
        return None;
    }
    // One of them may do harm, such as a key that is there already: each on its own, then.
    made(&edits).or_else(|| edits.iter().find_map(|edit| made(&Edits::new([edit.clone()]))))
}

/// What is wrong with a file, counted.
#[derive(Clone, Copy)]
struct Score {
    problems: usize,
    twice: usize,
    /// Where the text stops being RON; its end, if it does not.
    readable: usize,
}

impl Score {
    fn of(read: &Read) -> Self {
        let twice = read
            .diagnostics
            .iter()
            .filter(|problem| matches!(problem.code, Code::DuplicateField | Code::DuplicateKey));
        let unreadable = read.diagnostics.iter().find(|problem| problem.code == Code::NotRon);
        let readable = unreadable.map_or(usize::MAX, |problem| problem.span.start);
        Self { problems: read.diagnostics.len(), twice: twice.count(), readable }
    }

    /// As many problems are no worse: a name in its quotes may turn out to be misspelt, which the
    /// next round mends. A second key of the same name never is.
    const fn is_no_worse_than(self, other: Self) -> bool {
        // What can be read farther shows more that was hidden.
        self.readable > other.readable
            || (self.readable == other.readable
                && self.twice <= other.twice
                && self.problems <= other.problems)
    }
}

/// The format number, brought up to date or put in.
fn whole_file(text: &str) -> Vec<Edit> {
    let tree = Tree::parse(Arc::from(text));
    if let Some(migration) = migrate::migration(&tree) {
        return migration.edits.iter().cloned().collect();
    }
    let root = tree.root().filter(|root| tree.kind(*root) == NodeKind::Struct);
    match root {
        Some(root) if tree.faults().is_empty() && tree.find("format").is_none() => {
            insert::item(&tree, root, 0, &format!("format: {FORMAT}")).iter().cloned().collect()
        }
        _ => Vec::new(),
    }
}
