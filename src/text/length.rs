//! The length of a statement: what gives way when it grows too long, what fills one too short.

use super::grammar::words;

/// A statement has at most this many words; optional sentences give way.
const MOST_WORDS: usize = 218;
/// A statement shorter than this says how it stands to present practice.
const FEWEST_WORDS: usize = 135;

/// A sentence, and how it gives way when a statement grows too long.
pub(super) struct Sentence {
    pub(super) text: String,
    /// What takes its place when it gives way; empty, and it is left out.
    pub(super) shorter: String,
    /// 0 stays; the largest goes first.
    pub(super) gives_way: u8,
}

/// Comparisons with present practice stand by: only a short statement takes them up.
pub(super) const STANDS_BY: u8 = u8::MAX;
/// How readily the parts of a statement give way: framing first, answers to others last.
pub(super) const FRAMING: u8 = 30;
pub(super) const REASON: u8 = 20;
pub(super) const ARGUMENT: u8 = 10;
pub(super) const THANKS: u8 = 18;
pub(super) const CLOSING: u8 = 3;
pub(super) const CRITICISM: u8 = 2;
pub(super) const COMMENDATION: u8 = 1;

impl Sentence {
    pub(super) const fn kept(text: String) -> Self {
        Self { text, shorter: String::new(), gives_way: 0 }
    }

    /// How many words it saves to give way.
    fn saving(&self) -> usize {
        words(&self.text) - words(&self.shorter).min(words(&self.text))
    }
}

/// Shortens what gives way until the statement fits; takes up what stands by only if it is short.
pub(super) fn fit(sentences: Vec<Sentence>) -> Vec<String> {
    let stands_by = |sentence: &Sentence| sentence.gives_way == STANDS_BY;
    let mut total: usize = sentences.iter().filter(|s| !stands_by(s)).map(|s| words(&s.text)).sum();
    let mut kept: Vec<Sentence> = Vec::new();
    for sentence in sentences {
        if !stands_by(&sentence) {
            kept.push(sentence);
        } else if total < FEWEST_WORDS {
            total += words(&sentence.text);
            kept.push(sentence);
        }
    }
    let mut short = vec![false; kept.len()];
    while total > MOST_WORDS {
        let next = (0..kept.len())
            .filter(|&at| kept[at].gives_way > 0 && !short[at])
            .max_by_key(|&at| (kept[at].gives_way, at));
        let Some(at) = next else { break };
        short[at] = true;
        total -= kept[at].saving();
    }
    // What gave way first may have made room for something smaller.
    let mut order: Vec<usize> = (0..kept.len()).filter(|&at| short[at]).collect();
    order.sort_by_key(|&at| kept[at].gives_way);
    for at in order {
        if total + kept[at].saving() <= MOST_WORDS {
            short[at] = false;
            total += kept[at].saving();
        }
    }
    let chosen = kept.into_iter().zip(short);
    chosen
        .map(|(sentence, short)| if short { sentence.shorter } else { sentence.text })
        .filter(|text| !text.is_empty())
        .collect()
}
