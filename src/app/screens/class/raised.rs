//! What the room expects by show of hands: how many of how many think that a text is adopted.

use eframe::egui::{Id, Ui};

use crate::analysis::forecasters::Forecasts;
use crate::analysis::hands::Expecting;
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich};
use crate::council::OutcomeId;
use crate::session::Papers;

use super::boxes::{Boxes, Entered, Number, Went};
use super::predict::Row;

/// More people are in no room.
const MOST: u32 = 999;

/// Draws how many are in the room.
pub(super) fn present(
    ctx: ViewCtx<'_>,
    (papers, forecasts): (&mut Papers, &mut Forecasts),
    (boxes, rows): (&mut Boxes, &[Row]),
    ui: &mut Ui,
) {
    let id = Id::unique("class-present");
    let went = ui.horizontal(|ui| {
        let label = ui.label(rich("In the room", Text::Body, ctx.tokens.text));
        let present = papers.expecting.present;
        let value = if present == 0 { String::new() } else { present.to_string() };
        let number = Number { id, value: &value, label: label.id };
        let (entered, went) = boxes.ui(ctx, number, ui);
        if let Some(entered) = entered {
            boxes.refuse(id, present_in(&entered, (&mut papers.expecting, forecasts)));
        }
        let words = "people. Beside each text: how many raise a hand for “it will be adopted”.";
        ui.label(rich(words, Text::Body, ctx.tokens.text_weak));
        went
    });
    boxes.wrong(ctx, id, ui);
    if went.inner == Went::On && !boxes.is_refused(id) {
        ui.memory_mut(|memory| memory.request_focus(rows[0].box_id));
    }
}

/// Takes what was typed as how many are in the room.
fn present_in(
    entered: &Entered,
    (expecting, forecasts): (&mut Expecting, &mut Forecasts),
) -> Option<String> {
    let read = count_of(&entered.text);
    let count = read.clone().or_else(|_| count_of(&entered.before)).unwrap_or_default();
    expecting.present = count.unwrap_or(0);
    for &outcome in expecting.raised.keys() {
        settle(outcome, expecting, forecasts);
    }
    let most = expecting.raised.values().copied().max().unwrap_or(0);
    read.err().or_else(|| {
        let is_short = count.is_some_and(|count| count < most);
        is_short.then(|| format!("{most} hands were raised: there are more in the room than that."))
    })
}

/// Takes what was typed as the hands for a text; where it cannot be, what stood there before stays,
/// and it is told why.
pub(super) fn raised_of(
    outcome: OutcomeId,
    entered: &Entered,
    (expecting, forecasts): (&mut Expecting, &mut Forecasts),
) -> Option<String> {
    let fits = |count: Option<u32>| match (count, expecting.present) {
        (Some(_), 0) => Err("Say first how many are in the room; nothing was changed.".to_owned()),
        (Some(count), present) if count > present => {
            Err(format!("There are {present} in the room; nothing was changed."))
        }
        (count, _) => Ok(count),
    };
    let read = count_of(&entered.text).and_then(fits);
    let count = read.clone().or_else(|_| count_of(&entered.before)).unwrap_or_default();
    match count {
        Some(count) => expecting.raised.insert(outcome, count),
        None => expecting.raised.remove(&outcome),
    };
    settle(outcome, expecting, forecasts);
    read.err()
}

/// The chance that the room gives a text follows from its hands.
fn settle(outcome: OutcomeId, expecting: &Expecting, forecasts: &mut Forecasts) {
    match expecting.chance(outcome) {
        Some(chance) => forecasts.adopted.insert(outcome, chance),
        None => forecasts.adopted.remove(&outcome),
    };
}

/// A count as it is typed; `None` where nothing is.
fn count_of(typed: &str) -> Result<Option<u32>, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let count = typed.parse().ok().filter(|count| *count <= MOST);
    count.map(Some).ok_or_else(|| format!("A whole number from 0 to {MOST}; nothing was changed."))
}
