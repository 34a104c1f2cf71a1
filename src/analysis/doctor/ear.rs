//! What is heard in the runs beside the counts of an ensemble: answers, withdrawals, texts that
//! give way.

use std::collections::BTreeMap;

use crate::council::{
    ByOutcome, DelegationId, IssueId, OutcomeId, Statement, StatementPurpose, Table,
};
use crate::debate::{Event, EventKind, Sink};
use crate::scenario::Scenario;

/// Counts of all runs together.
#[derive(Debug)]
pub(super) struct Ear {
    /// The issues of each guiding question.
    questions: Vec<Vec<IssueId>>,
    /// How many statements addressed an issue of each guiding question.
    pub(super) answers: Vec<u64>,
    /// In how many runs a sponsor withdrew its own text.
    pub(super) withdrawn: BTreeMap<(OutcomeId, DelegationId), u64>,
    /// How often a text gave way to two more promising ones.
    pub(super) gave_way: ByOutcome<u64>,
}

impl Ear {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let note = scenario.concept_note.iter();
        let questions: Vec<_> =
            note.flat_map(|note| &note.guiding_questions).map(|q| q.issues.clone()).collect();
        Self {
            answers: vec![0; questions.len()],
            questions,
            withdrawn: BTreeMap::new(),
            gave_way: Table::filled(scenario.outcomes.len(), 0),
        }
    }

    /// What all of them heard.
    pub(super) fn sum(scenario: &Scenario, ears: &[Self]) -> Self {
        let mut sum = Self::new(scenario);
        for ear in ears {
            for (all, part) in sum.answers.iter_mut().zip(&ear.answers) {
                *all += part;
            }
            for (place, count) in &ear.withdrawn {
                *sum.withdrawn.entry(*place).or_default() += count;
            }
            for (outcome, count) in ear.gave_way.pairs() {
                sum.gave_way[outcome] += count;
            }
        }
        sum
    }

    fn statement(&mut self, statement: &Statement) {
        // Explanations of vote speak of a text, whatever was asked.
        if !matches!(statement.purpose, StatementPurpose::Debate | StatementPurpose::Further) {
            return;
        }
        for (issues, answers) in self.questions.iter().zip(&mut self.answers) {
            if statement.points.iter().any(|point| issues.contains(&point.issue)) {
                *answers += 1;
            }
        }
    }
}

impl Sink for Ear {
    fn note(&mut self, event: &Event) {
        match &event.kind {
            EventKind::StatementDelivered(statement) => self.statement(statement),
            EventKind::TextsSelected { rows } => {
                for row in rows {
                    self.gave_way[row.outcome] += u64::from(row.gave_way);
                    if let Some(by) = row.withdrawn_by {
                        *self.withdrawn.entry((row.outcome, by)).or_default() += 1;
                    }
                }
            }
            _ => {}
        }
    }

    fn wants_rows(&self) -> bool {
        false
    }
}
