//! The open document: one debate, and where in it one looks. Knows no window.

mod playback;
mod turn;

use std::sync::Arc;

use crate::council::OutcomeId;
use crate::debate::{Event, EventKind, OutcomeResult, Record, Selection, State, results};
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::text::{Entry, Verbatim};
use crate::vote::{DecisionChances, Workspace, decision_chances};

pub use playback::{Playback, SPEEDS};
pub use turn::{Turn, TurnKind};

/// A debate that is being watched.
///
/// The debate is a pure function of scenario and seed, so all of it is known from the start;
/// the cursor says how much of it has been shown.
#[derive(Debug)]
pub struct Session {
    record: Record,
    turns: Vec<Turn>,
    entries: Vec<Entry>,
    cursor: usize,
    state: State,
    results: Vec<OutcomeResult>,
    chances: Vec<DecisionChances>,
    /// Whether and how fast the debate plays.
    pub playback: Playback,
}

impl Session {
    /// The debate of `seed`, before the meeting opens.
    pub fn new(scenario: Arc<Scenario>, seed: Seed) -> Self {
        let record = Record::of(scenario, seed);
        let turns = turn::turns(&record);
        let entries = Verbatim::of(&record.scenario, seed, &record.events);
        let state = State::new(&record.scenario);
        let mut session = Self {
            record,
            turns,
            entries,
            cursor: 0,
            state,
            results: Vec::new(),
            chances: Vec::new(),
            playback: Playback::default(),
        };
        session.look();
        session
    }

    /// The scenario.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.record.scenario
    }

    /// The whole record, what has not been shown yet as well.
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// The seed.
    pub const fn seed(&self) -> Seed {
        self.record.seed
    }

    /// All turns of the debate, shown or not.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// How many turns have been shown.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// The turn shown last; `None` before the meeting opens.
    pub fn turn(&self) -> Option<&Turn> {
        self.cursor.checked_sub(1).map(|last| &self.turns[last])
    }

    /// Whether all of the debate has been shown.
    pub fn is_over(&self) -> bool {
        self.cursor == self.turns.len()
    }

    /// The state at the cursor.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What stands in the record so far, and what happened outside the chamber.
    pub fn entries(&self) -> &[Entry] {
        let shown = self.events_shown();
        let count = self.entries.partition_point(|entry| entry.event <= shown);
        &self.entries[..count]
    }

    /// The events of a turn.
    pub fn events_of(&self, turn: &Turn) -> &[Event] {
        &self.record.events[turn.events.clone()]
    }

    /// The event of this number, counted from 1, shown or not.
    pub fn event(&self, number: usize) -> Option<&Event> {
        number.checked_sub(1).and_then(|at| self.record.events.get(at))
    }

    /// Where each outcome stands at the cursor, in the order of the file.
    pub fn results(&self) -> &[OutcomeResult] {
        &self.results
    }

    /// The chances of each outcome at the cursor, in the order of the file, from private
    /// positions: for those who watch, never for a seat that is played.
    pub fn chances(&self) -> &[DecisionChances] {
        &self.chances
    }

    /// How it was settled whether to put `outcome`, if that has been shown.
    pub fn selection(&self, outcome: OutcomeId) -> Option<&Selection> {
        let shown = &self.record.events[..self.events_shown()];
        shown.iter().rev().find_map(|event| match &event.kind {
            EventKind::TextsSelected { rows } => rows.iter().find(|row| row.outcome == outcome),
            _ => None,
        })
    }

    /// Shows the next turn.
    pub fn step(&mut self) {
        self.seek(self.cursor + 1);
    }

    /// Goes back one turn.
    pub fn back(&mut self) {
        self.seek(self.cursor.saturating_sub(1));
    }

    /// Shows the first `turns` turns; all of them, if there are fewer.
    pub fn seek(&mut self, turns: usize) {
        let turns = turns.min(self.turns.len());
        if turns != self.cursor {
            self.cursor = turns;
            self.look();
        }
        if self.is_over() {
            self.playback.pause();
        }
    }

    /// Lets `seconds` of time pass while the debate plays. Returns the seconds until the next
    /// turn, if it still plays.
    pub fn advance(&mut self, seconds: f64) -> Option<f64> {
        let due = self.playback.advance(seconds);
        if due > 0 {
            self.seek(self.cursor + due);
        }
        self.playback.until_next()
    }

    /// Plays from here, or from the start when all has been shown.
    pub fn play(&mut self) {
        if self.is_over() {
            self.seek(0);
        }
        self.playback.play();
    }

    fn events_shown(&self) -> usize {
        self.turn().map_or(0, |turn| turn.events.end)
    }

    fn look(&mut self) {
        let scenario = Arc::clone(&self.record.scenario);
        self.state = self.record.state_at(self.events_shown());
        self.results = results(&scenario, &self.state);
        let room = self.state.room(&scenario);
        let mut workspace = Workspace::default();
        let outcomes = scenario.order.outcomes.iter();
        self.chances = outcomes.map(|&id| decision_chances(room, id, &mut workspace)).collect();
    }
}
