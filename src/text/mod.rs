//! Surface realization: from the engine's statements and decisions to words.
//!
//! Words follow from a scenario, a seed and an event; they change nothing in the debate.

mod announcement;
mod arithmetic;
pub mod coach;
mod draft;
mod grammar;
mod happened;
mod headline;
mod length;
mod naming;
mod phrasebook;
mod plan;
mod realize;
mod saved;
mod sentence;
mod summary;
mod verbatim;
mod verdict;
pub(crate) mod word_list;

pub use arithmetic::{blocking_sentences, path_sentence};
pub(crate) use grammar::{list, names_by_alphabet, upper_first};
pub use grammar::{long_date, percent};
pub use phrasebook::{Faults, Ladders, Listed, Phrasebook, Rung};
pub use realize::Spoken;
pub use saved::{Words, record_text};
pub use verbatim::{Entry, EntryKind, Verbatim, change_words, sounding_words};
pub use verdict::{ending_words, reason, result_words, standing_words};

/// The sentences of a text, each with its full stop; a full stop within a title ends none.
pub fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    grammar::sentences(text)
}

/// The title of an outcome as it stands in a sentence.
fn quoted(outcome: &crate::council::Outcome) -> String {
    ["“", &outcome.title, "”"].concat()
}
