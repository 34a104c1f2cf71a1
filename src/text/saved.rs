//! A record as it is saved: its events with the words of the statements.

use serde_json::{Map, Value, json};

use crate::debate::{Event, EventKind, Record};

use super::phrasebook::Phrasebook;
use super::realize::Spoken;
use super::verbatim::Verbatim;

/// Adds the words of statements to the fields of events, told one after the other.
#[derive(Debug)]
pub struct Words<'a>(Verbatim<'a>);

impl<'a> Words<'a> {
    /// The words of `record` in the phrases of `book`, before its first event.
    pub fn of(record: &'a Record, book: &'a Phrasebook) -> Self {
        Self(Verbatim::in_phrases(&record.scenario, record.seed, book))
    }

    /// Tells the next event; if it is a statement, its words are added to `fields`. Marks stand
    /// apart from the prose.
    pub fn add(&mut self, event: &Event, fields: &mut Map<String, Value>) {
        if let EventKind::StatementDelivered(statement) = &event.kind {
            let Spoken { headline, text, plan, marks } = self.0.spoken(statement);
            fields.insert("headline".to_owned(), json!(headline));
            fields.insert("text".to_owned(), json!(text));
            fields.insert("plan".to_owned(), json!(plan));
            fields.insert("marks".to_owned(), json!(marks));
        }
        self.0.tell(event);
    }
}

/// The text of a record file, with the whole scenario file and the words of the statements in it.
pub fn record_text(record: &Record, book: &Phrasebook) -> String {
    let mut words = Words::of(record, book);
    let lines = record.lines(&record.scenario.source, |event, fields| words.add(event, fields));
    lines.join("\n") + "\n"
}
