//! The slim bar at the top of the window: what is open, the screens, keys, theme.

use eframe::egui::{
    Align, Color32, Label, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Theme, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::{
    theme::{Text, Tokens, radius, rich, size, space},
    widgets::{Icon, focus_ring, icon_button, tab_bar},
};

/// What the bar shows.
#[derive(Clone, Copy, Debug)]
pub struct TopBarView<'a> {
    pub title: &'a str,
    /// "Open debate · 20 June 2024 · seed 7".
    pub meta: &'a str,
    pub tabs: &'a [&'a str],
    pub current: Option<usize>,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopBarClick {
    Tab(usize),
    Palette,
    SwitchTheme,
}

/// Draws the bar over the whole width; the button of the menu is given back, for the menu to open
/// below it.
pub fn top_bar(
    ui: &mut Ui,
    tokens: &Tokens,
    view: &TopBarView<'_>,
) -> (Option<TopBarClick>, Response) {
    let mut click = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::BAR), Sense::hover());
    ui.painter().rect_filled(bar, 0, tokens.panel);
    let row =
        Rect::from_min_max(bar.min + vec2(space::L + 4.0, 0.0), bar.max - vec2(space::M, 0.0));
    let tabs = tabs_rect(ui, row, view.tabs);
    let left = row.with_max_x(tabs.left() - space::L);
    let right = row.with_min_x(tabs.right() + space::L);
    let onward = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(onward), |ui| {
        title(ui, tokens, view);
    });
    let down = Layout::top_down(Align::Min);
    ui.scope_builder(UiBuilder::new().max_rect(tabs).layout(down), |ui| {
        click = tab_bar(ui, tokens, view.tabs, view.current.unwrap_or(usize::MAX))
            .map(TopBarClick::Tab);
    });
    let back = Layout::right_to_left(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(right).layout(back), |ui| {
        let menu = icon_button(ui, tokens, Icon::Menu, "Menu");
        let icon = if ui.theme() == Theme::Dark { Icon::Sun } else { Icon::Moon };
        if icon_button(ui, tokens, icon, "Switch between light and dark").clicked() {
            click = Some(TopBarClick::SwitchTheme);
        }
        if palette(ui, tokens).on_hover_text("Finds a command by its words").clicked() {
            click = Some(TopBarClick::Palette);
        }
        menu
    });
    (click, shown.inner)
}

/// In the middle of the window, as long as the title leaves room for it.
fn tabs_rect(ui: &Ui, row: Rect, tabs: &[&str]) -> Rect {
    let width: f32 = tabs
        .iter()
        .map(|tab| {
            let font = Text::BodyStrong.font();
            let galley = ui.fonts_mut(|fonts| {
                fonts.layout_no_wrap((*tab).to_owned(), font, Color32::PLACEHOLDER)
            });
            galley.size().x + 2.0 * space::M + space::XS
        })
        .sum();
    Rect::from_center_size(pos2(row.center().x, row.center().y), vec2(width, row.height()))
}

fn title(ui: &mut Ui, tokens: &Tokens, view: &TopBarView<'_>) {
    ui.add(Label::new(rich(view.title, Text::BodyStrong, tokens.text)).truncate());
    let meta = view.meta.to_owned();
    let font = Text::Small.font();
    let width = ui.fonts_mut(|fonts| fonts.layout_no_wrap(meta, font, tokens.text_weak).size().x);
    // The title alone keeps its place in a narrow window.
    if width + 2.0 * space::S < ui.available_width() {
        ui.add_space(space::S);
        ui.label(rich(view.meta, Text::Small, tokens.text_weak));
    }
}

/// What looks like a field to type in, and opens the palette.
fn palette(ui: &mut Ui, tokens: &Tokens) -> Response {
    const WIDTH: f32 = 190.0;
    let lay = |text: &str, setting: Text| {
        ui.fonts_mut(|fonts| {
            fonts.layout_no_wrap(text.to_owned(), setting.font(), tokens.text_weak)
        })
    };
    let keys = if cfg!(target_os = "macos") { "⌘K" } else { "Ctrl+K" };
    let (words, key) = (lay("Do anything…", Text::Body), lay(keys, Text::Small));
    let width = WIDTH.min(ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), "Do anything…"));
    let painter = ui.painter().with_clip_rect(rect);
    let fill = if response.hovered() { tokens.hover } else { tokens.sunken };
    painter.rect(rect, radius::M, fill, Stroke::new(1.0, tokens.line_strong), StrokeKind::Inside);
    let y = |height: f32| rect.center().y - height / 2.0;
    let room = rect.width() - key.size().x - 3.0 * space::M;
    if words.size().x <= room {
        painter.galley(pos2(rect.left() + space::M, y(words.size().y)), words, tokens.text_weak);
    }
    let at = pos2(rect.right() - space::M - key.size().x, y(key.size().y));
    painter.galley(at, key, tokens.text_weak);
    focus_ring(ui, tokens, &response, radius::M);
    response
}
