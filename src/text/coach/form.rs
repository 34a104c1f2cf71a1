//! The form of a statement: a courtesy first, thanks once, three requests at most.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::grammar::in_words;
use super::{Look, Remarks, Rule, Severity};

/// A courtesy is looked for in so many sentences.
const FIRST: usize = 2;
/// Host, briefers and a closing may each be thanked.
const THANKS: usize = 3;
/// More requests than these are remembered by nobody.
const ASKS: usize = 3;

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    salutation(look, remarks);
    thanks(look, remarks);
    asks(look, remarks);
}

fn salutation(look: &Look<'_>, remarks: &mut Remarks) {
    let sentences = look.reading.sentences.len();
    let presidency = look.draft.scenario.president;
    // The President has the floor already.
    if look.speaker() == presidency {
        return;
    }
    let courteous = (0..sentences.min(FIRST)).any(|sentence| {
        let greeted = look
            .heard
            .names
            .iter()
            .any(|name| name.sentence == sentence && name.who == Some(presidency));
        greeted
            || look.reading.has(sentence, "salutation")
            || look.reading.has(sentence, "thanks")
            || look.reading.sentence(sentence).contains("national capacity")
    });
    if !courteous {
        let text = "Begin by addressing the President, or by thanking the presidency for the \
                    meeting.";
        remarks.add((Rule::Salutation, Severity::Note), None, text);
    }
}

fn thanks(look: &Look<'_>, remarks: &mut Remarks) {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut to: BTreeMap<_, Range<usize>> = BTreeMap::new();
    for sentence in 0..look.reading.sentences.len() {
        let Some(place) = look.reading.first(sentence, "thanks") else { continue };
        let plain = look.reading.has(sentence, "thanked");
        let names = look.heard.names.iter().filter(|name| plain && name.sentence == sentence);
        for name in names {
            let Some(who) = name.who else { continue };
            let other = to.insert(who, place.clone()).is_some_and(|before| before != place);
            if other {
                let text = format!("{} is thanked twice: once is enough.", capital(look, who));
                remarks.note(Rule::Thanks, place.clone(), text);
            }
        }
        places.push(place);
    }
    if places.len() > THANKS {
        let text = format!(
            "Thanks are given in {} sentences: once at the beginning is enough.",
            in_words(places.len())
        );
        remarks.note(Rule::Thanks, places[THANKS].clone(), text);
    }
}

fn capital(look: &Look<'_>, who: crate::council::DelegationId) -> String {
    super::super::grammar::upper_first(&look.name(who))
}

fn asks(look: &Look<'_>, remarks: &mut Remarks) {
    let list = super::lexicon::Lexicon::get().list("asks");
    let sentences = 0..look.reading.sentences.len();
    let asks: Vec<(usize, usize)> =
        sentences.flat_map(|sentence| look.reading.find(sentence, list)).collect();
    if let Some(&(at, words)) = asks.get(ASKS) {
        let text = format!(
            "It asks for {} things: choose the three that matter, so that they are remembered.",
            in_words(asks.len())
        );
        remarks.note(Rule::Asks, look.reading.place(at, words), text);
    }
}
