//! Paths such as `members["KOR"].stances["dprk"].position`: to a node, and from one.

use super::literal::unescaped;
use super::tree::{NodeId, NodeKind, Tree};

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// `.name`: a field, or a key where no field has the name.
    Name(String),
    /// `["key"]`: an entry of a map.
    Key(String),
    /// `[0]`: an element of a list or a tuple.
    Index(usize),
}

impl Step {
    /// The steps of a path; `None` where it is none.
    pub fn all(path: &str) -> Option<Vec<Self>> {
        let mut steps = Vec::new();
        let mut rest = path;
        while !rest.is_empty() {
            if let Some(key) = rest.strip_prefix("[\"") {
                let (key, after) = quoted(key)?;
                rest = after.strip_prefix(']')?;
                steps.push(Self::Key(key));
            } else if let Some(index) = rest.strip_prefix('[') {
                let (index, after) = index.split_once(']')?;
                rest = after;
                steps.push(Self::Index(index.parse().ok()?));
            } else {
                let name = rest.strip_prefix('.').unwrap_or(rest);
                let end = name.find(['.', '[']).unwrap_or(name.len());
                rest = &name[end..];
                steps.push(Self::Name(name[..end].to_owned()));
            }
        }
        Some(steps)
    }
}

impl Tree {
    /// The value at `path`, below the first value of the text; the empty path is that value.
    /// Fields are `.name`, keys of maps `["key"]`, elements of lists and tuples `[0]`. Where no
    /// field has the name, `.name` is a key: `members.KOR` is easier to type in a shell.
    pub fn find(&self, path: &str) -> Option<NodeId> {
        self.follow(&Step::all(path)?)
    }

    /// The value to which `steps` lead from the first value of the text.
    pub fn follow(&self, steps: &[Step]) -> Option<NodeId> {
        let mut node = self.root()?;
        for step in steps {
            node = match step {
                Step::Name(name) => self.field(node, name).or_else(|| self.entry(node, name))?,
                Step::Key(key) => self.entry(node, key)?,
                Step::Index(index) => self.element(node, *index)?,
            };
        }
        Some(node)
    }

    /// The path to a node, such that `find` leads back to it; empty for the root.
    /// A field or an entry has the path of its value.
    pub fn path(&self, node: NodeId) -> String {
        let mut parts = Vec::new();
        let mut node = node;
        while let Some(parent) = self.parent(node) {
            match self.kind(parent) {
                NodeKind::Field => parts.push(format!(".{}", self.name(parent))),
                NodeKind::Entry if self.value(parent) == Some(node) => {
                    let key = self.children(parent).next().map(|key| self.key(key));
                    parts.push(format!("[{:?}]", key.unwrap_or_default()));
                }
                NodeKind::List | NodeKind::Tuple if !self.is_some(parent) => {
                    let index = self.children(parent).position(|child| child == node);
                    parts.push(format!("[{}]", index.unwrap_or_default()));
                }
                _ => {}
            }
            node = parent;
        }
        parts.reverse();
        let path = parts.concat();
        path.strip_prefix('.').map_or(path.clone(), str::to_owned)
    }

    /// The value of a map's key: a string without its escapes, anything else as written.
    pub fn key(&self, node: NodeId) -> String {
        match self.kind(node) {
            NodeKind::String => unescaped(self.source(node)),
            _ => self.source(node).to_owned(),
        }
    }

    /// What `Some(…)` holds, at any depth; another value as it is.
    pub fn unwrapped(&self, node: NodeId) -> NodeId {
        let mut node = node;
        while self.is_some(node) {
            let Some(inner) = self.children(node).next() else {
                break;
            };
            node = inner;
        }
        node
    }

    fn is_some(&self, node: NodeId) -> bool {
        self.kind(node) == NodeKind::Tuple
            && self.name(node) == "Some"
            && self.children(node).count() == 1
    }

    fn field(&self, node: NodeId, name: &str) -> Option<NodeId> {
        let node = self.unwrapped(node);
        let field = self
            .children(node)
            .find(|child| self.kind(*child) == NodeKind::Field && self.name(*child) == name)?;
        self.value(field)
    }

    fn entry(&self, node: NodeId, key: &str) -> Option<NodeId> {
        let node = self.unwrapped(node);
        let mut entries = self.children(node).filter(|id| self.kind(*id) == NodeKind::Entry);
        let entry = entries
            .find(|entry| self.children(*entry).next().is_some_and(|id| self.key(id) == key))?;
        self.value(entry)
    }

    fn element(&self, node: NodeId, index: usize) -> Option<NodeId> {
        let node = self.unwrapped(node);
        let is_sequence = matches!(self.kind(node), NodeKind::List | NodeKind::Tuple);
        self.children(node).nth(index).filter(|_| is_sequence)
    }
}

/// The string up to its closing quote, and what follows the quote.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut escaped = false;
    let end = text.char_indices().find(|(_, c)| {
        let closes = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    })?;
    Some((unescaped(&format!("\"{}\"", &text[..end.0])), &text[end.0 + 1..]))
}
