//! `check --doctor` on the command line: statuses, explanations, an author's list of words.

use std::fs;
use std::path::PathBuf;

use horseshoe::cli::Status;
use serde_json::Value;

use super::changed;
use crate::command_line::horseshoe;

const NEAR: (&str, &str) = ("\"law\": Aim(position: 68)", "\"law\": Aim(position: 44)");

/// A file for one test, with this text in it.
fn file(name: &str, text: &str) -> String {
    let path: PathBuf = std::env::temp_dir().join(format!("{}-{name}", std::process::id()));
    fs::write(&path, text).expect("the folder for such files can be written to");
    path.to_string_lossy().into_owned()
}

#[test]
fn remarks_do_not_change_the_status_and_errors_do() {
    let remarked = file("remarked.ron", &changed(&[NEAR]));
    let ran = horseshoe(&["check", "--doctor", &remarked]);
    assert_eq!(ran.status, Status::Done);
    assert!(
        ran.out.contains("remark[S201]") && ran.out.contains("1 remark in 400 runs"),
        "{}",
        ran.out
    );
    let faulty = file("faulty.ron", &changed(&[("format: 1", "format: 1, titel: \"regime\"")]));
    let ran = horseshoe(&["check", "--doctor", &faulty, &remarked]);
    assert_eq!(ran.status, Status::Failed);
    assert!(ran.out.contains("1 error\n") && ran.out.contains("remark[S201]"), "{}", ran.out);
    for path in [remarked, faulty] {
        fs::remove_file(path).expect("it was written");
    }
}

#[test]
fn an_explained_remark_is_one_line_of_text_and_a_field_of_json() {
    let said = "// doctor: S201, S205: to be compared\n        \"code\": Outcome(";
    let text = changed(&[
        NEAR,
        ("\"code\": Outcome(", said),
        ("name: \"Beta\"", "influence: 9, name: \"Beta\""),
    ]);
    let path = file("explained.ron", &text);
    let ran = horseshoe(&["check", "--doctor", "--runs", "200", &path]);
    assert!(!ran.out.contains("remark[S201]") && ran.out.contains("remark[S210]"), "{}", ran.out);
    assert!(ran.out.contains("explained by the author: S201 at 38:9\n"), "{}", ran.out);
    assert!(ran.out.contains("2 remarks (1 explained) in 200 runs"), "{}", ran.out);
    let ran = horseshoe(&["check", "--doctor", "--format", "json", &path]);
    let problems: Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    let problems = problems.as_array().expect("it is a list");
    assert_eq!(problems.len(), 2);
    // In the order of the file, and only what is explained has the field.
    assert_eq!((&problems[0]["code"], problems[0].get("explained")), (&"S210".into(), None));
    assert_eq!(problems[1]["explained"], "S201, S205: to be compared");
    assert_eq!(problems[1]["severity"], "remark");
    fs::remove_file(path).expect("it was written");
}

#[test]
fn an_author_adds_words() {
    let scenario =
        file("words.ron", &changed(&[("title: \"A code\"", "title: \"Codes, a code of law\"")]));
    let list = file("words.txt", "# Ours\n\ncode, codes = set of rules unless code of law\n");
    let ran = horseshoe(&["check", "--doctor", "--words", &list, &scenario]);
    assert_eq!(ran.status, Status::Done);
    assert!(
        ran.out.contains("“Codes” takes a side or judges; instead: set of rules"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains(": 1 remark in"), "{}", ran.out);
    for (line, why) in [
        ("code", "line 1 of the list of words, `code`, has no `=`"),
        ("code =", "does not say what to say instead"),
        ("= rules", "has no word before the `=`"),
        ("code = rules unless law", "has the exception `law`, in which none of its words stands"),
    ] {
        fs::write(&list, line).expect("it was written before");
        let ran = horseshoe(&["check", "--doctor", "--words", &list, &scenario]);
        assert_eq!(ran.status, Status::Misused, "{line}");
        assert!(ran.err.contains(why) && ran.out.is_empty(), "{}", ran.err);
    }
    for path in [scenario, list] {
        fs::remove_file(path).expect("it was written");
    }
}
