//! One entry of the cable: who, which stance, on what, and a quotation.

use eframe::egui::{Button, ComboBox, TextEdit, TextWrapMode, Ui};

use crate::analysis::cable::{CableEntry, Uttered};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{named, ringed};
use crate::council::{Declared, DelegationId, OutcomeId};
use crate::session::Session;
use crate::text::sentences_of;

/// What may be reported of a delegation on a text.
const STANCES: [(Declared, &str); 4] = [
    (Declared::InFavour, "in favour of"),
    (Declared::Reservations, "with reservations on"),
    (Declared::Opposed, "opposed to"),
    (Declared::Undeclared, "not declared on"),
];

/// Fewer words than these are no quotation.
const WORDS: usize = 4;

/// Draws the entry of this number; whether it is to be removed.
pub(super) fn entry(
    ctx: ViewCtx<'_>,
    (session, said): (&Session, &[Uttered]),
    (it, number): (&mut CableEntry, usize),
    ui: &mut Ui,
) -> bool {
    ui.spacing_mut().item_spacing.y = space::S;
    let room = ui.available_width() - 3.0 * space::S;
    ui.horizontal(|ui| {
        who(session, (&mut it.who, number), 0.28 * room, ui);
        stance((&mut it.stance, number), 0.24 * room, ui);
        let rest = ui.available_width();
        outcome(session, (&mut it.outcome, number), rest, ui);
    });
    let edit = TextEdit::multiline(&mut it.quotation).desired_rows(2);
    let edit = edit.desired_width(f32::INFINITY).hint_text("Quotation");
    named(&ui.add(edit), &format!("Quotation of entry {number}"));
    ui.horizontal(|ui| {
        sentences(ctx, said, (it, number), ui);
        let remove = ui.add(Button::new(rich("Remove", Text::Small, ctx.tokens.text)));
        named(&remove, &format!("Remove entry {number}"));
        ringed(ui, ctx.tokens, remove).clicked()
    })
    .inner
}

fn who(session: &Session, (who, number): (&mut DelegationId, usize), width: f32, ui: &mut Ui) {
    let scenario = session.scenario();
    let name = |who: DelegationId| upper_first(&scenario.members[who].name.in_sentence());
    let mut members: Vec<DelegationId> = scenario.order.members.clone();
    members.retain(|&who| !scenario.members[who].is_briefer());
    members.sort_by_key(|&who| scenario.members[who].name.short.to_lowercase());
    let list = ComboBox::from_id_salt("who").selected_text(name(*who)).width(width).truncate();
    let list = list.show_ui(ui, |ui| {
        for it in members {
            ui.selectable_value(who, it, name(it));
        }
    });
    named(&list.response, &format!("Delegation of entry {number}"));
}

fn stance((stance, number): (&mut Declared, usize), width: f32, ui: &mut Ui) {
    let shown = STANCES.iter().find(|(it, _)| it == stance).map_or("", |(_, words)| words);
    let list = ComboBox::from_id_salt("stance").selected_text(shown).width(width).truncate();
    let list = list.show_ui(ui, |ui| {
        for (it, words) in STANCES {
            ui.selectable_value(stance, it, words);
        }
    });
    named(&list.response, &format!("Stance of entry {number}"));
}

fn outcome(session: &Session, (outcome, number): (&mut OutcomeId, usize), width: f32, ui: &mut Ui) {
    let scenario = session.scenario();
    let name = |it: OutcomeId| format!("“{}”", scenario.outcomes[it].title);
    let list = ComboBox::from_id_salt("text").selected_text(name(*outcome));
    let list = list.width(width).truncate().show_ui(ui, |ui| {
        for &it in &scenario.order.outcomes {
            ui.selectable_value(outcome, it, name(it));
        }
    });
    named(&list.response, &format!("Text of entry {number}"));
}

/// What the delegation said, to quote from.
fn sentences(
    ctx: ViewCtx<'_>,
    said: &[Uttered],
    (it, number): (&mut CableEntry, usize),
    ui: &mut Ui,
) {
    let own = said.iter().filter(|uttered| uttered.speaker == it.who);
    let sentences: Vec<&str> = own
        .flat_map(|uttered| sentences_of(&uttered.words))
        .filter(|sentence| sentence.split_whitespace().count() >= WORDS)
        .collect();
    if sentences.is_empty() {
        ui.label(rich("It made no statement.", Text::Small, ctx.tokens.text_weak));
        return;
    }
    let width = 0.6 * ui.available_width();
    let list = ComboBox::from_id_salt("sentences").selected_text("Quote a sentence it said");
    let list = list.width(width).truncate().show_ui(ui, |ui| {
        ui.set_max_width(1.5 * width);
        ui.style_mut().wrap_mode = Some(TextWrapMode::Wrap);
        for sentence in sentences {
            if ui.selectable_label(it.quotation == sentence, sentence).clicked() {
                sentence.clone_into(&mut it.quotation);
            }
        }
    });
    named(&list.response, &format!("Quote a sentence it said, for entry {number}"));
}
