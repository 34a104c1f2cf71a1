//! Which guiding questions were taken up, and by whom.

use crate::council::{DelegationId, IssueId, StatementPurpose};
use crate::debate::{EventKind, Record};

/// A statement that spoke to a guiding question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Who spoke.
    pub who: DelegationId,
    /// The question, from 0.
    pub question: usize,
    /// The number of the event of the statement, from 1.
    pub event: usize,
    /// On which of the issues that the question raises.
    pub issues: Vec<IssueId>,
}

/// All replies in the first `shown` events: a statement in the debate replies to a question if it
/// addresses an issue that the question raises.
pub fn replies(record: &Record, shown: usize) -> Vec<Reply> {
    let Some(note) = &record.scenario.concept_note else { return Vec::new() };
    let mut found = Vec::new();
    for (at, event) in record.events.iter().take(shown).enumerate() {
        let EventKind::StatementDelivered(statement) = &event.kind else { continue };
        if !matches!(statement.purpose, StatementPurpose::Debate | StatementPurpose::Further) {
            continue;
        }
        for (question, asked) in note.guiding_questions.iter().enumerate() {
            let mut issues: Vec<IssueId> = statement
                .points
                .iter()
                .map(|point| point.issue)
                .filter(|issue| asked.issues.contains(issue))
                .collect();
            issues.dedup();
            if !issues.is_empty() {
                found.push(Reply { who: statement.speaker, question, event: at + 1, issues });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analysis::example;

    use super::*;

    #[test]
    fn who_replies_has_spoken_to_an_issue_of_the_question() {
        let record = example::record();
        let found = replies(&record, record.events.len());
        assert!(!found.is_empty());
        let note = record.scenario.concept_note.as_ref().unwrap();
        for reply in &found {
            let EventKind::StatementDelivered(statement) = &record.events[reply.event - 1].kind
            else {
                panic!("a statement replies");
            };
            assert_eq!(statement.speaker, reply.who);
            assert!(!reply.issues.is_empty());
            for issue in &reply.issues {
                assert!(note.guiding_questions[reply.question].issues.contains(issue));
                assert!(statement.points.iter().any(|point| point.issue == *issue));
            }
        }
        assert!(replies(&record, 0).is_empty());
    }
}
