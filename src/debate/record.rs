//! The record of a debate: a header line, then one event a line, each with the running digest.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::council::{DelegationId, with_names};
use crate::scenario::{Naming, Scenario};
use crate::stream::Seed;

use super::seal::Seal;
use super::wire::event_fields;
use super::{Action, Debate, Event, EventKind, RuleViolation, State};

/// The version of the engine. A record replays bit for bit in every release that has the same.
pub const ENGINE_VERSION: u32 = 3;

/// The newest format of a saved record.
pub const RECORD_FORMAT: u64 = 1;

/// All events of a debate, from which any moment of it can be shown again.
#[derive(Debug, Clone)]
pub struct Record {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The seed.
    pub seed: Seed,
    /// The events, in order.
    pub events: Vec<Event>,
    /// The actions that caused them, in order.
    pub steps: Vec<Step>,
}

/// One action, of the model or of a person, and where its events begin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The action.
    pub action: Action,
    /// Whether a person took it.
    pub by_person: bool,
    /// How many events happened before it.
    #[serde(skip)]
    pub before: usize,
}

/// What a person did, and after how many actions.
#[derive(Debug, Clone, PartialEq)]
pub struct Intervention {
    /// How many actions, of whomever, were carried out before.
    pub step: usize,
    /// The action.
    pub action: Action,
}

impl Record {
    /// A record in which nothing has happened yet.
    pub const fn new(scenario: Arc<Scenario>, seed: Seed) -> Self {
        Self { scenario, seed, events: Vec::new(), steps: Vec::new() }
    }

    /// The record of a whole debate in which only the model acts.
    pub fn of(scenario: Arc<Scenario>, seed: Seed) -> Self {
        let mut record = Self::new(scenario, seed);
        record.finish();
        record
    }

    /// The record of a whole debate in which people acted so. An action that the rules do not
    /// admit at its place is left out.
    pub fn with(scenario: Arc<Scenario>, seed: Seed, people: &[Intervention]) -> Self {
        let mut record = Self::new(scenario, seed);
        let mut debate = record.debate();
        let mut people = people.iter().peekable();
        loop {
            let due = people.next_if(|intervention| intervention.step <= record.steps.len());
            let done = match (due, debate.propose()) {
                (Some(due), _) => record.carry_out(&mut debate, &due.action, true).is_ok(),
                (None, Some(action)) => record.carry_out(&mut debate, &action, false).is_ok(),
                (None, None) => false,
            };
            if !done && due.is_none() {
                return record;
            }
        }
    }

    /// What people did in this debate.
    pub fn interventions(&self) -> Vec<Intervention> {
        let steps = self.steps.iter().enumerate().filter(|(_, step)| step.by_person);
        steps.map(|(step, done)| Intervention { step, action: done.action.clone() }).collect()
    }

    /// The delegations that people have played, in the order in which they took their seats.
    pub fn seats(&self) -> Vec<DelegationId> {
        let mut seats: Vec<DelegationId> = Vec::new();
        for event in &self.events {
            if let EventKind::SeatTaken { by } = event.kind
                && !seats.contains(&by)
            {
                seats.push(by);
            }
        }
        seats
    }

    /// The delegation that presided when a person took the chair; `None` where nobody did.
    pub fn chair(&self) -> Option<DelegationId> {
        self.events.iter().find_map(|event| match event.kind {
            EventKind::ChairTaken { by } => Some(by),
            _ => None,
        })
    }

    /// The debate as it stands after all events of the record.
    pub fn debate(&self) -> Debate {
        Debate::after(Arc::clone(&self.scenario), self.seed, &self.events)
    }

    /// Carries out an action in `debate`, which must stand at the end of this record.
    ///
    /// # Errors
    /// When the rules do not admit the action; the record is then as it was.
    pub fn carry_out(
        &mut self,
        debate: &mut Debate,
        action: &Action,
        by_person: bool,
    ) -> Result<(), RuleViolation> {
        let before = self.events.len();
        if by_person {
            debate.intervene(action, &mut self.events)?;
        } else {
            debate.commit(action, &mut self.events)?;
        }
        self.steps.push(Step { action: action.clone(), by_person, before });
        Ok(())
    }

    /// A person acts at the end of the record.
    ///
    /// # Errors
    /// When the rules do not admit the action; the record is then as it was.
    pub fn intervene(&mut self, action: &Action) -> Result<(), RuleViolation> {
        let mut debate = self.debate();
        self.carry_out(&mut debate, action, true)
    }

    /// Lets the model and the programme carry on from the end of the record to the end of the
    /// debate.
    pub fn finish(&mut self) {
        let mut debate = self.debate();
        while let Some(action) = debate.propose() {
            if self.carry_out(&mut debate, &action, false).is_err() {
                // What is proposed is always admitted; were it not, stopping beats a hang.
                return;
            }
        }
    }

    /// A branch: the record up to the last action that was whole after `n` events. It meets the
    /// same luck as this one, so that what differs later is an effect of what is done there.
    #[must_use]
    pub fn branch(&self, n: usize) -> Self {
        let ends = |at: usize| self.steps.get(at + 1).map_or(self.events.len(), |next| next.before);
        let whole = (0..self.steps.len()).take_while(|&at| ends(at) <= n).count();
        let events = whole.checked_sub(1).map_or(0, ends);
        Self {
            scenario: Arc::clone(&self.scenario),
            seed: self.seed,
            events: self.events[..events].to_vec(),
            steps: self.steps[..whole].to_vec(),
        }
    }

    /// The state after the first `n` events; after all of them, if there are fewer.
    pub fn state_at(&self, n: usize) -> State {
        let mut state = State::new(&self.scenario);
        for event in self.events.iter().take(n) {
            state.apply(&self.scenario, event);
        }
        state
    }

    /// The record as lines of JSON: a header with the whole scenario file, one event a line, and
    /// an end. Each line ends in the digest of itself and of all before it, so that a change
    /// anywhere shows. `add` may add fields to an event, such as its words.
    pub fn lines(
        &self,
        source: &str,
        mut add: impl FnMut(&Event, &mut Map<String, Value>),
    ) -> Vec<String> {
        let mut header = json!({
            "format": RECORD_FORMAT,
            "kind": "Header",
            "simulated": true,
            "title": self.scenario.title,
            "seed": self.seed.0,
            "engine_version": ENGINE_VERSION,
            "scenario": self.scenario.digest,
            "source": source,
        });
        if let Some(Seed(seed)) = self.scenario.variation {
            // Which instructions the delegations had is drawn again from this seed.
            header["varied"] = json!(seed);
        }
        if self.scenario.naming != Naming::Names {
            // Whether those who open it again see letters.
            header["naming"] = json!(self.scenario.naming);
        }
        let mut lines = SealedLines::default();
        lines.push(&header.to_string());
        let mut steps = self.steps.iter().peekable();
        for (at, event) in self.events.iter().enumerate() {
            let step = steps.next_if(|step| step.before == at);
            let mut fields = step_fields(&self.scenario, (at, event), step);
            add(event, &mut fields);
            lines.push(&Value::Object(fields).to_string());
        }
        let mut end = json!({ "kind": "End", "events": self.events.len() });
        if self.debate().propose().is_some() {
            // The meeting was not over when this was saved.
            end["unfinished"] = json!(true);
        }
        lines.push(&end.to_string());
        lines.into_lines()
    }
}

/// The fields of the event at this place; the first of an action names the action.
pub(super) fn step_fields(
    scenario: &Scenario,
    (at, event): (usize, &Event),
    step: Option<&Step>,
) -> Map<String, Value> {
    let mut fields = event_fields(scenario, at + 1, event);
    if let Some(step) = step {
        let written = with_names(&scenario.derived.names, || serde_json::to_value(step));
        fields.insert("step".to_owned(), written.unwrap_or_default());
    }
    fields
}

/// Lines under way, each sealed with the running digest of itself and of all before it.
#[derive(Debug, Clone, Default)]
pub struct SealedLines {
    written: Vec<String>,
    seal: Seal,
}

impl SealedLines {
    /// Seals a line: an object of JSON, without a digest of its own.
    pub fn push(&mut self, line: &str) {
        self.written.push(self.seal.close(line));
    }

    /// The lines as they are saved.
    pub fn into_lines(self) -> Vec<String> {
        self.written
    }
}
