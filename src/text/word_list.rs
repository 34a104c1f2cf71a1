//! Lists of words that are asked to be said otherwise, and where they stand in a text.
//!
//! A line reads `word, another = what to say instead unless an exception, another exception`.

use std::collections::BTreeMap;

use thiserror::Error;

/// The list that comes with the program.
const BUILT_IN: &str = include_str!("../../assets/words/loaded.txt");
/// What parts the words from the rest, and the rest from exceptions.
const INSTEAD: char = '=';
const UNLESS: &str = " unless ";

/// Words that are asked to be said otherwise, by the first word of each.
#[derive(Debug, Clone)]
pub struct Words {
    entries: BTreeMap<String, Vec<Loaded>>,
}

/// One of them.
#[derive(Debug, Clone)]
struct Loaded {
    words: Vec<String>,
    instead: String,
    /// Phrases in which it is fine: how many words stand before it there, and all of them.
    unless: Vec<(usize, Vec<String>)>,
}

/// Why a list cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line} of the list of words, `{text}`, {why}")]
pub struct WordFault {
    line: usize,
    text: String,
    why: String,
}

/// A word of a list that stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a> {
    /// The byte at which it begins.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// What to say instead.
    pub instead: &'a str,
}

impl Words {
    /// The list that comes with the program.
    ///
    /// # Errors
    /// Never, as a test holds.
    pub fn built_in() -> Result<Self, WordFault> {
        let mut words = Self { entries: BTreeMap::new() };
        words.add(BUILT_IN)?;
        Ok(words)
    }

    /// The words of a table with lines of `word|what to write instead`, or with a third cell of
    /// phrases in which the word is fine. Other lines are passed over.
    pub(crate) fn of_table(table: &str) -> Self {
        let mut words = Self { entries: BTreeMap::new() };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let Some((word, rest)) = line.split_once('|') else { continue };
            let (instead, unless) = rest.split_once('|').unwrap_or((rest, ""));
            let loaded = loaded(split(word), instead, &phrases(unless));
            if let Some(first) = loaded.words.first().cloned() {
                words.entries.entry(first).or_default().push(loaded);
            }
        }
        words
    }

    /// Adds the words of an author's list. A word that is known is said as that list says.
    ///
    /// # Errors
    /// When a line is not `word = what to say instead`; what stands before it has been added.
    pub fn add(&mut self, list: &str) -> Result<(), WordFault> {
        let list = list.strip_prefix('\u{feff}').unwrap_or(list);
        for (at, line) in list.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fault =
                |why| WordFault { line: at + 1, text: line.chars().take(60).collect(), why };
            for loaded in entries(line).map_err(fault)? {
                let same = self.entries.entry(loaded.words[0].clone()).or_default();
                same.retain(|other| other.words != loaded.words);
                same.push(loaded);
                // The longest first, so that a phrase is found before its own beginning.
                same.sort_by_key(|loaded| std::cmp::Reverse(loaded.words.len()));
            }
        }
        Ok(())
    }

    /// The words of the list in a text, in its order. A text that is written in a file may have
    /// `escapes`: what a backslash begins parts words.
    pub fn find<'a>(&'a self, text: &str, escapes: bool) -> Vec<Found<'a>> {
        let tokens = tokens(text, escapes);
        let mut found = Vec::new();
        let mut lower = String::new();
        let mut at = 0;
        while at < tokens.len() {
            lower.clear();
            lower.extend(word(text, tokens[at]).chars().flat_map(char::to_lowercase));
            let candidates = self.entries.get(&lower).into_iter().flatten();
            let hit = candidates.into_iter().find(|loaded| {
                stands_at(text, &tokens, at, &loaded.words)
                    && !loaded.unless.iter().any(|(before, phrase)| {
                        at.checked_sub(*before)
                            .is_some_and(|from| stands_at(text, &tokens, from, phrase))
                    })
            });
            if let Some(loaded) = hit {
                let last = tokens[at + loaded.words.len() - 1];
                found.push(Found { start: tokens[at].0, end: last.1, instead: &loaded.instead });
                at += loaded.words.len();
            } else {
                at += 1;
            }
        }
        found
    }
}

/// The entries of one line.
fn entries(line: &str) -> Result<Vec<Loaded>, String> {
    let (words, rest) = line
        .split_once(INSTEAD)
        .ok_or_else(|| "has no `=`; write `word = what to say instead`".to_owned())?;
    let (instead, exceptions) = rest.split_once(UNLESS).unwrap_or((rest, ""));
    let instead = instead.trim();
    if instead.is_empty() {
        return Err("does not say what to say instead, after the `=`".to_owned());
    }
    let words = phrases(words);
    if words.is_empty() {
        return Err("has no word before the `=`".to_owned());
    }
    let exceptions = phrases(exceptions);
    if let Some(stray) =
        exceptions.iter().find(|phrase| words.iter().all(|word| place(phrase, word).is_none()))
    {
        return Err(format!(
            "has the exception `{}`, in which none of its words stands",
            stray.join(" ")
        ));
    }
    Ok(words.into_iter().map(|words| loaded(words, instead, &exceptions)).collect())
}

/// An entry of these words, with those exceptions in which they stand.
fn loaded(words: Vec<String>, instead: &str, exceptions: &[Vec<String>]) -> Loaded {
    let unless = exceptions
        .iter()
        .filter_map(|phrase| Some((place(phrase, &words)?, phrase.clone())))
        .collect();
    Loaded { words, instead: instead.to_owned(), unless }
}

/// At which word of a phrase other words begin.
fn place(phrase: &[String], words: &[String]) -> Option<usize> {
    phrase.windows(words.len().max(1)).position(|part| part == words)
}

/// The phrases of a list with commas.
fn phrases(text: &str) -> Vec<Vec<String>> {
    text.split(',').map(split).filter(|phrase| !phrase.is_empty()).collect()
}

/// The words of a phrase, in small letters.
fn split(phrase: &str) -> Vec<String> {
    let words = tokens(phrase, false).into_iter();
    words.map(|token| word(phrase, token).to_lowercase()).collect()
}

fn word(text: &str, (start, end): (usize, usize)) -> &str {
    &text[start..end]
}

/// Where words stand in a text: letters and figures without anything between.
fn tokens(text: &str, escapes: bool) -> Vec<(usize, usize)> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            start = start.or(Some(at));
            continue;
        }
        if let Some(start) = start.take() {
            tokens.push((start, at));
        }
        if c == '\\' && escapes {
            // `\n`, `\"`: one letter that is no word. Longer escapes are rare, and no word either.
            chars.next();
        }
    }
    if let Some(start) = start {
        tokens.push((start, text.len()));
    }
    tokens
}

/// Whether the words of a phrase stand from this token on, with nothing but blanks and hyphens
/// between them.
fn stands_at(text: &str, tokens: &[(usize, usize)], at: usize, phrase: &[String]) -> bool {
    let Some(here) = tokens.get(at..at + phrase.len()) else { return false };
    let is_apart = |pair: &[(usize, usize)]| {
        let joins = |c: char| c.is_whitespace() || ['-', '\u{2010}', '\u{2011}'].contains(&c);
        text[pair[0].1..pair[1].0].chars().all(joins)
    };
    let same = |(token, wanted): (&(usize, usize), &String)| {
        word(text, *token).chars().flat_map(char::to_lowercase).eq(wanted.chars())
    };
    here.iter().zip(phrase).all(same) && here.windows(2).all(is_apart)
}
