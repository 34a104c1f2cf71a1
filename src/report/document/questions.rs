//! The guiding questions of the concept note, and who spoke to each.

use crate::analysis::questions::replies;
use crate::council::DelegationId;
use crate::debate::{Record, Turn};
use crate::text::{discussion_questions, names_by_alphabet, upper_first};

use super::figures::asked;
use super::outcomes::Course;
use super::{Block, Table, part};

/// Who spoke to which guiding question; nothing where there are none.
pub(super) fn questions(record: &Record, turns: &[Turn], course: &Course<'_>) -> Vec<Block> {
    let scenario = &record.scenario;
    let Some(note) = &scenario.concept_note else { return Vec::new() };
    if note.guiding_questions.is_empty() {
        return Vec::new();
    }
    let replies = replies(record, record.events.len());
    let mut table = Table::of("Guiding questions", &["Question", "Taken up by"]);
    for (at, question) in note.guiding_questions.iter().enumerate() {
        let mut who: Vec<DelegationId> =
            replies.iter().filter(|it| it.question == at).map(|it| it.who).collect();
        who.sort_unstable();
        who.dedup();
        let names = match who.len() {
            0 => "Nobody".to_owned(),
            count => format!("{count}: {}", upper_first(&names_by_alphabet(scenario, &who))),
        };
        table.rows.push(vec![format!("{}. {}", at + 1, question.text), names]);
    }
    let picture = asked(record, turns, course);
    let mut blocks = vec![part("Guiding questions")];
    blocks.extend(picture);
    blocks.push(Block::Table(table));
    blocks
}

/// What the teaching note asks after the debate; nothing where it asks nothing.
pub(super) fn discussion(record: &Record) -> Vec<Block> {
    discussion_questions(&record.scenario.teaching_note).map_or_else(Vec::new, |questions| {
        vec![part("Questions for discussion"), Block::Markdown(questions)]
    })
}
