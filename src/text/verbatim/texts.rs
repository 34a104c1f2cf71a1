//! Texts in words: how they read, a paragraph by its number, a change by what it leads to.

use crate::council::{AdoptionRule, IssueId, OutcomeId};
use crate::debate::{Event, Selection};
use crate::scenario::Scenario;

use super::super::draft::{Reading, quoted_mark, reading, wording_change};
use super::super::grammar::{issue_name, paragraph_in};
use super::super::naming::{draft_entitled, draft_short};
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
        quoted_mark(self.scenario, &self.scenario.issues[issue], position)
    }

    /// "draft resolution entitled …", in the form in which it stands.
    pub(super) fn draft(&self, outcome: OutcomeId) -> String {
        draft_entitled(self.scenario, outcome, self.state.texts[outcome].form)
    }

    /// "draft resolution", once it has been named in full.
    pub(super) fn draft_short(&self, outcome: OutcomeId) -> &'static str {
        draft_short(self.scenario, outcome, self.state.texts[outcome].form)
    }

    /// An amendment to a text on an issue: by the number of the paragraph, if there is one, and
    /// what it would say in place of what it says.
    pub(super) fn amendment(
        &self,
        (outcome, issue): (OutcomeId, IssueId),
        (from, to): (f64, f64),
    ) -> String {
        let change = change_words(self.scenario, issue, (from, to));
        match self.paragraph(outcome, issue) {
            Some(number) => format!("in {number}, {change}"),
            None => change,
        }
    }

    /// The part of a text that bears on an issue: by the number of its paragraph, if there is one.
    pub(super) fn part(&self, outcome: OutcomeId, issue: IssueId) -> String {
        let name = self.issue(issue);
        self.paragraph(outcome, issue)
            .map_or_else(|| format!("the part on {name}"), |number| format!("{number}, on {name},"))
    }

    /// The paragraphs of a text that bear on an issue, by number.
    fn paragraph(&self, outcome: OutcomeId, issue: IssueId) -> Option<String> {
        let form = self.state.texts[outcome].form;
        paragraph_in(form, &self.scenario.outcomes[outcome].text, issue)
    }

    /// The texts that are put to a decision, as they read now, where that has not been shown.
    pub(super) fn show_put(&mut self, event: &Event, rows: &[Selection]) {
        for row in rows.iter().filter(|row| row.put) {
            let rule = self.scenario.rules.of(self.state.texts[row.outcome].form);
            // A joint statement is shown with who signed it, a summary when it is issued.
            if matches!(rule, AdoptionRule::Signature | AdoptionRule::Authority) {
                continue;
            }
            let lines = self.not_yet_shown(row.outcome);
            if !lines.is_empty() {
                let first = self.state.texts[row.outcome].version == 1;
                let tabled = if first { ", as first tabled," } else { "" };
                let reads = format!("The {}{tabled} reads:", self.draft(row.outcome));
                self.proceedings(event, reads);
                self.lines(event, lines);
            }
        }
    }

    /// The lines of a text as it reads now; none where they have been shown, in this form and
    /// version, or where it has none. They are not asked for twice.
    pub(super) fn not_yet_shown(&mut self, outcome: OutcomeId) -> Vec<String> {
        let now = &self.state.texts[outcome];
        let shown = (outcome, now.form, now.version);
        if self.memory.shown.contains(&shown) {
            return Vec::new();
        }
        let Reading { mut lines, note } = self.reading(outcome);
        lines.extend(note);
        self.memory.shown.push(shown);
        lines
    }

    /// A text as it reads now.
    pub(super) fn reading(&self, outcome: OutcomeId) -> Reading {
        let texts = (&self.scenario.derived.texts[outcome], &self.state.texts[outcome]);
        reading(self.scenario, &self.scenario.outcomes[outcome], texts)
    }

    /// Lines one after the other.
    pub(super) fn lines(&mut self, event: &Event, lines: Vec<String>) {
        for line in lines {
            self.proceedings(event, line);
        }
    }
}

/// A change of a text on an issue, from one position to another (in 0..1), as what it would say
/// in place of what it says: "on …, “…” in place of “…”".
pub fn change_words(scenario: &Scenario, issue: IssueId, change: (f64, f64)) -> String {
    let issue = &scenario.issues[issue];
    format!("on {}, {}", issue_name(scenario, issue), wording_change(scenario, issue, change))
}
