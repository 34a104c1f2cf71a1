//! The record of a debate: a header line, then one event a line, each with the running digest.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::digest;
use crate::scenario::Scenario;
use crate::stream::Seed;

use super::wire::event_fields;
use super::{Debate, Event, State};

/// The version of the engine. A record replays bit for bit in every release that has the same.
pub const ENGINE_VERSION: u32 = 1;

/// All events of a debate, from which any moment of it can be shown again.
#[derive(Debug, Clone)]
pub struct Record {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The seed.
    pub seed: Seed,
    /// The events, in order.
    pub events: Vec<Event>,
}

impl Record {
    /// The record of a whole debate in which only the model acts.
    pub fn of(scenario: Arc<Scenario>, seed: Seed) -> Self {
        let mut events = Vec::new();
        Debate::new(Arc::clone(&scenario), seed).run(&mut events);
        Self { scenario, seed, events }
    }

    /// The state after the first `n` events; after all of them, if there are fewer.
    pub fn state_at(&self, n: usize) -> State {
        let mut state = State::new(&self.scenario);
        for event in self.events.iter().take(n) {
            state.apply(&self.scenario, event);
        }
        state
    }

    /// The record as lines of JSON. Each line ends in the digest of itself and of all before it,
    /// so that a change anywhere shows.
    pub fn lines(&self) -> Vec<String> {
        let header = json!({
            "format": 1,
            "kind": "Header",
            "scenario": self.scenario.digest,
            "title": self.scenario.title,
            "seed": self.seed.0,
            "engine_version": ENGINE_VERSION,
            "simulated": true,
        });
        let events = self
            .events
            .iter()
            .enumerate()
            .map(|(at, event)| Value::Object(event_fields(&self.scenario, at + 1, event)));
        let mut running = String::new();
        std::iter::once(header)
            .chain(events)
            .map(|mut line| {
                running = digest::hex(&[running.as_bytes(), line.to_string().as_bytes()], 16);
                line["digest"] = json!(running);
                line.to_string()
            })
            .collect()
    }
}

/// The last digest of a record's lines: it stands for the whole record.
pub fn digest_of_lines(lines: &[String]) -> Option<String> {
    let last: Value = serde_json::from_str(lines.last()?).ok()?;
    last["digest"].as_str().map(str::to_owned)
}
