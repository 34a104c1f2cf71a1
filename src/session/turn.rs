//! A turn: what one step shows.

use std::ops::Range;
use std::sync::Arc;

use crate::council::{DelegationId, OutcomeId, StageName};
use crate::debate::{Debate, Event, EventKind, Record};
use crate::scenario::Scenario;
use crate::stream::Seed;

/// What one step shows: a statement, a decision, the opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The events, as places in the record.
    pub events: Range<usize>,
    /// The stage.
    pub stage: StageName,
    /// What it is.
    pub kind: TurnKind,
}

/// What a turn is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnKind {
    /// The meeting is opened.
    Opening,
    /// A statement.
    Statement(DelegationId),
    /// A joint statement is signed, outside the chamber.
    Signature(OutcomeId),
    /// It is settled which texts are put.
    Selection,
    /// A text is decided.
    Decision(OutcomeId),
    /// The meeting is adjourned.
    Closing,
    /// A delegation lets the floor pass.
    Pass(DelegationId),
}

/// The record of a whole debate, and its turns. Steps of which nothing is seen, such as a stage
/// that opens, belong to the turn after them.
pub(super) fn record(scenario: Arc<Scenario>, seed: Seed) -> (Record, Vec<Turn>) {
    let mut debate = Debate::new(Arc::clone(&scenario), seed);
    let mut events: Vec<Event> = Vec::new();
    let mut turns: Vec<Turn> = Vec::new();
    let mut start = 0;
    while let Some(action) = debate.propose() {
        let from = events.len();
        if debate.commit(action, &mut events).is_err() {
            break;
        }
        if let Some((stage, kind)) = seen(&scenario, &events[from..]) {
            turns.push(Turn { events: start..events.len(), stage, kind });
            start = events.len();
        }
    }
    // What happens after the last turn is shown with it.
    if let Some(last) = turns.last_mut() {
        last.events.end = events.len();
    }
    (Record { scenario, seed, events }, turns)
}

/// What a person sees of these events, if anything.
fn seen(scenario: &Scenario, events: &[Event]) -> Option<(StageName, TurnKind)> {
    events.iter().find_map(|event| {
        let kind = match &event.kind {
            EventKind::MeetingCalledToOrder => TurnKind::Opening,
            EventKind::StatementDelivered(statement) => TurnKind::Statement(statement.speaker),
            EventKind::FloorPassed { by } => TurnKind::Pass(*by),
            // Joint statements are selected and signed in one breath.
            EventKind::TextsSelected { .. } if event.stage == StageName::JointStatements => {
                return None;
            }
            EventKind::TextsSelected { .. } => TurnKind::Selection,
            EventKind::DecisionTaken { outcome, .. } => {
                if scenario.rules[*outcome] == crate::council::AdoptionRule::Signature {
                    TurnKind::Signature(*outcome)
                } else {
                    TurnKind::Decision(*outcome)
                }
            }
            EventKind::MeetingAdjourned => TurnKind::Closing,
            _ => return None,
        };
        Some((event.stage, kind))
    })
}
