//! The menu: the same table of commands, part by part.

use eframe::egui::{Button, Popup, Response, ScrollArea, Ui};

use crate::app::command::{Command, Entry, Group, LookCommand, PauseAt, Screen, listed};
use crate::app::context::ViewCtx;
use crate::app::settings::Settings;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::section;

use super::help::key_name;

const WIDTH: f32 = 320.0;
/// What a part of the menu leaves free of the height of the window.
const AROUND: f32 = 140.0;

/// The menu below its button.
pub(super) fn menu(ctx: ViewCtx<'_>, screen: Screen, button: &Response) {
    Popup::menu(button).width(WIDTH).show(|ui| {
        ui.set_min_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 2.0;
        for group in Group::ALL {
            let entries: Vec<&Entry> = listed()
                .filter(|entry| entry.command.group() == group && entry.on.contains(&screen))
                .collect();
            if entries.is_empty() {
                continue;
            }
            ui.menu_button(rich(group.title(), Text::Body, ctx.tokens.text), |ui| {
                ui.set_min_width(WIDTH);
                let height = ui.ctx().content_rect().height() - AROUND;
                ScrollArea::vertical().max_height(height).show(ui, |ui| {
                    for entry in entries {
                        item(ctx, entry, ui);
                    }
                });
            });
        }
        ui.add_space(space::XS);
        section(ui, ctx.tokens, "Every command is in the palette as well", None);
    });
}

fn item(ctx: ViewCtx<'_>, entry: &Entry, ui: &mut Ui) {
    let chosen = is_on(ctx.settings, &entry.command);
    let mut button = Button::selectable(chosen, rich(entry.label, Text::Body, ctx.tokens.text))
        .min_size(eframe::egui::vec2(WIDTH, 0.0));
    if let Some(shortcut) = entry.shortcut {
        let keys = rich(key_name(shortcut), Text::Small, ctx.tokens.text_weak);
        button = button.shortcut_text(keys);
    }
    let available = entry.command.is_available(ctx.session);
    let response = ui.add_enabled(available, button).on_hover_text(entry.tooltip);
    if response.clicked() {
        ctx.send(entry.command.clone());
        ui.close();
    }
}

/// Whether the command stands for something that is set now.
pub(super) const fn is_on(settings: &Settings, command: &Command) -> bool {
    match command {
        Command::SwitchPause(PauseAt::Votes) => settings.pauses.votes,
        Command::SwitchPause(PauseAt::Injects) => settings.pauses.injects,
        Command::SwitchPause(PauseAt::Swings) => settings.pauses.swings,
        Command::Look(LookCommand::SwitchContrast) => settings.strong_contrast,
        Command::Look(LookCommand::SwitchMotion) => settings.reduced_motion,
        _ => false,
    }
}
