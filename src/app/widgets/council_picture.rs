//! A council as a small picture: its seats around the table, and how far apart they stand on its issues.

use eframe::egui::{
    Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use crate::app::theme::Tokens;

/// What a picture of a council shows; no stance is among it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Council {
    /// The seats as they stand around the table.
    pub seats: Vec<Seat>,
    /// For each issue, the lowest and the highest position and the middle one, from 0 to 1.
    pub spreads: Vec<[f32; 3]>,
}

/// A seat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// Filled, where others are rings.
    pub is_permanent: bool,
    /// In the accent.
    pub presides: bool,
}

/// Half of the arc, in radians from the top.
const REACH: f32 = 2.1;
/// Between the picture of the table and that of the issues.
const GAP: f32 = 20.0;
/// From this width of the picture on, the issues have room beside the table.
const WITH_ISSUES: f32 = 200.0;
/// More issues than this are not told apart.
const MOST_ISSUES: usize = 14;

/// Paints the table, and beside it the issues where there is room for both.
pub fn paint_council(painter: &Painter, tokens: &Tokens, rect: Rect, it: &Council) {
    if rect.width() < WITH_ISSUES || it.spreads.is_empty() {
        return table(painter, tokens, rect, &it.seats);
    }
    let width = rect.height() * 1.3;
    let (left, right) = rect.split_left_right_at_x(rect.left() + width);
    table(painter, tokens, left, &it.seats);
    spreads(painter, tokens, right.with_min_x(right.left() + GAP), &it.spreads);
}

/// The seats in an arc: permanent members filled, others as rings, the President in the accent.
fn table(painter: &Painter, tokens: &Tokens, rect: Rect, seats: &[Seat]) {
    let radius =
        vec2((rect.width() / 2.0).min(rect.height() * 0.75), rect.height() / (1.0 - REACH.cos()))
            * 0.9;
    let center = pos2(rect.center().x, rect.top() + radius.y * 1.06);
    let at = |angle: f32, share: f32| {
        let (sin, cos) = angle.sin_cos();
        center + vec2(sin, -cos) * radius * share
    };
    let wood = (0..=40).map(|step| at(REACH * (step as f32 / 20.0 - 1.0), 0.70)).collect();
    painter.add(Shape::line(wood, Stroke::new(radius.y * 0.17, tokens.table)));
    let spacing = 2.0 * REACH * radius.y / seats.len().max(2) as f32;
    let dot = (spacing * 0.30).clamp(1.5, 5.0);
    for (index, it) in seats.iter().enumerate() {
        let share = if seats.len() > 1 { index as f32 / (seats.len() - 1) as f32 } else { 0.5 };
        seat(painter, tokens, (at(REACH * (2.0 * share - 1.0), 1.0), dot), *it);
    }
}

fn seat(painter: &Painter, tokens: &Tokens, (at, dot): (Pos2, f32), it: Seat) {
    let color = if it.presides { tokens.accent } else { tokens.undeclared };
    if it.is_permanent || dot < 2.5 {
        painter.circle_filled(at, dot, color);
    } else {
        painter.circle_stroke(at, dot - 0.75, Stroke::new(1.5, color));
    }
}

/// A line for each issue: how far apart the members stand, and where the middle one is.
fn spreads(painter: &Painter, tokens: &Tokens, rect: Rect, spreads: &[[f32; 3]]) {
    let shown = &spreads[..spreads.len().min(MOST_ISSUES)];
    let step = (rect.height() / shown.len() as f32).min(13.0);
    let height = (step * 0.46).clamp(3.0, 6.0);
    let top = rect.center().y - step * shown.len() as f32 / 2.0;
    let x = |share: f32| rect.left() + rect.width() * share.clamp(0.0, 1.0);
    for (index, [low, high, middle]) in shown.iter().enumerate() {
        let y = top + step * (index as f32 + 0.5);
        painter.hline(rect.x_range(), y, (1.0, tokens.line));
        let bar = Rect::from_min_max(
            pos2(x(*low), y - height / 2.0),
            pos2(x(*high).max(x(*low) + 2.0), y + height / 2.0),
        );
        let edge = Stroke::new(1.0, tokens.reservations.gamma_multiply(0.5));
        painter.rect(bar, 2, tokens.reservations_fill, edge, StrokeKind::Inside);
        let tick = Rect::from_center_size(pos2(x(*middle), y), vec2(3.0, height + 3.0));
        painter.rect_filled(tick, 1, tokens.accent);
    }
}

/// The picture as a widget.
pub fn council_picture(ui: &mut Ui, tokens: &Tokens, it: &Council, size: Vec2) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let words = format!("A council of {} members", it.seats.len());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
    paint_council(ui.painter(), tokens, rect, it);
    response
}
