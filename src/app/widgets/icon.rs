//! Icons drawn with lines, so that no glyph can be missing.

use std::f32::consts::{PI, TAU};

use eframe::egui::{
    Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::app::theme::{Tokens, radius, size};

use super::focus_ring;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Play,
    Pause,
    StepForward,
    StepBack,
    ToStart,
    ToEnd,
    Check,
    Speaking,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    Search,
    Copy,
    Sun,
    Moon,
    Folder,
    Warning,
    Info,
    Close,
    Plus,
    Minus,
    PlusMinus,
    Ring,
    Branch,
}

/// A pen over a square of 16 by 16 units.
struct Pen<'a> {
    painter: &'a Painter,
    square: Rect,
    color: Color32,
}

impl Pen<'_> {
    fn unit(&self) -> f32 {
        self.square.width() / 16.0
    }

    fn stroke(&self) -> Stroke {
        Stroke::new((1.6 * self.unit()).max(1.2), self.color)
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.square.min + vec2(x, y) * self.unit()
    }

    fn line(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|point| self.at(*point)).collect();
        self.painter.add(Shape::line(points, self.stroke()));
    }

    fn shape(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|point| self.at(*point)).collect();
        self.painter.add(Shape::convex_polygon(points, self.color, Stroke::NONE));
    }

    fn bar(&self, x: f32, y: [f32; 2], width: f32) {
        self.shape(&[(x, y[0]), (x + width, y[0]), (x + width, y[1]), (x, y[1])]);
    }

    fn circle(&self, center: (f32, f32), r: f32) {
        self.painter.circle_stroke(self.at(center), r * self.unit(), self.stroke());
    }

    fn dot(&self, center: (f32, f32), r: f32) {
        self.painter.circle_filled(self.at(center), r * self.unit(), self.color);
    }

    fn frame(&self, min: (f32, f32), max: (f32, f32)) {
        let rect = Rect::from_min_max(self.at(min), self.at(max));
        self.painter.rect_stroke(rect, 1.5 * self.unit(), self.stroke(), StrokeKind::Middle);
    }
}

/// Paints an icon in the largest square in the middle of `rect`.
pub fn paint_icon(painter: &Painter, rect: Rect, icon: Icon, color: Color32) {
    let side = rect.width().min(rect.height());
    let square = Rect::from_center_size(rect.center(), vec2(side, side));
    let pen = Pen { painter, square, color };
    match icon {
        Icon::Play
        | Icon::Pause
        | Icon::StepForward
        | Icon::StepBack
        | Icon::ToStart
        | Icon::ToEnd => {
            transport(&pen, icon);
        }
        Icon::Plus | Icon::Minus | Icon::PlusMinus => sign(&pen, icon),
        Icon::Ring => pen.circle((8.0, 8.0), 3.6),
        Icon::Check => pen.line(&[(3.5, 8.5), (6.8, 11.7), (12.6, 4.8)]),
        Icon::Speaking => {
            pen.bar(2.5, [6.0, 10.0], 2.2);
            pen.bar(6.9, [3.0, 13.0], 2.2);
            pen.bar(11.3, [5.0, 11.0], 2.2);
        }
        Icon::ChevronDown => pen.line(&[(4.0, 6.2), (8.0, 10.2), (12.0, 6.2)]),
        Icon::ChevronUp => pen.line(&[(4.0, 9.8), (8.0, 5.8), (12.0, 9.8)]),
        Icon::ChevronRight => pen.line(&[(6.2, 4.0), (10.2, 8.0), (6.2, 12.0)]),
        Icon::Close => {
            pen.line(&[(4.2, 4.2), (11.8, 11.8)]);
            pen.line(&[(11.8, 4.2), (4.2, 11.8)]);
        }
        Icon::Search => {
            pen.circle((7.0, 7.0), 4.3);
            pen.line(&[(10.2, 10.2), (13.8, 13.8)]);
        }
        _ => thing(&pen, icon),
    }
}

fn transport(pen: &Pen<'_>, icon: Icon) {
    match icon {
        Icon::Pause => {
            pen.bar(4.0, [3.0, 13.0], 3.0);
            pen.bar(9.0, [3.0, 13.0], 3.0);
        }
        Icon::StepForward => {
            pen.shape(&[(3.5, 3.5), (10.5, 8.0), (3.5, 12.5)]);
            pen.bar(11.0, [3.5, 12.5], 1.8);
        }
        Icon::StepBack => {
            pen.shape(&[(12.5, 3.5), (5.5, 8.0), (12.5, 12.5)]);
            pen.bar(3.2, [3.5, 12.5], 1.8);
        }
        Icon::ToStart => {
            pen.shape(&[(14.6, 4.0), (9.0, 8.0), (14.6, 12.0)]);
            pen.shape(&[(9.2, 4.0), (3.6, 8.0), (9.2, 12.0)]);
            pen.bar(1.4, [4.0, 12.0], 1.8);
        }
        Icon::ToEnd => {
            pen.shape(&[(1.4, 4.0), (7.0, 8.0), (1.4, 12.0)]);
            pen.shape(&[(6.8, 4.0), (12.4, 8.0), (6.8, 12.0)]);
            pen.bar(12.8, [4.0, 12.0], 1.8);
        }
        _ => pen.shape(&[(4.5, 2.6), (13.5, 8.0), (4.5, 13.4)]),
    }
}

fn sign(pen: &Pen<'_>, icon: Icon) {
    let (middle, low) = if icon == Icon::PlusMinus { (6.3, 13.2) } else { (8.0, 8.0) };
    pen.bar(3.2, [low - 0.95, low + 0.95], 9.6);
    if icon != Icon::Minus {
        pen.bar(3.2, [middle - 0.95, middle + 0.95], 9.6);
        pen.bar(7.05, [middle - 4.4, middle + 4.4], 1.9);
    }
}

fn thing(pen: &Pen<'_>, icon: Icon) {
    match icon {
        Icon::Copy => {
            pen.frame((5.5, 5.5), (13.5, 13.5));
            pen.line(&[(10.5, 2.5), (3.6, 2.5), (2.5, 3.6), (2.5, 10.5)]);
        }
        Icon::Sun => {
            pen.circle((8.0, 8.0), 2.9);
            for ray in 0..8 {
                let (sin, cos) = (TAU * ray as f32 / 8.0).sin_cos();
                pen.line(&[(8.0 + cos * 5.2, 8.0 + sin * 5.2), (8.0 + cos * 7.0, 8.0 + sin * 7.0)]);
            }
        }
        Icon::Moon => {
            let arc = |center: (f32, f32), r: f32, from: f32, to: f32| {
                (0..=14).map(move |i| {
                    let (sin, cos) = (from + (to - from) * i as f32 / 14.0).sin_cos();
                    (center.0 + r * cos, center.1 + r * sin)
                })
            };
            let far = arc((8.0, 8.0), 5.8, 0.1 * PI, 1.4 * PI);
            let near = arc((10.6, 5.6), 4.6, 1.26 * PI, 0.24 * PI);
            pen.line(&far.chain(near).collect::<Vec<_>>());
        }
        Icon::Folder => pen.line(&[
            (2.0, 12.8),
            (2.0, 3.4),
            (6.4, 3.4),
            (8.0, 5.4),
            (14.0, 5.4),
            (14.0, 12.8),
            (2.0, 12.8),
            (2.0, 12.0),
        ]),
        Icon::Branch => {
            pen.circle((4.5, 12.5), 1.8);
            pen.circle((4.5, 3.5), 1.8);
            pen.circle((11.5, 5.5), 1.8);
            pen.line(&[(4.5, 5.3), (4.5, 10.7)]);
            pen.line(&[(4.5, 10.0), (6.0, 8.6), (10.0, 8.2), (11.3, 7.3)]);
        }
        Icon::Info => {
            pen.circle((8.0, 8.0), 6.2);
            pen.line(&[(8.0, 7.4), (8.0, 11.4)]);
            pen.dot((8.0, 4.9), 1.0);
        }
        _ => {
            pen.line(&[(8.0, 2.2), (14.4, 13.4), (1.6, 13.4), (8.0, 2.2), (8.4, 2.9)]);
            pen.line(&[(8.0, 6.4), (8.0, 9.6)]);
            pen.dot((8.0, 11.4), 0.95);
        }
    }
}

/// A square button with an icon; `name` is read out and shown as its tooltip.
pub fn icon_button(ui: &mut Ui, tokens: &Tokens, icon: Icon, name: &str) -> Response {
    tall_icon_button(ui, tokens, icon, (name, size::CONTROL))
}

/// The same in a row of buttons that are higher than usual.
pub(super) fn tall_icon_button(
    ui: &mut Ui,
    tokens: &Tokens,
    icon: Icon,
    (name, height): (&str, f32),
) -> Response {
    let (room, response) = ui.allocate_exact_size(vec2(size::CONTROL, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let rect = Rect::from_center_size(room.center(), vec2(size::CONTROL, size::CONTROL));
    if response.hovered() || response.is_pointer_button_down_on() {
        ui.painter().rect_filled(rect, radius::M, tokens.hover);
    }
    let color = if ui.is_enabled() { tokens.text } else { tokens.line_strong };
    let square = Rect::from_center_size(rect.center(), vec2(size::ICON, size::ICON));
    paint_icon(ui.painter(), square, icon, color);
    focus_ring(ui, tokens, &response, radius::M);
    response.on_hover_text(name)
}

/// The middle of a rectangle rounded to whole points, so that small signs stay sharp.
pub(super) fn sharp_center(rect: Rect) -> Pos2 {
    pos2(rect.center().x.round(), rect.center().y.round())
}
