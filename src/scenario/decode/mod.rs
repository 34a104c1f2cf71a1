//! The tree to a `ScenarioFile`, collecting every fault on the way.
//!
//! A fault is reported once: what stands in its place is marked as faulty, and neither the
//! decoder nor a check says more about it.

mod anatomy;
mod delegations;
mod fields;
mod outcomes;
mod playing;
mod procedure;
mod scalars;
mod sequences;
mod setting;
mod shapes;
mod stand_in;
mod words;

use super::codes::Code;
use super::diagnostic::{Diagnostic, Diagnostics};
use super::document::Edit;
use super::file::ScenarioFile;
use super::nearest::shown;
use super::spanned::Span;
use super::syntax::{NodeId, NodeKind, Tree};

use stand_in::StandIn;

pub(super) use anatomy::{Body, Field, Presence, Settings, Shapes, Type, Variant, is_structure};
pub(super) use sequences::MAX_IDENTIFIER;
pub(super) use setting::{ISSUES, MEMBERS, OUTCOMES};

/// Decodes the first value of `tree`; `None` when it is nothing like a scenario, or of another
/// format, so that no check should look at it.
pub(super) fn decode(tree: &Tree, problems: &mut Diagnostics) -> Option<ScenarioFile> {
    if let Some(fault) = tree.faults().first() {
        // ron has taken the text, so it says more than this tree holds: better refuse than guess.
        let message = format!("{} was expected here", fault.expected);
        problems.report(Code::NotRon, fault.span, message, "write values as the manual has them");
        return None;
    }
    let root = tree.root()?;
    let mut decoder = Decoder { tree, problems };
    if !setting::is_of_this_format(&mut decoder) {
        return None;
    }
    let file = ScenarioFile::decode(&mut decoder, root);
    matches!(tree.kind(root), NodeKind::Struct).then_some(file)
}

/// A structure or enum of the file that can be read from a node.
trait Decode: StandIn {
    /// Reads it; a stand-in, and a report, where that is impossible.
    fn decode(decoder: &mut Decoder<'_>, node: NodeId) -> Self;
}

/// Reads nodes and reports faults.
struct Decoder<'a> {
    tree: &'a Tree,
    problems: &'a mut Diagnostics,
}

impl Decoder<'_> {
    fn report(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.problems.report(code, span, message, hint);
    }

    /// Reports a value of the wrong type.
    fn wrong_type(&mut self, node: NodeId, wanted: &str, hint: impl Into<String>) {
        let problem = self.of_wrong_type(node, wanted, hint);
        self.problems.add(problem);
    }

    /// Reports a value of the wrong type that means the same when it is written as `written`.
    fn rewritten(&mut self, node: NodeId, wanted: &str, hint: String, written: String) {
        let mend = Edit::replace(self.tree.span(node), written);
        let problem = self.of_wrong_type(node, wanted, hint).mended_by(Some(mend));
        self.problems.add(problem);
    }

    fn of_wrong_type(&self, node: NodeId, wanted: &str, hint: impl Into<String>) -> Diagnostic {
        let message = format!("{} wants {wanted}, not {}", self.role(node), self.found(node));
        Diagnostic::new(Code::WrongType, self.place(node), message, hint)
    }

    /// What a node is to what stands around it: `` `position` ``, ``"KOR"``, element 2.
    fn role(&self, node: NodeId) -> String {
        let Some(parent) = self.tree.parent(node) else {
            return "the file".to_owned();
        };
        match self.tree.kind(parent) {
            NodeKind::Field => format!("`{}`", shown(self.tree.name(parent))),
            NodeKind::Entry if self.tree.value(parent) == Some(node) => {
                let key = self.tree.children(parent).next();
                let key = key.map(|key| self.tree.key(key)).unwrap_or_default();
                format!("`{}`", shown(&key))
            }
            NodeKind::Entry => "a key".to_owned(),
            NodeKind::List => "an element of the list".to_owned(),
            NodeKind::Tuple if self.tree.name(parent) == "Some" => self.role(parent),
            NodeKind::Tuple => {
                let index = self.tree.children(parent).position(|child| child == node);
                let name = self.tree.name(parent);
                let of = if name.is_empty() { "the pair" } else { name };
                format!("value {} of `{}`", index.unwrap_or_default() + 1, shown(of))
            }
            _ => "the file".to_owned(),
        }
    }

    /// What a node is, for messages that say what stands there instead.
    fn found(&self, node: NodeId) -> String {
        let name = shown(self.tree.name(node));
        match self.tree.kind(node) {
            NodeKind::Struct | NodeKind::Tuple if !name.is_empty() => format!("`{name}(…)`"),
            NodeKind::Struct => "a structure `(…)`".to_owned(),
            NodeKind::Tuple if self.tree.children(node).next().is_none() => "`()`".to_owned(),
            NodeKind::Tuple => "values in parentheses".to_owned(),
            NodeKind::List => "a list `[…]`".to_owned(),
            NodeKind::Map => "a map `{…}`".to_owned(),
            NodeKind::String => format!("the text {}", shown(self.tree.source(node))),
            NodeKind::Bytes => "a byte string".to_owned(),
            NodeKind::Char => "a character".to_owned(),
            NodeKind::Number => format!("the number {}", shown(self.tree.source(node))),
            NodeKind::Range => "a range".to_owned(),
            NodeKind::Word => format!("the word `{}`", shown(self.tree.source(node))),
            _ => "what stands here".to_owned(),
        }
    }

    /// Where a fault of a whole value is shown: its name and bracket rather than all its lines.
    fn place(&self, node: NodeId) -> Span {
        match self.tree.kind(node) {
            NodeKind::Struct | NodeKind::Tuple => {
                self.tree.name_span(node).to(self.tree.head(node))
            }
            _ => self.tree.head(node),
        }
    }
}
