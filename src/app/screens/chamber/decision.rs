//! A decision below the table: the result, who voted how, and why; and which texts are put.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::context::ViewCtx;
use crate::app::marks;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{ChipKind, Stance, figure, link, prose, tag};
use crate::council::{DelegationId, OutcomeForm, OutcomeId, PutToAction};
use crate::debate::{Book, EventKind, OutcomeResult, Selection, Silence};
use crate::scenario::Scenario;
use crate::session::{Session, Turn};
use crate::text::rule_words;
use crate::text::{Entry, EntryKind, percent};

use super::consultations;
use super::outcomes::{bound, settled};
use super::turn::{self, TurnClick, scrolled};
use super::why::Why;

/// Draws the decision on an outcome; with `whole`, explanations of vote stand in full.
pub(super) fn decision(
    ctx: ViewCtx<'_>,
    session: &Session,
    (outcome, whole): (OutcomeId, bool),
    ui: &mut Ui,
) -> Option<TurnClick> {
    let scenario = session.scenario();
    let result = session.results().iter().find(|row| row.outcome == outcome)?;
    let (words, why) = settled(session, result)?;
    let proposal = &scenario.outcomes[outcome];
    let outside = session
        .turn()
        .is_some_and(|turn| session.events_of(turn).iter().all(|it| it.book == Book::Outside));
    let place = if outside { " · outside the chamber" } else { "" };
    let about = format!(
        "{} · {}{place} · simulated",
        upper_first(result.form.name()),
        rule_words(scenario, result.form)
    );
    let said = session.turn().map(|turn| turn::entries(session, turn)).unwrap_or_default();
    let said: Vec<&Entry> = said.into_iter().filter(|entry| is_statement(entry)).collect();
    let more = match said.len() {
        0 => None,
        _ if whole => None,
        1 => Some("Read the statement on it".to_owned()),
        count => Some(format!("Read the {count} statements on it")),
    };
    let result_words = (upper_first(words), why);
    let mut click = head(ctx, (&proposal.title, &about), &result_words, more.as_deref(), ui)
        .then_some(TurnClick::Toggle);
    scrolled(ui, |ui| {
        for (title, stance, who) in ballots(result) {
            if let Some(who) = ballot(ctx, scenario, (title, stance, &proposal.title), who, ui) {
                click = Some(TurnClick::Why(Why::Standing(who, outcome), None));
            }
        }
        if whole {
            explanations(ctx, &said, ui);
        }
        if let Some(turn) = session.turn() {
            consultations::soundings_before(ctx, session, turn, ui);
        }
    });
    click
}

/// What is decided on, and how it ended: a row for each; returns whether the link to `more` was
/// clicked.
pub(super) fn head(
    ctx: ViewCtx<'_>,
    (title, about): (&str, &str),
    (result, why): &(String, String),
    more: Option<&str>,
    ui: &mut Ui,
) -> bool {
    let row = |ui: &mut Ui, first, second, more: Option<&str>| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.spacing_mut().interact_size.y = 0.0;
            ui.label(first);
            ui.label(second);
            more.is_some_and(|more| link(ui, ctx.tokens, more).clicked())
        })
        .inner
    };
    let title = rich(title, Text::BodyStrong, ctx.tokens.text);
    row(ui, title, rich(about, Text::Small, ctx.tokens.text_weak), None);
    let result = rich(result, Text::Display, ctx.tokens.text);
    let clicked = row(ui, result, rich(why, Text::Body, ctx.tokens.text), more);
    ui.add_space(space::XS);
    clicked
}

const fn is_statement(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::Statement { .. })
}

/// What was said around the decision, each statement with its headline first.
fn explanations(ctx: ViewCtx<'_>, said: &[&Entry], ui: &mut Ui) {
    let width = size::MEASURE + 120.0;
    for entry in said {
        let EntryKind::Statement { headline, marks, .. } = &entry.kind else { continue };
        marks::shows(ui.ctx(), &entry.text, &marks.join("\n"));
        ui.add_space(space::S);
        prose(ui, headline, (Text::BodyStrong, ctx.tokens.text), width);
        prose(ui, &entry.text, (Text::Body, ctx.tokens.text), width);
        prose(ui, &marks.join(". "), (Text::Small, ctx.tokens.text_weak), width);
    }
}

/// The lists of those who voted, signed or objected. A vote names who voted against and who
/// abstained even where nobody did.
pub(in crate::app::screens) fn ballots(
    result: &OutcomeResult,
) -> Vec<(&'static str, Stance, &[DelegationId])> {
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

/// Those who voted in one way, each to click; returns who was clicked.
pub(in crate::app::screens) fn ballot(
    ctx: ViewCtx<'_>,
    scenario: &Scenario,
    (title, stance, about): (&str, Stance, &str),
    who: &[DelegationId],
    ui: &mut Ui,
) -> Option<DelegationId> {
    let mut names: Vec<(&str, DelegationId)> =
        who.iter().map(|&id| (scenario.members[id].name.short.as_str(), id)).collect();
    names.sort_unstable();
    let mut clicked = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
        ui.scope(|ui| {
            ui.set_width(168.0);
            tag(ui, ctx.tokens, &format!("{title} {}", who.len()), ChipKind::Stance(stance));
        });
        ui.vertical(|ui| {
            ui.add_space(3.0);
            if names.is_empty() {
                ui.label(rich("None", Text::Body, ctx.tokens.text));
            }
            // A row of names is a row of text, not of buttons.
            ui.spacing_mut().interact_size.y = 0.0;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
                let last = names.len().saturating_sub(1);
                for (at, (name, id)) in names.into_iter().enumerate() {
                    let spoken = format!("{name}: why {} on “{about}”", title.to_lowercase());
                    let after = if at == last { "" } else { "," };
                    let text = (Text::Body, ctx.tokens.text);
                    if figure(ui, ctx.tokens, &format!("{name}{after}"), text, &spoken).clicked() {
                        clicked = Some(id);
                    }
                    ui.add_space(space::XS);
                }
            });
        });
    });
    ui.add_space(2.0);
    clicked
}

/// Draws which texts are put to a decision, as their penholders see it.
pub(super) fn selection(ctx: ViewCtx<'_>, session: &Session, turn: &Turn, ui: &mut Ui) {
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
            selected(ctx, session, row, ui);
        }
    });
}

fn selected(ctx: ViewCtx<'_>, session: &Session, row: &Selection, ui: &mut Ui) {
    let scenario = session.scenario();
    let form = session.state().texts[row.outcome].form;
    let outcome = &scenario.outcomes[row.outcome];
    let pen = outcome.sponsors.first().map(|&id| scenario.members[id].name.in_sentence());
    let why = match (row.withdrawn_by, row.estimate, pen) {
        (Some(who), ..) => {
            let who = scenario.members[who].name.in_sentence();
            format!("withdrawn: {who} could no longer accept it")
        }
        (None, Some(_), _) if session.state().bargaining.silence[row.outcome] == Silence::Held => {
            "silence on it held".to_owned()
        }
        (None, Some(estimate), Some(pen)) => {
            let gave = if row.gave_way { "; other texts were given precedence" } else { "" };
            format!("{pen} estimates the prospect of adoption at {}{gave}", percent(estimate))
        }
        // What another estimates it keeps to itself.
        (None, None, Some(pen))
            if outcome.action == PutToAction::IfPromising && !session.sees_all() =>
        {
            let sees = if row.put { "seeks a decision" } else { "sees too little prospect" };
            format!("{pen} {sees}")
        }
        _ if form == OutcomeForm::PresidentsSummary => "the President decides".to_owned(),
        _ if row.put => "put whatever its chance".to_owned(),
        _ => "support expressed only".to_owned(),
    };
    let words = if row.put { "Put" } else { "Not put" };
    text_row(ctx, (words, row.put), &outcome.title, &upper_first(&why), ui);
}

/// A row for a text: what becomes of it in a word, its title, and why.
pub(super) fn text_row(
    ctx: ViewCtx<'_>,
    (word, strong): (&str, bool),
    title: &str,
    detail: &str,
    ui: &mut Ui,
) {
    let setting = if strong { Text::BodyStrong } else { Text::Body };
    let color = if strong { ctx.tokens.text } else { ctx.tokens.text_weak };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        let place = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(vec2(84.0, 22.0), place, |ui| {
            ui.set_width(84.0);
            ui.label(rich(word, setting, color));
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(rich(title, setting, color));
            ui.label(rich(bound(detail), Text::Small, ctx.tokens.text_weak));
        });
    });
}
