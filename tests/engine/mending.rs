//! Certain mends, and files of an older format.

use std::fs;

use horseshoe::scenario::{Code, mend, read};

const SOUND: &str = include_str!("../diagnostics/sound.ron");
const OLDER: &str = include_str!("../diagnostics/older-format.ron");

/// A text after its mends, and how many problems it has left.
fn mended(text: &str) -> (String, usize) {
    let after = mend(text).after;
    let left = read("mended", after.as_bytes()).diagnostics.len();
    (after, left)
}

#[test]
fn what_is_certain_is_mended_and_nothing_else() {
    let sound = mend(SOUND);
    assert!(sound.is_unchanged() && sound.after == SOUND);
    for (right, wrong) in [
        ("    format: 1,\n", ""),
        ("president: \"ANN\"", "president: \"ANM\""),
        ("president: \"ANN\"", "president: ANN"),
        ("salience: 60", "saliense: 60"),
        ("salience: 60", "salience: \"60\""),
        ("seat: Permanent", "seat: permanent"),
        ("Stance(position: 80", "Stnce(position: 80"),
        ("issues: {\n        \"tax\"", "issues: {\n        tax"),
        ("form: PresidentialStatement", "form: PresidentialStatement()"),
        ("source: \"web\"", "source: \"wed\""),
    ] {
        assert!(SOUND.contains(right), "{right}");
        let text = SOUND.replacen(right, wrong, 1);
        assert_eq!(mended(&text), (SOUND.to_owned(), 0), "{wrong}");
    }
}

#[test]
fn line_ends_of_windows_become_plain() {
    let windows = SOUND.replace('\n', "\r\n");
    let mended = mend(&windows);
    assert_eq!((mended.after.as_str(), mended.line_ends), (SOUND, SOUND.lines().count()));
    assert!(!mended.is_unchanged());
}

#[test]
fn what_is_in_doubt_is_left_to_the_author() {
    for (right, wrong) in [
        // `BOB` and `ANN` are both as far away.
        ("president: \"ANN\"", "president: \"ZZZ\""),
        ("title: \"A test\"", "title: None"),
        ("seat: Elected", "seat: NonElected"),
        ("salience: 60", "salience: 160"),
        ("position: 80, salience: 60", "position: 80, salience: 60, saliense: 50"),
    ] {
        assert!(SOUND.contains(right), "{right}");
        let text = SOUND.replacen(right, wrong, 1);
        let (after, left) = mended(&text);
        assert_eq!(after, text, "{wrong}");
        assert_eq!(left, 1, "{wrong}");
    }
}

#[test]
fn a_code_of_another_state_is_no_misspelt_one() {
    let text =
        SOUND.replace("\"BOB\"", "\"BRA\"").replace("[\"ANN\", \"BRA\"]", "[\"ANN\", \"BRB\"]");
    assert!(mend(&text).is_unchanged(), "{}", mend(&text).after);
    let said = read("codes", text.as_bytes()).diagnostics.render(false);
    assert!(said.contains("did you mean `BRA`? if not, add `BRB` to `members`"), "{said}");
    let text = text.replace("BRB", "BRQ");
    assert!(mend(&text).after.contains("[\"ANN\", \"BRA\"]"));
}

#[test]
fn a_mend_never_makes_a_second_key_of_a_name() {
    let right = "stances: { \"tax\": Stance(position: 80, salience: 60, source: \"web\") }";
    assert!(SOUND.contains(right));
    let wrong =
        right.replace(" }", ", \"tex\": Stance(position: 1, salience: 1, source: \"web\") }");
    let text = SOUND.replacen(right, &wrong, 1).replace("president: \"ANN\"", "president: ANN");
    let (after, _) = mended(&text);
    assert_eq!(after, text.replace("president: ANN", "president: \"ANN\""));
}

#[test]
fn an_older_file_is_carried_forward_with_a_message() {
    let old = read("older", OLDER.as_bytes());
    let file = old.file.expect("it is read as of today's format");
    assert_eq!(file.agenda_item.map(|text| text.value).as_deref(), Some("An item"));
    assert_eq!(file.program.map(|program| program.len()), Some(3));
    let first = &file.members.items[0].value.stances.items[0].value;
    let today = old.tree.expect("it is RON");
    assert_eq!(first.salience.span.of(today.text()), "60");
    let codes: Vec<Code> = old.diagnostics.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::OlderFormat]);
    let said = old.diagnostics.render(false);
    assert!(said.contains("`agenda` is called `agenda_item` now"), "{said}");
    // What was carried forward once needs no message again; comments stay.
    let (today, left) = mended(OLDER);
    assert_eq!(left, 0, "{today}");
    assert!(today.contains(
        "format: 1, // of the drafts\n    agenda_item: \"An item\", /* it was */ program: ["
    ));
}

#[test]
fn problems_of_an_older_file_stand_where_they_are_in_it() {
    let text = OLDER.replace("importance: 60", "importance: 160");
    let found = read("older", text.as_bytes()).diagnostics;
    let problem = found.iter().find(|problem| problem.code == Code::OutOfRange).unwrap();
    assert_eq!(problem.span.of(&text), "160");
    assert_eq!(found.source(), text);
}

#[test]
fn a_newer_format_is_refused_with_advice() {
    let text = SOUND.replace("format: 1,", "format: 2, later: [1],");
    let found = read("newer", text.as_bytes());
    assert!(found.file.is_none());
    let said = found.diagnostics.render(false);
    assert!(said.contains("newer version of this program"), "{said}");
    assert_eq!(found.diagnostics.len(), 1);
    assert!(mend(&text).is_unchanged());
}

#[test]
fn every_faulty_file_can_be_mended_without_harm() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut better = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let before = read("before", text.as_bytes()).diagnostics.len();
        let (after, left) = mended(&text);
        assert!(left <= before, "{after}");
        assert_eq!(mended(&after), (after, left), "mended twice");
        better += usize::from(left < before);
    }
    assert!(better >= 15, "{better} files are better for it");
}

#[test]
fn a_state_has_the_name_that_it_had_on_the_day() {
    let council = SOUND.replace("A committee of two", "United Nations Security Council");
    let state = |name: &str, date: &str| {
        council
            .replace("\"BOB\"", "\"TUR\"")
            .replace("name: \"Bob\"", &format!("name: \"{name}\""))
            .replace("2024-06-20", date)
    };
    assert!(mend(&state("Turkey", "2022-05-31")).is_unchanged());
    assert_eq!(mended(&state("Turkey", "2022-06-01")), (state("Türkiye", "2022-06-01"), 0));
    // Another name is told, and left to the author.
    let other = state("Anatolia", "2024-06-20");
    assert!(mend(&other).is_unchanged());
    let said = read("other", other.as_bytes()).diagnostics.render(false);
    assert!(said.contains("S126") && said.contains("`name: \"Türkiye\"`"), "{said}");
    // A body that is not of the United Nations calls its members as it likes.
    let invented = other.replace("United Nations Security Council", "A committee of two");
    assert!(read("invented", invented.as_bytes()).diagnostics.is_empty());
    let article = council.replace("\"BOB\"", "\"GBR\"").replace("\"Bob\"", "\"United Kingdom\"");
    let (after, left) = mended(&article);
    assert!(left == 0 && after.contains("name: \"United Kingdom\", article: \"the\""), "{after}");
}
