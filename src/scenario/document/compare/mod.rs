//! What differs between two scenarios by meaning: layout, comments and escapes aside.
//!
//! Structures are compared by field and maps by key, in whatever order they stand; numbers by
//! value, texts without their escapes; `Some(x)` is `x`, and `None` and an empty list are what is
//! left out. Lists are compared as bags: what is in one alone was removed or added.

mod difference;
mod excerpt;
mod meaning;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::super::syntax::{NodeId, Tree};

pub use difference::{Difference, DifferenceKind, Excerpt};
pub use excerpt::brief;

use excerpt::apart;
use meaning::{Build, build, is_empty, meaning, number, parts, text, variant};

/// How many characters of a value are shown.
const SHOWN: usize = 80;

/// The differences from `a` to `b`, in the order of `b`; what was removed follows what is still
/// there. A member, a stance or an element of a list that is new or gone is one difference.
///
/// ```
/// use horseshoe::scenario::{differences, syntax::Tree};
///
/// let before = Tree::parse("Scenario(title: \"One\", issues: {}, time_limit: 5)");
/// let after = Tree::parse("(time_limit: Some(7.5), title: \"\\u{4f}ne\") // shorter");
/// let found = differences(&before, &after);
/// assert_eq!(found.len(), 1);
/// assert_eq!((found[0].path.as_str(), found[0].by), ("time_limit", Some(2.5)));
/// ```
pub fn differences(a: &Tree, b: &Tree) -> Vec<Difference> {
    match (a.root(), b.root()) {
        (Some(before), Some(after)) => differences_of((a, before), (b, after)),
        _ => Vec::new(),
    }
}

/// The differences from one value to another; their paths begin at the values.
pub fn differences_of(a: (&Tree, NodeId), b: (&Tree, NodeId)) -> Vec<Difference> {
    let mut comparison = Comparison { a: a.0, b: b.0, found: Vec::new() };
    comparison.values("", a.1, b.1);
    comparison.found
}

struct Comparison<'a> {
    a: &'a Tree,
    b: &'a Tree,
    found: Vec<Difference>,
}

impl Comparison<'_> {
    fn values(&mut self, path: &str, a: NodeId, b: NodeId) {
        let (a, b) = (self.a.unwrapped(a), self.b.unwrapped(b));
        let is_same_variant = variant(self.a, a) == variant(self.b, b);
        match (build(self.a, a), build(self.b, b)) {
            (Build::Fields, Build::Fields) if is_same_variant => self.fields(path, a, b),
            (Build::Map, Build::Map) => self.fields(path, a, b),
            (Build::List, Build::List) => {
                let elements = (self.a.children(a).collect(), self.b.children(b).collect());
                self.elements(path, elements, (Some(a), Some(b)));
            }
            (Build::Values, Build::Values)
                if is_same_variant && self.a.children(a).count() == self.b.children(b).count() =>
            {
                let pairs: Vec<_> = self.a.children(a).zip(self.b.children(b)).collect();
                for (at, (a, b)) in pairs.into_iter().enumerate() {
                    self.values(&format!("{path}[{at}]"), a, b);
                }
            }
            _ if meaning(self.a, a) == meaning(self.b, b) => {}
            _ => self.note(path, DifferenceKind::Changed, Some(a), Some(b)),
        }
    }

    /// Compares two structures, or two maps.
    fn fields(&mut self, path: &str, a: NodeId, b: NodeId) {
        let is_map = build(self.b, b) == Build::Map;
        let step = |name: &str| match (is_map, path) {
            (true, _) => format!("{path}[{name:?}]"),
            (false, "") => name.to_owned(),
            (false, _) => format!("{path}.{name}"),
        };
        let mut before: BTreeMap<String, NodeId> = BTreeMap::new();
        let in_order = parts(self.a, a);
        for (name, value) in &in_order {
            before.entry(name.clone()).or_insert(*value);
        }
        let mut seen = BTreeSet::new();
        for (name, value) in parts(self.b, b) {
            if seen.insert(name.clone()) {
                match before.get(&name) {
                    Some(earlier) => self.values(&step(&name), *earlier, value),
                    None => self.only(&step(&name), None, Some(value), is_map),
                }
            }
        }
        for (name, value) in in_order {
            if seen.insert(name.clone()) {
                self.only(&step(&name), Some(value), None, is_map);
            }
        }
    }

    /// Notes what stands in one file only. A list or a map that is left out in the other is as
    /// good as an empty one, so that its entries are what is new or gone.
    fn only(&mut self, path: &str, a: Option<NodeId>, b: Option<NodeId>, is_entry: bool) {
        let (tree, node) = match (a, b) {
            (Some(node), _) => (self.a, node),
            (None, Some(node)) => (self.b, node),
            (None, None) => return,
        };
        let kind = if a.is_some() { DifferenceKind::Removed } else { DifferenceKind::Added };
        let side = |node| if a.is_some() { (Some(node), None) } else { (None, Some(node)) };
        match build(tree, node) {
            _ if !is_entry && is_empty(tree, node) => {}
            Build::Map if !is_entry => {
                for (name, value) in parts(tree, node) {
                    let (a, b) = side(value);
                    self.note(&format!("{path}[{name:?}]"), kind, a, b);
                }
            }
            Build::List if !is_entry => {
                let elements: Vec<NodeId> = tree.children(node).collect();
                for (at, element) in elements.into_iter().enumerate() {
                    let (a, b) = side(element);
                    self.note(&format!("{path}[{at}]"), kind, a, b);
                }
            }
            _ => self.note(path, kind, a, b),
        }
    }

    /// Compares two lists as bags, and then the order of what is in both.
    fn elements(
        &mut self,
        path: &str,
        (a, b): (Vec<NodeId>, Vec<NodeId>),
        lists: (Option<NodeId>, Option<NodeId>),
    ) {
        let before: Vec<String> = a.iter().map(|node| meaning(self.a, *node)).collect();
        let after: Vec<String> = b.iter().map(|node| meaning(self.b, *node)).collect();
        if before == after {
            return;
        }
        let mut left: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
        for (at, meaning) in after.iter().enumerate() {
            left.entry(meaning).or_default().push_back(at);
        }
        let is_gone = |meaning: &String| {
            left.get_mut(meaning.as_str()).and_then(VecDeque::pop_front).is_none()
        };
        let gone: Vec<bool> = before.iter().map(is_gone).collect();
        let new: BTreeSet<usize> = left.into_values().flatten().collect();
        if new.is_empty() && !gone.contains(&true) {
            self.note(path, DifferenceKind::Order, lists.0, lists.1);
        }
        for (at, element) in a.into_iter().enumerate().filter(|(at, _)| gone[*at]) {
            self.note(&format!("{path}[{at}]"), DifferenceKind::Removed, Some(element), None);
        }
        for at in new {
            self.note(&format!("{path}[{at}]"), DifferenceKind::Added, None, Some(b[at]));
        }
    }

    fn note(&mut self, path: &str, kind: DifferenceKind, a: Option<NodeId>, b: Option<NodeId>) {
        let numbers = (
            a.and_then(|node| number(self.a, self.a.unwrapped(node))),
            b.and_then(|node| number(self.b, self.b.unwrapped(node))),
        );
        let by = match numbers {
            (Some(before), Some(after)) => Some(without_dust(after - before)),
            _ => None,
        };
        let excerpt = |tree: &Tree, node: NodeId| Excerpt {
            text: brief(tree, node, SHOWN),
            span: tree.span(node),
        };
        let (mut before, mut after) =
            (a.map(|node| excerpt(self.a, node)), b.map(|node| excerpt(self.b, node)));
        let texts = a.zip(b).and_then(|(a, b)| text(self.a, a).zip(text(self.b, b)));
        if let (Some((a, b)), Some(before), Some(after)) = (texts, &mut before, &mut after) {
            (before.text, after.text) = apart(&a, &b, SHOWN);
        }
        let by = by.filter(|by| by.is_finite());
        self.found.push(Difference { path: path.to_owned(), kind, before, after, by });
    }
}

/// A difference of decimal numbers without the dust of the binary: 0.1, and not
/// 0.09999999999999998.
fn without_dust(by: f64) -> f64 {
    let rounded = (by * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded } else { by }
}
