//! The form of a headline.

use crate::voices::sentences::sentences;

const MOST_WORDS: usize = 25;

/// What is wrong with a headline about this delegation, whose name is as it stands in a sentence.
pub(super) fn check(who: &str, headline: &str) -> Option<&'static str> {
    let lower = headline.chars().take(1).flat_map(char::to_lowercase);
    let lower: String = lower.chain(headline.chars().skip(1)).collect();
    let rest = headline.strip_prefix(who).or_else(|| lower.strip_prefix(who));
    // What it did beside may stand between it and its verb: "Malta, supporting …, said that …".
    let verb = rest.and_then(|rest| rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' ')));
    if headline.split_whitespace().count() > MOST_WORDS {
        Some("over 25 words")
    } else if sentences(headline).len() != 1 {
        Some("not one sentence")
    } else if !headline.ends_with('.') {
        Some("no full stop")
    } else if !verb.is_some_and(|verb| verb.starts_with(char::is_lowercase)) {
        Some("the State is not its subject")
    } else {
        None
    }
}

#[test]
fn a_headline_is_one_short_sentence_about_a_state() {
    let long = format!("Malta spoke{}.", " on and".repeat(12));
    for (who, headline, wrong) in [
        ("Malta", "Malta spoke on the role of the Council.", None),
        ("Malta", "Malta, supporting a fund, said that ships may pay.", None),
        ("the Holy See", "The Holy See took the floor.", None),
        ("Malta", "Malta voted for “Who pays? A fund.”.", None),
        ("Malta", long.as_str(), Some("over 25 words")),
        ("Malta", "Malta spoke. It left.", Some("not one sentence")),
        ("Malta", "Malta spoke", Some("no full stop")),
        ("Malta", "The floor was given to Malta.", Some("the State is not its subject")),
        ("Malta", "Malta's vote was explained.", Some("the State is not its subject")),
    ] {
        assert_eq!(check(who, headline), wrong, "{headline}");
    }
}
