//! The President's summary as a person put it together, and what the record says of it.

use crate::analysis::summary_check::{check, heard, overview, sentence};
use crate::debate::Record;

use super::{Block, Made, paragraph, part, remark};

/// The summary and the findings; nothing where nobody wrote one.
pub(super) fn summary(record: &Record, made: &Made) -> Vec<Block> {
    let claims = &made.summary;
    if claims.is_empty() {
        return Vec::new();
    }
    let until = record.events.len();
    let state = record.state_at(until);
    let sentences: Vec<String> =
        claims.iter().map(|claim| sentence(&record.scenario, &state, claim)).collect();
    let findings = check(record, until, claims);
    let mut blocks = vec![
        part("The President’s summary (simulated)"),
        remark("Put together by a person, and compared with what was said aloud."),
        paragraph(sentences.join(" ")),
        paragraph(overview(&findings, (heard(record, until).len(), claims.len()))),
    ];
    let faults = findings.iter().filter(|it| it.kind.is_fault());
    let told = faults.map(|it| format!("{}. {}", it.kind.words(), it.text));
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        blocks.push(Block::List(told));
    }
    blocks
}
