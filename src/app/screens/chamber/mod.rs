//! The chamber: the debate, turn by turn.

mod announce;
mod bottom;
mod branches;
mod consultations;
mod decision;
mod desk;
mod entry;
mod found;
mod outcomes;
mod page;
mod parts;
mod procedure;
mod record;
mod results;
mod search;
mod seats;
mod sheet;
mod speakers;
mod timeline;
mod turn;
mod why;
mod worked;

use eframe::egui::{
    Align, Color32, Frame, Key, Layout, Modifiers, Panel, Popup, Rect, Ui, UiBuilder,
};

use crate::app::command::{Command, Overlay, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::views::{
    ExplanationClick, ExplanationView, PlaybackClick, Sight, SpeakersView, TableClick, TallyClick,
    TallyView, explanation, playback, speakers_list, table, tally,
};
use crate::app::widgets::TransportClick;
use crate::council::{AdoptionRule, DelegationId, OutcomeId};
use crate::session::{Eyes, Session, TurnKind};

use bottom::Tab;
pub(super) use decision::{ballot, ballots};
use desk::{Desk, StripClick};
use page::PageClick;
use parts::{Paper, Part};
use record::Reading;
use sheet::Sheet;
use why::Why;
pub(super) use why::turn_of;
use worked::Worked;

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
    /// The part that is shown where there is no room for all.
    part: Part,
    tab: Tab,
    /// Whether the panel below the table is high.
    expanded: bool,
    reading: Reading,
    /// The turn that was on screen in the frame before.
    seen: Option<usize>,
    /// What is explained in the drawer.
    why: Option<Why>,
    /// Whose page is open.
    page: Option<DelegationId>,
    /// Whether somebody typed in the frame before.
    typing: bool,
    worked: Worked,
    desk: Desk,
    summary: Sheet,
    /// What stands at the right while a seat is played.
    paper: Paper,
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
        self.worked.look(session);
        self.desk.look(session);
        self.leave(session, ui);
        self.hold_enter(session, ui);
        announce::announce(session, ui);
        let frame = Frame::new().fill(ctx.tokens.panel);
        // In the order in which the keyboard goes through them.
        Panel::bottom("playback")
            .frame(frame)
            .resizable(false)
            .show(ui, |ui| play(ctx, session, ui));
        if session.play_of().is_some() {
            Panel::bottom("seat").frame(frame).resizable(false).show(ui, |ui| {
                let is_open = self.desk.is_open(session) && !self.is_writing(session);
                if desk::strip(ctx, session, is_open, ui) == Some(StripClick::Desk) {
                    self.desk.bring_out();
                    (self.page, self.summary.is_out) = (None, false);
                }
            });
        }
        if session.branches().len() > 1 {
            Panel::bottom("branches")
                .frame(frame)
                .resizable(false)
                .show(ui, |ui| branches::strip(ctx, session, ui));
        }
        if parts::is_small(ui) {
            self.one(ctx, session, turned, ui);
        } else {
            self.all(ctx, session, turned, ui);
        }
        self.typing = ui.ctx().text_edit_focused();
    }

    /// Opens the reasons behind the end of a text, with the text in focus.
    pub(super) fn explain(&mut self, outcome: OutcomeId, turns: usize) {
        self.chosen = Some((outcome, turns));
        self.page = None;
        self.why = Some(Why::Result(outcome));
    }

    /// Escape closes what was opened, the last first. Who types only stops typing.
    fn leave(&mut self, session: &Session, ui: &Ui) {
        let writes = self.is_writing(session);
        let opened = self.why.is_some() || self.page.is_some() || writes;
        if opened
            && !self.typing
            && !Popup::is_any_open(ui.ctx())
            && ui.memory(|memory| memory.top_modal_layer().is_none())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            // The reasons of a page lie over it.
            if self.why.take().is_none() {
                (self.page, self.summary.is_out) = (self.page.filter(|_| writes), false);
            }
        }
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
        // On what the President issues alone no placard has anything to say.
        let asked = |outcome: &OutcomeId| {
            let form = session.state().texts[*outcome].form;
            *scenario.rules.of(form) != AdoptionRule::Authority
        };
        let decided = decided.filter(asked);
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
        let tip = |seat: Option<usize>| {
            let who = match seat {
                Some(seat) => places.get(seat).copied(),
                None => seats::speaker(session),
            };
            who.map_or_else(Vec::new, |who| page::tip(session, (who, focus), sight(session, who)))
        };
        match table(ui, ctx.tokens, &chamber.view(), &tip) {
            Some(TableClick::Seat(seat)) => self.select(places.get(seat).copied(), ui),
            Some(TableClick::Guest) => self.select(seats::speaker(session), ui),
            Some(TableClick::Open(seat)) => self.open(places.get(seat).copied()),
            Some(TableClick::OpenGuest) => self.open(seats::speaker(session)),
            None => {}
        }
    }

    /// Opens the page of a delegation, which is then the one chosen.
    fn open(&mut self, delegation: Option<DelegationId>) {
        self.selected = delegation.or(self.selected);
        self.page = delegation;
    }

    fn page(&mut self, ctx: ViewCtx<'_>, session: &Session, who: DelegationId, ui: &mut Ui) {
        match page::page(ctx, session, (who, sight(session, who)), ui) {
            Some(PageClick::Back) => self.page = None,
            Some(PageClick::Why(why)) => self.why = Some(why),
            None => {}
        }
    }

    /// The lists at the left. Whoever has spoken can be heard again; a double click opens the page.
    fn speakers(&mut self, ctx: ViewCtx<'_>, session: &Session, turned: bool, ui: &mut Ui) {
        let (sections, turns) = speakers::sections(session);
        let clock = speakers::clock(session);
        let view = SpeakersView { sections: &sections, clock: &clock, follow: turned };
        let Some(click) = speakers_list(ui, ctx.tokens, &view) else { return };
        let (section, row) = click.row;
        let Some(&(who, turn)) = turns.get(section).and_then(|rows| rows.get(row)) else { return };
        if click.opens || (self.page.is_some() && self.page != Some(who)) {
            self.open(Some(who));
        } else if let Some(turn) = turn {
            ctx.send(Command::Playback(PlaybackCommand::Seek(turn + 1)));
        } else {
            self.selected = Some(who).filter(|_| self.selected != Some(who));
        }
    }

    /// Chooses a delegation, whose part of the record is then shown; once more lets it go.
    fn select(&mut self, delegation: Option<DelegationId>, ui: &Ui) {
        let again = self.selected == delegation;
        self.selected = delegation.filter(|_| !again);
        // Where the record is out of sight, nothing is to change there unseen.
        if parts::is_small(ui) {
            return;
        }
        self.reading.narrow.delegation = self.selected;
        if self.selected.is_some() {
            self.tab = Tab::Record;
        }
    }

    /// Shows the record, with the keyboard in the field of its search.
    pub(super) fn find_in_record(&mut self) {
        (self.page, self.why) = (None, None);
        (self.part, self.tab) = (Part::Statement, Tab::Record);
        self.reading.wants_keyboard = true;
    }

    /// At the right: the tally, or in its place what is explained.
    fn aside(&mut self, ctx: ViewCtx<'_>, session: &Session, turned: bool, ui: &mut Ui) {
        if !session.sees_all() {
            self.why = None;
        }
        let Some(why) = self.why else {
            return match parts::reader(session) {
                Some(who) => self.papers(ctx, session, (who, turned), ui),
                None => self.tally(ctx, session, turned, ui),
            };
        };
        let behind = if parts::is_small(ui) { self.behind() } else { "tally" };
        let root = self.worked.answer(session, why);
        match explanation(ui, ctx.tokens, &ExplanationView { root, behind }) {
            Some(ExplanationClick::Back) => self.why = None,
            Some(ExplanationClick::Seek(turns)) => {
                ctx.send(Command::Playback(PlaybackCommand::Seek(turns)));
            }
            None => {}
        }
    }

    fn tally(&mut self, ctx: ViewCtx<'_>, session: &Session, turned: bool, ui: &mut Ui) {
        let focus = self.focus(session);
        let shown = outcomes::shown(session, focus, self.all_outcomes);
        let worked = &mut self.worked;
        let rows: Vec<_> =
            shown.iter().map(|&at| outcomes::row(session, at, focus, worked)).collect();
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
            Some(TallyClick::Why(row, figure)) => {
                let outcome = session.results()[shown[row]].outcome;
                self.chosen = Some((outcome, session.cursor()));
                // What is behind a figure is private while a seat is played.
                if !session.sees_all() {
                    return;
                }
                self.why = Some(outcomes::why(session, shown[row], figure));
            }
            Some(TallyClick::More) => self.all_outcomes = !self.all_outcomes,
            None => {}
        }
    }
}

/// What may be seen of a delegation: of one's own all, of others what was said.
fn sight(session: &Session, who: DelegationId) -> Sight {
    match session.eyes() {
        Eyes::All => Sight::All,
        Eyes::Seat(own) if own == who => Sight::All,
        Eyes::Seat(_) | Eyes::Public => Sight::Public,
    }
}

/// A part of the screen on its ground.
fn region(ui: &mut Ui, (name, rect): (&str, Rect), fill: Color32, contents: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(Align::Min);
    let builder = UiBuilder::new().id_salt(name).max_rect(rect).layout(layout);
    let mut child = ui.new_child(builder);
    child.shrink_clip_rect(rect);
    child.painter().rect_filled(rect, 0, fill);
    contents(&mut child);
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
