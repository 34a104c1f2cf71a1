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

#[test]
fn ensemble_as_json_has_the_promised_shape() {
    let ensemble =
        json(&["ensemble", "unsc-cyber-2024", "--runs", "200", "--seed", "5", "--format", "json"]);
    assert_eq!((&ensemble["format"], &ensemble["runs"]), (&1.into(), &200.into()));
    assert_eq!(ensemble["seed"], 5);
    assert!(ensemble["runs_per_second"].as_f64().expect("a number").is_finite());
    let outcomes = ensemble["outcomes"].as_object().expect("an object");
    assert_eq!(outcomes.len(), 15);
    for outcome in outcomes.values() {
        let endings = ["adopted", "vetoed", "short_of_votes", "objected", "not_put"];
        let count = |name: &str| outcome[name]["count"].as_u64().expect("a count");
        assert_eq!(endings.iter().map(|name| count(name)).sum::<u64>(), 200);
        for name in endings {
            let part = |field: &str| outcome[name][field].as_f64().expect("a number");
            assert!(part("low") <= part("share") && part("share") <= part("high"));
        }
        for map in ["in_favour", "vetoes_by", "pivotal"] {
            assert!(outcome[map].is_object(), "{map}");
        }
    }
    let vetoes = &outcomes["panel-of-experts"]["vetoes_by"];
    assert!(vetoes["RUS"].as_u64().is_some_and(|count| count > 0), "{vetoes}");
}

#[test]
fn ensemble_tells_people_how_sure_it_is() {
    let ran = horseshoe(&["ensemble", "unsc-cyber-2024", "--runs", "100", "--vary"]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    for words in ["100 debates (simulated), seeds 1 to 100", "HOW SURE IS THAT?", "Wilson", " ± "]
    {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let csv = horseshoe(&["ensemble", "unsc-cyber-2024", "--runs", "50", "--format", "csv"]);
    assert_eq!(csv.out.lines().count(), 1 + 15 * 5);
}

#[test]
fn parts_of_an_ensemble_are_saved_and_added_up() {
    let folder = std::env::temp_dir().join(format!("horseshoe-parts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let part = folder.join("part.json");
    let part = part.to_str().expect("the path is text");
    let of = |more: &[&str]| {
        let mut arguments = vec!["ensemble", "unsc-cyber-2024", "--format", "csv"];
        arguments.extend(more);
        horseshoe(&arguments)
    };
    let whole = of(&["--runs", "90"]);
    assert_eq!(of(&["--runs", "40", "--save", part]).status, Status::Done);
    assert_eq!(of(&["--runs", "50", "--seed", "41", "--add", part]).out, whole.out);
    let again = of(&["--runs", "50", "--add", part]);
    assert_eq!(again.status, Status::Failed);
    assert!(again.err.contains("have seed"), "{}", again.err);
    let other = horseshoe(&["ensemble", "tutorial", "--add", part, "--parts-only"]);
    assert!(other.err.contains("different scenarios"), "{}", other.err);
    std::fs::write(part, "{}").expect("it can be written");
    assert!(of(&["--add", part, "--parts-only"]).err.contains("is no part of an ensemble"));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[test]
fn a_change_of_the_file_is_compared_on_the_same_luck() {
    let change = "members.RUS.stances.dprk.position=60";
    let arguments = ["ensemble", "unsc-cyber-2024", "--runs", "60", "--format", "json"];
    let arms = json(&[&arguments[..], &["--change", change]].concat());
    let pairs = &arms["outcomes"]["panel-of-experts"];
    let count = |name: &str| pairs[name].as_u64().expect("a count");
    let all = ["both", "first_only", "second_only", "neither"];
    assert_eq!(all.iter().map(|kind| count(&format!("adopted_in_{kind}"))).sum::<u64>(), 60);
    assert!(count("adopted_in_second_only") > 0, "{pairs}");
    let wrong = horseshoe(&["ensemble", "unsc-cyber-2024", "--change", "members.RUS.nothing=1"]);
    assert_eq!(wrong.status, Status::Failed);
    assert!(wrong.err.contains("stand name"), "{}", wrong.err);
    let unsound =
        horseshoe(&["ensemble", "unsc-cyber-2024", "--change", "members.RUS.influence=900"]);
    assert_eq!(unsound.status, Status::Failed);
    assert!(unsound.err.contains("with --change"), "{}", unsound.err);
}

#[test]
fn a_forecast_within_a_record_knows_what_was_said_and_decided() {
    let folder = std::env::temp_dir().join(format!("horseshoe-moment-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let record = folder.join("debate.record");
    let record = record.to_str().expect("the path is text");
    let saved = horseshoe(&["run", "unsc-cyber-2024", "--quiet", "--save", record]);
    assert_eq!(saved.status, Status::Done);
    let opening = json(&["forecast", "unsc-cyber-2024", "--format", "json"]);
    let first = json(&["forecast", "--record", record, "--at", "0", "--format", "json"]);
    assert_eq!(first["outcomes"]["panel-of-experts"], opening["outcomes"]["panel-of-experts"]);
    let last = json(&["forecast", "--record", record, "--format", "json"]);
    assert!(last["outcomes"]["panel-of-experts"]["decided"]["result"].is_string());
    let beyond = horseshoe(&["forecast", "--record", record, "--at", "100000"]);
    assert_eq!(beyond.status, Status::Failed);
    assert!(beyond.err.contains("there is no event 100000"), "{}", beyond.err);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[test]
fn moving_by_one_point_is_worth_the_difference_of_two_forecasts() {
    let gradient = json(&["forecast", "unsc-cyber-2024", "--format", "json"]);
    let outcome = &gradient["outcomes"]["agreed-norms"];
    let steepest = &outcome["gradient"][0];
    let name = |field: &str| steepest[field].as_str().expect("a name");
    let text = horseshoe::scenario::library::bundled("unsc-cyber-2024").expect("bundled").text;
    let tree = horseshoe::scenario::syntax::Tree::parse(text);
    let path = format!("members.{}.stances.{}.position", name("member"), name("issue"));
    let node = tree.find(&path).expect("it is there");
    let position: f64 = tree.source(node).parse().expect("a number");
    let moved = horseshoe::scenario::change(&tree, &format!("{path}={}", position + 1.0));
    let scenario = super::council::read(&moved.expect("the place is there"));
    let id = scenario.outcome("agreed-norms").expect("it is there");
    let after = horseshoe::vote::forecast(&scenario, id).chances.adopted;
    let before = outcome["adopted"].as_f64().expect("a number");
    let up = steepest["one_point_up"].as_f64().expect("a number");
    assert!((after - before - up).abs() < 1e-9, "{after} {before} {up}");
}

#[test]
fn a_varied_run_opens_by_its_seed_and_replays() {
    let folder = std::env::temp_dir().join(format!("horseshoe-varied-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let record = folder.join("varied.record");
    let record = record.to_str().expect("the path is text");
    let run = |more: &[&str]| {
        let mut arguments = vec!["run", "unsc-cyber-2024", "--seed", "9", "--quiet"];
        arguments.extend(more);
        horseshoe(&arguments)
    };
    let varied = run(&["--vary", "--save", record]);
    assert!(varied.out.contains("seed 9, positions drawn anew"), "{}", varied.out);
    assert_ne!(varied.out, run(&[]).out);
    let again = horseshoe(&["replay", record]);
    assert_eq!(again.status, Status::Done, "{}", again.err);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}
