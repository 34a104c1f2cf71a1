//! The scenario as a document: nothing is lost, edits are small, and every edit can be undone.

use std::fs;
use std::path::Path;

use horseshoe::scenario::syntax::{NodeId, NodeKind, Tree};
use horseshoe::scenario::{Document, formatted, library};
use rand::{RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;
use ron::extensions::Extensions;
use serde::de::IgnoredAny;

fn ron_accepts(text: &str) -> Result<(), ron::error::SpannedError> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str::<IgnoredAny>(text.strip_prefix('\u{feff}').unwrap_or(text)).map(drop)
}

/// The faulty files that are text.
fn faulty() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("it is text")).collect()
}

fn rejoined(tree: &Tree) -> String {
    tree.tokens().map(|token| token.span.of(tree.text())).collect()
}

/// What ron refuses and the tree takes: matters of a single word and not of the structure, which
/// the tree leaves to ron, as ron reads every file first.
fn is_listed(error: &ron::Error) -> bool {
    use ron::Error as E;
    // What follows a backslash; names that need `r#`.
    let is_word = matches!(error, E::InvalidEscape(_) | E::SuggestRawIdentifier(_));
    // Lines such as `#![enable(…)]`, which no scenario needs.
    let is_attribute =
        matches!(error, E::ExpectedAttribute | E::ExpectedAttributeEnd | E::NoSuchExtension(_));
    is_word || is_attribute
}

#[test]
fn text_to_tree_to_text_is_the_identity_on_every_file() {
    let files = library::BUNDLED.iter().map(|bundled| bundled.text.to_owned()).chain(faulty());
    for text in files {
        let tree = Tree::parse(text.as_str());
        assert_eq!(rejoined(&tree), text);
        if ron_accepts(&text).is_ok() {
            assert_eq!(tree.faults(), []);
        }
    }
}

/// A copy with one to three pieces removed, doubled, swapped or put in.
fn mutant(text: &str, random: &mut Pcg64Mcg) -> String {
    const PIECES: [&str; 20] = [
        "(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "\\", "//", "/*", "*/", "\n", "1", "-",
        "a", "#", "é",
    ];
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..random.random_range(1..4) {
        let at = random.random_range(0..=text.len());
        let end = (at + random.random_range(0..6)).min(text.len());
        match random.random_range(0..4) {
            0 => drop(text.splice(at..end, [])),
            1 => {
                let copy = text[at..end].to_vec();
                drop(text.splice(at..at, copy));
            }
            2 => text[at..end].reverse(),
            _ => {
                let piece = PIECES[random.random_range(0..PIECES.len())];
                drop(text.splice(at..at, piece.chars()));
            }
        }
    }
    text.into_iter().collect()
}

#[test]
fn ten_thousand_mutants_keep_their_text_and_their_verdict() {
    let mut random = Pcg64Mcg::seed_from_u64(1);
    let small: Vec<String> = faulty().into_iter().filter(|text| text.len() < 8000).collect();
    let whole = library::BUNDLED.iter().map(|bundled| bundled.text.to_owned());
    // The library's own files cost a hundred times as much as the small ones.
    let bases = whole.cycle().take(110).chain(small.into_iter().cycle().take(9890));
    let (mut count, mut both, mut neither) = (0, 0, 0);
    for base in bases {
        let text = mutant(&base, &mut random);
        let tree = Tree::parse(text.as_str());
        assert_eq!(rejoined(&tree), text);
        match ron_accepts(&text) {
            Ok(()) => {
                assert_eq!(tree.faults(), [], "ron accepts what the tree does not: {text}");
                let laid_out = formatted("mutant", &text).expect("ron accepts it");
                assert_eq!(formatted("again", &laid_out).as_deref().ok(), Some(&*laid_out));
                both += 1;
            }
            Err(_) if !tree.faults().is_empty() => neither += 1,
            Err(fault) => assert!(is_listed(&fault.code), "{fault:?} in\n{text:.2000}"),
        }
        count += 1;
    }
    assert_eq!(count, 10_000);
    assert!(both > 1000 && neither > 1000, "{both} sound and {neither} broken mutants");
}

#[test]
fn what_comes_with_the_program_is_in_the_canonical_layout() {
    let templates = [library::SMALL_TEMPLATE, library::COUNCIL_TEMPLATE];
    for text in library::BUNDLED.iter().map(|bundled| bundled.text).chain(templates) {
        assert_eq!(formatted("bundled", text).as_deref().ok(), Some(text), "run `horseshoe fmt`");
    }
}

#[test]
fn a_half_typed_file_has_a_tree_at_every_length() {
    let text = library::bundled("tutorial").unwrap().text;
    let lengths = (0..text.len()).step_by(97).filter(|end| text.is_char_boundary(*end));
    let mut found = 0;
    for end in lengths {
        let half = &text[..end];
        let tree = Tree::parse(half);
        assert_eq!(rejoined(&tree), half);
        found += usize::from(tree.find("members.AVE.stances.light.position").is_some());
    }
    assert!(found > 100, "the first member is found in {found} halves");
}

#[test]
fn a_changed_number_changes_its_own_bytes_only() {
    let text = library::bundled("tutorial").unwrap().text;
    let mut document = Document::new(text);
    let path = "members[\"AVE\"].stances[\"light\"].position";
    let tree = Tree::parse(text);
    let span = tree.span(tree.find(path).unwrap());
    document.set(path, "61.5").unwrap();
    let expected = [&text[..span.start], "61.5", &text[span.end..]].concat();
    assert_eq!(document.text(), expected);
    assert!(document.undo());
    assert_eq!(document.text(), text);
    assert!(document.redo());
    assert_eq!(document.text(), expected);
    assert!(!document.redo());
}

/// All values that have a path.
fn values(tree: &Tree) -> Vec<NodeId> {
    let mut nodes = vec![tree.document()];
    let mut at = 0;
    while let Some(node) = nodes.get(at).copied() {
        nodes.extend(tree.children(node));
        at += 1;
    }
    nodes.retain(|node| tree.find(&tree.path(*node)) == Some(*node));
    nodes
}

/// Tries one edit at random; whether it was made.
fn edit(document: &mut Document, random: &mut Pcg64Mcg) -> bool {
    let tree = document.tree();
    let values = values(tree);
    let node = values[random.random_range(0..values.len())];
    let path = tree.path(node);
    let count = tree.children(node).count();
    let at = random.random_range(0..=count);
    let new = format!("k{}", random.random_range(0..1000));
    match (random.random_range(0..8), tree.kind(node)) {
        (0..3, NodeKind::Number) => document.set(&path, &random.random_range(0..100).to_string()),
        (0..3, NodeKind::String) => document.set(&path, "\"some \\\"other\\\" text\""),
        (3, _) => document.rename(&path, &new),
        (4, NodeKind::List | NodeKind::Tuple) => document.insert(&format!("{path}[{at}]"), "42"),
        (4, NodeKind::Map) => document.insert(&format!("{path}[{new:?}]"), "(a: 1)"),
        (4, NodeKind::Struct) => document.insert(&format!("{path}.{new}"), "None"),
        // What is deep holds little, so that enough of the file is left for the edits to come.
        (5, _) if path.matches(['.', '[']).count() > 2 => document.remove(&path),
        _ => return false,
    }
    .is_ok()
}

#[test]
fn a_thousand_edits_keep_the_file_whole_and_can_be_undone() {
    let text = include_str!("../diagnostics/sound.ron");
    let mut document = Document::new(text);
    let mut random = Pcg64Mcg::seed_from_u64(2);
    let mut made = 0;
    while made < 1000 {
        if edit(&mut document, &mut random) {
            made += 1;
            let verdict = ron_accepts(document.text());
            assert!(verdict.is_ok(), "{verdict:?} after {made}\n{}", document.text());
        }
    }
    assert_ne!(document.text(), text);
    let changed = document.text().to_owned();
    let undone = std::iter::from_fn(|| document.undo().then_some(())).count();
    assert_eq!((undone, document.text()), (1000, text));
    while document.redo() {}
    assert_eq!(document.text(), changed);
}
