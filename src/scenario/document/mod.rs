//! `Document`: a scenario's text that is edited a value at a time, every other byte kept.
//!
//! An edit is an edit of the text at a span, found by its path in the lossless tree; the text is
//! then parsed again. A half-typed file has a tree too, so it can be edited as well.

mod change;
mod compare;
mod copy;
mod edit;
mod fault;
mod insert;
mod layout;
mod mend;
mod place;
mod remove;
mod rename;
mod value;

use std::sync::Arc;

use super::names::Kind;
use super::syntax::Tree;

pub use change::change;
pub use compare::{Difference, DifferenceKind, Excerpt, brief, differences, differences_of};
pub use copy::Replacement;
pub use edit::{Edit, Edits};
pub use fault::EditFault;
pub use layout::formatted;
pub use mend::{Mended, mend};
pub use value::quoted;

/// The text of a scenario, what was done to it, and what was undone.
///
/// ```
/// use horseshoe::scenario::Document;
///
/// let mut document = Document::new("Scenario(\n    format: 1, // the first\n)\n");
/// document.insert("title", "\"A debate\"")?;
/// assert_eq!(document.text(), "Scenario(\n    format: 1, // the first\n    title: \"A debate\",\n)\n");
/// document.undo();
/// assert_eq!(document.text(), "Scenario(\n    format: 1, // the first\n)\n");
/// # Ok::<(), horseshoe::scenario::EditFault>(())
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    tree: Tree,
    /// What leads back, the last edit last.
    past: Vec<Edits>,
    /// What leads forward again, the next last.
    future: Vec<Edits>,
}

impl Document {
    /// Opens a text, whatever it is.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self { tree: Tree::parse(text), past: Vec::new(), future: Vec::new() }
    }

    /// The text as it stands.
    pub fn text(&self) -> &str {
        self.tree.text()
    }

    /// The text and its structure.
    pub const fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Replaces the value at `path` by `value`, written in RON.
    ///
    /// # Errors
    /// When nothing stands at the path, or the value is none.
    pub fn set(&mut self, path: &str, value: &str) -> Result<(), EditFault> {
        let edits = change::replacement(&self.tree, path, value)?;
        self.apply(&edits);
        Ok(())
    }

    /// Puts `value` where `path` will lead: a field or a key behind the last of its kind, an
    /// element of a list before the one that has the index now, in the style of its neighbours.
    ///
    /// # Errors
    /// When there is no such place, it is taken, or the value is none.
    pub fn insert(&mut self, path: &str, value: &str) -> Result<(), EditFault> {
        let edits = insert::insertion(&self.tree, path, value)?;
        self.apply(&edits);
        Ok(())
    }

    /// Removes the value at `path` with its name or key, its comma, and its line where it has
    /// one of its own, together with a comment behind it on that line. Comments above it stay.
    ///
    /// # Errors
    /// When nothing stands at the path, or the path is that of the whole.
    pub fn remove(&mut self, path: &str) -> Result<(), EditFault> {
        let edits = remove::removal(&self.tree, path)?;
        self.apply(&edits);
        Ok(())
    }

    /// Gives the field or the entry at `path` another name. Names that refer to it stay.
    ///
    /// # Errors
    /// When nothing with a name stands at the path, or the new name is taken or unusable.
    pub fn rename(&mut self, path: &str, name: &str) -> Result<(), EditFault> {
        let edits = rename::renaming(&self.tree, path, name)?;
        self.apply(&edits);
        Ok(())
    }

    /// Gives a member, an issue, an outcome or a source another identifier, where it is defined
    /// and wherever it is named.
    ///
    /// # Errors
    /// When there is none with that identifier, or the new one is taken.
    pub fn rename_everywhere(&mut self, kind: Kind, old: &str, new: &str) -> Result<(), EditFault> {
        let edits = rename::renaming_everywhere(&self.tree, kind, old, new)?;
        self.apply(&edits);
        Ok(())
    }

    /// Makes edits of the text as it stands, as one step.
    pub fn apply(&mut self, edits: &Edits) {
        if edits.is_empty() {
            return;
        }
        let back = self.change(edits);
        self.past.push(back);
        self.future.clear();
    }

    /// Takes back the last step; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(back) = self.past.pop() else { return false };
        let forward = self.change(&back);
        self.future.push(forward);
        true
    }

    /// Makes the last step again that was taken back; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(forward) = self.future.pop() else { return false };
        let back = self.change(&forward);
        self.past.push(back);
        true
    }

    /// Edits the text, and returns what leads back.
    fn change(&mut self, edits: &Edits) -> Edits {
        let back = edits.inverse(self.text());
        self.tree = Tree::parse(edits.apply(self.text()));
        back
    }
}
