//! The facts of the meeting, at the side of the briefing.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::command::Source;
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich};
use crate::session::Session;
use crate::text::long_date;

/// Draws them, a line for each.
pub(super) fn facts(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let scenario = session.scenario();
    let president = &scenario.members[scenario.president].name.short;
    let format = upper_first(scenario.meeting.label());
    let starts = format!("{} at {}", long_date(&scenario.date), scenario.starts);
    let limit = format!("{} minutes each", scenario.time_limit);
    let seed = session.seed().0.to_string();
    let file = ctx.library.open.as_ref().filter(|source| source.path().is_some());
    let file = file.map(Source::short_name).unwrap_or_default();
    let facts = [
        ("Body", scenario.body.as_str()),
        ("Format", format.as_str()),
        ("Date", starts.as_str()),
        ("Agenda item", scenario.agenda_item.as_str()),
        ("President", president.as_str()),
        ("Statements", limit.as_str()),
        ("Seed", seed.as_str()),
        ("File", file.as_str()),
    ];
    for (name, value) in facts.into_iter().filter(|(_, value)| !value.is_empty()) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            let room = vec2(84.0, 16.0);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Min), |ui| {
                ui.set_min_width(room.x);
                ui.label(rich(name, Text::Small, ctx.tokens.text_weak));
            });
            ui.vertical(|ui| {
                ui.label(rich(value, Text::Small, ctx.tokens.text));
            });
        });
    }
}
