//! The figures of a report, each with what it shows in words.

use crate::council::OutcomeId;
use crate::debate::{Record, Turn};
use crate::report::charts::{Chart, Choice, Subject, figure};
use crate::report::figure::{Page, printed_width};

use super::outcomes::Course;
use super::{Block, part};

/// Which figures, in this order.
const CHARTS: [Chart; 5] =
    [Chart::Support, Chart::Votes, Chart::Members, Chart::Influence, Chart::Questions];
/// Width and height of a figure, in points: as wide as the text on paper.
const ROOM: (f32, f32) = (760.0, 400.0);

/// The figures of the whole debate, with this outcome in focus; those that have nothing to show are left out.
pub(super) fn figures(
    record: &Record,
    turns: &[Turn],
    (course, outcome): (&Course<'_>, Option<OutcomeId>),
) -> Vec<Block> {
    let moments: Vec<usize> =
        std::iter::once(0).chain(turns.iter().map(|it| it.events.end)).collect();
    let subject = Subject {
        record,
        moments: &moments,
        turns: turns.len(),
        state: &course.state,
        branch: None,
        ensemble: None,
    };
    let page = Page { width: ROOM.0, height: ROOM.1, measure: &printed_width };
    let choice = Choice { outcome, ..Choice::default() };
    let drawn = CHARTS.into_iter().filter_map(|chart| figure(chart, &subject, &choice, page).ok());
    let mut blocks: Vec<Block> = drawn.map(|it| Block::Figure(Box::new(it))).collect();
    if !blocks.is_empty() {
        blocks.insert(0, part("Figures"));
    }
    blocks
}
