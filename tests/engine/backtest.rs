//! The vote model fitted to roll calls: what it promises, on a record made up for the purpose.
//!
//! The made-up council has two permanent members (PAA, PBB) and nine elected ones on a line. A
//! draft is sponsored from one end of the line; members vote by their distance to the sponsor,
//! with luck.

use std::fmt::Write as _;
use std::path::PathBuf;

use horseshoe::analysis::backtest::{
    BacktestError, DraftRow, Expected, IdealRow, Split, VoteRow, VotingRecord, backtest, predict,
};
use horseshoe::cli::Status;
use horseshoe::vote::Ballot;
use serde_json::Value;

use crate::command_line::{Ran, horseshoe};

const MEMBERS: [&str; 11] =
    ["PAA", "PBB", "AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH", "III"];

/// Numbers that look random and never change.
struct Luck(u64);

impl Luck {
    fn next(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Where a member stands: PAA at one end, PBB at the other, the elected members between them.
fn point(member: usize) -> f64 {
    match member {
        0 => 2.0,
        1 => -2.0,
        elected => -1.6 + 0.4 * (elected - 2) as f64,
    }
}

struct Rows {
    drafts: Vec<DraftRow>,
    votes: Vec<VoteRow>,
    ideals: Vec<IdealRow>,
}

fn rows() -> Rows {
    let mut luck = Luck(7);
    let mut rows = Rows { drafts: Vec::new(), votes: Vec::new(), ideals: Vec::new() };
    for year in 2000..2008 {
        for (member, code) in MEMBERS.iter().enumerate() {
            let line = rows.ideals.len() as u64 + 2;
            let member_point = point(member);
            rows.ideals.push(IdealRow {
                line,
                member: (*code).to_owned(),
                year,
                point: member_point,
            });
        }
        if year == 2000 {
            continue;
        }
        for number in 0..8_u32 {
            let sponsor = usize::from(luck.next() < 0.4);
            let id = u64::from(number) + 10 * u64::from(year.unsigned_abs());
            let mut cast = [Ballot::InFavour; 11];
            for (member, ballot) in cast.iter_mut().enumerate() {
                let distance = (point(member) - point(sponsor)).abs();
                let margin = 2.6 - distance + 0.8 * (luck.next() - 0.5);
                *ballot = match margin {
                    m if m > 0.0 => Ballot::InFavour,
                    m if m > -0.6 => Ballot::Abstaining,
                    _ => Ballot::Against,
                };
                let line = rows.votes.len() as u64 + 2;
                let (member, ballot) = (MEMBERS[member].to_owned(), *ballot);
                rows.votes.push(VoteRow { line, draft: id, year, member, ballot });
            }
            let yes = cast.iter().filter(|ballot| **ballot == Ballot::InFavour).count();
            let vetoed = cast[..2].contains(&Ballot::Against);
            rows.drafts.push(DraftRow {
                line: rows.drafts.len() as u64 + 2,
                id,
                year,
                symbol: format!("S/{year}/{}", 100 * number),
                topic: ["Somewhere", "Elsewhere"][number as usize % 2].to_owned(),
                region: String::new(),
                sponsors: vec![MEMBERS[sponsor].to_owned()],
                contested: yes < 11,
                adopted: yes >= 9 && !vetoed,
                procedural: false,
            });
        }
    }
    rows
}

fn join(rows: Rows) -> VotingRecord {
    let permanent = Some(vec!["PAA".to_owned(), "PBB".to_owned()]);
    VotingRecord::join(rows.drafts, rows.votes, rows.ideals, permanent).expect("the rows agree")
}

fn split() -> Split {
    Split { train: 2001..=2005, test: 2006..=2007, contested: true }
}

fn expected(record: &VotingRecord) -> Vec<(u64, Expected)> {
    let predicted = predict(record, &split()).expect("the fit succeeds");
    predicted.into_iter().map(|(draft, expected)| (draft.row.id, expected)).collect()
}

#[test]
fn the_chances_of_the_votes_add_up_to_one() {
    for (_, expected) in expected(&join(rows())) {
        for chance in expected.votes {
            let sum = chance.in_favour + chance.abstaining + chance.against;
            assert!((sum - 1.0).abs() < 1e-9, "{sum}");
        }
        assert!((0.0..=1.0).contains(&expected.adopted));
    }
}

#[test]
fn how_test_drafts_were_voted_on_changes_no_prediction() {
    let honest = expected(&join(rows()));
    let mut altered = rows();
    for draft in altered.drafts.iter_mut().filter(|draft| draft.year >= 2006) {
        draft.adopted = !draft.adopted;
    }
    for vote in altered.votes.iter_mut().filter(|vote| vote.year >= 2006) {
        vote.ballot = Ballot::Against;
    }
    assert_eq!(honest, expected(&join(altered)));
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    let first = expected(&join(rows()));
    let mut turned = rows();
    turned.drafts.reverse();
    turned.votes.reverse();
    turned.ideals.reverse();
    assert_eq!(first, expected(&join(turned)));
}

#[test]
fn the_model_learns_who_opposes_whom() {
    let result = backtest(&join(rows()), &split(), &mut |_, _| ()).expect("the fit succeeds");
    let model = result.model.scores;
    let (_, all_yes) = &result.baselines[0];
    assert!(model.accuracy > all_yes.scores.accuracy + 0.15, "{model:?}");
    assert!(model.accuracy > 0.85 && model.brier < 0.25, "{model:?}");
    for ((low, high), score) in result.model.intervals.into_iter().zip(model.all()) {
        assert!(low <= score && score <= high, "{score} lies outside {low}-{high}");
    }
}

#[test]
fn who_votes_in_every_year_is_permanent() {
    let Rows { drafts, mut votes, ideals } = rows();
    // The elected members sit in odd or in even years only.
    votes.retain(|vote| {
        let place = MEMBERS.iter().position(|code| *code == vote.member).expect("it is there");
        place < 2 || (place.is_multiple_of(2)) == (vote.year % 2 == 0)
    });
    let record = VotingRecord::join(drafts, votes, ideals, None).expect("it can be told");
    assert_eq!(record.permanent, ["PAA", "PBB"]);
}

#[test]
fn two_years_do_not_tell_who_is_permanent() {
    let Rows { drafts, mut votes, ideals } = rows();
    votes.retain(|vote| vote.year <= 2002);
    let error = VotingRecord::join(drafts, votes, ideals, None).expect_err("it cannot be told");
    assert_eq!(error, BacktestError::TooFewYears { years: 2, needed: 3 });
}

/// The three tables as CSV, in a folder of their own.
struct Files {
    votes: PathBuf,
    drafts: PathBuf,
    ideals: PathBuf,
}

fn files(name: &str) -> Files {
    let Rows { drafts, votes, ideals } = rows();
    let mut of_votes = "draft_id,year,iso3,vote\n".to_owned();
    for vote in votes {
        let letter = match vote.ballot {
            Ballot::InFavour => 'Y',
            Ballot::Against => 'N',
            _ => 'A',
        };
        writeln!(of_votes, "{},{},{},{letter}", vote.draft, vote.year, vote.member)
            .expect("a string takes it");
    }
    let mut of_drafts =
        "draft_id,year,draft,topic,region,sponsors,contested,adopted,flag\n".to_owned();
    for draft in drafts {
        let (contested, adopted) = (u8::from(draft.contested), u8::from(draft.adopted));
        let DraftRow { id, year, symbol, topic, sponsors, .. } = draft;
        let sponsors = sponsors.join(" ");
        writeln!(of_drafts, "{id},{year},{symbol},\"{topic}\",,{sponsors},{contested},{adopted},")
            .expect("a string takes it");
    }
    let mut of_ideals = "iso3c,year,idealpointfp\n".to_owned();
    for IdealRow { member, year, point, .. } in ideals {
        writeln!(of_ideals, "{member},{year},{point}").expect("a string takes it");
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("backtest").join(name);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let put = |file: &str, text: &str| {
        let path = folder.join(file);
        std::fs::write(&path, text).expect("the file can be written");
        path
    };
    Files {
        votes: put("votes.csv", &of_votes),
        drafts: put("drafts.csv", &of_drafts),
        ideals: put("ideals.csv", &of_ideals),
    }
}

fn run(files: &Files, more: &[&str]) -> Ran {
    let path = |path: &PathBuf| path.to_str().expect("the path is text").to_owned();
    let (votes, drafts, ideals) = (path(&files.votes), path(&files.drafts), path(&files.ideals));
    let mut arguments = vec!["backtest", &votes, "--drafts", &drafts, "--positions", &ideals];
    arguments.extend(["--permanent", "PAA,PBB", "--train", "2001-2005", "--test", "2006-2007"]);
    arguments.extend(more);
    horseshoe(&arguments)
}

#[test]
fn the_command_prints_the_promised_json() {
    let ran = run(&files("json"), &["--contested", "--format", "json"]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    let result: Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    assert_eq!(result["format"], 1);
    let baselines = result["baselines"].as_object().expect("a map");
    assert!(baselines.contains_key("all_yes") && baselines.len() >= 5);
    for scores in std::iter::once(&result["model"]).chain(baselines.values()) {
        for name in
            ["accuracy", "brier", "balanced_accuracy", "adoption_accuracy", "adoption_brier"]
        {
            assert!(scores[name].is_f64(), "{name} in {scores}");
        }
    }
}

#[test]
fn drafts_adopted_by_all_can_be_scored_too() {
    let ran = run(&files("all"), &["--format", "json"]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    let result: Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    assert!(result["test"]["drafts"].as_u64() >= Some(16));
}

#[test]
fn the_table_says_how_sure_it_is_and_where_it_was_wrong() {
    let ran = run(&files("text"), &["--contested"]);
    for words in ["the model", "everybody in favour", "95 % interval", "foretold worst"] {
        assert!(ran.out.contains(words), "{words} in {}", ran.out);
    }
    assert!(ran.out.lines().all(|line| line.chars().count() <= 100), "{}", ran.out);
}

#[test]
fn the_default_dynamics_are_checked_on_request() {
    let ran = run(&files("dynamics"), &["--contested", "--dynamics", "--format", "json"]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    let result: Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    let check = &result["dynamics"];
    assert_eq!(check["defaults"]["values"]["noise"].as_f64().map(f64::round), Some(4.0));
    let log = |name: &str| check[name]["log_score"].as_f64().expect("a number");
    assert!(log("refitted") < log("defaults"), "{check}");
    for baseline in ["always_in_favour", "own_frequencies", "sponsors_camp", "compromise_mean"] {
        assert!(check["baselines"][baseline]["brier"].is_f64(), "{baseline} in {check}");
    }
    let text = run(&files("dynamics-text"), &["--contested", "--dynamics", "mean"]).out;
    assert!(text.contains("the defaults, ten times as wide"), "{text}");
}

/// What the command says when `from` in the table that `of` names has become `to`.
fn complaint(name: &str, of: fn(&Files) -> &PathBuf, (from, to): (&str, &str)) -> String {
    let files = files(name);
    let text = std::fs::read_to_string(of(&files)).expect("it was written");
    assert!(text.contains(from), "{from} is there to be replaced");
    std::fs::write(of(&files), text.replacen(from, to, 1)).expect("the file can be written");
    let ran = run(&files, &["--contested"]);
    assert_eq!((ran.status, ran.out.as_str()), (Status::Failed, ""), "{name}");
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    ran.err
}

#[test]
fn what_is_wrong_in_a_table_is_said_with_line_and_way_out() {
    let votes: fn(&Files) -> &PathBuf = |files| &files.votes;
    let drafts: fn(&Files) -> &PathBuf = |files| &files.drafts;
    let ideals: fn(&Files) -> &PathBuf = |files| &files.ideals;
    let cases = [
        ("letter", votes, ("PAA,Y", "PAA,yes"), "expected Y, N or A"),
        ("code", votes, ("PBB", "PB"), "line 3: `PB` in column `iso3`: expected a code of three"),
        ("twice", votes, ("PBB", "PAA"), "line 3: PAA has voted on draft 20010 before"),
        ("unknown", votes, ("20010", "999"), "line 2: draft 999 is not among the drafts"),
        ("ragged", votes, ("PBB,", "PBB,,,"), "line 3: 6 values where the first line names 4"),
        ("header", votes, ("iso3", "state"), "there is no column `iso3`"),
        ("year", drafts, ("20010,2001", "20010,2002"), "line 2: the vote is of 2001"),
        ("same", drafts, ("20011,", "20010,"), "line 3: draft 20010 stands there twice"),
        ("flag", drafts, (",1,", ",maybe,"), "expected 1 or 0"),
        ("sponsor", drafts, (",,PAA", ",,Utopia"), "expected codes of three letters"),
        ("point", ideals, ("2000,2", "2000,inf"), "line 2: `inf` in column `idealpointfp`"),
        ("again", ideals, ("PBB,2000", "PAA,2000"), "line 3: PAA has an ideal point of 2000"),
    ];
    for (name, of, change, words) in cases {
        let said = complaint(name, of, change);
        assert!(said.contains(words), "{name}: {said}");
    }
}

#[test]
fn years_without_drafts_and_missing_files_are_said() {
    let files = files("years");
    let path = |path: &PathBuf| path.to_str().expect("the path is text").to_owned();
    let (votes, drafts) = (path(&files.votes), path(&files.drafts));
    let other = |train: &str, test: &str, positions: &str| {
        let mut arguments = vec!["backtest", &votes, "--drafts", &drafts];
        arguments.extend(["--positions", positions, "--train", train, "--test", test]);
        horseshoe(&arguments).err
    };
    let ideals = path(&files.ideals);
    assert!(other("2001-2005", "2010-2012", &ideals).contains("the record spans 2001-2007"));
    assert!(other("1990-1999", "2006-2007", &ideals).contains("(--train)"));
    assert!(other("2001-2006", "2006-2007", &ideals).contains("share the year 2006"));
    assert!(other("2001-2005", "2006-2007", "no-such-file.csv").contains("no-such-file.csv: "));
    let mut arguments = vec!["backtest", &votes, "--drafts", &drafts, "--positions", &ideals];
    arguments.extend(["--train", "2001-2005", "--test", "2006-2007", "--permanent", "ZZZ"]);
    assert!(horseshoe(&arguments).err.contains("no vote of this member"));
}
