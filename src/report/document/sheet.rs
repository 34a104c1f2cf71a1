//! The sheet of one seat: what concerns it, and nothing that others keep to themselves.

use crate::council::DelegationId;
use crate::debate::{Event, Knowledge, Record};
use crate::text::upper_first;

use super::origin::{document, notices, origin};
use super::outcomes::{Course, Told, outcomes, votes};
use super::seat::seat;
use super::{Document, Made, paragraph, part};

/// The sheet of the seat of `who`: its brief and result, and what is public of the debate. It
/// holds nothing that the delegation would not know.
pub fn seat_sheet(record: &Record, who: DelegationId, made: &Made) -> Document {
    let scenario = &record.scenario;
    let seats = [who];
    let knowledge = Knowledge::of(scenario, &seats);
    let known: Vec<Event> =
        record.events.iter().filter_map(|event| knowledge.event(event)).collect();
    let course = Course::of(record, &known);
    let name = scenario.members[who].name.in_sentence();
    let mut document = document(record, "Seat sheet", upper_first(&name));
    document.about = format!("{}. {}", scenario.title, document.about);
    let blocks = &mut document.blocks;
    blocks.extend(notices(record, made));
    blocks.push(paragraph(course.summary()));
    blocks.push(part("The seat"));
    blocks.extend(seat(record, &course, (who, made)));
    blocks.extend(outcomes(&course, Told::Public));
    blocks.extend(votes(&course));
    blocks.extend(origin(record, made));
    document
}
