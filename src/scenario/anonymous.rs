//! A scenario with letters in place of the names of States: so that a class talks of interests and
//! not of sympathies.

use std::sync::Arc;

use crate::council::{Delegation, DelegationId, Membership, Name, Paragraph, Speaker};
use crate::digest::hex;

use super::model::Scenario;
use super::naming::Naming;
use super::states::{all_states, states};

/// What stands before the letter.
const STATE: &str = "State ";

impl Scenario {
    /// The same scenario with its States named by letters, "State A" and on, in an order that
    /// follows from the file and tells nothing of their names. Wherever a text names one of them,
    /// by its name, another of its names or its adjective, the letter stands; speakers lose their
    /// names and keep their rank. Organizations and briefers keep theirs.
    ///
    /// Identifiers, and with them all luck, stay; members sit by the new names. The source and the
    /// digest stay those of the file. What really happened is left out: it tells who is who.
    #[must_use]
    pub fn anonymous(&self) -> Self {
        let letters = self.letters();
        let mask = Mask::new(self, &letters);
        let mut it = self.clone();
        it.naming = Naming::Letters;
        it.names = Some(Arc::new(self.clone()));
        it.record = None;
        for (who, letter) in letters {
            let member = &mut it.members[who];
            letter.trim_start_matches(STATE).clone_into(&mut member.sign);
            member.name = Name { short: letter, article: String::new(), adjective: None };
            member.speaker = member.speaker.take().map(|speaker| Speaker {
                name: String::new(),
                title: None,
                rank: speaker.rank,
            });
        }
        for text in it.texts() {
            *text = mask.over(text);
        }
        for source in it.sources.as_mut_slice() {
            // Where it can be read often says by whom it was written.
            source.url = None;
        }
        let members = &it.members;
        it.derived.seating.sort_by_key(|&who| rank(&members[who].name.short));
        // The order of the file may be that of the names. Those that keep theirs follow in it.
        it.order.members.sort_by_cached_key(|&who| {
            let member = &members[who];
            let has_letter = member.sign != member.identifier;
            (!has_letter, has_letter.then(|| rank(&member.sign)))
        });
        it
    }

    /// The letter of each State, whether it is named by it or not: voting members first, each kind
    /// in an order of its own.
    pub fn letters(&self) -> Vec<(DelegationId, String)> {
        let is_state = |it: &Delegation| it.votes() || matches!(it.membership, Membership::Rule37);
        let mut all: Vec<(DelegationId, &Delegation)> =
            self.members.pairs().filter(|(_, it)| is_state(it)).collect();
        let drawn =
            |it: &Delegation| hex(&[self.digest.as_bytes(), b" ", it.identifier.as_bytes()], 8);
        all.sort_by_cached_key(|(_, it)| (!it.votes(), drawn(it)));
        let named = |(place, (who, _)): (usize, (DelegationId, &Delegation))| (who, letter(place));
        all.into_iter().enumerate().map(named).collect()
    }

    /// Every text in which a State may be named, except the record of what happened.
    fn texts(&mut self) -> Vec<&mut String> {
        let mut all = vec![
            &mut self.title,
            &mut self.summary,
            &mut self.agenda_item,
            &mut self.background,
            &mut self.teaching_note,
        ];
        if let Some(note) = &mut self.concept_note {
            all.push(&mut note.objective);
            all.extend(note.guiding_questions.iter_mut().map(|it| &mut it.text));
        }
        for source in self.sources.as_mut_slice() {
            all.push(&mut source.title);
            all.extend(&mut source.publisher);
        }
        for issue in self.issues.as_mut_slice() {
            all.extend([&mut issue.name, &mut issue.low, &mut issue.high]);
            all.extend(issue.marks.iter_mut().map(|mark| &mut mark.label));
        }
        for member in self.members.as_mut_slice() {
            all.extend(member.arguments.iter_mut().map(|argument| &mut argument.text));
        }
        let stances = self.stances.entries_mut().iter_mut().flatten();
        all.extend(stances.filter_map(|stance| stance.because.as_mut()));
        all.extend(self.groups.as_mut_slice().iter_mut().map(|group| &mut group.name));
        for outcome in self.outcomes.as_mut_slice() {
            all.push(&mut outcome.title);
            all.extend(outcome.text.iter_mut().map(|paragraph| match paragraph {
                Paragraph::Preambular { text, .. } | Paragraph::Operative { text, .. } => text,
            }));
        }
        for inject in self.injects.as_mut_slice() {
            all.extend([&mut inject.title, &mut inject.text]);
        }
        all.extend(self.seats.as_mut_slice().iter_mut().flatten().map(|seat| &mut seat.brief));
        for question in &mut self.questions {
            all.extend([&mut question.text, &mut question.because]);
            all.extend(&mut question.choices);
        }
        all
    }
}

/// Shorter names first, so that "State B" comes before "State AA".
fn rank(name: &str) -> (usize, String) {
    (name.len(), name.to_owned())
}

/// "State A" to "State Z", then "State AA".
fn letter(place: usize) -> String {
    const LETTERS: usize = 26;
    let one = |place: usize| char::from(b'A' + (place % LETTERS) as u8);
    let first = (place >= LETTERS).then(|| one(place / LETTERS - 1));
    let letters: String = first.into_iter().chain([one(place)]).collect();
    format!("{STATE}{letters}")
}

/// What names stand for what.
struct Mask {
    /// Words and what stands in their place, the longest first.
    words: Vec<(String, String)>,
}

impl Mask {
    fn new(scenario: &Scenario, letters: &[(DelegationId, String)]) -> Self {
        let mut words = Vec::new();
        for (who, letter) in letters {
            let member = &scenario.members[*who];
            let known = states(&member.identifier).flat_map(|it| it.names.iter().copied());
            for name in known.chain([member.name.short.as_str()]) {
                words.extend(forms(name, letter));
            }
            let known = states(&member.identifier).map(|it| it.adjective);
            let adjectives = known.chain(member.name.adjective.as_deref());
            for adjective in adjectives.filter(|it| !it.is_empty()) {
                words.push((adjective.to_owned(), letter.clone()));
                words.push((format!("{adjective}s"), letter.clone()));
            }
        }
        // The name of one State may end in that of another, and is then left as it is.
        let own = words.len();
        for name in all_states().flat_map(|it| it.names.iter().copied()) {
            if words[..own].iter().all(|(form, _)| form != name) {
                words.push((name.to_owned(), name.to_owned()));
            }
        }
        words.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        words.dedup_by(|a, b| a.0 == b.0);
        Self { words }
    }

    /// The text with every name replaced that stands as a word.
    fn over(&self, text: &str) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut rest = text;
        let mut inside_word = false;
        while let Some(next) = rest.chars().next() {
            let found = self.words.iter().find(|(form, _)| {
                !inside_word && rest.strip_prefix(form.as_str()).is_some_and(begins_outside)
            });
            let (taken, put) = match found {
                Some((form, letter)) => (form.len(), letter.as_str()),
                None => (next.len_utf8(), &rest[..next.len_utf8()]),
            };
            masked.push_str(put);
            inside_word = put.ends_with(char::is_alphanumeric);
            rest = &rest[taken..];
        }
        masked
    }
}

fn begins_outside(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

/// A name with and without its article, and as it owns something.
fn forms(name: &str, letter: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for article in ["", "the ", "The "] {
        let form = format!("{article}{name}");
        if name.ends_with('s') {
            for sign in ["'", "’"] {
                all.push((format!("{form}{sign}"), format!("{letter}{sign}s")));
            }
        }
        all.push((form, letter.to_owned()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask() -> Mask {
        let mut words = forms("Isles", "State A");
        words.extend(forms("North", "State B"));
        words.push(("Greater North".to_owned(), "Greater North".to_owned()));
        words.push(("Islander".to_owned(), "State A".to_owned()));
        words.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
        Mask { words }
    }

    #[test]
    fn names_are_replaced_as_words_with_their_article() {
        let told =
            mask().over("The Isles and North, the Isles' boats, North's fleet, Northern, Islander");
        let expected = "State A and State B, State A's boats, State B's fleet, Northern, State A";
        assert_eq!(told, expected);
    }

    #[test]
    fn the_name_of_another_state_stays_whole() {
        assert_eq!(mask().over("Greater North and North"), "Greater North and State B");
    }

    #[test]
    fn letters_go_on_after_the_last() {
        assert_eq!([letter(0), letter(25), letter(26)], ["State A", "State Z", "State AA"]);
    }
}
