//! The proposed outcomes: form, rule and sponsors, and the text of each on demand.

use eframe::egui::{Frame, Margin, Ui};

use crate::app::context::ViewCtx;
use crate::app::rule::{action_words, rule_words};
use crate::app::shell::upper_first;
use crate::app::theme::{Text, radius, rich, space};
use crate::app::widgets::link;
use crate::council::{OutcomeId, Paragraph};
use crate::scenario::Scenario;

/// Draws all of them; `unfolded` holds those whose text is shown.
pub(super) fn outcomes(
    ctx: ViewCtx<'_>,
    scenario: &Scenario,
    unfolded: &mut Vec<OutcomeId>,
    ui: &mut Ui,
) {
    let text = "Drafts in a few words, each with the rule by which it is adopted.";
    super::sections::weak(ctx, text, ui);
    for &id in &scenario.order.outcomes {
        Frame::new()
            .fill(ctx.tokens.panel)
            .stroke((1.0, ctx.tokens.line))
            .corner_radius(radius::M)
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                outcome(ctx, scenario, id, unfolded, ui);
            });
    }
}

fn outcome(
    ctx: ViewCtx<'_>,
    scenario: &Scenario,
    id: OutcomeId,
    unfolded: &mut Vec<OutcomeId>,
    ui: &mut Ui,
) {
    let outcome = &scenario.outcomes[id];
    ui.label(rich(&outcome.title, Text::BodyStrong, ctx.tokens.text));
    let mut facts = vec![upper_first(outcome.form.name()), rule_words(scenario, outcome.form)];
    let sponsors: Vec<&str> =
        outcome.sponsors.iter().map(|&id| scenario.members[id].name.short.as_str()).collect();
    if !sponsors.is_empty() {
        facts.push(format!("sponsored by {}", sponsors.join(", ")));
    }
    facts.extend(action_words(scenario, id).map(str::to_owned));
    ui.label(rich(facts.join(" · "), Text::Small, ctx.tokens.text_weak));
    let at = unfolded.iter().position(|shown| *shown == id);
    if outcome.text.is_empty() {
        return;
    }
    let words = if at.is_some() { "Hide the text" } else { "Show the text" };
    let shown = link(ui, ctx.tokens, words);
    let name = format!("{words} of {}", outcome.title);
    shown.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Link, true, &name));
    if shown.clicked() {
        match at {
            Some(at) => {
                unfolded.remove(at);
            }
            None => unfolded.push(id),
        }
    }
    if at.is_some() {
        paragraphs(ctx, &outcome.text, ui);
    }
}

fn paragraphs(ctx: ViewCtx<'_>, text: &[Paragraph], ui: &mut Ui) {
    ui.add_space(space::XS);
    ui.spacing_mut().item_spacing.y = space::XS;
    let mut number = 0;
    for paragraph in text {
        let words = match paragraph {
            Paragraph::Preambular { text, .. } => format!("{text},"),
            Paragraph::Operative { text, .. } => {
                number += 1;
                format!("{number}.  {text}.")
            }
        };
        super::sections::body(ctx, &words, ui);
    }
}
