//! Differences that are told in one breath: those of one list, and both ends of a red line.

use std::collections::BTreeMap;

use crate::scenario::syntax::Step;
use crate::scenario::{Difference, DifferenceKind};

/// Differences with a common path.
pub(super) struct Group<'a> {
    /// The path of the list, or of the value.
    pub(super) path: String,
    pub(super) steps: Vec<Step>,
    pub(super) differences: Vec<&'a Difference>,
    /// Whether they are elements of a list.
    pub(super) is_list: bool,
}

impl Group<'_> {
    /// The largest change of a number.
    pub(super) fn size(&self) -> f64 {
        self.differences.iter().filter_map(|d| d.by).fold(0.0, |most, by| most.max(by.abs()))
    }
}

/// The groups, in the order of their first differences.
pub(super) fn groups(found: &[Difference]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for difference in found {
        let mut steps = Step::all(&difference.path).unwrap_or_default();
        let is_element = matches!(steps.last(), Some(Step::Index(_)))
            && difference.kind != DifferenceKind::Changed;
        let is_part = |step: &Step| matches!(step, Step::Index(_));
        let mut path = difference.path.as_str();
        // An index is of an element of a list, or of one of two values that belong together.
        if steps.last().is_some_and(is_part) {
            steps.pop();
            path = path.rfind('[').map_or(path, |end| &path[..end]);
        }
        let place = *places.entry(path.to_owned()).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Group {
                path: path.to_owned(),
                steps,
                differences: Vec::new(),
                is_list: is_element || difference.kind == DifferenceKind::Order,
            });
        }
        groups[place].differences.push(difference);
    }
    groups
}
