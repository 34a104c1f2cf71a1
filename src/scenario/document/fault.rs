//! Why an edit cannot be made, and what could be done instead.

use thiserror::Error;

use super::super::syntax::{NodeId, NodeKind, Tree};

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditFault {
    /// It is not a path and a value.
    #[error(
        "`{0}` is no change; write a path and its new value, such as \
         members.KOR.stances.dprk.position=60"
    )]
    NotAChange(String),
    /// Nothing stands at the path.
    #[error("there is nothing at `{path}` in the file; {known}")]
    NoSuchPlace {
        /// The path.
        path: String,
        /// What is there instead.
        known: String,
    },
    /// The text is not one value in RON.
    #[error("`{0}` is no value in RON; write a number, a text in double quotes, or Name(…)")]
    NotAValue(String),
    /// Something stands at the path already.
    #[error("`{0}` is there already; change it, or choose another name")]
    Taken(String),
    /// The path names no place where something could be put.
    #[error("`{0}` is no place for a new entry; name a field, a key or an index in brackets")]
    NoPlaceFor(String),
    /// The new name cannot stand at this place.
    #[error("`{0}` cannot be a name here; fields have letters, digits and `_`")]
    NotAName(String),
}

impl EditFault {
    /// Nothing at `path`, and what is there instead.
    pub(super) fn nothing_at(tree: &Tree, path: &str) -> Self {
        Self::NoSuchPlace { path: path.to_owned(), known: known(tree, path) }
    }
}

/// What stands at the longest part of the path that leads somewhere.
fn known(tree: &Tree, path: &str) -> String {
    let ends = path.char_indices().rev().filter(|(_, c)| ['.', '['].contains(c)).map(|(at, _)| at);
    let mut parts = ends.chain(std::iter::once(0)).map(|end| &path[..end]);
    let found = parts.find_map(|part| Some((part, tree.find(part)?)));
    let Some((part, node)) = found else { return "the file is empty".to_owned() };
    let names = names(tree, node);
    let place = if part.is_empty() { "at its top".to_owned() } else { format!("at `{part}`") };
    if names.is_empty() {
        format!("{place} stands a single value")
    } else {
        format!("{place} stand {}", names.join(", "))
    }
}

/// The fields and keys within a value, as one would type them; a dozen at most.
fn names(tree: &Tree, node: NodeId) -> Vec<String> {
    const MOST: usize = 12;
    let named = |child: NodeId| match tree.kind(child) {
        NodeKind::Field => Some(tree.name(child).to_owned()),
        NodeKind::Entry => tree.children(child).next().map(|key| tree.key(key)),
        _ => None,
    };
    let mut names: Vec<_> = tree.children(tree.unwrapped(node)).filter_map(named).collect();
    if names.len() > MOST {
        names.truncate(MOST);
        names.push("…".to_owned());
    }
    names
}
