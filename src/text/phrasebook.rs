//! Phrases as data: lists of sentences with slots, one folder for each language.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::council::{Delegation, Outcome};
use crate::stream::{Purpose, Seed, StreamKey, key_of};

/// The phrases of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrasebook {
    pub(super) thanks: Vec<String>,
    pub(super) thanks_short: String,
    pub(super) thanks_president: Vec<String>,
    pub(super) thanks_president_short: String,
    pub(super) on_behalf: Vec<String>,
    pub(super) framing: Vec<String>,
    pub(super) claim_strong: Vec<String>,
    pub(super) claim_medium: Vec<String>,
    pub(super) claim_light: Vec<String>,
    pub(super) claim_plain: Vec<String>,
    pub(super) beyond_today: Vec<String>,
    pub(super) like_today: Vec<String>,
    pub(super) in_favour: Vec<String>,
    pub(super) in_favour_many: Vec<String>,
    pub(super) reservations: Vec<String>,
    pub(super) reservations_many: Vec<String>,
    pub(super) opposed: Vec<String>,
    pub(super) opposed_many: Vec<String>,
    pub(super) commends: Vec<String>,
    pub(super) criticizes: Vec<String>,
    pub(super) closing: Vec<String>,
    pub(super) closing_short: String,
    pub(super) briefer_opening: Vec<String>,
    pub(super) briefer_lead: Vec<String>,
    pub(super) briefer_link: Vec<String>,
    pub(super) briefer_closing: Vec<String>,
    pub(super) further: ShortPhrases,
    pub(super) explanation_before: ShortPhrases,
    pub(super) explanation_after: ShortPhrases,
    pub(super) dissociation: ShortPhrases,
    pub(super) own_view: Vec<String>,
    pub(super) own_view_plain: Vec<String>,
    pub(super) view_restated: Vec<String>,
    pub(super) same_view: Vec<String>,
    pub(super) text_differs: Vec<String>,
    pub(super) text_is_near: Vec<String>,
    pub(super) proper: Vec<String>,
}

/// The phrases of statements that are made to one end other than the debate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShortPhrases {
    pub(super) opening: Vec<String>,
    /// What the statement comes to: how one votes, from what one dissociates itself.
    pub(super) point: Vec<String>,
    /// For statements that would be very short.
    pub(super) filling: Vec<String>,
    pub(super) closing: Vec<String>,
}

impl Phrasebook {
    /// The English phrasebook that comes with the program.
    ///
    /// # Panics
    /// If it cannot be read, which a test excludes.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Phrasebook> = OnceLock::new();
        ENGLISH.get_or_init(|| {
            ron::from_str(include_str!("../../assets/phrasebooks/en/statements.ron"))
                .expect("a test reads the bundled phrasebook")
        })
    }
}

/// Chooses phrases for one statement, always the same ones for the same luck.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chooser<'a> {
    pub(super) seed: Seed,
    pub(super) stage: u64,
    pub(super) speaker: &'a Delegation,
    pub(super) occasion: u32,
}

impl Chooser<'_> {
    /// Where in a list of phrases about `subject` this statement starts.
    pub(super) fn start(&self, subject: &str, len: usize) -> usize {
        let key = StreamKey {
            purpose: Purpose::Words,
            stage: self.stage,
            who: self.speaker.key,
            object: key_of(subject),
            occasion: self.occasion,
        };
        self.seed.stream(key).below(len.max(1))
    }

    /// One of the phrases about `subject`.
    pub(super) fn pick<'p>(&self, subject: &str, phrases: &'p [String]) -> &'p str {
        phrases.get(self.start(subject, phrases.len())).map_or("", String::as_str)
    }

    /// The phrase for the statement that is the `nth` of its kind in the meeting: no two use the
    /// same, as long as there are enough of them.
    pub(super) fn pick_nth<'p>(&self, subject: &str, phrases: &'p [String], nth: usize) -> &'p str {
        Self { occasion: 0, ..*self }.pick_own(subject, phrases, nth)
    }

    /// A phrase that no other speaker of the meeting uses, as long as there are enough of them:
    /// all start from one draw of the meeting, each steps on by its own `rank`.
    pub(super) fn pick_own<'p>(
        &self,
        subject: &str,
        phrases: &'p [String],
        rank: usize,
    ) -> &'p str {
        let key = StreamKey {
            purpose: Purpose::Words,
            stage: 0,
            who: 0,
            object: key_of(subject),
            occasion: self.occasion,
        };
        let start = self.seed.stream(key).below(phrases.len().max(1));
        phrases.get((start + rank) % phrases.len().max(1)).map_or("", String::as_str)
    }
}

/// Fills the slots of a phrase.
pub(super) fn fill(phrase: &str, slots: &[(&str, &str)]) -> String {
    let mut text = phrase.to_owned();
    for (slot, words) in slots {
        text = text.replace(&format!("{{{slot}}}"), words);
    }
    text
}

/// The title of an outcome as it stands in a sentence.
pub(super) fn quoted(outcome: &Outcome) -> String {
    format!("“{}”", outcome.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots_of(phrase: &str) -> Vec<&str> {
        phrase.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
    }

    #[test]
    fn every_slot_of_a_phrase_is_one_that_is_filled() {
        let book = Phrasebook::english();
        let lists: [(&[String], &[&str]); 18] = [
            (&book.view_restated, &["mark", "because"]),
            (&book.own_view, &["mark", "because"]),
            (&book.own_view_plain, &["mark"]),
            (&book.same_view, &["because"]),
            (&book.text_differs, &["issue", "stands"]),
            (&book.text_is_near, &["issue", "mark"]),
            (&book.thanks, &["presidency", "format"]),
            (&book.on_behalf, &["group"]),
            (&book.claim_strong, &["issue", "mark", "because"]),
            (&book.claim_medium, &["issue", "mark", "because"]),
            (&book.claim_light, &["issue", "mark", "because"]),
            (&book.claim_plain, &["issue", "mark"]),
            (&book.beyond_today, &["today"]),
            (&book.in_favour, &["titles"]),
            (&book.opposed_many, &["titles"]),
            (&book.commends, &["who", "issue"]),
            (&book.criticizes, &["mark", "issue"]),
            (&book.briefer_lead, &["issue"]),
        ];
        for (phrases, known) in lists {
            assert!(!phrases.is_empty());
            for phrase in phrases {
                for slot in slots_of(phrase) {
                    assert!(known.contains(&slot), "unknown slot {slot} in {phrase}");
                }
            }
        }
        let short = ["who", "text", "issue"];
        let point = ["who", "vote", "part", "issue", "mark", "because"];
        for list in
            [&book.further, &book.explanation_before, &book.explanation_after, &book.dissociation]
        {
            for (phrases, known) in [(&list.opening, &short[..]), (&list.point, &point[..])] {
                for slot in phrases.iter().flat_map(|phrase| slots_of(phrase)) {
                    assert!(known.contains(&slot), "unknown slot {slot}");
                }
            }
            for phrase in list.filling.iter().chain(&list.closing) {
                assert_eq!(slots_of(phrase), Vec::<&str>::new(), "{phrase}");
            }
        }
        for phrase in book.closing.iter().chain(&book.framing).chain(&book.like_today) {
            assert_eq!(slots_of(phrase), Vec::<&str>::new(), "{phrase}");
        }
    }

    #[test]
    fn openings_and_closings_outnumber_the_speakers_of_a_council() {
        let book = Phrasebook::english();
        for phrases in [&book.thanks, &book.closing] {
            let mut distinct = phrases.clone();
            distinct.sort();
            distinct.dedup();
            assert!(distinct.len() >= 26, "{}", distinct.len());
        }
        for list in
            [&book.further, &book.explanation_before, &book.explanation_after, &book.dissociation]
        {
            let mut distinct = list.opening.clone();
            distinct.sort();
            distinct.dedup();
            assert!(distinct.len() >= 12, "{}", distinct.len());
        }
    }
}
