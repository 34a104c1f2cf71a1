//! A page to read: it scrolls by wheel and by key, and its column is no wider than is good to read.

use eframe::egui::{Frame, Key, Margin, ScrollArea, Ui, vec2};

use crate::app::theme::{Tokens, radius, space};

/// How far an arrow key scrolls.
const ROW: f32 = 60.0;

/// A narrower page has narrower margins.
const ROOM_FOR_MARGINS: f32 = 720.0;

/// Draws a page over the room there is.
pub fn page<R>(ui: &mut Ui, tokens: &Tokens, id: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let height = ui.available_height();
    let is_narrow = ui.available_width() < ROOM_FOR_MARGINS;
    let margin = if is_narrow { space::L } else { space::XXL };
    Frame::new()
        .fill(tokens.background)
        .show(ui, |ui| {
            ScrollArea::vertical()
                .id_salt(id)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    let keys = scrolled_by_keys(ui, height);
                    if keys != 0.0 {
                        ui.scroll_with_delta(vec2(0.0, keys));
                    }
                    Frame::new()
                        .inner_margin(Margin::symmetric(margin as i8, space::XL as i8))
                        .show(ui, contents)
                        .inner
                })
                .inner
        })
        .inner
}

/// Centers a column of at most `width` in the room there is.
pub fn reading_width<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let width = width.min(ui.available_width());
    let margin = ((ui.available_width() - width) / 2.0).max(0.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin);
        ui.spacing_mut().item_spacing.x = space::S;
        ui.vertical(|ui| {
            ui.set_width(width);
            contents(ui)
        })
        .inner
    })
    .inner
}

/// A part of a page that stands by itself, over the whole width.
pub fn framed(ui: &mut Ui, tokens: &Tokens, contents: impl FnOnce(&mut Ui)) {
    Frame::new()
        .fill(tokens.panel)
        .stroke((1.0, tokens.line))
        .corner_radius(radius::M)
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
}

/// How far the keys of this frame scroll, downwards less than 0; nothing while a person types.
fn scrolled_by_keys(ui: &Ui, height: f32) -> f32 {
    if ui.text_edit_focused() {
        return 0.0;
    }
    let far = 1.0e6;
    let keys = [
        (Key::PageDown, -0.9 * height),
        (Key::PageUp, 0.9 * height),
        (Key::ArrowDown, -ROW),
        (Key::ArrowUp, ROW),
        (Key::Home, far),
        (Key::End, -far),
    ];
    ui.input(|input| {
        keys.into_iter().filter(|(key, _)| input.key_pressed(*key)).map(|(_, by)| by).sum()
    })
}
