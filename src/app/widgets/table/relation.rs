//! Lines from one seat to another, and the wood beneath them.

use eframe::egui::{Color32, Mesh, Painter, Pos2, Shape, Stroke, Vec2, pos2, vec2};

use crate::app::theme::Tokens;

use super::layout::{Band, SeatPos};

/// What a line between two delegations says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A solid line in blue.
    Commends,
    /// A dashed line in orange.
    Criticizes,
}

impl Tone {
    /// The hue of its line.
    pub fn color(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Commends => tokens.in_favor,
            Self::Criticizes => tokens.against,
        }
    }
}

/// Paints the table.
pub fn paint_wood(painter: &Painter, tokens: &Tokens, band: &Band) {
    const STEPS: u32 = 120;
    let mut mesh = Mesh::default();
    let mut outline = [Vec::new(), Vec::new()];
    for step in 0..=STEPS {
        let angle = band.reach * (2.0 * step as f32 / STEPS as f32 - 1.0);
        let (sin, cos) = angle.sin_cos();
        for (side, radii) in [band.outer, band.inner].into_iter().enumerate() {
            let point = band.center + vec2(sin, -cos) * radii;
            mesh.colored_vertex(point, tokens.table);
            outline[side].push(point);
        }
        if step > 0 {
            let first = 2 * (step - 1);
            mesh.add_triangle(first, first + 1, first + 2);
            mesh.add_triangle(first + 1, first + 3, first + 2);
        }
    }
    painter.add(Shape::mesh(mesh));
    // The edge also smooths the mesh, which has no feathering of its own.
    let [outer, mut inner] = outline;
    inner.reverse();
    let edge = outer.into_iter().chain(inner).collect();
    painter.add(Shape::closed_line(edge, Stroke::new(1.5, tokens.table_edge)));
}

/// Paints a curved line with an arrow head, bent towards the middle of the table.
pub fn paint_relation(
    painter: &Painter,
    tokens: &Tokens,
    ends: [&SeatPos; 2],
    middle: Pos2,
    tone: Tone,
) {
    let [from, to] = ends.map(|seat| seat.anchor);
    let between = from + (to - from) / 2.0;
    // A long line needs little bend to stay within the table; neighbours need more to be seen at all.
    let length = (to - from).length();
    let bend = (14.0 + 40.0 * (1.0 - length / 500.0)).max(0.07 * length);
    let control = between + (middle - between).normalized() * bend;
    let to = to + (control - to).normalized() * 5.0;
    let points: Vec<Pos2> =
        (0..=40).map(|step| bezier([from, control, to], step as f32 / 40.0)).collect();
    let color = tone.color(tokens);
    let stroke = Stroke::new(1.75, color);
    match tone {
        Tone::Commends => {
            painter.add(Shape::line(points, stroke));
        }
        Tone::Criticizes => {
            painter.extend(Shape::dashed_line(&points, stroke, 7.0, 5.0));
        }
    }
    painter.circle_filled(from, 3.0, color);
    arrow_head(painter, to, (to - control).normalized(), color);
}

fn bezier([a, b, c]: [Pos2; 3], t: f32) -> Pos2 {
    let (s, ss, tt) = (1.0 - t, (1.0 - t) * (1.0 - t), t * t);
    pos2(ss * a.x + 2.0 * s * t * b.x + tt * c.x, ss * a.y + 2.0 * s * t * b.y + tt * c.y)
}

fn arrow_head(painter: &Painter, tip: Pos2, along: Vec2, color: Color32) {
    let back = tip - along * 9.0;
    let side = along.rot90() * 4.5;
    painter.add(Shape::convex_polygon(vec![tip, back + side, back - side], color, Stroke::NONE));
}
