//! The scenario, the record and the state as they are known.

use std::sync::Arc;

use crate::council::{DelegationId, IssueId, RedLine};
use crate::scenario::{Instructions, Scenario};
use crate::unit::UnitInterval;

use super::super::event::{Book, Cause, Event, EventKind};
use super::super::record::Record;
use super::super::state::State;
use super::Knowledge;

/// How much another is taken to care for an issue, in 0..1.
const GUESSED: f64 = 0.5;
/// The veto reluctance that a file leaves unwritten, in hundredths (docs/model.md, "Defaults").
const RELUCTANCE: f64 = 20.0;

impl Knowledge<'_> {
    /// The scenario as it is known: stances, reasons, briefs and arguments of others are not in it,
    /// nor what only the teacher and the debrief read. Others are taken to stand at the status quo,
    /// and to care as much for each issue as one can guess: half of what is possible.
    pub fn scenario(&self) -> Scenario {
        let mut known = self.scenario.clone();
        for who in self.scenario.members.ids().filter(|&who| !self.is_own(who)) {
            known.seats[who] = None;
            known.members[who].arguments.clear();
            known.members[who].veto_reluctance =
                UnitInterval::from_percent(RELUCTANCE).unwrap_or_default();
            for issue in self.scenario.issues.ids() {
                self.forget(&mut known, who, issue);
            }
        }
        for holders in known.derived.holders.as_mut_slice() {
            holders.retain(|&who| self.is_own(who));
        }
        for outcome in self.scenario.outcomes.ids().filter(|&outcome| !self.holds_pen(outcome)) {
            known.derived.first_gain[outcome] = 0.0;
        }
        known.teaching_note.clear();
        known.record = None;
        known.names = None;
        known.source = "".into();
        let dynamics = known.dynamics;
        known.set_dynamics(dynamics);
        known
    }

    /// The record as it is known: each event stands in its place, and those of which nothing is
    /// known as shifts of nobody.
    pub fn record(&self, record: &Record) -> Record {
        let nothing = |event: &Event| Event {
            stage: event.stage,
            book: Book::Outside,
            cause: Cause::Program,
            kind: EventKind::PositionsShifted { rows: Vec::new() },
        };
        Record {
            scenario: Arc::new(self.scenario()),
            seed: record.seed,
            events: record
                .events
                .iter()
                .map(|event| self.event(event).unwrap_or_else(|| nothing(event)))
                .collect(),
            steps: record.steps.clone(),
        }
    }

    /// The state after the first `events` events of a record as it is `known`: others stand where
    /// they last voiced that they do.
    pub fn state(&self, known: &Record, events: usize) -> State {
        let mut state = known.state_at(events);
        for who in self.scenario.members.ids().filter(|&who| !self.is_own(who)) {
            for issue in self.scenario.issues.ids() {
                let q = self.scenario.derived.status_quo[issue];
                state.positions[(who, issue)] = state.voiced[(who, issue)].unwrap_or(q);
            }
        }
        state
    }

    /// Takes out of `known` what `who` keeps to itself on an issue.
    fn forget(&self, known: &mut Scenario, who: DelegationId, issue: IssueId) {
        known.stances[(who, issue)] = None;
        known.derived.salience[(who, issue)] = GUESSED;
        known.derived.instructions[(who, issue)] = Instructions {
            given: false,
            position: self.scenario.derived.status_quo[issue],
            salience: GUESSED,
            flexibility: 0.0,
            red_line: RedLine { low: UnitInterval::ZERO, high: UnitInterval::ONE },
        };
        known.derived.arguments_on[(who, issue)].clear();
    }
}
