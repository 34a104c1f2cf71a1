//! The wording rules: no side taken, no motive ascribed, written register.

use std::sync::LazyLock;

use super::super::word_list::Words;
use super::lexicon::Lexicon;
use super::{Look, Remarks, Rule};

static LOADED: LazyLock<Option<Words>> = LazyLock::new(|| Words::built_in().ok());
/// Endings of short forms.
const SHORT: [&str; 6] = ["n't", "'re", "'ve", "'ll", "'m", "'d"];

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    loaded(look, remarks);
    for sentence in 0..look.reading.sentences.len() {
        motive(look, sentence, remarks);
        if let Some(place) = look.reading.first(sentence, "insult") {
            let text = format!(
                "“{}” judges who is spoken of: no delegation says so in the Chamber. Say what was \
                 done.",
                &look.draft.words[place.clone()]
            );
            remarks.warn(Rule::LoadedWord, place, text);
        }
        if let Some(place) = look.reading.first(sentence, "gender") {
            let text = format!(
                "“{}”: say “the representative” or “the delegation”.",
                &look.draft.words[place.clone()]
            );
            remarks.note(Rule::Gender, place, text);
        }
        if let Some(place) = look.reading.first(sentence, "no-such-rule") {
            let text = "The Council has no right of reply. Ask the President for the floor to \
                        make a further statement.";
            remarks.note(Rule::NoSuchRule, place, text);
        }
    }
    register(look, remarks);
}

fn loaded(look: &Look<'_>, remarks: &mut Remarks) {
    let Some(words) = LOADED.as_ref() else { return };
    for found in words.find(look.draft.words, false) {
        let place = found.start..found.end;
        let text = format!(
            "“{}” takes a side or judges. Instead: {}.",
            &look.draft.words[place.clone()],
            found.instead
        );
        remarks.warn(Rule::LoadedWord, place, text);
    }
}

/// A State other than the speaker is said to want something.
fn motive(look: &Look<'_>, sentence: usize, remarks: &mut Remarks) {
    let own = Some(look.speaker());
    let mut named = look.heard.names.iter().filter(|name| name.sentence == sentence);
    let Some(name) = named.find(|name| name.is_state && name.who != own) else { return };
    let Some(place) = look.reading.first(sentence, "motive") else { return };
    if place.start < name.place.start || look.is_sourced_argument(sentence) {
        return;
    }
    let text = format!(
        "“{}”: nobody knows the motives of {}. Say what was done, and by which report.",
        &look.draft.words[place.clone()],
        &look.draft.words[name.place.clone()],
    );
    remarks.warn(Rule::Motive, place, text);
}

fn register(look: &Look<'_>, remarks: &mut Remarks) {
    for token in &look.reading.tokens {
        let is = token.word != token.full && Lexicon::get().has("contraction", &token.word);
        let short = is || SHORT.iter().any(|ending| token.full.ends_with(ending));
        if short {
            let written = &look.draft.words[token.place.clone()];
            let text = format!("“{written}” is a short form: write it out in a statement.");
            remarks.note(Rule::Register, token.place.clone(), text);
        }
    }
    for (at, mark) in look.draft.words.match_indices('!') {
        let text = "A full stop is enough: statements have no exclamation marks.";
        remarks.note(Rule::Register, at..at + mark.len(), text);
    }
}
