//! The statement being made: a headline, what it does as chips, the words, and whose they are not.

use std::ops::Range;

use eframe::egui::{Align, Color32, Label, Layout, ScrollArea, Ui, vec2};

use crate::app::{
    theme::{Text, Tokens, rich, size, space},
    widgets::{ChipKind, Icon, chip, chip_width, icon_button, link, prose},
};

/// Something the statement does, as a chip.
#[derive(Clone, Debug)]
pub struct ChipRow {
    pub text: String,
    pub kind: ChipKind,
}

/// A statement.
#[derive(Clone, Copy, Debug)]
pub struct StatementView<'a> {
    pub speaker: &'a str,
    /// "the representative (simulated), national capacity, statement 7".
    pub capacity: &'a str,
    pub headline: &'a str,
    pub text: &'a str,
    /// "Simulated; not a statement by …", and the sources: always beside the text.
    pub marks: &'a [String],
    pub expanded: bool,
    pub chips: &'a [ChipRow],
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementClick {
    ToggleText,
    Copy,
    Chip(usize),
}

/// A lower panel has one row of chips, so that there is room for the words.
const ROOM_FOR_CHIPS: f32 = 260.0;
const CHIP_GAP: f32 = 6.0;
/// The row below the text.
const FOOT: f32 = 24.0;

/// Draws the statement over the room there is.
pub fn statement(ui: &mut Ui, tokens: &Tokens, view: &StatementView<'_>) -> Option<StatementClick> {
    let mut click = None;
    let tall = ui.available_height() >= ROOM_FOR_CHIPS;
    ui.spacing_mut().item_spacing.y = space::XS;
    click = header(ui, tokens, view).or(click);
    let width = size::MEASURE + 120.0;
    prose(ui, view.headline, (Text::BodyStrong, tokens.text), width);
    ui.add_space(2.0);
    if !view.expanded {
        click = chips(ui, tokens, view, if tall { 2 } else { 1 }).or(click);
    }
    let row = Text::Body.line_height();
    let below = FOOT + notice_height(ui, view).map_or(0.0, |height| height + space::XS);
    let rows = ((ui.available_height() - below - 2.0 * space::XS) / row).floor().max(1.0);
    ScrollArea::vertical()
        // What was scrolled in the whole statement is not in its preview.
        .id_salt(("statement", view.expanded))
        .max_height(rows * row)
        .min_scrolled_height(rows * row)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            prose(ui, view.text, (Text::Body, tokens.text), width);
            for source in view.marks.iter().skip(1) {
                prose(ui, source, (Text::Small, tokens.text_weak), width);
            }
            if view.expanded {
                ui.add_space(space::XS);
                click = chips(ui, tokens, view, usize::MAX).or(click);
            }
        });
    foot(ui, tokens, view).or(click)
}

fn header(ui: &mut Ui, tokens: &Tokens, view: &StatementView<'_>) -> Option<StatementClick> {
    let mut click = None;
    ui.horizontal(|ui| {
        ui.label(rich(view.speaker, Text::BodyStrong, tokens.text));
        ui.add_space(space::XS);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, tokens, Icon::Copy, "Copy the statement").clicked() {
                click = Some(StatementClick::Copy);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let capacity = fitting(ui, view.capacity);
                ui.label(rich(capacity, Text::Small, tokens.text_weak));
            });
        });
    });
    click
}

/// As many of the parts of `words` as fit, from the first.
fn fitting<'a>(ui: &Ui, words: &'a str) -> &'a str {
    let room = ui.available_width();
    let mut rest = words;
    loop {
        let text = rest.to_owned();
        let font = Text::Small.font();
        let width =
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, Color32::PLACEHOLDER).size().x);
        match rest.rsplit_once(" · ") {
            Some((first, _)) if width > room => rest = first,
            _ => return rest,
        }
    }
}

/// The chips of the first `most` rows.
fn chips(
    ui: &mut Ui,
    tokens: &Tokens,
    view: &StatementView<'_>,
    most: usize,
) -> Option<StatementClick> {
    let mut click = None;
    let widths: Vec<f32> =
        view.chips.iter().map(|row| chip_width(ui, &row.text, row.kind)).collect();
    let more = chip_width(ui, "and 00 more", ChipKind::Plain);
    let rows = rows(&widths, ui.available_width(), more, most);
    let shown = rows.last().map_or(0, |row| row.end);
    let last = rows.len();
    for (index, row) in rows.into_iter().enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(CHIP_GAP, 0.0);
            ui.spacing_mut().interact_size.y = 0.0;
            for at in row {
                if chip(ui, tokens, &view.chips[at].text, view.chips[at].kind).clicked() {
                    click = Some(StatementClick::Chip(at));
                }
            }
            let left = view.chips.len() - shown;
            if index + 1 == last
                && left > 0
                && chip(ui, tokens, &format!("and {left} more"), ChipKind::Plain).clicked()
            {
                click = Some(StatementClick::ToggleText);
            }
        });
    }
    click
}

/// Which chips stand in which row; in the last of `most` rows there is room left for `more`.
fn rows(widths: &[f32], room: f32, more: f32, most: usize) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while start < widths.len() && rows.len() < most {
        let fill = |room: f32| {
            let mut used = 0.0;
            let fitting = widths[start..].iter().take_while(|width| {
                used += **width + CHIP_GAP;
                used - CHIP_GAP <= room
            });
            start + fitting.count()
        };
        // One that is too wide has a row of its own.
        let mut end = fill(room).max(start + 1);
        if rows.len() + 1 == most && end < widths.len() {
            end = fill(room - more - CHIP_GAP);
        }
        rows.push(start..end);
        start = end;
    }
    rows
}

const fn toggle(view: &StatementView<'_>) -> &'static str {
    if view.expanded { "Show less" } else { "Read the whole statement" }
}

/// How high the first mark is where it needs a line of its own; none where it has room beside what
/// shows more.
fn notice_height(ui: &Ui, view: &StatementView<'_>) -> Option<f32> {
    let notice = view.marks.first()?;
    let lay = |text: &str, setting: Text, width: f32| {
        let (text, font) = (text.to_owned(), setting.font());
        ui.fonts_mut(|fonts| fonts.layout(text, font, Color32::PLACEHOLDER, width).size())
    };
    let room = ui.available_width();
    let beside = lay(toggle(view), Text::Body, f32::INFINITY).x + space::L;
    let fits = beside + lay(notice, Text::Small, f32::INFINITY).x <= room;
    (!fits).then(|| lay(notice, Text::Small, room).y)
}

fn foot(ui: &mut Ui, tokens: &Tokens, view: &StatementView<'_>) -> Option<StatementClick> {
    let mut click = None;
    let beside = notice_height(ui, view).is_none();
    let notice = view.marks.first();
    let mark = |notice: &String| Label::new(rich(notice, Text::Small, tokens.text_weak));
    if let Some(notice) = notice.filter(|_| !beside) {
        ui.add(mark(notice).wrap());
    }
    ui.horizontal(|ui| {
        ui.set_height(FOOT);
        if link(ui, tokens, toggle(view)).clicked() {
            click = Some(StatementClick::ToggleText);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(notice) = notice.filter(|_| beside) {
                ui.add(mark(notice));
            }
        });
    });
    click
}

#[cfg(test)]
mod unit {
    use super::rows;

    #[test]
    fn chips_beyond_the_last_row_are_left_out_and_leave_room_to_ask_for_them() {
        let widths = [40.0, 40.0, 40.0, 40.0, 40.0];
        assert_eq!(rows(&widths, 100.0, 30.0, usize::MAX), [0..2, 2..4, 4..5]);
        assert_eq!(rows(&widths, 100.0, 30.0, 2), [0..2, 2..3]);
        assert_eq!(rows(&widths, 10.0, 30.0, 1).len(), 1);
        assert!(rows(&[], 100.0, 30.0, 2).is_empty());
    }
}
