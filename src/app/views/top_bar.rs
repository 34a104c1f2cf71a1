//! The slim bar at the top of the window: what is open, the screens, keys, theme.

use eframe::egui::{
    Align, Label, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Theme, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::app::{
    theme::{Text, Tokens, radius, rich, size, space},
    widgets::{Icon, TabSize, focus_ring, icon_button, tab_bar, tabs_width},
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
    let plan = Plan::of(ui, row, view.tabs);
    let left = row.with_max_x(plan.tabs.left() - space::L);
    let right = row.with_min_x(plan.tabs.right() + space::L);
    if left.width() >= LEAST_TITLE {
        let onward = Layout::left_to_right(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(left).layout(onward), |ui| {
            title(ui, tokens, view);
        });
    }
    let onward = match plan.size {
        Some(_) => Layout::top_down(Align::Min),
        None => Layout::left_to_right(Align::Center),
    };
    ui.scope_builder(UiBuilder::new().max_rect(plan.tabs).layout(onward), |ui| {
        let current = view.current.unwrap_or(usize::MAX);
        let asked = match plan.size {
            Some(size) => tab_bar(ui, tokens, view.tabs, (current, size)),
            None => screens(ui, tokens, view.tabs, current),
        };
        click = asked.map(TopBarClick::Tab);
    });
    let back = Layout::right_to_left(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(right).layout(back), |ui| {
        let menu = icon_button(ui, tokens, Icon::Menu, "Menu");
        let icon = if ui.theme() == Theme::Dark { Icon::Sun } else { Icon::Moon };
        if icon_button(ui, tokens, icon, "Switch between light and dark").clicked() {
            click = Some(TopBarClick::SwitchTheme);
        }
        let asked = if plan.has_field {
            palette(ui, tokens).on_hover_text("Finds a command by its words")
        } else {
            icon_button(ui, tokens, Icon::Search, "Do anything…")
        };
        if asked.clicked() {
            click = Some(TopBarClick::Palette);
        }
        menu
    });
    (click, shown.inner)
}

/// A title in less room than this says nothing.
const LEAST_TITLE: f32 = 72.0;
/// The room for three buttons at the right.
const BUTTONS: f32 = 3.0 * size::CONTROL + 2.0 * space::S;
/// What looks like a field to type in, in place of one of them.
const FIELD: f32 = 190.0;
/// The room for the button that stands for all tabs.
const SCREENS: f32 = 96.0;

/// What the bar has room for.
struct Plan {
    /// Where the tabs stand.
    tabs: Rect,
    /// How large they are; none where a button must stand for them.
    size: Option<TabSize>,
    /// Whether the palette has a field, or only a button.
    has_field: bool,
}

impl Plan {
    /// Tabs come first; they stand in the middle of the window as long as there is room for that.
    fn of(ui: &Ui, row: Rect, tabs: &[&str]) -> Self {
        let most = row.width() - BUTTONS - space::L;
        let fits = |size: &TabSize| tabs_width(ui, tabs, *size) <= most;
        let size = [TabSize::Bar, TabSize::NarrowBar].into_iter().find(fits);
        let width = size.map_or(SCREENS, |size| tabs_width(ui, tabs, size));
        // Where a button stands for the tabs, there is room for the title before it.
        let middle = if size.is_some() { row.center().x - width / 2.0 } else { f32::INFINITY };
        let left = middle.min(row.right() - BUTTONS - space::L - width).max(row.left());
        let corner = pos2(left, row.top());
        let tabs = Rect::from_min_size(corner, vec2(width, row.height()));
        let field = BUTTONS - size::CONTROL + FIELD;
        Self { tabs, size, has_field: row.right() - tabs.right() - space::L >= field }
    }
}

/// A button that stands for the tabs.
fn screens(ui: &mut Ui, tokens: &Tokens, tabs: &[&str], current: usize) -> Option<usize> {
    let mut asked = None;
    ui.menu_button(rich("Screens", Text::Body, tokens.text), |ui| {
        for (index, name) in tabs.iter().enumerate() {
            let name = rich(*name, Text::Body, tokens.text);
            if ui.selectable_label(index == current, name).clicked() {
                asked = Some(index);
                ui.close();
            }
        }
    });
    asked
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
    let lay = |text: &str, setting: Text| {
        ui.fonts_mut(|fonts| {
            fonts.layout_no_wrap(text.to_owned(), setting.font(), tokens.text_weak)
        })
    };
    let keys = if cfg!(target_os = "macos") { "⌘K" } else { "Ctrl+K" };
    let (words, key) = (lay("Do anything…", Text::Body), lay(keys, Text::Small));
    let (rect, response) = ui.allocate_exact_size(vec2(FIELD, size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), "Do anything…"));
    let painter = ui.painter().with_clip_rect(rect);
    let fill = if response.hovered() { tokens.hover } else { tokens.sunken };
    painter.rect(rect, radius::M, fill, Stroke::new(1.0, tokens.line_strong), StrokeKind::Inside);
    let y = |height: f32| rect.center().y - height / 2.0;
    painter.galley(pos2(rect.left() + space::M, y(words.size().y)), words, tokens.text_weak);
    let at = pos2(rect.right() - space::M - key.size().x, y(key.size().y));
    painter.galley(at, key, tokens.text_weak);
    focus_ring(ui, tokens, &response, radius::M);
    response
}
