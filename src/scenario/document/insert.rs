//! New fields, entries and elements, written as their neighbours are.

use super::super::spanned::Span;
use super::super::syntax::{NodeId, NodeKind, Step, Tree};
use super::fault::EditFault;
use super::place::{Surroundings, indent_at, line_end, line_start};
use super::value::{checked, quoted};
use super::{Edit, Edits, rename};

/// How deep a new line stands below one that had no lines below it yet.
const INDENT: &str = "    ";

/// The edits after which `path` leads to `value`.
pub(super) fn insertion(tree: &Tree, path: &str, value: &str) -> Result<Edits, EditFault> {
    let no_place = || EditFault::NoPlaceFor(path.to_owned());
    let value = checked(value)?;
    let steps = Step::all(path).ok_or_else(no_place)?;
    let (last, before) = steps.split_last().ok_or_else(no_place)?;
    let container = tree.follow(before).ok_or_else(|| EditFault::nothing_at(tree, path))?;
    let container = tree.unwrapped(container);
    let count = tree.children(container).count();
    let (name, index) = match (last, tree.kind(container)) {
        (Step::Index(index), NodeKind::List | NodeKind::Tuple) if *index <= count => {
            return Ok(item(tree, container, *index, value));
        }
        (Step::Name(key) | Step::Key(key), NodeKind::Map) => (format!("{}: ", quoted(key)), count),
        (Step::Name(name), NodeKind::Struct) => (format!("{}: ", rename::field(name)?), count),
        (Step::Name(name), NodeKind::Tuple) if count == 0 => {
            (format!("{}: ", rename::field(name)?), 0)
        }
        _ => return Err(no_place()),
    };
    if tree.find(path).is_some() {
        return Err(EditFault::Taken(path.to_owned()));
    }
    Ok(item(tree, container, index, &[&name, value].concat()))
}

/// The edits that put `item` between the brackets of `container` as the one with this index.
pub(super) fn item(tree: &Tree, container: NodeId, index: usize, item: &str) -> Edits {
    let mut children = tree.children(container);
    let Some(before) = index.checked_sub(1) else {
        return match children.next() {
            Some(first) => Edits::new([in_front(tree, tree.span(first), item)]),
            None => Edits::new([into_nothing(tree, container, item)]),
        };
    };
    let Some(before) = children.nth(before) else { return Edits::default() };
    behind(tree, tree.span(before), children.next().is_some(), item)
}

/// Before the first item.
fn in_front(tree: &Tree, first: Span, item: &str) -> Edit {
    let text = tree.text();
    let around = Surroundings::of(tree, first);
    let Some(line) = around.own_line else {
        return Edit::insert(first.start, [item, ", "].concat());
    };
    Edit::insert(line, [around.indent(text), item, ",", line_end(text)].concat())
}

/// After an item; `has_next` when another follows.
fn behind(tree: &Tree, before: Span, has_next: bool, item: &str) -> Edits {
    let text = tree.text();
    let around = Surroundings::of(tree, before);
    let is_line = around.own_line.is_some() && around.ends_line;
    if !is_line {
        return Edits::new([Edit::insert(before.end, [", ", item].concat())]);
    }
    let has_comma = around.comma.is_some();
    let after = if has_comma || has_next { "," } else { "" };
    let line = [line_end(text), around.indent(text), item, after].concat();
    match around.comma {
        Some(_) => Edits::new([Edit::insert(around.end, line)]),
        None if around.end == before.end => {
            Edits::new([Edit::insert(before.end, [",", &line].concat())])
        }
        None => Edits::new([Edit::insert(before.end, ","), Edit::insert(around.end, line)]),
    }
}

/// Between brackets that hold no item yet.
fn into_nothing(tree: &Tree, container: NodeId, item: &str) -> Edit {
    let text = tree.text();
    let open = tree.head(container);
    let whole = tree.span(container);
    let close = if is_closed(tree, container) { whole.end - 1 } else { whole.end };
    let inside = Span::new(open.end, close);
    let Some(last_line) = inside.of(text).rfind('\n') else {
        let is_blank = inside.of(text).trim().is_empty();
        let padded = if tree.kind(container) == NodeKind::Map { " " } else { "" };
        return if is_blank {
            Edit::replace(inside, [padded, item, padded].concat())
        } else {
            Edit::insert(close, item)
        };
    };
    let line = open.end + last_line + 1;
    let indent = [indent_at(text, line_start(text, whole.start)), INDENT].concat();
    Edit::insert(line, [&indent, item, ",", line_end(text)].concat())
}

/// Whether the closing bracket of a half-typed value is there.
fn is_closed(tree: &Tree, container: NodeId) -> bool {
    let source = tree.source(container);
    let close = match tree.kind(container) {
        NodeKind::List => ']',
        NodeKind::Map => '}',
        _ => ')',
    };
    source.ends_with(close) && source.len() > 1
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    fn inserted(text: &str, path: &str, value: &str) -> String {
        let mut document = Document::new(text);
        document.insert(path, value).unwrap();
        let edited = document.text().to_owned();
        assert!(document.undo());
        assert_eq!(document.text(), text);
        edited
    }

    #[test]
    fn an_entry_is_written_as_its_neighbours_are() {
        for (text, path, value, expected) in [
            ("(a: 1)", "b", "2", "(a: 1, b: 2)"),
            ("(a: [1, 2,])", "a[2]", "3", "(a: [1, 2, 3,])"),
            ("(a: [1, 2])", "a[0]", "0", "(a: [0, 1, 2])"),
            ("(a: {})", "a.b", "2", "(a: { \"b\": 2 })"),
            ("(a: [])", "a[0]", "2", "(a: [2])"),
            ("(a: Opening())", "a.order", "Lot", "(a: Opening(order: Lot))"),
            ("(\n  a: 1 // one\n)", "b", "2", "(\n  a: 1, // one\n  b: 2\n)"),
            ("(\n  a: 1, // one\n)", "b", "2", "(\n  a: 1, // one\n  b: 2,\n)"),
            ("(\r\n\ta: 1\r\n)", "b", "2", "(\r\n\ta: 1,\r\n\tb: 2\r\n)"),
            ("(a: {\n  // none\n})", "a.b", "2", "(a: {\n  // none\n    \"b\": 2,\n})"),
            ("(a: [\n  1,\n  3,\n])", "a[1]", "2", "(a: [\n  1,\n  2,\n  3,\n])"),
            ("(a: [\n  2,\n])", "a[0]", "1", "(a: [\n  1,\n  2,\n])"),
            ("(a: [\n  1, 2,\n])", "a[2]", "3", "(a: [\n  1, 2, 3,\n])"),
        ] {
            assert_eq!(inserted(text, path, value), expected, "{text:?}");
        }
    }

    #[test]
    fn a_half_typed_file_takes_entries_too() {
        assert_eq!(inserted("(a: 1, b: {", "b.c", "2"), "(a: 1, b: { \"c\": 2 ");
        assert_eq!(inserted("(a: 1", "b", "2"), "(a: 1, b: 2");
    }

    #[test]
    fn what_has_no_place_is_refused() {
        let refused = |path: &str, value: &str| {
            Document::new("(a: 1, b: [2])").insert(path, value).unwrap_err().to_string()
        };
        assert!(refused("a", "2").contains("is there already"));
        assert!(refused("b[5]", "2").contains("is no place for a new entry"));
        assert!(refused("c.d", "2").contains("there is nothing at `c.d`"));
        assert!(refused("c", "2,").contains("is no value"));
        assert!(refused("two words", "2").contains("cannot be a name"));
    }
}
