//! Phrases as data: lists of sentences with slots, one folder for each language.

mod check;
mod choose;
mod ladder;
mod phrase;
mod read;
mod slot;
mod subject;

use std::sync::OnceLock;

use crate::scenario::Diagnostics;

pub use ladder::{Ladders, Rung};

pub(super) use choose::{Chooser, Luck, Said, When};
pub(super) use phrase::{Line, Phrase};
pub(super) use slot::{Fact, Set, Slot, Words};

use slot::Register;
pub(super) use subject::Subject;

use read::Lists;

/// The files of the English phrasebook: name and text.
const ENGLISH: [(&str, &str); 9] = [
    ("openings.ron", include_str!("../../../assets/phrasebooks/en/openings.ron")),
    ("claims.ron", include_str!("../../../assets/phrasebooks/en/claims.ron")),
    ("answers.ron", include_str!("../../../assets/phrasebooks/en/answers.ron")),
    ("proposals.ron", include_str!("../../../assets/phrasebooks/en/proposals.ron")),
    ("closings.ron", include_str!("../../../assets/phrasebooks/en/closings.ron")),
    ("briefings.ron", include_str!("../../../assets/phrasebooks/en/briefings.ron")),
    ("short.ron", include_str!("../../../assets/phrasebooks/en/short.ron")),
    ("headlines.ron", include_str!("../../../assets/phrasebooks/en/headlines.ron")),
    ("ladder.ron", include_str!("../../../assets/phrasebooks/en/ladder.ron")),
];

/// The phrases of one language.
#[derive(Debug)]
pub struct Phrasebook {
    lists: Vec<Vec<Phrase>>,
    ladders: Ladders,
    /// Words that keep their capital inside a sentence.
    proper: Vec<String>,
    /// Words with which many sentences begin, so that two of them tell two openings apart.
    common: Vec<String>,
}

/// What is wrong with a phrasebook.
#[derive(Debug)]
pub struct Faults {
    /// Of single files, with their places.
    pub files: Vec<Diagnostics>,
    /// Of the phrasebook as a whole, a sentence for each.
    pub whole: Vec<String>,
}

impl Phrasebook {
    /// The English phrasebook that comes with the program.
    ///
    /// # Panics
    /// If it cannot be read, which a test excludes.
    pub fn english() -> &'static Self {
        static ENGLISH_BOOK: OnceLock<Phrasebook> = OnceLock::new();
        ENGLISH_BOOK
            .get_or_init(|| Self::read(&ENGLISH).expect("a test reads the bundled phrasebook"))
    }

    /// Reads and checks the files of a phrasebook: the name and the text of each.
    ///
    /// # Errors
    /// When a file cannot be read, or a list lacks phrases that a statement may need.
    pub fn read(files: &[(&str, &str)]) -> Result<Self, Faults> {
        let mut lists = Lists::new();
        let found = files.iter().map(|(file, text)| lists.add(file, text));
        let files: Vec<Diagnostics> = found.filter(|problems| !problems.is_empty()).collect();
        let whole = check::faults(&lists);
        if !files.is_empty() || !whole.is_empty() {
            return Err(Faults { files, whole });
        }
        let Lists { phrases, rungs, plain } = lists;
        let (Ok([approval, concern, refusal]), Ok([proper, common])) =
            (<[_; 3]>::try_from(rungs), <[_; 2]>::try_from(plain))
        else {
            return Err(Faults { files, whole });
        };
        let ladders = Ladders { approval, concern, refusal };
        Ok(Self { lists: phrases, ladders, proper, common })
    }

    /// The intensity ladders.
    pub const fn ladders(&self) -> &Ladders {
        &self.ladders
    }

    /// Whether a word keeps its capital inside a sentence.
    pub(super) fn is_proper(&self, word: &str) -> bool {
        self.proper.iter().any(|proper| proper == word)
    }

    fn is_common(&self, word: &str) -> bool {
        self.common.iter().any(|common| common == word)
    }

    fn phrases(&self, subject: Subject) -> &[Phrase] {
        &self.lists[subject as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a phrasebook, as people read it.
    fn told(faults: &Faults) -> String {
        let files = faults.files.iter().map(|problems| problems.render(false));
        files.chain(faults.whole.iter().cloned()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_english_phrasebook_is_whole() {
        let read = Phrasebook::read(&ENGLISH);
        assert!(read.is_ok(), "{}", read.err().map(|faults| told(&faults)).unwrap_or_default());
    }
}
