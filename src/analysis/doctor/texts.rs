//! The texts of a scenario that people read.

use crate::scenario::syntax::{NodeId, NodeKind, Tree};

/// The fields whose texts people read. All others hold identifiers, dates and links.
const TEXTS: [&str; 18] = [
    "adjective",
    "agenda_item",
    "background",
    "because",
    "body",
    "brief",
    "choices",
    "high",
    "label",
    "low",
    "marks",
    "name",
    "notes",
    "objective",
    "summary",
    "teaching_note",
    "text",
    "title",
];
/// Parts that quote: titles of sources are as their publishers wrote them, and people are called
/// what they are called.
const QUOTED: [&str; 2] = ["sources", "speaker"];

/// The texts in quotes that people read as the author's own, each once, in the order of the file.
pub(super) fn texts(tree: &Tree) -> Vec<NodeId> {
    let mut texts = Vec::new();
    if let Some(root) = tree.root() {
        walk(tree, root, false, &mut texts);
    }
    texts
}

fn walk(tree: &Tree, node: NodeId, is_text: bool, texts: &mut Vec<NodeId>) {
    match tree.kind(node) {
        NodeKind::String if is_text => texts.push(node),
        NodeKind::Field if QUOTED.contains(&tree.name(node)) => {}
        NodeKind::Field => {
            let is_text = TEXTS.contains(&tree.name(node));
            tree.children(node).for_each(|child| walk(tree, child, is_text, texts));
        }
        // The key is an identifier.
        NodeKind::Entry => {
            tree.children(node).skip(1).for_each(|child| walk(tree, child, false, texts));
        }
        _ => tree.children(node).for_each(|child| walk(tree, child, is_text, texts)),
    }
}
