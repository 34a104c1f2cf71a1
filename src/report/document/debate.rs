//! The whole report of a debate.

use crate::analysis::moves::moves;
use crate::analysis::turning_point::{NONE, Prospects, RANKED, TurningPoint};
use crate::debate::{Record, Turn, turns};
use crate::text::{names_by_alphabet, upper_first};

use super::actual::{actual, sources};
use super::figures::figures;
use super::origin::{document, notices, origin};
use super::outcomes::{Course, Told, outcomes, votes};
use super::questions::{discussion, questions};
use super::seat::seat;
use super::summary::summary;
use super::written_by_people::{cable, thoughts};
use super::{Block, Document, Level, Made, Table, paragraph, part, remark, section};

/// The most turns that are told.
pub(super) const TURNS: usize = 6;

/// The report of `record`: what came of it and why, what moved it, how each played seat fared, and
/// then what really happened.
pub fn report(record: &Record, made: &Made) -> Document {
    let scenario = &record.scenario;
    let course = Course::of(record, &record.events);
    let turns = turns(record);
    let mut document = document(record, "Report", scenario.title.clone());
    let blocks = &mut document.blocks;
    blocks.extend(notices(record, made));
    blocks.push(paragraph(opening(record, &course)));
    blocks.extend(outcomes(&course, Told::All));
    blocks.extend(votes(&course));
    let prospects = Prospects::of(record, turns.iter().map(|turn| turn.events.clone()));
    let points = prospects.turning_points(scenario, turns.len());
    // Of the text that moved most there is most to see.
    let focus = points.first().and_then(|point| point.changes.first()).map(|it| it.outcome);
    blocks.extend(turning(record, &turns, (&prospects, &points)));
    blocks.extend(moved(&course));
    blocks.extend(figures(record, &turns, (&course, focus)));
    blocks.extend(questions(record, &turns, &course));
    for &who in &record.seats() {
        blocks.push(Block::Sheet(upper_first(&scenario.members[who].name.in_sentence())));
        blocks.extend(seat(record, &course, (who, made)));
    }
    blocks.push(Block::Sheet(String::new()));
    blocks.extend(summary(record, made));
    blocks.extend(cable(record, made));
    blocks.extend(thoughts(record, made));
    blocks.extend(actual(&course));
    blocks.extend(discussion(record));
    blocks.extend(sources(&course));
    blocks.extend(origin(record, made));
    document
}

/// The result in a sentence or two, and who was played.
fn opening(record: &Record, course: &Course<'_>) -> String {
    let scenario = &record.scenario;
    let played = match &record.seats()[..] {
        [] => String::new(),
        [one] => format!(" A person played {}.", scenario.members[*one].name.in_sentence()),
        seats => format!(" People played {}.", names_by_alphabet(scenario, seats)),
    };
    let chair = record.chair().map_or_else(String::new, |who| {
        format!(" A person took the chair, for {}.", scenario.members[who].name.in_sentence())
    });
    format!("{}{played}{chair}", course.summary())
}

fn turning(
    record: &Record,
    turns: &[Turn],
    (prospects, points): (&Prospects, &[TurningPoint]),
) -> Vec<Block> {
    let told = |points: &[TurningPoint], level: Level| -> Vec<Block> {
        let points = points.iter().take(TURNS);
        points
            .flat_map(|point| {
                let told = point.told(record, turns, prospects);
                [Block::Heading(level, told.name), paragraph(told.sentences)]
            })
            .collect()
    };
    let mut blocks = vec![part("The turns that moved it most")];
    blocks.push(remark(if points.is_empty() { NONE } else { RANKED }));
    blocks.extend(told(points, Level::Section));
    let surprises = prospects.against_the_odds(&record.scenario, turns.len());
    if !surprises.is_empty() {
        blocks.push(section("Decided against the odds"));
        blocks.extend(told(&surprises, Level::Item));
    }
    blocks
}

fn moved(course: &Course<'_>) -> Vec<Block> {
    let scenario = course.scenario;
    let moves = moves(scenario, &course.state);
    if moves.is_empty() {
        return vec![part("Who moved most"), remark("Nobody has moved by 2 points or more.")];
    }
    let mut table = Table::of("The largest movements", &["Delegation", "Issue", "Moved"]);
    for it in &moves {
        let name = upper_first(&scenario.members[it.who].name.short);
        let issue = scenario.issues[it.issue].name.clone();
        table.rows.push(vec![name, issue, it.words(scenario)]);
    }
    vec![
        part("Who moved most"),
        remark(
            "Private positions, on scales of 0 to 100. What a position means is said by the \
             nearest mark.",
        ),
        Block::Table(table),
    ]
}
