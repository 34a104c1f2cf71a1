//! Surface realization: from the engine's statements and decisions to words.
//!
//! Words follow from a scenario, a seed and an event; they change nothing in the debate.

mod announcement;
mod arithmetic;
mod asked;
mod brief;
pub mod coach;
mod discussion;
mod draft;
mod endings;
mod grammar;
mod happened;
mod headline;
mod length;
mod naming;
mod phrasebook;
mod plan;
mod realize;
mod rule;
mod saved;
mod sentence;
mod step;
mod summary;
mod turn_name;
mod verbatim;
mod verdict;
pub(crate) mod word_list;

pub use arithmetic::{blocking_sentences, path_sentence};
pub use asked::asked_words;
pub use brief::{brief, objective_told, objective_words, red_line_words, sponsored_words};
pub use discussion::discussion_questions;
pub use draft::{draft_lines, draft_note, paragraph_words};
pub use endings::{Ending, Endings, enough_sentence};
pub use grammar::{grouped, long_date, percent};
pub(crate) use grammar::{list, names_by_alphabet, upper_first};
pub use phrasebook::{Faults, Ladders, Listed, Phrasebook, Rung};
pub use realize::Spoken;
pub use rule::{action_words, rule_sentence, rule_words, votes_needed};
pub use saved::{Words, record_text};
pub use step::step_words;
pub use summary::{HEADING as SUMMARY_HEADING, RESPONSIBILITY as SUMMARY_RESPONSIBILITY};
pub(crate) use summary::{label_name, opening as summary_opening, proposal_name, subject_name};
pub use turn_name::{speaker_words, turn_name};
pub use verbatim::{Entry, EntryKind, Verbatim, change_words, sounding_words};
pub use verdict::{ending_words, reason, result_words, standing_words};

/// The names of delegations as they stand in a sentence: "France, Malta and the United States".
pub fn names(scenario: &crate::scenario::Scenario, who: &[crate::council::DelegationId]) -> String {
    names_by_alphabet(scenario, who)
}

/// The sentences of a text, each with its full stop; a full stop within a title ends none.
pub fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    grammar::sentences(text)
}

/// The title of an outcome as it stands in a sentence.
fn quoted(outcome: &crate::council::Outcome) -> String {
    ["“", &outcome.title, "”"].concat()
}
