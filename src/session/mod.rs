//! The open document: a debate with its branches, and where in it one looks. Knows no window.

mod branch;
mod change;
mod comparison;
mod eyes;
pub mod journal;
mod moves;
mod naming;
mod opened;
mod papers;
mod play;
mod playback;
mod possible;
mod series;
mod tree;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::council::{DelegationId, OutcomeId};
use crate::debate::{Event, OutcomeResult, Record, Selection, State, results};
use crate::scenario::{Naming, Scenario};
use crate::stream::Seed;
use crate::text::{Endings, Entry};
use crate::vote::DecisionChances;

pub use crate::debate::{Turn, TurnKind};
pub use branch::{Branch, BranchId, Fork};
pub use change::Change;
pub use comparison::{Compared, Ending, Likeness, OutcomeChange, TurnPair};
pub use eyes::Eyes;
pub use moves::{Move, Way};
pub use papers::{Papers, ROOM};
pub use play::{Draft, Due, Jotting, Matter, Note, Play, notebook};
pub use playback::{AutoPause, Playback, SPEEDS, Stop};
pub use possible::{OtherVotes, Possible};
pub use series::{Moment, SWING, Swing};
pub use tree::{Deed, Place};

/// The name of the branch in which nobody has changed anything.
const AS_IT_WAS: &str = "As it was";
/// The name of the branch in which people play.
const AS_PLAYED: &str = "As played";

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
    /// Through whose eyes it is looked at while it is played, and what they see of it.
    eyes: Eyes,
    seen: Option<eyes::Seen>,
    /// Whether a teacher has opened what is private.
    is_open: bool,
    /// What people have written and not yet said, by seat.
    drafts: Vec<(DelegationId, Draft)>,
    /// What people have written beside the debate.
    papers: Papers,
    /// The text of the record file from which it was opened, if it was, and how States were named
    /// in it.
    opened: Option<(Arc<str>, Naming)>,
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
            eyes: Eyes::All,
            seen: None,
            is_open: false,
            drafts: Vec::new(),
            papers: Papers::default(),
            opened: None,
            playback: Playback::default(),
            auto_pause: AutoPause::default(),
        };
        session.look();
        session
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.record().scenario
    }

    /// The record of the branch that is looked at, shown or not, as the eyes that look see it.
    pub fn record(&self) -> &Record {
        self.seen.as_ref().map_or_else(|| self.truth(), |seen| &seen.record)
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

    /// Whether all of the debate has been shown: nothing waits for a person any more.
    pub fn is_over(&self) -> bool {
        self.is_at_end() && self.current().due().is_none()
    }

    /// Whether all of the debate has been shown once, wherever one looks now.
    pub fn has_ended(&self) -> bool {
        self.current().has_ended() || self.is_over()
    }

    /// The state at the cursor.
    pub fn state(&self) -> &State {
        self.seen.as_ref().map_or(&self.state, |seen| &seen.state)
    }

    /// What stands in the record so far, and what happened outside the chamber.
    pub fn entries(&self) -> &[Entry] {
        let shown = self.events_shown();
        let entries =
            self.seen.as_ref().map_or_else(|| self.current().entries(), |seen| &seen.entries);
        let count = entries.partition_point(|entry| entry.event <= shown);
        &entries[..count]
    }

    /// The events of a turn of this branch.
    pub fn events_of(&self, turn: &Turn) -> &[Event] {
        &self.record().events[turn.events.clone()]
    }

    /// The event of this number, counted from 1, shown or not.
    pub fn event(&self, number: usize) -> Option<&Event> {
        number.checked_sub(1).and_then(|at| self.record().events.get(at))
    }

    /// Where each outcome stands at the cursor, in the order of the file.
    pub fn results(&self) -> &[OutcomeResult] {
        &self.results
    }

    /// The chances of each outcome at the cursor, in the order of the file, from private
    /// positions: for those who watch, never for a seat that is played, for which they follow from
    /// what was said.
    pub fn chances(&self) -> &[DecisionChances] {
        if let Some(seen) = &self.seen {
            return &seen.moment.chances;
        }
        &self.current().moment(self.cursor, &self.state).chances
    }

    /// What was to be expected after each number of turns of the branch, from none to all; worked
    /// out when it is first asked for.
    pub fn moments(&self) -> Vec<&Moment> {
        if self.sees_all() { self.current().all_moments() } else { Vec::new() }
    }

    /// The turns of the branch after which a chance of adoption is another by ten points or more.
    pub fn swings(&self) -> &[Swing] {
        if self.sees_all() { self.current().swings() } else { &[] }
    }

    /// Works out at so many more places of the branch what was to be expected, so that no frame
    /// waits for `moments` and `swings`: in a meeting of 193 members whose votes have weights they
    /// take most of a second, else milliseconds. Whether all are known then.
    pub fn work_ahead(&self, most: usize) -> bool {
        !self.sees_all() || self.current().work_ahead(most)
    }

    /// How texts have ended, so far as that has been shown.
    pub fn endings(&self) -> Endings<'_> {
        Endings {
            scenario: self.scenario(),
            state: self.state(),
            events: &self.record().events[..self.events_shown()],
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
        // What waits for a person does not come by waiting.
        if !self.is_at_end() {
            self.playback.play();
        }
    }

    /// Why playing stopped by itself at this turn, if it did.
    pub const fn paused_by(&self) -> Option<Stop> {
        self.paused_by
    }

    /// What playing stops at in the turn shown, as a person has settled it.
    fn stop(&self) -> Option<Stop> {
        let turn = self.turn()?;
        self.auto_pause.stop(turn).or_else(|| {
            let swings = self.auto_pause.swings && self.sees_all();
            let swing = swings.then(|| self.current().swing_of(self.cursor - 1))?;
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
        if self.is_at_end() {
            self.playback.pause();
        }
    }

    /// Looks at a place of a branch that is not what it was.
    fn seek_anew(&mut self, turns: usize) {
        self.look_at(Place { branch: self.current().id(), cursor: turns });
    }

    /// How many events have been shown.
    pub fn events_shown(&self) -> usize {
        self.current().events_until(self.cursor)
    }

    fn look(&mut self) {
        if self.is_over() {
            self.branches[self.current].end();
        }
        let (branch, eyes) = (&self.branches[self.current], self.eyes());
        let events = branch.events_until(self.cursor);
        self.seen = eyes::Seen::look(self.seen.take(), (branch, eyes), events);
        self.results = results(self.scenario(), self.state());
    }
}
