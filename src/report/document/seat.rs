//! How a played seat fared: its brief, its objectives, what it said, what texts kept of its
//! wishes, and its place among runs with the model in the seat.

use crate::analysis::seat::{self, Deeds, NO_PRODUCT, SeatResult, keeps_red_lines, voiced, worth};
use crate::council::DelegationId;
use crate::debate::Record;
use crate::text::{EntryKind, Verbatim, brief, objective_words, speaker_words, upper_first};

use super::outcomes::Course;
use super::{Block, Made, Quotation, Table, paragraph, remark, section};

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
        let goal = objective_words(scenario, &it.objective);
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
    let columns = ["Issue", "Instructed", "Red line", "Voiced last"];
    let mut table = Table::of("What it said beside its instructions", &columns);
    let rows = voiced(scenario, &course.state, who);
    for row in &rows {
        let name = scenario.issues[row.issue].name.clone();
        table.rows.push([vec![name], row.words(scenario).to_vec()].concat());
    }
    let kept = if keeps_red_lines(scenario, &course.state, who) {
        "No text that was adopted crosses a red line of the delegation."
    } else {
        "A text that was adopted crosses a red line of the delegation."
    };
    let beyond = rows.iter().filter(|row| row.beyond_red_line).count();
    let beyond = match beyond {
        0 => "It voiced no position beyond one.".to_owned(),
        1 => "On 1 issue it voiced a position beyond one.".to_owned(),
        count => format!("On {count} issues it voiced a position beyond one."),
    };
    let mut blocks = vec![section("What it said beside its instructions")];
    if rows.iter().any(|row| row.red_line.is_some()) {
        blocks.push(paragraph(format!("{kept} {beyond}")));
    } else {
        blocks.push(paragraph("The delegation has no red lines."));
    }
    blocks.push(remark(
        "Scales of 0 to 100; a red line says between which positions a text is acceptable.",
    ));
    blocks.push(Block::Table(table));
    blocks
}

fn texts(course: &Course<'_>, who: DelegationId) -> Vec<Block> {
    let scenario = course.scenario;
    let mut table = Table::of("Share of each text that was kept", &["Text", "Kept"]);
    for it in worth(scenario, &course.state, who) {
        // Of a text that it never wanted, nothing is there to be kept.
        if it.first > 0.0 {
            table.rows.push(vec![scenario.outcomes[it.outcome].title.clone(), it.words()]);
        }
    }
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![
        section("What texts kept of its wishes"),
        remark(
            "The worth of each text to the delegation as it stands at the end, as a share of its \
             worth as it was tabled, judged by the instructions at the opening. Texts of no worth \
             to it are left out.",
        ),
        Block::Table(table),
    ]
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
