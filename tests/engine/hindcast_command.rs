//! `horseshoe hindcast` over the cases of the project, over folders, and over what is no scenario.

use std::fs;
use std::path::{Path, PathBuf};

use horseshoe::cli::Status;
use horseshoe::council::Membership;
use horseshoe::scenario;
use horseshoe::vote;
use serde_json::Value;

use super::command_line::horseshoe;
use super::folder::Folder;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenarios/cases");

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(CASES).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn json(arguments: &[&str]) -> Value {
    let ran = horseshoe(&[&["hindcast"], arguments, &["--format", "json"]].concat());
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("the output is JSON")
}

#[test]
fn every_case_is_short_and_has_no_problem_worth_a_warning() {
    assert_eq!(cases().len(), 19);
    for path in cases() {
        let text = fs::read_to_string(&path).expect("it can be read");
        assert!(text.lines().count() <= 60, "{}", path.display());
        let loaded = scenario::load(&path.to_string_lossy(), text.as_bytes());
        assert!(loaded.diagnostics.is_empty(), "{}", loaded.diagnostics.render(false));
        let scenario = loaded.scenario.expect("no error");
        assert_eq!(scenario.derived.voting.len(), 15);
        assert!(scenario.record.is_some(), "{}", path.display());
    }
}

/// The rule of docs/hindcast.md: status quo 30, the text at 50, salience 20 of permanent members
/// and 40 of elected ones; position and relations from the same ideal points, so that one tells
/// the other.
#[test]
fn every_case_follows_from_the_documented_rule() {
    for path in cases() {
        let text = fs::read_to_string(&path).expect("it can be read");
        let scenario = scenario::load("case", text.as_bytes()).scenario.expect("no error");
        let issue = scenario.issues.ids().next().expect("an issue");
        let outcome = scenario.outcomes.iter().next().expect("an outcome");
        assert!((scenario.issues[issue].status_quo.get() - 0.30).abs() < 1e-12);
        assert!((outcome.aims[0].position.get() - 0.50).abs() < 1e-12);
        let instructions = |who| &scenario.derived.instructions[(who, issue)];
        // The one exception: the member that a draft itself addresses.
        let addressed = path.ends_with("2022-02-25-ukraine.ron");
        for (who, member) in scenario.members.pairs() {
            let (x, s) = (instructions(who).position, instructions(who).salience);
            if addressed && member.identifier == "RUS" {
                assert!(x.abs() < 1e-12 && (s - 1.0).abs() < 1e-12);
                continue;
            }
            let salience = if member.membership == Membership::Permanent { 0.2 } else { 0.4 };
            assert!((s - salience).abs() < 1e-12, "{}", path.display());
            for &sponsor in outcome.sponsors.iter().filter(|&&sponsor| sponsor != who) {
                // Ten points of position are one unit of the ideal points.
                let apart = 10.0 * (x - instructions(sponsor).position).abs();
                let relation = (0.8 * (1.0 - apart / 1.25)).clamp(-0.6, 0.8);
                let written = scenario.derived.affinity[(who, sponsor)];
                assert!(
                    (relation - written).abs() < 0.02,
                    "{}: {}",
                    path.display(),
                    member.identifier
                );
            }
        }
    }
}

#[test]
fn the_folder_of_cases_prints_figures_intervals_and_misses() {
    let ran = horseshoe(&["hindcast", CASES]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    for part in [
        "HINDCAST",
        "ALL FORMS: 19 drafts, 285 votes of members, 19 decisions",
        "Always in favour",
        "Members' own frequencies",
        "Sponsors' camp",
        "Compromise mean",
        "model less always",
        "PRESIDENTIAL STATEMENT: 3 drafts",
        "MISSES",
        "Smallest change: position on",
        "HOW SURE",
        "2000 resamples",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
}

#[test]
fn the_joint_statement_of_the_cyber_debate_is_compared() {
    let ran = horseshoe(&["hindcast", "unsc-cyber-2024"]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    assert!(ran.out.contains("JOINT STATEMENT") || ran.out.contains("signed"));
    assert!(ran.out.contains("nobody proposed it"));
    assert!(ran.out.contains("From one draft no interval can be given."));
}

#[test]
fn json_has_the_promised_shape_and_finite_numbers() {
    let all = json(&[CASES]);
    assert_eq!(all["format"], 1);
    assert_eq!(all["files"].as_array().expect("a list").len(), 19);
    let member = &all["files"][4]["outcomes"]["draft"]["members"]["RUS"];
    assert_eq!(member["cast"], "against");
    for field in ["chances", "hit", "brier", "log_score", "bound"] {
        assert!(!member[field].is_null(), "{field}");
    }
    for name in ["always_in_favour", "own_frequencies", "sponsors_camp", "compromise_mean"] {
        let baseline = &all["baselines"][name]["overall"]["all"];
        assert!(baseline["brier"]["value"].is_f64(), "{name}");
        assert!(baseline["model_ahead"]["brier"]["low"].is_f64(), "{name}");
    }
    assert!(all["by_form"]["Resolution"]["all"]["hits"]["value"].is_f64());
    assert!(all["misses"].as_array().expect("a list").iter().all(|miss| miss["cause"].is_string()));
    finite(&all);
}

/// `serde_json` writes what is not finite as null: where a number must stand, one stands.
fn finite(all: &Value) {
    for group in ["all", "free"] {
        for measure in ["hits", "brier", "log_score", "balanced_accuracy", "decision_brier"] {
            for bound in ["value", "low", "high"] {
                let number = all["overall"][group][measure][bound].as_f64();
                assert!(number.is_some_and(f64::is_finite), "{group} {measure} {bound}");
            }
        }
    }
}

#[test]
fn intervals_are_the_same_each_time_and_in_any_order_of_files() {
    let files: Vec<String> = cases().iter().map(|p| p.to_string_lossy().into_owned()).collect();
    let forward: Vec<&str> = files.iter().map(String::as_str).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    let (one, other) = (json(&forward), json(&backward));
    assert_eq!(one, json(&[CASES]));
    let number = |all: &Value, bound: &str| {
        all["baselines"]["sponsors_camp"]["overall"]["all"]["model_ahead"]["brier"][bound]
            .as_f64()
            .expect("a number")
    };
    for bound in ["value", "low", "high"] {
        // Sums in another order differ in the last bits at most.
        assert!((number(&one, bound) - number(&other, bound)).abs() < 1e-12);
    }
}

/// Each change of a position or a salience that a miss names is made in the text of its file:
/// with it the vote is a hit, and a point short of it it is not.
#[test]
fn the_change_that_a_miss_names_makes_it_a_hit_and_less_does_not() {
    let all = json(&[CASES]);
    let mut tried = 0;
    for miss in all["misses"].as_array().expect("a list") {
        let change = &miss["change"];
        let Some(path) = change["path"].as_str() else { continue };
        let Some(field) = ["position", "salience"]
            .into_iter()
            .find(|field| path.starts_with("members") && path.ends_with(&format!(".{field}")))
        else {
            continue;
        };
        let (from, to) = (change["from"].as_f64().expect("a number"), &change["to"]);
        let to = to.as_f64().expect("a number");
        assert_eq!(cast_if(miss, (field, to)), miss["cast"], "{miss:#}");
        let nearer = if to < from { to + 1.0 } else { to - 1.0 };
        if (nearer - from).abs() < (to - from).abs() {
            assert_ne!(cast_if(miss, (field, nearer)), miss["cast"], "{miss:#}");
        }
        tried += 1;
    }
    assert!(tried > 20, "{tried} changes were tried");
}

/// The most probable vote of the member of `miss` with one number of its line changed.
fn cast_if(miss: &Value, (field, to): (&str, f64)) -> &'static str {
    let file = miss["file"].as_str().expect("a path");
    let line = miss["change"]["line"].as_u64().expect("a line") as usize;
    let text = fs::read_to_string(Path::new(file)).expect("it can be read");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let (before, after) = lines[line - 1].split_once(&format!("{field}: ")).expect("it is there");
    let (_, rest) = after.split_once(',').expect("more follows");
    lines[line - 1] = format!("{before}{field}: {to},{rest}");
    let loaded = scenario::load(file, lines.join("\n").as_bytes());
    let scenario = loaded.scenario.expect("no error");
    let outcome = scenario.outcome("draft").expect("it is there");
    let who = scenario.delegation(miss["member"].as_str().expect("a member")).expect("known");
    let forecast = vote::forecast(&scenario, outcome);
    let (.., chance) =
        forecast.members.into_iter().find(|(member, ..)| *member == who).expect("it votes");
    let objections = miss["chances"]["objection"].is_f64();
    if objections {
        return if chance.against > 0.5 { "objection" } else { "no_objection" };
    }
    let votes = [
        (chance.in_favour, "in_favour"),
        (chance.abstaining, "abstaining"),
        (chance.against, "against"),
    ];
    votes.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).expect("three votes").1
}

#[test]
fn uncertainty_is_averaged_over_as_many_draws_as_asked_for() {
    let all = json(&[CASES, "--uncertain=50"]);
    assert_eq!(all["model"]["from"], "uncertain");
    assert_eq!(all["model"]["draws"], 50);
    assert_ne!(all["overall"], json(&[CASES])["overall"]);
    assert!(horseshoe(&["hindcast", CASES, "--uncertain"]).out.contains("200 draws"));
}

#[test]
fn what_is_not_there_is_told_with_the_way_out() {
    let ran = horseshoe(&["hindcast", "no-such-folder"]);
    assert_eq!(ran.status, Status::Failed);
    assert!(ran.err.contains("no-such-folder") && ran.err.contains("nothing to compare"));
    assert!(ran.out.is_empty());
}

#[test]
fn a_folder_without_scenarios_is_named() {
    let folder = Folder::new("hindcast-empty");
    folder.with("notes.txt", "no scenario");
    let ran = horseshoe(&["hindcast", &folder.path("")]);
    assert_eq!(ran.status, Status::Failed);
    assert!(ran.err.contains("there is no scenario in the folder"), "{}", ran.err);
}

#[test]
fn a_broken_file_is_diagnosed_and_the_others_are_compared() {
    let folder = Folder::new("hindcast-broken");
    let whole = fs::read_to_string(cases()[0].as_path()).expect("it can be read");
    folder.with("a.ron", &whole);
    folder.with("b.ron", "Scenario(format: 1, titel: \"A debate\")");
    let ran = horseshoe(&["hindcast", &folder.path("")]);
    assert_eq!(ran.status, Status::Failed, "a file has errors");
    assert!(ran.err.contains("b.ron") && ran.err.contains("did you mean `title`?"));
    assert!(ran.out.contains("1 draft, 15 votes of members"), "{}", ran.out);
}

#[test]
fn a_file_without_a_record_is_named_and_left_out() {
    let folder = Folder::new("hindcast-no-record");
    let whole = fs::read_to_string(cases()[0].as_path()).expect("it can be read");
    let at = whole.find("    record: Record").expect("it has one");
    let mute = format!("{})\n", &whole[..at]).replace("\"record\": Source", "\"other\": Source");
    let (kept, left_out) = (folder.with("a.ron", &whole), folder.with("b.ron", &mute));
    let ran = horseshoe(&["hindcast", &kept, &left_out, &kept]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    assert!(ran.err.contains("b.ron` is left out: it has no `record`"), "{}", ran.err);
    assert!(ran.err.contains("a.ron` is left out: the same file is named twice"), "{}", ran.err);
    assert!(ran.out.contains("1 draft, "));
    let alone = horseshoe(&["hindcast", &left_out]);
    assert_eq!(alone.status, Status::Failed);
    assert!(alone.err.contains("nothing to compare"));
}

#[test]
fn whole_debates_may_stand_in_for_the_opening_forecast() {
    let debates = json(&[CASES, "--debates=40"]);
    assert_eq!(debates["model"]["from"], "debates");
    assert_eq!(debates["model"]["draws"], 40);
    let opening = json(&[CASES]);
    let baseline =
        |all: &Value| all["baselines"]["sponsors_camp"]["overall"]["all"]["brier"].clone();
    assert_eq!(baseline(&debates), baseline(&opening), "baselines hold no debates");
    assert_ne!(debates["overall"], opening["overall"]);
}
