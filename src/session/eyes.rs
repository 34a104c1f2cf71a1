//! Through whose eyes a debate is looked at: what they cannot know is not there to be shown.

use std::sync::Arc;

use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::debate::{Expectation, Knowledge, Record, State};
use crate::text::{Entry, Verbatim};

use super::Session;
use super::branch::{Branch, BranchId};
use super::series::Moment;

/// Through whose eyes a debate is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eyes {
    /// Those of who watches: everything is seen, private positions and chances too.
    All,
    /// Those of a delegation that is played.
    Seat(DelegationId),
    /// Those of nobody in particular: what is public and, where members are played, what every
    /// member of the Council is told.
    Public,
}

/// A branch as it is seen by those who do not know everything.
#[derive(Debug)]
pub(super) struct Seen {
    eyes: Eyes,
    branch: BranchId,
    pub(super) record: Record,
    pub(super) entries: Vec<Entry>,
    pub(super) state: State,
    pub(super) moment: Moment,
    /// How many events the state is after.
    events: usize,
}

impl Seen {
    /// `branch` as `eyes` see it after so many events. What was seen `before` is used again where
    /// it still holds.
    pub(super) fn look(
        before: Option<Self>,
        (branch, eyes): (&Branch, Eyes),
        events: usize,
    ) -> Option<Self> {
        let seats = match eyes {
            Eyes::All => return None,
            Eyes::Seat(who) => vec![who],
            Eyes::Public => Vec::new(),
        };
        let truth = branch.record();
        let players = branch.play().map_or(&[][..], |play| &play.seats);
        let in_the_room = players.iter().any(|&who| truth.scenario.members[who].votes());
        let knowledge = Knowledge::of(&truth.scenario, &seats).of_members(in_the_room);
        let is_same = |seen: &Self| {
            (seen.eyes, seen.branch) == (eyes, branch.id())
                && seen.record.events.len() == truth.events.len()
        };
        let (record, entries) = match before {
            Some(seen) if is_same(&seen) && seen.events == events => return Some(seen),
            Some(seen) if is_same(&seen) => (seen.record, seen.entries),
            _ => {
                let told = Verbatim::new(&truth.scenario, truth.seed).heard_by(knowledge.clone());
                (knowledge.record(truth), told.all(&truth.events))
            }
        };
        let state = knowledge.state(&record, events);
        let moment = Moment::of(&record.scenario, &state);
        Some(Self { eyes, branch: branch.id(), record, entries, state, moment, events })
    }
}

impl Session {
    /// Through whose eyes the debate is looked at now. Once it is over, everything is seen.
    pub fn eyes(&self) -> Eyes {
        let is_open = self.play_of().is_none() || self.is_open || self.has_ended();
        if is_open { Eyes::All } else { self.eyes }
    }

    /// Whether private positions, reasons and chances may be shown.
    pub fn sees_all(&self) -> bool {
        self.eyes() == Eyes::All
    }

    /// Looks through the eyes of a seat that is played, or of the gallery, as long as the debate is
    /// played. `false` where nobody plays that seat.
    pub fn look_through(&mut self, eyes: Eyes) -> bool {
        let is_theirs = match eyes {
            Eyes::All => false,
            Eyes::Seat(who) => self.seats().contains(&who) || self.presides(who),
            Eyes::Public => true,
        };
        if is_theirs {
            self.eyes = eyes;
            self.look();
        }
        is_theirs
    }

    fn presides(&self, who: DelegationId) -> bool {
        self.play_of().is_some_and(|play| play.presides) && self.state().president == who
    }

    /// Opens what is private to whoever looks, or closes it again: for the teacher.
    pub fn open(&mut self, everything: bool) {
        self.is_open = everything;
        self.look();
    }

    /// Whether a teacher has opened what is private.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// The record of the branch that is looked at with all that is private in it: to save and to
    /// run, never to show while somebody plays.
    pub fn truth(&self) -> &Record {
        self.current().record()
    }

    /// What the eyes that look may expect of each member on a text, as it stands or with one issue
    /// `moved`; `None` where they are not those of a seat.
    pub fn expectation(
        &self,
        outcome: OutcomeId,
        moved: Option<(IssueId, f64)>,
    ) -> Option<Expectation> {
        let Eyes::Seat(who) = self.eyes() else { return None };
        let scenario = Arc::clone(&self.truth().scenario);
        Some(Knowledge::of(&scenario, &[who]).expectation(&self.state, outcome, moved))
    }
}
