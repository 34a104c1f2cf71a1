//! A council as a small picture: dots around a table, without colours of stance.

use eframe::egui::{
    Painter, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::theme::Tokens;

/// Half of the arc, in radians from the top.
const REACH: f32 = 2.1;

/// Paints `members` dots in an arc; the top one, the President's, is in the accent.
pub fn paint_council(painter: &Painter, tokens: &Tokens, rect: Rect, members: usize) {
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
    let spacing = 2.0 * REACH * radius.y / members.max(2) as f32;
    let dot = (spacing * 0.30).clamp(1.5, 5.0);
    for index in 0..members {
        let share = if members > 1 { index as f32 / (members - 1) as f32 } else { 0.5 };
        let is_top = index == members / 2;
        let color = if is_top { tokens.accent } else { tokens.line_strong };
        painter.circle_filled(at(REACH * (2.0 * share - 1.0), 1.0), dot, color);
    }
}

/// The picture as a widget.
pub fn council_picture(ui: &mut Ui, tokens: &Tokens, members: usize, size: Vec2) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Image, true, format!("A council of {members} members"))
    });
    paint_council(ui.painter(), tokens, rect, members);
    response
}
