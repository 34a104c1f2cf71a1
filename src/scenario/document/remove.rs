//! Entries taken out, with their comma and, where they have one, their line.

use super::super::spanned::Span;
use super::super::syntax::{NodeId, NodeKind, Tree};
use super::fault::EditFault;
use super::place::{Surroundings, line_start};
use super::{Edit, Edits};

/// The edit after which nothing stands at `path`.
pub(super) fn removal(tree: &Tree, path: &str) -> Result<Edits, EditFault> {
    let value = tree.find(path).ok_or_else(|| EditFault::nothing_at(tree, path))?;
    let item = item_of(tree, value);
    let parent = tree.parent(item).filter(|parent| *parent != tree.document());
    let parent = parent.ok_or_else(|| EditFault::NoPlaceFor(path.to_owned()))?;
    Ok(Edits::new([Edit::remove(taken_out(tree, parent, item))]))
}

/// The field or the entry that a value belongs to; an element of a list is its own item.
fn item_of(tree: &Tree, value: NodeId) -> NodeId {
    let named = |id: &NodeId| matches!(tree.kind(*id), NodeKind::Field | NodeKind::Entry);
    tree.parent(value).filter(named).unwrap_or(value)
}

/// What of the text goes with an item.
fn taken_out(tree: &Tree, parent: NodeId, item: NodeId) -> Span {
    let text = tree.text();
    let around = Surroundings::of(tree, tree.span(item));
    if let Some(line) = around.own_line
        && around.ends_line
        && let Some(end) = text[around.end..].find('\n')
    {
        return Span::new(line, around.end + end + 1);
    }
    let span = around.item;
    let behind = around.comma.map_or(span.end, |comma| comma.end);
    let siblings: Vec<NodeId> = tree.children(parent).collect();
    let index = siblings.iter().position(|sibling| *sibling == item).unwrap_or_default();
    let is_blank = |from: usize, to: usize| text[from..to].chars().all(|c| c == ' ' || c == '\t');
    if let Some(next) = siblings.get(index + 1).map(|next| tree.span(*next)) {
        let end = if is_blank(behind, next.start) { next.start } else { behind };
        return Span::new(span.start, end);
    }
    let before =
        index.checked_sub(1).map(|before| Surroundings::of(tree, tree.span(siblings[before])));
    // A bracket that closes on the line of the item follows the item before instead.
    let is_space = |from: usize, to: usize| text[from..to].trim().is_empty();
    match before.and_then(|before| Some((before.item, before.comma?))) {
        Some((before, comma))
            if is_blank(before.end, comma.start) && is_space(comma.end, span.start) =>
        {
            Span::new(before.end, span.end)
        }
        Some(_) => Span::new(span.start, behind),
        None => alone(tree, parent, Span::new(span.start, behind)),
    }
}

/// The edits that take every comment out of a part of the text, with its line where it has one.
pub(super) fn comments_within(tree: &Tree, part: Span) -> Edits {
    let text = tree.text();
    let tokens = tree.tokens_from(part.start).take_while(|token| token.span.end <= part.end);
    Edits::new(tokens.filter(|token| token.kind.is_comment()).map(|token| {
        let line = line_start(text, token.span.start);
        let before = &text[line..token.span.start];
        let start = line + before.trim_end_matches([' ', '\t']).len();
        // A comment that has its line takes the end of it along; one behind a value leaves it.
        let end = token.span.end;
        let takes_line = start == line && text[end..].starts_with('\n');
        Edit::remove(Span::new(start, end + usize::from(takes_line)))
    }))
}

/// The only item goes with the blanks around it.
fn alone(tree: &Tree, parent: NodeId, span: Span) -> Span {
    let text = tree.text();
    let open = tree.head(parent).end;
    let close = tree.span(parent).end.saturating_sub(1).max(span.end);
    let is_blank = |part: Span| part.of(text).chars().all(|c| c == ' ' || c == '\t');
    if is_blank(Span::new(open, span.start)) && is_blank(Span::new(span.end, close)) {
        Span::new(open, close)
    } else {
        span
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    fn removed(text: &str, path: &str) -> String {
        let mut document = Document::new(text);
        document.remove(path).unwrap();
        let edited = document.text().to_owned();
        assert!(document.undo());
        assert_eq!(document.text(), text);
        edited
    }

    #[test]
    fn an_entry_goes_with_its_comma_and_its_line() {
        for (text, path, expected) in [
            ("(a: 1, b: 2)", "a", "(b: 2)"),
            ("(a: 1, b: 2)", "b", "(a: 1)"),
            ("(a: 1, b: 2,)", "b", "(a: 1,)"),
            ("(a: { \"b\": 2 })", "a.b", "(a: {})"),
            ("(a: [ 1, ])", "a[0]", "(a: [])"),
            ("(a: [1, 2, 3])", "a[1]", "(a: [1, 3])"),
            ("(\n  a: 1, // one\n  b: 2,\n)", "a", "(\n  b: 2,\n)"),
            ("(\n  // two\n  b: 2\n)", "b", "(\n  // two\n)"),
            ("(a: 1, /* why */ b: 2)", "b", "(a: 1, /* why */ )"),
            ("(a: 1, /* why */ b: 2)", "a", "( /* why */ b: 2)"),
            ("(a: 1,\n  b: 2)", "b", "(a: 1)"),
            ("(a: 1, // one\n  b: 2)", "b", "(a: 1, // one\n  )"),
            ("(\r\n  a: 1,\r\n  b: 2,\r\n)", "b", "(\r\n  a: 1,\r\n)"),
        ] {
            assert_eq!(removed(text, path), expected, "{text:?}");
        }
    }

    #[test]
    fn the_whole_cannot_be_removed() {
        assert!(Document::new("(a: 1)").remove("").is_err());
        assert!(Document::new("(a: 1)").remove("b").is_err());
    }
}
