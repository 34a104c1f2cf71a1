//! The record of a debate: a header line, then one event a line, each with the running digest.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::digest;
use crate::scenario::Scenario;
use crate::stream::Seed;

use super::wire::event_fields;
use super::{Debate, Event, State};

/// The version of the engine. A record replays bit for bit in every release that has the same.
pub const ENGINE_VERSION: u32 = 1;

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

    /// The record as lines of JSON: a header with the whole scenario file, one event a line, and
    /// an end. Each line ends in the digest of itself and of all before it, so that a change
    /// anywhere shows. `add` may add fields to an event, such as its words.
    pub fn lines(
        &self,
        source: &str,
        mut add: impl FnMut(&Event, &mut Map<String, Value>),
    ) -> Vec<String> {
        let header = json!({
            "format": RECORD_FORMAT,
            "kind": "Header",
            "simulated": true,
            "title": self.scenario.title,
            "seed": self.seed.0,
            "engine_version": ENGINE_VERSION,
            "scenario": self.scenario.digest,
            "source": source,
        });
        let mut lines = Lines::default();
        lines.push(&header);
        for (at, event) in self.events.iter().enumerate() {
            let mut fields = event_fields(&self.scenario, at + 1, event);
            add(event, &mut fields);
            lines.push(&Value::Object(fields));
        }
        lines.push(&json!({ "kind": "End", "events": self.events.len() }));
        lines.written
    }
}

/// Lines under way, with the running digest.
#[derive(Default)]
struct Lines {
    written: Vec<String>,
    digest: String,
}

impl Lines {
    fn push(&mut self, line: &Value) {
        let text = line.to_string();
        self.digest = line_digest(&self.digest, &text);
        let fields = text.strip_suffix('}').unwrap_or(&text);
        self.written.push(format!("{fields}{DIGEST_FIELD}{}\"}}", self.digest));
    }
}

/// What stands before the digest at the end of each line.
pub(super) const DIGEST_FIELD: &str = ",\"digest\":\"";

/// The digest of a line, without its own, that follows a line of digest `previous`.
pub(super) fn line_digest(previous: &str, line: &str) -> String {
    digest::hex(&[previous.as_bytes(), line.as_bytes()], 16)
}
