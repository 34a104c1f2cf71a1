//! A branch: one course of the debate, from its beginning to its end.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::debate::{Action, Event, Record, State, Step, turns, turns_so_far};
use crate::scenario::Scenario;
use crate::text::{Entry, Verbatim};

use super::Turn;
use super::change::Change;
use super::play::{Due, Play};
use super::series::{Moment, Swing, swing};

/// How many events lie between two states that are kept: applying so many takes a small part of a
/// frame, also with 193 members.
const BETWEEN_STATES: usize = 64;

/// Names a branch for as long as the debate is open; a number is never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BranchId(u32);

impl BranchId {
    /// The branch with which a debate begins.
    pub const FIRST: Self = Self(0);

    /// The number, from 0.
    pub const fn number(self) -> u32 {
        self.0
    }

    pub(super) const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Where a branch leaves another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fork {
    /// The branch it leaves.
    pub parent: BranchId,
    /// How many turns the two share, from the first.
    pub turns: usize,
}

/// One course of the debate. All branches meet the same luck.
#[derive(Debug)]
pub struct Branch {
    id: BranchId,
    name: String,
    fork: Option<Fork>,
    change: Option<Change>,
    record: Record,
    turns: Vec<Turn>,
    entries: Vec<Entry>,
    /// The states after 0, 64, 128 … events; a branch shares those before its fork.
    states: Vec<Arc<State>>,
    /// What was to be expected at each place of the cursor, as far as it has been asked.
    moments: Vec<OnceLock<Arc<Moment>>>,
    swings: OnceLock<Vec<Swing>>,
    /// Who plays in it, where people do.
    play: Option<Play>,
    /// What waits for a person at its end.
    due: Option<Due>,
    /// Whether it has been shown to its end once.
    has_ended: bool,
}

/// How a branch came to be.
pub(super) struct Origin<'a> {
    pub(super) parent: &'a Branch,
    pub(super) change: Option<Change>,
}

impl Branch {
    pub(super) fn new(id: BranchId, name: String, record: Record) -> Self {
        Self::grown(id, name, record, None)
    }

    pub(super) fn grown(
        id: BranchId,
        name: String,
        record: Record,
        origin: Option<Origin<'_>>,
    ) -> Self {
        let turns = turns(&record);
        Self::of(id, name, (record, turns), origin)
    }

    /// A branch of which no more is known than what has happened in it so far.
    pub(super) fn played(
        id: BranchId,
        name: String,
        record: Record,
        origin: Option<Origin<'_>>,
    ) -> Self {
        let turns = turns_so_far(&record);
        Self::of(id, name, (record, turns), origin)
    }

    /// The same branch in which the debate has taken another course lately, or gone on.
    pub(super) fn continued(&self, record: Record) -> Self {
        let origin = Origin { parent: self, change: None };
        let grown = Self::played(self.id, self.name.clone(), record, Some(origin));
        Self { fork: self.fork, change: self.change, ..grown }
    }

    /// Notes that it has been shown to its end.
    pub(super) const fn end(&mut self) {
        self.has_ended = true;
    }

    /// Whether it has been shown to its end once.
    pub(super) const fn has_ended(&self) -> bool {
        self.has_ended
    }

    /// The same branch with who plays in it, and what waits for them.
    pub(super) fn with_play(self, play: Play, due: Option<Due>) -> Self {
        Self { play: Some(play), due, ..self }
    }

    /// Tells the branch by the names of this scenario, which must be the same but for them.
    pub(super) fn tell_by(
        &mut self,
        scenario: &Arc<Scenario>,
        free: impl FnOnce(String) -> String,
    ) {
        self.record.scenario = Arc::clone(scenario);
        self.entries = Verbatim::of(scenario, self.record.seed, &self.record.events);
        if let (Some(change), Some(fork)) = (self.change, self.fork) {
            let state = self.state_at(self.events_until(fork.turns));
            self.name = free(change.words(scenario, &state));
        }
    }

    fn of(
        id: BranchId,
        name: String,
        (record, turns): (Record, Vec<Turn>),
        origin: Option<Origin<'_>>,
    ) -> Self {
        let entries = Verbatim::of(&record.scenario, record.seed, &record.events);
        let mut moments = vec![OnceLock::new(); turns.len() + 1];
        let (mut states, mut fork) = (Vec::new(), None);
        if let Some(origin) = &origin {
            let parent = origin.parent;
            let events = common_events(&parent.record, &record);
            let shared = parent.turns.iter().zip(&turns);
            let shared = shared.take_while(|(a, b)| a == b && a.events.end <= events).count();
            // After the last turn of a debate under way more may have happened than is in it.
            for (at, moment) in moments.iter_mut().enumerate().take(shared + 1) {
                let end = if at == turns.len() { record.events.len() } else { end_of(&turns, at) };
                if parent.events_until(at) == end {
                    moment.clone_from(&parent.moments[at]);
                }
            }
            states.extend(parent.states.iter().take(events / BETWEEN_STATES + 1).cloned());
            fork = Some(Fork { parent: parent.id, turns: shared });
        }
        keep_states(&record, &mut states);
        let change = origin.and_then(|origin| origin.change);
        Self {
            id,
            name,
            fork,
            change,
            record,
            turns,
            entries,
            states,
            moments,
            swings: OnceLock::new(),
            play: None,
            due: None,
            has_ended: false,
        }
    }

    /// Which it is.
    pub const fn id(&self) -> BranchId {
        self.id
    }

    /// What is different in it, in a few words.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it leaves another branch; `None` for the first.
    pub const fn fork(&self) -> Option<Fork> {
        self.fork
    }

    /// What a person changed; `None` for the first, and where people did more than can be changed
    /// here.
    pub const fn change(&self) -> Option<&Change> {
        self.change.as_ref()
    }

    /// Who plays in it, where people do.
    pub const fn play(&self) -> Option<&Play> {
        self.play.as_ref()
    }

    /// What waits for a person at its end, if anything does.
    pub const fn due(&self) -> Option<&Due> {
        self.due.as_ref()
    }

    /// All that happens in it.
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// All its turns.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// All that stands in the record and what happened outside the chamber.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The events of one of its turns.
    pub fn events_of(&self, turn: &Turn) -> &[Event] {
        &self.record.events[turn.events.clone()]
    }

    /// The entries of one of its turns.
    pub fn entries_of(&self, turn: &Turn) -> &[Entry] {
        let from = self.entries.partition_point(|entry| entry.event <= turn.events.start);
        let to = self.entries.partition_point(|entry| entry.event <= turn.events.end);
        &self.entries[from..to]
    }

    /// How many events the first `turns` turns have.
    pub(super) fn events_until(&self, turns: usize) -> usize {
        if turns >= self.turns.len() {
            // What has happened since the last turn is seen with it.
            return self.record.events.len();
        }
        end_of(&self.turns, turns)
    }

    /// How many events stay when people go on from after so many turns: those that took their seats
    /// have them from the beginning.
    pub(super) fn begun_by(&self, turns: usize) -> usize {
        let seated = |step: &&Step| {
            step.by_person && matches!(step.action, Action::TakeSeat(_) | Action::TakeChair)
        };
        let seats = self.record.steps.iter().take_while(seated).count();
        self.events_until(turns).max(seats)
    }

    /// The state after `events` events.
    pub(super) fn state_at(&self, events: usize) -> State {
        let kept = (events / BETWEEN_STATES).min(self.states.len() - 1);
        let mut state = State::clone(&self.states[kept]);
        self.apply(&mut state, events);
        state
    }

    /// Takes `state` to where it is after `events` events.
    pub(super) fn bring(&self, state: &mut State, events: usize) {
        let at = state.events as usize;
        if at <= events && events - at <= BETWEEN_STATES {
            self.apply(state, events);
        } else {
            *state = self.state_at(events);
        }
    }

    fn apply(&self, state: &mut State, until: usize) {
        for event in &self.record.events[state.events as usize..until] {
            state.apply(&self.record.scenario, event);
        }
    }

    /// What was to be expected after `turns` turns, when the state was `state`.
    pub(super) fn moment(&self, turns: usize, state: &State) -> &Moment {
        self.moments[turns].get_or_init(|| Arc::new(Moment::of(&self.record.scenario, state)))
    }

    /// What was to be expected after each number of turns, from none to all.
    pub(super) fn all_moments(&self) -> Vec<&Moment> {
        let mut state = State::new(&self.record.scenario);
        let known = |moment: &OnceLock<Arc<Moment>>| moment.get().is_some();
        let last = self.moments.iter().rposition(|moment| !known(moment));
        for turns in 0..last.map_or(0, |last| last + 1) {
            if !known(&self.moments[turns]) {
                self.bring(&mut state, self.events_until(turns));
                self.moment(turns, &state);
            }
        }
        self.moments.iter().filter_map(|moment| moment.get().map(Arc::as_ref)).collect()
    }

    /// Works out what was to be expected at so many more places. Whether all are known then.
    pub(super) fn work_ahead(&self, most: usize) -> bool {
        let unknown = |turns: &usize| self.moments[*turns].get().is_none();
        for turns in (0..self.moments.len()).filter(unknown).take(most) {
            self.moment(turns, &self.state_at(self.events_until(turns)));
        }
        self.moments.iter().all(|moment| moment.get().is_some())
    }

    /// The turns after which a chance of adoption is another by ten points or more.
    pub fn swings(&self) -> &[Swing] {
        self.swings.get_or_init(|| {
            let moments = self.all_moments();
            let pairs = moments.windows(2).enumerate();
            let scenario = &self.record.scenario;
            pairs.filter_map(|(turn, pair)| swing(scenario, turn, (pair[0], pair[1]))).collect()
        })
    }

    /// The swing of a turn, if it is one; without working out the others.
    pub(super) fn swing_of(&self, turn: usize) -> Option<Swing> {
        let moment = |turns: usize| {
            self.moments[turns].get().map_or_else(
                || self.moment(turns, &self.state_at(self.events_until(turns))),
                Arc::as_ref,
            )
        };
        swing(&self.record.scenario, turn, (moment(turn), moment(turn + 1)))
    }
}

/// How many events the first `count` of these turns have.
fn end_of(turns: &[Turn], count: usize) -> usize {
    count.checked_sub(1).map_or(0, |last| turns[last].events.end)
}

/// How many events two records have in common, from the first.
pub(super) fn common_events(first: &Record, second: &Record) -> usize {
    first.events.iter().zip(&second.events).take_while(|(a, b)| a == b).count()
}

/// Keeps the states after each so many events, beyond those that are kept already.
fn keep_states(record: &Record, states: &mut Vec<Arc<State>>) {
    if states.is_empty() {
        states.push(Arc::new(State::new(&record.scenario)));
    }
    let Some(last) = states.last() else { return };
    let mut state = State::clone(last);
    for event in &record.events[state.events as usize..] {
        state.apply(&record.scenario, event);
        if (state.events as usize).is_multiple_of(BETWEEN_STATES) {
            states.push(Arc::new(state.clone()));
        }
    }
}
