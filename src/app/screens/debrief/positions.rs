//! Who moved most, from the instructions of its capital to where it stands.

use eframe::egui::Ui;

use crate::analysis::moves::{Moved, moves};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::shift_line;
use crate::scenario::Scenario;
use crate::session::Session;
use crate::text::upper_first;

use super::weak;

const LINE: f32 = 150.0;

/// Draws the movements, the largest first.
pub(super) fn positions(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let scenario = session.scenario();
    let moves = moves(scenario, session.state());
    if moves.is_empty() {
        return weak(ctx, "Nobody has moved by 2 points or more.", ui);
    }
    let text = "Private positions, on scales of 0 to 100: a ring where a delegation began, a dot \
                where it stands. What a position means is said by the nearest mark.";
    weak(ctx, text, ui);
    ui.add_space(space::XS);
    for it in &moves {
        row(ctx, scenario, it, ui);
    }
}

fn row(ctx: ViewCtx<'_>, scenario: &Scenario, it: &Moved, ui: &mut Ui) {
    let words = it.words(scenario);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.vertical(|ui| {
            ui.set_width(LINE);
            shift_line(ui, ctx.tokens, (it.from as f32, it.to as f32), (LINE, &words));
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let name = upper_first(&scenario.members[it.who].name.short);
            let name = format!("{name} on “{}”", scenario.issues[it.issue].name);
            ui.label(rich(name, Text::BodyStrong, ctx.tokens.text));
            ui.label(rich(words.clone(), Text::Body, ctx.tokens.text));
        });
    });
}
