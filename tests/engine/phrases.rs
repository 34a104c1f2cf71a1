//! `horseshoe phrases`: the lists, a phrasebook of one's own, and a debate told in it.

use std::fs;

use horseshoe::cli::Status;

use super::command_line::horseshoe;
use super::folder::Folder;

#[test]
fn the_lists_are_named_with_their_slots() {
    let ran = horseshoe(&["phrases"]);
    assert_eq!(ran.status, Status::Done);
    let claim = ran.out.lines().find(|line| line.starts_with("claim ")).expect("a list of claims");
    assert!(claim.contains("{issue} {mark} {approve} {approves}; at times {because} {asked}"));
    assert!(claim.contains("when First, Later, Last"), "{claim}");
}

#[test]
fn a_debate_is_told_in_a_phrasebook_of_ones_own() {
    let folder = Folder::new("phrases");
    let book = folder.path("en");
    let begun = horseshoe(&["phrases", "--write", &book]);
    assert_eq!(begun.status, Status::Done, "{}", begun.err);
    assert!(horseshoe(&["phrases", &book]).out.contains("whole"));
    let of = |extra: &[&str]| {
        let arguments = [&["run", "unsc-cyber-2024", "--seed", "5"], extra].concat();
        horseshoe(&arguments).out
    };
    let as_it_comes = of(&[]);
    assert_eq!(of(&["--phrases", &book]), as_it_comes, "it says the same, unchanged");
    folder.with("en/own.ron", "{ \"closing\": [Phrase(say: \"So be it.\", weight: 9)] }");
    let own = of(&["--phrases", &book]);
    assert!(own.contains("So be it.") && !as_it_comes.contains("So be it."));
    let results = |out: &str| out.split("OUTCOMES").nth(1).map(str::to_owned);
    assert_eq!(results(&own), results(&as_it_comes), "words change no result");
}

#[test]
fn problems_of_a_phrasebook_are_told_with_their_place() {
    let folder = Folder::new("faulty-phrases");
    let book = folder.path("en");
    assert_eq!(horseshoe(&["phrases", "--write", &book]).status, Status::Done);
    folder.with("en/own.ron", "{\n    \"closing\": [\"We thank {whom}.\"],\n}");
    for arguments in [&["phrases", &book][..], &["run", "unsc-cyber-2024", "--phrases", &book][..]]
    {
        let ran = horseshoe(arguments);
        assert_eq!(ran.status, Status::Failed);
        assert!(ran.err.contains("own.ron:2:17") && ran.err.contains("S302"), "{}", ran.err);
        assert!(ran.out.is_empty());
    }
    let again = horseshoe(&["phrases", "--write", &book]);
    assert!(again.status == Status::Failed && again.err.contains("is there already"));
}

#[test]
fn what_is_no_phrasebook_is_told_with_the_way_out() {
    let folder = Folder::new("no-phrases");
    let book = folder.path("en");
    let ran = horseshoe(&["phrases", &book]);
    assert!(ran.err.contains("is no folder") && ran.err.contains("--write"), "{}", ran.err);
    fs::create_dir_all(&book).expect("a folder can be made");
    let ran = horseshoe(&["phrases", &book]);
    assert!(ran.err.contains("there is no .ron file"), "{}", ran.err);
    folder.with("en/a.ron", "{}");
    let ran = horseshoe(&["phrases", &book]);
    assert!(ran.err.contains("`thanks`, Candid: 0 phrases, and 30 are needed"), "{}", ran.err);
}
