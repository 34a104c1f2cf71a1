//! The penholder: what is offered to its text, and the next step with it.

use eframe::egui::{Button, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, size, space};
use crate::app::widgets::{described, prose, ringed, section};
use crate::council::{DelegationId, OutcomeId};
use crate::debate::{Action, EventKind, Offer, Promise};
use crate::session::Session;
use crate::text::change_words;

use super::{act, drafts, text_line};

/// Width of the button that takes an offer, and the gap beside it.
const TAKE: f32 = 84.0;

/// What is offered to a text one holds the pen of.
pub(super) fn answer(ctx: ViewCtx<'_>, session: &Session, outcome: OutcomeId, ui: &mut Ui) {
    let text = format!("{}.", upper_first(&text_line(session, outcome)));
    prose(ui, &text, (Text::Body, ctx.tokens.text), size::MEASURE);
    drafts::draft(ctx, session, outcome, ui);
    section(ui, ctx.tokens, "What is offered", None);
    let offers = offers(session, outcome);
    if offers.is_empty() {
        ui.label(rich("Nothing is offered.", Text::Body, ctx.tokens.text_weak));
    }
    if !offers.is_empty() {
        let refuse = ui.add(Button::new(rich("Refuse them all", Text::Body, ctx.tokens.text)));
        if ringed(ui, ctx.tokens, refuse).clicked() {
            act(ctx, Action::Answer { outcome, taken: None });
        }
    }
    for offer in &offers {
        row(ctx, session, (outcome, offer), ui);
    }
    ui.add_space(space::S);
    drafts::expected(ctx, session, (outcome, None), ui);
}

fn row(ctx: ViewCtx<'_>, session: &Session, (outcome, offer): (OutcomeId, &Offer), ui: &mut Ui) {
    let scenario = session.scenario();
    let who = upper_first(&scenario.members[offer.by].name.in_sentence());
    let promise = match offer.promise {
        Promise::Support => "would then support it",
        Promise::Tolerate => "would then not stand in its way",
        Promise::Silence => "would then keep silence",
        Promise::Open => "promises nothing",
    };
    let change = change_words(scenario, offer.issue, (offer.from, offer.to));
    let room = ui.available_width();
    ui.horizontal_top(|ui| {
        let take = ui.add(Button::new(rich("Take it", Text::Small, ctx.tokens.text)));
        described(&take, &format!("{who}: {change}, {promise}"));
        if ringed(ui, ctx.tokens, take).clicked() {
            let taken = Some((offer.issue, offer.to, offer.by));
            act(ctx, Action::Answer { outcome, taken });
        }
        let words = format!("{who}, {change}. It {promise}.");
        ui.vertical(|ui| {
            ui.set_max_width(room - TAKE);
            prose(ui, &words, (Text::Body, ctx.tokens.text), size::MEASURE);
            if let Some(own) = wording(session, outcome, offer) {
                let own = format!("In these words: “{own}”");
                prose(ui, &own, (Text::Small, ctx.tokens.text_weak), size::MEASURE);
            }
        });
    });
}

/// The words in which a person offered it, if there are any.
fn wording<'a>(session: &'a Session, outcome: OutcomeId, offer: &Offer) -> Option<&'a str> {
    let mut offered = session.state().bargaining.offered.iter();
    offered.find(|it| it.is((offer.by, outcome), (offer.issue, offer.to)))?.words.as_deref()
}

/// What is offered now, as the penholder is told it.
fn offers(session: &Session, outcome: OutcomeId) -> Vec<Offer> {
    let events = session.follows(&Action::Answer { outcome, taken: None }).unwrap_or_default();
    let weighed = events.into_iter().find_map(|event| match event.kind {
        EventKind::AmendmentsWeighed { offers, .. } => Some(offers),
        _ => None,
    });
    weighed.unwrap_or_default()
}

/// The next step with one's text after the rounds.
pub(super) fn conclusion(
    ctx: ViewCtx<'_>,
    session: &Session,
    (by, outcome): (DelegationId, OutcomeId),
    ui: &mut Ui,
) {
    let text = format!("{}.", upper_first(&text_line(session, outcome)));
    prose(ui, &text, (Text::Body, ctx.tokens.text), size::MEASURE);
    let next = next_step(session, outcome);
    prose(
        ui,
        &format!("The next step: {next}."),
        (Text::BodyStrong, ctx.tokens.text),
        size::MEASURE,
    );
    drafts::draft(ctx, session, outcome, ui);
    drafts::expected(ctx, session, (outcome, None), ui);
    section(ui, ctx.tokens, "Or else", None);
    ui.horizontal(|ui| {
        let step_down = Action::StepDown { by, outcome };
        if session.follows(&step_down).is_ok() {
            let button = ui.add(Button::new(rich(
                "Step down to a lighter form",
                Text::Body,
                ctx.tokens.text,
            )));
            if ringed(ui, ctx.tokens, button).clicked() {
                act(ctx, step_down);
            }
        }
        let button = ui.add(Button::new(rich("Withdraw the text", Text::Body, ctx.tokens.text)));
        if ringed(ui, ctx.tokens, button).clicked() {
            act(ctx, Action::Withdraw { by, outcome });
            ctx.send(Command::Seat(SeatCommand::Finish));
        }
    });
}

/// What the next step would be, in words.
fn next_step(session: &Session, outcome: OutcomeId) -> &'static str {
    let events = session.follows(&Action::Conclude(outcome)).unwrap_or_default();
    for event in &events {
        match event.kind {
            EventKind::SilenceOpened { extended: true, .. } => {
                return "it is placed under silence again, as amended";
            }
            EventKind::SilenceOpened { .. } => return "it is placed under silence",
            EventKind::PutInBlue { .. } => return "it is printed in blue, ready for the vote",
            EventKind::SteppedDown { .. } => return "it steps down to a lighter form",
            EventKind::LeftAsSupport { .. } => return "no decision is sought on it",
            EventKind::TextAmended { .. } => return "it is amended to meet an objection",
            EventKind::DecisionTaken { .. } => return "it is given up",
            _ => {}
        }
    }
    "it is settled"
}
