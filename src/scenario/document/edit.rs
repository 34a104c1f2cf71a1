//! Edits of a text: what is replaced where, how to undo it, and where a place was before.

use super::super::spanned::Span;

/// A part of a text and what to put in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The part; an empty one is a place between two bytes.
    pub span: Span,
    /// The new text.
    pub text: String,
}

impl Edit {
    /// Puts `text` in the place of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Puts `text` before the byte at `offset`.
    pub fn insert(offset: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::new(offset, offset), text)
    }

    /// Removes a part.
    pub fn remove(span: Span) -> Self {
        Self::replace(span, "")
    }
}

/// Edits of one text that touch different parts of it, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// Puts edits in order. One that overlaps an earlier one is left out: who needs both makes
    /// them one after the other.
    pub fn new(edits: impl IntoIterator<Item = Edit>) -> Self {
        let mut sorted: Vec<Edit> = edits.into_iter().collect();
        sorted.sort_by_key(|edit| edit.span);
        let mut kept: Vec<Edit> = Vec::with_capacity(sorted.len());
        for edit in sorted {
            let overlaps = kept.last().is_some_and(|last| {
                edit.span.start < last.span.end || edit.span.start == last.span.start
            });
            if !overlaps {
                kept.push(edit);
            }
        }
        Self(kept)
    }

    /// Whether nothing is edited.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many parts are edited.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// The edits in the order of the text.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }

    /// The text with all edits made. Spans must lie in `text`, on borders of characters.
    pub fn apply(&self, text: &str) -> String {
        let added: usize = self.0.iter().map(|edit| edit.text.len()).sum();
        let mut edited = String::with_capacity(text.len() + added);
        let mut from = 0;
        for Edit { span, text: new } in &self.0 {
            edited.push_str(&text[from..span.start]);
            edited.push_str(new);
            from = span.end;
        }
        edited.push_str(&text[from..]);
        edited
    }

    /// The edits that make `text` again out of what `apply` makes of it.
    #[must_use]
    pub fn inverse(&self, text: &str) -> Self {
        let mut grown = 0_isize;
        let undone = self.0.iter().map(|Edit { span, text: new }| {
            let start = span.start.saturating_add_signed(grown);
            grown += new.len().cast_signed() - (span.end - span.start).cast_signed();
            Edit::replace(Span::new(start, start + new.len()), span.of(text))
        });
        Self(undone.collect())
    }

    /// Where a span of the edited text was before; all of what was replaced, where it lies in
    /// something new.
    pub fn before(&self, span: Span) -> Span {
        Span::new(self.offset_before(span.start, false), self.offset_before(span.end, true))
    }

    fn offset_before(&self, offset: usize, is_end: bool) -> usize {
        let mut grown = 0_isize;
        for Edit { span, text } in &self.0 {
            let start = span.start.saturating_add_signed(grown);
            if offset < start || (is_end && offset == start) {
                break;
            }
            if offset < start + text.len() || (is_end && offset == start + text.len()) {
                return if is_end { span.end } else { span.start };
            }
            grown += text.len().cast_signed() - (span.end - span.start).cast_signed();
        }
        offset.saturating_add_signed(-grown)
    }
}

impl<'a> IntoIterator for &'a Edits {
    type Item = &'a Edit;
    type IntoIter = std::slice::Iter<'a, Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_undone_and_traced_back() {
        let text = "one two three";
        let edits = Edits::new([
            Edit::remove(Span::new(7, 13)),
            Edit::replace(Span::new(4, 7), "second"),
            Edit::insert(0, "> "),
        ]);
        let edited = edits.apply(text);
        assert_eq!(edited, "> one second");
        assert_eq!(edits.inverse(text).apply(&edited), text);
        assert_eq!(edits.before(Span::new(2, 5)), Span::new(0, 3));
        assert_eq!(edits.before(Span::new(7, 9)), Span::new(4, 7));
        assert_eq!(edits.before(Span::new(6, 12)), Span::new(4, 7));
    }

    #[test]
    fn of_overlapping_edits_the_first_is_made() {
        let edits =
            Edits::new([Edit::replace(Span::new(0, 3), "a"), Edit::replace(Span::new(2, 4), "b")]);
        assert_eq!(edits.apply("xxxxx"), "axx");
    }
}
