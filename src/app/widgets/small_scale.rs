//! A scale in one line: where something stood at the start and stands now, and what is acceptable.

use eframe::egui::{Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::Tokens;

/// A scale of 0..1 with up to two points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SmallScale {
    pub start: Option<f32>,
    pub now: Option<f32>,
    pub today: f32,
    /// What lies within the red line.
    pub acceptable: Option<(f32, f32)>,
    /// All of it in words.
    pub words: String,
}

const HEIGHT: f32 = 22.0;
const INSET: f32 = 8.0;

/// Draws the scale over the whole width.
pub fn small_scale(ui: &mut Ui, tokens: &Tokens, it: &SmallScale) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &it.words));
    let x = |share: f32| rect.left() + INSET + (rect.width() - 2.0 * INSET) * share;
    let y = rect.center().y;
    let painter = ui.painter();
    if let Some((low, high)) = it.acceptable {
        let band = Rect::from_min_max(pos2(x(low), y - 6.0), pos2(x(high), y + 6.0));
        painter.rect_filled(band, 2, tokens.reservations_fill);
        for end in [low, high].into_iter().filter(|end| *end > 0.0 && *end < 1.0) {
            painter.vline(x(end), y - 8.0..=y + 8.0, Stroke::new(2.0, tokens.reservations));
        }
    }
    let line = Stroke::new(2.0, tokens.line_strong);
    painter.hline(x(0.0)..=x(1.0), y, line);
    for end in [0.0, 1.0] {
        painter.vline(x(end), y - 4.0..=y + 4.0, line);
    }
    let quo = x(it.today);
    painter.vline(quo, y - 9.0..=y - 3.0, Stroke::new(1.5, tokens.text_weak));
    if let (Some(start), Some(now)) = (it.start, it.now)
        && (start - now).abs() > 0.005
    {
        painter.hline(x(start.min(now))..=x(start.max(now)), y, Stroke::new(3.0, tokens.accent));
    }
    if let Some(start) = it.start {
        painter.circle(pos2(x(start), y), 4.5, tokens.panel, Stroke::new(1.5, tokens.accent));
    }
    if let Some(now) = it.now {
        painter.circle_filled(pos2(x(now), y), 5.0, tokens.accent);
    }
    response
}
