//! Each outcome with its end and why: the adopted first, then all others.

use eframe::egui::{Align, Layout, Role, Ui, WidgetInfo};

use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::screens::chamber::{ballot, ballots};
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{framed, link, prose};
use crate::council::OutcomeId;
use crate::debate::{EventKind, OutcomeResult};
use crate::session::Session;
use crate::text::Ending;

use super::reading::Reading;
use super::weak;

fn end(session: &Session, result: &OutcomeResult) -> Ending {
    session.endings().of(result)
}

/// "Of 14 proposed texts, 2 were adopted, 1 was not adopted and 11 were not put to a decision."
pub(super) fn summary(session: &Session) -> String {
    session.endings().summary(session.results())
}

/// The texts that were put, and not adopted.
pub(super) fn failed(session: &Session) -> Vec<OutcomeId> {
    let failed = session.results().iter().filter(|it| end(session, it) == Ending::NotAdopted);
    failed.map(|result| result.outcome).collect()
}

/// What was adopted.
pub(super) fn adopted(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let mut none = true;
    for result in session.results().iter().filter(|it| end(session, it) == Ending::Adopted) {
        none = false;
        outcome(ctx, session, result, "", ui);
    }
    if none {
        let text = if session.is_over() { "Nothing was adopted." } else { "Nothing so far." };
        weak(ctx, text, ui);
    }
}

/// All others: those put and not adopted, those not put, those still open.
pub(super) fn rest(ctx: ViewCtx<'_>, (session, reading): (&Session, &Reading), ui: &mut Ui) {
    let mut rows: Vec<(Ending, &OutcomeResult)> = session
        .results()
        .iter()
        .map(|result| (end(session, result), result))
        .filter(|(end, _)| *end != Ending::Adopted)
        .collect();
    rows.sort_by_key(|(end, _)| *end);
    if rows.is_empty() {
        weak(ctx, "Every proposed text was adopted.", ui);
    }
    for (_, result) in rows.iter().filter(|(end, _)| *end == Ending::NotAdopted) {
        let enough = reading.enough(result.outcome).unwrap_or_default();
        outcome(ctx, session, result, enough, ui);
    }
    rows.retain(|(end, _)| *end != Ending::NotAdopted);
    if rows.is_empty() {
        return;
    }
    framed(ui, ctx.tokens, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, (_, result)) in rows.iter().enumerate() {
            if at > 0 {
                ui.add_space(space::S);
                let y = ui.cursor().top();
                ui.painter().hline(ui.max_rect().x_range(), y, (1.0, ctx.tokens.line));
                ui.add_space(space::S);
            }
            line(ctx, session, result, ui);
        }
    });
}

/// An outcome of which there is little to tell: what it is, how it ended and why.
fn line(ctx: ViewCtx<'_>, session: &Session, result: &OutcomeResult, ui: &mut Ui) {
    head(ctx, session, result, ui);
    let (words, why) = ended(session, result);
    let text = format!("{}. {}.", upper_first(&words), upper_first(&why));
    prose(ui, &text, (Text::Body, ctx.tokens.text), size::MEASURE);
}

/// The title, and at the right the way to why it ended so; below, what it is.
fn head(ctx: ViewCtx<'_>, session: &Session, result: &OutcomeResult, ui: &mut Ui) {
    let proposal = &session.scenario().outcomes[result.outcome];
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let name = ui.label(rich(&proposal.title, Text::BodyStrong, ctx.tokens.text));
        name.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &proposal.title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let Some(turns) = decided_at(session, result.outcome) else { return };
            let why = link(ui, ctx.tokens, "Why?");
            let name = format!("Why? Shows the reasons behind “{}”", proposal.title);
            why.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
            if why.on_hover_text("Shows the turn that settled it, and the reasons").clicked() {
                ctx.send(Command::Explain(result.outcome, turns));
            }
        });
    });
    ui.label(rich(session.endings().form(result), Text::Small, ctx.tokens.text_weak));
    ui.add_space(2.0);
}

fn outcome(ctx: ViewCtx<'_>, session: &Session, result: &OutcomeResult, enough: &str, ui: &mut Ui) {
    framed(ui, ctx.tokens, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        card(ctx, session, (result, enough), ui);
    });
}

fn card(
    ctx: ViewCtx<'_>,
    session: &Session,
    (result, enough): (&OutcomeResult, &str),
    ui: &mut Ui,
) {
    let scenario = session.scenario();
    head(ctx, session, result, ui);
    let (words, why) = ended(session, result);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(rich(upper_first(&words), Text::BodyStrong, ctx.tokens.text));
        if !why.is_empty() {
            ui.label(rich(format!("{}.", upper_first(&why)), Text::Body, ctx.tokens.text));
        }
    });
    let voted = ballots(result);
    let about = scenario.outcomes[result.outcome].title.as_str();
    if !voted.is_empty() {
        ui.add_space(space::XS);
    }
    for (title, stance, who) in voted {
        let clicked = ballot(ctx, scenario, (title, stance, about), who, ui);
        if let (Some(_), Some(turns)) = (clicked, decided_at(session, result.outcome)) {
            ctx.send(Command::Explain(result.outcome, turns));
        }
    }
    if !enough.is_empty() {
        prose(ui, enough, (Text::Body, ctx.tokens.text_weak), size::MEASURE);
    }
}

/// The result in a word or two, and why in a few more.
fn ended(session: &Session, result: &OutcomeResult) -> (String, String) {
    let at = session.results().iter().position(|it| it.outcome == result.outcome);
    let chances = at.and_then(|at| session.chances().get(at)).copied().unwrap_or_default();
    session.endings().words(result, chances)
}

/// After how many turns it was settled what became of an outcome, so far as that has been shown.
fn decided_at(session: &Session, outcome: OutcomeId) -> Option<usize> {
    let settles = |kind: &EventKind| match kind {
        EventKind::DecisionTaken { outcome: of, .. }
        | EventKind::LeftAsSupport { outcome: of, .. } => *of == outcome,
        EventKind::TextsSelected { rows } => {
            rows.iter().any(|row| row.outcome == outcome && !row.put)
        }
        _ => false,
    };
    let shown = &session.turns()[..session.cursor()];
    let last = shown
        .iter()
        .rposition(|turn| session.events_of(turn).iter().any(|event| settles(&event.kind)));
    last.map(|at| at + 1)
}
