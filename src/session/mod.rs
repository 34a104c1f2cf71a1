//! The open document: a debate with its branches, and where in it one looks. Knows no window.

mod branch;
mod change;
mod comparison;
pub mod journal;
mod moves;
mod opened;
mod playback;
mod possible;
mod series;
mod tree;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::council::OutcomeId;
use crate::debate::{Event, OutcomeResult, Record, Selection, State, results};
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::text::{Endings, Entry};
use crate::vote::DecisionChances;

pub use crate::debate::{Turn, TurnKind};
pub use branch::{Branch, BranchId, Fork};
pub use change::Change;
pub use comparison::{Compared, Ending, Likeness, OutcomeChange, TurnPair};
pub use moves::{Move, Way};
pub use playback::{AutoPause, Playback, SPEEDS, Stop};
pub use possible::{OtherVotes, Possible};
pub use series::{Moment, SWING, Swing};
pub use tree::{Deed, Place};

/// The name of the branch in which nobody has changed anything.
const AS_IT_WAS: &str = "As it was";

/// A debate that is being watched, with the branches in which something is otherwise.
///
/// A branch is a pure function of scenario, seed and what people did, so all of it is known from
/// the start; the cursor says how much of the branch that is looked at has been shown.
#[derive(Debug)]
pub struct Session {
    branches: Vec<Branch>,
    /// The place of the branch that is looked at.
    current: usize,
    next_id: BranchId,
    history: tree::History,
    cursor: usize,
    state: State,
    results: Vec<OutcomeResult>,
    comparisons: Mutex<BTreeMap<(BranchId, BranchId), Arc<Compared>>>,
    paused_by: Option<Stop>,
    /// The text of the record file from which it was opened, if it was.
    opened: Option<Arc<str>>,
    /// Whether and how fast the debate plays.
    pub playback: Playback,
    /// At what playing stops by itself.
    pub auto_pause: AutoPause,
}

impl Session {
    /// The debate of `seed`, before the meeting opens.
    pub fn new(scenario: Arc<Scenario>, seed: Seed) -> Self {
        Self::of(Record::of(scenario, seed), AS_IT_WAS)
    }

    /// A debate of which this is the first branch, before the meeting opens.
    fn of(record: Record, name: &str) -> Self {
        let state = State::new(&record.scenario);
        let first = Branch::new(BranchId::FIRST, name.to_owned(), record);
        let mut session = Self {
            branches: vec![first],
            current: 0,
            next_id: BranchId::FIRST.next(),
            history: tree::History::default(),
            cursor: 0,
            state,
            results: Vec::new(),
            comparisons: Mutex::default(),
            paused_by: None,
            opened: None,
            playback: Playback::default(),
            auto_pause: AutoPause::default(),
        };
        session.look();
        session
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.current().record().scenario
    }

    /// The record of the branch that is looked at, shown or not.
    pub fn record(&self) -> &Record {
        self.current().record()
    }

    /// The seed.
    pub fn seed(&self) -> Seed {
        self.current().record().seed
    }

    /// All turns of the branch, shown or not.
    pub fn turns(&self) -> &[Turn] {
        self.current().turns()
    }

    /// How many turns have been shown.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// The turn shown last; `None` before the meeting opens.
    pub fn turn(&self) -> Option<&Turn> {
        self.cursor.checked_sub(1).map(|last| &self.turns()[last])
    }

    /// Whether all of the branch has been shown.
    pub fn is_over(&self) -> bool {
        self.cursor == self.turns().len()
    }

    /// The state at the cursor.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What stands in the record so far, and what happened outside the chamber.
    pub fn entries(&self) -> &[Entry] {
        let shown = self.events_shown();
        let entries = self.current().entries();
        let count = entries.partition_point(|entry| entry.event <= shown);
        &entries[..count]
    }

    /// The events of a turn of this branch.
    pub fn events_of(&self, turn: &Turn) -> &[Event] {
        self.current().events_of(turn)
    }

    /// The event of this number, counted from 1, shown or not.
    pub fn event(&self, number: usize) -> Option<&Event> {
        number.checked_sub(1).and_then(|at| self.current().record().events.get(at))
    }

    /// Where each outcome stands at the cursor, in the order of the file.
    pub fn results(&self) -> &[OutcomeResult] {
        &self.results
    }

    /// The chances of each outcome at the cursor, in the order of the file, from private
    /// positions: for those who watch, never for a seat that is played.
    pub fn chances(&self) -> &[DecisionChances] {
        &self.current().moment(self.cursor, &self.state).chances
    }

    /// What was to be expected after each number of turns of the branch, from none to all; worked
    /// out when it is first asked for.
    pub fn moments(&self) -> Vec<&Moment> {
        self.current().all_moments()
    }

    /// The turns of the branch after which a chance of adoption is another by ten points or more.
    pub fn swings(&self) -> &[Swing] {
        self.current().swings()
    }

    /// Works out at so many more places of the branch what was to be expected, so that no frame
    /// waits for `moments` and `swings`: in a meeting of 193 members whose votes have weights they
    /// take most of a second, else milliseconds. Whether all are known then.
    pub fn work_ahead(&self, most: usize) -> bool {
        self.current().work_ahead(most)
    }

    /// How texts have ended, so far as that has been shown.
    pub fn endings(&self) -> Endings<'_> {
        Endings {
            scenario: self.scenario(),
            state: &self.state,
            events: &self.current().record().events[..self.events_shown()],
            over: self.is_over(),
        }
    }

    /// How it was settled whether to put `outcome`, if that has been shown.
    pub fn selection(&self, outcome: OutcomeId) -> Option<&Selection> {
        self.endings().selection(outcome)
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
        self.paused_by = None;
        self.show(turns);
    }

    /// The place of the cursor that a move leads to: where it is, if there is nothing to move to.
    pub fn target(&self, by: Move, way: Way) -> usize {
        moves::target(self.turns(), self.cursor, (by, way))
    }

    /// Moves along the timeline.
    pub fn go(&mut self, by: Move, way: Way) {
        self.seek(self.target(by, way));
    }

    /// Lets `seconds` of time pass while the debate plays. Returns the seconds until the next
    /// turn, if it still plays.
    pub fn advance(&mut self, seconds: f64) -> Option<f64> {
        for _ in 0..self.playback.advance(seconds) {
            self.show(self.cursor + 1);
            self.paused_by = self.stop();
            if self.paused_by.is_some() {
                self.playback.pause();
                break;
            }
        }
        self.playback.until_next()
    }

    /// Plays from here, or from the start when all has been shown.
    pub fn play(&mut self) {
        if self.is_over() {
            self.seek(0);
        }
        self.paused_by = None;
        self.playback.play();
    }

    /// Why playing stopped by itself at this turn, if it did.
    pub const fn paused_by(&self) -> Option<Stop> {
        self.paused_by
    }

    /// What playing stops at in the turn shown, as a person has settled it.
    fn stop(&self) -> Option<Stop> {
        let turn = self.turn()?;
        self.auto_pause.stop(turn).or_else(|| {
            let swing = self.auto_pause.swings.then(|| self.current().swing_of(self.cursor - 1))?;
            swing.map(Stop::Swing)
        })
    }

    fn show(&mut self, turns: usize) {
        let turns = turns.min(self.turns().len());
        if turns != self.cursor {
            self.cursor = turns;
            let events = self.events_shown();
            self.branches[self.current].bring(&mut self.state, events);
            self.look();
        }
        if self.is_over() {
            self.playback.pause();
        }
    }

    /// How many events have been shown.
    pub fn events_shown(&self) -> usize {
        self.turn().map_or(0, |turn| turn.events.end)
    }

    fn look(&mut self) {
        self.results = results(&self.branches[self.current].record().scenario, &self.state);
    }
}
