//! By which words an issue or a text is known.

use std::collections::{BTreeMap, BTreeSet};

use crate::council::{Issue, IssueId, OutcomeId};
use crate::scenario::Scenario;

use super::lexicon::{Lexicon, Phrase};
use super::reading::split;

/// A word of a name alone tells an issue from this length on: "accountability".
const TELLING: usize = 10;
/// Shorter words tell nothing.
const SHORTEST: usize = 4;
/// A word that more issues than these have may mean any of them.
const SHARED: usize = 2;
/// How much of two words has to be the same, for one to be a form of the other.
const STEM: usize = 5;

/// The words of an issue.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) issue: IssueId,
    /// Its name, without an article.
    pub(super) name: Phrase,
    /// What its ends and marks are called, each with its position in 0..1.
    pub(super) labels: Vec<(Phrase, f64)>,
    /// Words that this issue alone has.
    pub(super) own: BTreeSet<String>,
    /// Long words of its name that this issue alone has.
    pub(super) telling: BTreeSet<String>,
    /// The words of its name and labels but the commonest.
    pub(super) any: BTreeSet<String>,
}

impl Subject {
    /// Whether a word may be about it: it has the beginning of one of its words.
    pub(super) fn may_mean(&self, word: &str) -> bool {
        self.any.iter().any(|own| same_stem(own, word))
    }
}

/// Whether two words have the same beginning.
pub(super) fn same_stem(one: &str, other: &str) -> bool {
    let stem = |word: &'_ str| word.chars().take(STEM).collect::<String>();
    one == other || (one.chars().count() >= STEM && stem(one) == stem(other))
}

/// The subjects of a scenario, in the order of the file.
pub(super) fn subjects(scenario: &Scenario) -> Vec<Subject> {
    let all = |issue: &Issue| -> BTreeSet<String> {
        let marks = issue.marks.iter().map(|mark| mark.label.as_str());
        let texts = [issue.name.as_str(), &issue.low, &issue.high].into_iter().chain(marks);
        texts.flat_map(content).collect()
    };
    let frame = [&scenario.title, &scenario.body, &scenario.agenda_item];
    let frame: BTreeSet<String> = frame.into_iter().flat_map(|text| content(text)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in scenario.issues.iter().flat_map(all) {
        *counts.entry(word).or_default() += 1;
    }
    let alone = |word: &String| counts.get(word) == Some(&1) && !frame.contains(word);
    let subject = |&id: &IssueId| {
        let issue = &scenario.issues[id];
        let any: BTreeSet<String> =
            all(issue).into_iter().filter(|word| counts.get(word) <= Some(&SHARED)).collect();
        let own: BTreeSet<String> = any.iter().filter(|word| alone(word)).cloned().collect();
        let telling = content(&issue.name)
            .filter(|word| own.contains(word) && word.chars().count() >= TELLING)
            .collect();
        let marks = issue.marks.iter().map(|mark| (split(&mark.label), mark.position.get()));
        let ends = [(split(&issue.low), 0.0), (split(&issue.high), 1.0)];
        let labels = ends.into_iter().chain(marks).map(|(it, at)| (bare(it), at)).collect();
        Subject { issue: id, name: bare(split(&issue.name)), labels, own, telling, any }
    };
    scenario.order.issues.iter().map(subject).collect()
}

/// The titles of the outcomes, in the order of the file.
pub(super) fn titles(scenario: &Scenario) -> Vec<(OutcomeId, Phrase)> {
    let outcomes = scenario.order.outcomes.iter();
    outcomes.map(|&outcome| (outcome, split(&scenario.outcomes[outcome].title))).collect()
}

/// The words of a text that tell what it is about.
pub(super) fn content(text: &str) -> impl Iterator<Item = String> {
    let words = split(text).into_iter();
    words.filter(|word| word.chars().count() >= SHORTEST && !Lexicon::get().has("common", word))
}

/// A phrase without the article at its head.
fn bare(mut phrase: Phrase) -> Phrase {
    if phrase.len() > 1 && ["a", "an", "the"].contains(&phrase[0].as_str()) {
        phrase.remove(0);
    }
    phrase
}
