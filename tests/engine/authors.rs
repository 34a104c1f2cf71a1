//! The authors' commands: new, fmt, export, import, check --fix.

use std::fs;

use horseshoe::cli::Status;
use horseshoe::scenario::{Severity, library, read};

use super::command_line::horseshoe;
use super::folder::Folder;

fn text(path: &str) -> String {
    fs::read_to_string(path).expect("the file is there")
}

fn tutorial() -> &'static str {
    library::bundled("tutorial").expect("it is bundled").text
}

#[test]
fn a_new_scenario_can_be_debated_at_once() {
    let folder = Folder::new("new");
    let small = folder.path("small.ron");
    let ran = horseshoe(&["new", &small, "--title", "A \"quoted\" title", "--date", "2031-02-03"]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    assert!(ran.out.contains("no problems"), "{}", ran.out);
    assert!(text(&small).contains("title: \"A \\\"quoted\\\" title\""));
    assert_eq!(horseshoe(&["run", &small, "--quiet"]).status, Status::Done);
    // An existing file is never overwritten.
    let before = text(&small);
    let again = horseshoe(&["new", &small]);
    assert!(again.status == Status::Failed && again.err.contains("is there already"));
    assert_eq!(text(&small), before);

    // Without a file it goes to standard output, and is the same.
    let piped = horseshoe(&["new", "--title", "A \"quoted\" title", "--date", "2031-02-03"]);
    assert_eq!(piped.out, before);

    let council = folder.path("council.ron");
    assert_eq!(horseshoe(&["new", &council, "--template", "council"]).status, Status::Done);
    let found = read("council", text(&council).as_bytes());
    let file = found.file.expect("it has no error");
    let votes = |permanent: bool| {
        let seats = file.members.iter().map(|entry| entry.value.seat.value.word());
        seats.filter(|seat| (*seat == "Permanent") == permanent).count()
    };
    assert_eq!((votes(true), votes(false)), (5, 10));
    // What is left to do is the stances, and nothing else.
    assert!(found.diagnostics.iter().all(|problem| problem.code.number() == 107));
}

#[test]
fn a_copy_with_members_replaced_says_what_is_left_to_do() {
    let folder = Folder::new("copy");
    let path = folder.path("copy.ron");
    let ran = horseshoe(&[
        "new",
        &path,
        "--from",
        "unsc-cyber-2024",
        "--replace",
        "MOZ=PAK",
        "--replace",
        "CHE=NLD:the Kingdom of the Netherlands",
    ]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    assert!(ran.out.contains("PAK has the seat and the positions of MOZ"), "{}", ran.out);
    let found = read("copy", text(&path).as_bytes());
    let file = found.file.unwrap_or_else(|| panic!("{}", found.diagnostics.render(false)));
    assert!(!file.members.contains("MOZ") && file.record.is_none());
    let new = file.members.get("NLD").unwrap();
    assert_eq!(new.article.as_ref().map(|text| text.value.as_str()), Some("the"));
    assert!(new.stances.iter().all(|stance| stance.value.source.is_none()));
    assert!(new.arguments.is_empty());
    let pakistan = file.members.get("PAK").expect("it is there");
    let adjective = pakistan.adjective.as_ref().map(|text| text.value.as_str());
    assert_eq!((pakistan.name.value.as_str(), adjective), ("Pakistan", Some("Pakistani")));
    let unsourced = found.diagnostics.iter().filter(|problem| problem.code.number() == 102);
    assert!(unsourced.count() >= new.stances.len());
    let unknown =
        horseshoe(&["new", &folder.path("x.ron"), "--from", "tutorial", "--replace", "X=Y:Z"]);
    assert!(
        unknown.status == Status::Failed && unknown.err.contains("stand AVE"),
        "{}",
        unknown.err
    );
    assert!(!std::path::Path::new(&folder.path("x.ron")).exists());
    let nameless =
        horseshoe(&["new", &folder.path("x.ron"), "--from", "tutorial", "--replace", "AVE=NOW"]);
    assert!(nameless.err.contains("write its name: AVE=NOW:NAME"), "{}", nameless.err);
}

#[test]
fn fmt_changes_the_layout_only_and_once() {
    let folder = Folder::new("fmt");
    let untidy = tutorial().replace("    ", "\t").replace("salience: ", "salience :  ");
    let path = folder.with("untidy.ron", &untidy);
    let check = horseshoe(&["fmt", "--check", &path]);
    assert!(
        check.status == Status::Failed && check.err.contains("+                "),
        "{}",
        check.err
    );
    assert_eq!(text(&path), untidy, "--check writes nothing");
    assert_eq!(horseshoe(&["fmt", &path]).status, Status::Done);
    let tidy = text(&path);
    assert!(
        !tidy.contains('\t')
            && tidy.contains("// optional; how much it cares") | tidy.contains("salience: 80")
    );
    assert_eq!(text(&folder.path("untidy.ron.bak")), untidy);
    assert_eq!(horseshoe(&["fmt", "--check", &path]).status, Status::Done);
    let (before, after) = (read("a", untidy.as_bytes()), read("b", tidy.as_bytes()));
    assert_eq!(before.diagnostics.len(), after.diagnostics.len());
    let broken = folder.with("broken.ron", "Scenario(format: 1 title: \"x\")");
    let refused = horseshoe(&["fmt", &broken]);
    assert!(refused.status == Status::Failed && refused.err.contains("S001"), "{}", refused.err);
}

#[test]
fn a_table_goes_out_and_comes_in_without_a_change() {
    let folder = Folder::new("table");
    let path = folder.with("tutorial.ron", tutorial());
    for what in ["positions", "members"] {
        let table = folder.path("table.csv");
        let out = horseshoe(&["export", &path, "--what", what, "-o", &table]);
        assert_eq!(out.status, Status::Done, "{}", out.err);
        let back = horseshoe(&["import", &path, &table]);
        assert_eq!(back.status, Status::Done, "{}", back.err);
        assert!(back.err.contains("says nothing new"), "{}", back.err);
        assert_eq!(text(&path), tutorial());
    }
}

#[test]
fn a_changed_table_changes_its_values_and_no_other_byte() {
    let folder = Folder::new("import");
    let path = folder.with("tutorial.ron", tutorial());
    let table = folder.with(
        "positions.csv",
        "member,issue,position,salience,red_line_low,red_line_high,because\n\
         AVE,light,61.5,,,,\n\
         BRS,costs,50.0,50,10,90,\n\
         DUN,reports,,,,,\"a \"\"new\"\" reason\"\n",
    );
    let ran = horseshoe(&["import", &path, &table]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    let changed = text(&path);
    assert!(
        changed.contains("position: 61.5,                // where it wants to be on the scale")
    );
    assert!(changed.contains("a \\\"new\\\" reason"));
    let file = read("changed", changed.as_bytes()).file.expect("it has no error");
    let stance = file.members.get("BRS").and_then(|member| member.stances.get("costs")).unwrap();
    let line = stance.red_line.as_ref().map(|line| (line.low.value, line.high.value));
    assert_eq!(line, Some((10.0, 90.0)));
    let differing = tutorial().lines().zip(changed.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((differing, changed.lines().count()), (3, tutorial().lines().count()));
}

#[test]
fn a_table_with_mistakes_changes_nothing_and_names_each() {
    let folder = Folder::new("mistakes");
    let path = folder.with("tutorial.ron", tutorial());
    let table = folder.with(
        "positions.csv",
        "member,issue,position\nAVA,light,10\nAVE,lihgt,10\nAVE,light,much\nAVE,costs,12\n",
    );
    let ran = horseshoe(&["import", &path, &table]);
    assert_eq!(ran.status, Status::Failed);
    for said in [
        "line 2: there is no member `AVA` in the scenario; did you mean `AVE`?",
        "line 3: there is no issue `lihgt`",
        "line 4: `position` is `much`",
        "nothing is written",
    ] {
        assert!(ran.err.contains(said), "{said}\n{}", ran.err);
    }
    let table = folder.with("range.csv", "member,issue,position\nAVE,light,130\n");
    let ran = horseshoe(&["import", &path, &table]);
    assert!(ran.status == Status::Failed && ran.err.contains("S020"), "{}", ran.err);
    let table = folder.with("columns.csv", "member,issue,postion\n");
    assert!(horseshoe(&["import", &path, &table]).err.contains("there is no column `postion`"));
    assert_eq!(text(&path), tutorial());
}

#[test]
fn a_table_brings_new_members_and_stances() {
    let folder = Folder::new("newcomers");
    let path = folder.with("tutorial.ron", tutorial());
    let members =
        folder.with("members.csv", "member,name,seat,influence\nGUL,Gull Rocks,Elected,40\n");
    assert_eq!(horseshoe(&["import", &path, &members]).status, Status::Done);
    let positions = folder.with(
        "p.csv",
        "member,issue,position,salience,source,confidence\nGUL,light,20,30,authors,Low\n",
    );
    let out = folder.path("out.ron");
    let ran = horseshoe(&["import", &path, &positions, "-o", &out]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    let found = read("out", text(&out).as_bytes());
    let file = found.file.expect("it has no error");
    let stance = file.members.get("GUL").and_then(|member| member.stances.get("light"));
    assert_eq!(stance.map(|stance| stance.position.value), Some(20.0));
    assert!(
        !read("in", text(&path).as_bytes())
            .file
            .unwrap()
            .members
            .get("GUL")
            .unwrap()
            .stances
            .contains("light")
    );
}

#[test]
fn check_fix_shows_the_difference_and_keeps_the_old_file() {
    let folder = Folder::new("fix");
    let wrong = tutorial().replace("president: \"BRS\"", "president: BSR");
    let path = folder.with("wrong.ron", &wrong);
    let ran = horseshoe(&["check", "--fix", &path]);
    assert_eq!(ran.status, Status::Done, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("-    president: BSR") && ran.err.contains("+    president: \"BRS\""));
    assert_eq!((text(&path), text(&folder.path("wrong.ron.bak"))), (tutorial().to_owned(), wrong));
    // A sound file is left alone, and so is one that comes with the program.
    assert_eq!(horseshoe(&["check", "--fix", "tutorial"]).status, Status::Done);
    let found = read("tutorial", tutorial().as_bytes());
    assert_eq!(found.diagnostics.count(Severity::Error), 0);
}

#[test]
fn a_renamed_member_keeps_what_it_says() {
    let folder = Folder::new("rename");
    let path = folder.with("tutorial.ron", tutorial());
    let ran = horseshoe(&["rename", &path, "AVE", "NOR", "--name", "Norvia"]);
    assert_eq!(ran.status, Status::Done, "{}", ran.err);
    assert!(ran.err.contains("texts still speak of Avelin: see line"), "{}", ran.err);
    let file = read("renamed", text(&path).as_bytes()).file.expect("it has no error");
    let member = file.members.get("NOR").expect("it is there");
    assert_eq!((member.name.value.as_str(), member.arguments.is_empty()), ("Norvia", false));
    assert!(!file.members.contains("AVE"));
    let empty = horseshoe(&["rename", &path, "NOR", ""]);
    assert!(empty.status == Status::Failed && empty.err.contains("nothing is written"));
    assert_eq!(
        horseshoe(&["rename", &path, "NOR", "NOR", "--name", "the Norvian Isles"]).status,
        Status::Done
    );
    let file = read("renamed", text(&path).as_bytes()).file.expect("it has no error");
    let member = file.members.get("NOR").expect("it is there");
    let article = member.article.as_ref().map(|text| text.value.as_str());
    assert_eq!((member.name.value.as_str(), article), ("Norvian Isles", Some("the")));
    let taken = horseshoe(&["rename", &path, "NOR", "BRS"]);
    assert!(taken.status == Status::Failed && taken.err.contains("is there already"));
    assert!(horseshoe(&["rename", &path, "XXX", "YYY"]).err.contains("there is no member"));
    // A State brings the article and the adjective that go with its name.
    let cyber = folder.with("cyber.ron", library::bundled("unsc-cyber-2024").expect("it is").text);
    assert_eq!(
        horseshoe(&["rename", &cyber, "MOZ", "PAK", "--name", "Pakistan"]).status,
        Status::Done
    );
    let file = read("cyber", text(&cyber).as_bytes()).file.expect("it has no error");
    let adjective = file.members.get("PAK").and_then(|member| member.adjective.as_ref());
    assert_eq!(adjective.map(|text| text.value.as_str()), Some("Pakistani"));
}

#[test]
fn nothing_that_was_written_is_lost_when_it_is_written_again() {
    let folder = Folder::new("again");
    let path = folder.with("tutorial.ron", tutorial());
    let table = folder.path("p.csv");
    fs::write(&table, "my own table").unwrap();
    let out = horseshoe(&["export", &path, "-o", &table]);
    assert!(out.err.contains("p.csv.bak"), "{}", out.err);
    assert_eq!(text(&folder.path("p.csv.bak")), "my own table");
    // A second import says nothing new and writes nothing.
    let change = folder.with("c.csv", "member;issue;position\nAVE;light;60,5\n");
    assert_eq!(horseshoe(&["import", &path, &change]).status, Status::Done);
    let again = horseshoe(&["import", &path, &change]);
    assert!(again.err.contains("says nothing new"), "{}", again.err);
    assert_eq!(text(&folder.path("tutorial.ron.bak")), tutorial());
    assert!(text(&path).contains("position: 60.5,"));
}

#[test]
fn a_table_that_repeats_itself_or_is_no_table_is_told() {
    let folder = Folder::new("repeats");
    let path = folder.with("tutorial.ron", tutorial());
    for (table, said) in [
        ("member,issue,position\nAVE,light,1\nAVE,light,2\n", "line 3: line 2 is about the same"),
        ("member,issue,position\nAVE,light\n", "the row has 2 cells, and the first line 3"),
        ("name,seat\nA,Elected\n", "lacks the column `member`"),
        (
            "member,issue,because\nAVE,light,\"we said no\nBRS,light,x\n",
            "line 2: a quote begins here",
        ),
        ("member,member_name,issue,position\nAVE,Brisca,light,3\n", "`AVE` is Avelin, not Brisca"),
    ] {
        let table = folder.with("t.csv", table);
        let ran = horseshoe(&["import", &path, &table]);
        assert!(ran.status == Status::Failed && ran.err.contains(said), "{said}\n{}", ran.err);
    }
    let swapped = horseshoe(&["import", &folder.path("t.csv"), &path]);
    assert!(swapped.err.contains("the scenario comes first"), "{}", swapped.err);
}

#[test]
fn a_new_file_cannot_be_mistaken_for_a_bundled_one() {
    let ran = horseshoe(&["new", "tutorial"]);
    assert!(ran.status == Status::Failed && ran.err.contains("--from tutorial"), "{}", ran.err);
    let folder = Folder::new("date");
    let ran = horseshoe(&["new", &folder.path("a.ron"), "--date", "5 May 2035"]);
    assert!(ran.status == Status::Failed && ran.err.contains("S027"), "{}", ran.err);
    assert!(!std::path::Path::new(&folder.path("a.ron")).exists());
}

#[test]
fn a_misspelt_command_is_told_the_near_one() {
    let said = horseshoe::cli::unknown_command("chek").expect("there is no such command");
    assert!(said.contains("did you mean `check`?"), "{said}");
    assert_eq!(horseshoe::cli::unknown_command("check"), None);
}
