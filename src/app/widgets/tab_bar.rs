//! The screens of the window, as tabs in its bar.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{Text, Tokens, radius, size, space};

use super::focus_ring;

/// How large tabs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabSize {
    /// In the bar of the window.
    Bar,
    /// The same where there is little room.
    NarrowBar,
    /// In a part of a screen.
    Small,
}

impl TabSize {
    const fn height(self) -> f32 {
        match self {
            Self::Bar | Self::NarrowBar => size::BAR,
            Self::Small => 34.0,
        }
    }

    /// At each side of the words.
    const fn padding(self) -> f32 {
        match self {
            Self::Bar | Self::Small => space::M,
            Self::NarrowBar => 7.0,
        }
    }

    /// Above and below what lights up under the pointer.
    const fn inset(self) -> f32 {
        match self {
            Self::Bar | Self::NarrowBar => 9.0,
            Self::Small => 5.0,
        }
    }

    /// The settings of a tab, and of the current one.
    const fn settings(self) -> (Text, Text) {
        match self {
            Self::Bar => (Text::Body, Text::BodyStrong),
            Self::NarrowBar | Self::Small => (Text::Small, Text::SmallStrong),
        }
    }
}

/// How wide a row of tabs is.
pub fn tabs_width(ui: &Ui, tabs: &[&str], size: TabSize) -> f32 {
    let (_, strong) = size.settings();
    let words = tabs.iter().map(|tab| {
        let (tab, font) = ((*tab).to_owned(), strong.font());
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(tab, font, Color32::PLACEHOLDER).size().x)
    });
    words.map(|width| width + 2.0 * size.padding() + space::XS).sum()
}

/// Draws the tabs passed in, and says which was asked for.
pub fn tab_bar(
    ui: &mut Ui,
    tokens: &Tokens,
    tabs: &[&str],
    (current, size): (usize, TabSize),
) -> Option<usize> {
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (index, name) in tabs.iter().enumerate() {
            if tab(ui, tokens, name, (index == current, size)).clicked() {
                asked = Some(index);
            }
        }
    });
    asked
}

/// The same for a part of a screen.
pub fn small_tabs(ui: &mut Ui, tokens: &Tokens, tabs: &[&str], current: usize) -> Option<usize> {
    tab_bar(ui, tokens, tabs, (current, TabSize::Small))
}

fn tab(ui: &mut Ui, tokens: &Tokens, name: &str, (is_current, size): (bool, TabSize)) -> Response {
    let color = if is_current { tokens.text } else { tokens.text_weak };
    let (plain, strong) = size.settings();
    let setting = if is_current { strong } else { plain };
    let lay = |ui: &Ui, setting: Text| {
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(name.to_owned(), setting.font(), color))
    };
    // The width of the heavier weight, so that tabs stay in place when the current one changes.
    let width = lay(ui, strong).size().x;
    let (inset, padding) = (size.inset(), size.padding());
    let (rect, response) =
        ui.allocate_exact_size(vec2(width + 2.0 * padding, size.height()), Sense::click());
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
            pos2(rect.left() + padding, rect.bottom() - 3.0),
            pos2(rect.right() - padding, rect.bottom()),
        );
        painter.rect_filled(line, 1, tokens.accent);
    }
    let ring = Response { rect: rect.shrink2(vec2(2.0, inset)), ..response.clone() };
    focus_ring(ui, tokens, &ring, radius::M);
    response
}
