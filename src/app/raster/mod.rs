//! egui's meshes as pixels, on the CPU: pictures of screens without a display.

mod triangle;

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{
    self, ClippedPrimitive, Color32, Context, ImageData, Pos2, RawInput, Rect, TextureFilter,
    TextureId, TexturesDelta, Theme, Ui, Vec2, ViewportId, ViewportInfo, epaint::Primitive,
};

/// Passes after which a screen that still asks to be repainted is taken as it is.
const MOST_PASSES: u32 = 24;
/// Longer than any animation, so that each is finished after one more pass.
const SECONDS_PER_PASS: f64 = 0.3;

/// Pixels, row by row from the top.
#[derive(Clone, Debug)]
pub struct Image {
    pub width: usize,
    pub height: usize,
    /// Premultiplied, as egui paints.
    pub pixels: Vec<Color32>,
}

impl Image {
    /// The bytes a PNG wants: red, green, blue, alpha, not premultiplied.
    pub fn rgba(&self) -> Vec<u8> {
        self.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect()
    }
}

/// Runs egui without a display until the screen is at rest, and paints it; `size` is in points.
pub fn render(
    ctx_setup: impl FnOnce(&Context),
    size: Vec2,
    pixels_per_point: f32,
    theme: Theme,
    mut run_ui: impl FnMut(&mut Ui),
) -> Image {
    let ctx = Context::default();
    ctx.set_theme(theme);
    ctx_setup(&ctx);
    let mut raster = Raster::default();
    let mut shapes = Vec::new();
    for pass in 0..MOST_PASSES {
        let mut output = ctx.run_ui(input(size, pixels_per_point, pass), &mut run_ui);
        raster.apply(&mut output.textures_delta);
        shapes = output.shapes;
        let at_rest = output
            .viewport_output
            .get(&ViewportId::ROOT)
            .is_none_or(|viewport| viewport.repaint_delay.as_secs_f64() > SECONDS_PER_PASS);
        // The first pass has no sizes from a pass before it.
        if at_rest && pass >= 2 {
            break;
        }
    }
    let primitives = ctx.tessellate(shapes, pixels_per_point);
    let pixels = size * pixels_per_point;
    raster.paint(
        [pixels.x.round() as usize, pixels.y.round() as usize],
        pixels_per_point,
        &primitives,
    )
}

fn input(size: Vec2, pixels_per_point: f32, pass: u32) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
        time: Some(f64::from(pass) * SECONDS_PER_PASS),
        focused: false,
        ..RawInput::default()
    };
    let viewport =
        ViewportInfo { native_pixels_per_point: Some(pixels_per_point), ..ViewportInfo::default() };
    input.viewports.insert(ViewportId::ROOT, viewport);
    input
}

#[derive(Clone, Debug)]
struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
    nearest: bool,
}

/// The textures egui has uploaded so far.
#[derive(Clone, Debug, Default)]
pub struct Raster {
    textures: BTreeMap<TextureId, Texture>,
}

impl Raster {
    /// Takes in what changed among the textures, and empties the change.
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        let changed: BTreeMap<_, _> = delta.set.drain().collect();
        for (id, changes) in changed {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                match change.pos {
                    None => {
                        self.textures.insert(
                            id,
                            Texture {
                                width: image.size[0],
                                height: image.size[1],
                                pixels: image.pixels.clone(),
                                nearest: change.options.magnification == TextureFilter::Nearest,
                            },
                        );
                    }
                    Some(at) => {
                        if let Some(texture) = self.textures.get_mut(&id) {
                            texture.patch(at, image);
                        }
                    }
                }
            }
        }
        let freed: BTreeSet<_> = delta.free.drain().collect();
        self.textures.retain(|id, _| !freed.contains(id));
    }

    /// Paints tessellated shapes over transparency; `size` is in pixels.
    pub fn paint(
        &self,
        size: [usize; 2],
        pixels_per_point: f32,
        primitives: &[ClippedPrimitive],
    ) -> Image {
        let [width, height] = size;
        let mut image = Image { width, height, pixels: vec![Color32::TRANSPARENT; width * height] };
        for primitive in primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            let clip = Clip::new(primitive.clip_rect, pixels_per_point, size);
            for corners in mesh.indices.as_chunks::<3>().0 {
                let corners = corners.map(|index| &mesh.vertices[index as usize]);
                triangle::paint(&mut image, texture, corners, pixels_per_point, &clip);
            }
        }
        image
    }
}

impl Texture {
    fn patch(&mut self, [left, top]: [usize; 2], image: &egui::ColorImage) {
        let [width, height] = image.size;
        for row in 0..height {
            let start = (top + row) * self.width + left;
            self.pixels[start..start + width]
                .copy_from_slice(&image.pixels[row * width..][..width]);
        }
    }

    fn at(&self, x: i32, y: i32) -> [f32; 4] {
        let x = (x.max(0) as usize).min(self.width - 1);
        let y = (y.max(0) as usize).min(self.height - 1);
        self.pixels[y * self.width + x].to_array().map(f32::from)
    }

    /// The texel at `(u, v)`, each from 0 to 1, as channels from 0 to 255.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let (x, y) = (u * self.width as f32, v * self.height as f32);
        if self.nearest {
            return self.at(x.floor() as i32, y.floor() as i32);
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_share, low_share) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let nw = self.at(left, top);
        // Text is laid out on whole pixels, so that most samples fall on a texel.
        if right_share.max(low_share) < 1e-3 {
            return nw;
        }
        let (ne, sw, se) =
            (self.at(left + 1, top), self.at(left, top + 1), self.at(left + 1, top + 1));
        std::array::from_fn(|c| {
            let upper = nw[c] + (ne[c] - nw[c]) * right_share;
            let lower = sw[c] + (se[c] - sw[c]) * right_share;
            upper + (lower - upper) * low_share
        })
    }
}

/// The pixels a primitive may touch: from the first up to, not including, the second.
#[derive(Clone, Copy, Debug)]
struct Clip {
    x: [i64; 2],
    y: [i64; 2],
}

impl Clip {
    fn new(rect: Rect, pixels_per_point: f32, [width, height]: [usize; 2]) -> Self {
        let bound = |value: f32, most: usize| {
            (value * pixels_per_point).round().clamp(0.0, most as f32) as i64
        };
        Self {
            x: [bound(rect.min.x, width), bound(rect.max.x, width)],
            y: [bound(rect.min.y, height), bound(rect.max.y, height)],
        }
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{CentralPanel, Frame, Pos2, pos2, vec2};

    use super::*;

    fn picture(paint: impl Fn(&mut Ui)) -> Image {
        render(
            |_| {},
            vec2(40.0, 30.0),
            2.0,
            Theme::Light,
            |ui| {
                CentralPanel::default()
                    .frame(Frame::new().fill(Color32::WHITE))
                    .show(ui, |ui| paint(ui));
            },
        )
    }

    fn at(image: &Image, x: usize, y: usize) -> Color32 {
        image.pixels[y * image.width + x]
    }

    #[test]
    fn a_filled_rectangle_covers_its_pixels_and_no_others() {
        let rect = Rect::from_min_max(pos2(5.0, 5.0), pos2(15.0, 10.0));
        let image = picture(|ui| {
            ui.painter().rect_filled(rect, 0, Color32::BLACK);
        });
        assert_eq!((image.width, image.height), (80, 60));
        assert_eq!(at(&image, 20, 15), Color32::BLACK);
        assert_eq!(at(&image, 0, 0), Color32::WHITE);
        assert_eq!(at(&image, 34, 15), Color32::WHITE);
        assert_eq!(image.rgba().len(), 80 * 60 * 4);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "what is half black is easy to tell")]
    fn triangles_that_meet_draw_the_pixels_between_them_once() {
        let half = Color32::from_black_alpha(128);
        let image = picture(|ui| {
            let mut mesh = egui::Mesh::default();
            mesh.add_colored_rect(
                Rect::from_min_max(Pos2::new(2.3, 1.7), Pos2::new(37.1, 28.9)),
                half,
            );
            ui.painter().add(mesh);
        });
        let seen = at(&image, 40, 30);
        assert!((10..70).all(|x| at(&image, x, 30) == seen && at(&image, x, x.min(50)) == seen));
    }

    #[test]
    fn text_leaves_ink() {
        let image = picture(|ui| {
            ui.label("Hm");
        });
        assert!(image.pixels.iter().any(|pixel| pixel.r() < 120));
    }
}
