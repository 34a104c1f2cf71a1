//! The proposed outcomes: form, rule and sponsors, and the text of each on demand.

use eframe::egui::Ui;

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{framed, link};
use crate::council::{DelegationId, OutcomeId, Paragraph, PutToAction};
use crate::scenario::Scenario;
use crate::text::names_by_alphabet;
use crate::text::rule_sentence;

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
        framed(ui, ctx.tokens, |ui| {
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
    ui.label(rich(upper_first(outcome.form.name()), Text::Small, ctx.tokens.text_weak));
    ui.add_space(2.0);
    for (name, value) in facts(scenario, id) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.scope(|ui| {
                ui.set_width(88.0);
                ui.label(rich(name, Text::Small, ctx.tokens.text_weak));
            });
            ui.vertical(|ui| {
                ui.set_max_width((size::MEASURE - 100.0).min(ui.available_width()));
                ui.label(rich(value, Text::Small, ctx.tokens.text));
            });
        });
    }
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

/// How it is adopted, when it is put, who tables it and on what it bears.
fn facts(scenario: &Scenario, id: OutcomeId) -> Vec<(&'static str, String)> {
    let outcome = &scenario.outcomes[id];
    let name = |id: &DelegationId| scenario.members[*id].name.in_sentence();
    let mut facts = vec![("Adopted", rule_sentence(scenario, outcome.form))];
    let put = match outcome.action {
        PutToAction::IfPromising => "If its penholder sees a chance of adoption.",
        PutToAction::ToShowTheVote => "Whatever its chance.",
        PutToAction::TalliedOnly => "Never: support for it is only tallied.",
    };
    if scenario.rules.of(outcome.form).is_decided_by_members() {
        facts.push(("Put", put.to_owned()));
    }
    match &outcome.sponsors[..] {
        [] => {}
        [pen] => facts.push(("Penholder", upper_first(&name(pen)))),
        [pen, others @ ..] => {
            facts.push(("Penholder", upper_first(&name(pen))));
            facts.push(("Co-sponsors", upper_first(&names_by_alphabet(scenario, others))));
        }
    }
    let aims = outcome.aims.iter();
    let issues: Vec<&str> = aims.map(|aim| scenario.issues[aim.issue].name.as_str()).collect();
    facts.push(("Bears on", issues.join(" · ")));
    facts
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
