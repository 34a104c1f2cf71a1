//! The notebook of a seat: what it was told in confidence.

use crate::council::{DelegationId, OutcomeId, StageName};
use crate::debate::{EventKind, Leaning};

use super::super::Session;

/// The answer to a sounding, as a seat wrote it down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// Whom it asked.
    pub of: DelegationId,
    /// About which text.
    pub outcome: OutcomeId,
    /// How that delegation leaned.
    pub leaning: Leaning,
    /// In which stage of the programme it asked.
    pub stage: StageName,
    /// The number of the event, from 1.
    pub event: usize,
}

/// What `who` has been told in soundings, as far as the debate is shown, in order.
pub fn notebook(session: &Session, who: DelegationId) -> Vec<Note> {
    let shown = &session.record().events[..session.events_shown()];
    let notes = shown.iter().enumerate().filter_map(|(at, event)| match &event.kind {
        EventKind::SoundingTaken(sounding) if sounding.by == who => Some(Note {
            of: sounding.of,
            outcome: sounding.outcome,
            leaning: Leaning::of(sounding.in_favour),
            stage: event.stage,
            event: at + 1,
        }),
        _ => None,
    });
    notes.collect()
}
