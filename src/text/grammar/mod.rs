//! The grammar that phrases need: lists, capitals, names.

mod number;
mod paragraph;
mod sentence;
mod time;

use crate::council::{DelegationId, Issue};
use crate::scenario::Scenario;

use super::phrasebook::Phrasebook;

pub use number::{grouped, percent};
pub(super) use number::{in_words, ordinal, per_cent};
pub(super) use paragraph::{in_a_statement, paragraph_in};
pub(super) use sentence::{full_stop, has_clause, says_the_same, sentences, words};
pub use time::long_date;
pub(super) use time::{clock, clock_at};

/// "a", "a and b", "a, b and c".
pub(crate) fn list<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, "and")
}

/// The same with another word before the last: "a, b or c".
pub(super) fn joined<S: AsRef<str>>(items: &[S], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            [&first.join(", "), " ", word, " ", last.as_ref()].concat()
        }
    }
}

/// The names of delegations inside a sentence: "China, France and the United Kingdom".
pub(super) fn names(scenario: &Scenario, ids: &[DelegationId]) -> String {
    let names: Vec<String> =
        ids.iter().map(|&id| scenario.members[id].name.in_sentence()).collect();
    list(&names)
}

/// The same in English alphabetical order, as the Council reads names out.
pub(crate) fn names_by_alphabet(scenario: &Scenario, ids: &[DelegationId]) -> String {
    let mut ids = ids.to_vec();
    ids.sort_by(|&a, &b| scenario.members[a].name.short.cmp(&scenario.members[b].name.short));
    names(scenario, &ids)
}

/// The phrase with a small first letter, unless its first word keeps its capital.
pub(super) fn lower_first(scenario: &Scenario, phrase: &str) -> String {
    let first = phrase.split([' ', '\'', '’', ',']).next().unwrap_or_default();
    let known = Phrasebook::english().is_proper(first)
        || scenario.members.iter().any(|member| {
            phrase.starts_with(member.name.short.as_str()) || member.adjective_is(first)
        });
    let acronym = first.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit());
    if known || acronym {
        return phrase.to_owned();
    }
    with_first(phrase, |first, text| text.extend(first.to_lowercase()))
}

/// The phrase with its first letter as `write` writes it.
fn with_first(phrase: &str, write: impl Fn(char, &mut String)) -> String {
    let mut letters = phrase.chars();
    let mut text = String::with_capacity(phrase.len() + 2);
    if let Some(first) = letters.next() {
        write(first, &mut text);
    }
    text.push_str(letters.as_str());
    text
}

/// The phrase with a capital first letter.
pub(crate) fn upper_first(phrase: &str) -> String {
    with_first(phrase, |first, text| text.extend(first.to_uppercase()))
}

/// The name of an issue inside a sentence: "the role of the Council", "mainstreaming".
///
/// An abstract noun that is limited by "of" or "for" takes an article; a plural or a gerund
/// does not.
pub(super) fn issue_name(scenario: &Scenario, issue: &Issue) -> String {
    let name = lower_first(scenario, &issue.name);
    let mut words = name.split(' ');
    let first = words.next().unwrap_or_default();
    let limited = matches!(words.next(), Some("of" | "for"));
    let bare = first.ends_with("ing") || first.ends_with('s') || first == "the";
    if limited && !bare { format!("the {name}") } else { name }
}

/// "Korea's", "the Philippines'": the possessive of a name.
pub(super) fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}

/// A mark as the object of a verb; one that says what shall not be is a formula.
pub(super) fn as_object(mark: String) -> String {
    if mark.starts_with("no ") { format!("the formula “{mark}”") } else { mark }
}

/// What must stand beside words that a delegation is made to say.
pub(super) fn not_a_statement_by(name: &str) -> String {
    format!("Simulated; not a statement by {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_end_in_and_without_a_comma_before_it() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }
}
