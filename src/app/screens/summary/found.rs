//! What the record says of a summary: of each entry, of all of them, and of who stands nowhere.

use eframe::egui::{Sense, Ui, vec2};

use crate::analysis::summary_check::{Finding, FindingKind, overview};
use crate::app::context::ViewCtx;
use crate::app::screens::chamber::turn_of;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{Icon, link, named, paint_icon, prose};
use crate::council::DelegationId;
use crate::session::{Session, TurnKind};

/// Side of the sign before a finding.
const SIGN: f32 = 14.0;
/// Height of a line of names.
const LINE: f32 = 24.0;

/// The ways to the turns that findings rest on.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// The turn that was asked for, counted from 1.
    pub(super) asked: Option<usize>,
}

impl Links {
    /// A way to the turn of an event, if that has been shown; `words` are on it.
    fn draw(
        &mut self,
        ctx: ViewCtx<'_>,
        (session, event): (&Session, usize),
        (words, who): (Option<&str>, &str),
        ui: &mut Ui,
    ) {
        let Some(turn) = turn_of(session, event) else { return };
        let number = format!("Turn {turn}");
        let link = link(ui, ctx.tokens, words.unwrap_or(&number));
        named(&link, &format!("Open turn {turn}, {who}"));
        if link.clicked() {
            self.asked = Some(turn);
        }
    }
}

/// What was found of the entry at this place: names together where the same holds of them, and by
/// itself what a sentence has to say.
pub(super) fn of_entry(
    ctx: ViewCtx<'_>,
    (session, place, findings): (&Session, usize, &[Finding]),
    links: &mut Links,
    ui: &mut Ui,
) {
    ui.add_space(space::XS);
    let own: Vec<&Finding> = findings.iter().filter(|it| it.claim == Some(place)).collect();
    let of = |wanted: fn(FindingKind) -> bool| -> Vec<&Finding> {
        own.iter().filter(|it| wanted(it.kind)).copied().collect()
    };
    let right = of(|kind| matches!(kind, FindingKind::Right(_)));
    together(ctx, (session, &right), ("Right", ""), links, ui);
    for it in of(is_told_alone) {
        one(ctx, (session, it), links, ui);
    }
    let silent = of(|kind| matches!(kind, FindingKind::Silent(_)));
    together(ctx, (session, &silent), ("Silent", "Named, and said nothing of it."), links, ui);
    let omitted = of(|kind| matches!(kind, FindingKind::Omitted(_)));
    together(ctx, (session, &omitted), ("Omitted", "Said so too, and not named."), links, ui);
}

const fn is_told_alone(kind: FindingKind) -> bool {
    !matches!(kind, FindingKind::Right(_) | FindingKind::Silent(_) | FindingKind::Omitted(_))
}

/// A finding: its kind, the sentence, and the turns it rests on.
fn one(ctx: ViewCtx<'_>, (session, it): (&Session, &Finding), links: &mut Links, ui: &mut Ui) {
    wrapped(ui, |ui| {
        sign(ctx, (it.kind.is_fault(), it.kind.words()), ui);
        for &event in &it.events {
            let who = it.kind.who().or_else(|| speaker(session, event));
            links.draw(ctx, (session, event), (None, &name(session, who)), ui);
        }
    });
    prose(ui, &it.text, (Text::Body, ctx.tokens.text), size::MEASURE);
}

/// Those of whom the same was found, by alphabet, each as a way to what it said.
fn together(
    ctx: ViewCtx<'_>,
    (session, findings): (&Session, &[&Finding]),
    (words, note): (&str, &str),
    links: &mut Links,
    ui: &mut Ui,
) {
    let Some(first) = findings.first() else { return };
    let mut named: Vec<(String, &Finding)> =
        findings.iter().map(|it| (name(session, it.kind.who()), *it)).collect();
    named.sort_by_key(|(name, _)| name.to_lowercase());
    wrapped(ui, |ui| {
        sign(ctx, (first.kind.is_fault(), words), ui);
        for (name, it) in named {
            match it.events.first() {
                Some(&event) => links.draw(ctx, (session, event), (Some(&name), &name), ui),
                None => {
                    ui.label(rich(name, Text::Body, ctx.tokens.text));
                }
            }
        }
    });
    if !note.is_empty() {
        ui.label(rich(note, Text::Small, ctx.tokens.text_weak));
    }
}

/// A line that may go on below, close to itself.
fn wrapped(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = LINE;
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal_wrapped(contents);
    });
}

/// A sign, and the word that goes with it.
fn sign(ctx: ViewCtx<'_>, (is_fault, words): (bool, &str), ui: &mut Ui) {
    let (icon, color) =
        if is_fault { (Icon::Warning, ctx.tokens.warning) } else { (Icon::Check, ctx.tokens.text) };
    let (square, _) = ui.allocate_exact_size(vec2(SIGN, SIGN), Sense::hover());
    paint_icon(ui.painter(), square, icon, color);
    ui.label(rich(words, Text::SmallStrong, color));
}

/// What all of it comes to.
pub(super) fn whole(ctx: ViewCtx<'_>, findings: &[Finding], counts: (usize, usize), ui: &mut Ui) {
    let words = overview(findings, counts);
    prose(ui, &words, (Text::BodyStrong, ctx.tokens.text), size::MEASURE);
}

/// Who spoke and stands nowhere, each as a way to what it said.
pub(super) fn nowhere(
    ctx: ViewCtx<'_>,
    (session, findings): (&Session, &[Finding]),
    links: &mut Links,
    ui: &mut Ui,
) {
    let left: Vec<&Finding> = findings.iter().filter(|it| it.claim.is_none()).collect();
    together(ctx, (session, &left), ("Spoke, and stand nowhere", ""), links, ui);
}

/// Who made the statement of an event.
fn speaker(session: &Session, event: usize) -> Option<DelegationId> {
    let turn = session.turns().get(turn_of(session, event)?.checked_sub(1)?)?;
    match turn.kind {
        TurnKind::Statement(who) => Some(who),
        _ => None,
    }
}

fn name(session: &Session, who: Option<DelegationId>) -> String {
    let name = |who: DelegationId| upper_first(&session.scenario().members[who].name.short);
    who.map_or_else(|| "the signing".to_owned(), name)
}
