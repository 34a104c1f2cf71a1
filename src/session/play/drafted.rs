//! The words drafted for a statement as a person intends it, before it is made.

use crate::analysis::seat::objectives;
use crate::council::{DelegationId, Goal};
use crate::debate::{
    Action, Event, EventKind, EventQueue, Intended, IntendedPoint, Knowledge, Record, RuleViolation,
};
use crate::text::{Spoken, Verbatim};

use super::super::Session;
use super::super::eyes::Eyes;

/// How firmly a point is put that is only asked for.
const PLAINLY: f64 = 0.7;

impl Session {
    /// The words in which the model would put a statement here, its headline first; whatever words
    /// a person has given it are left aside.
    ///
    /// # Errors
    /// When the rules do not admit the statement here.
    pub fn drafted(&self, intended: &Intended) -> Result<Spoken, RuleViolation> {
        let intended = Intended { words: None, ..intended.clone() };
        self.composed(&Action::Say(intended))
    }

    /// The statement that the model would make for a delegation that has the floor here, as
    /// something that a person may intend, with what its objectives ask it to raise.
    ///
    /// # Errors
    /// When it does not have the floor.
    pub fn proposed(&self, who: DelegationId) -> Result<Intended, RuleViolation> {
        let mut queue = EventQueue::new(&self.truth().scenario);
        self.here().debate().decide(&Action::Deliver(who), &mut queue)?;
        let said = queue.events().iter().find_map(|event| match &event.kind {
            EventKind::StatementDelivered(said) => Some(said),
            _ => None,
        });
        let said = said.ok_or(RuleViolation::NothingPending)?;
        let mut points: Vec<IntendedPoint> = said
            .points
            .iter()
            .filter_map(|point| {
                let voiced = point.voiced?;
                let emphasis = point.emphasis;
                Some(IntendedPoint { issue: point.issue, voiced, emphasis })
            })
            .collect();
        self.add_what_is_asked(who, &mut points);
        Ok(Intended {
            points,
            declarations: said.declarations.iter().map(|it| (it.outcome, it.stance)).collect(),
            commends: said.commends.map(|it| (it.to, it.issue)),
            criticizes: said.criticizes.map(|it| (it.of, it.issue)),
            ..Intended::silent(who)
        })
    }

    /// What the objectives of a seat ask it to raise, as instructed, where nobody has spoken of it.
    fn add_what_is_asked(&self, who: DelegationId, points: &mut Vec<IntendedPoint>) {
        let scenario = &self.truth().scenario;
        for objective in objectives(scenario, who) {
            let Goal::Raise(issue) = objective.goal else { continue };
            let own = scenario.derived.instructions[(who, issue)];
            if own.given && points.iter().all(|point| point.issue != issue) {
                points.push(IntendedPoint { issue, voiced: own.position, emphasis: PLAINLY });
            }
        }
    }

    /// What would follow from an action here, as the eyes that look would learn of it. Nothing is
    /// changed.
    ///
    /// # Errors
    /// When the rules do not admit it here.
    pub fn follows(&self, action: &Action) -> Result<Vec<Event>, RuleViolation> {
        let record = self.here();
        let mut queue = EventQueue::new(&record.scenario);
        record.debate().decide(action, &mut queue)?;
        let seats = match self.eyes() {
            Eyes::All => return Ok(queue.events().to_vec()),
            Eyes::Seat(who) => vec![who],
            Eyes::Public => Vec::new(),
        };
        let in_the_room = self.seats().iter().any(|&who| record.scenario.members[who].votes());
        let knowledge = Knowledge::of(&record.scenario, &seats).of_members(in_the_room);
        Ok(queue.events().iter().filter_map(|event| knowledge.event(event)).collect())
    }

    fn composed(&self, action: &Action) -> Result<Spoken, RuleViolation> {
        let record = self.here();
        let mut queue = EventQueue::new(&record.scenario);
        record.debate().decide(action, &mut queue)?;
        let said = queue.events().iter().find_map(|event| match &event.kind {
            EventKind::StatementDelivered(said) => Some(said),
            _ => None,
        });
        let said = said.ok_or(RuleViolation::NothingPending)?;
        let mut verbatim = Verbatim::new(&record.scenario, record.seed);
        for event in &record.events {
            verbatim.tell(event);
        }
        Ok(verbatim.spoken(said))
    }

    /// The record up to what is shown.
    pub(super) fn here(&self) -> Record {
        self.truth().branch(self.current().begun_by(self.cursor))
    }
}
