//! What became of predictions: Brier scores, the pooled forecast and the model's own.

use eframe::egui::Ui;

use crate::analysis::forecasters::{Forecasts, Scored, Scores, of_the_model, score};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, space};
use crate::app::widgets::{framed, prose, title};
use crate::council::OutcomeId;
use crate::session::{Papers, Session};
use crate::text::percent;

use super::{WIDE, body, small};

/// The model's own forecast, once it has been worked out.
#[derive(Debug, Default)]
pub(super) struct Model {
    forecasts: Option<Forecasts>,
}

impl Model {
    /// Draws the scores, once the debate is over.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, papers: &Papers, ui: &mut Ui) {
        ui.add_space(space::XL);
        title(ui, ctx.tokens, "The scores");
        if !session.has_ended() {
            let text = "They stand here when the debate is over, and the model’s own forecast \
                        beside them.";
            return small(ctx, text, ui);
        }
        let given: Vec<Forecasts> =
            papers.predictions.iter().filter(|it| !it.adopted.is_empty()).cloned().collect();
        if given.is_empty() {
            return small(ctx, "Nobody has predicted anything.", ui);
        }
        let scenario = session.scenario();
        let model = self.forecasts.get_or_insert_with(|| of_the_model(scenario));
        let scores = score(scenario, session.results(), &given, model);
        framed(ui, ctx.tokens, |ui| {
            for scored in &scores.people {
                line(ctx, papers, scored, ui);
            }
            if given.len() > 1 {
                let pooled =
                    Scored { by: "All predictions pooled".to_owned(), ..scores.pooled.clone() };
                line(ctx, papers, &pooled, ui);
            }
            line(ctx, papers, &scores.model, ui);
            small(
                ctx,
                "The Brier score is the mean square of what each forecast lacked: 0 is best, 1 is \
                 worst, and 0.25 is what saying 50 % of everything earns. One debate is one draw of \
                 luck: a good forecast can score badly once. The order is that of entry.",
                ui,
            );
        });
        ui.add_space(space::S);
        for (outcome, was_adopted) in &scores.outcomes {
            ended(ctx, session, (*outcome, *was_adopted), (&scores, model), ui);
        }
    }
}

fn line(ctx: ViewCtx<'_>, papers: &Papers, scored: &Scored, ui: &mut Ui) {
    let mut words = scored.sentence();
    if papers.late.contains(&scored.by) {
        words.push_str(" Entered or changed after the debate had begun.");
    }
    body(ctx, &words, ui);
}

/// How a text ended, and what was expected of it.
fn ended(
    ctx: ViewCtx<'_>,
    session: &Session,
    (outcome, was_adopted): (OutcomeId, bool),
    (scores, model): (&Scores, &Forecasts),
    ui: &mut Ui,
) {
    let chance = |forecasts: &Forecasts| {
        let given = forecasts.adopted.get(&outcome);
        given.map_or_else(|| "no forecast".to_owned(), |&chance| percent(chance))
    };
    let end = if was_adopted { "Adopted" } else { "Not adopted" };
    let scenario = session.scenario();
    prose(ui, &scenario.outcomes[outcome].title, (Text::BodyStrong, ctx.tokens.text), WIDE);
    let words =
        format!("{end}. The class: {}. The model: {}.", chance(&scores.pool), chance(model));
    prose(ui, &words, (Text::Body, ctx.tokens.text_weak), WIDE);
}
