//! The figures of a report, each with what it shows in words.

use crate::council::OutcomeId;
use crate::debate::{Record, Turn};
use crate::report::charts::{Chart, Choice, Subject, figure};
use crate::report::figure::{Page, printed_width};

use super::outcomes::Course;
use super::{Block, part};

/// Which figures stand in a part of their own, in this order, and how high each is, in points: two
/// of the first stand on a page of paper.
const CHARTS: [(Chart, f32); 4] = [
    (Chart::Support, 310.0),
    (Chart::Votes, 310.0),
    (Chart::Members, 400.0),
    (Chart::Influence, 400.0),
];
/// The width of a figure, in points: that of the text on paper.
const WIDTH: f32 = 760.0;

/// The figures of the whole debate, with this outcome in focus; those that have nothing to show
/// are left out.
pub(super) fn figures(
    record: &Record,
    turns: &[Turn],
    (course, focus): (&Course<'_>, Option<OutcomeId>),
) -> Vec<Block> {
    let drawn = CHARTS.into_iter().filter_map(|it| drawn(record, turns, (course, focus), it));
    let mut blocks: Vec<Block> = drawn.collect();
    if !blocks.is_empty() {
        blocks.insert(0, part("Figures"));
    }
    blocks
}

/// Who took up which question, as a picture.
pub(super) fn asked(record: &Record, turns: &[Turn], course: &Course<'_>) -> Option<Block> {
    drawn(record, turns, (course, None), (Chart::Questions, 400.0))
}

fn drawn(
    record: &Record,
    turns: &[Turn],
    (course, outcome): (&Course<'_>, Option<OutcomeId>),
    (chart, height): (Chart, f32),
) -> Option<Block> {
    let ends = turns.iter().map(|turn| turn.events.end);
    let moments: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let subject = Subject {
        record,
        moments: &moments,
        turns: turns.len(),
        state: &course.state,
        branch: None,
        ensemble: None,
    };
    let page = Page { width: WIDTH, height, measure: &printed_width };
    let choice = Choice { outcome, ..Choice::default() };
    figure(chart, &subject, &choice, page).ok().map(|it| Block::Figure(Box::new(it)))
}
