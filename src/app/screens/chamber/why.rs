//! What can be asked why of, and the answer of the ledger as rows.

use crate::analysis::ledger::{Ledger, Reason};
use crate::app::shell::upper_first;
use crate::app::views::ReasonRow;
use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::session::Session;

/// Something that has reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// A point of the statement of an event.
    Point(usize, IssueId),
    /// What the statement of an event declares.
    Declaration(usize, OutcomeId),
    /// Whom the statement of an event commends.
    Commends(usize),
    /// With what the statement of an event differs.
    Differs(usize),
    /// A ballot, or a stance.
    Standing(DelegationId, OutcomeId),
    Position(DelegationId, IssueId),
    /// Declared support.
    Support(OutcomeId),
    /// The chance of adoption.
    Chance(OutcomeId),
    /// The risk of a veto, or of an objection.
    Risk(OutcomeId),
    Result(OutcomeId),
}

/// A moment of a debate: what is worked out for one is worked out once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Where the events lie: another branch has its own.
    record: (usize, usize),
    cursor: usize,
}

impl Moment {
    pub(super) fn of(session: &Session) -> Self {
        let events = &session.record().events;
        Self { record: (events.as_ptr().addr(), events.len()), cursor: session.cursor() }
    }

    /// Which record it is a moment of.
    pub(super) const fn record(self) -> (usize, usize) {
        self.record
    }
}

/// How many events have been shown.
pub(super) fn events_shown(session: &Session) -> usize {
    session.turn().map_or(0, |turn| turn.events.end)
}

/// The turn that shows an event, counted from 1.
pub(in crate::app::screens) fn turn_of(session: &Session, event: usize) -> Option<usize> {
    let at = event.checked_sub(1)?;
    let turn = session.turns().partition_point(|turn| turn.events.end <= at);
    session.turns().get(turn).map(|_| turn + 1)
}

impl Why {
    /// The answer, from what has been shown.
    pub(super) fn answer(self, session: &Session) -> Option<ReasonRow> {
        let until = events_shown(session);
        let ledger = Ledger::up_to(session.record(), until);
        let reason = match self {
            Self::Point(event, issue) => ledger.point(event, issue)?,
            Self::Declaration(event, outcome) => ledger.declaration_at(event, outcome)?,
            Self::Commends(event) => ledger.commendation(event)?,
            Self::Differs(event) => ledger.criticism(event)?,
            Self::Standing(who, outcome) => ledger.standing(who, outcome),
            Self::Position(who, issue) => ledger.position(who, issue, until),
            Self::Support(outcome) => ledger.support(outcome),
            Self::Chance(outcome) => ledger.chance(outcome),
            Self::Risk(outcome) => ledger.risk(outcome),
            Self::Result(outcome) => ledger.result(outcome),
        };
        Some(row(session, &reason))
    }
}

fn row(session: &Session, reason: &Reason) -> ReasonRow {
    let source = reason.source.map(|id| &session.scenario().sources[id]);
    ReasonRow {
        says: upper_first(&reason.says),
        event: reason.event.and_then(|event| Some((event, turn_of(session, event)?))),
        place: reason.place.clone(),
        source: source.map(|source| (source.title.clone(), source.url.clone())),
        because: reason.because.iter().map(|reason| row(session, reason)).collect(),
    }
}
