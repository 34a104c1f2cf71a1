//! Words or a figure in a text that open the reasons behind them.

use eframe::egui::{Color32, CursorIcon, Response, Role, Sense, Ui, WidgetInfo};

use crate::app::theme::{Text, Tokens, paragraph, radius};

use super::focus_ring;

/// Draws the words over as many rows as they need; `name` is what a screen reader says.
pub fn figure(
    ui: &mut Ui,
    tokens: &Tokens,
    words: &str,
    (setting, color): (Text, Color32),
    name: &str,
) -> Response {
    // Where words flow, one that does not fit goes to the next row whole.
    let room = if ui.layout().main_wrap() {
        (f32::INFINITY, 1)
    } else {
        (ui.available_width(), usize::MAX)
    };
    let job = paragraph(words, setting, color, room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    if response.hovered() {
        for row in &galley.rows {
            let row = row.rect().translate(rect.min.to_vec2());
            ui.painter().hline(row.x_range(), row.bottom() - 2.0, (1.0, color));
        }
    }
    ui.painter().galley(rect.min, galley, color);
    focus_ring(ui, tokens, &response, radius::S);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
