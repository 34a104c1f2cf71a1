//! What holds of every text, and of what ron accepts.

use proptest::prelude::{ProptestConfig, any, prop_oneof, proptest};
use proptest::strategy::{Just, Strategy};
use proptest::test_runner::RngSeed;
use serde::de::IgnoredAny;

use super::{Lexer, NodeKind, Tree};

const EXAMPLE: &str = r##"// A comment.
#![enable(implicit_some)]
Scenario(
    format: 1, title: "x \" y", raw: r#"a "quoted" word"#, c: 'x', d: '\'', e: b"bytes", f: b'1',
    numbers: [0x1F, -0b1, 1_000, 1e-3, .5, 2., -inf, NaN, 1.5f32, 7u8, 1..5, ..=2, ..],
    members: { "KOR": Member(seat: Elected, red_line: (45, 100)), 'k': (), 5: Some(None) },
    program: [Opening, Consultations(), Stage (order: Lot), /* a /* nested */ one */],
    r#raw-name: true,
)
"##;

fn tree(text: &str) -> Tree {
    Tree::parse(text)
}

fn rejoined(text: &str) -> String {
    tree(text).tokens().map(|token| token.span.of(text)).collect()
}

/// Spans lie within their parents, in order, and every node's path leads back to it.
fn assert_sane(tree: &Tree) {
    for index in 0..tree.nodes.len() {
        let id = super::NodeId(index as u32);
        let span = tree.span(id);
        assert!(span.start <= span.end && tree.text().get(span.start..span.end).is_some());
        let mut from = span.start;
        for child in tree.children(id) {
            assert_eq!(tree.parent(child), Some(id));
            assert!(tree.span(child).start >= from && tree.span(child).end <= span.end);
            from = tree.span(child).end;
        }
    }
}

#[test]
fn the_example_is_ron_and_parses_without_fault() {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str::<IgnoredAny>(EXAMPLE).unwrap();
    let tree = tree(EXAMPLE);
    assert_eq!(tree.faults(), []);
    assert_sane(&tree);
}

#[test]
fn paths_lead_to_values_and_back() {
    let tree = tree(EXAMPLE);
    for (path, source) in [
        ("", &tree.source(tree.root().unwrap()).to_owned()[..]),
        ("format", "1"),
        ("members[\"KOR\"].red_line[1]", "100"),
        ("members[\"KOR\"].seat", "Elected"),
        ("program[2].order", "Lot"),
        ("members[\"5\"]", "None"),
    ] {
        let node = tree.unwrapped(tree.find(path).unwrap());
        assert_eq!(tree.source(node), source);
        assert_eq!(tree.path(node), path);
    }
    assert_eq!(tree.find("members[\"FRA\"]"), None);
    assert_eq!(tree.kind(tree.at(EXAMPLE.find("Elected").unwrap())), NodeKind::Word);
}

#[test]
fn brackets_without_end_cost_little() {
    for text in ["[", "(", "{", "(a:[", "{1:", "Some("] {
        let tree = tree(&text.repeat(200_000));
        assert!(!tree.faults().is_empty());
        assert!(tree.nodes.len() < 1000);
    }
}

#[test]
fn faults_are_found_and_the_rest_is_read() {
    let tree = tree("(a: 1 b: [2, 3}, c: \"x\")");
    assert!(!tree.faults().is_empty());
    assert_sane(&tree);
    assert_eq!(tree.find("a").map(|node| tree.source(node)), Some("1"));
}

/// Pieces from which texts are put together that are RON often enough to matter.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("("),
        Just(")"),
        Just("["),
        Just("]"),
        Just("{"),
        Just("}"),
        Just(","),
        Just(":"),
        Just("a"),
        Just("Some"),
        Just("None"),
        Just("true"),
        Just("r#b"),
        Just("inf"),
        Just("1"),
        Just("-2.5"),
        Just("1e9"),
        Just("0x1f"),
        Just(".."),
        Just("..="),
        Just("."),
        Just("\"s\""),
        Just("r\"s\""),
        Just("b\"s\""),
        Just("'c'"),
        Just("b'c'"),
        Just("'"),
        Just("\""),
        Just(" "),
        Just("\n"),
        Just("// c\n"),
        Just("/* c */"),
        Just("/"),
        Just("#"),
        Just("\\"),
        Just("é"),
        Just("-"),
        Just("e"),
        Just("(a:1)"),
        Just("[1,2]"),
        Just("{1:2}"),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|parts| parts.concat())
}

/// The example with a few bytes overwritten, removed or doubled, on character borders.
fn mutated() -> impl Strategy<Value = String> {
    let cut = (any::<proptest::sample::Index>(), 0_usize..4, pieces());
    proptest::collection::vec(cut, 1..4).prop_map(|cuts| {
        let mut chars: Vec<char> = EXAMPLE.chars().collect();
        for (at, removed, inserted) in cuts {
            let at = at.index(chars.len());
            let end = (at + removed).min(chars.len());
            chars.splice(at..end, inserted.chars());
        }
        chars.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_are_the_text(text in any::<String>()) {
        assert_eq!(rejoined(&text), text);
        assert_sane(&tree(&text));
    }

    #[test]
    fn tokens_are_the_text_of_mutants(text in mutated()) {
        assert_eq!(rejoined(&text), text);
        assert_sane(&tree(&text));
    }

    #[test]
    fn what_ron_accepts_has_no_fault(text in prop_oneof![pieces(), mutated()]) {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let tree = tree(&text);
        if options.from_str::<IgnoredAny>(&text).is_ok() {
            assert_eq!(tree.faults(), [], "{text:?}");
        }
        assert!(Lexer::new(&text).all(|token| token.span.start < token.span.end));
    }
}
