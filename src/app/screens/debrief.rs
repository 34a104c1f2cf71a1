//! The debrief: what was adopted, what was not, and why.

use eframe::egui::{CentralPanel, Frame, Ui};

use crate::app::context::ViewCtx;
use crate::session::Session;

/// The screen's residue.
#[derive(Debug, Default)]
pub(super) struct Debrief;

impl Debrief {
    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let frame = Frame::new().fill(ctx.tokens.background);
        CentralPanel::default().frame(frame).show(ui, |ui| ui.label(&session.scenario().title));
    }
}
