//! Texts that are no RON, as people write them: the message says what was meant.

use horseshoe::scenario::{mend, read};

const SOUND: &str = include_str!("../diagnostics/sound.ron");

/// The sound file with one part written otherwise.
fn written(right: &str, wrong: &str) -> String {
    assert!(SOUND.contains(right), "{right}");
    SOUND.replacen(right, wrong, 1)
}

/// A part of the sound file, what people write instead, and what the message and its mend say.
const HABITS: &[(&str, &str, &str, &str)] = &[
    ("title: \"A test\"", "title: A first test", "a text without quotes", "\"A first test\""),
    (
        "form: PresidentialStatement",
        "form: Presidential Statement",
        "a text without quotes",
        "`PresidentialStatement`",
    ),
    (
        "title: \"A test\"",
        "title: \"A \"fine\" test\"",
        "this quote ends the text",
        "or use “ and ”",
    ),
    (
        "title: \"A test\",",
        "title: \"A test,",
        "takes in the lines below it",
        "at the end of this line",
    ),
    ("title: \"A test\"", "title: “A test”", "cannot begin a text", "straight double quotes"),
    ("title: \"A test\"", "title: 'A test'", "a single quote begins no text", "double quotes"),
    ("date: \"2024-06-20\"", "date: 2024-06-20", "a date is a text", "\"2024-06-20\" in quotes"),
    ("date: \"2024-06-20\"", "date: 5 May 2035", "a text without quotes", "\"5 May 2035\""),
    ("position: 80", "position: 80,5", "decimal point", "write 80.5"),
    ("position: 80", "position: 80%", "`%` has no place", "the number alone"),
    ("position: 80", "position 80", "a colon is missing after `position`", "position: …"),
    ("position: 80", "position = 80", "`=` stands where a colon", "name: value"),
    ("position: 80,", "position: 80;", "`;` stands where a comma", "by commas"),
    ("position: 80,", "position: 80", "a comma is missing before `salience`", "write a comma at"),
    ("date: \"2024-06-20\"", "date: 07.05.2035", "a date is a text", "\"2024-06-20\""),
    ("date: \"2024-06-20\"", "date: 5/7/2035", "a date is a text", "\"2024-06-20\""),
    (
        "    format: 1,",
        "    format: 1, starts: 10:00,",
        "a time of day is a text",
        "\"10:00\" in quotes",
    ),
    ("aims: { \"tax\"", "aims: [ \"tax\"", "a colon has no place behind a text", "between braces"),
    ("Aim(position: 60)", "Aim{position: 60}", "its fields in parentheses", "`Aim(…)`"),
    (
        "Stance(position: 80, salience: 60, source: \"web\") },",
        "Stance(position: 80, salience: 60, source: \"web\", because: \"so) },",
        "takes in the lines below it",
        "at the end of this line",
    ),
    (
        "Stance(position: 80, salience: 60, source: \"web\") },",
        "Stance(position: 80, salience: 60, source: \"web\")) },",
        "closes a bracket of another kind",
        "one too many",
    ),
    ("    format: 1,", "    # note\n    format: 1,", "`#` begins no comment", "`//`"),
    ("date: \"2024", "date:\u{a0}\"2024", "U+00A0", "an ordinary blank"),
    (
        "stances: { \"tax\": Stance(position: 80, salience: 60, source: \"web\") },",
        "stances: { \"tax\": Stance(position: 80, salience: 60, source: \"web\"),",
        "",
        "needs its `}`",
    ),
    (
        "aims: { \"tax\": Aim(position: 60) },\n        ),",
        "aims: { \"tax\": Aim(position: 60) },\n",
        "closes a bracket of another kind",
        "needs its `)`",
    ),
];

#[test]
fn habits_of_people_are_told_by_their_names() {
    for (right, wrong, said, way_out) in HABITS {
        let text = written(right, wrong);
        let found = read("written", text.as_bytes()).diagnostics;
        let shown = found.render(false);
        assert!(
            found.has_errors() && shown.contains(said) && shown.contains(way_out),
            "{wrong}\n{shown}"
        );
    }
}

#[test]
fn signs_that_can_mean_one_thing_only_are_mended() {
    for (right, wrong) in [
        ("position: 80,", "position: 80"),
        ("position: 80,", "position: 80;"),
        ("position: 80,", "position: 80%,"),
        ("position: 80,", "position 80,"),
        ("date: \"2024-06-20\"", "date: 2024-06-20"),
        ("date: \"2024", "date:\u{a0}\"2024"),
        // What becomes readable may show more that can be mended.
        ("salience: 60, source: \"web\"", "salience: 60%, source: \"wep\", confidense: High"),
    ] {
        let text = written(right, wrong);
        let after = mend(&text).after;
        let left = read("mended", after.as_bytes()).diagnostics;
        assert!(left.is_empty(), "{wrong}\n{}", left.render(false));
    }
    // What could be a text or a word is left to the author.
    let text = written("title: \"A test\"", "title: A first test");
    assert!(mend(&text).is_unchanged());
}
