//! The screens of the window, as tabs in its bar.

use eframe::egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{Text, Tokens, radius, size, space};

use super::focus_ring;

/// Draws the tabs passed in, and says which was asked for.
pub fn tab_bar(ui: &mut Ui, tokens: &Tokens, tabs: &[&str], current: usize) -> Option<usize> {
    row(ui, tokens, tabs, (current, size::BAR))
}

/// The same for a part of a screen.
pub fn small_tabs(ui: &mut Ui, tokens: &Tokens, tabs: &[&str], current: usize) -> Option<usize> {
    row(ui, tokens, tabs, (current, SMALL))
}

/// The height of tabs in a part of a screen.
const SMALL: f32 = 34.0;

fn row(
    ui: &mut Ui,
    tokens: &Tokens,
    tabs: &[&str],
    (current, height): (usize, f32),
) -> Option<usize> {
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (index, name) in tabs.iter().enumerate() {
            if tab(ui, tokens, name, (index == current, height)).clicked() {
                asked = Some(index);
            }
        }
    });
    asked
}

fn tab(ui: &mut Ui, tokens: &Tokens, name: &str, (is_current, height): (bool, f32)) -> Response {
    let color = if is_current { tokens.text } else { tokens.text_weak };
    let is_small = height < size::BAR;
    let (plain, strong) =
        if is_small { (Text::Small, Text::SmallStrong) } else { (Text::Body, Text::BodyStrong) };
    let setting = if is_current { strong } else { plain };
    let lay = |ui: &Ui, setting: Text| {
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(name.to_owned(), setting.font(), color))
    };
    // The width of the heavier weight, so that tabs stay in place when the current one changes.
    let width = lay(ui, strong).size().x;
    let inset = if is_small { 5.0 } else { 9.0 };
    let (rect, response) =
        ui.allocate_exact_size(vec2(width + 2.0 * space::M, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_current, name));
    // egui tells a screen reader "toggled"; of a tab one says that it is selected.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_current));
    let painter = ui.painter();
    if response.hovered() && !is_current {
        painter.rect_filled(rect.shrink2(vec2(0.0, inset)), radius::M, tokens.hover);
    }
    let galley = lay(ui, setting);
    painter.galley(rect.center() - galley.size() / 2.0, galley, color);
    if is_current {
        let line = Rect::from_min_max(
            pos2(rect.left() + space::M, rect.bottom() - 3.0),
            pos2(rect.right() - space::M, rect.bottom()),
        );
        painter.rect_filled(line, 1, tokens.accent);
    }
    let ring = Response { rect: rect.shrink2(vec2(2.0, inset)), ..response.clone() };
    focus_ring(ui, tokens, &ring, radius::M);
    response
}
