//! The picture, laid out anew when what it shows has changed and not otherwise.

use std::sync::Arc;

use eframe::egui::{Margin, ScrollArea, Ui, Vec2};

use crate::app::context::ViewCtx;
use crate::app::theme::{Text, rich};
use crate::app::views::{figure, width_of};
use crate::app::widgets::{EmptyState, Icon, empty_state};
use crate::council::DelegationId;
use crate::report::charts::{self, Chart, Choice, Subject};
use crate::report::figure::{Figure, Page, Setting, Target};
use crate::session::{BranchId, Session};
use crate::stream::Seed;

use super::table;
use super::{Analysis, Form};

/// On what a picture depends.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    chart: Chart,
    choice: Choice,
    turns: usize,
    /// The debate: its seed, its branch, and what people had done when it was drawn.
    debate: (Seed, BranchId, usize),
    /// Width and height in whole points.
    size: (u32, u32),
    /// How many runs have come in, and of how many.
    runs: Option<(u64, u64)>,
}

/// A picture and that on which it depends.
#[derive(Debug)]
pub(super) struct Cached {
    key: Key,
    found: Result<Arc<Figure>, &'static str>,
    /// How wide the columns of its table are.
    columns: Vec<f32>,
}

impl Analysis {
    /// The figure that was drawn last.
    pub(in crate::app::screens) fn figure(&self) -> Option<Arc<Figure>> {
        let cached = self.cached.as_ref().filter(|cached| cached.key.chart == self.chart)?;
        cached.found.as_ref().ok().map(Arc::clone)
    }

    /// Draws the picture, or the table behind it, over the room there is.
    pub(super) fn picture(
        &mut self,
        ctx: ViewCtx<'_>,
        session: &Session,
        ui: &mut Ui,
    ) -> Option<Target> {
        self.look(ctx, session, ui.available_size(), ui);
        let key = self.figure().map(|it| it.key);
        let area = ScrollArea::vertical().id_salt(("figure", key)).auto_shrink([false, false]);
        self.draw(ctx, area, ui)
    }

    /// Lays the picture out for this room, unless it is.
    pub(super) fn look(&mut self, ctx: ViewCtx<'_>, session: &Session, room: Vec2, ui: &Ui) {
        let before = self.cached.as_ref().map(|cached| cached.key.clone());
        self.lay_out(ctx, session, room, ui);
        if before.as_ref() != self.cached.as_ref().map(|cached| &cached.key) {
            // The words around the picture are drawn before it.
            ui.ctx().request_repaint();
        }
    }

    /// Draws what was laid out, the picture in this area.
    pub(super) fn draw(&self, ctx: ViewCtx<'_>, area: ScrollArea, ui: &mut Ui) -> Option<Target> {
        let cached = self.cached.as_ref()?;
        let it = match &cached.found {
            Ok(it) => Arc::clone(it),
            Err(why) => {
                nothing(ctx, ui, why);
                return None;
            }
        };
        if self.form == Form::Table {
            table::table(ui, ctx.tokens, &it.table, &cached.columns);
            return None;
        }
        area.show(ui, |ui| figure(ui, ctx.tokens, &it)).inner
    }

    fn lay_out(&mut self, ctx: ViewCtx<'_>, session: &Session, room: Vec2, ui: &Ui) {
        let summary = ctx.runs.filter(|_| self.chart.needs_ensemble());
        let summary = summary.and_then(|runs| Some((runs.summary()?, runs.planned)));
        let record = session.record();
        let branch = session.current();
        let key = Key {
            chart: self.chart,
            choice: self.choice,
            turns: session.cursor(),
            debate: (record.seed, branch.id(), session.deeds().len()),
            size: (room.x as u32, room.y as u32),
            runs: summary.as_ref().map(|(summary, planned)| (summary.runs(), *planned)),
        };
        if self.cached.as_ref().is_some_and(|cached| cached.key == key) {
            return;
        }
        let ends = session.turns().iter().map(|turn| turn.events.end);
        let moments: Vec<usize> = std::iter::once(0).chain(ends).collect();
        let subject = Subject {
            record,
            moments: &moments,
            turns: session.cursor(),
            state: session.state(),
            branch: (session.branches().len() > 1).then(|| branch.name()),
            ensemble: summary.as_ref().map(|(summary, _)| &**summary),
        };
        let measure = |text: &str, it: Setting| width_of(ui, text, it);
        let page = Page { width: room.x, height: room.y, measure: &measure };
        let found = charts::figure(self.chart, &subject, &self.choice, page).map(Arc::new);
        let columns =
            found.as_ref().map_or_else(|_| Vec::new(), |it| table::widths(&it.table, &measure));
        self.cached = Some(Cached { key, found, columns });
    }

    /// The delegation that is chosen.
    pub(super) const fn selected(&self) -> Option<DelegationId> {
        self.choice.selected
    }
}

fn nothing(ctx: ViewCtx<'_>, ui: &mut Ui, why: &str) {
    eframe::egui::Frame::new().inner_margin(Margin::symmetric(0, 40)).show(ui, |ui| {
        let it =
            EmptyState { icon: Icon::Info, title: "Nothing to show yet", text: why, action: None };
        empty_state(ui, ctx.tokens, &it);
    });
    // The line keeps the picture's place in the order of reading.
    ui.label(rich("", Text::Small, ctx.tokens.text_weak));
}
