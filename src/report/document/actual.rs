//! What really happened, told after the result, with its source.

use crate::analysis::actual::{Counts, NO_PREDICTION, compared, left_out};
use crate::scenario::Source;
use crate::text::{long_date, result_words, upper_first};

use super::outcomes::Course;
use super::{Block, Link, Table, paragraph, part, remark};

/// What really happened beside the simulated result; nothing where the scenario does not tell it,
/// or the meeting is not over.
pub(super) fn actual(course: &Course<'_>) -> Vec<Block> {
    let scenario = course.scenario;
    let Some(record) = scenario.record.as_ref().filter(|_| course.over) else { return Vec::new() };
    let rows = compared(scenario, &course.results);
    let mut blocks = vec![
        part("What really happened"),
        remark(NO_PREDICTION),
        paragraph(Counts::of(&rows).words()),
    ];
    let mut table =
        Table::of("Texts whose end is known in reality", &["Text", "Simulated", "In reality"]);
    for row in rows.iter().filter(|row| row.adopted.is_some()) {
        let result = course.results.iter().find(|it| it.outcome == row.outcome);
        let simulated = result.map_or_else(String::new, |result| {
            format!("{} ({})", upper_first(result_words(result.decision)), result.form.name())
        });
        let (ended, more) = row.words(scenario);
        table.rows.push(vec![
            scenario.outcomes[row.outcome].title.clone(),
            simulated,
            format!("{}. {more} {}.", upper_first(&ended), row.likeness()),
        ]);
    }
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks.extend(left_out(scenario, &rows).into_iter().map(Block::Remark));
    if !record.notes.trim().is_empty() {
        blocks.push(Block::Markdown(record.notes.clone()));
    }
    if let Some(source) = record.source.map(|id| &scenario.sources[id]) {
        blocks.push(Block::Links(vec![link(source)]));
    }
    blocks
}

/// All sources of the scenario.
pub(super) fn sources(course: &Course<'_>) -> Vec<Block> {
    let links: Vec<Link> = course.scenario.sources.iter().map(link).collect();
    if links.is_empty() {
        return Vec::new();
    }
    vec![part("Sources of the scenario"), Block::Links(links)]
}

fn link(source: &Source) -> Link {
    let date = source.date.as_deref().map(long_date);
    let about: Vec<String> = source.publisher.iter().cloned().chain(date).collect();
    Link { title: source.title.clone(), about: about.join(", "), url: source.url.clone() }
}
