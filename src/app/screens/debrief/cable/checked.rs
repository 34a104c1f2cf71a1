//! What the record says of a cable: of each entry, of all, and of who was left out.

use eframe::egui::Ui;

use crate::analysis::cable::{Checked, CheckedEntry, Score};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{prose, ringed, section};
use crate::council::DelegationId;
use crate::session::Session;
use crate::text::{names_by_alphabet, upper_first};

use super::super::{body, weak};

/// What was found of an entry: a word for stance and quotation, and a sentence for each.
pub(super) fn found(ctx: ViewCtx<'_>, it: &CheckedEntry, ui: &mut Ui) {
    let parts = [
        ("Stance", it.stance.is_right(), &it.texts[0]),
        ("Quotation", it.quotation.is_right(), &it.texts[1]),
    ];
    for (name, is_right, text) in parts {
        let (words, color) = if is_right {
            ("right", ctx.tokens.text)
        } else {
            ("not as in the record", ctx.tokens.warning)
        };
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(rich(format!("{name}: {words}"), Text::SmallStrong, color));
            prose(ui, text, (Text::Body, ctx.tokens.text), f32::INFINITY);
        });
    }
}

/// The score, and who was left out; `told` is whether all of that is told.
pub(super) fn score(
    ctx: ViewCtx<'_>,
    (session, it): (&Session, &Checked),
    told: &mut bool,
    ui: &mut Ui,
) {
    ui.add_space(space::XS);
    section(ui, ctx.tokens, "What the record says", None);
    ui.label(rich(score_words(it.score()), Text::BodyStrong, ctx.tokens.text));
    let who: Vec<DelegationId> = it.omitted.iter().map(|it| it.who).collect();
    if who.is_empty() {
        return body(ctx, "Nobody that declared itself on a text was left out.", ui);
    }
    let names = upper_first(&names_by_alphabet(session.scenario(), &who));
    let text = format!("Left out, though they declared themselves on a text: {names}.");
    body(ctx, &text, ui);
    weak(ctx, "A cable chooses: who is left out does not count in the score.", ui);
    let words = if *told { "Hide what they declared" } else { "Show what they declared" };
    let button = ui.button(words);
    if ringed(ui, ctx.tokens, button).clicked() {
        *told = !*told;
    }
    if *told {
        for it in &it.omitted {
            body(ctx, &it.text, ui);
        }
    }
}

/// "2 of 3 entries are right: 3 stances and 2 quotations."
fn score_words(it: Score) -> String {
    let entries = if it.of == 1 { "entry" } else { "entries" };
    let are = if it.right == 1 { "is" } else { "are" };
    let counted = |count: usize, one: &str| {
        if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
    };
    format!(
        "{} of {} {entries} {are} right: {} and {} as in the record.",
        it.right,
        it.of,
        counted(it.stances, "stance"),
        counted(it.quotations, "quotation")
    )
}
