//! The strip of a seat below the room: whom one plays, what waits, and what one may ask for.

use eframe::egui::{Align, Button, Frame, Layout, Margin, Ui};

use crate::app::command::{Command, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::upper_first;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::ringed;
use crate::council::DelegationId;
use crate::session::{Due, Eyes, Matter, Session, TurnKind};

use super::times::over_words;
use super::{heading, main_action, rests_on, short};

/// What a click in the strip asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::screens::chamber) enum StripClick {
    /// Bring out the desk.
    Desk,
}

/// Draws it.
pub(in crate::app::screens::chamber) fn strip(
    ctx: ViewCtx<'_>,
    session: &Session,
    desk_is_open: bool,
    ui: &mut Ui,
) -> Option<StripClick> {
    let mut clicked = None;
    let margin = Margin::symmetric(20, 6);
    Frame::new().fill(ctx.tokens.selection).inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(26.0);
            ui.label(rich(players(session), Text::BodyStrong, ctx.tokens.text));
            let words = what_waits(session);
            ui.label(rich(words, Text::Body, ctx.tokens.text_weak));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(due) = session.due().filter(|_| !desk_is_open) {
                    clicked = on_the_way(ctx, session, due, ui);
                }
                if session.play_of().is_some_and(|play| play.presides) {
                    let button =
                        ui.add(Button::new(rich("Your summary", Text::Body, ctx.tokens.text)));
                    if ringed(ui, ctx.tokens, button).clicked() {
                        ctx.send(Command::Summary);
                    }
                }
                ui.add_space(space::S);
            });
        });
    });
    clicked
}

/// The way on with what waits.
fn on_the_way(ctx: ViewCtx<'_>, session: &Session, due: &Due, ui: &mut Ui) -> Option<StripClick> {
    if due.matter != Matter::Chair {
        let button = ui.add(Button::new(rich("To the desk", Text::BodyStrong, ctx.tokens.text)));
        return ringed(ui, ctx.tokens, button).clicked().then_some(StripClick::Desk);
    }
    let words = short(session.scenario(), &due.proposed);
    if main_action(ctx, &words, true, ui) {
        ctx.send(Command::Seat(SeatCommand::Finish));
    }
    let button = ui.add(Button::new(rich("Other steps…", Text::Body, ctx.tokens.text)));
    ringed(ui, ctx.tokens, button).clicked().then_some(StripClick::Desk)
}

/// "You speak for Slovenia", "Slovenia, Mozambique and Malta are played here".
fn players(session: &Session) -> String {
    let scenario = session.scenario();
    let name = |who: DelegationId| {
        let seat = scenario.members[who].name.in_sentence();
        match session.papers().name_of(who) {
            Some(pupil) => format!("{seat} ({pupil})"),
            None => seat,
        }
    };
    let presides = session.play_of().is_some_and(|play| play.presides);
    match (session.seats(), session.eyes(), presides) {
        ([], ..) => "You preside".to_owned(),
        ([seat], _, false) => format!("You speak for {}", name(*seat)),
        ([seat], _, true) => format!("You speak for {}, and preside", name(*seat)),
        (_, Eyes::Seat(who), _) => format!("You speak for {}", name(who)),
        (seats, ..) => {
            let names: Vec<String> = seats.iter().map(|&who| name(who)).collect();
            format!("Played here: {}", names.join(", "))
        }
    }
}

/// What one waits for, or what waits for one.
fn what_waits(session: &Session) -> String {
    if let Some(due) = session.due() {
        if due.matter == Matter::Chair {
            if let Some(words) = over_words(session) {
                return words;
            }
            let rests = rests_on(session, &due.proposed);
            return rests.map_or_else(
                || heading(session, due),
                |it| format!("The next step rests on: {it}"),
            );
        }
        return heading(session, due);
    }
    if session.is_over() {
        return "The debate is over: the debrief is open.".to_owned();
    }
    let left = &session.turns()[session.cursor()..];
    let statements = left.iter().filter(|turn| matches!(turn.kind, TurnKind::Statement(_))).count();
    match statements {
        0 => upper_first("the meeting goes on"),
        1 => "One statement before it is your turn".to_owned(),
        count => format!("{count} statements before it is your turn"),
    }
}
