//! The notebook of a seat, beside the room.

use eframe::egui::{ScrollArea, Ui};

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{prose, section};
use crate::council::{DelegationId, StageName};
use crate::session::{self, Session};

use super::soundings::leaning_words;

/// Draws what `who` was told in confidence, text by text.
pub(in crate::app::screens::chamber) fn notebook(
    ctx: ViewCtx<'_>,
    session: &Session,
    who: DelegationId,
    ui: &mut Ui,
) {
    let notes = session::notebook(session, who);
    ScrollArea::vertical().id_salt("notebook").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        if notes.is_empty() {
            let text = "Nothing yet. What others tell you in confidence is noted here: you may \
                        sound out five delegations before the meeting, and two in each round of \
                        consultations.";
            prose(ui, text, (Text::Small, ctx.tokens.text_weak), f32::INFINITY);
        }
        for &outcome in &session.scenario().order.outcomes {
            let mut of_text = notes.iter().filter(|note| note.outcome == outcome).peekable();
            if of_text.peek().is_none() {
                continue;
            }
            section(ui, ctx.tokens, &session.scenario().outcomes[outcome].title, None);
            for note in of_text {
                let name = upper_first(&session.scenario().members[note.of].name.in_sentence());
                let when = match note.stage {
                    StageName::Consultations => "in consultations",
                    _ => "before the meeting",
                };
                let words = format!("{name} {}", leaning_words(note.leaning));
                ui.label(rich(words, Text::Body, ctx.tokens.text));
                ui.label(rich(when, Text::Small, ctx.tokens.text_weak));
            }
            ui.add_space(space::XS);
        }
    });
}
