//! The simulated record of a meeting as a document; it bears no symbol of the United Nations.

use crate::debate::{Book, Knowledge, Record};
use crate::text::{Entry, EntryKind, Verbatim};

use super::origin::{document, notices, origin};
use super::{Block, Document, Made, Quotation, paragraph, part, remark, section};

/// What such a document is called.
pub(super) const RECORD: &str = "Simulated record";

/// The simulated record of the meeting, and after it what happened outside the chamber.
pub fn simulated_record(record: &Record, made: &Made) -> Document {
    told_by(record, Verbatim::new(&record.scenario, record.seed), made)
}

/// The same as those hear it who know so much: what they were not told is not in it.
pub fn heard_record<'a>(record: &'a Record, ears: Knowledge<'a>, made: &Made) -> Document {
    let told = Verbatim::new(&record.scenario, record.seed).heard_by(ears);
    told_by(record, told, made)
}

fn told_by(record: &Record, verbatim: Verbatim<'_>, made: &Made) -> Document {
    let scenario = &record.scenario;
    let mut document = document(record, RECORD, scenario.title.clone());
    let blocks = &mut document.blocks;
    blocks.extend(notices(record, made));
    blocks.push(remark("Simulated; no sentence is a quotation."));
    let entries = verbatim.all(&record.events);
    let (public, outside): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().partition(|entry| entry.book == Book::Record);
    blocks.push(part("Simulated record of the meeting"));
    blocks.extend(public.iter().map(|entry| told(record, entry)));
    if !outside.is_empty() {
        blocks.push(Block::Sheet("Outside the chamber".to_owned()));
        blocks.extend(outside.iter().map(|entry| told(record, entry)));
    }
    blocks.extend(origin(record, made));
    document
}

fn told(record: &Record, entry: &Entry) -> Block {
    let said = |by: String, marks: &[String]| {
        Block::Quotation(Quotation { by, text: entry.text.clone(), marks: marks.to_vec() })
    };
    match &entry.kind {
        EntryKind::Heading => section(&entry.text),
        EntryKind::Proceedings => paragraph(entry.text.clone()),
        EntryKind::President => said("The President (simulated)".to_owned(), &[]),
        EntryKind::Statement { speaker, marks, .. } => {
            // Nobody is quoted, not even an office that one person holds.
            let name = record.scenario.members[*speaker].name.in_sentence();
            said(format!("The representative of {name} (simulated)"), marks)
        }
    }
}
