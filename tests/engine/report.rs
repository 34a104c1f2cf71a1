//! Reports of saved debates: what stands in them, and what never does.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::analysis::cable::{Cable, CableEntry};
use horseshoe::analysis::seat::SeatResult;
use horseshoe::analysis::summary_check::{Claim, ClaimKind};
use horseshoe::cli::Status;
use horseshoe::council::{Declared, DelegationId};
use horseshoe::debate::{Action, EventKind, Intended, IntendedPoint, Record};
use horseshoe::report::document::{
    Made, Standings, html, json, markdown, report, seat_sheet, simulated_record,
};
use horseshoe::text::{Phrasebook, record_text};
use horseshoe::vote::Ballot;
use serde_json::Value;

use super::command_line::horseshoe;
use super::council::cyber;

const OWN_WORDS: &str = "Madam President, Slovenia thanks you. Water systems <b>need</b> | care.";

/// A folder of one test, which is gone when the test ends.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("horseshoe-report-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder can be made");
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// Saves a record under this name.
    fn save(&self, name: &str, record: &Record) -> String {
        let path = self.path(name);
        let text = record_text(record, Phrasebook::english());
        fs::write(&path, text).expect("the file can be written");
        path
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// The cyber debate in which a person plays Slovenia until it has spoken.
fn begun(seed: u64) -> (Record, DelegationId) {
    let mut record = Record::new(cyber(), Seed(seed));
    let who = record.scenario.delegation("SVN").expect("it takes part");
    record.intervene(&Action::TakeSeat(who)).expect("it is free");
    let of = record.scenario.president;
    let outcome = record.scenario.outcome("annual-meeting").expect("it is proposed");
    record.intervene(&Action::SoundOut { by: who, of, outcome }).expect("it may ask");
    let mut debate = record.debate();
    while debate.state().next_speaker() != Some(who) {
        let action = debate.propose().expect("it speaks in every debate");
        record.carry_out(&mut debate, &action, false).expect("what is proposed is admitted");
    }
    let issues = record.scenario.issues.pairs();
    let raised = issues.filter(|(_, it)| it.identifier == "human-rights").map(|(issue, _)| issue);
    let points = raised.map(|issue| IntendedPoint { issue, voiced: 0.8, emphasis: 1.0 }).collect();
    let said = Intended {
        points,
        declarations: vec![(outcome, Declared::InFavour)],
        words: Some(OWN_WORDS.to_owned()),
        ..Intended::silent(who)
    };
    record.intervene(&Action::Say(said)).expect("it has the floor");
    (record, who)
}

/// The same debate to its end, with a ballot that Slovenia settled.
fn played(seed: u64) -> (Record, DelegationId) {
    let (mut record, by) = begun(seed);
    let outcome = record.scenario.outcome("panel-of-experts").expect("it is proposed");
    let lock = Action::Lock { by, outcome, ballot: Ballot::Abstaining };
    record.intervene(&lock).expect("nothing has been cast");
    record.finish();
    (record, by)
}

fn made(record: &Record) -> Made {
    Made { standings: Standings::new(20).of(record), ..Made::default() }
}

#[test]
fn the_page_stands_alone_and_is_small() {
    let (record, _) = played(1);
    let page = html(&report(&record, &made(&record)));
    for forbidden in ["<script", "src=", "<link", "@import", "url(", "<?xml"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    assert!(page.len() < 1_000_000, "{} bytes", page.len());
    assert!(page.matches("<svg").count() >= 5);
    // What a person wrote is words, never markup.
    assert!(page.contains("&lt;b&gt;need&lt;/b&gt;") && !page.contains("<b>need"));
    let ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
}

#[test]
fn all_ways_of_writing_it_say_the_same_and_that_it_is_simulated() {
    let (record, who) = played(1);
    let made = made(&record);
    let document = report(&record, &made);
    let (page, text) = (html(&document), markdown(&document));
    let result = SeatResult::of(&record.scenario, &record.state_at(record.events.len()), who);
    for words in [
        " proposed texts, ",
        "What really happened",
        "It spoke for itself once",
        "Own words of the person who played the delegation",
        "For some seats no product is success",
        &result.words(),
    ] {
        assert!(page.contains(words) && text.contains(words), "{words}");
    }
    for (kind, text) in [("page", &page), ("text", &text)] {
        assert!(text.contains("Simulated"), "{kind}");
        let told = text.to_lowercase();
        for forbidden in [" won ", "winner", "leaderboard", " lost ", "a/res/", "s/pv", "s/prst"] {
            assert!(!told.contains(forbidden), "{kind}: {forbidden}");
        }
    }
    // What really happened comes after the result of the simulation.
    let place = |words: &str| text.find(words).expect("it is told");
    assert!(place("What was adopted") < place("What really happened"));
    assert!(place("## Slovenia (simulated)") < place("What really happened"));
}

/// The names of the fields that are null, as a number that is not finite would be.
fn nulls(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Null => found.push(path.to_owned()),
        Value::Array(items) => items.iter().for_each(|it| nulls(it, path, found)),
        Value::Object(fields) => {
            fields.iter().for_each(|(name, it)| nulls(it, name, found));
        }
        _ => {}
    }
}

#[test]
fn json_is_finite_and_reads_back() {
    let (record, who) = played(1);
    let made = made(&record);
    let value = json(&record, &made);
    let again: Value = serde_json::from_str(&value.to_string()).expect("it is JSON");
    assert_eq!(again, value);
    assert_eq!(value["format"], 1);
    assert_eq!(value["kind"], "Report");
    assert_eq!(value["finished"], true);
    let seat = &value["seats"]["SVN"];
    let result = SeatResult::of(&record.scenario, &record.state_at(record.events.len()), who);
    assert_eq!(seat["points"], result.points());
    assert_eq!(seat["statements_by_person"], 1);
    assert_eq!(seat["among_runs"]["runs"], 20);
    assert_eq!(seat["soundings"], 1);
    let mut found = Vec::new();
    nulls(&value, "", &mut found);
    let may_be =
        ["because", "varied", "count", "voiced", "red_line", "kept", "chair", "members", "adopted"];
    assert!(found.iter().all(|it| may_be.contains(&it.as_str())), "{found:?}");
}

#[test]
fn a_meeting_that_is_not_over_is_told_as_such() {
    let (record, _) = begun(1);
    let text = markdown(&report(&record, &made(&record)));
    assert!(text.contains("The meeting was not over when this record was saved"));
    assert!(!text.contains("What really happened"));
    assert!(!text.contains("Better than"));
    assert_eq!(json(&record, &Made::default())["finished"], false);
}

/// The record with every number that others keep to themselves set to one that betrays itself.
fn with_sentinels(record: &Record, own: DelegationId) -> Record {
    const SENTINEL: f64 = 0.123_456;
    let mut changed = record.clone();
    let scenario = Arc::make_mut(&mut changed.scenario);
    for who in scenario.members.ids().filter(|&who| who != own) {
        for issue in scenario.issues.ids() {
            scenario.derived.instructions[(who, issue)].position = SENTINEL;
            scenario.derived.salience[(who, issue)] = SENTINEL;
            // The stance of another in its place: whatever of it is told shows.
            let other = scenario.stances[(own, issue)].clone();
            scenario.stances[(who, issue)] = other;
        }
        scenario.seats[who] = None;
    }
    for event in &mut changed.events {
        match &mut event.kind {
            EventKind::PositionsShifted { rows } => rows.retain(|row| row.listener == own),
            EventKind::BallotsCast { rows, .. } | EventKind::SilenceBroken { rows, .. } => {
                for row in rows.iter_mut().filter(|row| row.delegation != own) {
                    row.judgement.gain = SENTINEL;
                    row.draw = SENTINEL;
                }
            }
            EventKind::TextsSelected { rows } => {
                for row in rows {
                    row.estimate = row.estimate.map(|_| SENTINEL);
                }
            }
            EventKind::SteppedDown { estimate, .. } | EventKind::LeftAsSupport { estimate, .. } => {
                *estimate = SENTINEL;
            }
            _ => {}
        }
    }
    changed
}

#[test]
fn the_sheet_of_a_seat_holds_nothing_that_others_keep_to_themselves() {
    let (record, who) = played(1);
    let made = made(&record);
    let sheet = |record: &Record| markdown(&seat_sheet(record, who, &made));
    let (before, after) = (sheet(&record), sheet(&with_sentinels(&record, who)));
    assert_eq!(before, after, "it does not depend on what is private");
    assert!(!after.contains("12.3") && !after.contains("12 %") && !after.contains("(12)"));
    assert!(before.contains("### Objectives") && before.contains("# Seat sheet: Slovenia"));
    // The whole report does say such things: the comparison is not empty.
    let whole = |record: &Record| markdown(&report(record, &made));
    assert_ne!(whole(&record), whole(&with_sentinels(&record, who)));
}

#[test]
fn the_simulated_record_says_so_and_bears_no_symbol() {
    let (record, _) = played(1);
    let document = simulated_record(&record, &Made::default());
    let text = markdown(&document);
    assert!(text.starts_with("# Simulated record: "));
    assert!(text.contains("**The representative of Slovenia (simulated):**"));
    assert!(text.contains("Simulated; not a statement by Slovenia"));
    assert!(text.contains("Water systems \\<b\\>need\\</b\\> \\| care."));
    assert!(!text.contains("S/PV") && !text.contains("S/RES"));
    assert!(html(&document).contains("Simulated record"));
}

#[test]
fn thirty_submissions_make_one_table_in_which_an_altered_one_is_named() {
    let place = Place::new("table");
    let [one, two, three] =
        [1, 2, 3].map(|seed| place.save(&format!("{seed}.record"), &played(seed).0));
    let text = fs::read_to_string(&two).expect("it was written");
    fs::write(&two, text.replace("Water systems", "Power systems")).expect("it can be written");
    let formula = place.path("=cmd.record");
    fs::copy(&three, &formula).expect("it can be copied");
    let output = place.path("class.csv");
    let absent = place.path("absent.record");
    let ran = horseshoe(&[
        "report", &one, &two, &three, &formula, &absent, "--runs", "20", "-o", &output,
    ]);
    assert_eq!(ran.status, Status::Failed);
    assert!(ran.err.contains("2.record: line "), "{}", ran.err);
    assert!(ran.err.contains("was altered") && ran.err.contains("absent.record"), "{}", ran.err);
    let table = fs::read_to_string(&output).expect("it was written");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().expect("there is a head").clone();
    let rows: Vec<csv::StringRecord> =
        reader.records().map(|row| row.expect("it is CSV")).collect();
    let cell = |row: usize, name: &str| {
        let at = head.iter().position(|it| it == name).expect("it is a column");
        rows[row][at].to_owned()
    };
    assert_eq!(rows.len(), 5);
    assert_eq!((cell(0, "verified"), cell(0, "seat")), ("yes".to_owned(), "SVN".to_owned()));
    assert!(cell(1, "verified").starts_with("no: line "), "{}", cell(1, "verified"));
    assert_eq!(cell(1, "points"), "", "an altered record has no result");
    assert_eq!(cell(2, "verified"), "yes", "the others still stand");
    assert!(cell(4, "verified").starts_with("no: "));
    assert_eq!(cell(0, "runs with the model"), "20");
    assert_eq!(cell(0, "own statements"), "1");
    assert_eq!(
        cell(0, "objective 3"),
        "Human rights, disinformation and spyware is raised in a statement by Slovenia"
    );
    assert_eq!(cell(0, "objective 3 met"), "yes");
    assert_eq!(cell(2, "points"), cell(3, "points"));
}

#[test]
fn no_cell_of_a_table_begins_like_a_formula() {
    let rows =
        horseshoe::report::document::scores(("=HYPERLINK(1)", "no record"), &mut Standings::new(0));
    let table = horseshoe::report::document::scores_csv(&rows);
    let table = String::from_utf8(table).expect("it is UTF-8");
    assert!(table.contains("\r\n'=HYPERLINK(1),no: this is not a saved record"), "{table}");
}

#[test]
fn the_command_writes_what_the_name_of_the_file_says() {
    let place = Place::new("formats");
    let (record, _) = played(1);
    let path = place.save("a.record", &record);
    for (name, begins) in
        [("a.html", "<!DOCTYPE html>"), ("a.md", "# Report: "), ("a.json", "{"), ("a.csv", "file,")]
    {
        let output = place.path(name);
        let ran = horseshoe(&["report", &path, "--runs", "0", "-o", &output]);
        assert_eq!(ran.status, Status::Done, "{}", ran.err);
        let text = fs::read_to_string(&output).expect("it was written");
        assert!(text.starts_with(begins), "{name}");
        assert!(!text.contains("Better than"), "{name}");
    }
    let sheet = horseshoe(&["report", &path, "--seat", "SVN", "--runs", "0"]);
    assert!(sheet.out.starts_with("# Seat sheet: Slovenia"), "{}", sheet.err);
    let nobody = horseshoe(&["report", &path, "--seat", "SVM"]);
    assert_eq!(nobody.status, Status::Failed);
    assert!(nobody.err.contains("nobody played `SVM`; did you mean `SVN`?"), "{}", nobody.err);
    let told = horseshoe(&["report", &path, "--part", "record"]);
    assert!(told.out.starts_with("# Simulated record: "));
    let several = horseshoe(&["report", &path, &path, "--format", "html"]);
    assert_eq!(several.status, Status::Misused);
}

#[test]
fn an_altered_record_is_reported_with_its_fault() {
    let place = Place::new("altered");
    let path = place.save("a.record", &played(1).0);
    let text = fs::read_to_string(&path).expect("it was written");
    fs::write(&path, text.replace("Water systems", "Power systems")).expect("it can be written");
    let ran = horseshoe(&["report", &path, "--runs", "0"]);
    assert_eq!(ran.status, Status::Failed);
    assert!(ran.out.contains("This record does not verify: line "), "{}", ran.out);
    assert!(ran.err.contains("a.record: line "), "{}", ran.err);
}

#[test]
fn what_people_wrote_beside_the_debate_stands_in_the_report_with_what_the_record_says_of_it() {
    let (record, who) = played(1);
    let outcome = record.scenario.outcome("annual-meeting").expect("it is proposed");
    let entry = |stance| CableEntry {
        who,
        stance,
        outcome,
        quotation: "Madam President, Slovenia thanks you.".to_owned(),
    };
    let cable = Cable {
        entries: vec![entry(Declared::InFavour), entry(Declared::Opposed)],
        assessment: "The room was <i>calm</i>.".to_owned(),
    };
    let claim = Claim {
        who: vec![who],
        quantifier: None,
        says: ClaimKind::Declared(outcome, Declared::Opposed),
    };
    let spoke = record.events.iter().position(
        |event| matches!(&event.kind, EventKind::StatementDelivered(said) if said.speaker == who),
    );
    let event = spoke.expect("it spoke") + 1;
    let made = Made {
        summary: vec![claim],
        cable,
        thoughts: vec![(event, "I would have waited.".to_owned())],
        ..made(&record)
    };
    let text = markdown(&report(&record, &made));
    let turns = horseshoe::debate::turns_so_far(&record);
    let turn = turns.iter().position(|it| it.events.contains(&(event - 1))).expect("a turn") + 1;
    for words in [
        "The President’s summary (simulated)",
        "Misattributed.",
        "1 of 2 entries hold in stance and quotation.",
        "The assessment is its author’s, and is not scored.",
        &format!("Turn {turn}: I would have waited."),
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let page = html(&report(&record, &made));
    assert!(page.contains("&lt;i&gt;calm&lt;/i&gt;"));
    // Where nobody wrote anything, nothing says so.
    let bare = markdown(&report(&record, &self::made(&record)));
    assert!(!bare.contains("The reporting cable") && !bare.contains("would have done"));
}
