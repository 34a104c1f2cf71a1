//! Faulty files and what is said about them.
//!
//! Every file in `tests/diagnostics` begins with `// expect:` and all its problems as
//! `S012@5:17`, code and place; none means that the file is sound. Files that cannot carry a
//! comment are made here.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use horseshoe::scenario::{Code, Diagnostics, MAX_BYTES, Read, Severity, read};
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::test_runner::RngSeed;

const SOUND: &str = include_str!("../diagnostics/sound.ron");

/// The problems as the files expect them.
fn found(problems: &Diagnostics) -> String {
    let each = problems.iter().map(|problem| {
        let place = problems.place(problem);
        format!("{}@{}:{}", problem.code, place.line, place.column)
    });
    each.collect::<Vec<_>>().join(" ")
}

/// What holds of every reading: mends, places inside the text, and text that can be shown.
fn assert_helpful(name: &str, read: &Read) {
    let problems = &read.diagnostics;
    assert_eq!(read.file.is_some(), !problems.has_errors(), "{name}");
    for problem in problems {
        assert!(!problem.hint.is_empty(), "{name}: {problem:?} has no mend");
        assert!(!problem.message.ends_with('.'), "{name}: {}", problem.message);
        let starts_upper = problem.message.starts_with(|c: char| c.is_ascii_uppercase());
        assert!(!starts_upper, "{name}: {}", problem.message);
        let span = problem.span;
        assert!(problems.source().get(span.start..span.end).is_some(), "{name}: {problem:?}");
    }
    assert!(problems.render(false).len() < 1_000_000, "{name} renders to too much");
}

fn expect(name: &str, bytes: &[u8], expected: &str) {
    let read = read(name, bytes);
    assert_eq!(found(&read.diagnostics), expected, "{name}\n{}", read.diagnostics.render(false));
    assert_helpful(name, &read);
}

#[test]
fn every_faulty_file_is_told_what_is_wrong_and_where() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut count = 0;
    let mut wrong = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let first = text.trim_start_matches('\u{feff}').lines().next().unwrap();
        let expected = first.strip_prefix("// expect:").unwrap().trim();
        let read = read(&name, &bytes);
        let found = found(&read.diagnostics);
        if found != expected {
            write!(wrong, "{name}\n  expected {expected}\n  found    {found}\n").unwrap();
        }
        assert_helpful(&name, &read);
        count += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 90, "only {count} files");
}

#[test]
fn every_code_has_a_file_that_shows_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let shown: String = fs::read_dir(folder)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .filter_map(|text| text.lines().next().map(str::to_owned))
        .collect();
    for code in Code::ALL {
        // Those of limits are made in the tests below, remarks in those of the doctor.
        let is_made = matches!(code.number(), 2..=3 | 5..=10 | 52 | 100 | 200..);
        assert!(is_made || shown.contains(&format!("{code}@")), "no file shows {code}");
    }
}

#[test]
fn a_file_without_text_is_told_so() {
    expect("empty", b"", "S004@1:1");
    expect("blank", b"\xef\xbb\xbf \r\n\n", "S004@1:1");
    expect("zero byte", b"\0", "S001@1:1");
}

#[test]
fn bytes_that_are_no_text_are_told_so() {
    expect("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "S003@1:1");
    let mut latin = SOUND.replace("\"Ann\"", "\"Ann?\"").into_bytes();
    let at = latin.iter().position(|byte| *byte == b'?').unwrap();
    latin[at] = 0xE9;
    expect("latin-1", &latin, "S003@13:23");
    let mut noise = Vec::new();
    let mut state = 1_u32;
    for _ in 0..100_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        noise.push((state >> 24) as u8);
    }
    let read = read("noise", &noise);
    assert_eq!(read.diagnostics.len(), 1);
    assert_helpful("noise", &read);
}

#[test]
fn a_file_beyond_the_size_is_not_read() {
    expect("nine mebibytes", &vec![b' '; 9 << 20], "S002@1:1");
    expect("one byte too many", &vec![b'('; MAX_BYTES + 1], "S002@1:1");
}

#[test]
fn nesting_is_limited() {
    for bracket in ["[", "(", "{", "Some(", "(a:", "{1:["] {
        let text = bracket.repeat(100_000);
        let read = read("deep", text.as_bytes());
        assert!(found(&read.diagnostics).starts_with("S005@1:"), "{bracket}");
        assert_helpful(bracket, &read);
    }
    let deep = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    expect("64 deep", deep(64).as_bytes(), "S017@1:1");
    expect("65 deep", deep(65).as_bytes(), "S005@1:65");
}

#[test]
fn hostile_text_of_the_full_size_is_refused() {
    for (piece, code) in [
        ("(", "S005"),
        ("/*", "S001"),
        ("9", "S020"),
        ("-", "S006"),
        ("\"", "S006"),
        ("a", "S052"),
        ("'", "S006"),
        ("1,", "S006"),
        ("Some ", "S001"),
        ("r#", "S006"),
        ("\n", "S004"),
        ("é", "S052"),
        ("(),", "S006"),
        ("\\", "S006"),
    ] {
        let text = piece.repeat(MAX_BYTES / piece.len());
        expect_code(code, &text, piece);
    }
    // What begins as a scenario does.
    for (piece, code) in [
        ("/**/", "S006"),
        ("//\n", "S006"),
        ("a:1,", "S006"),
        ("\"a\",", "S006"),
        ("/*", "S001"),
        ("\"\\n\"", "S006"),
    ] {
        let text = format!("Scenario(format: 1, {}", piece.repeat((MAX_BYTES - 40) / piece.len()));
        expect_code(code, &text, piece);
    }
    for (open, piece, close) in [("\"", "é", "\""), ("r#\"", "\"", "\"#"), ("/*", "x", "*/")] {
        let long = piece.repeat((MAX_BYTES - 40) / piece.len());
        expect_code("S052", &format!("Scenario(title: {open}{long}{close})"), piece);
    }
}

/// That a text has one problem, which has this code.
fn expect_code(code: &str, text: &str, piece: &str) {
    let read = read("hostile", text.as_bytes());
    let found = found(&read.diagnostics);
    assert_eq!(found.split('@').next(), Some(code), "{piece}");
    assert_eq!(read.diagnostics.len(), 1, "{piece}");
    assert_helpful(piece, &read);
}

/// The sound file with `count` more entries in a block.
fn crowded(block: &str, count: usize, entry: impl Fn(usize) -> String) -> String {
    let entries: String = (0..count).map(entry).collect();
    SOUND.replacen(&format!("    {block}: {{\n"), &format!("    {block}: {{{entries}\n"), 1)
}

#[test]
fn each_limit_on_numbers_has_its_own_message() {
    let member = |n| format!("\"M{n}\": Member(name: \"m{n}\", seat: Rule37), ");
    let issue = |n| format!("\"i{n}\": Issue(name: \"i{n}\", low: \"\", high: \"h\"), ");
    let outcome =
        |n| format!("\"o{n}\": Outcome(title: \"o\", form: PresidentsSummary, aims: {{}}), ");
    for (code, text) in [
        ("S007", crowded("members", 248, member)),
        ("S008", crowded("issues", 100, issue)),
        ("S009", crowded("outcomes", 100, outcome)),
    ] {
        let read = read("crowd", text.as_bytes());
        let all = found(&read.diagnostics);
        assert_eq!(all.matches(code).count(), 1, "{all}");
        assert!(!all.contains("S03"), "what is not read is not missed: {all}");
        assert_helpful("crowd", &read);
    }
    let full = crowded("members", 247, member);
    assert!(read("full", full.as_bytes()).file.is_some());
}

#[test]
fn problems_are_counted_out_and_errors_come_first() {
    let stance = "\"i\": Stance(position: 1, salience: 1), ";
    let many = SOUND.replacen("stances: {", &format!("stances: {{{}", stance.repeat(2000)), 1);
    let read = read("many", many.as_bytes());
    // 500, and one that speaks of the rest.
    assert_eq!(read.diagnostics.count(Severity::Error), 501);
    assert!(found(&read.diagnostics).contains("S010@"));
    assert_helpful("many", &read);
}

#[test]
fn warnings_alone_never_refuse_a_file() {
    let source = |n| format!("\"s{n}\": Source(title: \"s\"), ");
    let sources: String = (0..900).map(source).collect();
    let many = SOUND.replacen("sources: {", &format!("sources: {{{sources}"), 1);
    let read = read("many", many.as_bytes());
    assert_eq!(read.diagnostics.len(), 501);
    assert!(found(&read.diagnostics).contains("S100@") && read.file.is_some());
}

#[test]
fn a_fault_in_a_line_of_a_mebibyte_is_shown_in_little() {
    let summary = format!("summary: \"{}\", title", "é".repeat(1 << 18));
    let text = SOUND.replacen("title", &summary, 1).replace('\n', " ").replacen("// ", "", 1);
    let text = text.replacen("expect:", "", 1).replace("position: 80", "position: 180");
    let read = read("long", text.as_bytes());
    assert_eq!(read.diagnostics.len(), 1);
    let shown = read.diagnostics.render(false);
    assert!(shown.len() < 1000 && shown.contains("^^^"), "{shown}");
}

#[test]
fn editors_get_the_problems_as_json() {
    let text = SOUND.replacen("position: 80", "position: 130", 1);
    let read = read("a.ron", text.as_bytes());
    let json = serde_json::to_string(&read.diagnostics.to_json()).unwrap();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let problem = &value[0];
    for (key, expected) in [("line", 14), ("column", 48), ("end_line", 14), ("end_column", 51)] {
        assert_eq!(problem[key], expected, "{key}");
    }
    assert_eq!((&problem["code"], &problem["severity"]), (&"S020".into(), &"error".into()));
    assert_eq!(problem["file"], "a.ron");
    assert!(problem["message"].is_string() && problem["hint"].is_string());
}

#[test]
fn a_position_leads_back_to_its_place_in_the_text() {
    let read = read("sound", SOUND.as_bytes());
    let (file, tree) = (read.file.unwrap(), read.tree.unwrap());
    let stance = file.members.get("BOB").unwrap().stances.get("tax").unwrap();
    let node = tree.find("members[\"BOB\"].stances[\"tax\"].position").unwrap();
    assert_eq!(tree.span(node), stance.position.span);
    assert_eq!(tree.source(node), "20");
    assert_eq!(tree.path(node), "members[\"BOB\"].stances[\"tax\"].position");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        assert_helpful("bytes", &read("bytes", &bytes));
    }

    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        assert_helpful("text", &read("text", text.as_bytes()));
    }

    #[test]
    fn any_mutant_can_be_read(
        cuts in proptest::collection::vec(
            (any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), 0_usize..30),
            1..5,
        )
    ) {
        let mut text = SOUND.as_bytes().to_vec();
        for (from, to, length) in cuts {
            // A piece of the file is copied over another: words land where others belong.
            let from = from.index(text.len());
            let piece = text[from..(from + length).min(text.len())].to_vec();
            let to = to.index(text.len());
            let end = (to + length / 2).min(text.len());
            text.splice(to..end, piece);
        }
        assert_helpful("mutant", &read("mutant", &text));
    }
}
