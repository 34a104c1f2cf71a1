//! The parts of the screen: all at once, or in a small window one at a time below a row of tabs.

use eframe::egui::{
    Align, Frame, Layout, Margin, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2,
};

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich};
use crate::app::views::width_of;
use crate::app::widgets::small_tabs;
use crate::council::DelegationId;
use crate::report::figure::Setting;
use crate::session::{Eyes, Session};

use super::desk::{brief, notebook};
use super::{Chamber, FRAMES_TO_FOLLOW, branches, region};

/// In a narrower or lower window one part is shown at a time.
const ROOM_FOR_ALL: [f32; 2] = [1100.0, 700.0];

/// Where there is less height above the transport, the table and the words share it.
const ROOM_FOR_WORDS: f32 = 620.0;
/// A smaller table cannot be read: it is moved about instead.
const LEAST_TABLE: Vec2 = vec2(600.0, 216.0);

/// The part that a small window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    #[default]
    Table,
    /// This turn, the record and what else stands below the table.
    Statement,
    Speakers,
    Support,
}

impl Part {
    const ALL: [Self; 4] = [Self::Table, Self::Statement, Self::Speakers, Self::Support];

    const fn title(self) -> &'static str {
        match self {
            Self::Table => "Table",
            Self::Statement => "Statement",
            Self::Speakers => "Speakers",
            Self::Support => "Support",
        }
    }
}

/// What stands at the right while a seat is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Paper {
    Support,
    #[default]
    Brief,
    Notebook,
}

impl Paper {
    const ALL: [Self; 3] = [Self::Support, Self::Brief, Self::Notebook];

    const fn title(self) -> &'static str {
        match self {
            Self::Support => "Support",
            Self::Brief => "Brief",
            Self::Notebook => "Notebook",
        }
    }
}

/// Whether the window is too small for all parts.
pub(super) fn is_small(ui: &Ui) -> bool {
    let window = ui.ctx().content_rect();
    window.width() < ROOM_FOR_ALL[0] || window.height() < ROOM_FOR_ALL[1]
}

/// Where the parts of a large window stand, above the transport.
#[derive(Clone, Copy, Debug)]
struct Places {
    table: Rect,
    words: Rect,
    speakers: Rect,
    tally: Rect,
}

impl Chamber {
    /// Draws all parts, in the order in which the keyboard goes through them.
    pub(super) fn all(&mut self, ctx: ViewCtx<'_>, session: &Session, turned: bool, ui: &mut Ui) {
        let places = self.places(ui.available_rect_before_wrap());
        let fill = ctx.tokens.panel;
        let middle = places.table.union(places.words);
        let writes = self.is_writing(session);
        let at_the_desk = writes || self.page.is_none() && self.desk.is_open(session);
        if writes {
            region(ui, ("summary", middle), fill, |ui| self.sheet(ctx, session, ui));
        } else if at_the_desk {
            region(ui, ("desk", middle), fill, |ui| self.desk.ui(ctx, session, ui));
        } else if let Some(who) = self.page {
            region(ui, ("page", middle), fill, |ui| self.page(ctx, session, who, ui));
        } else {
            region(ui, ("table", places.table), ctx.tokens.background, |ui| {
                self.table(ctx, session, ui);
            });
            region(ui, ("words", places.words), fill, |ui| self.bottom(ctx, session, turned, ui));
        }
        region(ui, ("speakers", places.speakers), fill, |ui| {
            self.speakers(ctx, session, turned, ui);
        });
        region(ui, ("tally", places.tally), fill, |ui| self.aside(ctx, session, turned, ui));
        let line = (1.0, ctx.tokens.line);
        let painter = ui.painter();
        painter.vline(places.speakers.right() - 0.5, places.speakers.y_range(), line);
        painter.vline(places.tally.left() + 0.5, places.tally.y_range(), line);
        if self.page.is_none() && !at_the_desk {
            painter.hline(places.words.x_range(), places.words.top() + 0.5, line);
        }
    }

    /// Where the parts stand when all are shown.
    fn places(&self, room: Rect) -> Places {
        let (left, right): (f32, f32) = match room.width() {
            width if width > 2600.0 => (360.0, 520.0),
            width if width > 1500.0 => (280.0, 380.0),
            width if width >= 1160.0 => (244.0, 304.0),
            _ => (236.0, 284.0),
        };
        // Reasons need more room than figures.
        let right = if self.why.is_some() { right.max(344.0) } else { right };
        let share = if self.expanded { 0.56 } else { 0.315 };
        let least = if room.height() < ROOM_FOR_WORDS { 224.0 } else { 252.0 };
        let below = (room.height() * share).max(least).round();
        let (from, to) = (room.left() + left, room.right() - right);
        let middle = room.bottom() - below;
        let part =
            |left, top, right, bottom| Rect::from_min_max(pos2(left, top), pos2(right, bottom));
        Places {
            table: part(from, room.top(), to, middle),
            words: part(from, middle, to, room.bottom()),
            speakers: part(room.left(), room.top(), from, room.bottom()),
            tally: part(to, room.top(), room.right(), room.bottom()),
        }
    }

    /// Draws the tabs and the part that is chosen; reasons and pages lie over it.
    pub(super) fn one(&mut self, ctx: ViewCtx<'_>, session: &Session, turned: bool, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let ground = Frame::new().fill(ctx.tokens.panel);
        let margin = Margin { left: 12, right: 20, top: 0, bottom: 2 };
        let tabs = ground.inner_margin(margin).show(ui, |ui| self.parts(ctx, session, ui));
        let below = tabs.response.rect;
        ui.painter().hline(below.x_range(), below.bottom() - 0.5, (1.0, ctx.tokens.line));
        let room = ui.available_rect_before_wrap();
        let fill = ctx.tokens.panel;
        if self.why.is_some() {
            return region(ui, ("tally", room), fill, |ui| self.aside(ctx, session, turned, ui));
        }
        if self.is_writing(session) && self.part != Part::Support {
            return region(ui, ("summary", room), fill, |ui| self.sheet(ctx, session, ui));
        }
        if self.page.is_none() && self.desk.is_open(session) && self.part != Part::Support {
            return region(ui, ("desk", room), fill, |ui| self.desk.ui(ctx, session, ui));
        }
        if let Some(who) = self.page {
            return region(ui, ("page", room), fill, |ui| self.page(ctx, session, who, ui));
        }
        match self.part {
            Part::Table => region(ui, ("table", room), ctx.tokens.background, |ui| {
                let size = room.size().max(LEAST_TABLE);
                if size == room.size() {
                    return self.table(ctx, session, ui);
                }
                ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
                    let (place, _) = ui.allocate_exact_size(size, Sense::hover());
                    let layout = Layout::top_down(Align::Min);
                    let builder = UiBuilder::new().max_rect(place).layout(layout);
                    self.table(ctx, session, &mut ui.new_child(builder));
                });
            }),
            Part::Statement => {
                region(ui, ("words", room), fill, |ui| self.bottom(ctx, session, turned, ui));
            }
            Part::Speakers => region(ui, ("speakers", room), fill, |ui| {
                self.speakers(ctx, session, turned, ui);
            }),
            Part::Support => {
                region(ui, ("tally", room), fill, |ui| self.aside(ctx, session, turned, ui));
            }
        }
    }

    /// At the right while a seat is played: what is public, the brief, and the notebook.
    pub(super) fn papers(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        (who, turned): (DelegationId, bool),
        ui: &mut Ui,
    ) {
        let margin = Margin { left: 8, right: 8, top: 4, bottom: 4 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            let current = Paper::ALL.iter().position(|&it| it == self.paper).unwrap_or_default();
            if let Some(asked) = small_tabs(ui, ctx.tokens, &Paper::ALL.map(Paper::title), current)
            {
                self.paper = Paper::ALL[asked];
            }
        });
        let room = ui.available_rect_before_wrap();
        let margin = Margin { left: 16, right: 12, top: 4, bottom: 8 };
        let framed = Frame::new().inner_margin(margin);
        region(ui, ("paper", room), ctx.tokens.panel, |ui| match self.paper {
            Paper::Support => self.tally(ctx, session, turned, ui),
            Paper::Brief => {
                framed.show(ui, |ui| brief(ctx, session, who, ui));
            }
            Paper::Notebook => {
                framed.show(ui, |ui| notebook(ctx, session, who, ui));
            }
        });
    }

    /// What the reasons lie over, as it is named on the way back.
    pub(super) const fn behind(&self) -> &'static str {
        match (self.page, self.part) {
            (Some(_), _) => "page",
            (None, Part::Table) => "table",
            (None, Part::Statement) => "statement",
            (None, Part::Speakers) => "speakers",
            (None, Part::Support) => "tally",
        }
    }

    /// The tabs, and at their right where the debate stands.
    fn parts(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let current = Part::ALL.iter().position(|&it| it == self.part).unwrap_or_default();
            if let Some(asked) = small_tabs(ui, ctx.tokens, &Part::ALL.map(Part::title), current) {
                self.part = Part::ALL[asked];
                // What lay over the part before is done with.
                (self.page, self.why) = (None, None);
                self.following = FRAMES_TO_FOLLOW;
                ui.request_repaint();
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let stage = session.turn().map_or("", |turn| turn.stage.label());
                beside(ctx, branches::stop_words(session).unwrap_or(stage), ui);
            });
        });
    }
}

/// Words beside tabs, where there is room for them.
pub(super) fn beside(ctx: ViewCtx<'_>, words: &str, ui: &mut Ui) {
    if width_of(ui, words, Setting::Small) <= ui.available_width() {
        ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
    }
}

/// Whose papers lie at the right: those of the seat that looks, and after the debate those of whom
/// one played alone.
pub(super) fn reader(session: &Session) -> Option<DelegationId> {
    match (session.eyes(), session.seats()) {
        (Eyes::Seat(who), _) => Some(who),
        (Eyes::All, &[who]) if session.has_ended() => Some(who),
        _ => None,
    }
}
