//! The named values of a structure or of a variant with settings.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostic;
use super::super::document::Edit;
use super::super::file::ById;
use super::super::nearest::{instead, only_near, shown};
use super::super::spanned::{List, Span};
use super::super::syntax::{NodeId, NodeKind};
use super::Decoder;
use super::stand_in::StandIn;

/// The fields found in one structure.
#[derive(Debug)]
pub(super) struct Fields {
    /// The opening bracket.
    pub(super) head: Span,
    /// The name of the structure, for messages.
    of: &'static str,
    found: Vec<(&'static str, NodeId)>,
    /// Whether there was no structure at all, so that its fields cannot be missing.
    is_faulty: bool,
}

impl Decoder<'_> {
    /// The fields of the structure called `of`, which may be written without its name.
    pub(super) fn fields(
        &mut self,
        node: NodeId,
        of: &'static str,
        known: &[&'static str],
    ) -> Fields {
        let node = self.tree.unwrapped(node);
        let head = self.tree.head(node);
        let is_empty = self.tree.children(node).next().is_none();
        let is_structure = match self.tree.kind(node) {
            NodeKind::Struct => true,
            NodeKind::Tuple => is_empty,
            _ => false,
        };
        let mut fields = Fields { head, of, found: Vec::new(), is_faulty: !is_structure };
        let name = self.tree.name(node);
        if !is_structure {
            let first = known.first().copied().unwrap_or_default();
            let hint = format!("write its fields as `name: value`, such as `{of}({first}: …)`");
            if self.tree.kind(node) == NodeKind::Tuple {
                let message = format!("the values of this `{of}` have no names");
                self.report(Code::WrongType, self.place(node), message, hint);
            } else {
                self.wrong_type(node, &format!("a structure `{of}(…)`"), hint);
            }
        } else if !name.is_empty() && name != of {
            // A structure of another name has other fields; saying so of each would not help.
            fields.is_faulty = is_empty || !self.resembles(node, known);
            let span = self.tree.name_span(node);
            let mend = (!fields.is_faulty).then(|| Edit::replace(span, of));
            let message = format!("`{}` should be `{of}`", shown(name));
            let hint = format!("write `{of}(…)`, or only the parentheses");
            let problem = Diagnostic::new(Code::WrongName, span, message, hint);
            self.problems.add(problem.mended_by(mend));
        }
        if !fields.is_faulty {
            self.collect(node, known, &mut fields);
        }
        fields
    }

    /// The fields of the variant `of`, whose name has been looked at.
    pub(super) fn settings(
        &mut self,
        node: NodeId,
        of: &'static str,
        known: &[&'static str],
    ) -> Fields {
        let head = self.tree.head(node);
        let mut fields = Fields { head, of, found: Vec::new(), is_faulty: false };
        if self.tree.kind(node) == NodeKind::Tuple && self.tree.children(node).next().is_some() {
            let hint = format!("write its fields as `name: value`: {}", listed_fields(known));
            let message = format!("`{of}` wants its settings by name");
            self.report(Code::WrongType, self.place(node), message, hint);
            fields.is_faulty = true;
        } else {
            self.collect(node, known, &mut fields);
        }
        fields
    }

    /// Whether at least half of the fields are among the known ones.
    fn resembles(&self, node: NodeId, known: &[&'static str]) -> bool {
        let names = || self.tree.children(node).map(|field| self.tree.name(field));
        2 * names().filter(|name| known.contains(name)).count() >= names().count()
    }

    fn collect(&mut self, node: NodeId, known: &[&'static str], fields: &mut Fields) {
        for child in self.tree.children(node) {
            if self.problems.is_full() {
                fields.is_faulty = true;
                return;
            }
            if let Some(field) = self.known_field(child, known, fields.of) {
                self.note(child, field, fields);
            }
        }
    }

    /// The known name of a field; reports one that is unknown.
    fn known_field(
        &mut self,
        field: NodeId,
        known: &[&'static str],
        of: &str,
    ) -> Option<&'static str> {
        let tree = self.tree;
        let name = tree.name(field);
        let is_field = self.tree.kind(field) == NodeKind::Field;
        if let Some(name) = known.iter().find(|known| is_field && **known == name) {
            return Some(name);
        }
        let span = if is_field { self.tree.name_span(field) } else { self.place(field) };
        if is_field {
            let message = format!("`{of}` has no field `{}`", shown(name));
            let hint = instead(name, known.iter().copied());
            let near = only_near(name, known.iter().copied());
            let near = near.filter(|near| !self.has_sibling(field, near));
            let problem = Diagnostic::new(Code::UnknownField, span, message, hint);
            self.problems.add(problem.mended_by(near.map(|near| Edit::replace(span, near))));
            // Its value is read as what it must mean, so that nothing is said to be missing.
            return known.iter().find(|known| Some(**known) == near).copied();
        }
        let message = format!("a value without a name stands among the fields of `{of}`");
        self.report(Code::WrongType, span, message, "write it as `name: value`");
        None
    }

    /// Whether another field beside this one has the name.
    fn has_sibling(&self, field: NodeId, name: &str) -> bool {
        let parent = self.tree.parent(field);
        parent.is_some_and(|parent| self.tree.children(parent).any(|id| self.tree.name(id) == name))
    }

    fn note(&mut self, field: NodeId, name: &'static str, fields: &mut Fields) {
        if let Some((_, first)) = fields.found.iter().find(|(other, _)| *other == name) {
            let first = self.tree.span(*first).start;
            let line = self.problems.lines().place(self.tree.text(), first).line;
            let message = format!("the field `{name}` of this `{}` is written twice", fields.of);
            let hint = format!("remove one of the two; the first is in line {line}");
            self.report(Code::DuplicateField, self.tree.name_span(field), message, hint);
        } else if let Some(value) = self.tree.value(field) {
            fields.found.push((name, value));
        }
    }
}

impl Fields {
    fn get(&self, name: &str) -> Option<NodeId> {
        self.found.iter().find(|(other, _)| *other == name).map(|(_, node)| *node)
    }

    /// A field that must be written.
    pub(super) fn needed<T: StandIn>(
        &self,
        decoder: &mut Decoder<'_>,
        name: &'static str,
        read: impl Fn(&mut Decoder<'_>, NodeId) -> T,
    ) -> T {
        if let Some(node) = self.get(name) {
            return read(decoder, node);
        }
        if !self.is_faulty {
            let message = format!("this `{}` lacks the field `{name}`", self.of);
            let hint = format!("add `{name}: …`");
            decoder.report(Code::MissingField, self.head, message, hint);
        }
        T::stand_in(self.head)
    }

    /// A field that may be left out, written as `None`, or as `Some(…)`.
    pub(super) fn optional<T>(
        &self,
        decoder: &mut Decoder<'_>,
        name: &'static str,
        read: impl Fn(&mut Decoder<'_>, NodeId) -> T,
    ) -> Option<T> {
        let node = decoder.tree.unwrapped(self.get(name)?);
        if decoder.tree.kind(node) == NodeKind::Word && decoder.tree.source(node) == "None" {
            return None;
        }
        Some(read(decoder, node))
    }

    /// A list that may be left out.
    pub(super) fn listed<T>(
        &self,
        decoder: &mut Decoder<'_>,
        name: &'static str,
        read: impl Fn(&mut Decoder<'_>, NodeId) -> T,
    ) -> List<T> {
        let list = self.optional(decoder, name, |decoder, node| decoder.list(node, &read));
        list.unwrap_or_else(|| self.absent())
    }

    /// A map from identifiers that may be left out.
    pub(super) fn mapped<V>(
        &self,
        decoder: &mut Decoder<'_>,
        name: &'static str,
        read: impl Fn(&mut Decoder<'_>, NodeId) -> V,
    ) -> ById<V> {
        let map = self.optional(decoder, name, |decoder, node| decoder.map(node, &read));
        map.unwrap_or_else(|| self.absent())
    }

    /// A list nobody wrote; in a faulty structure it may have been meant, and counts as faulty.
    fn absent<T>(&self) -> List<T> {
        List { faulty: self.is_faulty, ..List::default() }
    }
}

fn listed_fields(known: &[&'static str]) -> String {
    known.iter().map(|name| format!("`{name}: …`")).collect::<Vec<_>>().join(", ")
}
