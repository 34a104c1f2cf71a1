//! Sparse columns with names: what is known before a vote, made into numbers.

use std::collections::BTreeMap;

/// Columns of a row that are not zero, with their values.
pub(super) type Sparse = Vec<(usize, f64)>;

/// What a column is about; each group has its own ridge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// The constant.
    Constant,
    /// The member's ideal point, and its square.
    Ideal,
    /// Which permanent member it is.
    Permanent,
    /// Which member it is.
    Member,
    /// Whether the member is a sponsor.
    Own,
    /// The distance between the ideal points of the member and the sponsors.
    Distance,
    /// The product of the ideal points of the member and the sponsors.
    Product,
    /// Which permanent member it is, and which permanent member sponsors.
    PermanentPair,
    /// Which permanent member it is, and the agenda item.
    TopicPermanent,
    /// Whether the member is permanent, and the agenda item.
    TopicMembership,
    /// Who sponsors: whether anybody is known to, how many, where they stand.
    Sponsors,
    /// Which permanent members sponsor.
    PermanentSponsors,
    /// Whether the text is an amendment, or follows another on the same item.
    Form,
    /// The region.
    Region,
    /// The agenda item.
    Topic,
}

/// Features by group and name.
pub(super) type Features = Vec<(Group, String, f64)>;

/// A feature that is there.
pub(super) fn one(group: Group, name: &str) -> (Group, String, f64) {
    (group, name.to_owned(), 1.0)
}

/// Columns by name, as the training drafts introduced them.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    index: BTreeMap<(Group, String), usize>,
    groups: Vec<Group>,
}

impl Columns {
    /// The columns that these features need, in the order of groups and names.
    pub(super) fn of<'a>(features: impl Iterator<Item = &'a Features>) -> Self {
        let mut columns = Self::default();
        for (group, name, value) in features.flatten() {
            if *value != 0.0 {
                columns.index.entry((*group, name.clone())).or_insert(0);
            }
        }
        for (place, ((group, _), index)) in columns.index.iter_mut().enumerate() {
            *index = place;
            columns.groups.push(*group);
        }
        columns
    }

    /// How many columns there are.
    pub(super) const fn len(&self) -> usize {
        self.groups.len()
    }

    /// The row of these features; what no training draft had is left out.
    pub(super) fn row(&self, features: &Features) -> Sparse {
        let known = features.iter().filter_map(|(group, name, value)| {
            let column = *self.index.get(&(*group, name.clone()))?;
            (*value != 0.0).then_some((column, *value))
        });
        known.collect()
    }

    /// The ridge of each column.
    pub(super) fn ridge(&self, of: impl Fn(Group) -> f64) -> Vec<f64> {
        self.groups.iter().map(|&group| of(group)).collect()
    }
}
