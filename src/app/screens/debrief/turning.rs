//! The turns that changed the prospects of texts most, each with what in it did so.

use std::sync::Arc;

use eframe::egui::{
    CursorIcon, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::analysis::turning_point::{NONE, Prospects, RANKED, TurningPoint};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, paragraph, radius, space};
use crate::app::widgets::{Spark, focus_ring, paint_spark, section};
use crate::session::Session;

use super::reading::Reading;
use super::{show_turn, weak};

/// The most turns that are told.
pub(super) const MOST: usize = 6;
const PADDING: f32 = space::L;
const SPARK: eframe::egui::Vec2 = vec2(132.0, 46.0);

/// A turn, in words.
#[derive(Debug)]
pub(super) struct Row {
    /// After how many turns it has been shown.
    pub(super) turns: usize,
    /// The number of its first event, from 1.
    pub(super) event: usize,
    pub(super) name: String,
    pub(super) sentences: String,
    /// The chance of the text that moved most, from turn to turn.
    spark: Spark,
}

/// Draws the turns, and the decisions against the odds.
pub(super) fn turning(ctx: ViewCtx<'_>, reading: &Reading, ui: &mut Ui) {
    let Some(rows) = reading.turning() else {
        return weak(ctx, "Being worked out…", ui);
    };
    if rows.is_empty() {
        return weak(ctx, NONE, ui);
    }
    weak(ctx, &format!("{RANKED} The line is that chance, from turn to turn."), ui);
    ui.add_space(space::XS);
    told(ctx, rows, ui);
    surprising(ctx, reading, ui);
}

/// Turns with what they changed.
pub(super) fn told(ctx: ViewCtx<'_>, rows: &[Row], ui: &mut Ui) {
    for row in rows {
        if draw(ctx, row, ui) {
            show_turn(ctx, row.turns);
        }
    }
}

/// The decisions against the odds, where there are any.
pub(super) fn surprising(ctx: ViewCtx<'_>, reading: &Reading, ui: &mut Ui) {
    let surprises = reading.surprises();
    if surprises.is_empty() {
        return;
    }
    ui.add_space(space::M);
    section(ui, ctx.tokens, "Decided against the odds", None);
    told(ctx, surprises, ui);
}

/// A turning point in words.
pub(super) fn row(session: &Session, prospects: &Prospects, point: &TurningPoint) -> Row {
    let told = point.told(session.record(), session.turns(), prospects);
    let values = point.changes.first().map_or_else(Vec::new, |change| {
        (0..=session.cursor())
            .filter_map(|at| prospects.chance(at, change.outcome))
            .map(|chance| chance as f32)
            .collect()
    });
    Row {
        turns: point.stretch + 1,
        event: session.turns()[point.stretch].events.start + 1,
        name: told.name,
        sentences: told.sentences,
        spark: Spark { values, at: point.stretch },
    }
}

/// Draws a row; whether it was clicked.
fn draw(ctx: ViewCtx<'_>, row: &Row, ui: &mut Ui) -> bool {
    let tokens = ctx.tokens;
    let width = ui.available_width();
    let room = width - 2.0 * PADDING - SPARK.x - space::L;
    let lay = |text: &str, setting: Text| -> Arc<Galley> {
        let job = paragraph(text, setting, tokens.text, (room, usize::MAX));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let name = lay(&row.name, Text::BodyStrong);
    let text = lay(&row.sentences.replace(" %", "\u{a0}%"), Text::Body);
    let height = (name.size().y + space::XS + text.size().y).max(SPARK.y) + 2.0 * space::M;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let words = format!("{}. {}", row.name, row.sentences);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
    let edge = if response.hovered() { tokens.line_strong } else { tokens.line };
    let painter = ui.painter();
    let stroke = Stroke::new(1.0, edge);
    painter.rect(rect, radius::M, tokens.panel, stroke, StrokeKind::Inside);
    let at = rect.min + vec2(PADDING, space::M);
    let below = pos2(at.x, at.y + name.size().y + space::XS);
    painter.galley(at, name, tokens.text);
    painter.galley(below, text, tokens.text);
    let corner = pos2(rect.right() - PADDING - SPARK.x, rect.top() + space::M);
    paint_spark(painter, tokens, Rect::from_min_size(corner, SPARK), &row.spark);
    focus_ring(ui, tokens, &response, radius::M);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.on_hover_text("Shows this turn in the chamber").clicked()
}
