//! What a seat may ask for out of turn, behind a button of its strip.

use eframe::egui::{Button, ScrollArea, Ui};

use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich};
use crate::app::widgets::{ringed, section};
use crate::council::DelegationId;
use crate::debate::Action;
use crate::session::{Eyes, Session};
use crate::text::asked_words;

use super::act;

/// The most height that the list takes.
const MOST_HEIGHT: f32 = 420.0;

type Group = (&'static str, fn(&Action) -> bool);

/// How requests are grouped.
const GROUPS: [Group; 4] = [
    ("Points and motions", |action| {
        !matches!(
            action,
            Action::AskForFloor { .. }
                | Action::AskSeparateVote { .. }
                | Action::Sponsor { .. }
                | Action::Withdraw { .. }
        )
    }),
    ("Ask for the floor again", |action| matches!(action, Action::AskForFloor { .. })),
    ("Ask for a vote on a part", |action| matches!(action, Action::AskSeparateVote { .. })),
    ("Texts", |action| matches!(action, Action::Sponsor { .. } | Action::Withdraw { .. })),
];

/// The button, and what is behind it.
pub(super) fn ask(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let askers: Vec<DelegationId> = match session.eyes() {
        Eyes::Seat(who) if session.seats().contains(&who) => vec![who],
        _ => session.seats().to_vec(),
    };
    if askers.is_empty() || session.is_over() {
        return;
    }
    let menu = ui.menu_button(rich("Ask…", Text::Body, ctx.tokens.text), |ui| {
        ui.set_min_width(320.0);
        ScrollArea::vertical().max_height(MOST_HEIGHT).show(ui, |ui| {
            let mut any = false;
            for &who in &askers {
                any |= requests(ctx, session, (who, askers.len() > 1), ui);
            }
            if !any {
                let words = "The rules admit no request at this moment.";
                ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
            }
        });
    });
    let words = "A point of order, a motion, the floor again: at the turn that is shown.";
    ringed(ui, ctx.tokens, menu.response).on_hover_text(words);
}

/// What a delegation may ask for. Whether there is anything.
fn requests(
    ctx: ViewCtx<'_>,
    session: &Session,
    (who, is_named): (DelegationId, bool),
    ui: &mut Ui,
) -> bool {
    let scenario = session.scenario();
    let asked = session.may_ask(who);
    if is_named && !asked.is_empty() {
        let name = upper_first(&scenario.members[who].name.in_sentence());
        ui.label(rich(name, Text::BodyStrong, ctx.tokens.text));
    }
    let texts = &session.state().texts;
    let stands = |outcome, issue| {
        let aims: &Vec<crate::council::Aim> = &texts[outcome].aims;
        aims.iter().find(|aim| aim.issue == issue).map_or(0.0, |aim| aim.position.get())
    };
    for (name, belongs) in GROUPS {
        let group: Vec<&Action> = asked.iter().filter(|action| belongs(action)).collect();
        if group.is_empty() {
            continue;
        }
        section(ui, ctx.tokens, name, None);
        for action in group {
            let words = asked_words(scenario, stands, action);
            let button = ui.add(Button::new(rich(words, Text::Body, ctx.tokens.text)).frame(false));
            if ringed(ui, ctx.tokens, button).clicked() {
                act(ctx, action.clone());
                ui.close();
            }
        }
    }
    !asked.is_empty()
}
