//! The time of a player's turn, at the head of the desk: what is left of it, and that it is over.

use eframe::egui::{Align, Button, Frame, Layout, Margin, Sense, Ui, vec2};

use crate::app::clock::minutes_and_seconds;
use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::{Icon, paint_icon, ringed};
use crate::session::Matter;

const SIGN: f32 = 16.0;

/// The minutes of a turn, where a clock runs for what waits.
fn minutes(ctx: ViewCtx<'_>, matter: Matter) -> Option<u8> {
    ctx.settings.turn_minutes.filter(|_| matter != Matter::Chair)
}

/// What is left, in a line that begins at the right.
pub(super) fn left(ctx: ViewCtx<'_>, matter: Matter, ui: &mut Ui) {
    let left = minutes(ctx, matter).map(|minutes| ctx.clock.left(minutes));
    let Some(left) = left.filter(|left| *left > 0) else { return };
    let words = if ctx.clock.is_held() { "Let the clock run on" } else { "Hold the clock" };
    let button = ui.add(Button::new(rich(words, Text::Small, ctx.tokens.text)));
    if ringed(ui, ctx.tokens, button).clicked() {
        ctx.send(Command::Seat(SeatCommand::HoldClock));
    }
    let held = if ctx.clock.is_held() { ", held" } else { "" };
    let words = format!("{} left{held}", minutes_and_seconds(left));
    ui.label(rich(words, Text::BodyStrong, ctx.tokens.text));
    let (square, _) = ui.allocate_exact_size(vec2(SIGN, SIGN), Sense::hover());
    paint_icon(ui.painter(), square, Icon::Clock, ctx.tokens.text_weak);
    ui.add_space(space::S);
}

/// That it is over, with the way on; nothing happens by itself.
pub(super) fn over(ctx: ViewCtx<'_>, matter: Matter, ui: &mut Ui) {
    if minutes(ctx, matter).is_none_or(|minutes| ctx.clock.left(minutes) > 0) {
        return;
    }
    let frame = Frame::new()
        .fill(ctx.tokens.selection)
        .stroke((1.0, ctx.tokens.accent))
        .corner_radius(radius::M)
        .inner_margin(Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let (square, _) = ui.allocate_exact_size(vec2(SIGN, SIGN), Sense::hover());
            paint_icon(ui.painter(), square, Icon::Clock, ctx.tokens.accent);
            let words = "Time is up. Nothing is lost; what is still open, capital decides.";
            ui.label(rich(words, Text::Body, ctx.tokens.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = ending_words(matter);
                let button = ui.add(Button::new(rich(words, Text::BodyStrong, ctx.tokens.text)));
                if ringed(ui, ctx.tokens, button).clicked() {
                    ctx.send(Command::Seat(SeatCommand::Finish));
                }
            });
        });
    });
    ui.add_space(space::XS);
}

/// What ends the turn when the time is up: the rest is as the model would have it.
const fn ending_words(matter: Matter) -> &'static str {
    match matter {
        Matter::Floor => "Let capital speak",
        Matter::Silence { .. } | Matter::Vote(_) => "Let capital decide",
        Matter::Soundings
        | Matter::Round(_)
        | Matter::Answer { .. }
        | Matter::Conclusion { .. }
        | Matter::Chair => "Finish the turn",
    }
}
