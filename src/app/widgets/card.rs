//! A frame to click, with a title, what goes with it, a summary, and a small picture of the council.

use std::sync::Arc;

use eframe::egui::{
    Color32, CursorIcon, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::app::theme::{Text, Tokens, paragraph, radius, space};

use super::{council_picture::paint_council, focus_ring};

/// What stands on a card.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    pub title: &'a str,
    pub meta: &'a str,
    pub summary: &'a str,
    pub selected: bool,
    /// Members in the picture; no picture for none.
    pub members: Option<usize>,
}

const PICTURE: f32 = 84.0;
const PADDING: f32 = space::L;
/// A longer summary ends in an ellipsis; the Briefing has it all.
const SUMMARY_ROWS: usize = 3;

/// Draws a card over the whole width.
pub fn card(ui: &mut Ui, tokens: &Tokens, it: &Card<'_>) -> Response {
    let width = ui.available_width();
    let picture = if it.members.is_some() { PICTURE + space::L } else { 0.0 };
    let room = (width - 2.0 * PADDING - picture).max(80.0);
    let title = lay(ui, it.title, (Text::BodyStrong, tokens.text), (room, 2));
    let meta = lay(ui, it.meta, (Text::Small, tokens.text_weak), (room, 2));
    let summary = lay(ui, it.summary, (Text::Body, tokens.text_weak), (room, SUMMARY_ROWS));
    let below = if it.summary.is_empty() { 0.0 } else { space::S + summary.size().y };
    let text = title.size().y + space::XS + meta.size().y + below;
    let height = text.max(if it.members.is_some() { 72.0 } else { 0.0 }) + 2.0 * PADDING;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let name = format!("{}. {}", it.title, it.meta);
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), it.selected, &name));
    let painter = ui.painter();
    let (fill, edge) = match (it.selected, response.hovered()) {
        (true, _) => (tokens.selection, tokens.accent),
        (false, true) => (tokens.panel, tokens.line_strong),
        (false, false) => (tokens.panel, tokens.line),
    };
    painter.rect(rect, radius::L, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if let Some(members) = it.members {
        let corner = pos2(rect.right() - PADDING - PICTURE, rect.top() + PADDING);
        paint_council(painter, tokens, Rect::from_min_size(corner, vec2(PICTURE, 72.0)), members);
    }
    let mut y = rect.top() + PADDING;
    for (galley, after) in [(title, space::XS), (meta, space::S), (summary, 0.0)] {
        let height = galley.size().y;
        painter.galley(pos2(rect.left() + PADDING, y), galley, tokens.text);
        y += height + after;
    }
    focus_ring(ui, tokens, &response, radius::L);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn lay(
    ui: &Ui,
    text: &str,
    (setting, color): (Text, Color32),
    (width, rows): (f32, usize),
) -> Arc<Galley> {
    let job = paragraph(text, setting, color, (width, rows));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
