//! A line that tells of something: an icon, words, and what can be done about it.

use eframe::egui::{
    Align, Color32, Frame, Label, Layout, Margin, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

use crate::app::theme::{Text, Tokens, radius, rich, size, space};

use super::{
    icon::{Icon, icon_button, paint_icon},
    text::{link, link_width},
};

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Information,
    Warning,
    Done,
}

/// What is said.
#[derive(Clone, Copy, Debug)]
pub struct Notice<'a> {
    pub severity: Severity,
    pub text: &'a str,
    /// What can be done, the first thing first.
    pub actions: &'a [&'a str],
    /// Whether it can be dismissed by a cross; else one of the actions does so.
    pub closes: bool,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeClick {
    /// The action at this place.
    Action(usize),
    Dismiss,
}

impl Severity {
    fn look(self, tokens: &Tokens) -> (Icon, Color32, Color32) {
        match self {
            Self::Information => (Icon::Info, tokens.accent, tokens.selection),
            Self::Warning => (Icon::Warning, tokens.warning, tokens.warning_fill),
            Self::Done => (Icon::Check, tokens.accent, tokens.selection),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Information => "Note",
            Self::Warning => "Warning",
            Self::Done => "Done",
        }
    }
}

/// Draws a notice over the whole width.
pub fn notice(ui: &mut Ui, tokens: &Tokens, it: &Notice<'_>) -> Option<NoticeClick> {
    let (icon, ink, fill) = it.severity.look(tokens);
    let mut click = None;
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, ink.gamma_multiply(0.45)))
        .corner_radius(radius::M)
        .inner_margin(Margin::symmetric(12, 5));
    let shown = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let (square, _) =
                ui.allocate_exact_size(vec2(size::ICON, size::CONTROL), Sense::hover());
            paint_icon(ui.painter(), square.shrink2(vec2(0.0, 6.0)), icon, ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if it.closes && icon_button(ui, tokens, Icon::Close, "Dismiss").clicked() {
                    click = Some(NoticeClick::Dismiss);
                }
                ui.spacing_mut().item_spacing.x = space::L;
                if let Some(at) = actions(ui, tokens, it.actions) {
                    click = Some(NoticeClick::Action(at));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(rich(it.text, Text::Body, tokens.text)).wrap());
                });
            });
        });
    });
    let name = format!("{}: {}", it.severity.word(), it.text);
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Status, true, name.clone()));
    click
}

/// The actions at the right, read and reached by Tab from left to right.
fn actions(ui: &mut Ui, tokens: &Tokens, names: &[&str]) -> Option<usize> {
    if names.is_empty() {
        return None;
    }
    let width: f32 = names.iter().map(|name| link_width(ui, name)).sum();
    let between = ui.spacing().item_spacing.x * (names.len() - 1) as f32;
    let room = vec2(width + between, size::CONTROL);
    let onward = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(room, onward, |ui| {
        let clicked = |(at, name): (usize, &&str)| link(ui, tokens, name).clicked().then_some(at);
        names.iter().enumerate().filter_map(clicked).last()
    })
    .inner
}
