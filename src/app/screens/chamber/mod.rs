//! The chamber: the debate, turn by turn.

mod bottom;
mod branches;
mod consultations;
mod decision;
mod outcomes;
mod procedure;
mod record;
mod results;
mod seats;
mod speakers;
mod timeline;
mod turn;

use eframe::egui::{CentralPanel, Frame, Panel, Ui};

use crate::app::command::{Command, Overlay, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::views::{
    PlaybackClick, SpeakersView, TableClick, TallyClick, TallyView, playback, speakers_list, table,
    tally,
};
use crate::app::widgets::TransportClick;
use crate::council::{DelegationId, OutcomeId};
use crate::session::{Session, TurnKind};

use bottom::Tab;
pub(super) use decision::{ballot, ballots};
pub(super) use outcomes::settled;

/// A turn is followed for so many frames.
const FRAMES_TO_FOLLOW: u8 = 2;

/// The screen's residue.
#[derive(Debug, Default)]
pub(super) struct Chamber {
    /// The outcome a person chose to look at, and at which turn.
    chosen: Option<(OutcomeId, usize)>,
    /// The delegation a person chose.
    selected: Option<DelegationId>,
    /// Whether all outcomes are shown, or the first.
    all_outcomes: bool,
    tab: Tab,
    /// Whether the panel below the table is high.
    expanded: bool,
    /// The words the record is searched for.
    search: String,
    /// The turn that was on screen in the frame before.
    seen: Option<usize>,
    /// For how many frames yet the lists follow the debate: places are known a frame late.
    following: u8,
}

impl Chamber {
    /// Draws the screen.
    pub(super) fn ui(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        if self.seen.replace(session.cursor()) != Some(session.cursor()) {
            self.following = FRAMES_TO_FOLLOW;
            ui.request_repaint();
        }
        let turned = self.following > 0;
        self.following = self.following.saturating_sub(1);
        let room = ui.available_size();
        let (left, right) = if room.x > 1500.0 { (280.0, 380.0) } else { (244.0, 304.0) };
        let frame = Frame::new().fill(ctx.tokens.panel);
        let panel = |side: Panel| side.frame(frame).resizable(false);
        panel(Panel::bottom("playback")).show(ui, |ui| play(ctx, session, ui));
        if session.branches().len() > 1 {
            panel(Panel::bottom("branches")).show(ui, |ui| branches::strip(ctx, session, ui));
        }
        panel(Panel::left("speakers").exact_size(left)).show(ui, |ui| {
            speakers(ctx, session, turned, ui);
        });
        panel(Panel::right("tally").exact_size(right)).show(ui, |ui| {
            self.tally(ctx, session, turned, ui);
        });
        let share = if self.expanded { 0.56 } else { 0.315 };
        let height = (room.y * share).max(252.0).round();
        panel(Panel::bottom("words").exact_size(height))
            .show(ui, |ui| self.bottom(ctx, session, turned, ui));
        CentralPanel::no_frame().show(ui, |ui| self.table(ctx, session, ui));
    }

    /// The outcome the table speaks of: the one being decided, unless a person chose another at
    /// this turn; else the one chosen; else the first.
    pub(super) fn focus(&self, session: &Session) -> Option<OutcomeId> {
        let scenario = session.scenario();
        if let Some((outcome, at)) = self.chosen
            && at == session.cursor()
        {
            return Some(outcome);
        }
        let decided = session.turn().and_then(|turn| match turn.kind {
            TurnKind::Decision(outcome)
            | TurnKind::Signature(outcome)
            | TurnKind::Silence(outcome)
            | TurnKind::Part(outcome) => Some(outcome),
            _ => None,
        });
        decided.or(self.chosen.map(|(outcome, _)| outcome)).or(scenario
            .order
            .outcomes
            .first()
            .copied())
    }

    fn table(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let Some(focus) = self.focus(session) else { return };
        let places = session.scenario().seating();
        let scene = seats::Scene { session, focus, selected: self.selected };
        let chamber = seats::chamber(scene, places);
        match table(ui, ctx.tokens, &chamber.view()) {
            Some(TableClick::Seat(seat)) => self.select(places.get(seat).copied()),
            Some(TableClick::Guest) => self.select(seats::speaker(session)),
            None => {}
        }
    }

    /// Chooses a delegation, whose part of the record is then shown; once more lets it go.
    fn select(&mut self, delegation: Option<DelegationId>) {
        let again = self.selected == delegation;
        self.selected = delegation.filter(|_| !again);
        if self.selected.is_some() {
            self.tab = Tab::Record;
        }
    }

    fn tally(&mut self, ctx: ViewCtx<'_>, session: &Session, turned: bool, ui: &mut Ui) {
        let focus = self.focus(session);
        let shown = outcomes::shown(session, focus, self.all_outcomes);
        let rows: Vec<_> = shown.iter().map(|&at| outcomes::row(session, at, focus)).collect();
        let view = TallyView {
            outcomes: &rows,
            more: outcomes::more(session, shown.len(), self.all_outcomes),
            follow: turned,
            note: "Simulated. A teaching model, not a prediction.",
        };
        match tally(ui, ctx.tokens, &view) {
            Some(TallyClick::Focus(row)) => {
                let outcome = session.results()[shown[row]].outcome;
                self.chosen = Some((outcome, session.cursor()));
            }
            Some(TallyClick::More) => self.all_outcomes = !self.all_outcomes,
            None => {}
        }
    }
}

fn speakers(ctx: ViewCtx<'_>, session: &Session, turned: bool, ui: &mut Ui) {
    let (sections, turns) = speakers::sections(session);
    let view = SpeakersView { sections: &sections, follow: turned };
    let clicked = speakers_list(ui, ctx.tokens, &view);
    // One who has spoken can be heard again.
    let turn = clicked.and_then(|(section, row)| turns.get(section)?.get(row).copied()?);
    if let Some(turn) = turn {
        ctx.send(Command::Playback(PlaybackCommand::Seek(turn + 1)));
    }
}

fn play(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let axis = timeline::axis(session);
    let Some(click) = playback(ui, ctx.tokens, &axis.view(session)) else { return };
    let command = match click {
        PlaybackClick::Seek(turns) => PlaybackCommand::Seek(turns),
        PlaybackClick::CopySeed => return ui.ctx().copy_text(session.seed().0.to_string()),
        PlaybackClick::NewLuck => return ctx.send(Command::NewLuck),
        PlaybackClick::WhatIf => return ctx.send(Command::Overlay(Overlay::WhatIf)),
        PlaybackClick::Transport(click) => match click {
            TransportClick::ToStart => PlaybackCommand::ToStart,
            TransportClick::Back => PlaybackCommand::Back,
            TransportClick::Play | TransportClick::Pause => PlaybackCommand::PlayOrPause,
            TransportClick::Step => PlaybackCommand::Step,
            TransportClick::ToEnd => PlaybackCommand::ToEnd,
            TransportClick::NextSpeed => PlaybackCommand::NextSpeed,
        },
    };
    ctx.send(Command::Playback(command));
}
