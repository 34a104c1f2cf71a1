//! The events of one action on their way to the state, in buffers that are used again.

use crate::council::{Declaration, DelegationId, Grid, IssueId, Point, StageName};
use crate::opinion::Shift;
use crate::scenario::Scenario;
use crate::vote::{self, BallotRow};

use super::event::{Book, Event, EventKind, Selection};

/// Empty lists kept for the next event that needs one.
#[derive(Debug)]
pub(super) struct Pool<T>(Vec<Vec<T>>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Pool<T> {
    pub(super) fn take(&mut self) -> Vec<T> {
        self.0.pop().unwrap_or_default()
    }

    pub(super) fn give_back(&mut self, mut list: Vec<T>) {
        list.clear();
        self.0.push(list);
    }

    fn put_back(&mut self, list: &mut Vec<T>) {
        self.give_back(std::mem::take(list));
    }
}

/// Collects the events of one action. After a few actions nothing is allocated any more.
#[derive(Debug)]
pub struct EventQueue {
    events: Vec<Event>,
    pub(super) points: Pool<Point>,
    pub(super) declarations: Pool<Declaration>,
    pub(super) shifts: Pool<Shift>,
    pub(super) ballots: Pool<BallotRow>,
    pub(super) selections: Pool<Selection>,
    pub(super) delegations: Pool<DelegationId>,
    /// Positions as a penholder estimates them.
    pub(super) estimate: Grid<DelegationId, IssueId, f64>,
    pub(super) forecast: vote::Workspace,
    /// Numbers drawn for the speakers' list.
    pub(super) lots: Vec<(u8, f64, DelegationId)>,
}

impl EventQueue {
    /// An empty queue for debates of `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            events: Vec::new(),
            points: Pool::default(),
            declarations: Pool::default(),
            shifts: Pool::default(),
            ballots: Pool::default(),
            selections: Pool::default(),
            delegations: Pool::default(),
            estimate: Grid::filled(scenario.members.len(), scenario.issues.len(), 0.0),
            forecast: vote::Workspace::default(),
            lots: Vec::new(),
        }
    }

    /// The events collected so far, in order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub(super) fn push(&mut self, stage: StageName, book: Book, kind: EventKind) {
        self.events.push(Event { stage, book, kind });
    }

    pub(super) fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// Takes back the lists of events that have been applied, and the empty list itself.
    pub(super) fn recycle(&mut self, events: &mut Vec<Event>) {
        for event in events.iter_mut() {
            match &mut event.kind {
                EventKind::StatementDelivered(statement) => {
                    self.points.put_back(&mut statement.points);
                    self.declarations.put_back(&mut statement.declarations);
                }
                EventKind::PositionsShifted { rows } => self.shifts.put_back(rows),
                EventKind::BallotsCast { rows, .. } => self.ballots.put_back(rows),
                EventKind::TextsSelected { rows } => self.selections.put_back(rows),
                EventKind::ParticipantsInvited { delegations: order, .. }
                | EventKind::SpeakersListed { order } => self.delegations.put_back(order),
                EventKind::StageOpened
                | EventKind::MeetingCalledToOrder
                | EventKind::AgendaAdopted
                | EventKind::FloorGiven { .. }
                | EventKind::FloorPassed { .. }
                | EventKind::DecisionTaken { .. }
                | EventKind::MeetingAdjourned => {}
            }
        }
        events.clear();
        self.events = std::mem::take(events);
    }
}
