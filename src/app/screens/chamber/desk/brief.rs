//! The brief of a seat, beside the room: what capital writes, objectives, instructions.

use eframe::egui::{ScrollArea, Ui};

use crate::analysis::seat::{SeatResult, objectives};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{markdown, prose, section};
use crate::council::{DelegationId, Goal};
use crate::session::Session;
use crate::text;

/// Draws it.
pub(in crate::app::screens::chamber) fn brief(
    ctx: ViewCtx<'_>,
    session: &Session,
    who: DelegationId,
    ui: &mut Ui,
) {
    let scenario = session.scenario();
    ScrollArea::vertical().id_salt("brief").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let goals = objectives(scenario, who);
        markdown(ui, ctx.tokens, &text::brief(scenario, who, &goals));
        ui.add_space(space::XS);
        section(ui, ctx.tokens, "Objectives", Some("as it stands"));
        let result = SeatResult::of(scenario, session.state(), who);
        for it in &result.objectives {
            // What is so before anything was decided is not yet an achievement.
            let is_certain = matches!(it.objective.goal, Goal::Raise(_) | Goal::Adopted(_));
            let words = text::objective_words(scenario, &it.objective);
            prose(ui, &words, (Text::Body, ctx.tokens.text), f32::INFINITY);
            if it.met && is_certain {
                ui.label(rich("Done", Text::SmallStrong, ctx.tokens.in_favor));
            }
        }
        ui.add_space(space::XS);
        section(ui, ctx.tokens, "Instructions", None);
        // A generated brief says so already.
        if scenario.seats[who].is_some() {
            for words in text::sponsored_words(scenario, who) {
                prose(ui, &words, (Text::Body, ctx.tokens.text), f32::INFINITY);
            }
        }
        let mut drawn = false;
        for &issue in &scenario.order.issues {
            let Some(stance) = &scenario.stances[(who, issue)] else { continue };
            let axis = &scenario.issues[issue];
            ui.label(rich(&axis.name, Text::BodyStrong, ctx.tokens.text));
            let mut words = axis.nearest_mark(stance.position.get()).to_owned();
            if let Some(line) = text::red_line_words(scenario, who, issue) {
                drawn = true;
                words = format!("{words}. Red line: not {line}");
            }
            prose(ui, &words, (Text::Small, ctx.tokens.text_weak), f32::INFINITY);
        }
        if !drawn {
            let words = "Capital draws no red line.";
            prose(ui, words, (Text::Small, ctx.tokens.text_weak), f32::INFINITY);
        }
    });
}
