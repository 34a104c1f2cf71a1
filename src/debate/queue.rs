//! The events of one action on their way to the state, in buffers that are used again.

use crate::council::{
    ByOutcome, Columns, Declaration, DelegationId, IssueId, Judgement, Point, StageName, Table,
    Text,
};
use crate::opinion::Shift;
use crate::scenario::Scenario;
use crate::vote::{self, BallotRow};

use super::event::{Book, Cause, Event, EventKind, HeardPosition, Offer, Selection};

/// Empty lists kept for the next event that needs one, each with room for the longest.
#[derive(Debug)]
pub(super) struct Pool<T> {
    lists: Vec<Vec<T>>,
    room: usize,
}

impl<T> Pool<T> {
    /// So many lists at the start, with room for this many entries each.
    fn of(lists: usize, room: usize) -> Self {
        let empty = || Vec::with_capacity(room);
        Self { lists: std::iter::repeat_with(empty).take(lists).collect(), room }
    }

    /// Two lists: one that is being written, and one that stands in an event.
    fn with_room_for(room: usize) -> Self {
        Self::of(2, room)
    }

    pub(super) fn take(&mut self) -> Vec<T> {
        self.lists.pop().unwrap_or_else(|| Vec::with_capacity(self.room))
    }

    pub(super) fn give_back(&mut self, mut list: Vec<T>) {
        // Where nothing was ever written, there is nothing to keep.
        if list.capacity() > 0 {
            list.clear();
            self.lists.push(list);
        }
    }

    fn put_back(&mut self, list: &mut Vec<T>) {
        self.give_back(std::mem::take(list));
    }
}

/// Collects the events of one action. After a few actions nothing is allocated any more.
#[derive(Debug)]
pub struct EventQueue {
    events: Vec<Event>,
    /// How many events happened before these.
    before: u32,
    /// The stage in which they happen.
    stage: StageName,
    /// Whether it is wanted how a statement moved each listener.
    pub(super) wants_rows: bool,
    /// What brought the action about.
    pub(super) cause: Cause,
    pub(super) points: Pool<Point>,
    pub(super) declarations: Pool<Declaration>,
    pub(super) shifts: Pool<Shift>,
    pub(super) ballots: Pool<BallotRow>,
    pub(super) selections: Pool<Selection>,
    pub(super) delegations: Pool<DelegationId>,
    pub(super) heard: Pool<HeardPosition>,
    pub(super) offers: Pool<Offer>,
    /// Positions as a penholder estimates them.
    pub(super) estimate: Columns<DelegationId, IssueId, f64>,
    /// Texts as they would be with an amendment.
    pub(super) texts: ByOutcome<Text>,
    pub(super) forecast: vote::Workspace,
    /// Moves of a text whose P(adopted) has been estimated: on which issue, where to, the estimate.
    pub(super) estimated: Vec<(IssueId, f64, f64)>,
    /// How the voting members judge a text as it stands.
    pub(super) judgements: Vec<Judgement>,
    /// How the voting members would judge moves of each issue of a text, issue by issue.
    pub(super) moved: Vec<vote::Moved>,
    /// Offers in the order in which they are looked at.
    pub(super) order: Vec<usize>,
    /// Numbers drawn for the speakers' list.
    pub(super) lots: Vec<(u8, f64, DelegationId)>,
}

impl EventQueue {
    /// An empty queue for debates of `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        let (members, issues) = (scenario.members.len(), scenario.issues.len());
        let outcomes = scenario.outcomes.len();
        let most_arguments = scenario.members.iter().map(|m| m.arguments.len()).max().unwrap_or(0);
        let most_points = issues.max(most_arguments);
        let most_aims = scenario.outcomes.iter().map(|o| o.aims.len()).max().unwrap_or(0);
        Self {
            // The most events: everybody explains its vote.
            events: Vec::with_capacity(2 * members + outcomes + 16),
            before: 0,
            stage: StageName::Opening,
            wants_rows: true,
            cause: Cause::Program,
            // Everybody may explain its vote in the same action.
            points: Pool::of(members + 2, most_points),
            declarations: Pool::with_room_for(outcomes),
            shifts: Pool::with_room_for(members * issues),
            ballots: Pool::with_room_for(members),
            selections: Pool::with_room_for(outcomes),
            delegations: Pool::with_room_for(members),
            heard: Pool::with_room_for(most_aims),
            // Two offers of each member on each issue, and what people offer.
            offers: Pool::with_room_for(2 * members * most_aims),
            estimate: Columns::filled(scenario.members.len(), scenario.issues.len(), 0.0),
            texts: Table::new(scenario.derived.texts.iter().cloned().collect()),
            forecast: vote::Workspace::for_estimates(),
            estimated: Vec::with_capacity(2 * members * most_aims),
            judgements: Vec::with_capacity(members),
            moved: Vec::with_capacity(members * most_aims),
            order: Vec::with_capacity(2 * members * most_aims),
            lots: Vec::new(),
        }
    }

    /// The events collected so far, in order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Starts on the events of one action: after `before` events, in this stage.
    pub(super) fn start(&mut self, before: u32, stage: StageName, cause: Cause) {
        self.before = before;
        self.stage = stage;
        self.cause = cause;
    }

    /// The offer at `place` of those that were weighed last in this action.
    pub(super) fn offer_weighed_last(&self, place: usize) -> Option<Offer> {
        self.events.iter().rev().find_map(|event| match &event.kind {
            EventKind::AmendmentsWeighed { offers, .. } => offers.get(place).copied(),
            _ => None,
        })
    }

    /// The ballots that were cast last in this action.
    pub(super) fn ballots_cast_last(&self) -> Option<&[BallotRow]> {
        self.events.iter().rev().find_map(|event| match &event.kind {
            EventKind::BallotsCast { rows, .. } => Some(&rows[..]),
            _ => None,
        })
    }

    /// From here on, events happen in another stage.
    pub(super) fn enter(&mut self, stage: StageName) {
        self.stage = stage;
    }

    /// Adds an event, brought about by the action itself. Returns it as a cause of others.
    pub(super) fn push(&mut self, book: Book, kind: EventKind) -> Cause {
        self.push_because(self.cause, book, kind)
    }

    /// Adds an event that another brought about. Returns it as a cause of others.
    pub(super) fn push_because(&mut self, cause: Cause, book: Book, kind: EventKind) -> Cause {
        self.events.push(Event { stage: self.stage, book, cause, kind });
        Cause::Event(self.before + self.events.len() as u32)
    }

    pub(super) fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// Takes back the lists of the events collected, and forgets them.
    pub fn clear(&mut self) {
        let mut events = self.take();
        self.recycle(&mut events);
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
                EventKind::BallotsCast { rows, .. }
                | EventKind::SilenceBroken { rows, .. }
                | EventKind::QuestionDecided { rows, .. }
                | EventKind::AmendmentDecided { rows, .. }
                | EventKind::PartDecided { rows, .. } => self.ballots.put_back(rows),
                EventKind::TextsSelected { rows } => self.selections.put_back(rows),
                EventKind::ParticipantsInvited { delegations: order, .. }
                | EventKind::SponsorsJoined { delegations: order, .. }
                | EventKind::SpeakersListed { order } => self.delegations.put_back(order),
                EventKind::SoundingTaken(sounding) => self.heard.put_back(&mut sounding.heard),
                EventKind::AmendmentsWeighed { offers, .. } => self.offers.put_back(offers),
                // The others hold no list.
                _ => {}
            }
        }
        events.clear();
        self.events = std::mem::take(events);
    }
}
