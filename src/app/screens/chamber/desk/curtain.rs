//! The curtain between two players at one machine: it hides one seat's papers from the next.

use eframe::egui::{Align, Key, Layout, Modifiers, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{heading, keys_are_free, prose};
use crate::session::{Due, Eyes, Session};

use super::main_action;

/// Draws it: what has happened is over, and the next player is called.
pub(super) fn curtain(ctx: ViewCtx<'_>, session: &Session, due: &Due, ui: &mut Ui) {
    let who = session.scenario().members[due.who].name.in_sentence();
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space((ui.available_height() * 0.28).max(space::XL));
        let name = session.papers().name_of(due.who);
        let called = name.map_or_else(|| who.clone(), |name| format!("{who} ({name})"));
        heading(ui, ctx.tokens, &format!("Pass to {called}"));
        ui.add_space(space::S);
        let text = "Its brief, notebook and papers are shown to whoever lifts the curtain. Until \
                    then only what is public stands on screen.";
        ui.scope(|ui| {
            ui.set_max_width(size::MEASURE);
            prose(ui, text, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
        });
        ui.add_space(space::L);
        if let Some(minutes) = ctx.settings.turn_minutes {
            let text = format!("The turn lasts {minutes} minutes from when the curtain is lifted.");
            ui.label(rich(text, Text::Body, ctx.tokens.text));
            ui.add_space(space::M);
        }
        let lifted =
            keys_are_free(ui) && ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Space));
        if main_action(ctx, &format!("I speak for {who}"), true, ui) || lifted {
            ctx.send(Command::Seat(SeatCommand::LookThrough(Eyes::Seat(due.who))));
        }
        ui.add_space(space::S);
        ui.label(rich("Simulated", Text::Small, ctx.tokens.text_weak));
    });
}
