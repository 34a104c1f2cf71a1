//! What has happened in a meeting, as far as later words refer to it.

use crate::council::{
    Capacity, DelegationId, GroupId, InjectId, IssueId, Statement, StatementPurpose,
};
use crate::scenario::Scenario;

use super::grammar::has_clause;
use super::phrasebook::Said;
use super::realize::Spoken;

/// How a passage of a plan begins that takes up what intervened.
pub(super) const REACTS: &str = "reacts: ";

/// What has been said and done in a meeting so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Happened {
    /// Every sentence that was said.
    pub(super) said: Said,
    /// The briefers that were heard, with the issues they spoke to.
    pub(super) briefings: Vec<(DelegationId, Vec<IssueId>)>,
    /// The groups for which somebody spoke, and who did.
    pub(super) groups: Vec<(GroupId, DelegationId)>,
    /// What intervened since the meeting began.
    pub(super) injects: Vec<InjectId>,
    /// Reasons that a delegation has given, by issue; it gives each once.
    pub(super) reasons: Vec<(DelegationId, IssueId)>,
    /// How many statements took up what intervened.
    pub(super) reactions: usize,
    /// How many statements were made to each end.
    statements: [usize; 5],
    /// How many delegations, briefers apart, have taken part in the debate.
    pub(super) speakers: usize,
}

/// The place of a purpose in a table of purposes.
const fn end(purpose: StatementPurpose) -> usize {
    match purpose {
        StatementPurpose::Debate => 0,
        StatementPurpose::Further => 1,
        StatementPurpose::ExplanationBefore(_) => 2,
        StatementPurpose::ExplanationAfter(_) => 3,
        StatementPurpose::Dissociation(_) => 4,
    }
}

impl Happened {
    /// How many statements were made to this end.
    pub(super) const fn statements(&self, purpose: StatementPurpose) -> usize {
        self.statements[end(purpose)]
    }

    /// Remembers a statement and its words.
    pub(super) fn remember(&mut self, scenario: &Scenario, statement: &Statement, spoken: &Spoken) {
        self.said.remember(&spoken.text);
        for point in &statement.points {
            let reason = scenario.reason(statement.speaker, point.issue);
            if reason.is_some_and(|reason| has_clause(&spoken.text, reason)) {
                self.reasons.push((statement.speaker, point.issue));
            }
        }
        self.reactions += usize::from(spoken.plan.iter().any(|it| it.starts_with(REACTS)));
        self.statements[end(statement.purpose)] += 1;
        if statement.purpose != StatementPurpose::Debate {
            return;
        }
        match statement.capacity {
            Capacity::Briefer => {
                let issues = statement.points.iter().map(|point| point.issue).collect();
                self.briefings.push((statement.speaker, issues));
                return;
            }
            Capacity::OnBehalfOf(group) => self.groups.push((group, statement.speaker)),
            Capacity::National => {}
        }
        self.speakers += 1;
    }
}
