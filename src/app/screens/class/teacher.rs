//! For the teacher: an announcement to the room, a pause, the override, news from a queue, what the
//! class entered as a file, and the class pack.

use eframe::egui::{Button, TextEdit, Ui};

use crate::app::command::{
    BranchCommand, Command, PlaybackCommand, Pupils, Screen, SeatCommand, Source, Steer,
};
use crate::app::context::ViewCtx;
use crate::app::shell::letters_switch;
use crate::app::theme::{Text, size, space};
use crate::app::turn_words::shown_turn;
use crate::app::widgets::{ChipKind, described, framed, prose, ringed, tag, title};
use crate::council::InjectId;
use crate::session::{Change, Papers, Session};

use super::steer::{self, Override};
use super::{WIDE, pressed, small, weak};

/// An announcement is read from the back row.
const LONGEST: usize = 240;

/// The residue of what is for the teacher.
#[derive(Debug, Default)]
pub(super) struct Teacher {
    /// Whether the news to come is shown while the debate is played.
    shows_queue: bool,
    steering: Override,
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
        title(ui, ctx.tokens, "Override");
        self.steering.ui(ctx, session, ui);
        ui.add_space(space::L);
        title(ui, ctx.tokens, "News from outside");
        self.queue(ctx, session, ui);
        ui.add_space(space::L);
        title(ui, ctx.tokens, "The class’s results");
        results(ctx, session, ui);
        ui.add_space(space::L);
        title(ui, ctx.tokens, "On paper");
        pack(ctx, session, ui);
    }

    fn queue(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let scenario = session.scenario();
        if scenario.injects.is_empty() {
            return no_news(ctx, ui);
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
        if !steer::is_free(ctx, session, ui) {
            return;
        }
        for inject in scenario.injects.ids() {
            framed(ui, ctx.tokens, |ui| news(ctx, session, inject, ui));
        }
        if !session.sees_all() && pressed(ctx, "Hide the news to come", ui) {
            self.shows_queue = false;
        }
    }
}

/// How news comes into a scenario, and where there is some already.
fn no_news(ctx: ViewCtx<'_>, ui: &mut Ui) {
    weak(
        ctx,
        "This scenario has no news from outside. Its author can write some into the file, under \
         `injects`; the manual (docs/scenario-format.md, “Injects”) says how.",
        ui,
    );
    let is_bundled = |source: &Source| matches!(source, Source::Bundled(_));
    let books = ctx.library.books.iter().filter(|book| is_bundled(&book.source));
    let titles: Vec<&str> = books
        .filter_map(|book| book.scenario().filter(|it| !it.injects.is_empty()))
        .map(|scenario| scenario.title.as_str())
        .collect();
    if !titles.is_empty() {
        small(
            ctx,
            &format!("Of the scenarios that come with it, these have news: {}.", titles.join("; ")),
            ui,
        );
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
            Command::Seat(SeatCommand::Steer(Steer::News(inject)))
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
        // What stands at the left never moves.
        if pressed(ctx, "Projector view", ui) {
            ctx.send(Command::Projector);
        }
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
    });
    small(ctx, text, ui);
}

fn pause(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let place = format!("{} is shown.", shown_turn(session));
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

/// What the class entered, as a file to keep.
fn results(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    weak(
        ctx,
        "Predictions and their scores, what note-takers heard, and the questions before and after: a \
         page to read or print, and a table for a spreadsheet. They are in no other file.",
        ui,
    );
    ui.horizontal(|ui| {
        if pressed(ctx, "Save the class’s results", ui) {
            ctx.send(Command::SaveClass(Pupils::Named));
        }
        if pressed(ctx, "Save them by numbers", ui) {
            ctx.send(Command::SaveClass(Pupils::Numbered));
        }
    });
    if !session.is_over() {
        small(ctx, "Scores and agreement are worked out when the debate is over.", ui);
    }
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
