//! A decision below the table: the result, who voted how, and why; and which texts are put.

use eframe::egui::{Ui, vec2};

use crate::app::context::ViewCtx;
use crate::app::rule::rule_words;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::{ChipKind, Stance, tag};
use crate::council::{DelegationId, OutcomeForm, OutcomeId};
use crate::debate::{Book, EventKind, OutcomeResult, Selection};
use crate::scenario::Scenario;
use crate::session::{Session, Turn};
use crate::text::percent;

use super::{outcomes::settled, turn::scrolled};

/// Draws the decision on an outcome.
pub(super) fn decision(ctx: ViewCtx<'_>, session: &Session, outcome: OutcomeId, ui: &mut Ui) {
    let scenario = session.scenario();
    let Some(result) = session.results().iter().find(|row| row.outcome == outcome) else { return };
    let Some((words, why)) = settled(session, result) else { return };
    let proposal = &scenario.outcomes[outcome];
    let outside = session
        .turn()
        .is_some_and(|turn| session.events_of(turn).iter().all(|it| it.book == Book::Outside));
    let place = if outside { " · outside the chamber" } else { "" };
    let about = format!(
        "{} · {}{place} · simulated",
        upper_first(proposal.form.name()),
        rule_words(scenario, outcome)
    );
    for (first, second) in [
        (
            rich(&proposal.title, Text::BodyStrong, ctx.tokens.text),
            rich(about, Text::Small, ctx.tokens.text_weak),
        ),
        (
            rich(upper_first(words), Text::Display, ctx.tokens.text),
            rich(why, Text::Body, ctx.tokens.text),
        ),
    ] {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.spacing_mut().interact_size.y = 0.0;
            ui.label(first);
            ui.label(second);
        });
    }
    ui.add_space(space::XS);
    scrolled(ui, |ui| {
        for (title, stance, who) in ballots(result) {
            ballot(ctx, scenario, (title, stance), who, ui);
        }
    });
}

/// The lists of those who voted, signed or objected. A vote names who voted against and who
/// abstained even where nobody did.
fn ballots(result: &OutcomeResult) -> Vec<(&'static str, Stance, &[DelegationId])> {
    let vote: [(&str, Stance, &[DelegationId]); 3] = [
        ("In favour", Stance::InFavor, &result.in_favour),
        ("Against", Stance::Against, &result.against),
        ("Abstaining", Stance::Abstaining, &result.abstaining),
    ];
    let others: [(&str, Stance, &[DelegationId]); 3] = [
        ("Did not participate", Stance::Undeclared, &result.not_participating),
        ("Signed by", Stance::InFavor, &result.signed_by),
        ("Objected", Stance::Against, &result.objected_by),
    ];
    let voted = vote.iter().any(|(.., who)| !who.is_empty());
    let others = others.into_iter().filter(|(.., who)| !who.is_empty());
    vote.into_iter().filter(|_| voted).chain(others).collect()
}

fn ballot(
    ctx: ViewCtx<'_>,
    scenario: &Scenario,
    (title, stance): (&str, Stance),
    who: &[DelegationId],
    ui: &mut Ui,
) {
    let mut names: Vec<&str> =
        who.iter().map(|&id| scenario.members[id].name.short.as_str()).collect();
    names.sort_unstable();
    let names = if names.is_empty() { "None".to_owned() } else { names.join(", ") };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
        ui.scope(|ui| {
            ui.set_width(168.0);
            tag(ui, ctx.tokens, &format!("{title} {}", who.len()), ChipKind::Stance(stance));
        });
        ui.vertical(|ui| {
            ui.add_space(3.0);
            ui.label(rich(names, Text::Body, ctx.tokens.text));
        });
    });
    ui.add_space(2.0);
}

/// Draws which texts are put to a decision, as their penholders see it.
pub(super) fn selection(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, ui: &mut Ui) {
    let scenario = session.scenario();
    let rows: Vec<Selection> = session
        .events_of(turn)
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::TextsSelected { rows } => Some(rows.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    ui.label(rich("Which texts are put to a decision", Text::BodyStrong, ctx.tokens.text));
    let about = "Outside the chamber, each penholder weighs what was declared; two texts at most \
                 are put on that estimate. Simulated.";
    ui.label(rich(about, Text::Small, ctx.tokens.text_weak));
    scrolled(ui, |ui| {
        let (put, others): (Vec<Selection>, Vec<Selection>) =
            rows.into_iter().partition(|row| row.put);
        for row in put.iter().chain(&others) {
            selected(ctx, scenario, row, ui);
        }
    });
}

fn selected(ctx: ViewCtx<'_>, scenario: &Scenario, row: &Selection, ui: &mut Ui) {
    let outcome = &scenario.outcomes[row.outcome];
    let pen = outcome.sponsors.first().map(|&id| scenario.members[id].name.in_sentence());
    let why = match (row.withdrawn_by, row.estimate, pen) {
        (Some(who), ..) => {
            let who = scenario.members[who].name.in_sentence();
            format!("withdrawn: {who} could no longer accept it")
        }
        (None, Some(estimate), Some(pen)) => {
            let gave = if row.gave_way { ", behind two more promising texts" } else { "" };
            format!("{pen} puts its chance at {}{gave}", percent(estimate))
        }
        _ if outcome.form == OutcomeForm::PresidentsSummary => "the President decides".to_owned(),
        _ if row.put => "put whatever its chance".to_owned(),
        _ => "support expressed only".to_owned(),
    };
    let setting = if row.put { Text::BodyStrong } else { Text::Body };
    let color = if row.put { ctx.tokens.text } else { ctx.tokens.text_weak };
    let words = if row.put { "Put" } else { "Not put" };
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        ui.scope(|ui| {
            ui.set_width(56.0);
            ui.label(rich(words, setting, color));
        });
        ui.label(rich(&outcome.title, setting, color));
        ui.label(rich(upper_first(&why), Text::Small, ctx.tokens.text_weak));
    });
}
