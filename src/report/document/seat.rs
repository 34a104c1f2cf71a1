//! How a played seat fared: its brief, its objectives, what it said, what texts kept of its
//! wishes, and its place among runs with the model in the seat.

use crate::analysis::seat::{self, Deeds, NO_PRODUCT, SeatResult, keeps_red_lines, voiced, worth};
use crate::council::DelegationId;
use crate::debate::Record;
use crate::text::{
    EntryKind, Verbatim, brief, objective_told, red_line_words, speaker_words, upper_first,
};

use super::outcomes::Course;
use super::{Block, Made, Quotation, Table, paragraph, remark, section};

/// Two worths that are nearer to each other than this are the same.
const SAME: f64 = 1e-9;
/// What stands beside words that a person wrote.
const OWN: &str = "Own words of the person who played the delegation";
/// What stands beside words that were drafted from what a person chose.
const CHOSEN: &str = "Drafted from what the person chose";
/// What stands beside words of the model.
const MODEL: &str = "The model spoke for the delegation";

/// The pages of a seat, without their title.
pub(super) fn seat(
    record: &Record,
    course: &Course<'_>,
    (who, made): (DelegationId, &Made),
) -> Vec<Block> {
    let scenario = &record.scenario;
    let deeds = Deeds::of(record, who);
    let brief = brief(scenario, who, &seat::objectives(scenario, who));
    let mut blocks = vec![section("Brief from capital"), Block::Markdown(brief)];
    blocks.extend(objectives(course, (who, made)));
    blocks.extend(instructions(course, who));
    blocks.extend(texts(course, who));
    blocks.push(section("What was said in its name"));
    blocks.push(paragraph(deeds.words()));
    blocks.extend(statements(record, who, &deeds));
    blocks
}

fn objectives(course: &Course<'_>, (who, made): (DelegationId, &Made)) -> Vec<Block> {
    let scenario = course.scenario;
    let result = SeatResult::of(scenario, &course.state, who);
    let mut table = Table::of("Objectives", &["Objective", "#Points", "Result"]);
    for it in &result.objectives {
        let goal = objective_told(scenario, who, &it.objective);
        table.rows.push(vec![goal, it.objective.points.to_string(), it.words()]);
    }
    let mut blocks = vec![section("Objectives"), paragraph(result.words())];
    let among = made.standing(who).and_then(|standing| standing.words(result.points()));
    blocks.extend(among.map(Block::Paragraph));
    blocks.push(Block::Table(table));
    blocks.push(remark(NO_PRODUCT));
    blocks
}

fn instructions(course: &Course<'_>, who: DelegationId) -> Vec<Block> {
    let scenario = course.scenario;
    let title = "What it said beside its instructions";
    let rows = voiced(scenario, &course.state, who);
    let has_lines = rows.iter().any(|row| row.red_line.is_some());
    let mut table = if has_lines {
        Table::of(title, &["Issue", "Instructed", "Voiced last", "Not acceptable"])
    } else {
        Table::of(title, &["Issue", "Instructed", "Voiced last"])
    };
    for row in &rows {
        let name = scenario.issues[row.issue].name.clone();
        let mut cells = [vec![name], row.words(scenario).to_vec()].concat();
        if has_lines {
            cells.push(red_line_words(scenario, who, row.issue).unwrap_or_default());
        }
        table.rows.push(cells);
    }
    let mut blocks = vec![section(title)];
    blocks.push(paragraph(if has_lines {
        red_lines(course, who, rows.iter().filter(|row| row.beyond_red_line).count())
    } else {
        "The delegation has no red lines.".to_owned()
    }));
    blocks.push(remark("In the words nearest to each position, on scales of 0 to 100."));
    blocks.push(Block::Table(table));
    blocks
}

/// Whether texts and its own words kept within its red lines; `beyond` counts issues.
fn red_lines(course: &Course<'_>, who: DelegationId, beyond: usize) -> String {
    let kept = if keeps_red_lines(course.scenario, &course.state, who) {
        "No text that was adopted crosses a red line of the delegation."
    } else {
        "A text that was adopted crosses a red line of the delegation."
    };
    match beyond {
        0 => format!("{kept} It voiced no position beyond one."),
        1 => format!("{kept} On 1 issue it voiced a position beyond one."),
        count => format!("{kept} On {count} issues it voiced a position beyond one."),
    }
}

fn texts(course: &Course<'_>, who: DelegationId) -> Vec<Block> {
    let scenario = course.scenario;
    let worth = worth(scenario, &course.state, who);
    let mut table = Table::of("Texts that were changed", &["Text", "Kept"]);
    // Of a text that it never wanted, nothing is there to be kept.
    for it in worth.iter().filter(|it| it.first > 0.0) {
        if (it.last - it.first).abs() > SAME {
            table.rows.push(vec![scenario.outcomes[it.outcome].title.clone(), it.words()]);
        }
    }
    let mut blocks = vec![section("What texts kept of its wishes")];
    if table.rows.is_empty() {
        blocks.push(paragraph("No text that was of worth to it as tabled has changed since."));
        return blocks;
    }
    blocks.push(remark(
        "The worth of a text to the delegation as the text stands at the end, as a share of its \
         worth as it was tabled, judged by the instructions at the opening. Texts that did not \
         change, and those of no worth to it, are left out.",
    ));
    blocks.push(Block::Table(table));
    blocks
}

fn statements(record: &Record, who: DelegationId, deeds: &Deeds) -> Vec<Block> {
    let scenario = &record.scenario;
    let entries = Verbatim::of(scenario, record.seed, &record.events);
    let mut blocks = Vec::new();
    for entry in &entries {
        let EntryKind::Statement { speaker, marks, .. } = &entry.kind else { continue };
        let Some(said) = deeds.statements.iter().find(|said| said.event == entry.event) else {
            continue;
        };
        if *speaker != who {
            continue;
        }
        let whose = match (said.own_words, said.by_person) {
            (true, _) => OWN,
            (false, true) => CHOSEN,
            (false, false) => MODEL,
        };
        blocks.push(Block::Quotation(Quotation {
            by: upper_first(&speaker_words(scenario, who)),
            text: entry.text.clone(),
            marks: std::iter::once(whose.to_owned()).chain(marks.iter().cloned()).collect(),
        }));
    }
    blocks
}
