//! Dense identifiers, and tables indexed by them.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A dense identifier: an index that belongs to one kind of thing.
pub trait Id: Copy {
    /// The identifier of the thing at `index`.
    fn at(index: usize) -> Self;
    /// The place in a table.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(u16);

            impl Id for $name {
                fn at(index: usize) -> Self {
                    Self(index as u16)
                }

                fn index(self) -> usize {
                    usize::from(self.0)
                }
            }
        )*
    };
}

ids! {
    /// A delegation, by the order of the sorted identifiers.
    DelegationId
    /// An issue, by the order of the sorted identifiers.
    IssueId
    /// A proposed outcome, by the order of the sorted identifiers.
    OutcomeId
    /// A group, by the order of the sorted identifiers.
    GroupId
    /// A source, by the order of the sorted identifiers.
    SourceId
    /// An inject, by the order of the file.
    InjectId
    /// An argument among those of its delegation, in the order of the file.
    ArgumentId
}

/// A table with one entry for each `I`.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<I, T> {
    entries: Vec<T>,
    of: PhantomData<I>,
}

/// One entry for each delegation.
pub type ByDelegation<T> = Table<DelegationId, T>;
/// One entry for each issue.
pub type ByIssue<T> = Table<IssueId, T>;
/// One entry for each proposed outcome.
pub type ByOutcome<T> = Table<OutcomeId, T>;

impl<I: Id, T> Table<I, T> {
    /// The table of these entries, in the order of the identifiers.
    pub const fn new(entries: Vec<T>) -> Self {
        Self { entries, of: PhantomData }
    }

    /// A table of `len` equal entries.
    pub fn filled(len: usize, entry: T) -> Self
    where
        T: Clone,
    {
        Self::new(vec![entry; len])
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The identifiers, in order.
    pub fn ids(
        &self,
    ) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.entries.len()).map(I::at)
    }

    /// The entries, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// Identifiers and entries, in order.
    pub fn pairs(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.entries.iter().enumerate().map(|(i, entry)| (I::at(i), entry))
    }

    /// Sets every entry to `entry`.
    pub fn fill(&mut self, entry: T)
    where
        T: Clone,
    {
        self.entries.fill(entry);
    }

    /// Makes this table equal to `other`, which must have the same length, without allocating.
    pub fn copy_from(&mut self, other: &Self)
    where
        T: Clone,
    {
        self.entries.clone_from_slice(&other.entries);
    }

    /// The entries as a slice to be changed.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.entries
    }
}

impl<'a, I: Id, T> IntoIterator for &'a Table<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.entries[id.index()]
    }
}

impl<I: Id, T> IndexMut<I> for Table<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.entries[id.index()]
    }
}

/// Rows of grids are this many entries long, or a multiple, so that arithmetic on a row leaves no
/// rest: eight numbers are the most that processors of today work on at once.
pub const LANES: usize = 8;

/// A table with one entry for each pair of a row and a column, stored row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid<R, C, T> {
    columns: usize,
    /// From one row to the next: the columns, and what fills a row up.
    stride: usize,
    entries: Vec<T>,
    of: PhantomData<(R, C)>,
}

impl<R: Id, C: Id, T: Clone> Grid<R, C, T> {
    /// A grid of equal entries.
    pub fn filled(rows: usize, columns: usize, entry: T) -> Self {
        let stride = columns.next_multiple_of(LANES);
        Self { columns, stride, entries: vec![entry; rows * stride], of: PhantomData }
    }

    /// The entries of one row, in the order of the columns.
    pub fn row(&self, row: R) -> &[T] {
        &self.entries[row.index() * self.stride..][..self.columns]
    }

    /// Where the entry of a row and a column stands among `entries`: grids of the same shape share
    /// their places, so that one is enough to read several.
    pub fn place(&self, (row, column): (R, C)) -> usize {
        row.index() * self.stride + column.index()
    }

    /// All entries, row by row, with what fills the rows up.
    pub fn entries(&self) -> &[T] {
        &self.entries
    }

    /// The same, to be changed.
    pub fn entries_mut(&mut self) -> &mut [T] {
        &mut self.entries
    }

    /// The entries of one row, with what fills it up to whole lanes.
    pub fn lanes(&self, row: R) -> &[T] {
        &self.entries[row.index() * self.stride..][..self.stride]
    }

    /// The same, to be changed.
    pub fn lanes_mut(&mut self, row: R) -> &mut [T] {
        &mut self.entries[row.index() * self.stride..][..self.stride]
    }

    /// The entries of one row, to be changed.
    pub fn row_mut(&mut self, row: R) -> &mut [T] {
        &mut self.entries[row.index() * self.stride..][..self.columns]
    }

    /// Sets every entry to `entry`.
    pub fn fill(&mut self, entry: T) {
        self.entries.fill(entry);
    }

    /// Makes this grid equal to `other`, which must have the same shape, without allocating.
    pub fn copy_from(&mut self, other: &Self) {
        self.entries.clone_from_slice(&other.entries);
    }
}

impl<R: Id, C: Id, T> Index<(R, C)> for Grid<R, C, T> {
    type Output = T;

    fn index(&self, (row, column): (R, C)) -> &T {
        debug_assert!(column.index() < self.columns, "the column is one of this grid");
        &self.entries[row.index() * self.stride + column.index()]
    }
}

impl<R: Id, C: Id, T> IndexMut<(R, C)> for Grid<R, C, T> {
    fn index_mut(&mut self, (row, column): (R, C)) -> &mut T {
        debug_assert!(column.index() < self.columns, "the column is one of this grid");
        &mut self.entries[row.index() * self.stride + column.index()]
    }
}
