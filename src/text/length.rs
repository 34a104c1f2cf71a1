//! The length of a statement: what gives way when it grows too long, what fills one too short.

use super::phrasebook::Line;

/// How long a statement of a kind is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Length {
    /// A statement shorter than this takes up the sentences that stand by.
    fewest: usize,
    /// A statement has at most this many words; optional sentences give way.
    most: usize,
}

/// A statement in the debate.
pub(super) const DEBATE: Length = Length { fewest: 135, most: 200 };
/// A further statement.
pub(super) const FURTHER: Length = Length { fewest: 60, most: 108 };
/// An explanation of vote.
pub(super) const EXPLANATION: Length = Length { fewest: 75, most: 125 };
/// A dissociation.
pub(super) const DISSOCIATION: Length = Length { fewest: 55, most: 88 };
/// A briefing: its points are given, and it is only ever filled.
pub(super) const BRIEFING: Length = Length { fewest: 125, most: usize::MAX };
/// How fast delegations speak, in words a minute: the interpreters ask for no more.
pub(super) const WORDS_A_MINUTE: f64 = 110.0;

impl Length {
    /// Whether a statement of so many words would be short.
    pub(super) const fn is_short(self, words: usize) -> bool {
        words < self.fewest
    }

    /// The same, within a limit in minutes.
    pub(super) fn within(self, minutes: f64) -> Self {
        let most = self.most.min((minutes * WORDS_A_MINUTE) as usize);
        Self { fewest: self.fewest.min(most), most }
    }
}

/// A sentence, and how it gives way when a statement grows too long.
pub(super) struct Sentence {
    pub(super) line: Line,
    /// The passage of the plan that it carries out, in a word or two.
    pub(super) tells: String,
    /// What takes its place when it gives way; empty, and it is left out.
    pub(super) shorter: Line,
    /// 0 stays; the largest goes first.
    pub(super) gives_way: u8,
}

/// What stands by is taken up by a short statement only.
pub(super) const STANDS_BY: u8 = u8::MAX;
/// How readily the parts of a statement give way: framing first, answers to others last.
pub(super) const FRAMING: u8 = 40;
pub(super) const HEARD: u8 = 9;
pub(super) const REASON: u8 = 10;
pub(super) const ARGUMENT: u8 = 8;
pub(super) const THANKS: u8 = 17;
pub(super) const NEWS: u8 = 5;
pub(super) const ALIGNMENT: u8 = 4;
pub(super) const CLOSING: u8 = 3;
pub(super) const CRITICISM: u8 = 2;
pub(super) const COMMENDATION: u8 = 1;

impl Sentence {
    /// A sentence that stays.
    pub(super) fn kept(tells: impl Into<String>, line: Line) -> Self {
        Self { line, tells: tells.into(), shorter: Line::default(), gives_way: 0 }
    }

    /// The same, giving way in its turn to something shorter, or to nothing.
    pub(super) fn or(self, shorter: Line, gives_way: u8) -> Self {
        Self { shorter, gives_way, ..self }
    }

    /// How many words it saves to give way.
    const fn saving(&self) -> usize {
        self.line.words.saturating_sub(self.shorter.words)
    }

    const fn stands_by(&self) -> bool {
        self.gives_way == STANDS_BY
    }
}

/// Shortens what gives way until the statement fits; takes up what stands by only if it is short.
/// What is said, with the passage that each sentence carries out.
pub(super) fn fit(sentences: Vec<Sentence>, length: Length) -> Vec<(String, String)> {
    let spoken = sentences.iter().filter(|it| !it.stands_by());
    let mut total: usize = spoken.map(|it| it.line.words).sum();
    let mut kept: Vec<Sentence> = Vec::new();
    for it in sentences {
        if !it.stands_by() {
            kept.push(it);
        } else if length.is_short(total) {
            total += it.line.words;
            kept.push(it);
        }
    }
    let short = shortened(&kept, total, length.most);
    let chosen = kept.into_iter().zip(short);
    chosen
        .map(|(it, short)| (it.tells, if short { it.shorter.text } else { it.line.text }))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// Which sentences give way, so that a statement of `total` words has `most` at most.
fn shortened(kept: &[Sentence], mut total: usize, most: usize) -> Vec<bool> {
    let mut short = vec![false; kept.len()];
    let gives_way = |at: usize| kept[at].gives_way;
    while total > most {
        let next = (0..kept.len())
            .filter(|&at| gives_way(at) > 0 && !short[at])
            .max_by_key(|&at| (gives_way(at), at));
        let Some(at) = next else { break };
        short[at] = true;
        total -= kept[at].saving();
    }
    // What gave way first may have made room for something smaller.
    let mut order: Vec<usize> = (0..kept.len()).filter(|&at| short[at]).collect();
    order.sort_by_key(|&at| gives_way(at));
    for at in order {
        if total + kept[at].saving() <= most {
            short[at] = false;
            total += kept[at].saving();
        }
    }
    short
}
