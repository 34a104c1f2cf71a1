//! Older formats carried forward: the edits that make today's text of yesterday's.
//!
//! A migration is a set of edits of the text, so that comments and layout survive it, problems
//! are shown in the file as it was written, and `check --fix` can write the new text.

use super::FORMAT;
use super::document::{Edit, Edits};
use super::syntax::{NodeId, NodeKind, Tree, float};

/// A step of a way through the tree.
#[derive(Debug, Clone, Copy)]
enum Down {
    /// The value of the field with this name.
    Field(&'static str),
    /// The value of each entry of a map.
    Each,
}

/// A field that has another name today.
struct Renamed {
    /// The way to the structures that have it.
    within: &'static [Down],
    old: &'static str,
    new: &'static str,
}

/// What format 0, that of drafts before the first release, called otherwise.
const SINCE_FORMAT_0: &[Renamed] = &[
    Renamed { within: &[], old: "agenda", new: "agenda_item" },
    Renamed { within: &[], old: "programme", new: "program" },
    Renamed {
        within: &[Down::Field("members"), Down::Each, Down::Field("stances"), Down::Each],
        old: "importance",
        new: "salience",
    },
    Renamed { within: &[Down::Field("outcomes"), Down::Each], old: "kind", new: "form" },
];

/// How a file of an older format becomes one of today's.
#[derive(Debug, Clone)]
pub(super) struct Migration {
    /// The number the file has.
    pub(super) from: u32,
    /// Where it stands.
    pub(super) number: NodeId,
    /// The edits of its text.
    pub(super) edits: Edits,
    /// "`agenda` is called `agenda_item` now", one for each field that is found.
    pub(super) renamed: Vec<String>,
}

/// The migration of a file; `None` when it is of today's format, or of none that ever was.
pub(super) fn migration(tree: &Tree) -> Option<Migration> {
    let number = tree.find("format")?;
    let written = float(tree.source(number)).filter(|_| tree.kind(number) == NodeKind::Number)?;
    // There has been one older format; the next one adds its own fields behind these.
    if written != 0.0 || written.is_sign_negative() {
        return None;
    }
    let mut edits = vec![Edit::replace(tree.span(number), FORMAT.to_string())];
    let mut renamed = Vec::new();
    for Renamed { within, old, new } in SINCE_FORMAT_0 {
        let before = edits.len();
        edits.extend(reached(tree, within).into_iter().filter_map(|node| {
            let named = |name: &str| {
                let mut fields = tree.children(node);
                fields.find(|id| tree.kind(*id) == NodeKind::Field && tree.name(*id) == name)
            };
            let field = named(old).filter(|_| named(new).is_none())?;
            Some(Edit::replace(tree.name_span(field), *new))
        }));
        if edits.len() > before {
            renamed.push(format!("`{old}` is called `{new}` now"));
        }
    }
    Some(Migration { from: 0, number, edits: Edits::new(edits), renamed })
}

/// All values to which a way leads.
fn reached(tree: &Tree, way: &[Down]) -> Vec<NodeId> {
    let mut nodes: Vec<NodeId> = tree.root().into_iter().collect();
    for step in way {
        nodes = nodes
            .into_iter()
            .flat_map(|node| tree.children(tree.unwrapped(node)))
            .filter(|child| match step {
                Down::Field(name) => {
                    tree.kind(*child) == NodeKind::Field && tree.name(*child) == *name
                }
                Down::Each => tree.kind(*child) == NodeKind::Entry,
            })
            .filter_map(|child| tree.value(child))
            .collect();
    }
    nodes.into_iter().map(|node| tree.unwrapped(node)).collect()
}
