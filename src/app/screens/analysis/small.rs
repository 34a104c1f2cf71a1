//! The analysis in a small window: the lists open from buttons, and everything below them scrolls.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, vec2};

use crate::app::context::ViewCtx;
use crate::app::theme::space;
use crate::app::widgets::heading;
use crate::report::charts::Asks;
use crate::report::figure::Target;
use crate::session::Session;

use super::{Analysis, Form, notes};

/// In a narrower or lower window there is no room for lists beside the picture.
const ROOM_FOR_LISTS: [f32; 2] = [1100.0, 700.0];
/// In a narrower window the figures and the forms of one have a row each.
const ROOM_FOR_ONE_ROW: f32 = 580.0;
/// The height of the tabs.
const ROW: f32 = 34.0;
/// A smaller picture cannot be read: it is moved about instead.
const LEAST: [f32; 2] = [700.0, 320.0];

/// Whether the window is too small for the lists.
pub(super) fn is_small(ui: &Ui) -> bool {
    let window = ui.ctx().content_rect();
    window.width() < ROOM_FOR_LISTS[0] || window.height() < ROOM_FOR_LISTS[1]
}

impl Analysis {
    /// Draws the screen.
    pub(super) fn small(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let frame = Frame::new().fill(ctx.tokens.panel).inner_margin(Margin::symmetric(16, 4));
        Panel::top("figures").frame(frame).show(ui, |ui| {
            ui.spacing_mut().interact_size.y = ROW;
            let in_one_row = ui.available_width() >= ROOM_FOR_ONE_ROW;
            if !in_one_row {
                ui.horizontal(|ui| self.figures(ctx.tokens, ui));
            }
            ui.horizontal(|ui| {
                if in_one_row {
                    self.figures(ctx.tokens, ui);
                }
                self.forms(ctx.tokens, &Form::ALL, ui);
                self.save(ctx, ui);
            });
        });
        let ground = Frame::new().fill(ctx.tokens.background);
        if self.form == Form::Delegation {
            CentralPanel::default().frame(ground).show(ui, |ui| self.delegation(ctx, session, ui));
            return;
        }
        let ground = ground.inner_margin(Margin { left: 16, right: 16, top: 8, bottom: 0 });
        CentralPanel::default().frame(ground).show(ui, |ui| {
            if let Some(target) = self.scrolled(ctx, session, ui) {
                self.take(ctx, target);
            }
        });
    }

    fn scrolled(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<Target> {
        // The bar of the scroll area floats over the right edge.
        let room = ui.available_size() - vec2(space::S, space::L);
        self.look(ctx, session, room.max(LEAST.into()), ui);
        if self.form == Form::Table {
            self.asked(ctx, session, ui);
            // The table scrolls by itself, both ways.
            return self.draw(ctx, ScrollArea::neither(), ui);
        }
        let page = ScrollArea::vertical().id_salt("small").auto_shrink([false, false]);
        page.show(ui, |ui| {
            ui.set_max_width(room.x);
            let title = self.figure().map(|it| it.title.clone());
            heading(ui, ctx.tokens, title.as_deref().unwrap_or(self.chart.name()));
            self.asked(ctx, session, ui);
            ui.add_space(space::S);
            let key = self.figure().map(|it| it.key);
            let across = ScrollArea::horizontal().id_salt(("figure", key));
            let target = self.draw(ctx, across.auto_shrink([false, true]), ui);
            ui.add_space(space::M);
            if let Some(figure) = self.figure() {
                notes::notes(ui, ctx.tokens, &figure);
            }
            ui.add_space(space::L);
            target
        })
        .inner
    }

    /// What can be chosen in the figure.
    fn asked(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        if self.chart.asks() != Asks::Nothing {
            ui.horizontal_wrapped(|ui| {
                self.choices(ctx.tokens, session, ui);
                if self.chart.needs_ensemble() {
                    self.many(ctx, ui);
                }
            });
        }
    }
}
