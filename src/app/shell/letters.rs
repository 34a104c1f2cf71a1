//! The switch for letters in place of States, wherever a class is set up.

use eframe::egui::Ui;

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, size};
use crate::app::widgets::{described, prose, ringed};
use crate::scenario::Naming;
use crate::session::Session;

const NAME: &str = "Letters in place of States";

/// Draws the switch, and a sentence on what it does.
pub(in crate::app) fn letters_switch(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let is_told = session.naming() == Naming::Revealed;
    let text = if is_told {
        "It has been told who was who. In the next debate letters can stand again."
    } else {
        "State A, State B and so on, until the debrief tells who was who. The debate is the same."
    };
    let mut is_on = session.naming().is_by_letters();
    ui.add_enabled_ui(!is_told, |ui| {
        let button = ui.checkbox(&mut is_on, NAME);
        described(&button, text);
        if ringed(ui, ctx.tokens, button).changed() {
            let naming = if is_on { Naming::Letters } else { Naming::Names };
            ctx.send(Command::Seat(SeatCommand::NameBy(naming)));
        }
    });
    prose(ui, text, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
}
