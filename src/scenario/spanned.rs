//! Values that know where in the file they were written.

/// A byte range of the source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether the byte at `offset` lies inside, or the span ends there.
    pub const fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Its part on its first line, of one byte at least: enough to underline of a text that runs on.
    #[must_use]
    pub fn first_line(self, source: &str) -> Self {
        let length = self.of(source).lines().next().map_or(0, str::len);
        Self::new(self.start, self.end.min(self.start + length.max(1)))
    }

    /// The part of `source` that it covers; empty when it does not fit `source`.
    pub fn of(self, source: &str) -> &str {
        source.get(self.start..self.end).unwrap_or_default()
    }
}

/// A value a person wrote, and where.
///
/// A faulty value holds a place: its fault has been reported, and checks pass over it.
/// In a file without errors nothing is faulty.
#[derive(Debug, Clone, PartialEq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where it was written.
    pub span: Span,
    /// Whether the value could not be read and `value` means nothing.
    pub faulty: bool,
}

impl<T> Spanned<T> {
    /// A value read at `span`.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span, faulty: false }
    }

    /// A stand-in for a value whose fault has been reported.
    pub const fn stand_in(value: T, span: Span) -> Self {
        Self { value, span, faulty: true }
    }

    /// The value, unless it is faulty.
    pub const fn sound(&self) -> Option<&T> {
        if self.faulty { None } else { Some(&self.value) }
    }
}

/// A list in the order of the file; absent and empty are alike to most readers.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T> {
    /// The elements, faulty ones included.
    pub items: Vec<T>,
    /// Where the list stands, brackets included; `None` when it was not written.
    pub span: Option<Span>,
    /// Whether the list, or all of it that could be missing, was unreadable.
    pub faulty: bool,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), span: None, faulty: false }
    }
}

impl<T> List<T> {
    /// The elements in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// How many elements there are.
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no element.
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

/// A map as it stands in the file: in order, duplicate keys kept, so that a check can report them.
pub type Entries<K, V> = List<Entry<K, V>>;

/// One `key: value` of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<K, V> {
    /// The key and its place.
    pub key: Spanned<K>,
    /// The value.
    pub value: V,
}

impl<V> Entries<String, V> {
    /// The value under `id`; the first, where a faulty file has several.
    pub fn get(&self, id: &str) -> Option<&V> {
        self.items.iter().find(|entry| entry.key.value == id).map(|entry| &entry.value)
    }

    /// Whether `id` is a key.
    pub fn contains(&self, id: &str) -> bool {
        self.get(id).is_some()
    }
}
