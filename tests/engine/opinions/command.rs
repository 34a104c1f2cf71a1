//! `horseshoe opinions` keeps its contract.

use serde_json::Value;

use crate::command_line::horseshoe;
use crate::council::cyber;

fn json(file: &str) -> Value {
    let ran = horseshoe(&["opinions", file, "--format", "json"]);
    serde_json::from_str(&ran.out).expect("the output is JSON")
}

/// A scenario of three issues: everybody upward, nobody, one without salience.
const SMALL: &str = r#"Scenario(format: 1, title: "Small", date: "2020-02-01", body: "Council",
    president: "A", issues: {
        "up": Issue(name: "Up", low: "L", high: "H", status_quo: 10),
        "none": Issue(name: "None", low: "L", high: "H"),
        "idle": Issue(name: "Idle", low: "L", high: "H") },
    members: {
        "A": Member(name: "State A", seat: Elected, stances: {
            "up": Stance(position: 30, salience: 50), "idle": Stance(position: 30, salience: 0) }),
        "B": Member(name: "State B", seat: Elected, stances: {
            "up": Stance(position: 90, salience: 50) }) },
    outcomes: { "o": Outcome(title: "O", form: Resolution, sponsors: ["A"], aims: {}) })"#;

/// What the command prints of the small scenario.
fn small(name: &str, format: &str) -> String {
    let path = std::env::temp_dir().join(format!("horseshoe-{name}-{}.ron", std::process::id()));
    std::fs::write(&path, SMALL).expect("it can be written");
    let file = path.to_str().expect("the path is UTF-8");
    let ran = horseshoe(&["opinions", file, "--format", format]);
    std::fs::remove_file(&path).expect("it can be removed");
    ran.out
}

#[test]
fn json_has_a_row_for_each_issue_in_the_order_of_the_file() {
    let opinions = json("unsc-cyber-2024");
    assert_eq!(opinions["format"], 1);
    let scenario = cyber();
    let rows = opinions["issues"].as_object().expect("a map");
    let order = scenario.order.issues.iter().map(|&id| &scenario.issues[id].identifier);
    assert!(rows.keys().eq(order));
    for row in rows.values() {
        assert_eq!(row["members"], 15);
        for model in ["status_quo", "median", "compromise", "nash", "exchange", "spread"] {
            let figure = row[model].as_f64().expect("a number");
            assert!((0.0..=100.0).contains(&figure), "{model}: {figure}");
        }
        assert!(row["challenge"]["median"].is_f64() && row["challenge"]["mean"].is_f64());
        assert!(row["challenge"]["rounds"].as_u64().is_some_and(|rounds| rounds <= 10));
    }
}

#[test]
fn json_names_who_would_exchange_what() {
    let opinions = json("unsc-cyber-2024");
    let exchanges = opinions["exchanges"].as_array().expect("a list");
    assert!(!exchanges.is_empty());
    for exchange in exchanges {
        assert!(exchange["gain"].as_f64().is_some_and(|gain| gain > 0.0));
        let moves = exchange["moves"].as_array().expect("a list");
        assert_eq!(moves.len(), 2);
        for part in moves {
            assert!(cyber().delegation(part["member"].as_str().expect("a name")).is_some());
            assert!(opinions["issues"][part["issue"].as_str().expect("a name")].is_object());
            assert!(part["from"].is_f64() && part["to"].is_f64());
        }
    }
}

#[test]
fn what_a_model_does_not_say_is_null_with_a_reason() {
    let opinions: Value =
        serde_json::from_str(&small("opinions-json", "json")).expect("the output is JSON");
    let up = &opinions["issues"]["up"];
    assert_eq!((&up["nash"], &up["why"]), (&Value::from(30.0), &serde_json::json!({})));
    for (issue, members) in [("none", 0), ("idle", 1)] {
        let row = &opinions["issues"][issue];
        assert_eq!(row["members"], members);
        for model in ["median", "compromise", "nash", "challenge", "exchange"] {
            assert!(row[model].is_null() && row["why"][model].is_string(), "{issue} {model}");
        }
    }
    let cyber = json("unsc-cyber-2024");
    let divided = &cyber["issues"]["council-role"];
    assert_eq!(divided["nash"], divided["status_quo"]);
    assert!(divided["why"]["nash"].as_str().is_some_and(|why| why.starts_with("no agreement")));
}

#[test]
fn text_says_what_each_model_assumes_and_that_all_of_it_is_simulated() {
    let text = horseshoe(&["opinions", "unsc-cyber-2024"]).out;
    for part in [
        "Simulated",
        "Role of the Council",
        "15 of 15",
        "* No agreement",
        "Regular briefings by the Secretariat",
        "EXCHANGES (simulated by the exchange model;",
        "Black 1958",
        "Achen 2006",
        "Nash 1950",
        "Bueno de Mesquita 1994",
        "Stokman & Van Oosten 1994",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let small = small("opinions-text", "text");
    assert!(small.contains("No model says anything: no voting member has a stance"), "{small}");
    assert!(small.contains("NO EXCHANGES"), "{small}");
}
