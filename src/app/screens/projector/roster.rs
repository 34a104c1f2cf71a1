//! Who has declared or voted what on the text in focus: a list by name, or by count where there
//! are too many names for the back row.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{Tokens, Weight, radius};
use crate::app::widgets::{Stance, paint_icon};

use super::{Pen, Scene, Unit};

/// More names than this are not read from the back row.
const MOST_NAMES: usize = 36;
/// From here on the names stand in two columns.
const ONE_COLUMN: usize = 16;

/// Draws the list.
pub(super) fn roster(tokens: &Tokens, scene: &Scene, (rect, unit): (Rect, Unit), ui: &mut Ui) {
    let mut pen = Pen { ui, rect };
    pen.line("In focus", unit.font(2.2, Weight::Strong), tokens.text_weak);
    pen.skip(unit.of(0.8));
    pen.paragraph(&scene.text, (unit.font(3.6, Weight::Strong), tokens.text), 2);
    pen.skip(unit.of(0.6));
    pen.paragraph(&scene.rule, (unit.font(2.2, Weight::Regular), tokens.text_weak), 2);
    if let Some(result) = &scene.result {
        pen.skip(unit.of(1.0));
        pen.line(result, unit.font(4.0, Weight::Strong), tokens.text);
    }
    pen.skip(unit.of(2.2));
    if scene.is_for_listeners && scene.members.is_empty() {
        let words = "Stances are left out while notes are taken.";
        pen.paragraph(words, (unit.font(2.8, Weight::Regular), tokens.text_weak), 2);
        return;
    }
    let rest = pen.rect;
    let below = counts(tokens, scene, (rest, unit), ui);
    if scene.members.len() <= MOST_NAMES {
        names_in(tokens, scene, (rest.with_min_y(below + unit.of(1.6)), unit), ui);
    }
}

/// The kinds of stance that occur, each with its sign and how many there are; returns where they
/// end.
fn counts(tokens: &Tokens, scene: &Scene, (rect, unit): (Rect, Unit), ui: &Ui) -> f32 {
    let kinds = [
        Stance::InFavor,
        Stance::WithReservations,
        Stance::Opposed,
        Stance::Against,
        Stance::Abstaining,
        Stance::Undeclared,
    ];
    let (side, row) = (unit.of(3.4), unit.of(4.8));
    let (mut x, mut y) = (rect.left(), rect.top());
    for kind in kinds {
        let count = scene.members.iter().filter(|(_, stance)| *stance == kind).count();
        if count == 0 {
            continue;
        }
        let lay = |text: String, font, color| {
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, color))
        };
        let number = lay(count.to_string(), unit.font(3.2, Weight::Strong), tokens.text);
        let word = lay(kind.words().to_owned(), unit.font(2.4, Weight::Regular), tokens.text_weak);
        let width = side + number.size().x + word.size().x + unit.of(1.8);
        if x > rect.left() && x + width > rect.right() {
            (x, y) = (rect.left(), y + row);
        }
        let square = Rect::from_min_size(pos2(x, y), vec2(side, side));
        badge(tokens, (square, kind), ui);
        let middle = square.center().y;
        let at = pos2(square.right() + unit.of(1.0), middle - number.size().y / 2.0);
        let beside = pos2(at.x + number.size().x + unit.of(0.8), middle - word.size().y / 2.0);
        ui.painter().galley(at, number, tokens.text);
        ui.painter().galley(beside, word, tokens.text_weak);
        let place = Rect::from_min_size(square.min, vec2(width, side));
        let words = format!("{count} {}", kind.words());
        let response = ui.interact(place, ui.make_persistent_id(("count", &words)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        x += width + unit.of(2.6);
    }
    y + row
}

fn badge(tokens: &Tokens, (square, stance): (Rect, Stance), ui: &Ui) {
    let painter = ui.painter();
    if let Some(sign) = stance.sign() {
        painter.rect_filled(square, radius::M, stance.color(tokens));
        paint_icon(painter, square.shrink(square.width() * 0.14), sign, tokens.on_stance);
    } else {
        let edge = Stroke::new(1.5, tokens.undeclared);
        painter.rect_stroke(square, radius::M, edge, StrokeKind::Inside);
    }
}

fn names_in(tokens: &Tokens, scene: &Scene, (rect, unit): (Rect, Unit), ui: &Ui) {
    let columns = if scene.members.len() > ONE_COLUMN { 2 } else { 1 };
    let rows = scene.members.len().div_ceil(columns).max(1);
    let step = (rect.height() / rows as f32).min(unit.of(5.0));
    let font = unit.font((step / unit.of(1.0) * 0.62).min(3.1), Weight::Regular);
    let width = rect.width() / columns as f32;
    for (at, (name, stance)) in scene.members.iter().enumerate() {
        let corner = rect.min + vec2((at / rows) as f32 * width, (at % rows) as f32 * step);
        let row = Rect::from_min_size(corner, vec2(width - unit.of(1.0), step));
        let side = step * 0.62;
        let center = pos2(row.left() + side / 2.0, row.center().y);
        let square = Rect::from_center_size(center, vec2(side, side));
        badge(tokens, (square, *stance), ui);
        let mut job = eframe::egui::text::LayoutJob::simple_singleline(
            name.clone(),
            font.clone(),
            tokens.text,
        );
        job.wrap.max_width = row.right() - square.right() - unit.of(1.2);
        job.wrap.max_rows = 1;
        let galley = ui.fonts_mut(|it| it.layout_job(job));
        let top = row.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(square.right() + unit.of(1.2), top), galley, tokens.text);
        let words = format!("{name}, {}", stance.words());
        let response = ui.interact(row, ui.make_persistent_id(("member", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &words));
    }
}
