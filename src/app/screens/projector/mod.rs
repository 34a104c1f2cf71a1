//! The projector view: what is public, in type for the back row.

mod roster;
mod scene;

use eframe::egui::{
    Align, CentralPanel, Color32, FontId, Frame, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2,
    text::LayoutJob, vec2,
};

use crate::app::context::ViewCtx;
use crate::app::theme::{Tokens, Weight, stage_font};
use crate::council::OutcomeId;
use crate::session::Session;

pub(super) use scene::Scene;

/// A hundredth of the height: everything is a multiple of it.
#[derive(Clone, Copy, Debug)]
struct Unit(f32);

impl Unit {
    fn of(self, hundredths: f32) -> f32 {
        self.0 * hundredths
    }

    fn font(self, hundredths: f32, weight: Weight) -> FontId {
        stage_font(self.of(hundredths), weight)
    }
}

/// Draws the view over all the room there is.
pub(super) fn projector(
    ctx: ViewCtx<'_>,
    session: &Session,
    focus: Option<OutcomeId>,
    ui: &mut Ui,
) {
    let scene = Scene::of(session, focus);
    let frame = Frame::new().fill(ctx.tokens.background);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        let unit = Unit(room.height().min(room.width() * 0.66) / 100.0);
        let page = room.shrink2(vec2(unit.of(4.0), unit.of(3.5)));
        let foot = page.with_min_y(page.bottom() - unit.of(3.2));
        let body = page.with_max_y(foot.top() - unit.of(2.5));
        if let Some(words) = session.papers().announced() {
            return announcement(ctx.tokens, words, (body, foot, unit), ui);
        }
        let split = body.left() + body.width() * 0.6;
        let left = body.with_max_x(split - unit.of(2.5));
        let right = body.with_min_x(split + unit.of(2.5));
        ui.painter().vline(split, body.y_range(), (1.0, ctx.tokens.line_strong));
        turn(ctx.tokens, &scene, (left, unit), ui);
        roster::roster(ctx.tokens, &scene, (right, unit), ui);
        let font = unit.font(2.1, Weight::Regular);
        let weak = ctx.tokens.text_weak;
        let mut pen = Pen { ui, rect: foot };
        pen.line("Simulated. A teaching model, not a prediction.", font.clone(), weak);
        let mut pen = Pen { ui, rect: foot };
        pen.right(&scene.place, font, weak);
    });
}

/// What the teacher announces, alone.
fn announcement(tokens: &Tokens, words: &str, (body, foot, unit): (Rect, Rect, Unit), ui: &mut Ui) {
    let mut pen = Pen { ui, rect: body };
    pen.line("Announcement", unit.font(2.4, Weight::Regular), tokens.text_weak);
    pen.skip(unit.of(4.0));
    let font = |size: f32| unit.font(size, Weight::Strong);
    let size = ANNOUNCED.into_iter().find(|&size| pen.fits(words, font(size)));
    let size = size.unwrap_or(ANNOUNCED[ANNOUNCED.len() - 1]);
    let rows = (pen.rect.height() / unit.of(size * 1.25)).floor().max(1.0) as usize;
    pen.paragraph(words, (font(size), tokens.text), rows);
    let mut pen = Pen { ui, rect: foot };
    pen.line("From the teacher", unit.font(2.1, Weight::Regular), tokens.text_weak);
}

/// The sizes of an announcement, in hundredths of the height.
const ANNOUNCED: [f32; 4] = [12.0, 9.0, 7.0, 5.0];

/// What happens at this turn.
fn turn(tokens: &Tokens, scene: &Scene, (rect, unit): (Rect, Unit), ui: &mut Ui) {
    let mut pen = Pen { ui, rect };
    pen.line(&scene.title, unit.font(2.4, Weight::Regular), tokens.text_weak);
    pen.skip(unit.of(4.0));
    pen.paragraph(&scene.who, (unit.font(7.5, Weight::Strong), tokens.text), 2);
    pen.skip(unit.of(0.8));
    pen.paragraph(&scene.role, (unit.font(2.8, Weight::Regular), tokens.text_weak), 2);
    pen.skip(unit.of(4.0));
    let size =
        SIZES.into_iter().find(|&size| pen.fits(&scene.words, unit.font(size, Weight::Regular)));
    let size = size.unwrap_or(SIZES[SIZES.len() - 1]);
    let rows = (pen.rect.height() / unit.of(size * 1.25)).floor().max(1.0) as usize;
    pen.paragraph(&scene.words, (unit.font(size, Weight::Regular), tokens.text), rows);
}

/// The sizes of what is said, in hundredths of the height: the first that fits is taken.
const SIZES: [f32; 5] = [6.4, 5.4, 4.6, 3.8, 3.2];

/// Sets text from the top of a rectangle down, each piece with its name for screen readers.
struct Pen<'a> {
    ui: &'a mut Ui,
    rect: Rect,
}

impl Pen<'_> {
    fn skip(&mut self, height: f32) {
        self.rect.min.y += height;
    }

    /// One row, cut where it is too long.
    fn line(&mut self, text: &str, font: FontId, color: Color32) {
        self.paragraph(text, (font, color), 1);
    }

    fn right(&mut self, text: &str, font: FontId, color: Color32) {
        let galley = self.ui.fonts_mut(|it| it.layout_no_wrap(text.to_owned(), font, color));
        let at = pos2(self.rect.right() - galley.size().x, self.rect.top());
        self.put(text, at, galley);
    }

    fn paragraph(&mut self, text: &str, (font, color): (FontId, Color32), rows: usize) {
        if text.is_empty() {
            return;
        }
        let mut job = LayoutJob::simple(text.to_owned(), font, color, self.rect.width());
        job.wrap.max_rows = rows;
        job.halign = Align::Min;
        let galley = self.ui.fonts_mut(|it| it.layout_job(job));
        let height = galley.size().y;
        self.put(text, self.rect.min, galley);
        self.rect.min.y += height;
    }

    /// Whether all of a paragraph has room.
    fn fits(&self, text: &str, font: FontId) -> bool {
        let (text, width) = (text.to_owned(), self.rect.width());
        let galley = self.ui.fonts_mut(|it| it.layout(text, font, Color32::PLACEHOLDER, width));
        galley.size().y <= self.rect.height()
    }

    fn put(&self, text: &str, at: Pos2, galley: std::sync::Arc<eframe::egui::Galley>) {
        let place = Rect::from_min_size(at, galley.size());
        let id = self.ui.make_persistent_id(("projector", text, at.y as i32));
        let response = self.ui.interact(place, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        self.ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    }
}
