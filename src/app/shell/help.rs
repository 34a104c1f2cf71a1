//! The help: the keys of the screen.

use eframe::egui::{Frame, Grid, Id, KeyboardShortcut, Modal, ModifierNames, ScrollArea, Ui};

use crate::app::command::{Command, EVERYWHERE, Entry, Screen, TABLE};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{heading, key_cap, primary_button, section};

const LABEL: f32 = 156.0;
const WIDTH: f32 = 560.0;
/// What a command does stands beside its name from this width of the window on.
const ROOM_FOR_MORE: f32 = 760.0;
/// The height of what stands around the list of keys, and the least of the list.
const AROUND: f32 = 190.0;
const LEAST: f32 = 80.0;

/// Draws the help over the screen.
pub(super) fn help(ctx: ViewCtx<'_>, screen: Screen, ui: &Ui) {
    let frame = Frame::new()
        .fill(ctx.tokens.panel)
        .stroke((1.0, ctx.tokens.line_strong))
        .corner_radius(radius::L)
        .inner_margin(space::XL);
    let modal = Modal::new(Id::unique("help")).frame(frame).show(ui.ctx(), |ui| {
        let window = ui.ctx().content_rect();
        ui.set_width(WIDTH.min(window.width() - 2.0 * (space::XL + space::L)));
        heading(ui, ctx.tokens, &format!("Keys of the screen {}", screen.title()));
        ui.add_space(space::S);
        // The name above and the button below stay in view.
        let height = (window.height() - AROUND).max(LEAST);
        ScrollArea::vertical().max_height(height).show(ui, |ui| keys(ctx, screen, ui));
        ui.add_space(space::S);
        if primary_button(ui, ctx.tokens, "Close").clicked() {
            ctx.send(Command::CloseOverlay);
        }
    });
    if modal.should_close() {
        ctx.send(Command::CloseOverlay);
    }
}

fn keys(ctx: ViewCtx<'_>, screen: Screen, ui: &mut Ui) {
    let (here, everywhere): (Vec<&Entry>, Vec<&Entry>) = TABLE
        .iter()
        .filter(|entry| entry.keys_on(screen).is_some() && entry.on.contains(&screen))
        .partition(|entry| entry.on.len() < EVERYWHERE.len());
    for (title, entries) in [("On this screen", here), ("Everywhere", everywhere)] {
        if !entries.is_empty() {
            section(ui, ctx.tokens, title, None);
            table(ctx, title, &entries, ui);
            ui.add_space(space::S);
        }
    }
    let text = "Tab moves from control to control; Enter or Space presses the one in focus. \
                Page up and Page down scroll a long page.";
    ui.label(rich(text, Text::Small, ctx.tokens.text_weak));
}

fn table(ctx: ViewCtx<'_>, title: &str, entries: &[&Entry], ui: &mut Ui) {
    // In a small window the names of the commands say enough.
    let has_room = ui.ctx().content_rect().width() >= ROOM_FOR_MORE;
    Grid::new(title).num_columns(3).min_col_width(56.0).spacing([space::M, 6.0]).show(ui, |ui| {
        for entry in entries {
            let keys = entry.shortcut.map(key_name).unwrap_or_default();
            key_cap(ui, ctx.tokens, &keys);
            ui.horizontal(|ui| {
                // Both tables have their columns at the same places.
                ui.set_min_width(LABEL);
                ui.label(rich(entry.label, Text::Body, ctx.tokens.text));
            });
            if has_room {
                ui.label(rich(entry.tooltip, Text::Small, ctx.tokens.text_weak));
            }
            ui.end_row();
        }
    });
}

/// The key as it is printed on a keyboard: "→", "Ctrl+O".
pub(in crate::app) fn key_name(shortcut: KeyboardShortcut) -> String {
    let is_mac = cfg!(target_os = "macos");
    let names = if is_mac { &ModifierNames::SYMBOLS } else { &ModifierNames::NAMES };
    let modifiers = names.format(&shortcut.modifiers, is_mac);
    let key = match shortcut.logical_key {
        eframe::egui::Key::ArrowRight => "→",
        eframe::egui::Key::ArrowLeft => "←",
        eframe::egui::Key::ArrowUp => "↑",
        eframe::egui::Key::ArrowDown => "↓",
        eframe::egui::Key::Slash => "/",
        eframe::egui::Key::OpenBracket => "[",
        eframe::egui::Key::CloseBracket => "]",
        eframe::egui::Key::Plus => "+",
        eframe::egui::Key::Minus => "−",
        other => other.name(),
    };
    if modifiers.is_empty() { key.to_owned() } else { format!("{modifiers}+{key}") }
}
