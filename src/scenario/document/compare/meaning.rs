//! What a value means, whichever way it is written.

use std::collections::BTreeMap;

use super::super::super::decode;
use super::super::super::syntax::{NodeId, NodeKind, Tree, float, unescaped};

/// How a value is put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Build {
    /// Values by name: `(a: 1)`, `Consultations()`.
    Fields,
    /// Values by place: `(45, 100)`.
    Values,
    /// `[…]`.
    List,
    /// `{…}`.
    Map,
    /// A value without parts.
    Plain,
}

/// How the value is put together, `Some(…)` around it taken off.
pub(super) fn build(tree: &Tree, node: NodeId) -> Build {
    match tree.kind(node) {
        NodeKind::Struct => Build::Fields,
        // Settings that are all left out.
        NodeKind::Tuple if tree.children(node).next().is_none() => Build::Fields,
        NodeKind::Tuple => Build::Values,
        NodeKind::List => Build::List,
        NodeKind::Map => Build::Map,
        _ => Build::Plain,
    }
}

/// The name that tells one value from another: that of a variant. The name of a structure may be
/// left out, as the place says it, and tells nothing.
pub(super) fn variant(tree: &Tree, node: NodeId) -> &str {
    let name = tree.name(node);
    if decode::is_structure(name) { "" } else { name }
}

/// The parts of a structure or a map by name, in the order of the file. What is `None` is left
/// out; of two parts of one name the first counts.
pub(super) fn parts(tree: &Tree, node: NodeId) -> Vec<(String, NodeId)> {
    let is_map = tree.kind(node) == NodeKind::Map;
    let part = |child: NodeId| {
        let name = if is_map {
            tree.key(tree.children(child).next()?)
        } else {
            tree.name(child).to_owned()
        };
        let value = tree.unwrapped(tree.value(child)?);
        let is_none = tree.kind(value) == NodeKind::Word && tree.source(value) == "None";
        (!is_none).then_some((name, value))
    };
    tree.children(node).filter_map(part).collect()
}

/// Whether a field with this value is as good as left out: an empty list or map, or a structure
/// in which nothing is written.
pub(super) fn is_empty(tree: &Tree, node: NodeId) -> bool {
    let can_be_left_out = match build(tree, node) {
        Build::List | Build::Map => true,
        Build::Fields => variant(tree, node).is_empty(),
        Build::Values | Build::Plain => false,
    };
    can_be_left_out && tree.children(node).next().is_none()
}

/// The number that is written; `None` where none is.
pub(super) fn number(tree: &Tree, node: NodeId) -> Option<f64> {
    (tree.kind(node) == NodeKind::Number).then(|| float(tree.source(node))).flatten()
}

/// The text that is written, without its quotes and escapes; `None` where none is.
pub(super) fn text(tree: &Tree, node: NodeId) -> Option<String> {
    (tree.kind(node) == NodeKind::String).then(|| unescaped(tree.source(node)))
}

/// The meaning in words of our own: two values mean the same exactly where these are equal.
pub(super) fn meaning(tree: &Tree, node: NodeId) -> String {
    let mut said = String::new();
    say(tree, node, &mut said);
    said
}

fn say(tree: &Tree, node: NodeId, said: &mut String) {
    let node = tree.unwrapped(node);
    match build(tree, node) {
        Build::Fields | Build::Map => {
            said.push_str(variant(tree, node));
            let is_map = tree.kind(node) == NodeKind::Map;
            said.push(if is_map { '{' } else { '(' });
            let mut sorted = BTreeMap::new();
            for (name, value) in parts(tree, node) {
                if is_map || !is_empty(tree, value) {
                    sorted.entry(name).or_insert(value);
                }
            }
            for (name, value) in sorted {
                said.extend([format!("{name:?}").as_str(), ":"]);
                say(tree, value, said);
            }
            said.push(if is_map { '}' } else { ')' });
        }
        Build::Values | Build::List => {
            said.push_str(variant(tree, node));
            said.push('[');
            for child in tree.children(node) {
                say(tree, child, said);
                said.push(',');
            }
            said.push(']');
        }
        Build::Plain => match (number(tree, node), text(tree, node)) {
            // Zero has two signs, and one meaning.
            (Some(number), _) => said.extend([format!("{:?}", number + 0.0)]),
            (None, Some(text)) => said.extend([format!("{text:?}")]),
            (None, None) => said.push_str(tree.source(node)),
        },
    }
}
