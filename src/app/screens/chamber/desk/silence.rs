//! The silence procedure: keep silence, or break it with a reason.

use eframe::egui::{Button, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size};
use crate::app::widgets::{prose, ringed};
use crate::council::{DelegationId, OutcomeId};
use crate::debate::{Action, Explaining};
use crate::session::{Jotting, Session};
use crate::vote::Ballot;

use super::{act, drafts, jotted, main_action, text_line};

/// What has been written so far.
#[derive(Debug, Default)]
pub(super) struct Silence {
    reason: String,
}

impl Silence {
    /// Draws what is asked.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (who, outcome, extended): (DelegationId, OutcomeId, bool),
        ui: &mut Ui,
    ) {
        let again = if extended { " again, as amended" } else { "" };
        let text = format!(
            "{}, is placed under silence{again}. Silence means agreement; one objection, made with a \
             reason, breaks it.",
            upper_first(&text_line(session, outcome))
        );
        prose(ui, &text, (Text::Body, ctx.tokens.text), size::MEASURE);
        drafts::draft(ctx, session, outcome, ui);
        drafts::expected(ctx, session, (outcome, None), ui);
        let jotting = (who, Jotting::Objection(outcome));
        let name = ("Your reason, if you break silence", "");
        self.reason = jotted(ctx, session, (jotting, name, 2), ui);
    }

    /// Keep silence, or break it.
    pub(super) fn foot(
        &mut self,
        ctx: ViewCtx<'_>,
        (by, outcome): (DelegationId, OutcomeId),
        ui: &mut Ui,
    ) {
        ui.horizontal(|ui| {
            if main_action(ctx, "Keep silence", true, ui) {
                act(ctx, Action::Lock { by, outcome, ballot: Ballot::InFavour });
                ctx.send(Command::Seat(SeatCommand::Finish));
            }
            let has_reason = !self.reason.trim().is_empty();
            let button = Button::new(rich("Break silence", Text::Body, ctx.tokens.text));
            let button = ui.add_enabled(has_reason, button);
            if ringed(ui, ctx.tokens, button).clicked() {
                let words = Some(self.reason.trim().to_owned());
                act(ctx, Action::Explain { by, outcome, when: Explaining::Before, words });
                act(ctx, Action::Lock { by, outcome, ballot: Ballot::Against });
                ctx.send(Command::Seat(SeatCommand::Finish));
            }
            if !has_reason {
                let words = "Silence is broken with a reason.";
                ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
            }
        });
    }
}
