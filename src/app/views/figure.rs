//! A figure on screen: its marks painted, what is told under the pointer, and what a click chooses.

use std::sync::Arc;

use eframe::egui::{
    Color32, CursorIcon, Galley, Painter, Pos2, Rect, Role, Sense, Shape as Drawn, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use eframe::epaint::Mesh;

use crate::app::theme::{Text, Tokens, palette, rich, setting, shown, space};
use crate::report::figure::{
    Area, Figure, Ink, Palette, Pen, Point, Setting, Shape, Target, Words, hatching,
};

/// Between the lines of a hatching, in points.
const HATCH_APART: f32 = 6.0;
/// Of a broken line, in points.
const DASH: (f32, f32) = (4.0, 3.0);

/// How wide a line of words is in the fonts of this window.
pub fn width_of(ui: &Ui, text: &str, it: Setting) -> f32 {
    galley(ui.painter(), text, it, Color32::PLACEHOLDER).size().x
}

/// Draws a figure in its own size, and says what was chosen by a click.
pub fn figure(ui: &mut Ui, tokens: &Tokens, it: &Figure) -> Option<Target> {
    let size = vec2(it.size.0, it.size.1);
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    let name = format!("{} {}", it.title, it.summary);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    if ui.is_rect_visible(rect) {
        paint(ui.painter(), &palette(tokens), rect.min, it);
    }
    let point = |place: Pos2| Point { x: place.x - rect.left(), y: place.y - rect.top() };
    let pointed = response.hover_pos().map(point);
    let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten().map(point);
    let response = match pointed.and_then(|place| it.target_at(place)) {
        Some(_) => response.on_hover_cursor(CursorIcon::PointingHand),
        None => response,
    };
    if let Some(told) = pointed.and_then(|place| it.hover_at(place)) {
        response.on_hover_text_at_pointer(told);
    }
    clicked.and_then(|place| it.target_at(place))
}

/// The figure as a sheet of its own: with its question, how it is read, and from what it was made.
pub fn sheet(ui: &mut Ui, tokens: &Tokens, it: &Figure) {
    let margin = vec2(space::XL, space::XL);
    let room = Rect::from_min_size(ui.max_rect().min + margin, sheet_size(it) - 2.0 * margin);
    ui.painter().rect_filled(ui.max_rect(), 0, tokens.background);
    ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(room), |ui| {
        ui.label(rich(&it.title, Text::BodyStrong, tokens.text));
        ui.label(rich(&it.provenance.scenario, Text::Small, tokens.text_weak));
        ui.add_space(space::S);
        figure(ui, tokens, it);
        ui.add_space(space::S);
        let not = format!("It does not show {}", it.does_not_show);
        for words in [&it.how_to_read, &not, &it.provenance.line()] {
            ui.label(rich(words, Text::Small, tokens.text_weak));
        }
    });
}

/// How large a sheet is, in points.
pub fn sheet_size(it: &Figure) -> Vec2 {
    vec2(it.size.0 + 2.0 * space::XL, it.size.1 + 2.0 * space::XL + ROUND_THE_PICTURE)
}

/// Room for the words above and below.
const ROUND_THE_PICTURE: f32 = 176.0;

fn paint(painter: &Painter, palette: &Palette, origin: Pos2, it: &Figure) {
    let brush = Brush { painter, palette, origin };
    for mark in &it.marks {
        brush.draw(&mark.shape);
    }
}

fn galley(painter: &Painter, text: &str, it: Setting, color: Color32) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), setting(it).font(), color)
}

struct Brush<'a> {
    painter: &'a Painter,
    palette: &'a Palette,
    origin: Pos2,
}

impl Brush<'_> {
    fn color(&self, ink: Ink) -> Color32 {
        shown(self.palette.color(ink))
    }

    fn at(&self, point: Point) -> Pos2 {
        pos2(self.origin.x + point.x, self.origin.y + point.y)
    }

    fn rect(&self, area: Area) -> Rect {
        let corner = pos2(self.origin.x + area.x, self.origin.y + area.y);
        Rect::from_min_size(corner, vec2(area.width, area.height))
    }

    fn stroke(&self, pen: Pen) -> Stroke {
        Stroke::new(pen.width, self.color(pen.ink))
    }

    fn draw(&self, shape: &Shape) {
        let painter = self.painter;
        match shape {
            Shape::Rect(area, corner, ink) => {
                painter.rect_filled(self.rect(*area), *corner, self.color(*ink));
            }
            Shape::Frame(area, corner, pen) => {
                let stroke = self.stroke(*pen);
                painter.rect_stroke(self.rect(*area), *corner, stroke, StrokeKind::Middle);
            }
            Shape::Hatch(area, ink) => {
                let stroke = Stroke::new(1.0, self.color(*ink));
                for (from, to) in hatching(*area, HATCH_APART) {
                    painter.line_segment([self.at(from), self.at(to)], stroke);
                }
            }
            Shape::Line(points, pen) => self.line(points, *pen),
            Shape::Band(upper, lower, ink) => self.band(upper, lower, self.color(*ink)),
            Shape::Disc(center, radius, ink) => {
                painter.circle_filled(self.at(*center), *radius, self.color(*ink));
            }
            Shape::Ring(center, radius, pen) => {
                painter.circle_stroke(self.at(*center), *radius, self.stroke(*pen));
            }
            Shape::Words(words) => self.words(words),
            Shape::Touch(_) => {}
        }
    }

    fn line(&self, points: &[Point], pen: Pen) {
        let points: Vec<Pos2> = points.iter().map(|&point| self.at(point)).collect();
        if pen.dashed {
            let (dash, gap) = DASH;
            self.painter.extend(Drawn::dashed_line(&points, self.stroke(pen), dash, gap));
        } else {
            self.painter.line(points, self.stroke(pen));
        }
    }

    /// Strips between the two lines, from place to place.
    fn band(&self, upper: &[Point], lower: &[Point], color: Color32) {
        let mut mesh = Mesh::default();
        for (above, below) in upper.iter().zip(lower) {
            let next = mesh.vertices.len() as u32;
            mesh.colored_vertex(self.at(*above), color);
            mesh.colored_vertex(self.at(*below), color);
            if next > 0 {
                mesh.add_triangle(next - 2, next - 1, next);
                mesh.add_triangle(next - 1, next, next + 1);
            }
        }
        self.painter.add(Drawn::mesh(mesh));
    }

    fn words(&self, it: &Words) {
        let color = self.color(it.ink);
        let galley = galley(self.painter, &it.text, it.setting, color);
        let area = it.area(galley.size().x);
        let top = self.origin.y + it.at.y - galley.size().y / 2.0;
        self.painter.galley(pos2(self.origin.x + area.x, top), galley, color);
    }
}
