//! Each outcome with its end and why: the adopted first, then all others.

use eframe::egui::{Align, Layout, Role, Ui, WidgetInfo};

use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::rule::{action_words, rule_words};
use crate::app::screens::chamber::{ballot, ballots, settled};
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{framed, link, prose};
use crate::council::OutcomeId;
use crate::debate::{EventKind, OutcomeResult, Standing};
use crate::session::Session;
use crate::text::standing_words;
use crate::vote::Decision;

use super::reading::Reading;
use super::weak;

/// How an outcome has ended, so far as that has been shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Adopted,
    NotAdopted,
    NotPut,
    Open,
}

fn end(session: &Session, result: &OutcomeResult) -> End {
    match (session.state().standing[result.outcome], settled(session, result)) {
        (Standing::Decided(Decision::Adopted), _) => End::Adopted,
        (Standing::Decided(Decision::NotAdopted(_)), _) => End::NotAdopted,
        (Standing::Decided(Decision::NotPut { .. }), _) | (_, Some(_)) => End::NotPut,
        // What is open when the meeting rises was not put.
        (_, None) if session.is_over() => End::NotPut,
        (_, None) => End::Open,
    }
}

/// "Of 14 proposed texts, 2 were adopted, 1 was not adopted and 11 were not put to a decision."
pub(super) fn summary(session: &Session) -> String {
    let results = session.results();
    let count = |wanted: End| results.iter().filter(|it| end(session, it) == wanted).count();
    let was = |count: usize| if count == 1 { "was" } else { "were" };
    let are = |count: usize| if count == 1 { "is" } else { "are" };
    let number = |count: usize| if count == 0 { "none".to_owned() } else { count.to_string() };
    let adopted = count(End::Adopted);
    let mut parts = vec![format!("{} {} adopted", number(adopted), was(adopted))];
    for (wanted, words) in
        [(End::NotAdopted, "not adopted"), (End::NotPut, "not put to a decision")]
    {
        let counted = count(wanted);
        if counted > 0 {
            parts.push(format!("{counted} {} {words}", was(counted)));
        }
    }
    let open = count(End::Open);
    if open > 0 {
        parts.push(format!("{open} {} still open", are(open)));
    }
    let texts = if results.len() == 1 { "proposed text" } else { "proposed texts" };
    format!("Of {} {texts}, {}.", results.len(), crate::text::list(&parts))
}

/// The texts that were put, and not adopted.
pub(super) fn failed(session: &Session) -> Vec<OutcomeId> {
    let failed = session.results().iter().filter(|it| end(session, it) == End::NotAdopted);
    failed.map(|result| result.outcome).collect()
}

/// What was adopted.
pub(super) fn adopted(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let mut none = true;
    for result in session.results().iter().filter(|it| end(session, it) == End::Adopted) {
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
    let mut rows: Vec<(End, &OutcomeResult)> = session
        .results()
        .iter()
        .map(|result| (end(session, result), result))
        .filter(|(end, _)| *end != End::Adopted)
        .collect();
    rows.sort_by_key(|(end, _)| *end);
    if rows.is_empty() {
        weak(ctx, "Every proposed text was adopted.", ui);
    }
    for (_, result) in rows.iter().filter(|(end, _)| *end == End::NotAdopted) {
        let enough = reading.enough(result.outcome).unwrap_or_default();
        outcome(ctx, session, result, enough, ui);
    }
    rows.retain(|(end, _)| *end != End::NotAdopted);
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
    ui.label(rich(form(session, result), Text::Small, ctx.tokens.text_weak));
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

/// "Press statement, tabled as a resolution · needs consensus".
fn form(session: &Session, result: &OutcomeResult) -> String {
    let scenario = session.scenario();
    let tabled = scenario.outcomes[result.outcome].form;
    let mut parts = vec![upper_first(result.form.name())];
    if tabled != result.form {
        parts[0] = format!("{}, tabled as a {}", parts[0], tabled.name());
    }
    parts.push(rule_words(scenario, result.form));
    parts.extend(action_words(scenario, result.outcome).map(str::to_owned));
    parts.join(" · ")
}

/// The result in a word or two, and why in a few more.
fn ended(session: &Session, result: &OutcomeResult) -> (String, String) {
    if let Some((words, why)) = settled(session, result) {
        return (words.to_owned(), why);
    }
    if end(session, result) == End::NotPut {
        return ("not put".to_owned(), "support expressed only".to_owned());
    }
    let at = session.results().iter().position(|it| it.outcome == result.outcome);
    let chances = at.and_then(|at| session.chances().get(at)).copied().unwrap_or_default();
    ("open".to_owned(), standing_words(session.scenario(), result, chances))
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
