//! What must be true of every node of the tree that a screen reader reads.

use std::collections::BTreeMap;

use eframe::egui::accesskit::{Action, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::places::{Window, id_of, name_of};
use super::tour::Visited;

/// Roles of things that are pressed, moved or typed into.
const USED: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::ColumnHeader,
    Role::ComboBox,
    Role::Link,
    Role::ListItem,
    Role::MenuItem,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::Tab,
    Role::TextInput,
    Role::MultilineTextInput,
];

fn all(harness: &Window) -> impl Iterator<Item = Node<'_>> {
    harness.query_all(By::new())
}

/// Whether the keyboard can go to it.
pub(super) fn is_used(node: &Node<'_>) -> bool {
    let node = node.accesskit_node();
    node.data().supports_action(Action::Focus) && !node.is_disabled()
}

/// What is wrong with what is on screen.
pub(super) fn faults(harness: &Window, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut same: BTreeMap<(String, String), usize> = BTreeMap::new();
    for node in all(harness) {
        let (it, name) = (node.accesskit_node(), name_of(&node));
        let role = it.role();
        let mut says = |what: &str| found.push(format!("{place}: {role:?} “{name}” {what}"));
        if is_used(&node) {
            if name.trim().is_empty() {
                says(&format!("has no name, at {:?}", node.rect()));
            }
            if !USED.contains(&role) {
                says("can be used, but its role does not say so");
            }
            let description = it.description().unwrap_or_default();
            *same.entry((format!("{role:?}"), format!("{name}|{description}"))).or_default() += 1;
        }
        if role == Role::Image && name.split_whitespace().count() < 2 {
            says("has no summary");
        }
        let has_range = it.min_numeric_value().is_some() && it.max_numeric_value().is_some();
        if role == Role::Slider && !(has_range && it.numeric_value().is_some()) {
            says("has no value or no range");
        }
        if role == Role::Meter && !name.chars().any(|c| c.is_ascii_digit()) {
            says("tells no figure");
        }
    }
    let twice = same.into_iter().filter(|(_, count)| *count > 1);
    found.extend(
        twice.map(|((role, name), count)| format!("{place}: {count} times {role} “{name}”")),
    );
    found
}

/// The controls that Tab has not come to.
pub(super) fn left_out(harness: &Window, visited: &[Visited], place: &str) -> Vec<String> {
    all(harness)
        .filter(is_used)
        .filter(|node| visited.iter().all(|it| it.id != id_of(node)))
        .map(|node| {
            let role = node.accesskit_node().role();
            format!("{place}: Tab never comes to {role:?} “{}”", name_of(&node))
        })
        .collect()
}
