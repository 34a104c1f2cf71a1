//! The strip of a seat below the room: whom one plays, what waits, and what one may ask for.

use eframe::egui::{Align, Button, Frame, Layout, Margin, Ui};

use crate::app::command::{Command, PlaybackCommand, Screen, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich, space};
use crate::app::widgets::ringed;
use crate::council::DelegationId;
use crate::debate::Action;
use crate::session::{Eyes, Matter, Session, Turn, TurnKind};

use super::ask::ask;
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
            if session.is_open() && !session.has_ended() {
                let words = "Private positions are open";
                ui.label(rich(words, Text::SmallStrong, ctx.tokens.warning));
                let close = Button::new(rich("Close them", Text::Small, ctx.tokens.text));
                let close = ui.add(close);
                if ringed(ui, ctx.tokens, close).clicked() {
                    ctx.send(Command::Seat(SeatCommand::Open(false)));
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if !desk_is_open {
                    clicked = next(ctx, session, ui);
                    ui.add_space(space::S);
                    ask(ctx, session, ui);
                }
                if session.play_of().is_some_and(|play| play.presides) {
                    let button =
                        ui.add(Button::new(rich("Your summary", Text::Body, ctx.tokens.text)));
                    if ringed(ui, ctx.tokens, button).clicked() {
                        ctx.send(Command::Summary);
                    }
                }
            });
        });
    });
    clicked
}

/// What one can do next: go to the desk, take the next step of the chair, let the meeting go on,
/// or read the debrief.
fn next(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<StripClick> {
    take_back(ctx, session, ui);
    let Some(due) = session.due() else {
        let (words, command) = if session.is_over() {
            ("To the debrief", Command::Show(Screen::Debrief))
        } else {
            ("Go on", Command::Playback(PlaybackCommand::PlayOrPause))
        };
        // While it plays, the button at the left pauses it.
        if !session.playback.is_playing() && main_action(ctx, words, true, ui) {
            ctx.send(command);
        }
        return None;
    };
    if due.matter != Matter::Chair {
        return main_action(ctx, "To the desk", true, ui).then_some(StripClick::Desk);
    }
    let words = short(session.scenario(), &due.proposed);
    if main_action(ctx, &words, true, ui) {
        ctx.send(Command::Seat(SeatCommand::Finish));
    }
    let button = ui.add(Button::new(rich("Other steps…", Text::Body, ctx.tokens.text)));
    ringed(ui, ctx.tokens, button).clicked().then_some(StripClick::Desk)
}

/// The way back into seats that were left to the model.
fn take_back(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let left = session.seats().iter().filter(|&&who| !session.state().played[who]);
    if session.has_ended() {
        return;
    }
    for &who in left {
        let name = session.scenario().members[who].name.in_sentence();
        let words = rich(format!("Speak for {name} again"), Text::Body, ctx.tokens.text);
        let button = ui.add(Button::new(words));
        if ringed(ui, ctx.tokens, button).clicked() {
            ctx.send(Command::Seat(SeatCommand::Act(Action::TakeSeat(who))));
        }
    }
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
    let state = session.state();
    let is_played = |who: &DelegationId| state.played[*who];
    let seats: Vec<DelegationId> = session.seats().iter().copied().filter(is_played).collect();
    match (&seats[..], session.eyes(), presides) {
        ([], _, true) => "You preside".to_owned(),
        ([], ..) => "The model plays on".to_owned(),
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
    let is_own = |turn: &Turn| match turn.kind {
        TurnKind::Statement(who) => session.seats().contains(&who),
        _ => false,
    };
    let spoken = |turns: &[Turn]| {
        turns.iter().filter(|turn| matches!(turn.kind, TurnKind::Statement(_))).count()
    };
    // What one said itself is shown again on the way.
    let (count, to_what) = match left.iter().position(is_own) {
        Some(own) => (spoken(&left[..own]), "your statement"),
        None if session.current_waits() => (spoken(left), "you are asked"),
        None => (spoken(left), "the end"),
    };
    match count {
        0 => "The meeting goes on".to_owned(),
        1 => format!("One statement before {to_what}"),
        count => format!("{count} statements before {to_what}"),
    }
}
