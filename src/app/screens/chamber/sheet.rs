//! The President's summary, over the table: written while one listens.

use eframe::egui::{Align, Button, Frame, Key, Layout, Margin, Modifiers, ScrollArea, Ui};

use crate::app::command::{Command, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{keys_are_free, prose, ringed, title};
use crate::session::Session;

use super::super::summary::SummaryForm;
use super::Chamber;

/// No wider than is good to read.
const WIDEST: f32 = size::MEASURE + 48.0;

/// The residue of the summary.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    form: SummaryForm,
    /// Whether it lies over the table, where one presides.
    pub(super) is_out: bool,
}

impl Chamber {
    /// Brings out the summary, or puts it away.
    pub(in crate::app::screens) const fn switch_summary(&mut self) {
        self.summary.is_out = !self.summary.is_out;
    }

    /// Whether the summary lies over the table.
    pub(super) fn is_writing(&self, session: &Session) -> bool {
        self.summary.is_out && session.play_of().is_some_and(|play| play.presides)
    }

    /// Enter takes no step of the meeting while one writes.
    pub(super) fn hold_enter(&self, session: &Session, ui: &Ui) {
        if self.is_writing(session) && keys_are_free(ui) {
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        }
    }

    /// Draws it.
    pub(super) fn sheet(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let margin = Margin { left: 24, right: 20, top: 16, bottom: 12 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.horizontal(|ui| {
                title(ui, ctx.tokens, "Your summary");
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let words = rich("See the room", Text::Small, ctx.tokens.text);
                    let button = ui.add(Button::new(words));
                    if ringed(ui, ctx.tokens, button).clicked() {
                        self.summary.is_out = false;
                    }
                });
            });
            let text = "Written on your own responsibility, while you listen. It is kept as you \
                        write, and compared with what was said aloud when you ask.";
            prose(ui, text, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
            ui.add_space(space::XS);
            let area = ScrollArea::vertical().id_salt("summary").auto_shrink([false, false]);
            area.show(ui, |ui| {
                ui.set_max_width(WIDEST.min(ui.available_width() - space::M));
                ui.spacing_mut().item_spacing.y = space::S;
                if let Some(turn) = self.summary.form.ui(ctx, session, ui) {
                    self.summary.is_out = false;
                    ctx.send(Command::Playback(PlaybackCommand::Seek(turn)));
                }
            });
        });
    }
}
