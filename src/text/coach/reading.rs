//! A text as sentences and words, each with its place.

use std::ops::Range;

use super::lexicon::{Lexicon, Phrase};

/// After these a full stop ends no sentence.
const ABBREVIATIONS: [&str; 9] = ["mr", "mrs", "ms", "mme", "dr", "st", "no", "para", "art"];
/// What may stand between the words of a phrase.
const WITHIN: [char; 4] = ['-', '\u{2010}', '\u{2011}', ','];

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub(super) place: Range<usize>,
    /// The word in small letters, without "'s".
    pub(super) word: String,
    /// The word in small letters, with what an apostrophe joins to it.
    pub(super) full: String,
    /// The sentence in which it stands.
    pub(super) sentence: usize,
    /// Whether it stands within quotation marks.
    pub(super) quoted: bool,
}

/// A text, read once.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    /// The sentences, in bytes.
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let sentences = sentences(text);
        let mut tokens = tokens(text);
        let mut at = 0;
        for token in &mut tokens {
            while sentences.get(at).is_some_and(|sentence| token.place.start >= sentence.end) {
                at += 1;
            }
            token.sentence = at;
        }
        Self { text, tokens, sentences }
    }

    /// The words of a sentence, as places among all words.
    pub(super) fn words_of(&self, sentence: usize) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.sentence < sentence);
        start..self.tokens.partition_point(|token| token.sentence <= sentence)
    }

    /// The text of a sentence.
    pub(super) fn sentence(&self, sentence: usize) -> &'a str {
        self.sentences.get(sentence).map_or("", |place| self.text[place.clone()].trim())
    }

    /// Whether a phrase stands from this word on.
    pub(super) fn stands_at(&self, at: usize, phrase: &[String]) -> bool {
        let Some(here) = self.tokens.get(at..at + phrase.len()) else { return false };
        let same =
            here.iter().zip(phrase).all(|(token, word)| token.word == *word || token.full == *word);
        same && here.windows(2).all(|pair| self.joined(&pair[0], &pair[1]))
    }

    fn joined(&self, one: &Token, next: &Token) -> bool {
        let between = &self.text[one.place.end..next.place.start];
        let closed = |c: char| c.is_whitespace() || WITHIN.contains(&c);
        // "Mr. President" is one phrase.
        let stop = between == ". " && ABBREVIATIONS.contains(&one.word.as_str());
        one.sentence == next.sentence && (stop || between.chars().all(closed))
    }

    /// The bytes from one word to the last of so many.
    pub(super) fn place(&self, at: usize, words: usize) -> Range<usize> {
        self.tokens[at].place.start..self.tokens[at + words - 1].place.end
    }

    /// Where phrases of a list stand in a sentence, outside quotation marks: the first word, and
    /// how many words. The longest phrase counts, and no word counts twice.
    pub(super) fn find(&self, sentence: usize, phrases: &[Phrase]) -> Vec<(usize, usize)> {
        let words = self.words_of(sentence);
        let mut found = Vec::new();
        let mut at = words.start;
        while at < words.end {
            let here = phrases.iter().filter(|phrase| self.stands_at(at, phrase));
            match here.map(Vec::len).max().filter(|_| !self.tokens[at].quoted) {
                Some(len) => {
                    found.push((at, len));
                    at += len;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Where the first phrase of a list of the coach stands in a sentence.
    pub(super) fn first(&self, sentence: usize, list: &str) -> Option<Range<usize>> {
        let found = self.find(sentence, Lexicon::get().list(list));
        found.first().map(|&(at, words)| self.place(at, words))
    }

    /// Whether a sentence has a phrase of a list.
    pub(super) fn has(&self, sentence: usize, list: &str) -> bool {
        self.first(sentence, list).is_some()
    }
}

/// The words of a phrase in small letters.
pub(super) fn split(phrase: &str) -> Phrase {
    tokens(phrase).into_iter().map(|token| token.word).collect()
}

/// Letters and figures without anything between, an apostrophe within a word aside.
fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let (mut start, mut open, mut straight) = (None, 0_u32, false);
    let mut add = |place: Range<usize>, quoted: bool| {
        let full = text[place.clone()].replace('’', "'").to_lowercase();
        let word = full.strip_suffix("'s").unwrap_or(&full).to_owned();
        found.push(Token { place, word, full, sentence: 0, quoted });
    };
    for (at, c) in text.char_indices() {
        let next = || text[at + c.len_utf8()..].chars().next();
        let joins = ['\'', '’'].contains(&c) && next().is_some_and(char::is_alphabetic);
        if c.is_alphanumeric() || (start.is_some() && joins) {
            start = start.or(Some(at));
            continue;
        }
        if let Some(start) = start.take() {
            add(start..at, open > 0 || straight);
        }
        match c {
            '“' => open += 1,
            '”' => open = open.saturating_sub(1),
            '"' => straight = !straight,
            _ => {}
        }
    }
    if let Some(start) = start {
        add(start..text.len(), open > 0 || straight);
    }
    found
}

/// The sentences of a text: up to a stop behind which a blank and no small letter follows, or to
/// the end of a line.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut open) = (0, 0_i32);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '“' => open += 1,
            '”' => open -= 1,
            _ => {}
        }
        let ends = match c {
            '\n' => true,
            '.' | '?' | '!' => open <= 0 && ends_sentence(&text[start..at], &text[end..]),
            _ => false,
        };
        if ends {
            if !text[start..end].trim().is_empty() {
                found.push(start..end);
            }
            start = end;
            open = 0;
        }
    }
    if !text[start..].trim().is_empty() {
        found.push(start..text.len());
    }
    found
}

fn ends_sentence(before: &str, after: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let initial = last.len() == 1 && last != "I" && last.chars().all(char::is_uppercase);
    let short = ABBREVIATIONS.contains(&last.to_lowercase().as_str()) || initial;
    let rest = after.trim_start_matches(['”', '"', ')', '\'', '’']);
    let next = rest.trim_start().chars().next();
    let blank = rest.is_empty() || rest.starts_with(char::is_whitespace);
    blank && !short && !next.is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let text = "Mr. President, we agree. We welcome “A text. With a stop”. It rose by 3.5 per \
                    cent! Who asks?\nWe do";
        let reading = Reading::of(text);
        let all: Vec<&str> = (0..reading.sentences.len()).map(|at| reading.sentence(at)).collect();
        assert_eq!(
            all,
            [
                "Mr. President, we agree.",
                "We welcome “A text. With a stop”.",
                "It rose by 3.5 per cent!",
                "Who asks?",
                "We do"
            ]
        );
    }

    #[test]
    fn phrases_are_found_as_whole_words_outside_quotations() {
        let reading =
            Reading::of("We don’t call for “we call for it”. Korea's aim: we call for it.");
        let phrase = [split("we call for")];
        assert!(reading.find(0, &phrase).is_empty());
        assert_eq!(reading.find(1, &phrase).len(), 1);
        assert_eq!(reading.tokens[1].full, "don't");
        assert!(reading.tokens.iter().any(|token| token.word == "korea"));
    }
}
