//! The record so far, with what is searched in it, and beside it what happened outside the chamber.

use eframe::egui::{Align, Frame, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::app::command::{Command, PlaybackCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, radius, rich, space};
use crate::debate::Book;
use crate::session::Session;
use crate::text::{Entry, EntryKind};

use super::entry::{self, Marked};
use super::found::{Found, Narrow};
use super::search;
use super::why::{Moment, turn_of};

/// From this width on both books stand side by side.
const ROOM_FOR_BOTH: f32 = 900.0;
/// What is drawn is placed a frame late: so many frames it takes to be where it is wanted.
const FRAMES: u8 = 3;

/// What a person looks for in the record, and how far down it is.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) narrow: Narrow,
    pub(super) found: Found,
    /// Which of the matches is looked at.
    pub(super) hit: usize,
    /// Whether the field of the search is to be given the keyboard.
    pub(super) wants_keyboard: bool,
    /// For how many frames yet the match that is looked at is brought into view.
    pub(super) seeking: u8,
    heights: Heights,
}

/// How high entries are: measured once drawn, estimated before.
#[derive(Debug, Default)]
struct Heights {
    of: Option<((usize, usize), u32)>,
    measured: Vec<Option<f32>>,
}

impl Heights {
    /// Forgets what was measured for another record or another width.
    fn look(&mut self, session: &Session, width: f32) {
        let of = Some((Moment::of(session).record(), width as u32));
        if self.of != of {
            *self = Self { of, measured: Vec::new() };
        }
        self.measured.resize(session.entries().len().max(self.measured.len()), None);
    }

    fn of(&self, at: usize, entry: &Entry, width: f32) -> f32 {
        self.measured[at].unwrap_or_else(|| entry::estimate(entry, width))
    }
}

impl Reading {
    /// Goes to another match, and brings it into view.
    pub(super) fn look_at(&mut self, hit: usize) {
        self.hit = hit;
        self.seeking = FRAMES;
    }
}

/// Draws the verbatim record; the newest entry is in view when the debate has `turned`. Where there
/// is room, what happened outside stands beside it.
pub(super) fn record(
    ctx: ViewCtx<'_>,
    session: &Session,
    reading: &mut Reading,
    turned: bool,
    ui: &mut Ui,
) {
    let room = ui.available_rect_before_wrap();
    if room.width() < ROOM_FOR_BOTH {
        return verbatim(ctx, session, reading, turned, ui);
    }
    let left = (room.width() * 0.6).round();
    let (record, beside) = room.split_left_right_at_x(room.left() + left);
    let part = |ui: &mut Ui, name: &str, rect: Rect| {
        let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect));
        child.shrink_clip_rect(rect);
        child
    };
    let record = record.with_max_x(record.right() - space::L);
    verbatim(ctx, session, reading, turned, &mut part(ui, "record", record));
    let mut child = part(ui, "outside", beside);
    child.spacing_mut().item_spacing.y = space::XS;
    outside(ctx, session, &mut child);
}

fn verbatim(ctx: ViewCtx<'_>, session: &Session, reading: &mut Reading, turned: bool, ui: &mut Ui) {
    search::bar(ctx, session, reading, ui);
    if reading.found.look(session, &reading.narrow) && !reading.narrow.search.is_empty() {
        reading.look_at(0);
    }
    let follows = turned && !reading.narrow.is_narrow();
    let scroll = ScrollArea::vertical().id_salt("record").auto_shrink([false, false]);
    scroll.show_viewport(ui, |ui, view| {
        if reading.found.entries.is_empty() {
            let text = if reading.narrow.is_narrow() {
                "Nothing in the record so far is like that."
            } else {
                "The record begins when the meeting is called to order."
            };
            ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
            return;
        }
        entries(ctx, session, (reading, follows), view, ui);
    });
}

/// Draws the entries that are in view; of the others, only how high they are is known.
fn entries(
    ctx: ViewCtx<'_>,
    session: &Session,
    (reading, follows): (&mut Reading, bool),
    view: Rect,
    ui: &mut Ui,
) {
    let room = ui.max_rect();
    let width = room.width();
    reading.heights.look(session, width);
    let Reading { found, hit, seeking, heights, .. } = reading;
    let looked_at = found.hits.get(*hit).cloned();
    let mut y = 0.0;
    let mut changed = false;
    for (place, &at) in found.entries.iter().enumerate() {
        let entry = &session.entries()[at];
        let height = heights.of(at, entry, width);
        let top = room.top() + y;
        let wanted = *seeking > 0 && looked_at.as_ref().is_some_and(|(of, _)| *of == place);
        let is_last = follows && place + 1 == found.entries.len();
        if is_last || wanted {
            let rect = Rect::from_min_size(eframe::egui::pos2(room.left(), top), vec2(1.0, 40.0));
            ui.scroll_to_rect(rect, Some(Align::Min));
        }
        if y + height >= view.top() && y <= view.bottom() {
            let rect = Rect::from_min_size(
                eframe::egui::pos2(room.left(), top),
                vec2(width, f32::INFINITY),
            );
            // The keyboard stays where it is when entries above come into view or go.
            let id = ui.scope_id().with(("entry", at));
            let mut child = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect));
            let marked = Marked::of(found, place, looked_at.as_ref());
            if let Some(place) = entry::entry(ctx, session, (entry, &marked), &mut child)
                && wanted
            {
                ui.scroll_to_rect(place, Some(Align::Center));
            }
            let drawn = child.min_rect().height();
            changed |= (drawn - height).abs() > 0.5;
            heights.measured[at] = Some(drawn);
            y += drawn;
        } else {
            y += height;
        }
    }
    ui.allocate_space(vec2(width, y));
    if *seeking > 0 {
        *seeking -= 1;
        changed = true;
    }
    if changed {
        ui.request_repaint();
    }
}

/// Draws what happened outside the chamber, on a ground of its own.
pub(super) fn outside(ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let text = "Not in the record of the meeting: drafts, signatures and consultations. Simulated.";
    ui.add(eframe::egui::Label::new(rich(text, Text::Small, ctx.tokens.text_weak)).wrap());
    ground(ctx, ui, |ui| {
        let scroll = ScrollArea::vertical().id_salt("outside").auto_shrink([false, false]);
        scroll.stick_to_bottom(true).show(ui, |ui| {
            let entries = session.entries().iter().filter(|entry| entry.book == Book::Outside);
            let mut any = false;
            for entry in entries {
                any = true;
                entry::entry(ctx, session, (entry, &Marked::default()), ui);
            }
            if !any {
                let text = "Nothing has happened outside the chamber so far.";
                ui.label(rich(text, Text::Body, ctx.tokens.text_weak));
            }
        });
    });
}

/// The ground on which things outside the chamber stand, apart from the record.
pub(super) fn ground(ctx: ViewCtx<'_>, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    Frame::new()
        .fill(ctx.tokens.reservations_fill)
        .corner_radius(radius::M)
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, contents);
}

/// Goes to the turn of an entry.
pub(super) fn seek(ctx: ViewCtx<'_>, session: &Session, entry: &Entry) {
    if let Some(turn) = turn_of(session, entry.event) {
        ctx.send(Command::Playback(PlaybackCommand::Seek(turn)));
    }
}

/// How many entries are no headings.
pub(super) fn count(session: &Session, found: &Found) -> usize {
    let entries = session.entries();
    found.entries.iter().filter(|&&at| entries[at].kind != EntryKind::Heading).count()
}
