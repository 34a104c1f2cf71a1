//! Whether words in quotation marks are those of a speaker.

use std::collections::BTreeSet;

use crate::council::DelegationId;

use super::Uttered;

/// Fewer words than these are no quotation: they stand in many statements.
const FEWEST_WORDS: usize = 4;

/// What was found of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It stands in a statement of the delegation.
    InStatement {
        /// The number of the event, from 1.
        event: usize,
    },
    /// Another delegation said so.
    OfAnother {
        /// Who.
        by: DelegationId,
        /// The number of the event, from 1.
        event: usize,
    },
    /// Nobody said so.
    Nowhere {
        /// The sentence of the delegation that is nearest to it, with the number of its event;
        /// `None` where it said nothing like it.
        nearest: Option<(usize, String)>,
    },
    /// It has fewer than four words, too few to tell whose they are.
    TooShort,
}

impl Found {
    /// Whether the quotation is right.
    pub const fn is_right(&self) -> bool {
        matches!(self, Self::InStatement { .. })
    }
}

/// Looks for a quotation in what was `said`, first by `who`. Spaces, the kind of quotation mark
/// and of apostrophe, and a capital do not matter; what an ellipsis leaves out may be anything.
pub fn find(said: &[Uttered], who: DelegationId, quotation: &str) -> Found {
    let parts = parts(quotation);
    let words: usize = parts.iter().map(|part| part.split(' ').count()).sum();
    if words < FEWEST_WORDS {
        return Found::TooShort;
    }
    let has = |uttered: &&Uttered| stands_in(&parts, &plain(&uttered.words));
    let (own, others): (Vec<&Uttered>, Vec<&Uttered>) =
        said.iter().partition(|uttered| uttered.speaker == who);
    if let Some(found) = own.iter().copied().find(has) {
        return Found::InStatement { event: found.event };
    }
    if let Some(found) = others.iter().copied().find(has) {
        return Found::OfAnother { by: found.speaker, event: found.event };
    }
    Found::Nowhere { nearest: nearest(&own, &parts.join(" ")) }
}

/// The parts between ellipses, each as it is compared; those without a word are none.
fn parts(quotation: &str) -> Vec<String> {
    let one = quotation.replace("...", "…");
    one.split('…')
        .map(|part| {
            let part = plain(part);
            let outer = |c: char| !c.is_alphanumeric();
            part.trim_matches(outer).to_owned()
        })
        .filter(|part| !part.is_empty())
        .collect()
}

/// A text with single spaces, one kind of apostrophe, no quotation mark and no capital.
fn plain(text: &str) -> String {
    let marks = ['“', '”', '"', '„', '«', '»'];
    let kept = text.chars().filter(|c| !marks.contains(c));
    let kept: String = kept.map(|c| if ['’', '‘'].contains(&c) { '\'' } else { c }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Whether all parts stand in a text, one after the other, as whole words.
fn stands_in(parts: &[String], text: &str) -> bool {
    let mut from = 0;
    parts.iter().all(|part| {
        let found = text[from..].match_indices(part.as_str()).find(|(at, _)| {
            let (start, end) = (from + at, from + at + part.len());
            let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            apart(text[..start].chars().next_back()) && apart(text[end..].chars().next())
        });
        found.is_some_and(|(at, _)| {
            from += at + part.len();
            true
        })
    })
}

/// The sentence that shares most of its words with a quotation, from a third of them on.
fn nearest(own: &[&Uttered], quotation: &str) -> Option<(usize, String)> {
    let wanted = word_set(quotation);
    let mut best: Option<(usize, usize, &str)> = None;
    let mut most = 0.0;
    for uttered in own {
        for sentence in crate::text::sentences_of(&uttered.words) {
            let words = word_set(&plain(sentence));
            let shared = wanted.intersection(&words).count();
            let share = shared as f64 / (wanted.len() + words.len() - shared).max(1) as f64;
            if share > most && 3 * shared >= wanted.len() {
                most = share;
                best = Some((uttered.event, shared, sentence));
            }
        }
    }
    best.map(|(event, _, sentence)| (event, sentence.to_owned()))
}

fn word_set(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use crate::council::Id as _;

    use super::*;

    fn said(who: usize, words: &str) -> Uttered {
        Uttered { event: who + 1, speaker: DelegationId::at(who), words: words.to_owned() }
    }

    #[test]
    fn quotation_marks_spaces_and_ellipses_do_not_matter_but_words_do() {
        let said = [said(0, "We support “An annual meeting”, as today's threats grow. Thank you.")];
        let who = DelegationId::at(0);
        let right = Found::InStatement { event: 1 };
        for same in [
            "we support \"An annual meeting\"",
            "“as  today’s\nthreats grow”",
            "We support “An annual meeting” … threats grow.",
            "[...] today's threats grow. Thank you",
        ] {
            assert_eq!(find(&said, who, same), right, "{same}");
        }
        for other in ["we support an annual meet", "threats grow … We support “An annual meeting”"]
        {
            assert!(matches!(find(&said, who, other), Found::Nowhere { .. }), "{other}");
        }
        assert_eq!(find(&said, who, "Thank you"), Found::TooShort);
    }
}
