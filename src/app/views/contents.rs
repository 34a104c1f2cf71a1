//! The contents of a long page, at its side: where one is, and the way to each part.

use eframe::egui::{CursorIcon, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::{
    theme::{Text, Tokens, paragraph, radius, rich, space},
    widgets::focus_ring,
};

/// The parts of the page.
#[derive(Clone, Copy, Debug)]
pub struct ContentsView<'a> {
    pub parts: &'a [&'a str],
    /// The part that is being read.
    pub current: Option<usize>,
}

/// Draws the list; the part that was asked for. The arrows move among its rows.
pub fn contents(ui: &mut Ui, tokens: &Tokens, view: &ContentsView<'_>) -> Option<usize> {
    let mut asked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, name) in view.parts.iter().enumerate() {
            if row(ui, tokens, name, view.current == Some(index)).clicked() {
                asked = Some(index);
            }
        }
    });
    asked
}

/// From this width of the window on, the list has room beside the page.
const ROOM_BESIDE: f32 = 860.0;

/// Whether the list has room beside the page, or a button must stand for it.
pub fn has_room_beside(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() >= ROOM_BESIDE
}

/// The same list behind a button, for a page that has all the width there is.
pub fn contents_menu(ui: &mut Ui, tokens: &Tokens, view: &ContentsView<'_>) -> Option<usize> {
    let mut asked = None;
    ui.menu_button(rich("Contents", Text::Body, tokens.text), |ui| {
        for (index, name) in view.parts.iter().enumerate() {
            let words = rich(*name, Text::Body, tokens.text);
            if ui.selectable_label(view.current == Some(index), words).clicked() {
                asked = Some(index);
                ui.close();
            }
        }
    });
    asked
}

fn row(ui: &mut Ui, tokens: &Tokens, name: &str, is_current: bool) -> Response {
    let (setting, color) =
        if is_current { (Text::BodyStrong, tokens.text) } else { (Text::Body, tokens.text_weak) };
    let width = ui.available_width();
    let job = paragraph(name, setting, color, (width - 2.0 * space::M, 2));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(width, galley.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Link, ui.is_enabled(), is_current, name));
    // egui tells a screen reader "toggled"; of a place in a list one says that it is selected.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_current));
    let painter = ui.painter();
    if response.hovered() || is_current {
        let fill = if is_current { tokens.selection } else { tokens.hover };
        painter.rect_filled(rect, radius::M, fill);
    }
    if is_current {
        let bar = Rect::from_min_max(
            rect.min + vec2(0.0, 6.0),
            pos2(rect.left() + 3.0, rect.bottom() - 6.0),
        );
        painter.rect_filled(bar, 1, tokens.accent);
    }
    painter.galley(rect.min + vec2(space::M, 5.0), galley, color);
    focus_ring(ui, tokens, &response, radius::M);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
