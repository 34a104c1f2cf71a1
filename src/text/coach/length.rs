//! Whether a statement keeps to the time limit.

use super::reading::Reading;
use super::{Look, Remarks, Rule, Severity};
use crate::debate::WORDS_A_MINUTE;

/// How long words take to be spoken, in minutes, at the pace that interpreters ask for.
pub fn spoken_minutes(words: &str) -> f64 {
    Reading::of(words).tokens.len() as f64 / WORDS_A_MINUTE
}

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    let tokens = &look.reading.tokens;
    let limit = look.draft.scenario.time_limit;
    let most = (limit * WORDS_A_MINUTE) as usize;
    let Some(first) = tokens.get(most) else { return };
    let over = tokens.len() - most;
    let from = first.place.start;
    // A few words of where the limit falls, so that it is found.
    let until = tokens.get(most + 5).map_or(look.draft.words.len(), |token| token.place.end);
    let words = if over == 1 { "word" } else { "words" };
    let minutes = if (limit - 1.0).abs() < 1e-9 { "minute" } else { "minutes" };
    let text = format!(
        "Some {over} {words} too long: at {WORDS_A_MINUTE} words a minute it takes {:.1} minutes, \
         and the limit is {limit} {minutes}. The limit falls at “{}”.",
        tokens.len() as f64 / WORDS_A_MINUTE,
        &look.draft.words[from..until],
    );
    let place = from..look.draft.words.len();
    remarks.add((Rule::Length, Severity::Warning), Some(place), text);
}
