//! The branches of the debate as a strip: which is looked at, where each left another.

use eframe::egui::{Align, Button, Frame, Layout, Margin, ScrollArea, Sense, Ui, vec2};

use crate::app::{
    theme::{Text, Tokens, rich, size, space},
    widgets::{Icon, link, paint_icon},
};

/// One branch.
#[derive(Clone, Debug)]
pub struct BranchRow {
    /// What is otherwise in it.
    pub name: String,
    /// "leaves “As it was” at turn 7".
    pub tip: String,
    pub current: bool,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BranchClick {
    Look(usize),
    Compare,
}

/// Draws the strip.
pub fn branches(
    ui: &mut Ui,
    tokens: &Tokens,
    (rows, can_compare): (&[BranchRow], bool),
) -> Option<BranchClick> {
    let mut click = None;
    Frame::new().inner_margin(Margin { left: 20, right: 20, top: 2, bottom: 2 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            let (square, _) =
                ui.allocate_exact_size(vec2(size::ICON, size::CONTROL), Sense::hover());
            paint_icon(ui.painter(), square, Icon::Branch, tokens.text_weak);
            ui.label(rich("Branches", Text::SmallStrong, tokens.text_weak));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if can_compare && link(ui, tokens, "Compare").clicked() {
                    click = Some(BranchClick::Compare);
                }
                ui.add_space(space::S);
                let names = ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ScrollArea::horizontal().show(ui, |ui| names(ui, tokens, rows)).inner
                });
                click = names.inner.or(click);
            });
        });
    });
    click
}

fn names(ui: &mut Ui, tokens: &Tokens, rows: &[BranchRow]) -> Option<BranchClick> {
    let mut click = None;
    for (at, row) in rows.iter().enumerate() {
        let setting = if row.current { Text::SmallStrong } else { Text::Small };
        let button = Button::selectable(row.current, rich(&row.name, setting, tokens.text));
        if ui.add(button).on_hover_text(&row.tip).clicked() {
            click = Some(BranchClick::Look(at));
        }
    }
    click
}
