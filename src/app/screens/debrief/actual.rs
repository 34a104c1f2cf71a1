//! What really happened beside the simulated result, with its source.

use eframe::egui::Ui;

use crate::analysis::actual::{Compared, Counts, NO_PREDICTION, compared, left_out};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{columns, markdown, source_link};
use crate::session::Session;
use crate::text::result_words;

use super::{body, weak};

/// Draws the comparison.
pub(super) fn actual(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let scenario = session.scenario();
    let Some(record) = &scenario.record else { return };
    let rows = compared(scenario, session.results());
    weak(ctx, NO_PREDICTION, ui);
    body(ctx, &Counts::of(&rows).words(), ui);
    table(ctx, session, &rows, ui);
    for text in left_out(scenario, &rows) {
        weak(ctx, &text, ui);
    }
    ui.add_space(space::S);
    markdown(ui, ctx.tokens, &record.notes);
    if let Some(source) = record.source.map(|id| &scenario.sources[id]) {
        let about = source.publisher.as_deref().unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.label(rich("Source:", Text::Body, ctx.tokens.text_weak));
            source_link(ui, ctx.tokens, &source.title, source.url.as_deref());
            if !about.is_empty() {
                ui.label(rich(about, Text::Body, ctx.tokens.text_weak));
            }
        });
    }
}

fn table(ctx: ViewCtx<'_>, session: &Session, rows: &[Compared<'_>], ui: &mut Ui) {
    let scenario = session.scenario();
    let shown: Vec<&Compared<'_>> = rows.iter().filter(|row| row.adopted.is_some()).collect();
    if shown.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width() - space::S;
    let widths = [0.30 * width, 0.27 * width, 0.43 * width];
    let strong = |text: &str| vec![rich(text, Text::SmallStrong, ctx.tokens.text_weak)];
    let head = [strong("Text"), strong("Simulated"), strong("In reality")];
    columns(ui, ctx.tokens, widths, head);
    for row in shown {
        let result = session.results().iter().find(|it| it.outcome == row.outcome);
        let ended = result.map_or("", |result| result_words(result.decision));
        let form = result.map_or("", |result| result.form.name());
        let alike = row.likeness();
        let happened = row.words(scenario);
        let cells = [
            vec![rich(&scenario.outcomes[row.outcome].title, Text::Body, ctx.tokens.text)],
            vec![
                rich(upper_first(ended), Text::BodyStrong, ctx.tokens.text),
                rich(upper_first(form), Text::Small, ctx.tokens.text_weak),
            ],
            vec![
                rich(upper_first(&happened.0), Text::BodyStrong, ctx.tokens.text),
                rich(happened.1, Text::Small, ctx.tokens.text_weak),
                rich(alike, Text::Small, ctx.tokens.text_weak),
            ],
        ];
        columns(ui, ctx.tokens, widths, cells);
    }
    ui.add_space(space::S);
}
