//! The length of a statement: what gives way when it grows too long, what fills one too short.

use super::grammar::words;

/// How long a statement of a kind is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Length {
    /// A statement shorter than this takes up the sentences that stand by.
    fewest: usize,
    /// A statement has at most this many words; optional sentences give way.
    most: usize,
}

/// A statement in the debate.
pub(super) const DEBATE: Length = Length { fewest: 135, most: 218 };
/// A further statement.
pub(super) const FURTHER: Length = Length { fewest: 60, most: 108 };
/// An explanation of vote.
pub(super) const EXPLANATION: Length = Length { fewest: 75, most: 125 };
/// A dissociation.
pub(super) const DISSOCIATION: Length = Length { fewest: 55, most: 88 };

/// A sentence, and how it gives way when a statement grows too long.
pub(super) struct Sentence {
    pub(super) text: String,
    /// What takes its place when it gives way; empty, and it is left out.
    pub(super) shorter: String,
    /// 0 stays; the largest goes first.
    pub(super) gives_way: u8,
}

/// What stands by is taken up by a short statement only.
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
pub(super) fn fit(sentences: Vec<Sentence>, length: Length) -> Vec<String> {
    let stands_by = |sentence: &Sentence| sentence.gives_way == STANDS_BY;
    let mut total: usize = sentences.iter().filter(|s| !stands_by(s)).map(|s| words(&s.text)).sum();
    let mut kept: Vec<Sentence> = Vec::new();
    for sentence in sentences {
        if !stands_by(&sentence) {
            kept.push(sentence);
        } else if total < length.fewest {
            total += words(&sentence.text);
            kept.push(sentence);
        }
    }
    let mut short = vec![false; kept.len()];
    while total > length.most {
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
        if total + kept[at].saving() <= length.most {
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
