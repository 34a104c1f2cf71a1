//! The meeting as a deterministic process: propose, decide, apply.
//!
//! `Debate::decide` turns an action into events and changes nothing; `State::apply` folds one
//! event into the state and can neither fail nor draw. A debate is a pure function of the
//! scenario, the seed and the actions of people.

mod action;
mod decide;
mod event;
mod put;
mod queue;
mod record;
mod replay;
mod result;
mod speakers_list;
mod state;
mod voting;
mod wire;

use std::sync::Arc;

use crate::scenario::Scenario;
use crate::stream::Seed;

pub use action::{Action, RuleViolation};
pub use event::{Book, Event, EventKind, Selection};
pub use queue::EventQueue;
pub use record::{ENGINE_VERSION, RECORD_FORMAT, Record};
pub use replay::{ReplayFault, Replayed, replay};
pub use result::{DeclaredLists, OutcomeResult, results};
pub use state::{Standing, State};
pub use wire::event_fields;

/// Takes note of events after they have been applied.
pub trait Sink {
    /// Takes note of one event.
    fn note(&mut self, event: &Event);
}

/// Keeps nothing: for ensembles.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoRecord;

impl Sink for NoRecord {
    fn note(&mut self, _event: &Event) {}
}

impl Sink for Vec<Event> {
    fn note(&mut self, event: &Event) {
        self.push(event.clone());
    }
}

/// A debate in progress.
#[derive(Debug)]
pub struct Debate {
    scenario: Arc<Scenario>,
    seed: Seed,
    state: State,
    queue: EventQueue,
}

impl Debate {
    /// The debate of `seed`, before the meeting opens.
    pub fn new(scenario: Arc<Scenario>, seed: Seed) -> Self {
        let state = State::new(&scenario);
        let queue = EventQueue::new(&scenario);
        Self { scenario, seed, state, queue }
    }

    /// Starts again with another seed, keeping all buffers.
    pub fn restart(&mut self, seed: Seed) {
        self.seed = seed;
        self.state.reset(&self.scenario);
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The seed.
    pub const fn seed(&self) -> Seed {
        self.seed
    }

    /// Where the debate stands.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What the programme and the model would do now; `None` when the meeting is over.
    pub fn propose(&self) -> Option<Action> {
        decide::propose(&self.scenario, &self.state)
    }

    /// Writes into `queue` the events that `action` would cause now. Changes nothing.
    ///
    /// # Errors
    /// When the rules do not admit the action at this moment.
    pub fn decide(&self, action: Action, queue: &mut EventQueue) -> Result<(), RuleViolation> {
        let meeting =
            decide::Meeting { scenario: &self.scenario, seed: self.seed, state: &self.state };
        decide::decide(meeting, action, queue)
    }

    /// Carries out `action`: its events are applied one by one and noted by `sink`.
    ///
    /// # Errors
    /// When the rules do not admit the action at this moment; the debate is then as it was.
    pub fn commit(&mut self, action: Action, sink: &mut impl Sink) -> Result<(), RuleViolation> {
        let meeting =
            decide::Meeting { scenario: &self.scenario, seed: self.seed, state: &self.state };
        let decided = decide::decide(meeting, action, &mut self.queue);
        let mut events = self.queue.take();
        if decided.is_ok() {
            for event in &events {
                self.state.apply(&self.scenario, event);
                sink.note(event);
            }
        }
        self.queue.recycle(&mut events);
        decided
    }

    /// Carries out what is proposed until the meeting is over.
    pub fn run(&mut self, sink: &mut impl Sink) {
        while let Some(action) = self.propose() {
            if self.commit(action, sink).is_err() {
                // What is proposed is always admitted; were it not, stopping beats a hang.
                return;
            }
        }
    }
}
