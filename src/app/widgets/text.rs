//! Headings, links, the main button, and hints for keys.

use eframe::egui::{
    Button, Color32, CursorIcon, Hyperlink, Label, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::theme::{Text, Tokens, paragraph, radius, rich, size, space};

use super::{focus_ring, ringed};

/// The question a screen answers: one per screen.
pub fn heading(ui: &mut Ui, tokens: &Tokens, text: &str) -> Response {
    let response = ui.add(Label::new(rich(text, Text::Display, tokens.text)).wrap());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    response
}

/// The name of a part of a long page.
pub fn title(ui: &mut Ui, tokens: &Tokens, text: &str) -> Response {
    let label = rich(text, Text::BodyStrong, tokens.text).size(size::TITLE);
    let response = ui.add(Label::new(label).wrap());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    response
}

/// The name of a part of a screen, and what goes with it at the far end of the line, or below it
/// where the line is too short.
pub fn section(ui: &mut Ui, tokens: &Tokens, text: &str, beside: Option<&str>) -> Response {
    let width = |text: &str, setting: Text| {
        let (text, font) = (text.to_owned(), setting.font());
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, Color32::PLACEHOLDER).size().x)
    };
    let both = width(text, Text::SmallStrong) + width(beside.unwrap_or(""), Text::Small);
    let fits = both + space::XS <= ui.available_width();
    let weak = |text: &str| Label::new(rich(text, Text::Small, tokens.text_weak));
    let shown = ui.horizontal(|ui| {
        ui.set_min_height(22.0);
        let response = ui.label(rich(text, Text::SmallStrong, tokens.text_weak));
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
        if let Some(beside) = beside.filter(|_| fits) {
            let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
            ui.with_layout(right, |ui| ui.add(weak(beside)));
        }
        response
    });
    if let Some(beside) = beside.filter(|_| !fits) {
        ui.add(weak(beside).wrap());
    }
    shown.inner
}

/// A paragraph to read, no wider than `width`.
pub fn prose(ui: &mut Ui, text: &str, (setting, color): (Text, Color32), width: f32) -> Response {
    ui.scope(|ui| {
        // The bar of a scroll area floats over its right edge.
        ui.set_max_width(width.min(ui.available_width() - space::S));
        let job = paragraph(text, setting, color, (ui.available_width(), usize::MAX));
        ui.add(Label::new(job).selectable(true))
    })
    .inner
}

/// Words to click, in the accent.
pub fn link(ui: &mut Ui, tokens: &Tokens, text: &str) -> Response {
    let galley = ui
        .fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), Text::Body.font(), tokens.accent));
    let (rect, response) =
        ui.allocate_exact_size(galley.size().max(vec2(0.0, 22.0)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    let top = rect.center().y - galley.size().y / 2.0;
    if response.hovered() {
        let y = top + galley.size().y - 1.0;
        ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, tokens.accent));
    }
    ui.painter().galley(pos2(rect.left(), top), galley, tokens.accent);
    focus_ring(ui, tokens, &response, radius::S);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The title of a source; one that leads to its address, where it has one.
pub fn source_link(ui: &mut Ui, tokens: &Tokens, title: &str, url: Option<&str>) {
    let Some(url) = url else {
        ui.label(rich(title, Text::Body, tokens.text));
        return;
    };
    let text = rich(title, Text::Body, tokens.accent);
    let link = ui.add(Hyperlink::from_label_and_url(text, url).open_in_new_tab(true));
    ringed(ui, tokens, link).on_hover_text(url);
}

/// How wide a link is.
pub(super) fn link_width(ui: &Ui, text: &str) -> f32 {
    let (text, font) = (text.to_owned(), Text::Body.font());
    ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, Color32::PLACEHOLDER).size().x)
}

/// The one main action of a screen.
pub fn primary_button(ui: &mut Ui, tokens: &Tokens, text: &str) -> Response {
    let label = rich(text, Text::BodyStrong, tokens.on_accent);
    let button = Button::new(label)
        .fill(tokens.accent)
        .stroke(Stroke::NONE)
        .min_size(vec2(0.0, size::CONTROL + 4.0));
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = space::L;
        ui.add(button)
    });
    focus_ring(ui, tokens, &response.inner, radius::M);
    response.inner
}

/// A key and what it does: "Space play".
pub fn key_hint(ui: &mut Ui, tokens: &Tokens, key: &str, does: &str) -> Response {
    let color = tokens.text_weak;
    let [key_text, does_text] = [key, does].map(|text| {
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), Text::Small.font(), color))
    });
    let cap = vec2((key_text.size().x + 10.0).max(20.0), 20.0);
    let size = vec2(cap.x + 6.0 + does_text.size().x, cap.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{key}: {does}")));
    let cap = eframe::egui::Rect::from_min_size(rect.min, cap);
    let painter = ui.painter();
    painter.rect(
        cap,
        radius::S,
        tokens.raised,
        Stroke::new(1.0, tokens.line_strong),
        StrokeKind::Inside,
    );
    painter.galley(cap.center() - key_text.size() / 2.0, key_text, color);
    let y = rect.center().y - does_text.size().y / 2.0;
    painter.galley(pos2(cap.right() + 6.0, y), does_text, color);
    response
}

/// A key alone, as it looks on a keyboard.
pub fn key_cap(ui: &mut Ui, tokens: &Tokens, key: &str) -> Response {
    let color = tokens.text;
    let galley =
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(key.to_owned(), Text::Small.font(), color));
    let size = vec2((galley.size().x + 12.0).max(24.0), 22.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    let edge = Stroke::new(1.0, tokens.line_strong);
    ui.painter().rect(rect, radius::S, tokens.raised, edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}
