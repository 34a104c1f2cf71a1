//! Texts in words: a paragraph by its number, a change by what it leads to.

use crate::council::{IssueId, OutcomeId, Paragraph};
use crate::scenario::Scenario;

use super::super::grammar::{issue_name, lower_first, paragraph};
use super::Verbatim;

impl Verbatim<'_> {
    /// Where a text stands on an issue; the status quo, where it says nothing on it.
    pub(super) fn stands(&self, outcome: OutcomeId, issue: IssueId) -> f64 {
        let aims = &self.state.texts[outcome].aims;
        let aim = aims.iter().find(|aim| aim.issue == issue);
        aim.map_or_else(|| self.scenario.issues[issue].status_quo.get(), |aim| aim.position.get())
    }

    /// The name of an issue inside a sentence.
    pub(super) fn issue(&self, issue: IssueId) -> String {
        issue_name(self.scenario, &self.scenario.issues[issue])
    }

    /// What a position means, in quotation marks.
    pub(super) fn mark(&self, issue: IssueId, position: f64) -> String {
        mark(self.scenario, issue, position)
    }

    /// A change on an issue: what the text would say in place of what it says.
    pub(super) fn change(&self, issue: IssueId, from: f64, to: f64) -> String {
        change_words(self.scenario, issue, (from, to))
    }

    /// The part of a text that bears on an issue: by the number of its paragraph, if there is one.
    pub(super) fn part(&self, outcome: OutcomeId, issue: IssueId) -> String {
        let paragraphs: &[Paragraph] = &self.scenario.outcomes[outcome].text;
        let name = self.issue(issue);
        paragraph(paragraphs, issue)
            .map_or_else(|| format!("the part on {name}"), |number| format!("{number}, on {name},"))
    }
}

fn mark(scenario: &Scenario, issue: IssueId, position: f64) -> String {
    let mark = scenario.issues[issue].nearest_mark(position);
    format!("“{}”", lower_first(scenario, mark))
}

/// A change of a text on an issue, from one position to another (in 0..1), as what it would say
/// in place of what it says: "on …, “…” in place of “…”".
pub fn change_words(scenario: &Scenario, issue: IssueId, (from, to): (f64, f64)) -> String {
    let name = issue_name(scenario, &scenario.issues[issue]);
    let (before, after) = (mark(scenario, issue, from), mark(scenario, issue, to));
    if before != after {
        return format!("on {name}, {after} in place of {before}");
    }
    match scenario.issues[issue].next_mark(to, to > from) {
        Some(next) => {
            let next = lower_first(scenario, next);
            format!("on {name}, a step from {after} toward “{next}”")
        }
        None => format!("on {name}, wording nearer to {after}"),
    }
}
