//! S214: spellings of the United Nations, in scenarios and in phrasebooks.

use std::fs;
use std::path::{Path, PathBuf};

use horseshoe::analysis::doctor::misspelt;
use horseshoe::scenario::Code;

use super::{changed, places, remarks};

fn titled(title: &str) -> String {
    changed(&[("title: \"A code\"", &format!("title: {title}"))])
}

#[test]
fn a_word_that_is_spelt_otherwise_is_found_with_its_right_spelling() {
    for (title, wrong, right) in [
        ("\"A program of work\"", "program", "programme"),
        ("\"Organisation of the labour\"", "Organisation", "organization"),
        ("r\"Five percent\"", "percent", "per cent"),
        ("\"First line\\nco-operation\"", "co-operation", "cooperation"),
    ] {
        let text = titled(title);
        assert_eq!(places(&text, Code::OtherSpelling), [wrong], "{title}");
        let found = remarks(&text);
        let remark = found.iter().find(|remark| remark.code == Code::OtherSpelling);
        let remark = remark.expect("it was found");
        assert!(remark.message.contains(right) && remark.hint.contains(right), "{remark:?}");
    }
}

#[test]
fn names_quotations_sources_links_and_comments_are_no_misspellings() {
    for (from, to) in [
        ("title: \"A code\"", "title: \"A programme of cooperation\""),
        ("title: \"A code\"", "title: \"The wish of the Labor Party\""),
        ("title: \"A code\"", "title: \"What is called “a program” today\""),
        ("title: \"A code\"", "title: \"What is called \\\"a program\\\" today\""),
        ("title: \"A code\"", "/* a program */ title: \"A code\""),
        ("title: \"Notes of the", "publisher: \"Defense Weekly\", title: \"Defense of the"),
        (
            "title: \"Notes of the regime of seals\"",
            "title: \"A center of labor\" , url: \"https://example.org/labor\"",
        ),
        ("date: \"2024-01-31\",", "date: \"2024-01-31\", background: \"https://labor.org/a\","),
    ] {
        assert!(places(&changed(&[(from, to)]), Code::OtherSpelling).is_empty(), "{to}");
    }
    let quoting = changed(&[
        ("title: \"Notes of the regime of seals\"", "title: \"A center of labor\""),
        ("title: \"A code\"", "title: \"A code after A center of labor\""),
    ]);
    assert!(places(&quoting, Code::OtherSpelling).is_empty());
    let explained = changed(&[(
        "\"code\": Outcome(title: \"A code\"",
        "// doctor: S214: one that computers run\n\"code\": Outcome(title: \"A program\"",
    )]);
    let found = remarks(&explained);
    let remark = found.iter().find(|remark| remark.code == Code::OtherSpelling);
    assert!(remark.is_some_and(|remark| remark.explained.is_some()), "{found:#?}");
}

/// All phrasebooks, of whatever language folder.
fn phrasebooks() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/phrasebooks")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "ron") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn phrasebooks_are_spelt_as_documents_of_the_united_nations_are() {
    let books = phrasebooks();
    assert!(!books.is_empty());
    for path in books {
        let text = fs::read_to_string(&path).expect("it is text");
        for (at, line) in text.lines().enumerate() {
            // Its quotes are those of the file, and quote nothing.
            let line = line.replace('"', "\n");
            let found = misspelt(&line, false);
            assert!(found.is_empty(), "{}:{}: {found:?}", path.display(), at + 1);
        }
    }
}
