//! Many runs: how they are begun, how far they have come, and how they are stopped.

use eframe::egui::{Button, ProgressBar, Ui, vec2};

use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, size};
use crate::app::widgets::ringed;
use crate::text::grouped;

use super::Analysis;

/// How many runs can be asked for.
const SIZES: [u64; 2] = [1_000, 10_000];

impl Analysis {
    /// Draws the controls.
    pub(super) fn many(&mut self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let running = ctx.runs.filter(|runs| !runs.is_over() && !runs.is_cancelled());
        if let Some(runs) = running {
            let (done, of) = (runs.done(), runs.planned);
            let words = format!("{} of {} runs", grouped(done), grouped(of));
            ui.label(rich(&words, Text::Small, ctx.tokens.text));
            let bar = ProgressBar::new(done as f32 / of.max(1) as f32)
                .desired_width(120.0)
                .desired_height(8.0)
                .fill(ctx.tokens.accent);
            let shown = ui.add(bar);
            ui.ctx().accesskit_node_builder(shown.id, |node| node.set_label("Runs done"));
            let cancel = ui.button("Cancel");
            if ringed(ui, ctx.tokens, cancel).clicked() {
                ctx.send(Command::CancelRuns);
            }
            return;
        }
        for runs in SIZES {
            let button = Button::new(format!("Run {}", grouped(runs)));
            let button = ui.add(button.min_size(vec2(0.0, size::CONTROL)));
            if ringed(ui, ctx.tokens, button).clicked() {
                ctx.send(Command::RunMany { runs, varied: self.varied });
            }
        }
        let varied = ui.checkbox(&mut self.varied, "Vary positions");
        ringed(ui, ctx.tokens, varied).on_hover_text(
            "Positions that the author does not know for certain are drawn anew for each run",
        );
        if let Some(runs) = ctx.runs.filter(|runs| runs.done() < runs.planned) {
            let words = format!("stopped after {}", grouped(runs.done()));
            ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
        }
    }
}
