//! The meeting as a deterministic process: propose, decide, apply.
//!
//! `Debate::decide` turns an action into events and changes nothing; `State::apply` folds one
//! event into the state and can neither fail nor draw. A debate is a pure function of the
//! scenario, the seed and the actions of people.

mod action;
mod admissible;
mod basis;
mod clock;
mod comparison;
mod consultations;
mod continuation;
mod decide;
mod event;
mod explanations;
mod floor;
mod inject;
mod knowledge;
mod motions;
mod opening;
mod parts;
mod procedure;
mod put;
mod queue;
mod record;
mod replay;
mod result;
mod seal;
mod speakers_list;
mod sponsors;
mod state;
mod turn;
mod voting;
mod wire;

use std::sync::Arc;

use crate::scenario::{Scenario, Uncertain};
use crate::stream::Seed;

pub use action::{Action, Explaining, Intended, IntendedPoint, MOST_CHARACTERS, RuleViolation};
pub use basis::{Basis, basis};
pub use clock::WORDS_A_MINUTE;
pub use comparison::{Beside, Comparison, OutcomeDifference, PositionDifference, compare};
pub use continuation::ContinuationFault;
pub use event::{
    Answer, Book, Cause, Event, EventKind, HeardPosition, Offer, Promise, Selection, Sounding,
};
pub use knowledge::{Expectation, Expected, Knowledge, Leaning};
pub use procedure::{Motion, Question};
pub use queue::EventQueue;
pub use record::{ENGINE_VERSION, Intervention, RECORD_FORMAT, Record, SealedLines, Step};
pub use replay::{Opened, ReplayFault, Replayed, open, replay};
pub use result::{DeclaredLists, OutcomeResult, result_json, results};
pub use seal::Seal;
pub use state::{Bargaining, Chair, FloorRequest, Silence, Sounded, Standing, State};
pub use turn::{Turn, TurnKind, turns, turns_so_far};
pub use wire::event_fields;

/// Takes note of events after they have been applied.
pub trait Sink {
    /// Takes note of one event.
    fn note(&mut self, event: &Event);

    /// Whether it wants to know how a statement moved each listener. Where nobody does, positions
    /// move all the same, and the event that says how has no rows.
    fn wants_rows(&self) -> bool {
        true
    }
}

/// Keeps nothing: for ensembles.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoRecord;

impl Sink for NoRecord {
    fn note(&mut self, _event: &Event) {}

    fn wants_rows(&self) -> bool {
        false
    }
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

    /// Starts again with another seed, after what capitals instruct has been drawn anew for each
    /// of these uncertain positions (`Scenario::varied`), keeping all buffers.
    pub fn restart_varied(&mut self, uncertain: &[Uncertain], seed: Seed) {
        Arc::make_mut(&mut self.scenario).vary(uncertain, seed);
        self.restart(seed);
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
        decide::propose(self.meeting())
    }

    fn meeting(&self) -> decide::Meeting<'_> {
        decide::Meeting { scenario: &self.scenario, seed: self.seed, state: &self.state }
    }

    /// Writes into `queue` the events that `action` of a person would cause now. Changes nothing.
    ///
    /// # Errors
    /// When the rules do not admit the action at this moment.
    pub fn decide(&self, action: &Action, queue: &mut EventQueue) -> Result<(), RuleViolation> {
        queue.clear();
        decide::decide(self.meeting(), (action, Cause::Person), queue)
    }

    /// Carries out an `action` of the model or the programme: its events are applied one by one
    /// and noted by `sink`.
    ///
    /// # Errors
    /// When the rules do not admit the action at this moment; the debate is then as it was.
    pub fn commit(&mut self, action: &Action, sink: &mut impl Sink) -> Result<(), RuleViolation> {
        self.carry_out((action, Cause::Program), sink)
    }

    /// Carries out an `action` of a person, through the same door.
    ///
    /// # Errors
    /// When the rules do not admit the action at this moment; the debate is then as it was.
    pub fn intervene(
        &mut self,
        action: &Action,
        sink: &mut impl Sink,
    ) -> Result<(), RuleViolation> {
        self.carry_out((action, Cause::Person), sink)
    }

    fn carry_out(
        &mut self,
        act: (&Action, Cause),
        sink: &mut impl Sink,
    ) -> Result<(), RuleViolation> {
        let meeting =
            decide::Meeting { scenario: &self.scenario, seed: self.seed, state: &self.state };
        let wants_rows = sink.wants_rows();
        self.queue.wants_rows = wants_rows;
        let decided = decide::decide(meeting, act, &mut self.queue);
        let mut events = self.queue.take();
        if decided.is_ok() {
            for event in &events {
                if !wants_rows {
                    self.state.listen(&self.scenario, event);
                }
                self.state.apply(&self.scenario, event);
                sink.note(event);
            }
        }
        self.queue.recycle(&mut events);
        decided
    }

    /// The debate of `seed` after these events.
    pub fn after(scenario: Arc<Scenario>, seed: Seed, events: &[Event]) -> Self {
        let mut debate = Self::new(scenario, seed);
        for event in events {
            debate.state.apply(&debate.scenario, event);
        }
        debate
    }

    /// Carries out what is proposed until the meeting is over.
    pub fn run(&mut self, sink: &mut impl Sink) {
        while let Some(action) = self.propose() {
            if self.commit(&action, sink).is_err() {
                // What is proposed is always admitted; were it not, stopping beats a hang.
                return;
            }
        }
    }
}
