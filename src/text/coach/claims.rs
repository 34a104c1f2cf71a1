//! Figures and dates without a source.

use super::super::grammar::long_date;
use super::lexicon::Lexicon;
use super::{Look, Remarks, Rule};

/// How many words before a number may say that it is one of an article or a rule.
const BEFORE_A_NUMBER: usize = 3;

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    for sentence in 0..look.reading.sentences.len() {
        if look.reading.has(sentence, "source") || look.is_sourced_argument(sentence) {
            continue;
        }
        let Some(place) = claim(look, sentence) else { continue };
        let text = format!(
            "“{}” is a claim that others may check: say in the sentence who reported it.",
            &look.draft.words[place.clone()]
        );
        remarks.note(Rule::ClaimWithoutSource, place, text);
    }
}

/// The first figure or date of a sentence.
fn claim(look: &Look<'_>, sentence: usize) -> Option<std::ops::Range<usize>> {
    // The day of the meeting is known to all.
    let today = long_date(&look.draft.scenario.date);
    let words = look.reading.words_of(sentence);
    let numbers = words.clone().filter(|&at| {
        let token = &look.reading.tokens[at];
        let number = token.word.starts_with(|c: char| c.is_ascii_digit())
            && !token.word.ends_with("th")
            && !token.quoted;
        number && !is_numbered(look, (words.start, at)) && !is_in_a_mark(look, at)
    });
    let is_today = look.reading.sentence(sentence).contains(&today);
    let number = numbers.into_iter().find(|_| !is_today);
    let number = number.map(|at| look.reading.place(at, 1));
    number.or_else(|| look.reading.first(sentence, "figure"))
}

/// Whether a number is that of an article, a rule, a resolution.
fn is_numbered(look: &Look<'_>, (start, at): (usize, usize)) -> bool {
    let before = at.saturating_sub(BEFORE_A_NUMBER).max(start)..at;
    let text = look.reading.text;
    // "A/76/135": a symbol of a document.
    let symbol = text[..look.reading.tokens[at].place.start].ends_with('/')
        || text[look.reading.tokens[at].place.end..].starts_with('/');
    symbol || look.reading.tokens[before].iter().any(|it| Lexicon::get().has("numbered", &it.word))
}

/// Whether a number is part of what a position is called.
fn is_in_a_mark(look: &Look<'_>, at: usize) -> bool {
    let start = look.reading.tokens[at].place.start;
    look.heard.all.iter().any(|taken| taken.place.contains(&start))
}
