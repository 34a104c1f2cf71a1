//! What the record says of a summary: of each entry, of all of them, and of who stands nowhere.

use eframe::egui::{Color32, Sense, Ui, vec2};

use crate::analysis::summary_check::{Finding, FindingKind, overview};
use crate::app::context::ViewCtx;
use crate::app::screens::chamber::turn_of;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{Icon, link, named, paint_icon, prose};
use crate::council::DelegationId;
use crate::session::Session;

/// Side of the sign before a finding.
const SIGN: f32 = 14.0;

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

/// What was found of the entry at this place: those that are right in one line, then what is to
/// be mended, one by one.
pub(super) fn of_entry(
    ctx: ViewCtx<'_>,
    (session, place, findings): (&Session, usize, &[Finding]),
    links: &mut Links,
    ui: &mut Ui,
) {
    ui.add_space(space::XS);
    let own: Vec<&Finding> = findings.iter().filter(|it| it.claim == Some(place)).collect();
    let is_right = |it: &&&Finding| matches!(it.kind, FindingKind::Right(_));
    let right: Vec<&Finding> = own.iter().filter(is_right).copied().collect();
    if !right.is_empty() {
        ui.horizontal_wrapped(|ui| {
            sign((Icon::Check, "Right"), ctx.tokens.text, ui);
            for it in right {
                named_link(ctx, (session, it), links, ui);
            }
        });
    }
    for it in own.iter().filter(|it| !matches!(it.kind, FindingKind::Right(_))) {
        one(ctx, (session, it), links, ui);
    }
}

/// A finding: its kind, the sentence, and the turns it rests on.
fn one(ctx: ViewCtx<'_>, (session, it): (&Session, &Finding), links: &mut Links, ui: &mut Ui) {
    let (icon, color) = if it.kind.is_fault() {
        (Icon::Warning, ctx.tokens.warning)
    } else {
        (Icon::Check, ctx.tokens.text)
    };
    ui.horizontal_wrapped(|ui| {
        sign((icon, it.kind.words()), color, ui);
        for &event in &it.events {
            let who = it.kind.who().or_else(|| speaker(session, event));
            links.draw(ctx, (session, event), (None, &name(session, who)), ui);
        }
    });
    prose(ui, &it.text, (Text::Body, ctx.tokens.text), size::MEASURE);
}

/// A sign, and the word that goes with it.
fn sign((icon, words): (Icon, &str), color: Color32, ui: &mut Ui) {
    let (square, _) = ui.allocate_exact_size(vec2(SIGN, SIGN), Sense::hover());
    paint_icon(ui.painter(), square, icon, color);
    ui.label(rich(words, Text::SmallStrong, color));
}

/// The name of the delegation that a finding is about, as a way to what it said.
fn named_link(
    ctx: ViewCtx<'_>,
    (session, it): (&Session, &Finding),
    links: &mut Links,
    ui: &mut Ui,
) {
    let name = name(session, it.kind.who());
    if let Some(&event) = it.events.first() {
        links.draw(ctx, (session, event), (Some(&name), &name), ui);
    }
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
    if left.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        sign((Icon::Warning, "Spoke, and stand nowhere"), ctx.tokens.warning, ui);
        for it in left {
            named_link(ctx, (session, it), links, ui);
        }
    });
}

/// Who made the statement of an event.
fn speaker(session: &Session, event: usize) -> Option<DelegationId> {
    let turn = session.turns().get(turn_of(session, event)?.checked_sub(1)?)?;
    match turn.kind {
        crate::session::TurnKind::Statement(who) => Some(who),
        _ => None,
    }
}

fn name(session: &Session, who: Option<DelegationId>) -> String {
    let name = |who: DelegationId| upper_first(&session.scenario().members[who].name.short);
    who.map_or_else(|| "the signing".to_owned(), name)
}
