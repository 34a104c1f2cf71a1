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
    /// Whether "About" is on screen, which is no tab.
    pub about: bool,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopBarClick {
    Tab(usize),
    Keys,
    About,
    SwitchTheme,
}

/// Draws the bar over the whole width.
pub fn top_bar(ui: &mut Ui, tokens: &Tokens, view: &TopBarView<'_>) -> Option<TopBarClick> {
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
    ui.scope_builder(UiBuilder::new().max_rect(right).layout(back), |ui| {
        let icon = if ui.theme() == Theme::Dark { Icon::Sun } else { Icon::Moon };
        if icon_button(ui, tokens, icon, "Switch between light and dark").clicked() {
            click = Some(TopBarClick::SwitchTheme);
        }
        let about = icon_button(ui, tokens, Icon::Info, "About Horseshoe");
        if view.about {
            let line = about.rect.with_min_y(bar.bottom() - 3.0).with_max_y(bar.bottom());
            ui.painter().rect_filled(line.shrink2(vec2(4.0, 0.0)), 1, tokens.accent);
        }
        if about.clicked() {
            click = Some(TopBarClick::About);
        }
        if keys(ui, tokens).on_hover_text("The keys of this screen").clicked() {
            click = Some(TopBarClick::Keys);
        }
    });
    click
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

/// The keys of the screen, with the key that shows them.
fn keys(ui: &mut Ui, tokens: &Tokens) -> Response {
    let lay = |text: &str, setting: Text| {
        ui.fonts_mut(|fonts| {
            fonts.layout_no_wrap(text.to_owned(), setting.font(), tokens.text_weak)
        })
    };
    let (words, key) = (lay("Keys", Text::Body), lay("F1", Text::Small));
    let cap = key.size().x + 10.0;
    let width = words.size().x + cap + space::S + 2.0 * space::S;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), "Keys"));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, radius::M, tokens.hover);
    }
    let at = pos2(rect.left() + space::S, rect.center().y - words.size().y / 2.0);
    let left = at.x + words.size().x + space::S;
    painter.galley(at, words, tokens.text_weak);
    let cap = Rect::from_min_size(pos2(left, rect.center().y - 10.0), vec2(cap, 20.0));
    let edge = Stroke::new(1.0, tokens.line_strong);
    painter.rect(cap, radius::S, tokens.raised, edge, StrokeKind::Inside);
    painter.galley(cap.center() - key.size() / 2.0, key, tokens.text_weak);
    focus_ring(ui, tokens, &response, radius::M);
    response
}
