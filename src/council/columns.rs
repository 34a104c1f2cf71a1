//! A table of two dimensions whose columns lie together.

use std::ops::{Index, IndexMut};

use super::table::{Grid, Id};

/// A table with one entry for each pair of a row and a column, stored column by column: where
/// all rows are worked on at once in a few columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns<R, C, T>(Grid<C, R, T>);

impl<R: Id, C: Id, T: Clone> Columns<R, C, T> {
    /// A table of equal entries.
    pub fn filled(rows: usize, columns: usize, entry: T) -> Self {
        Self(Grid::filled(columns, rows, entry))
    }

    /// The entries of one column, in the order of the rows.
    pub fn column(&self, column: C) -> &[T] {
        self.0.row(column)
    }

    /// The same, to be changed.
    pub fn column_mut(&mut self, column: C) -> &mut [T] {
        self.0.row_mut(column)
    }

    /// All entries, column by column, each filled up to whole lanes.
    pub fn entries(&self) -> &[T] {
        self.0.entries()
    }

    /// The same, to be changed.
    pub fn entries_mut(&mut self) -> &mut [T] {
        self.0.entries_mut()
    }

    /// Sets every entry to `entry`.
    pub fn fill(&mut self, entry: T) {
        self.0.fill(entry);
    }

    /// Makes this table equal to `other`, which must have the same shape, without allocating.
    pub fn copy_from(&mut self, other: &Self) {
        self.0.copy_from(&other.0);
    }
}

impl<R: Id, C: Id, T> Index<(R, C)> for Columns<R, C, T> {
    type Output = T;

    fn index(&self, (row, column): (R, C)) -> &T {
        &self.0[(column, row)]
    }
}

impl<R: Id, C: Id, T> IndexMut<(R, C)> for Columns<R, C, T> {
    fn index_mut(&mut self, (row, column): (R, C)) -> &mut T {
        &mut self.0[(column, row)]
    }
}
