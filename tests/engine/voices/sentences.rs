//! Where the sentences of a prose text part.

/// Words with a full stop behind which the same sentence goes on.
const ABBREVIATIONS: [&str; 14] = [
    "no.", "nos.", "art.", "para.", "paras.", "vol.", "e.g.", "i.e.", "cf.", "mr.", "ms.", "mrs.",
    "dr.", "st.",
];
/// Words with a full stop behind which a sentence goes on, unless a capital follows.
const ENDINGS: [&str; 3] = ["a.m.", "p.m.", "etc."];

/// The sentences of a text, without the blanks between them. What stands within quotation marks or
/// parentheses is not parted, as titles may be questions.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut open) = (0, 0_i32);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '“' | '(' => open += 1,
            '”' | ')' => open = (open - 1).max(0),
            _ => {}
        }
        if open == 0 && ends(&text[start..end], &text[end..]) {
            found.push(text[start..end].trim());
            start = end;
        }
    }
    let rest = text[start..].trim();
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

/// Whether a sentence ends between these two.
fn ends(before: &str, after: &str) -> bool {
    let inner = before.trim_end_matches(['”', ')']);
    let is_quoted = inner.len() < before.len();
    let mut next = after.chars();
    if !inner.ends_with(['.', '?', '!']) || !next.next().is_some_and(char::is_whitespace) {
        return false;
    }
    let capital = next.find(|c| !['“', '(', ' '].contains(c)).is_some_and(|c| !c.is_lowercase());
    if is_quoted {
        return capital;
    }
    let word = inner.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_start_matches(['“', '(']);
    let lower = word.to_lowercase();
    let is_initial = word.chars().count() == 2 && word.starts_with(char::is_uppercase);
    if is_initial || ABBREVIATIONS.contains(&lower.as_str()) {
        return false;
    }
    capital || !ENDINGS.contains(&lower.as_str())
}

#[test]
fn sentences_part_where_they_end_and_nowhere_else() {
    for text in [
        "The meeting rose at 1.05 p.m. after a vote.",
        "It opened at 10 a.m. on Monday.",
        "J. Smith asked for 2.5 per cent, as in No. 7 of the list.",
        "We support “Who pays? And when?” and “A fund. A plan” today.",
        "A plan (if there is one. Perhaps) is welcome.",
        "He said: “We agree.” and left.",
        "Is that so?",
    ] {
        assert_eq!(sentences(text), [text]);
    }
    let parted = "It rose at 1 p.m. The Council went on. Is it so? “A title” is ours. 15 States \
                  spoke. It said: “We agree.” We do. so it ends";
    assert_eq!(
        sentences(parted),
        [
            "It rose at 1 p.m.",
            "The Council went on.",
            "Is it so?",
            "“A title” is ours.",
            "15 States spoke.",
            "It said: “We agree.”",
            "We do.",
            "so it ends",
        ]
    );
    assert!(sentences("  ").is_empty());
}
