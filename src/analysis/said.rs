//! What was said up to a moment: by whom, and at which event.

use std::collections::BTreeSet;

use crate::council::{AdoptionRule, Declared, DelegationId, IssueId, OutcomeId, Statement};
use crate::debate::{Event, EventKind, Record};
use crate::scenario::Scenario;
use crate::vote::Ballot;

/// The first events of a record, asked who said what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    scenario: &'a Scenario,
    events: &'a [Event],
}

impl<'a> Said<'a> {
    /// What was said in the first `until` events of `record`.
    pub(super) fn up_to(record: &'a Record, until: usize) -> Self {
        let events = &record.events[..until.min(record.events.len())];
        Self { scenario: &record.scenario, events }
    }

    /// The statements, each with the number of its event, from 1.
    fn statements(self) -> impl DoubleEndedIterator<Item = (usize, &'a Statement)> {
        self.events.iter().enumerate().filter_map(|(at, event)| match &event.kind {
            EventKind::StatementDelivered(statement) => Some((at + 1, statement)),
            _ => None,
        })
    }

    /// The statement of event number `n`, from 1.
    pub(super) fn statement(self, n: usize) -> Option<&'a Statement> {
        match &self.events.get(n.checked_sub(1)?)?.kind {
            EventKind::StatementDelivered(statement) => Some(statement),
            _ => None,
        }
    }

    /// Those that made a statement, briefers left out.
    pub(super) fn speakers(self) -> BTreeSet<DelegationId> {
        let speakers = self.statements().map(|(_, statement)| statement.speaker);
        speakers.filter(|&who| !self.scenario.members[who].is_briefer()).collect()
    }

    /// The numbers of the events of the statements of `who`.
    pub(super) fn statements_of(self, who: DelegationId) -> Vec<usize> {
        let own = self.statements().filter(|(_, statement)| statement.speaker == who);
        own.map(|(event, _)| event).collect()
    }

    /// What `who` declared last on `outcome`, and at which event. A signature under a joint
    /// statement is a declaration in favour, as in the tally.
    pub(super) fn declared(
        self,
        who: DelegationId,
        outcome: OutcomeId,
    ) -> Option<(usize, Declared)> {
        if let Some(event) = self.signed(who, outcome) {
            return Some((event, Declared::InFavour));
        }
        let mut own = self.statements().rev().filter(|(_, statement)| statement.speaker == who);
        let last = own.find_map(|(event, statement)| {
            let declared = statement.declarations.iter().find(|it| it.outcome == outcome)?;
            Some((event, declared.stance))
        });
        last.filter(|&(_, stance)| stance != Declared::Undeclared)
    }

    fn signed(self, who: DelegationId, on: OutcomeId) -> Option<usize> {
        if *self.scenario.rule(on) != AdoptionRule::Signature {
            return None;
        }
        let at = self.events.iter().position(|event| match &event.kind {
            EventKind::BallotsCast { outcome, rows } => {
                let signs = |row: &crate::vote::BallotRow| {
                    row.delegation == who && row.ballot == Ballot::InFavour
                };
                *outcome == on && rows.iter().any(signs)
            }
            _ => false,
        });
        at.map(|at| at + 1)
    }

    /// The position, in 0..1, that `who` voiced last on `issue`, and at which event.
    pub(super) fn voiced(self, who: DelegationId, issue: IssueId) -> Option<(usize, f64)> {
        let mut own = self.statements().rev().filter(|(_, statement)| statement.speaker == who);
        own.find_map(|(event, statement)| {
            let mut points = statement.points.iter();
            Some((event, points.find(|point| point.issue == issue)?.voiced?))
        })
    }
}

/// What a declared stance is called after "was" or "is".
pub(super) const fn stance(declared: Declared) -> &'static str {
    match declared {
        Declared::InFavour => "in favour of",
        Declared::Reservations => "with reservations on",
        Declared::Opposed => "opposed to",
        Declared::Undeclared => "undeclared on",
    }
}
