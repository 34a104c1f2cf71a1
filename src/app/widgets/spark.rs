//! Small lines beside a sentence: a chance from turn to turn, and a position from start to end.

use eframe::egui::{
    Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::theme::{Tokens, radius};

/// A chance from turn to turn.
#[derive(Clone, Debug, Default)]
pub struct Spark {
    /// From 0 to 1, in the order of the turns.
    pub values: Vec<f32>,
    /// The value at which the turn begins that is spoken of; it ends at the next.
    pub at: usize,
}

/// Paints the line; the step that is spoken of stands out, and the axis is 0 to 100 %.
pub fn paint_spark(painter: &Painter, tokens: &Tokens, rect: Rect, it: &Spark) {
    painter.rect_filled(rect, radius::S, tokens.sunken);
    let inner = rect.shrink2(vec2(6.0, 6.0));
    let last = it.values.len().saturating_sub(1).max(1) as f32;
    let place = |at: usize, value: f32| -> Pos2 {
        pos2(
            inner.left() + inner.width() * at as f32 / last,
            inner.bottom() - inner.height() * value.clamp(0.0, 1.0),
        )
    };
    painter.hline(inner.x_range(), inner.bottom(), (1.0, tokens.line_strong));
    let points: Vec<Pos2> =
        it.values.iter().enumerate().map(|(at, value)| place(at, *value)).collect();
    if let [before, after, ..] = points.get(it.at..).unwrap_or_default() {
        let step = vec![*before, *after];
        painter.add(Shape::line(points.clone(), Stroke::new(1.5, tokens.text_weak)));
        painter.add(Shape::line(step, Stroke::new(3.0, tokens.accent)));
        painter.circle_filled(*after, 3.5, tokens.accent);
    }
}

/// A scale on which something moved: a ring where it began, a dot where it ended.
pub fn shift_line(
    ui: &mut Ui,
    tokens: &Tokens,
    (from, to): (f32, f32),
    (width, words): (f32, &str),
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
    let inner = rect.shrink2(vec2(6.0, 0.0));
    let y = rect.center().y;
    let x = |share: f32| inner.left() + inner.width() * share.clamp(0.0, 1.0);
    let painter = ui.painter();
    painter.hline(inner.x_range(), y, (2.0, tokens.line_strong));
    for end in [0.0, 1.0] {
        painter.vline(x(end), y - 4.0..=y + 4.0, (2.0, tokens.line_strong));
    }
    painter.line_segment([pos2(x(from), y), pos2(x(to), y)], Stroke::new(3.0, tokens.accent));
    painter.circle(pos2(x(from), y), 4.0, tokens.background, Stroke::new(1.5, tokens.accent));
    painter.circle_filled(pos2(x(to), y), 4.5, tokens.accent);
    response
}
