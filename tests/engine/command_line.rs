//! The command line keeps its contract.

use clap::Parser as _;
use horseshoe::cli::args::{Args, Command};
use horseshoe::cli::{Console, Status, run};
use serde_json::Value;

/// What a command printed, and how it ended.
pub(crate) struct Ran {
    pub(crate) status: Status,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs a command as the program does.
pub(crate) fn horseshoe(arguments: &[&str]) -> Ran {
    let args = Args::try_parse_from(std::iter::once("horseshoe").chain(arguments.iter().copied()))
        .expect("the arguments are right");
    let command: Command = args.command.expect("a command is named");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console { out: &mut out, err: &mut err, color: false, watched: false };
    let status = run(&command, &mut console).expect("writing to memory succeeds");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { status, out: text(out), err: text(err) }
}

fn json(arguments: &[&str]) -> Value {
    let ran = horseshoe(arguments);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("the output is JSON")
}

#[test]
fn list_names_the_bundled_scenarios() {
    assert!(horseshoe(&["list"]).out.contains("unsc-cyber-2024"));
}

#[test]
fn run_prints_the_meeting_and_a_table_of_outcomes() {
    let ran = horseshoe(&["run", "unsc-cyber-2024", "--seed", "1"]);
    assert_eq!(ran.status, Status::Done);
    assert!(ran.out.contains("The meeting was called to order at 10 a.m."));
    assert!(ran.out.contains("OUTCOMES (simulated; seed 1)"));
    assert_eq!(ran.out, horseshoe(&["run", "unsc-cyber-2024"]).out, "the default seed is 1");
    assert_ne!(ran.out, horseshoe(&["run", "unsc-cyber-2024", "--seed", "2"]).out);
}

#[test]
fn quiet_prints_results_only() {
    let ran = horseshoe(&["run", "unsc-cyber-2024", "--quiet"]);
    assert!(!ran.out.contains("called to order") && ran.out.contains("OUTCOMES"));
}

#[test]
fn run_as_json_has_the_promised_shape() {
    let run = json(&["run", "unsc-cyber-2024", "--format", "json"]);
    assert_eq!(run["format"], 1);
    assert_eq!(run["seed"], 1);
    assert!(run["engine_version"].is_u64());
    let events = run["events"].as_array().expect("a list");
    for (at, event) in events.iter().enumerate() {
        assert_eq!(event["n"], at + 1);
        assert!(["Record", "Outside"].contains(&event["book"].as_str().expect("a book")));
    }
    let statement =
        events.iter().find(|event| event["kind"] == "StatementDelivered").expect("somebody speaks");
    for field in ["stage", "speaker", "capacity", "headline", "text"] {
        assert!(statement[field].is_string(), "{field}");
    }
    assert!(statement["marks"].is_array() && statement["plan"].is_array());
    for event in events.iter().filter(|event| event["kind"] == "StatementDelivered") {
        assert_eq!(event["purpose"], "Debate", "other statements have kinds of their own");
    }
    assert!(events.iter().any(|event| event["kind"] == "ExplanationOfVoteDelivered"));
    let outcome = &run["outcomes"]["panel-of-experts"];
    assert_eq!(outcome["form"], "Resolution");
    assert_eq!(outcome["because"], serde_json::Value::Null);
    let voters = ["in_favour", "against", "abstaining", "not_participating"]
        .map(|list| outcome[list].as_array().expect("a list").len());
    assert_eq!(voters.iter().sum::<usize>(), 15);
    let declared = ["in_favour", "reservations", "opposed", "undeclared"]
        .map(|list| outcome["declared"][list].as_array().expect("a list").len());
    assert_eq!(declared.iter().sum::<usize>(), 15);
    let position = run["positions"]["KOR"]["council-role"].as_f64().expect("a number");
    assert!((0.0..=100.0).contains(&position));
}

#[test]
fn maps_in_json_are_in_the_order_of_the_scenario() {
    let text = horseshoe(&["forecast", "unsc-cyber-2024", "--format", "json"]).out;
    let at = |id: &str| text.find(&format!("\"{id}\": {{")).expect("it is there");
    assert!(at("secretariat-briefings") < at("article-34"));
    assert!(at("CHN") < at("DZA") && at("FRA") < at("DZA"), "permanent members come first");
}

#[test]
fn a_forecast_lists_voting_members_only_and_none_for_a_summary() {
    let forecast = json(&["forecast", "unsc-cyber-2024", "--format", "json"]);
    let members = forecast["outcomes"]["article-34"]["members"].as_object().expect("a map");
    assert_eq!(members.len(), 15);
    assert_eq!(
        forecast["outcomes"]["article-34"]["in_favour"].as_array().expect("a list").len(),
        16
    );
    let summary = &forecast["outcomes"]["summary"];
    assert!(summary["members"].is_null() && summary["in_favour"].is_null());
    assert_eq!(summary["adopted"], 1.0);
}

#[test]
fn a_missing_file_is_told_with_the_way_out() {
    let ran = horseshoe(&["run", "no-such-debate"]);
    assert_eq!(ran.status, Status::Failed);
    assert!(ran.err.contains("no-such-debate") && ran.err.contains("unsc-cyber-2024"));
}

#[test]
fn explain_tells_the_story_of_a_code_and_refuses_others() {
    let ran = horseshoe(&["explain", "S001"]);
    assert_eq!(ran.status, Status::Done);
    assert!(ran.out.lines().count() > 2);
    assert_eq!(horseshoe(&["explain", "S999"]).status, Status::Failed);
}

#[test]
fn check_of_a_bundled_scenario_finds_no_error() {
    let ran = horseshoe(&["check", "unsc-cyber-2024"]);
    assert_eq!(ran.status, Status::Done, "{}", ran.out);
    let problems = json(&["check", "unsc-cyber-2024", "--format", "json"]);
    assert!(problems.is_array());
}

#[test]
fn a_saved_run_replays_and_an_altered_one_does_not() {
    let folder = std::env::temp_dir().join(format!("horseshoe-replay-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let path = folder.join("debate.record");
    let record = path.to_str().expect("the path is UTF-8");
    let saved = horseshoe(&["run", "unsc-cyber-2024", "--seed", "4", "--save", record, "--quiet"]);
    assert_eq!(saved.status, Status::Done, "{}", saved.err);
    let replayed = horseshoe(&["replay", record]);
    assert_eq!(replayed.status, Status::Done, "{}", replayed.err);
    let text = std::fs::read_to_string(&path).expect("it was saved");
    std::fs::write(&path, text.replacen("Slovenia", "Slovakia", 1)).expect("it can be written");
    assert_eq!(horseshoe(&["replay", record]).status, Status::Failed);
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    assert_eq!(horseshoe(&["replay", record]).status, Status::Failed);
}

#[test]
fn why_prints_the_chain_of_reasons_with_lines_and_sources() {
    let ran = horseshoe(&["run", "unsc-cyber-2024", "--why", "KOR:mainstreaming-statement"]);
    assert_eq!(ran.status, Status::Done);
    for part in ["declared itself in favour", "instructions from capital", "line ", "source: "] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    let as_json = json(&[
        "run",
        "unsc-cyber-2024",
        "--why",
        "KOR:mainstreaming-statement",
        "--format",
        "json",
    ]);
    assert!(as_json["because"].as_array().is_some_and(|list| list.len() == 4));
}

#[test]
fn why_about_what_is_not_there_names_what_is() {
    for (asked, told) in [
        ("KOR", "write MEMBER:OUTCOME"),
        ("KOP:summary", "unknown member `KOP`"),
        ("KOR:sumary", "did you mean `summary`?"),
    ] {
        let ran = horseshoe(&["run", "unsc-cyber-2024", "--why", asked]);
        assert_eq!(ran.status, Status::Misused, "{asked}");
        assert!(ran.err.contains(told), "{}", ran.err);
    }
}
