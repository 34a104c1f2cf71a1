//! For the teacher: news from a queue, a pause, an announcement to the room, and the class pack.

use eframe::egui::{Button, TextEdit, Ui};

use crate::app::command::{BranchCommand, Command, PlaybackCommand, Screen, SeatCommand};
use crate::app::context::ViewCtx;
use crate::app::shell::letters_switch;
use crate::app::theme::{Text, size, space};
use crate::app::widgets::{ChipKind, described, framed, prose, ringed, tag, title};
use crate::council::InjectId;
use crate::debate::Action;
use crate::session::{Change, Papers, Session};

use super::{WIDE, pressed, small, weak};

/// An announcement is read from the back row.
const LONGEST: usize = 240;

/// The residue of what is for the teacher.
#[derive(Debug, Default)]
pub(super) struct Teacher {
    /// Whether the news to come is shown while the debate is played.
    shows_queue: bool,
}

impl Teacher {
    /// Draws it.
    pub(super) fn ui(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        papers: &mut Papers,
        ui: &mut Ui,
    ) {
        title(ui, ctx.tokens, "An announcement to the room");
        announcement(ctx, papers, ui);
        ui.add_space(space::L);
        title(ui, ctx.tokens, "The debate");
        pause(ctx, session, ui);
        ui.add_space(space::L);
        title(ui, ctx.tokens, "Names");
        letters_switch(ctx, session, ui);
        ui.add_space(space::L);
        title(ui, ctx.tokens, "News from outside");
        self.queue(ctx, session, ui);
        ui.add_space(space::L);
        title(ui, ctx.tokens, "On paper");
        pack(ctx, session, ui);
    }

    fn queue(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let scenario = session.scenario();
        if scenario.injects.is_empty() {
            return weak(ctx, "This scenario has no news from outside.", ui);
        }
        if !session.sees_all() && !self.shows_queue {
            weak(ctx, "The debate is played: players should not see what may still happen.", ui);
            self.shows_queue = pressed(ctx, "Show the news to come (teacher)", ui);
            return;
        }
        let how = if session.play_of().is_some() {
            "What you let happen happens at the turn shown, in the debate that is played."
        } else {
            "What you let happen makes a branch from the turn shown; the debate without it stays."
        };
        weak(ctx, how, ui);
        for inject in scenario.injects.ids() {
            framed(ui, ctx.tokens, |ui| news(ctx, session, inject, ui));
        }
        if !session.sees_all() && pressed(ctx, "Hide the news to come", ui) {
            self.shows_queue = false;
        }
    }
}

fn news(ctx: ViewCtx<'_>, session: &Session, inject: InjectId, ui: &mut Ui) {
    let it = &session.scenario().injects[inject];
    prose(ui, &it.title, (Text::BodyStrong, ctx.tokens.text), WIDE);
    prose(ui, &it.text, (Text::Body, ctx.tokens.text), size::MEASURE);
    if session.state().fired[inject] {
        tag(ui, ctx.tokens, "Has happened", ChipKind::Plain);
        return;
    }
    let button = ui.add_enabled(!session.is_over(), Button::new("Let it happen now"));
    described(&button, &it.title);
    if ringed(ui, ctx.tokens, button).clicked() {
        ctx.send(if session.play_of().is_some() {
            Command::Seat(SeatCommand::Act(Action::FireInject(inject)))
        } else {
            Command::Branch(BranchCommand::Make(Change::Inject(inject)))
        });
    }
}

fn announcement(ctx: ViewCtx<'_>, papers: &mut Papers, ui: &mut Ui) {
    let text = "It stands alone on the projector view, in large type, until you take it away.";
    let label = ui.label("What is announced");
    let edit = TextEdit::multiline(&mut papers.announcement)
        .char_limit(LONGEST)
        .desired_rows(2)
        .desired_width(size::MEASURE.min(ui.available_width() - space::S))
        .hint_text("Five minutes to the vote");
    let field = ui.add(edit).labelled_by(label.id);
    ringed(ui, ctx.tokens, field);
    let has_words = !papers.announcement.trim().is_empty();
    papers.is_announced &= has_words;
    ui.horizontal(|ui| {
        if papers.is_announced {
            if pressed(ctx, "Take it away", ui) {
                papers.is_announced = false;
            }
            tag(ui, ctx.tokens, "Stands on the projector view", ChipKind::Plain);
        } else {
            ui.add_enabled_ui(has_words, |ui| {
                if pressed(ctx, "Show it to the room", ui) {
                    papers.is_announced = true;
                }
            });
        }
        if pressed(ctx, "Projector view", ui) {
            ctx.send(Command::Projector);
        }
    });
    small(ctx, text, ui);
}

fn pause(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let place = format!("Turn {} of {} is shown.", session.cursor(), session.turns().len());
    let words = if session.playback.is_playing() { "Pause" } else { "Play on" };
    ui.horizontal(|ui| {
        if pressed(ctx, words, ui) {
            ctx.send(Command::Playback(PlaybackCommand::PlayOrPause));
        }
        if pressed(ctx, "To the chamber", ui) {
            ctx.send(Command::Show(Screen::Chamber));
        }
        let clock = Command::Seat(SeatCommand::HoldClock);
        if ctx.settings.turn_minutes.is_some() && clock.is_available(Some(session)) {
            let held = ctx.clock.is_held();
            let words = if held { "Let the clock run on" } else { "Hold the clock" };
            if pressed(ctx, words, ui) {
                ctx.send(clock);
            }
        }
        weak(ctx, &place, ui);
    });
}

fn pack(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    weak(
        ctx,
        "Role cards, ballot slips, grids, the rules on a page and run sheets for 45 and 90 minutes, \
         as one file to print. With letters, States are called State A, State B and so on, and a \
         sheet for you says which is which.",
        ui,
    );
    let may = session.sees_all();
    ui.add_enabled_ui(may, |ui| {
        ui.horizontal(|ui| {
            // While letters stand, nothing that is saved beside them has names.
            if !session.naming().is_by_letters() && pressed(ctx, "Save the class pack", ui) {
                ctx.send(Command::SavePack { anonymous: false });
            }
            if pressed(ctx, "Save it with letters", ui) {
                ctx.send(Command::SavePack { anonymous: true });
            }
        });
    });
    if !may {
        small(
            ctx,
            "It holds the briefs of all delegations, and is closed while a seat is played.",
            ui,
        );
    }
}
