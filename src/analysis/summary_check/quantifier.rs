//! The words for numbers of delegations, and what each stands for.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// How many delegations are said to have said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quantifier {
    /// One.
    One,
    /// Two to four.
    Some,
    /// Five to half of those that spoke.
    Several,
    /// More than half of those that spoke.
    Many,
    /// All that spoke.
    All,
}

impl Quantifier {
    /// All of them, from the fewest to the most.
    pub const ALL: [Self; 5] = [Self::One, Self::Some, Self::Several, Self::Many, Self::All];

    /// How many delegations it stands for, where `of` spoke. A range that is empty, as "several"
    /// is where fewer than ten spoke, suits no number.
    pub const fn range(self, of: usize) -> RangeInclusive<usize> {
        match self {
            Self::One => 1..=1,
            Self::Some => 2..=4,
            Self::Several => 5..=of / 2,
            Self::Many => of / 2 + 1..=of,
            Self::All => of..=of,
        }
    }

    /// The strongest word that suits `count` of `of`; `None` where nobody said it.
    pub fn of(count: usize, of: usize) -> Option<Self> {
        let mut strongest = Self::ALL.into_iter().rev();
        strongest.find(|quantifier| count > 0 && quantifier.range(of).contains(&count))
    }

    /// The word with its noun: "several delegations".
    pub const fn words(self) -> &'static str {
        match self {
            Self::One => "one delegation",
            Self::Some => "some delegations",
            Self::Several => "several delegations",
            Self::Many => "many delegations",
            Self::All => "all delegations",
        }
    }

    /// What it stands for, in words.
    pub const fn stands_for(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Some => "two to four",
            Self::Several => "five to half of those that spoke",
            Self::Many => "more than half of those that spoke",
            Self::All => "all that spoke",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_word_and_the_word_suits_it() {
        for of in 1..60 {
            for count in 1..=of {
                let word = Quantifier::of(count, of);
                let suits = word.is_some_and(|word| word.range(of).contains(&count));
                assert!(suits, "{count} of {of}: {word:?}");
            }
            assert_eq!(Quantifier::of(0, of), None);
        }
        assert_eq!(Quantifier::of(8, 21), Some(Quantifier::Several));
        assert_eq!(Quantifier::of(11, 21), Some(Quantifier::Many));
        assert_eq!(Quantifier::of(21, 21), Some(Quantifier::All));
    }
}
