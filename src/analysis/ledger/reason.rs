//! A reason: what is said, where it stands, and what it rests on.

use serde_json::{Value, json};

use crate::council::SourceId;
use crate::scenario::Scenario;
use crate::scenario::syntax::Tree;

/// A figure with the reasons behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// What is said.
    pub says: String,
    /// The event that brought it about, by its number from 1.
    pub event: Option<usize>,
    /// The place in the scenario file, as a path.
    pub place: Option<String>,
    /// The source that the scenario gives.
    pub source: Option<SourceId>,
    /// What it rests on.
    pub because: Vec<Self>,
}

/// What a reason needs beside itself to be written down: the scenario, and its file as read.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The structure of its file.
    pub tree: &'a Tree,
}

impl Reason {
    /// A reason with nothing behind it yet.
    pub const fn new(says: String) -> Self {
        Self { says, event: None, place: None, source: None, because: Vec::new() }
    }

    /// The same, brought about by an event.
    #[must_use]
    pub const fn at_event(mut self, n: usize) -> Self {
        self.event = Some(n);
        self
    }

    /// The same, with its place in the scenario file.
    #[must_use]
    pub fn at(mut self, path: String) -> Self {
        self.place = Some(path);
        self
    }

    /// The same, with a source.
    #[must_use]
    pub const fn with_source(mut self, source: Option<SourceId>) -> Self {
        self.source = source;
        self
    }

    /// The same, resting on these.
    #[must_use]
    pub fn because(mut self, because: Vec<Self>) -> Self {
        self.because = because;
        self
    }

    /// This reason and all behind it, as lines of text indented by depth.
    pub fn lines(&self, written: Written<'_>) -> Vec<String> {
        let mut lines = Vec::new();
        self.write(0, written, &mut lines);
        lines
    }

    fn write(&self, depth: usize, written: Written<'_>, lines: &mut Vec<String>) {
        let mut beside = Vec::new();
        beside.extend(self.event.map(|n| format!("event {n}")));
        beside.extend(self.place.as_ref().map(|path| match written.line(path) {
            Some(line) => format!("line {line}: {path}"),
            None => format!("default of {path}"),
        }));
        beside.extend(
            self.source.map(|id| format!("source: {}", written.scenario.sources[id].title)),
        );
        let indent = "  ".repeat(depth);
        let beside =
            if beside.is_empty() { String::new() } else { format!("  [{}]", beside.join("; ")) };
        lines.push(format!("{indent}{}{beside}", self.says));
        for reason in &self.because {
            reason.write(depth + 1, written, lines);
        }
    }

    /// This reason and all behind it, as JSON.
    pub fn json(&self, written: Written<'_>) -> Value {
        let because: Vec<Value> = self.because.iter().map(|reason| reason.json(written)).collect();
        json!({
            "says": self.says,
            "event": self.event,
            "place": self.place,
            "line": self.place.as_ref().and_then(|path| written.line(path)),
            "source": self.source.map(|id| written.scenario.sources[id].identifier.clone()),
            "because": because,
        })
    }
}

impl Written<'_> {
    /// The line of the value at `path`, from 1; none where the file does not write it.
    pub fn line(&self, path: &str) -> Option<usize> {
        let node = self.tree.find(path)?;
        let start = self.tree.span(node).start;
        Some(self.tree.text()[..start].matches('\n').count() + 1)
    }
}
