//! The list of figures, how much of the debate they show, and where they can be saved.

use std::sync::Arc;

use eframe::egui::{Frame, Margin, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::command::{Command, FileKind};
use crate::app::context::ViewCtx;
use crate::app::theme::{Text, Tokens, radius, rich, space};
use crate::app::widgets::{focus_ring, link, section};
use crate::report::charts::Chart;
use crate::session::Session;

use super::Analysis;

const ROW: f32 = 34.0;
/// Room for what stands below the list.
const FOOT: f32 = 112.0;

impl Analysis {
    /// Draws the list.
    pub(super) fn list(&mut self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.add_space(space::L);
        ui.spacing_mut().item_spacing.y = 2.0;
        for chart in Chart::ALL {
            if row(ui, ctx.tokens, chart.name(), chart == self.chart).clicked() {
                self.chart = chart;
            }
        }
        ui.add_space((ui.available_height() - FOOT).max(space::L));
        Frame::new().inner_margin(Margin::symmetric(20, 0)).show(ui, |ui| {
            self.foot(ctx, session, ui);
        });
    }

    fn foot(&self, ctx: ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let turn = format!("Turn {} of {}", session.cursor(), session.turns().len());
        ui.label(rich(turn, Text::Small, ctx.tokens.text_weak));
        ui.add_space(space::S);
        section(ui, ctx.tokens, "Save this figure", None);
        let Some(folder) = ctx.library.exports() else {
            let words = "There is no folder to save in.";
            ui.label(rich(words, Text::Small, ctx.tokens.text_weak));
            return;
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            self.kinds(ctx, ui);
        });
        ui.label(rich("in your folder “exports”", Text::Small, ctx.tokens.text_weak))
            .on_hover_text(folder.display().to_string());
    }
}

impl Analysis {
    /// The kinds of file in which the figure can be saved.
    fn kinds(&self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        let figure = self.figure();
        ui.add_enabled_ui(figure.is_some(), |ui| {
            for (words, kind) in
                [("PNG", FileKind::Png), ("SVG", FileKind::Svg), ("CSV", FileKind::Csv)]
            {
                let asked = link(ui, ctx.tokens, words).clicked();
                if let Some(figure) = figure.as_ref().filter(|_| asked) {
                    ctx.send(Command::SaveFigure(Arc::clone(figure), kind));
                }
            }
        });
    }

    /// The same behind a button, where the list of figures has no room.
    pub(super) fn save(&self, ctx: ViewCtx<'_>, ui: &mut Ui) {
        if ctx.library.exports().is_some() {
            ui.menu_button(rich("Save", Text::Body, ctx.tokens.text), |ui| self.kinds(ctx, ui));
        }
    }
}

fn row(ui: &mut Ui, tokens: &Tokens, name: &str, is_chosen: bool) -> Response {
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_chosen, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_chosen));
    let ground = rect.shrink2(vec2(space::S, 1.0));
    if is_chosen {
        ui.painter().rect_filled(ground, radius::M, tokens.selection);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, radius::M, tokens.hover);
    }
    let (setting, color) =
        if is_chosen { (Text::BodyStrong, tokens.text) } else { (Text::Body, tokens.text_weak) };
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(name.to_owned(), setting.font(), color));
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + 20.0, top), galley, color);
    let ring = Response { rect: ground.shrink(2.0), ..response.clone() };
    focus_ring(ui, tokens, &ring, radius::M);
    response
}
