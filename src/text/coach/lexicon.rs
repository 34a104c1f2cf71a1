//! The lists of words by which the coach reads, from `assets/words/coach.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::reading::split;

const TABLE: &str = include_str!("../../../assets/words/coach.txt");

/// A phrase, as words in small letters.
pub(super) type Phrase = Vec<String>;

/// The lists, by name.
#[derive(Debug)]
pub(super) struct Lexicon {
    lists: BTreeMap<&'static str, Vec<Phrase>>,
    /// Names that are asked to be written otherwise: the words as they are written, and the name.
    pub(super) names: Vec<(Vec<&'static str>, &'static str)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(TABLE));

impl Lexicon {
    /// The lists that come with the program.
    pub(super) fn get() -> &'static Self {
        &LEXICON
    }

    fn read(table: &'static str) -> Self {
        let mut lexicon = Self { lists: BTreeMap::new(), names: Vec::new() };
        let mut list = "";
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                list = name;
            } else if let Some((word, name)) = line.split_once(" = ") {
                lexicon.names.push((word.split(' ').collect(), name));
            } else {
                let phrases = line.split(',').map(split).filter(|phrase| !phrase.is_empty());
                lexicon.lists.entry(list).or_default().extend(phrases);
            }
        }
        lexicon
    }

    /// The phrases of a list.
    pub(super) fn list(&self, name: &str) -> &[Phrase] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a list has this one word.
    pub(super) fn has(&self, name: &str, word: &str) -> bool {
        self.list(name).iter().any(|phrase| phrase.len() == 1 && phrase[0] == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_that_is_asked_for_is_there() {
        let lists = [
            "salutation",
            "thanks",
            "thanked",
            "asks",
            "source",
            "charge",
            "motive",
            "insult",
            "in-favour",
            "reservations",
            "opposed",
            "not-shared",
            "agrees",
            "gender",
            "contraction",
            "no-such-rule",
            "numbered",
            "figure",
            "month",
            "text",
            "common",
        ];
        for list in lists {
            assert!(!Lexicon::get().list(list).is_empty(), "{list}");
        }
        assert_eq!(Lexicon::get().lists.len(), lists.len());
        assert!(Lexicon::get().names.len() > 10);
    }
}
