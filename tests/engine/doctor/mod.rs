//! The doctor: what it remarks on, what it lets pass, and how authors explain themselves.

mod command;
mod remarks;
mod spelling;

use std::sync::atomic::{AtomicBool, Ordering};

use horseshoe::analysis::doctor::{Examination, Findings, Words, examine};
use horseshoe::ensemble::Watch;
use horseshoe::scenario::{Code, Diagnostic, MAX_DIAGNOSTICS, Read, Severity, read};

/// A council on which there is nothing to remark.
pub(crate) const SOUND: &str = include_str!("../../scenarios/doctor.ron");

/// The scenario with some of its text replaced.
pub(crate) fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SOUND.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// The remarks on a scenario of which no error is expected, with those explained.
pub(crate) fn remarks(text: &str) -> Vec<Diagnostic> {
    let words = Words::built_in().expect("the list is sound");
    let (read, findings) = examined(text, 2, &words);
    assert!(read.file.is_some(), "{}", read.diagnostics.render(false));
    assert_eq!(findings.runs, findings.planned);
    findings.remarks
}

/// The texts of the places at which a scenario is remarked on with this code.
pub(crate) fn places(text: &str, code: Code) -> Vec<String> {
    let of_code = remarks(text).into_iter().filter(|remark| remark.code == code);
    of_code.map(|remark| remark.span.of(text).to_owned()).collect()
}

fn examined(text: &str, threads: usize, words: &Words) -> (Read, Findings) {
    let read = read("test.ron", text.as_bytes());
    let cancel = AtomicBool::new(false);
    let mut watch = Watch { cancel: &cancel, progress: &mut |_| {} };
    let findings = examine(&read, &Examination { runs: None, threads, words }, &mut watch)
        .expect("threads can be started");
    (read, findings)
}

#[test]
fn a_sound_scenario_has_no_remark() {
    let found = remarks(SOUND);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn remarks_are_the_same_on_any_number_of_threads() {
    let text = changed(&[("\"law\": Aim(position: 68)", "\"law\": Aim(position: 44)")]);
    let words = Words::built_in().expect("the list is sound");
    let one = examined(&text, 1, &words).1.remarks;
    assert!(!one.is_empty());
    for threads in [2, 5] {
        assert_eq!(examined(&text, threads, &words).1.remarks, one);
    }
}

#[test]
fn a_file_with_errors_has_no_remarks() {
    let words = Words::built_in().expect("the list is sound");
    for text in ["", "Scenario(", "Scenario(format: 1, titel: \"regime\")", "[1, 2]"] {
        let findings = examined(text, 1, &words).1;
        assert!(findings.remarks.is_empty() && findings.planned == 0, "{text}");
    }
}

#[test]
fn a_cancelled_examination_rests_on_the_runs_held() {
    let words = Words::built_in().expect("the list is sound");
    let read = read("test.ron", SOUND.as_bytes());
    let cancel = AtomicBool::new(true);
    let examination = Examination { runs: Some(5_000), threads: 1, words: &words };
    let mut watch = Watch { cancel: &cancel, progress: &mut |_| {} };
    let none = examine(&read, &examination, &mut watch).expect("threads can be started");
    assert!(none.runs == 0 && none.planned == 5_000 && none.remarks.is_empty(), "{none:?}");
    cancel.store(false, Ordering::Relaxed);
    let mut stop = |_| cancel.store(true, Ordering::Relaxed);
    let mut watch = Watch { cancel: &cancel, progress: &mut stop };
    let some = examine(&read, &examination, &mut watch).expect("threads can be started");
    assert!(some.runs > 0 && some.runs < 5_000, "{}", some.runs);
}

#[test]
fn remarks_have_a_figure_a_place_and_a_way_out() {
    let text = changed(&[
        ("\"law\": Aim(position: 68)", "\"law\": Aim(position: 44)"),
        ("\"aid\": Aim(position: 66)", "\"aid\": Aim(position: 100)"),
        ("source: \"notes\"", "source: \"authors\""),
        ("confidence: Medium", "confidence: Low"),
        ("sources: {", "sources: { \"authors\": Source(title: \"Judgement\"),"),
        ("name: \"Alpha\"", "name: \"Alpha\", influence: 70"),
    ]);
    let found = remarks(&text);
    assert!(found.len() >= 4, "{found:#?}");
    for remark in found {
        assert_eq!(remark.severity(), Severity::Remark);
        assert!(remark.message.contains(|c: char| c.is_ascii_digit()), "{}", remark.message);
        assert!(!remark.message.ends_with('.') && !remark.hint.is_empty(), "{remark:?}");
        assert!(!remark.span.of(&text).is_empty(), "{remark:?}");
    }
}

#[test]
fn more_remarks_than_are_shown_are_said_to_be_more() {
    let text = changed(&[("title: \"A code\"", &format!("title: \"{}\"", "rogue ".repeat(2_000)))]);
    let mut read = read("test.ron", text.as_bytes());
    read.diagnostics.add_all(remarks(&text));
    assert_eq!(read.diagnostics.len(), MAX_DIAGNOSTICS + 1);
    let last = read.diagnostics.iter().last().expect("there are many");
    assert_eq!(last.code, Code::FurtherRemarks);
}

#[test]
fn comments_without_end_on_one_line_do_not_take_long() {
    let comments = "/* doctor: S203: no */ ".repeat(40_000);
    let found = remarks(&changed(&[("president:", &format!("{comments} president:"))]));
    assert!(found.is_empty(), "{found:#?}");
}
