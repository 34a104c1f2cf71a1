//! The State that a member with a code and a name is.

use crate::scenario::{Document, State, state};

/// The State with this code on the day of the meeting, if it is called so, or nothing is said of
/// its name.
pub(super) fn of(document: &Document, code: &str, name: &str) -> Option<&'static State> {
    let tree = document.tree();
    let date = tree.find("date").map(|node| tree.key(node)).unwrap_or_default();
    state(code, &date).filter(|state| name.is_empty() || state.names.contains(&name))
}
