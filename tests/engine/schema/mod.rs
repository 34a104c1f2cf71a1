//! The JSON Schema of scenarios says what the reader says.

mod validator;

use horseshoe::cli::Status;
use horseshoe::scenario::syntax::{NodeId, NodeKind, Step, Tree};
use horseshoe::scenario::{
    self, Code, Diagnostics, Document, Severity, default_of, library, load, quoted, schema,
};
use serde_json::Value;

use crate::command_line::horseshoe;
use validator::{Validator, as_json, structures};

const EVERYTHING: &str = include_str!("everything.ron");

/// What the decoder finds; checks of what values mean together go beyond any schema.
const OF_THE_DECODER: [Code; 10] = [
    Code::OutOfRange,
    Code::NotWhole,
    Code::WrongType,
    Code::WrongLength,
    Code::WrongName,
    Code::WrongParentheses,
    Code::MissingField,
    Code::UnknownField,
    Code::UnknownVariant,
    Code::BadIdentifier,
];

#[test]
fn every_reference_leads_somewhere_and_nothing_names_a_host() {
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                found.extend(object.get("$ref").and_then(Value::as_str).map(str::to_owned));
                object.values().for_each(|value| references(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let schema = schema();
    let mut found = Vec::new();
    references(&schema, &mut found);
    assert!(found.len() > 30);
    for reference in found {
        let pointer = reference.strip_prefix('#').expect("within the schema");
        assert!(schema.pointer(pointer).is_some(), "{reference}");
    }
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:horseshoe:scenario:1");
}

#[test]
fn the_command_prints_the_schema() {
    let ran = horseshoe(&["schema"]);
    assert_eq!(ran.status, Status::Done);
    assert_eq!(serde_json::from_str::<Value>(&ran.out).expect("JSON"), schema());
}

/// All properties of a schema with their names.
fn properties<'a>(schema: &'a Value, found: &mut Vec<(&'a str, &'a Value)>) {
    let here = schema.get("properties").and_then(Value::as_object);
    found.extend(here.into_iter().flatten().map(|(name, schema)| (name.as_str(), schema)));
    let below = here.into_iter().flat_map(|here| here.values());
    let options = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    below.chain(options).for_each(|schema| properties(schema, found));
}

#[test]
fn the_bundled_scenarios_are_valid_and_a_test_file_has_every_field() {
    let schema = schema();
    let structures = structures(&schema);
    let mut validator = Validator::of(&schema);
    let bundled = library::BUNDLED.iter().map(|bundled| (bundled.id, bundled.text));
    for (name, text) in bundled.chain([("everything", EVERYTHING)]) {
        let tree = Tree::parse(text);
        let value = as_json(&tree, tree.root().expect("a value"), &structures);
        validator.seen.clear();
        assert!(validator.is_valid(&schema, &value), "{name}");
    }
    let mut all = Vec::new();
    properties(&schema, &mut all);
    for shape in schema["$defs"].as_object().expect("definitions").values() {
        properties(shape, &mut all);
    }
    assert!(all.len() > 150);
    for (name, property) in all {
        assert!(validator.seen.contains(&std::ptr::from_ref(property)), "{name}");
    }
}

/// The paths of all values below the whole.
fn values(tree: &Tree) -> Vec<(String, NodeId)> {
    let mut nodes: Vec<NodeId> = tree.root().into_iter().collect();
    let mut at = 0;
    while let Some(node) = nodes.get(at).copied() {
        nodes.extend(tree.children(node));
        at += 1;
    }
    let all = nodes.into_iter().map(|node| (tree.path(node), node));
    all.filter(|(path, node)| !path.is_empty() && tree.find(path) == Some(*node)).collect()
}

/// What could be written in the place of a value, by mistake.
fn instead(tree: &Tree, node: NodeId) -> Vec<String> {
    let source = tree.source(node);
    let of_kind = match tree.kind(node) {
        NodeKind::Number => {
            "0 1 2.5 20 21 50 51 60 60.5 61 100 100.5 -0.5 -100 -100.5 250 251 500 501 1000 1001 \
             10000 10001 1000000000000000 2000000000000000"
        }
        NodeKind::Word => "Nonsense",
        _ => "7",
    };
    let mut all: Vec<String> = of_kind.split_whitespace().map(str::to_owned).collect();
    all.extend(["\"x\"".to_owned(), "[]".to_owned()]);
    if tree.kind(node) == NodeKind::Word && !["true", "false"].contains(&source) {
        all.push(format!("{source}()"));
    }
    all
}

fn errors(diagnostics: &Diagnostics) -> Vec<Code> {
    let errors = diagnostics.iter().filter(|problem| problem.severity() == Severity::Error);
    errors.map(|problem| problem.code).collect()
}

#[test]
fn schema_and_reader_refuse_the_same() {
    let schema = schema();
    let structures = structures(&schema);
    let tree = Tree::parse(EVERYTHING);
    let mut mutants = Vec::new();
    for (path, node) in values(&tree) {
        for value in instead(&tree, node) {
            let mut document = Document::new(EVERYTHING);
            document.set(&path, &value).expect("a value");
            mutants.push((format!("{path} = {value}"), document));
        }
        let mut document = Document::new(EVERYTHING);
        if document.remove(&path).is_ok() {
            mutants.push((format!("without {path}"), document));
        }
        for name in ["bogus", " blank "] {
            let mut document = Document::new(EVERYTHING);
            if document.rename(&path, name).is_ok() {
                mutants.push((format!("{path} called {name}"), document));
            }
        }
    }
    let (mut refused, mut taken, mut unlike) = (0, 0, Vec::new());
    for (what, document) in &mutants {
        let tree = document.tree();
        let value = as_json(tree, tree.root().expect("a value"), &structures);
        let is_valid = Validator::of(&schema).is_valid(&schema, &value);
        let errors = errors(&scenario::read("mutant", document.text().as_bytes()).diagnostics);
        let is_refused = errors.iter().any(|code| OF_THE_DECODER.contains(code));
        if is_refused && is_valid {
            unlike.push(format!("only the reader refuses {what}: {errors:?}"));
        }
        // Format 0 is carried forward; the schema is of format 1.
        if !is_valid && errors.is_empty() && what != "format = 0" {
            unlike.push(format!("only the schema refuses {what}"));
        }
        if is_valid { taken += 1 } else { refused += 1 }
    }
    assert_eq!(unlike, Vec::<String>::new());
    assert!(refused > 1000 && taken > 500, "{refused} refused, {taken} taken");
}

#[test]
fn a_default_means_what_leaving_it_out_means() {
    let schema = schema();
    let tree = Tree::parse(EVERYTHING);
    let mut compared = 0;
    for (path, node) in values(&tree) {
        let is_field = matches!(Step::all(&path).as_deref(), Some([.., Step::Name(_)]));
        let Some(default) = default_of(&schema, &path).filter(|_| is_field) else { continue };
        let written = match default {
            Value::String(word) if tree.kind(node) == NodeKind::String => quoted(word),
            Value::String(word) => word.clone(),
            other => other.to_string(),
        };
        let (mut with, mut without) = (Document::new(EVERYTHING), Document::new(EVERYTHING));
        with.set(&path, &written).expect("a value");
        without.remove(&path).expect("a field");
        let load = |document: &Document| load("it", document.text().as_bytes()).scenario;
        let (Some(with), Some(without)) = (load(&with), load(&without)) else { continue };
        let mut with = (*with).clone();
        with.digest.clone_from(&without.digest);
        with.source.clone_from(&without.source);
        assert_eq!(with, *without, "{path}");
        compared += 1;
    }
    assert!(compared > 40, "{compared}");
}
