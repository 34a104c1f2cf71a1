//! What became of predictions: Brier scores, the pooled forecast and the model's own.

use eframe::egui::Ui;

use crate::analysis::forecasters::{Forecasts, ROOM, Scored, of_the_model, score};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, space};
use crate::app::widgets::{framed, prose, title};
use crate::council::OutcomeId;
use crate::session::{Papers, Session};
use crate::text::{ending_words, percent};

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
            if given.iter().filter(|it| it.by != ROOM).count() > 1 {
                line(ctx, papers, &scores.pooled, ui);
            }
            line(ctx, papers, &scores.model, ui);
            small(
                ctx,
                "The Brier score is the mean square of what each forecast lacked: 0 is best, 1 is \
                 worst, and 0.25 is what saying 50 % of everything earns. “The room” is what all \
                 said together; “All pupils pooled” is the mean of the pupils’ own numbers, text by \
                 text, without the room. A text that was not put to a decision was not adopted. One \
                 debate is one draw of luck: a good forecast can score badly once. The order is that \
                 of entry.",
                ui,
            );
        });
        ui.add_space(space::S);
        let room = given.iter().find(|it| it.by == ROOM);
        let said = [("The pupils, pooled", Some(&scores.pool)), ("The room", room)];
        for (outcome, _) in &scores.outcomes {
            ended(ctx, session, *outcome, (&said, model), ui);
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
    outcome: OutcomeId,
    (said, model): (&[(&str, Option<&Forecasts>)], &Forecasts),
    ui: &mut Ui,
) {
    let result = session.results().iter().find(|it| it.outcome == outcome);
    let Some(result) = result else { return };
    let end = match ending_words(result.decision, result.form) {
        "not put" => "Not put to a decision".to_owned(),
        end => upper_first(end),
    };
    let chance = |(who, forecasts): (&str, Option<&Forecasts>)| {
        let chance = forecasts?.adopted.get(&outcome)?;
        Some(format!(" {who}: {}.", percent(*chance)))
    };
    let told = said.iter().copied().chain([("The model", Some(model))]);
    let told: String = told.filter_map(chance).collect();
    let title = &session.scenario().outcomes[outcome].title;
    prose(ui, title, (Text::BodyStrong, ctx.tokens.text), WIDE);
    prose(ui, &format!("{end}.{told}"), (Text::Body, ctx.tokens.text_weak), WIDE);
}
