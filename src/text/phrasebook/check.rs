//! Whether a phrasebook has a phrase for whatever is to be said, and says each of its phrases.

use super::ladder::LADDERS;
use super::phrase::Phrase;
use super::read::{Lists, PLAIN};
use super::slot::{Fact, Register, Set, set_of};
use super::subject::{Subject, Terms};

/// What is wrong with the lists as a whole, a sentence for each.
pub(super) fn faults(lists: &Lists) -> Vec<String> {
    let mut faults = Vec::new();
    for &subject in Subject::ALL {
        let phrases = &lists.phrases[subject as usize];
        missing(subject.terms(), phrases, &mut faults);
        unreachable(subject.terms(), phrases, &mut faults);
    }
    for ((name, rungs), ladder) in LADDERS.iter().zip(&lists.rungs) {
        if ladder.len() != *rungs {
            faults.push(format!("the ladder `{name}` has {} rungs, not {rungs}", ladder.len()));
        }
    }
    for (name, words) in PLAIN.iter().zip(&lists.plain) {
        if words.is_empty() {
            faults.push(format!("the list `{name}` is empty"));
        }
    }
    faults
}

/// Forms that are missing: a register or a situation without enough phrases, or one that only
/// phrases with words that are not always there could serve.
fn missing(terms: Terms, phrases: &[Phrase], faults: &mut Vec<String>) {
    for &register in Register::ALL {
        for &situation in terms.situations {
            let facts = held(situation);
            let count = |given| phrases.iter().filter(|it| it.fits(register, facts, given)).count();
            let (few, all) = (count(set_of(terms.always)), count(terms.slots()));
            let place = format!("`{}`, {}{}", terms.name, register.name(), named(situation));
            if all < terms.least {
                faults.push(format!("{place}: {all} phrases, and {} are needed", terms.least));
            } else if few == 0 {
                faults.push(format!(
                    "{place}: no phrase does without words that are there at times only"
                ));
            }
        }
    }
}

/// Phrases that are never said: written twice, or for facts that do not hold together.
fn unreachable(terms: Terms, phrases: &[Phrase], faults: &mut Vec<String>) {
    for (place, phrase) in phrases.iter().enumerate() {
        let number = place + 1;
        if phrases[..place].iter().any(|other| other.is_same_as(phrase)) {
            faults.push(format!("`{}`, phrase {number}, is written twice", terms.name));
        }
        let reached = terms.situations.iter().any(|facts| held(facts).holds(phrase.when));
        if !reached || phrase.registers.is_empty() {
            faults.push(format!(
                "`{}`, phrase {number}, is never said: its conditions never hold together",
                terms.name
            ));
        }
    }
}

fn held(situation: &[Fact]) -> Set {
    situation.iter().fold(Set::NONE, |set, fact| set.and(fact.set()))
}

fn named(situation: &[Fact]) -> String {
    let mut named = String::new();
    for fact in situation {
        named.push_str(", ");
        named.push_str(fact.name());
    }
    named
}
