//! A phrase: words with slots, and when it fits.

use super::slot::{Register, Set, Slot, Words};
use crate::text::grammar::{upper_first, words as count};

/// A sentence, and how many words it counts for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// With each name counted as one word.
    pub(crate) words: usize,
}

impl Line {
    /// A text of the author's.
    pub(crate) fn of(text: &str) -> Self {
        Self { text: text.to_owned(), words: count(text) }
    }
}

/// One phrase of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pieces: Vec<Piece>,
    /// The slots it uses.
    pub(crate) slots: Set,
    /// The registers in which it is said.
    pub(crate) registers: Set,
    /// The facts that must hold.
    pub(crate) when: Set,
    /// How often it is chosen beside others, 1 to 9.
    pub(crate) weight: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Slot { slot: Slot, capital: bool },
}

/// Why a phrase cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// A brace without its partner.
    OpenSlot,
    /// A slot of this name is not known.
    UnknownSlot(String),
}

impl Phrase {
    /// Reads the words of a phrase, which fits in every register and situation.
    pub(crate) fn parse(text: &str) -> Result<Self, Flaw> {
        let mut pieces = Vec::new();
        let mut slots = Set::NONE;
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (words, slot) = rest.split_at(at);
            let (name, after) = slot
                .strip_prefix('{')
                .and_then(|slot| slot.split_once('}'))
                .filter(|(name, _)| !name.contains('{'))
                .ok_or(Flaw::OpenSlot)?;
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            let capital = name.starts_with(|c: char| c.is_uppercase());
            let slot = Slot::named(&name.to_lowercase())
                .ok_or_else(|| Flaw::UnknownSlot(name.to_owned()))?;
            pieces.push(Piece::Slot { slot, capital });
            slots = slots.and(slot.set());
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        let registers = Register::ALL.iter().fold(Set::NONE, |set, it| set.and(it.set()));
        Ok(Self { pieces, slots, registers, when: Set::NONE, weight: 1 })
    }

    /// Whether it fits: its register, what holds, and words for all of its slots.
    pub(crate) fn fits(&self, register: Register, facts: Set, given: Set) -> bool {
        self.registers.holds(register.set()) && facts.holds(self.when) && given.holds(self.slots)
    }

    /// Whether it says the same where the same holds.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        let together = self.when.holds(other.when) || other.when.holds(self.when);
        self.pieces == other.pieces && together && self.registers.meets(other.registers)
    }

    /// The phrase with its slots filled.
    pub(crate) fn fill(&self, words: &Words<'_>) -> Line {
        let mut text = String::with_capacity(160);
        let mut excess = 0;
        for piece in &self.pieces {
            match piece {
                Piece::Words(fixed) => text.push_str(fixed),
                Piece::Slot { slot, capital } => {
                    excess += words.excess(*slot);
                    let filling = words.of(*slot);
                    if *capital {
                        text.push_str(&upper_first(filling));
                    } else {
                        text.push_str(filling);
                    }
                }
            }
        }
        Line { words: count(&text).saturating_sub(excess), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_and_a_capital_slot_begins_with_a_capital() {
        let phrase = Phrase::parse("{Because}, and we {approve} {mark}.").unwrap();
        let words = Words::default()
            .with(Slot::Because, "attribution is hard")
            .with(Slot::Approve, "support")
            .with(Slot::Mark, "an exchange");
        assert_eq!(phrase.fill(&words).text, "Attribution is hard, and we support an exchange.");
        assert!(!phrase.fits(Register::Measured, Set::NONE, Slot::Mark.set()));
        assert!(phrase.fits(Register::Measured, Set::NONE, words.given()));
    }

    #[test]
    fn a_name_counts_as_one_word() {
        let phrase = Phrase::parse("I thank {presidency}.").unwrap();
        let said =
            |name: &'static str| phrase.fill(&Words::default().naming(Slot::Presidency, name));
        assert_eq!(said("Malta").words, 3);
        assert_eq!(said("the Republic of Korea").words, 3);
    }

    #[test]
    fn a_slot_without_its_brace_or_its_name_is_a_flaw() {
        assert_eq!(Phrase::parse("We {support"), Err(Flaw::OpenSlot));
        assert_eq!(Phrase::parse("We support} it"), Err(Flaw::OpenSlot));
        assert_eq!(Phrase::parse("We {isue}."), Err(Flaw::UnknownSlot("isue".to_owned())));
    }
}
