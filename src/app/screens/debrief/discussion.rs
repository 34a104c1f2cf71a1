//! The questions for discussion: what the teaching note asks after the debate.

use eframe::egui::Ui;

use crate::app::context::ViewCtx;
use crate::app::widgets::markdown;
use crate::scenario::Scenario;
use crate::text::discussion_questions;

/// Draws them.
pub(super) fn discussion(ctx: ViewCtx<'_>, scenario: &Scenario, ui: &mut Ui) {
    if let Some(questions) = discussion_questions(&scenario.teaching_note) {
        markdown(ui, ctx.tokens, &questions);
    }
}
