//! What is told of lists: which elements are new, gone, or the same with other values.

use crate::scenario::syntax::{NodeId, NodeKind, Tree};
use crate::scenario::{DifferenceKind, brief, differences_of};

use super::group::Group;
use super::words::{Words, quoted, spaced, written};

/// How many characters of an element are shown.
const SHOWN: usize = 90;
/// How many elements of a list are told, of those that are new and of those that are gone.
const MOST: usize = 100;
/// The fields by which an element of one file is known in the other, the surest first.
const KNOWN_BY: [&[&str]; 5] =
    [&["title"], &["text"], &["issue", "toward"], &["issue"], &["outcome"]];

impl Words<'_> {
    /// The lines of a list that is called `lead`.
    pub(super) fn list(&self, lead: &str, group: &Group<'_>) -> Vec<String> {
        if group.differences.iter().any(|d| d.kind == DifferenceKind::Order) {
            return vec![self.reordered(lead, &group.path)];
        }
        let of_kind = |kind, tree: &Tree| -> (Vec<NodeId>, usize) {
            let paths = group.differences.iter().filter(|d| d.kind == kind);
            let count = paths.clone().count();
            let nodes = paths.take(MOST).filter_map(|d| tree.find(&d.path));
            (nodes.map(|node| tree.unwrapped(node)).collect(), count.saturating_sub(MOST))
        };
        let (mut gone, more_gone) = of_kind(DifferenceKind::Removed, self.a);
        let (mut new, more_new) = of_kind(DifferenceKind::Added, self.b);
        let are_structures = |tree: &Tree, nodes: &[NodeId]| {
            nodes.iter().any(|node| tree.kind(*node) == NodeKind::Struct)
        };
        let more = (more_gone + more_new > 0)
            .then(|| format!("{lead}: {more_new} more are new, and {more_gone} more gone"));
        if !are_structures(self.a, &gone) && !are_structures(self.b, &new) {
            return [self.in_one_line(lead, &gone, &new)].into_iter().chain(more).collect();
        }
        let mut lines = Vec::new();
        for (before, after) in self.known(&mut gone, &mut new) {
            lines.push(format!("{lead}: {}", self.changed(before, after, &group.path)));
        }
        lines.extend(gone.iter().map(|node| format!("{lead}: gone, {}", self.told(self.a, *node))));
        lines.extend(new.iter().map(|node| format!("{lead}: new, {}", self.told(self.b, *node))));
        lines.extend(more);
        lines
    }

    /// "sponsors: new, Ann; gone, Bob".
    fn in_one_line(&self, lead: &str, gone: &[NodeId], new: &[NodeId]) -> String {
        let told = |tree: &Tree, nodes: &[NodeId], is: &str| {
            let names: Vec<String> = nodes.iter().map(|node| self.told(tree, *node)).collect();
            (!names.is_empty()).then(|| format!("{is}, {}", names.join(", ")))
        };
        let parts = [told(self.b, new, "new"), told(self.a, gone, "gone")];
        format!("{lead}: {}", parts.into_iter().flatten().collect::<Vec<_>>().join("; "))
    }

    fn reordered(&self, lead: &str, path: &str) -> String {
        let order = |tree: &Tree| {
            let list = tree.find(path).map(|node| tree.unwrapped(node));
            let elements = list.into_iter().flat_map(|list| tree.children(list));
            elements.map(|node| self.told(tree, node)).collect::<Vec<_>>().join(", ")
        };
        let (before, after) = (order(self.a), order(self.b));
        format!("{lead}: in another order\n      - {before}\n      + {after}")
    }

    /// Takes out the elements that are the same with other values.
    fn known(&self, gone: &mut Vec<NodeId>, new: &mut Vec<NodeId>) -> Vec<(NodeId, NodeId)> {
        let mut pairs = Vec::new();
        for fields in KNOWN_BY {
            let key = |tree: &Tree, node: NodeId| -> Option<Vec<String>> {
                let mut key = vec![tree.name(node).to_owned()];
                for field in fields {
                    key.push(written(tree, node, field)?);
                }
                Some(key)
            };
            gone.retain(|before| {
                let wanted = key(self.a, *before);
                let found = new.iter().position(|n| wanted.is_some() && key(self.b, *n) == wanted);
                let Some(at) = found else { return true };
                pairs.push((*before, new.remove(at)));
                false
            });
        }
        pairs
    }

    /// An element that is the same with other values: its title, and what changed.
    fn changed(&self, before: NodeId, after: NodeId, list: &str) -> String {
        let changes = differences_of((self.a, before), (self.b, after));
        let told: Vec<String> = changes
            .iter()
            .map(|difference| {
                let what = spaced(&difference.path);
                let change = self.change(&format!("{list}[0].{}", difference.path), difference);
                let gap = if change.starts_with('\n') { ":" } else { " " };
                format!("{what}{gap}{change}")
            })
            .collect();
        format!("{}: {}", self.called(self.b, after), told.join("; "))
    }

    /// What an element is called.
    fn called(&self, tree: &Tree, node: NodeId) -> String {
        let title = written(tree, node, "title").or_else(|| written(tree, node, "text"));
        let text = title.map(|title| quoted(&short(&title)));
        let issue = written(tree, node, "issue").map(|id| self.issue(&id));
        match issue.or_else(|| Some(self.outcome(&written(tree, node, "outcome")?))) {
            Some(subject) => format!("on {subject}"),
            None => text.unwrap_or_else(|| brief(tree, node, SHOWN)),
        }
    }

    /// An element in words: the name of a member, a title, a text, or how it is written.
    fn told(&self, tree: &Tree, node: NodeId) -> String {
        if tree.kind(node) == NodeKind::String {
            let text = tree.key(node);
            let name = self.member(&text);
            return if name == text { quoted(&short(&text)) } else { name };
        }
        let text = written(tree, node, "title").or_else(|| written(tree, node, "text"));
        let Some(text) = text else { return without_name(tree, node) };
        let issue = written(tree, node, "issue").map(|issue| self.issue(&issue));
        let toward = written(tree, node, "toward").map(|end| format!(" toward {end}"));
        let on = issue
            .map_or(String::new(), |issue| format!("on {issue}{}: ", toward.unwrap_or_default()));
        format!("{on}{}", quoted(&short(&text)))
    }
}

/// A value without the name that its place says: `30 “Some”`, `position 62`.
pub(super) fn without_name(tree: &Tree, node: NodeId) -> String {
    let value = |node: NodeId| match tree.kind(node) {
        NodeKind::String => quoted(&short(&tree.key(node))),
        _ => brief(tree, node, SHOWN),
    };
    let parts = tree.children(node);
    match (tree.name(node), tree.kind(node)) {
        ("" | "Mark", NodeKind::Tuple) => parts.map(value).collect::<Vec<_>>().join(" "),
        ("" | "Aim", NodeKind::Struct) => {
            let parts = parts.filter_map(|part| Some((tree.name(part), tree.value(part)?)));
            let parts = parts.map(|(name, node)| format!("{} {}", spaced(name), value(node)));
            parts.collect::<Vec<_>>().join(", ")
        }
        _ => brief(tree, node, SHOWN),
    }
}

/// The beginning of a text, on one line.
pub(super) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHOWN {
        return line;
    }
    let kept: String = line.chars().take(SHOWN - 2).collect();
    let end = kept.rfind(' ').unwrap_or(kept.len());
    format!("{} …", &kept[..end])
}
