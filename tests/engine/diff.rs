//! What differs between two scenarios is told by meaning, completely and in words.

use std::fs;

use horseshoe::cli::Status;
use horseshoe::scenario::syntax::Tree;
use horseshoe::scenario::{DifferenceKind, Document, differences, formatted, library};
use serde_json::Value;

use crate::command_line::horseshoe;

const TUTORIAL: &str = "tutorial";

fn text(id: &str) -> &'static str {
    library::bundled(id).expect("it is bundled").text
}

/// The paths and kinds of the differences.
fn between(a: &str, b: &str) -> Vec<(String, DifferenceKind)> {
    let found = differences(&Tree::parse(a), &Tree::parse(b));
    found.into_iter().map(|found| (found.path, found.kind)).collect()
}

/// A copy of the tutorial with changes, in a file.
fn changed(name: &str, change: impl FnOnce(&mut Document)) -> String {
    let mut document = Document::new(text(TUTORIAL));
    change(&mut document);
    let path = std::env::temp_dir().join(format!("horseshoe-{}-{name}.ron", std::process::id()));
    fs::write(&path, document.text()).expect("the file can be written");
    path.to_string_lossy().into_owned()
}

fn diff(a: &str, b: &str) -> String {
    let ran = horseshoe(&["diff", a, b]);
    assert_eq!((ran.status, ran.err.as_str()), (Status::Done, ""));
    ran.out
}

#[test]
fn a_scenario_does_not_differ_from_itself_however_it_is_laid_out() {
    for bundled in library::BUNDLED {
        let laid_out = formatted(bundled.id, bundled.text).expect("it is RON");
        assert_eq!(between(bundled.text, &laid_out), []);
    }
    assert!(diff(TUTORIAL, TUTORIAL).ends_with("no differences\n"));
}

#[test]
fn values_are_compared_by_meaning() {
    for (a, b) in [
        ("(a: 80)", "(a: 80.0)"),
        ("(a: 80)", "Scenario(a: Some(8e1)) // eighty"),
        ("(a: \"x\\u{41}\")", "(a: r\"xA\")"),
        ("(a: {\"k\": 1, \"l\": 2})", "(a: {\"l\": 2, \"k\": 1,})"),
        ("(a: None, b: [], c: {})", "()"),
        ("(a: [Stance(position: 1, salience: 2)])", "(a: [(salience: 2, position: 1)])"),
        ("(a: Consultations())", "(a: Consultations(rounds: None))"),
        ("(a: -0.0)", "(a: 0)"),
        ("(dynamics: Dynamics())", "()"),
    ] {
        assert_eq!(between(a, b), [], "{a} {b}");
        assert_eq!(between(b, a), [], "{b} {a}");
    }
    for (a, b) in [
        ("(a: [Adopted(points: 1)])", "(a: [NotAdopted(points: 1)])"),
        ("(a: Count(1))", "(a: AtLeast(1, 2))"),
        ("(a: \"1\")", "(a: 1)"),
        ("(a: Consultations())", "()"),
        ("(a: [\"x\", \"y\"])", "(a: [\"x, y\"])"),
    ] {
        assert_ne!(between(a, b), [], "{a} {b}");
    }
}

#[test]
fn lists_are_compared_as_bags_and_then_by_order() {
    use DifferenceKind::{Added, Order, Removed};
    let at = |path: &str, kind| (path.to_owned(), kind);
    assert_eq!(between("(a: [1, 2, 2])", "(a: [2, 1, 2])"), [at("a", Order)]);
    assert_eq!(between("(a: [1, 2, 2])", "(a: [2, 1])"), [at("a[2]", Removed)]);
    assert_eq!(between("(a: [1])", "(a: [3, 1])"), [at("a[0]", Added)]);
    assert_eq!(between("()", "(a: [3, 1])"), [at("a[0]", Added), at("a[1]", Added)]);
}

#[test]
fn what_is_new_or_gone_as_a_whole_is_one_difference() {
    let with = "(members: {\"A\": (name: \"a\", stances: {\"x\": (position: 1, salience: 2)})})";
    let without = "(members: {\"A\": (name: \"a\")})";
    let path = "members[\"A\"].stances[\"x\"]".to_owned();
    assert_eq!(between(without, with), [(path.clone(), DifferenceKind::Added)]);
    assert_eq!(between(with, without), [(path, DifferenceKind::Removed)]);
}

#[test]
fn places_and_amounts_are_told() {
    let (a, b) = (Tree::parse("(x: (a: 80.1, b: 2))"), Tree::parse("( x: (b: 2, a: 92.2))"));
    let found = differences(&a, &b);
    let [one] = found.as_slice() else { panic!("{found:?}") };
    let (before, after) = (one.before.as_ref().unwrap(), one.after.as_ref().unwrap());
    assert_eq!((one.path.as_str(), one.by), ("x.a", Some(12.1)));
    assert_eq!((before.span.of(a.text()), after.span.of(b.text())), ("80.1", "92.2"));
    assert_eq!(a.find(&one.path).map(|node| a.span(node)), Some(before.span));
}

#[test]
fn one_changed_value_is_one_difference_at_its_path() {
    let tree = Tree::parse(text(TUTORIAL));
    let mut tried = 0;
    let mut nodes = vec![tree.root().unwrap()];
    while let Some(node) = nodes.pop() {
        nodes.extend(tree.children(node));
        let path = tree.path(node);
        // Elements of lists are new or gone.
        if path.ends_with(".position") && !path.contains("[0]") {
            let mut document = Document::new(text(TUTORIAL));
            document.set(&path, "99.5").unwrap();
            assert_eq!(between(text(TUTORIAL), document.text()), [(path, DifferenceKind::Changed)]);
            tried += 1;
        }
    }
    assert!(tried > 10);
}

#[test]
fn the_story_is_told_in_words_largest_moves_first() {
    let file = changed("story", |document| {
        document.set("members.BRS.stances.light.position", "50").unwrap();
        document.set("members.AVE.stances.light.position", "5").unwrap();
        document.set("members.AVE.stances.light.salience", "1").unwrap();
    });
    let out = diff(TUTORIAL, &file);
    let moved: Vec<&str> =
        out.lines().skip_while(|line| *line != "MOVED").skip(1).take(2).map(str::trim).collect();
    let by = |line: &str| -> f64 {
        let open = line.rfind('(').expect("a change");
        line[open + 1..line.len() - 1].parse::<f64>().expect("a number").abs()
    };
    assert!(by(moved[0]) > by(moved[1]), "{out}");
    assert!(moved.iter().all(|line| line.contains(" on “") && line.contains(": position ")));
    let at = |heading: &str| out.find(heading).unwrap_or_else(|| panic!("{heading} in {out}"));
    assert!(at("MOVED") < at("SALIENCE") && at("SALIENCE") < at("WHAT THAT DOES"));
    assert!(out.contains("P(adopted) "), "{out}");
    fs::remove_file(file).unwrap();
}

#[test]
fn json_has_the_promised_shape_and_the_exact_chances() {
    let file = changed("json", |document| {
        document.set("members.AVE.stances.light.position", "5").unwrap();
    });
    let json = |arguments: &[&str]| -> Value {
        serde_json::from_str(&horseshoe(arguments).out).expect("JSON")
    };
    let answer = json(&["diff", TUTORIAL, &file, "--format", "json"]);
    assert_eq!((&answer["format"], &answer["a"]), (&Value::from(1), &Value::from(TUTORIAL)));
    let change = &answer["changes"][0];
    assert_eq!(change["path"], "members[\"AVE\"].stances[\"light\"].position");
    assert_eq!((&change["kind"], &change["after"]), (&"changed".into(), &"5".into()));
    assert!(change["by"].as_f64().is_some_and(f64::is_finite));
    let [before, after] = [TUTORIAL, &file].map(|f| json(&["forecast", f, "--format", "json"]));
    for (id, chances) in answer["forecast"].as_object().expect("a map") {
        assert_eq!(chances["before"], before["outcomes"][id]["adopted"]);
        assert_eq!(chances["after"], after["outcomes"][id]["adopted"]);
    }
    fs::remove_file(file).unwrap();
}

#[test]
fn every_pair_of_bundled_scenarios_can_be_compared() {
    for a in library::BUNDLED.iter().take(3) {
        for b in library::BUNDLED {
            let out = diff(a.id, b.id);
            assert_eq!(a.id == b.id, out.contains("no differences"), "{} {}", a.id, b.id);
        }
    }
}

#[test]
fn the_order_of_the_votes_is_no_difference_but_is_told() {
    let tree = Tree::parse(text(TUTORIAL));
    let outcomes = tree.find("outcomes").expect("they are there");
    let mut entries: Vec<&str> = tree.children(outcomes).map(|entry| tree.source(entry)).collect();
    entries.reverse();
    let file = changed("order", |document| {
        document.set("outcomes", &format!("{{ {} }}", entries.join(", "))).unwrap();
    });
    let out = diff(TUTORIAL, &file);
    assert!(out.contains("no differences") && out.contains("put to the vote"), "{out}");
    fs::remove_file(file).unwrap();
}

#[test]
fn the_errors_of_both_files_are_told() {
    let faulty = |name| format!("{}/tests/diagnostics/{name}", env!("CARGO_MANIFEST_DIR"));
    let ran = horseshoe(&["diff", &faulty("bad-date.ron"), &faulty("bad-time.ron")]);
    assert_eq!((ran.status, ran.out.as_str()), (Status::Failed, ""));
    assert!(ran.err.contains("S027") && ran.err.contains("S028"), "{}", ran.err);
    assert_eq!(horseshoe(&["diff", "-", "-"]).status, Status::Misused);
}
