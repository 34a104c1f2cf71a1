//! Checks of words: repeated, loaded, spelt otherwise, and those that the Council does not use.

use std::sync::LazyLock;

use horseshoe::analysis::doctor::{Words, misspelt};

use super::articles::tokens;
use super::marks::{Finding, around};

static LOADED: LazyLock<Words> =
    LazyLock::new(|| Words::built_in().expect("a test reads the bundled list"));

const PRONOUNS: [&str; 8] = ["he", "she", "his", "her", "him", "hers", "himself", "herself"];

/// A word twice, with nothing but a blank between.
pub(super) fn repeated_word(sentence: &str) -> Finding {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let begins_apart = |word: &str| word.starts_with(['“', '(']);
    let found = words.windows(2).find(|pair| {
        let same = pair[0].to_lowercase()
            == pair[1].trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        same && !begins_apart(pair[1]) && pair[0].ends_with(char::is_alphanumeric)
    });
    found.map(|pair| pair.join(" "))
}

pub(super) fn loaded_word(text: &str) -> Finding {
    LOADED.find(text, false).first().map(|found| around(text, found.start))
}

pub(super) fn other_spelling(text: &str) -> Finding {
    misspelt(text, false).first().map(|found| around(text, found.start))
}

pub(super) fn pronoun_of_a_person(sentence: &str) -> Finding {
    let found = tokens(sentence).into_iter().find(|word| {
        let parts = word.split(['’', '\'']).next().unwrap_or_default();
        PRONOUNS.contains(&parts.to_lowercase().as_str())
    });
    found.map(str::to_owned)
}

/// Prose has "per cent"; "percentage" is a word.
pub(super) fn percent(sentence: &str) -> Finding {
    let mut words = sentence.split_whitespace();
    let found = words.find(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.contains('%') || bare.eq_ignore_ascii_case("percent")
    });
    found.map(str::to_owned)
}
