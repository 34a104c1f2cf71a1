//! What was opened lately: a row for each file and saved debate.

use eframe::egui::{
    CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::library::Recent;
use crate::app::theme::{Text, paragraph, radius, space};
use crate::app::widgets::focus_ring;

const HEIGHT: f32 = 48.0;

/// Draws the rows.
pub(super) fn recent(ctx: ViewCtx<'_>, recent: &[&Recent], ui: &mut Ui) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        for it in recent {
            if row(ctx, it, ui).clicked() {
                ctx.send(Command::Open(it.source.clone()));
            }
        }
    });
}

fn row(ctx: ViewCtx<'_>, it: &Recent, ui: &mut Ui) -> Response {
    let tokens = ctx.tokens;
    let kind = if it.is_record() { "Saved debate" } else { "Scenario file" };
    let mut parts = vec![kind.to_owned(), it.source.name()];
    parts.extend(it.when.clone());
    let about = parts.join(" · ");
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{}. {about}", it.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let edge = if response.hovered() { tokens.line_strong } else { tokens.line };
    let stroke = Stroke::new(1.0, edge);
    ui.painter().rect(rect, radius::M, tokens.panel, stroke, StrokeKind::Inside);
    let room = rect.width() - 2.0 * space::L;
    let mut top = rect.top() + 5.0;
    for (text, setting, color) in
        [(&it.title, Text::BodyStrong, tokens.text), (&about, Text::Small, tokens.text_weak)]
    {
        let job = paragraph(text, setting, color, (room, 1));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        ui.painter().galley(pos2(rect.left() + space::L, top), galley, color);
        top += setting.line_height();
    }
    focus_ring(ui, tokens, &response, radius::M);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
