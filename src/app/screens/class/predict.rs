//! What the class expects of the texts before the debate.

use eframe::egui::{Button, Slider, Ui};

use crate::analysis::forecasters::{Forecasts, foretold};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, space};
use crate::app::widgets::{described, prose, ringed};
use crate::council::OutcomeId;
use crate::session::{Papers, ROOM, Session};
use crate::text::rule_words;

use super::people::Picker;
use super::{WIDE, small, weak};

/// Width of a slider.
const SLIDER: f32 = 300.0;

/// Draws the predictions of one person, or of the room.
pub(super) fn predict(
    ctx: ViewCtx<'_>,
    session: &Session,
    (papers, picker): (&mut Papers, &mut Picker),
    ui: &mut Ui,
) {
    let scenario = session.scenario();
    weak(
        ctx,
        "How likely is it that each text is adopted, agreed, issued or signed? 0 % is surely not, \
         100 % surely. A text without a number is left out of the score.",
        ui,
    );
    picker.ui(ctx, papers, Some(ROOM), ui);
    let has_begun = session.cursor() > 0;
    if has_begun {
        small(
            ctx,
            "The debate has begun: what is entered or changed now counts, and is marked as late.",
            ui,
        );
    }
    ui.add_space(space::S);
    let by = picker.chosen().unwrap_or(ROOM).to_owned();
    let known = papers.predictions.iter().position(|it| it.by == by);
    let mut forecasts = known.map_or_else(
        || Forecasts { by: by.clone(), ..Forecasts::default() },
        |at| papers.predictions[at].clone(),
    );
    let before = forecasts.clone();
    let mut none = true;
    for outcome in foretold(scenario) {
        none = false;
        row(ctx, session, (outcome, &mut forecasts), ui);
    }
    if none {
        weak(
            ctx,
            "No text of this scenario is put to a decision: there is nothing to foretell.",
            ui,
        );
    }
    if forecasts == before {
        return;
    }
    match known {
        Some(at) => papers.predictions[at] = forecasts,
        None => papers.predictions.push(forecasts),
    }
    if has_begun && !papers.late.contains(&by) {
        papers.late.push(by);
    }
}

fn row(
    ctx: ViewCtx<'_>,
    session: &Session,
    (outcome, forecasts): (OutcomeId, &mut Forecasts),
    ui: &mut Ui,
) {
    let scenario = session.scenario();
    let it = &scenario.outcomes[outcome];
    let label = prose(ui, &it.title, (Text::BodyStrong, ctx.tokens.text), WIDE);
    let form = session.state().texts[outcome].form;
    let words = format!("{} · {}", upper_first(form.name()), rule_words(scenario, form));
    prose(ui, &words, (Text::Small, ctx.tokens.text_weak), WIDE);
    ui.horizontal(|ui| {
        let Some(chance) = forecasts.adopted.get(&outcome).copied() else {
            let give = ui.add(Button::new("Give a chance"));
            described(&give, &it.title);
            if ringed(ui, ctx.tokens, give).clicked() {
                forecasts.adopted.insert(outcome, 0.5);
            }
            return;
        };
        let mut percent = (chance * 100.0).round();
        ui.spacing_mut().slider_width = SLIDER.min((ui.available_width() - 180.0).max(80.0));
        let slider = Slider::new(&mut percent, 0.0..=100.0).step_by(1.0).suffix(" %");
        let slider = ui.add(slider).labelled_by(label.id);
        if ringed(ui, ctx.tokens, slider).changed() {
            forecasts.adopted.insert(outcome, (percent / 100.0).clamp(0.0, 1.0));
        }
        let leave = ui.add(Button::new("Leave out"));
        described(&leave, &it.title);
        if ringed(ui, ctx.tokens, leave).clicked() {
            forecasts.adopted.remove(&outcome);
        }
    });
    ui.add_space(space::S);
}
