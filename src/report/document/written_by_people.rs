//! What people wrote after a debate: the reporting cable beside the record, and what they would have
//! done at turns that mattered.

use crate::analysis::cable::{check, uttered};
use crate::debate::{Record, turns_so_far};

use super::{Block, Made, paragraph, part, remark};

/// The cable, entry by entry, what was found of each, and the assessment; nothing where nobody
/// wrote one.
pub(super) fn cable(record: &Record, made: &Made) -> Vec<Block> {
    let cable = &made.cable;
    let assessment = cable.assessment.trim();
    if cable.entries.is_empty() && assessment.is_empty() {
        return Vec::new();
    }
    let until = record.events.len();
    let checked = check(record, until, &uttered(record, until), cable);
    let mut blocks = vec![part("The reporting cable (simulated)")];
    if !cable.entries.is_empty() {
        let score = checked.score();
        blocks.push(remark(format!(
            "Written by a person, and compared with the record: {} of {} entries hold in stance \
             and quotation.",
            score.right, score.of
        )));
        let entries = cable.entries.iter().zip(&checked.entries).map(|(entry, found)| {
            let [stance, quotation] = &found.texts;
            format!("“{}”. {stance} {quotation}", entry.quotation.trim())
        });
        blocks.push(Block::List(entries.collect()));
    }
    if !assessment.is_empty() {
        blocks.push(remark("The assessment is its author’s, and is not scored."));
        blocks.push(paragraph(assessment.to_owned()));
    }
    blocks
}

/// What people would have done at turns that mattered.
pub(super) fn thoughts(record: &Record, made: &Made) -> Vec<Block> {
    let turns = turns_so_far(record);
    let told = made.thoughts.iter().filter(|(_, words)| !words.trim().is_empty());
    let told = told.map(|(event, words)| {
        let turn = turns.partition_point(|turn| turn.events.start < *event).max(1);
        format!("Turn {turn}: {}", words.trim())
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return Vec::new();
    }
    vec![part("What its players would have done"), Block::List(told)]
}
