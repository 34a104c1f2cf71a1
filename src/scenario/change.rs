//! A change of one value of a scenario file, named by its path.

use thiserror::Error;

use super::syntax::{NodeId, NodeKind, Tree};

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChangeFault {
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
}

/// The text with the value at a path replaced. `change` is PATH=VALUE; the value is RON, and every
/// byte beside it stays.
///
/// # Errors
/// When it is not such a change, or nothing stands at the path.
pub fn change(tree: &Tree, change: &str) -> Result<String, ChangeFault> {
    let fault = || ChangeFault::NotAChange(change.to_owned());
    let (path, value) = change.split_once('=').ok_or_else(fault)?;
    let (path, value) = (path.trim(), value.trim());
    if path.is_empty() || value.is_empty() {
        return Err(fault());
    }
    let Some(node) = tree.find(path) else {
        return Err(ChangeFault::NoSuchPlace { path: path.to_owned(), known: known(tree, path) });
    };
    let span = tree.span(node);
    let text = tree.text();
    Ok([&text[..span.start], value, &text[span.end..]].concat())
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

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Scenario( // why\n members: { \"KOR\": Member(influence: 60 /* much */) })";

    #[test]
    fn only_the_value_changes() {
        let tree = Tree::parse(TEXT);
        for path in ["members[\"KOR\"].influence=61.5", "members.KOR.influence = 61.5"] {
            assert_eq!(change(&tree, path).unwrap(), TEXT.replace("60", "61.5"));
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_is_told_what_is_there() {
        let tree = Tree::parse(TEXT);
        let said = |text: &str| change(&tree, text).unwrap_err().to_string();
        assert!(said("members.FRA.influence=1").contains("at `members` stand KOR"));
        assert!(said("members.KOR.style=1").contains("at `members.KOR` stand influence"));
        assert!(said("nonsense").contains("is no change"));
    }
}
