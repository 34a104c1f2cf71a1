//! Where a text comes from, and what became of it.

use crate::council::{IssueId, OutcomeId};
use crate::debate::{EventKind, Selection, results};
use crate::scenario::Scenario;
use crate::text::{blocking_sentences, percent, reason as reason_words, result_words};

use crate::vote;

use super::{Ledger, Reason, points};

impl Ledger<'_> {
    /// The text of `outcome` at the last event: its form, and where it stands on each issue.
    pub fn text(self, outcome: OutcomeId) -> Reason {
        let scenario = self.scenario();
        let state = self.now();
        let text = &state.texts[outcome];
        let mut reason =
            Reason::new(format!("the text: a {}, version {}", text.form.name(), text.version))
                .at(self.outcome_path(outcome));
        if let Some(n) = self.last(
            |kind| matches!(kind, EventKind::SteppedDown { outcome: of, .. } if *of == outcome),
        ) {
            let from = scenario.outcomes[outcome].form.name();
            reason.because.push(Reason::new(format!("it stepped down from a {from}")).at_event(n));
        }
        for aim in &text.aims {
            let id = &scenario.issues[aim.issue].identifier;
            let name = &scenario.issues[aim.issue].name;
            let says = format!("on “{name}” at {}", points(aim.position.get()));
            reason.because.push(
                Reason::new(says)
                    .at(format!("{}.aims[{id:?}].position", self.outcome_path(outcome)))
                    .because(self.amendments(outcome, aim.issue, usize::MAX)),
            );
        }
        reason
    }

    /// The amendments of a text on one issue among the first `until` events.
    pub(super) fn amendments(
        self,
        outcome: OutcomeId,
        issue: IssueId,
        until: usize,
    ) -> Vec<Reason> {
        let events = self.events().iter().take(until).enumerate();
        events
            .filter_map(|(at, event)| match event.kind {
                EventKind::TextAmended { outcome: of, issue: on, from, to, by, .. }
                    if of == outcome && on == issue =>
                {
                    let says = format!(
                        "amended from {} to {}, as {} had asked",
                        points(from),
                        points(to),
                        self.name(by)
                    );
                    Some(Reason::new(says).at_event(at + 1))
                }
                _ => None,
            })
            .collect()
    }

    /// What became of `outcome`, with its tally.
    pub fn result(self, outcome: OutcomeId) -> Reason {
        let scenario = self.scenario();
        let state = self.now();
        let all = results(scenario, &state);
        let Some(result) = all.into_iter().find(|result| result.outcome == outcome) else {
            return Reason::new("no such outcome".to_owned());
        };
        let selected = self.last(|kind| selection(kind, outcome).is_some());
        let row = selected.and_then(|n| selection(&self.record.events[n - 1].kind, outcome));
        let decided = self.last(
            |kind| matches!(kind, EventKind::DecisionTaken { outcome: of, .. } if *of == outcome),
        );
        let says = format!(
            "the result: {}, {}",
            result_words(result.decision),
            reason_words(scenario, &result, row)
        );
        let mut reason = Reason { event: decided, ..Reason::new(says) };
        reason.because.push(self.rule(scenario, outcome));
        // The arithmetic as it stood when the text was decided, or as it stands at the end.
        let moment = decided.map_or_else(|| self.now(), |n| self.before(n));
        if let Some(blocking) = vote::blocking(moment.room(scenario), outcome) {
            let sentences = blocking_sentences(scenario, Some(&result), &blocking);
            reason.because.extend(sentences.into_iter().map(Reason::new));
        }
        if let (Some(n), Some(row)) = (selected, row) {
            let says = match row.estimate {
                Some(estimate) => {
                    format!("its penholder put the chance of adoption at {}", percent(estimate))
                }
                None => "it was put whatever its chance, or not at all".to_owned(),
            };
            reason.because.push(Reason::new(says).at_event(n));
        }
        reason
    }

    pub(super) fn rule(self, scenario: &Scenario, outcome: OutcomeId) -> Reason {
        let form = self.now().texts[outcome].form;
        let path = if scenario.is_security_council {
            "rules".to_owned()
        } else {
            format!("rules.forms[{:?}]", form.identifier())
        };
        Reason::new(format!("by the rule for a {}", form.name())).at(path)
    }
}

/// How it was settled whether to put `outcome`.
fn selection(kind: &EventKind, outcome: OutcomeId) -> Option<&Selection> {
    match kind {
        EventKind::TextsSelected { rows } => rows.iter().find(|row| row.outcome == outcome),
        _ => None,
    }
}
