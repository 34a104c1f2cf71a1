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
    /// Words by which a speaker speaks of itself.
    first_person: Vec<String>,
}

/// A list of phrases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name in the files.
    pub name: &'static str,
    /// How many phrases it has.
    pub phrases: usize,
    /// Slots for which there are words at any time.
    pub always: Vec<&'static str>,
    /// Slots for which there are words at times.
    pub sometimes: Vec<&'static str>,
    /// What `when` may ask for.
    pub facts: Vec<&'static str>,
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
        let (Ok([approval, concern, refusal]), Ok([proper, common, first_person])) =
            (<[_; 3]>::try_from(rungs), <[_; 3]>::try_from(plain))
        else {
            return Err(Faults { files, whole });
        };
        let ladders = Ladders { approval, concern, refusal };
        Ok(Self { lists: phrases, ladders, proper, common, first_person })
    }

    /// The files of the bundled phrasebook: name and text of each.
    pub const fn files() -> &'static [(&'static str, &'static str)] {
        &ENGLISH
    }

    /// What each list of phrases is called, how many it has, and what its phrases may use.
    pub fn lists(&self) -> impl Iterator<Item = Listed> {
        let subjects = Subject::ALL.iter();
        subjects.map(|&subject| {
            let terms = subject.terms();
            let named = |slots: &[Slot]| slots.iter().map(|slot| slot.name()).collect();
            let mut facts: Vec<&'static str> = Vec::new();
            for fact in terms.situations.iter().copied().flatten() {
                if !facts.contains(&fact.name()) {
                    facts.push(fact.name());
                }
            }
            Listed {
                name: terms.name,
                phrases: self.phrases(subject).len(),
                always: named(terms.always),
                sometimes: named(terms.sometimes),
                facts,
            }
        })
    }

    /// The intensity ladders.
    pub const fn ladders(&self) -> &Ladders {
        &self.ladders
    }

    /// Whether a word keeps its capital inside a sentence.
    pub(super) fn is_proper(&self, word: &str) -> bool {
        self.proper.iter().any(|proper| proper == word)
    }

    /// Whether a sentence speaks of its speaker, so that nobody else can say it.
    pub(super) fn is_in_first_person(&self, sentence: &str) -> bool {
        let mut words = sentence.split(|c: char| !c.is_alphanumeric());
        words.any(|word| self.first_person.iter().any(|own| own == word))
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

    /// The bundled phrasebook with one more file.
    fn with(text: &str) -> String {
        let mut files = ENGLISH.to_vec();
        files.push(("own.ron", text));
        Phrasebook::read(&files).err().map(|faults| told(&faults)).unwrap_or_default()
    }

    /// The bundled phrasebook with these words in place of others.
    fn changed(from: &str, to: &str) -> String {
        let texts = ENGLISH.map(|(name, text)| (name, text.replace(from, to)));
        let files: Vec<(&str, &str)> =
            texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        Phrasebook::read(&files).err().map(|faults| told(&faults)).unwrap_or_default()
    }

    #[test]
    fn the_english_phrasebook_is_whole() {
        let read = Phrasebook::read(&ENGLISH);
        assert!(read.is_ok(), "{}", read.err().map(|faults| told(&faults)).unwrap_or_default());
    }

    #[test]
    fn phrases_are_added_by_a_file_of_ones_own() {
        assert_eq!(
            with(r#"{ "closing": ["So much for today.", Phrase(say: "We go on.", weight: 2)] }"#),
            ""
        );
    }

    #[test]
    fn a_slot_that_a_list_does_not_know_is_named_with_the_nearest() {
        let told = with(r#"{ "claim": ["On {isue}, we {approve} {mark}."] }"#);
        assert!(
            told.contains("there is no slot {isue}") && told.contains("{issue}, perhaps"),
            "{told}"
        );
        assert!(told.contains("own.ron:1:"), "{told}");
        let told = with(r#"{ "closing": ["We think of {issue}."] }"#);
        assert!(told.contains("`closing` has no words for {issue}"), "{told}");
    }

    #[test]
    fn a_list_that_nothing_asks_for_is_refused() {
        let told = with(r#"{ "closings": ["We end."] }"#);
        assert!(told.contains("S303") && told.contains("`closing`, perhaps"), "{told}");
    }

    #[test]
    fn a_phrase_that_is_never_said_is_named() {
        let told = with(r#"{ "closing": [Phrase(say: "We end late.", when: [Late])] }"#);
        assert!(told.contains("never said"), "{told}");
        let told = with(r#"{ "closing": ["We end.", "We end."] }"#);
        assert!(told.contains("written twice"), "{told}");
    }

    #[test]
    fn a_form_that_is_missing_is_named() {
        let told = changed("\"own-view\"", "\"same-view\"");
        assert!(told.contains("`own-view`, Candid: 0 phrases"), "{told}");
        let told = changed("Rung(name: \"rejects\"", "Rung(nam: \"rejects\"");
        assert!(told.contains("`name` is missing"), "{told}");
        assert!(told.contains("the ladder `refusal` has 2 rungs, not 3"), "{told}");
    }

    #[test]
    fn what_is_no_sentence_is_refused() {
        for (phrase, why) in [
            ("\"we end.\"", "begins without a capital"),
            ("\"We end\"", "does not end a sentence"),
            ("\"We  end.\"", "has a space too many"),
            ("\"We {end.\"", "a brace has no partner"),
            ("7", "a text is wanted here"),
            ("Phrase(say: \"We end.\", weight: 0)", "a whole number from 1 to 9"),
            ("Phrase(say: \"We end.\", for: [Shy])", "`Shy` is not known here"),
        ] {
            let told = with(&format!("{{ \"closing\": [{phrase}] }}"));
            assert!(told.contains(why), "{phrase}: {told}");
        }
        assert!(with("[").contains("S001"));
        assert!(with("[]").contains("a phrasebook is a map of lists"));
    }
}
