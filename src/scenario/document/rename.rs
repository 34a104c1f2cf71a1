//! Other names for fields and entries, and other identifiers wherever they are named.

use super::super::decode;
use super::super::diagnostic::Diagnostics;
use super::super::names::{self, Kind};
use super::super::spanned::Span;
use super::super::syntax::{Lexer, NodeKind, TokenKind, Tree};
use super::fault::EditFault;
use super::value::quoted;
use super::{Edit, Edits};

/// The edit after which what stands at `path` is called `name`.
pub(super) fn renaming(tree: &Tree, path: &str, name: &str) -> Result<Edits, EditFault> {
    let value = tree.find(path).ok_or_else(|| EditFault::nothing_at(tree, path))?;
    let no_name = || EditFault::NoPlaceFor(path.to_owned());
    let item = tree.parent(value).ok_or_else(no_name)?;
    let (span, written) = match tree.kind(item) {
        NodeKind::Field => (tree.name_span(item), field(name)?.to_owned()),
        NodeKind::Entry => {
            let key = tree.children(item).next().ok_or_else(no_name)?;
            (tree.span(key), quoted(name))
        }
        _ => return Err(no_name()),
    };
    let siblings = tree.parent(item).into_iter().flat_map(|parent| tree.children(parent));
    let is_taken = siblings.filter(|sibling| *sibling != item).any(|sibling| {
        tree.name(sibling) == name
            || tree
                .children(sibling)
                .next()
                .is_some_and(|key| tree.kind(sibling) == NodeKind::Entry && tree.key(key) == name)
    });
    if is_taken { Err(EditFault::Taken(name.to_owned())) } else { Ok(replaced(span, written)) }
}

fn replaced(span: Span, written: String) -> Edits {
    Edits::new([Edit::replace(span, written)])
}

/// The name of a field, if it can be one.
pub(super) fn field(name: &str) -> Result<&str, EditFault> {
    let mut tokens = Lexer::new(name);
    let is_one = tokens.next().is_some_and(|token| {
        token.kind == TokenKind::Ident && token.span.end == name.len() && name.is_ascii()
    });
    if is_one { Ok(name) } else { Err(EditFault::NotAName(name.to_owned())) }
}

/// The edits after which the member, issue, outcome or source `old` is called `new` everywhere.
pub(super) fn renaming_everywhere(
    tree: &Tree,
    kind: Kind,
    old: &str,
    new: &str,
) -> Result<Edits, EditFault> {
    let mut unread = Diagnostics::new("", tree.shared_text());
    let nothing = || EditFault::nothing_at(tree, &format!("{}[{}]", kind.block(), quoted(old)));
    let file = decode::decode(tree, &mut unread).ok_or_else(nothing)?;
    let mut edits = Vec::new();
    let mut is_defined = false;
    let mut is_taken = false;
    names::defined(&file, &mut |defined, name| {
        is_taken |= defined == kind && name.value == new;
        if defined == kind && name.value == old {
            is_defined = true;
            edits.push(Edit::replace(name.span, quoted(new)));
        }
    });
    if !is_defined {
        return Err(nothing());
    }
    if is_taken && old != new {
        return Err(EditFault::Taken(new.to_owned()));
    }
    names::named(&file, &mut |named, name| {
        if named == kind && name.value == old {
            edits.push(Edit::replace(name.span, quoted(new)));
        }
    });
    Ok(Edits::new(edits))
}

#[cfg(test)]
mod tests {
    use super::super::super::names::Kind;
    use super::super::Document;

    #[test]
    fn fields_and_entries_get_other_names() {
        let mut document = Document::new("(a: 1, /* b */ c: { \"k\": 2, \"l\": 3 })");
        document.rename("a", "first").unwrap();
        document.rename("c.k", "a \"k\"").unwrap();
        assert_eq!(document.text(), "(first: 1, /* b */ c: { \"a \\\"k\\\"\": 2, \"l\": 3 })");
        assert!(document.rename("first", "c").is_err());
        assert!(document.rename("c.l", "a \"k\"").is_err());
        assert!(document.rename("first", "no name").is_err());
    }

    #[test]
    fn an_identifier_is_renamed_wherever_it_is_named() {
        let text = include_str!("../../../scenarios/tutorial.ron");
        let mut document = Document::new(text);
        document.rename_everywhere(Kind::Member, "AVE", "AVN").unwrap();
        let mut tokens = document.tree().tokens();
        assert!(!tokens.any(|token| token.span.of(document.text()) == "\"AVE\""));
        let read = super::super::super::read("renamed", document.text().as_bytes());
        assert!(read.file.is_some(), "{}", read.diagnostics.render(false));
        assert!(document.rename_everywhere(Kind::Member, "AVN", "BRS").is_err());
        assert!(document.rename_everywhere(Kind::Issue, "AVN", "AVE").is_err());
        document.rename_everywhere(Kind::Member, "AVN", "AVE").unwrap();
        assert_eq!(document.text(), text);
    }
}
