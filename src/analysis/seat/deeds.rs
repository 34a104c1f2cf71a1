//! What was done in the name of a seat, and by whom: the person who played it or the model.

use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::debate::{Action, Cause, EventKind, Promise, Record};

/// A statement delivered in the name of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// The number of its event, from 1.
    pub event: usize,
    /// Whether a person chose what it says, or wrote it.
    pub by_person: bool,
    /// Whether its words are a person's own.
    pub own_words: bool,
}

/// What was done in the name of a seat.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deeds {
    /// Its statements, in the order in which they were delivered.
    pub statements: Vec<Said>,
    /// How often it let the floor pass.
    pub passed: usize,
    /// How many soundings a person took: each of one delegation about one text.
    pub soundings: usize,
    /// How many amendments a person offered.
    pub offered: usize,
    /// How many amendments that a person had offered were taken.
    pub taken: usize,
    /// How many amendments the model offered in its name.
    pub offered_by_model: usize,
}

impl Deeds {
    /// What was done in the name of `who` in `record`.
    pub fn of(record: &Record, who: DelegationId) -> Self {
        let mut deeds = Self::default();
        let mut steps = record.steps.iter().peekable();
        let mut said_by_person = false;
        let mut own: Vec<(OutcomeId, IssueId)> = Vec::new();
        for (at, event) in record.events.iter().enumerate() {
            while let Some(step) = steps.next_if(|step| step.before <= at) {
                said_by_person = step.by_person && matches!(step.action, Action::Say(_));
            }
            match &event.kind {
                EventKind::StatementDelivered(said) if said.speaker == who => {
                    let own_words = said.words.is_some();
                    let by_person = said_by_person || own_words;
                    deeds.statements.push(Said { event: at + 1, by_person, own_words });
                }
                EventKind::FloorPassed { by } if *by == who => deeds.passed += 1,
                EventKind::SoundingTaken(sounding) if sounding.by == who => {
                    deeds.soundings += usize::from(event.cause == Cause::Person);
                }
                EventKind::AmendmentOffered { by, outcome, issue, .. } if *by == who => {
                    deeds.offered += 1;
                    own.push((*outcome, *issue));
                }
                EventKind::AmendmentsWeighed { offers, .. } => {
                    // What a person offers stands in an event of its own.
                    let model = offers.iter().filter(|it| it.by == who);
                    let model = model.filter(|it| it.promise != Promise::Open);
                    deeds.offered_by_model += model.count();
                }
                EventKind::TextAmended { by, outcome, issue, .. } if *by == who => {
                    deeds.taken += usize::from(own.contains(&(*outcome, *issue)));
                }
                _ => {}
            }
        }
        deeds
    }

    /// How many statements a person made.
    pub fn by_person(&self) -> usize {
        self.statements.iter().filter(|it| it.by_person).count()
    }

    /// How many statements the model made.
    pub fn by_model(&self) -> usize {
        self.statements.len() - self.by_person()
    }
}
