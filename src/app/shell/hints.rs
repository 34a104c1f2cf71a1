//! First hints: a line on each screen that says how it is used, until it has been read.

use eframe::egui::{Align, Frame, Label, Layout, Margin, Panel, Sense, Ui, vec2};

use crate::app::command::{Command, HintCommand, Screen};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{Icon, link, paint_icon};

/// What is said on a screen.
const fn words(screen: Screen, is_played: bool) -> Option<&'static str> {
    match screen {
        Screen::Library => Some(
            "Choose a debate with the arrow keys or the mouse, and open it with Enter. A scenario \
             file of your own can be dropped on the window.",
        ),
        Screen::Briefing => {
            Some("This is what the debate is about; Enter goes to the chamber, where it is held.")
        }
        Screen::Chamber if is_played => Some(
            "Enter does what the strip below offers, the right arrow shows one turn. Your brief and \
             your notebook are at the right.",
        ),
        Screen::Chamber => Some(
            "Space plays the debate, the right arrow shows the next turn. Click a placard or a \
             figure to see what is behind it; B asks what might have been different.",
        ),
        Screen::Analysis => Some(
            "Each picture answers one question, says how to read it, and what it does not show. It \
             follows the turn that the chamber shows.",
        ),
        Screen::Debrief => {
            Some("What became of each text, and the turns that mattered most: click one to see it.")
        }
        Screen::About | Screen::Projector | Screen::Compare | Screen::Class => None,
    }
}

/// In a lower window hints would leave too little of the screen; the help has the keys.
const ROOM_FOR_HINTS: f32 = 520.0;
/// In a narrower window a hint is one sentence.
const ROOM_FOR_WORDS: f32 = 1180.0;

/// Draws the hint of the screen, if it has not been read.
pub(super) fn hint(ctx: ViewCtx<'_>, screen: Screen, ui: &mut Ui) {
    let is_played = ctx.session.is_some_and(|session| !session.sees_all());
    let Some(words) = words(screen, is_played).filter(|_| ctx.settings.has_hint(screen)) else {
        return;
    };
    let window = ui.ctx().content_rect();
    if window.height() < ROOM_FOR_HINTS {
        return;
    }
    // A small window has room for the first sentence.
    let is_small = window.width() < ROOM_FOR_WORDS;
    let words = words.find(". ").filter(|_| is_small).map_or(words, |end| &words[..=end]);
    let frame = Frame::new().fill(ctx.tokens.selection).inner_margin(Margin::symmetric(20, 4));
    Panel::top("hint").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let (square, _) =
                ui.allocate_exact_size(vec2(size::ICON, size::CONTROL), Sense::hover());
            paint_icon(ui.painter(), square.shrink2(vec2(0.0, 7.0)), Icon::Hint, ctx.tokens.accent);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                if link(ui, ctx.tokens, "No more hints").clicked() {
                    ctx.send(Command::Hint(HintCommand::Off));
                }
                if link(ui, ctx.tokens, "Got it").clicked() {
                    ctx.send(Command::Hint(HintCommand::Read));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(rich(words, Text::Body, ctx.tokens.text)).wrap());
                });
            });
        });
    });
}
