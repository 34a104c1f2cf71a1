//! Lists, maps from identifiers, and what may be left out.

use std::collections::BTreeMap;

use super::super::codes::Code;
use super::super::diagnostic::Diagnostic;
use super::super::document::{Edit, quoted};
use super::super::file::ById;
use super::super::nearest::shown;
use super::super::spanned::{Entry, List, Span, Spanned};
use super::super::syntax::{NodeId, NodeKind};
use super::Decoder;
use super::scalars::unquoted;
use super::shapes::Shape;
use super::stand_in::StandIn;

/// The longest identifier; it must fit a column of a table.
pub(in crate::scenario) const MAX_IDENTIFIER: usize = 64;

/// How many entries a map may have, and what to say when it has more.
#[derive(Debug, Clone, Copy)]
pub(in crate::scenario) struct Limit {
    pub(in crate::scenario) most: usize,
    pub(super) code: Code,
    pub(super) what: &'static str,
}

impl Decoder<'_> {
    /// Reads a list; `Some(…)` around it is taken off.
    pub(super) fn list<T>(
        &mut self,
        node: NodeId,
        read: impl Fn(&mut Decoder<'_>, NodeId) -> T,
    ) -> List<T> {
        let node = self.tree.unwrapped(node);
        let span = self.tree.span(node);
        if self.tree.kind(node) == NodeKind::String {
            let texts: Vec<String> =
                self.tree.key(node).split(',').map(|text| quoted(text.trim())).collect();
            let listed = format!("[{}]", texts.join(", "));
            let hint = format!("write `{}`", shown(&listed));
            self.rewritten(node, "a list", hint, listed);
            return StandIn::stand_in(span);
        }
        if self.tree.kind(node) != NodeKind::List {
            self.wrong_type(node, "a list", "write its elements in brackets: `[…]`");
            return StandIn::stand_in(span);
        }
        let mut items = Vec::new();
        for child in self.tree.children(node) {
            if self.problems.is_full() {
                break;
            }
            items.push(read(self, child));
        }
        List { items, span: Some(span), faulty: false }
    }

    /// Reads a map from identifiers.
    pub(super) fn map<V>(
        &mut self,
        node: NodeId,
        read: impl Fn(&mut Decoder<'_>, NodeId) -> V,
    ) -> ById<V> {
        self.entries(node, None, identifier, read)
    }

    /// Reads a map from identifiers that may only have so many entries.
    pub(super) fn limited<V>(
        &mut self,
        node: NodeId,
        limit: Limit,
        read: impl Fn(&mut Decoder<'_>, NodeId) -> V,
    ) -> ById<V> {
        self.entries(node, Some(limit), identifier, read)
    }

    /// Reads a map with any keys.
    pub(super) fn entries<K: Clone + Ord, V>(
        &mut self,
        node: NodeId,
        limit: Option<Limit>,
        key: impl Fn(&mut Decoder<'_>, NodeId) -> Spanned<K>,
        value: impl Fn(&mut Decoder<'_>, NodeId) -> V,
    ) -> List<Entry<K, V>> {
        let node = self.tree.unwrapped(node);
        let span = self.tree.span(node);
        if self.tree.kind(node) != NodeKind::Map {
            let hint = "write its entries in braces: `{ \"key\": … }`";
            self.wrong_type(node, "a map", hint);
            return StandIn::stand_in(span);
        }
        let most = limit.map_or(usize::MAX, |limit| limit.most);
        let mut seen: BTreeMap<K, Span> = BTreeMap::new();
        let mut map = List { items: Vec::new(), span: Some(span), faulty: false };
        for (count, entry) in self.tree.children(node).enumerate() {
            if self.problems.is_full() || count == most {
                map.faulty = true;
                break;
            }
            let mut parts = self.tree.children(entry);
            let (Some(first), Some(second)) = (parts.next(), parts.next()) else {
                continue;
            };
            let key = key(self, first);
            self.note_key(&key, &mut seen);
            let value = value(self, second);
            map.items.push(Entry { key, value });
        }
        if let Some(limit) = limit {
            self.count_entries(node, limit);
        }
        map
    }

    fn note_key<K: Clone + Ord>(&mut self, key: &Spanned<K>, seen: &mut BTreeMap<K, Span>) {
        if let Some(first) = seen.get(&key.value) {
            let written = shown(key.span.of(self.tree.text()));
            let line = self.problems.lines().place(self.tree.text(), first.start).line;
            let message = format!("the key {written} is written twice");
            let hint = format!("rename or remove one of the two; the first is in line {line}");
            self.report(Code::DuplicateKey, key.span, message, hint);
        } else {
            seen.insert(key.value.clone(), key.span);
        }
    }

    fn count_entries(&mut self, node: NodeId, limit: Limit) {
        let Limit { most, code, what } = limit;
        let count = self.tree.children(node).count();
        if let Some(first) = self.tree.children(node).nth(most) {
            let key = self.tree.children(first).next().unwrap_or(first);
            let message = format!("there are {count} {what}, more than the {most} that are read");
            let hint = format!("keep the {most} {what} that matter most");
            self.report(code, self.tree.span(key), message, hint);
        }
    }
}

/// Reads the identifier of a thing that is defined here.
fn identifier(decoder: &mut Decoder<'_>, node: NodeId) -> Spanned<String> {
    let span = decoder.tree.span(node);
    let id = decoder.tree.key(node);
    let (message, hint) = match decoder.tree.kind(node) {
        NodeKind::String => {
            let Some(fault) = unusable(&id) else {
                return Spanned::new(id, span);
            };
            (fault.to_owned(), format!("write up to {MAX_IDENTIFIER} letters, digits and hyphens"))
        }
        NodeKind::Word | NodeKind::Number => {
            unquoted(decoder, node);
            return Spanned::new(id, span);
        }
        _ => {
            decoder.wrong_type(node, "a text", "write an identifier in double quotes");
            return Spanned::stand_in(id, span);
        }
    };
    decoder.report(Code::BadIdentifier, span, message, hint);
    Spanned::new(id, span)
}

fn unusable(id: &str) -> Option<&'static str> {
    if id.is_empty() {
        Some("an identifier is empty")
    } else if id.chars().count() > MAX_IDENTIFIER {
        Some("an identifier is too long to be shown")
    } else if id.chars().any(char::is_control) {
        Some("an identifier has a line end or another control character in it")
    } else if id.trim() != id {
        Some("an identifier begins or ends with a blank")
    } else {
        None
    }
}

impl Decoder<'_> {
    /// The values of a tuple that may begin with the name `of`; an empty name must be left out.
    pub(super) fn values(&mut self, node: NodeId, of: &str, count: usize) -> Option<Vec<NodeId>> {
        let name = self.tree.name(node);
        if !name.is_empty() && name != of {
            let message = format!("`{}` does not belong here", shown(name));
            let hint = format!("write `{of}({})`", vec!["…"; count].join(", "));
            self.report(Code::WrongName, self.tree.name_span(node), message, hint);
            return None;
        }
        if of == "Mark" && self.are_swapped(node) {
            return None;
        }
        let fits = self.has_length(node, of, Shape::Values(count));
        fits.then(|| self.tree.children(node).collect())
    }

    /// Reports a mark whose label stands before its number.
    fn are_swapped(&mut self, node: NodeId) -> bool {
        let parts: Vec<NodeId> = self.tree.children(node).collect();
        let kinds: Vec<NodeKind> = parts.iter().map(|part| self.tree.kind(*part)).collect();
        if kinds != [NodeKind::String, NodeKind::Number] {
            return false;
        }
        let (label, number) = (self.tree.source(parts[0]), self.tree.source(parts[1]));
        let right = format!("Mark({number}, {label})");
        let message = "the label and the number of this mark are swapped";
        let hint = format!("write `{}`", shown(&right));
        let problem = Diagnostic::new(Code::WrongType, self.place(node), message, hint);
        let mend = Edit::replace(self.tree.span(node), right);
        self.problems.add(problem.mended_by(Some(mend)));
        true
    }
}
