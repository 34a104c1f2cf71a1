//! One triangle: rows of pixels between its edges, each drawn exactly once where triangles meet.

use eframe::egui::{Color32, epaint::Vertex};

use super::{Clip, Image, Texture};

/// Positions are whole numbers of 1/256 of a pixel, so that edges are exact.
const SUBPIXELS: i64 = 256;

/// An edge function `across * x + down * y + offset`, not negative inside the triangle.
#[derive(Clone, Copy)]
struct Edge {
    across: i64,
    down: i64,
    offset: i64,
    /// Top and left edges own the pixels on them; the others do not.
    bias: i64,
}

impl Edge {
    fn new(from: [i64; 2], to: [i64; 2]) -> Self {
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        Self {
            across: -dy,
            down: dx,
            offset: dy * from[0] - dx * from[1],
            bias: if dy < 0 || (dy == 0 && dx > 0) { 0 } else { -1 },
        }
    }

    /// The value at the centre of a pixel.
    fn at(self, x: i64, y: i64) -> i64 {
        let centre = |pixel: i64| pixel * SUBPIXELS + SUBPIXELS / 2;
        self.across * centre(x) + self.down * centre(y) + self.offset
    }

    /// Narrows the columns of a row to those inside this edge.
    fn narrow(self, y: i64, columns: &mut [i64; 2]) {
        let start = self.at(0, y) + self.bias;
        let step = self.across * SUBPIXELS;
        if step > 0 {
            // The first x with start + x * step >= 0.
            columns[0] = columns[0].max((-start + step - 1).div_euclid(step));
        } else if step < 0 {
            columns[1] = columns[1].min(start.div_euclid(-step) + 1);
        } else if start < 0 {
            columns[1] = columns[0];
        }
    }
}

/// Paints one triangle of a mesh.
pub(super) fn paint(
    image: &mut Image,
    texture: &Texture,
    vertices: [&Vertex; 3],
    scale: f32,
    clip: &Clip,
) {
    let fixed = |value: f32| (value * scale * SUBPIXELS as f32).round() as i64;
    let mut v = vertices;
    let mut p = v.map(|vertex| [fixed(vertex.pos.x), fixed(vertex.pos.y)]);
    let double_area = |p: &[[i64; 2]; 3]| {
        (p[1][0] - p[0][0]) * (p[2][1] - p[0][1]) - (p[1][1] - p[0][1]) * (p[2][0] - p[0][0])
    };
    if double_area(&p) < 0 {
        p.swap(1, 2);
        v.swap(1, 2);
    }
    let area = double_area(&p);
    if area == 0 {
        return;
    }
    let edges = [Edge::new(p[1], p[2]), Edge::new(p[2], p[0]), Edge::new(p[0], p[1])];
    let span = |axis: usize, bounds: [i64; 2]| {
        let [a, b, c] = p.map(|point| point[axis]);
        let first = a.min(b).min(c).div_euclid(SUBPIXELS).max(bounds[0]);
        let last = (a.max(b).max(c).div_euclid(SUBPIXELS) + 1).min(bounds[1]);
        [first, last]
    };
    let [left, right] = span(0, clip.x);
    let [top, bottom] = span(1, clip.y);
    let ink = Ink::new(texture, v, edges, area);
    for y in top..bottom {
        let mut columns = [left, right];
        for edge in edges {
            edge.narrow(y, &mut columns);
        }
        if columns[0] < columns[1] {
            let start = y as usize * image.width;
            let row = &mut image.pixels[start + columns[0] as usize..start + columns[1] as usize];
            ink.paint_row(row, columns[0], y);
        }
    }
}

/// What a triangle is filled with.
struct Ink<'a> {
    texture: &'a Texture,
    edges: [Edge; 3],
    /// Colour (0 to 1 of what the texture gives) and texture place at each corner.
    corners: [[f32; 6]; 3],
    per_area: f32,
    flat: Option<[f32; 4]>,
}

impl<'a> Ink<'a> {
    fn new(texture: &'a Texture, v: [&Vertex; 3], edges: [Edge; 3], area: i64) -> Self {
        let corners = v.map(|vertex| {
            let [r, g, b, a] = vertex.color.to_array().map(|channel| f32::from(channel) / 255.0);
            [r, g, b, a, vertex.uv.x, vertex.uv.y]
        });
        let same_place = v[0].uv == v[1].uv && v[1].uv == v[2].uv;
        let same_color = v[0].color == v[1].color && v[1].color == v[2].color;
        let flat = (same_place && same_color).then(|| {
            let texel = texture.sample(v[0].uv.x, v[0].uv.y);
            std::array::from_fn(|c| corners[0][c] * texel[c])
        });
        Self { texture, edges, corners, per_area: 1.0 / area as f32, flat }
    }

    fn paint_row(&self, row: &mut [Color32], x: i64, y: i64) {
        if let Some(color) = self.flat {
            if color[3] >= 254.5 {
                row.fill(rounded(color));
            } else {
                for pixel in row {
                    *pixel = over(color, *pixel);
                }
            }
            return;
        }
        let weights = self.edges.map(|edge| edge.at(x, y) as f32 * self.per_area);
        let steps = self.edges.map(|edge| (edge.across * SUBPIXELS) as f32 * self.per_area);
        let mix = |w: &[f32; 3], i: usize| {
            w[0] * self.corners[0][i] + w[1] * self.corners[1][i] + w[2] * self.corners[2][i]
        };
        let mut value: [f32; 6] = std::array::from_fn(|i| mix(&weights, i));
        let step: [f32; 6] = std::array::from_fn(|i| mix(&steps, i));
        let place_is_fixed =
            step[4] == 0.0 && step[5] == 0.0 && self.corners[0][4..] == self.corners[1][4..];
        let mut texel = self.texture.sample(value[4], value[5]);
        for pixel in row {
            if !place_is_fixed {
                texel = self.texture.sample(value[4], value[5]);
            }
            if texel[3] > 0.0 || texel[0] > 0.0 {
                *pixel = over(std::array::from_fn(|c| value[c] * texel[c]), *pixel);
            }
            for (value, step) in value.iter_mut().zip(step) {
                *value += step;
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a pixel is worked out, not chosen")]
fn rounded(color: [f32; 4]) -> Color32 {
    // Adding one half and cutting is rounding: no channel is negative.
    let [r, g, b, a] = color.map(|channel| (channel + 0.5) as u8);
    Color32::from_rgba_premultiplied(r, g, b, a)
}

/// Premultiplied blending, as on the graphics card.
fn over(source: [f32; 4], below: Color32) -> Color32 {
    let keep = 1.0 - source[3] / 255.0;
    let below = below.to_array();
    rounded(std::array::from_fn(|c| source[c] + f32::from(below[c]) * keep))
}
