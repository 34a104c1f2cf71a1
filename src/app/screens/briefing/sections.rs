//! The parts of the briefing that are mostly text.

use eframe::egui::{Frame, Margin, Ui};

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, radius, rich, size, space};
use crate::app::widgets::{markdown, prose, source_link};
use crate::scenario::Scenario;
use crate::text::long_date;

/// What kind of truth this is.
pub(super) fn caution(ctx: ViewCtx<'_>, ui: &mut Ui) {
    ui.add_space(space::XS);
    Frame::new()
        .fill(ctx.tokens.panel)
        .stroke((1.0, ctx.tokens.line))
        .corner_radius(radius::M)
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let text = "Positions are their authors’ estimates, and proposed texts are in general \
                        counterfactual. Everything said in the debate is simulated: no sentence is \
                        a quotation.";
            weak(ctx, text, ui);
        });
}

/// The background.
pub(super) fn background(ctx: ViewCtx<'_>, scenario: &Scenario, ui: &mut Ui) {
    markdown(ui, ctx.tokens, &scenario.background);
}

/// What the President asked.
pub(super) fn concept_note(ctx: ViewCtx<'_>, scenario: &Scenario, ui: &mut Ui) {
    let Some(note) = &scenario.concept_note else { return };
    let author = scenario.members[note.author].name.in_sentence();
    let text = format!("Circulated by {author}.");
    ui.label(rich(text, Text::Small, ctx.tokens.text_weak));
    body(ctx, &note.objective, ui);
    for (index, question) in note.guiding_questions.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.label(rich(format!("{}", index + 1), Text::BodyStrong, ctx.tokens.accent));
            ui.add_space(space::XS);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                body(ctx, &question.text, ui);
                let issues: Vec<&str> = question
                    .issues
                    .iter()
                    .map(|&issue| scenario.issues[issue].name.as_str())
                    .collect();
                if !issues.is_empty() {
                    let text = format!("Raises {}", issues.join(" · "));
                    ui.label(rich(text, Text::Small, ctx.tokens.text_weak));
                }
            });
        });
    }
}

/// The sources, those with an address as links.
pub(super) fn sources(ctx: ViewCtx<'_>, scenario: &Scenario, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 6.0;
    for source in &scenario.sources {
        let about: Vec<String> = [source.publisher.clone(), source.date.as_deref().map(long_date)]
            .into_iter()
            .flatten()
            .collect();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().interact_size.y = 0.0;
            source_link(ui, ctx.tokens, &source.title, source.url.as_deref());
            if !about.is_empty() {
                ui.label(rich(about.join(", "), Text::Small, ctx.tokens.text_weak));
            }
        });
    }
}

/// A paragraph to read.
pub(super) fn body(ctx: ViewCtx<'_>, text: &str, ui: &mut Ui) {
    prose(ui, text, (Text::Body, ctx.tokens.text), size::MEASURE);
}

/// A paragraph that goes with others.
pub(super) fn weak(ctx: ViewCtx<'_>, text: &str, ui: &mut Ui) {
    prose(ui, text, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
}
