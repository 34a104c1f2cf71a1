//! The help: the keys of the screen.

use eframe::egui::{Frame, Grid, Id, KeyboardShortcut, Modal, ModifierNames, ScrollArea, Ui};

use crate::app::command::{Command, EVERYWHERE, Entry, Screen, TABLE};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{heading, key_cap, primary_button, section};

const LABEL: f32 = 156.0;
/// Room for the title, the words below, and the edges of the window.
const AROUND: f32 = 240.0;

/// Draws the help over the screen.
pub(super) fn help(ctx: ViewCtx<'_>, screen: Screen, ui: &Ui) {
    let frame = Frame::new()
        .fill(ctx.tokens.panel)
        .stroke((1.0, ctx.tokens.line_strong))
        .corner_radius(radius::L)
        .inner_margin(space::XL);
    let modal = Modal::new(Id::unique("help")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(560.0);
        heading(ui, ctx.tokens, &format!("Keys of the screen {}", screen.title()));
        ui.add_space(space::S);
        let (here, everywhere): (Vec<&Entry>, Vec<&Entry>) = TABLE
            .iter()
            .filter(|entry| entry.shortcut.is_some() && entry.on.contains(&screen))
            .partition(|entry| entry.on.len() < EVERYWHERE.len());
        let most = ui.ctx().content_rect().height() - AROUND;
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            for (title, entries) in [("On this screen", here), ("Everywhere", everywhere)] {
                if !entries.is_empty() {
                    section(ui, ctx.tokens, title, None);
                    table(ctx, title, &entries, ui);
                    ui.add_space(space::S);
                }
            }
        });
        let text = "Tab moves from control to control; Enter or Space presses the one in focus. \
                    Page up and Page down scroll a long page.";
        ui.label(rich(text, Text::Small, ctx.tokens.text_weak));
        ui.add_space(space::S);
        if primary_button(ui, ctx.tokens, "Close").clicked() {
            ctx.send(Command::CloseOverlay);
        }
    });
    if modal.should_close() {
        ctx.send(Command::CloseOverlay);
    }
}

fn table(ctx: ViewCtx<'_>, title: &str, entries: &[&Entry], ui: &mut Ui) {
    Grid::new(title).num_columns(3).min_col_width(56.0).spacing([space::M, 6.0]).show(ui, |ui| {
        for entry in entries {
            let keys = entry.shortcut.map(key_name).unwrap_or_default();
            key_cap(ui, ctx.tokens, &keys);
            ui.horizontal(|ui| {
                // Both tables have their columns at the same places.
                ui.set_min_width(LABEL);
                ui.label(rich(entry.label, Text::Body, ctx.tokens.text));
            });
            ui.label(rich(entry.tooltip, Text::Small, ctx.tokens.text_weak));
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
        other => other.name(),
    };
    if modifiers.is_empty() { key.to_owned() } else { format!("{modifiers}+{key}") }
}
