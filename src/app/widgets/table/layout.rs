//! Where the placards stand: around the outer edge of a horseshoe that opens downwards.

use eframe::egui::{Context, Pos2, Rect, Vec2, pos2, vec2};

use crate::app::{
    theme::Text,
    widgets::{Face, placard_size},
};

/// A placard's place.
#[derive(Clone, Copy, Debug)]
pub struct SeatPos {
    pub rect: Rect,
    /// Where lines to and from the seat begin, on the table's side of the placard.
    pub anchor: Pos2,
}

/// The wood of the table: an arc between two ellipses, open below.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    pub center: Pos2,
    pub outer: Vec2,
    pub inner: Vec2,
    /// Half of the arc, in radians from the top.
    pub reach: f32,
}

/// Seats, in the order of the names, and the table they stand at.
#[derive(Clone, Debug)]
pub struct Layout {
    pub seats: Vec<SeatPos>,
    pub face: Face,
    pub band: Band,
    /// Room for words within the horseshoe.
    pub inside: Rect,
}

/// From the largest to the smallest way of setting names; the first at which all stand apart is taken.
const FACES: [Face; 8] = [
    face(Text::Large, 420.0, 1, [26.0, 16.0]),
    face(Text::Display, 260.0, 1, [18.0, 12.0]),
    face(Text::Body, 180.0, 1, [14.0, 8.0]),
    face(Text::Body, 120.0, 2, [12.0, 6.0]),
    face(Text::Small, 150.0, 1, [10.0, 6.0]),
    face(Text::Small, 96.0, 2, [8.0, 3.0]),
    face(Text::Small, 94.0, 1, [5.0, 2.0]),
    face(Text::Small, 78.0, 1, [4.0, 1.0]),
];

const fn face(text: Text, text_width: f32, rows: usize, padding: [f32; 2]) -> Face {
    Face { text, text_width, rows, padding: Vec2::new(padding[0], padding[1]) }
}

/// Below this height the largest face would leave no room for words inside the horseshoe.
const ROOM_FOR_DISPLAY: f32 = 1000.0;
/// The same of the face before it: only a very large screen has so much room.
const ROOM_FOR_LARGE: f32 = 1300.0;
/// The glow, the badge and the word "President" reach beyond the placards.
const MARGIN: Vec2 = Vec2::new(12.0, 12.0);
const ABOVE_PRESIDENT: f32 = 18.0;
/// How far a placard stands on the wood.
const ON_TABLE: Vec2 = Vec2::new(14.0, 8.0);
/// Least distance between placards; the second is for the most crowded tables.
const APART: [f32; 2] = [8.0, 2.0];
/// How much sideways steps count less than downward ones when the arc is shared out.
const STRETCHES: [f32; 7] = [1.0, 1.3, 1.7, 2.3, 3.2, 4.5, 6.5];
/// Half arcs to try, in radians: about 112, 122, 132 and 143 degrees.
const REACHES: [f32; 4] = [1.95, 2.13, 2.3, 2.5];
/// A wider table, compared with its depth, no longer looks like a horseshoe.
const WIDEST: f32 = 1.7;
/// Pieces into which an arm is cut to measure it.
const STEPS: usize = 96;

/// Places the seats for these names, measured with the fonts of the context.
pub fn measured(ctx: &Context, rect: Rect, names: &[&str], president: usize) -> Layout {
    layout(rect, names, president, &mut |name, face| placard_size(ctx, name, face))
}

/// Places one seat per name: the President at the top centre, the following names clockwise.
pub fn layout(
    rect: Rect,
    names: &[&str],
    president: usize,
    measure: &mut dyn FnMut(&str, Face) -> Vec2,
) -> Layout {
    let faces = match rect.height() {
        height if height < ROOM_FOR_DISPLAY => &FACES[2..],
        height if height < ROOM_FOR_LARGE => &FACES[1..],
        _ => &FACES[..],
    };
    if names.is_empty() {
        return bare(rect);
    }
    let mut last = None;
    for face in faces {
        let sizes: Vec<Vec2> = names.iter().map(|name| measure(name, *face)).collect();
        for apart in APART {
            for reach in REACHES {
                let arc = Arc::new(rect, &sizes, reach).widened(rect, &sizes, president);
                for stretch in STRETCHES {
                    let seats = arc.seats(&sizes, president, stretch);
                    let placard = if apart < APART[0] { alone } else { with_badge };
                    let fits = stand_apart(&seats, apart, placard)
                        && seats.iter().all(|seat| rect.contains_rect(seat.rect));
                    let found =
                        Layout { seats, face: *face, band: arc.band(), inside: arc.inside(rect) };
                    if fits {
                        return found;
                    }
                    last = Some(found);
                }
            }
        }
    }
    last.unwrap_or_else(|| bare(rect))
}

/// The table alone.
fn bare(rect: Rect) -> Layout {
    let band = Arc::new(rect, &[], REACHES[0]).band();
    Layout { seats: Vec::new(), face: FACES[2], band, inside: rect }
}

/// Whether no two placards touch, each as large as `placard` makes it.
fn stand_apart(seats: &[SeatPos], apart: f32, placard: fn(Rect) -> Rect) -> bool {
    let room = |seat: &SeatPos| placard(seat.rect).expand(apart / 2.0);
    seats
        .iter()
        .enumerate()
        .all(|(i, seat)| seats[i + 1..].iter().all(|other| !room(seat).intersects(room(other))))
}

/// A placard of a crowded table, whose sign may touch a neighbour.
const fn alone(rect: Rect) -> Rect {
    rect
}

/// A placard with the sign at its upper right corner, which any placard may come to bear.
fn with_badge(rect: Rect) -> Rect {
    Rect::from_min_max(rect.min - vec2(0.0, 6.0), rect.max + vec2(4.0, 0.0))
}

/// How far along its arm each seat is, from 0 at the President to 1; higher placards get more of it.
fn shares(arm: &[usize], sizes: &[Vec2]) -> Vec<f32> {
    let mut reached = 0.0;
    let mut places = vec![0.0];
    for pair in arm.windows(2) {
        reached += f32::midpoint(sizes[pair[0]].y, sizes[pair[1]].y) + APART[0];
        places.push(reached);
    }
    // The shorter arm of an even table is spread over its whole length: both end at one height.
    places.iter().map(|place| place / reached.max(1.0)).collect()
}

/// The outer edge of the table.
struct Arc {
    center: Pos2,
    radii: Vec2,
    reach: f32,
    largest: Vec2,
}

impl Arc {
    fn new(rect: Rect, sizes: &[Vec2], reach: f32) -> Self {
        let largest = sizes.iter().fold(vec2(60.0, 20.0), |most, size| most.max(*size));
        let beyond = largest - ON_TABLE;
        let room = rect.shrink2(MARGIN);
        let below = -reach.cos();
        let height = room.height() - ABOVE_PRESIDENT - beyond.y;
        let ry = ((height - beyond.y - ON_TABLE.y) / (1.0 + below)).max(40.0);
        let rx = (room.width() / 2.0 - beyond.x).min(WIDEST * ry).max(40.0);
        let center = pos2(room.center().x, room.top() + ABOVE_PRESIDENT + beyond.y + ry);
        Self { center, radii: vec2(rx, ry), reach, largest }
    }

    /// Long names often stand at the top, so that the sides may have more room than was kept.
    fn widened(mut self, rect: Rect, sizes: &[Vec2], president: usize) -> Self {
        let room = rect.shrink2(MARGIN);
        let slack = self
            .seats(sizes, president, STRETCHES[1])
            .iter()
            .map(|seat| (room.right() - seat.rect.right()).min(seat.rect.left() - room.left()))
            .fold(f32::INFINITY, f32::min);
        if slack.is_finite() {
            // A little is kept back: the seats move once more when the table is wider.
            self.radii.x = (self.radii.x + 0.8 * slack).min(WIDEST * self.radii.y);
        }
        self
    }

    fn edge(&self, angle: f32) -> Pos2 {
        let (sin, cos) = angle.sin_cos();
        self.center + vec2(sin, -cos) * self.radii
    }

    fn seat(&self, angle: f32, size: Vec2) -> SeatPos {
        let (sin, cos) = angle.sin_cos();
        let out = vec2(sin, -cos);
        let center = self.edge(angle) + out * (size / 2.0 - ON_TABLE);
        let rect = Rect::from_center_size(center.round(), size);
        SeatPos { rect, anchor: rect.center() - out * size / 2.0 }
    }

    /// Angles at equal distances along one arm, when sideways steps are shortened by `stretch`.
    fn seats(&self, sizes: &[Vec2], president: usize, stretch: f32) -> Vec<SeatPos> {
        let count = sizes.len();
        let middle = self.radii + (self.largest / 2.0 - ON_TABLE).max(Vec2::ZERO);
        let place = |step: usize| {
            let (sin, cos) = (self.reach * step as f32 / STEPS as f32).sin_cos();
            vec2(sin * middle.x / stretch, -cos * middle.y)
        };
        let mut lengths = vec![0.0_f32];
        for step in 1..=STEPS {
            lengths.push(lengths[step - 1] + (place(step) - place(step - 1)).length());
        }
        let total = lengths[STEPS];
        let angle_at = |share: f32| {
            let wanted = total * share;
            let step = lengths.partition_point(|length| *length < wanted).min(STEPS);
            if step == 0 {
                return 0.0;
            }
            let part = (wanted - lengths[step - 1])
                / (lengths[step] - lengths[step - 1]).max(f32::EPSILON);
            self.reach * (step as f32 - 1.0 + part.min(1.0)) / STEPS as f32
        };
        let right: Vec<usize> = (0..=count / 2).map(|slot| (president + slot) % count).collect();
        let left: Vec<usize> =
            (0..count.div_ceil(2)).map(|slot| (president + count - slot) % count).collect();
        let mut angles = vec![0.0; count];
        for (side, arm) in [(1.0, &right), (-1.0, &left)] {
            let shares = shares(arm, sizes);
            for (index, share) in arm.iter().zip(shares) {
                angles[*index] = side * angle_at(share);
            }
        }
        angles.iter().zip(sizes).map(|(angle, size)| self.seat(*angle, *size)).collect()
    }

    fn band(&self) -> Band {
        let thickness = (self.radii.y * 0.17).clamp(22.0, 72.0);
        Band {
            center: self.center,
            outer: self.radii,
            inner: (self.radii - vec2(thickness, thickness)).max(vec2(10.0, 10.0)),
            reach: self.reach + 14.0 / self.radii.length(),
        }
    }

    fn inside(&self, rect: Rect) -> Rect {
        let inner = self.band().inner;
        let half_width = inner.x * 0.82;
        Rect::from_min_max(
            pos2(self.center.x - half_width, self.center.y - inner.y * 0.62),
            pos2(self.center.x + half_width, rect.bottom() - MARGIN.y),
        )
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::RawInput;

    use super::*;
    use crate::app::theme::{Motion, apply};

    const NAMES: [&str; 30] = [
        "Algeria",
        "Bosnia and Herzegovina",
        "China",
        "Côte d’Ivoire",
        "Democratic People’s Republic of Korea",
        "Ecuador",
        "Equatorial Guinea",
        "France",
        "Guyana",
        "Iran (Islamic Republic of)",
        "Japan",
        "Kazakhstan",
        "Liechtenstein",
        "Malta",
        "Mozambique",
        "Netherlands",
        "Papua New Guinea",
        "Republic of Korea",
        "Russian Federation",
        "Saint Vincent and the Grenadines",
        "Sierra Leone",
        "Slovenia",
        "Switzerland",
        "Syrian Arab Republic",
        "Türkiye",
        "United Arab Emirates",
        "United Kingdom",
        "United States",
        "Venezuela (Bolivarian Republic of)",
        "Viet Nam",
    ];

    /// Names spread over the alphabet, and the place of the President among them.
    fn council(members: usize) -> (Vec<&'static str>, usize) {
        let names: Vec<&str> = (0..members).map(|i| NAMES[i * NAMES.len() / members]).collect();
        let president = members * 3 / 5;
        (names, president)
    }

    fn with_fonts(check: impl Fn(&Context)) {
        let ctx = Context::default();
        apply(&ctx, Motion::Reduced);
        let mut output = ctx.run_ui(RawInput::default(), |ui| check(ui.ctx()));
        output.textures_delta.clear();
    }

    #[test]
    fn placards_stand_apart_and_within_the_room() {
        with_fonts(|ctx| {
            for (width, height) in
                [(700.0, 400.0), (760.0, 430.0), (1300.0, 700.0), (2600.0, 1500.0)]
            {
                let rect = Rect::from_min_size(pos2(240.0, 48.0), vec2(width, height));
                for members in 5..=30 {
                    let (names, president) = council(members);
                    let found = measured(ctx, rect, &names, president);
                    assert_eq!(found.seats.len(), members);
                    assert!(
                        stand_apart(&found.seats, 0.0, alone),
                        "{members} at {width} by {height}"
                    );
                    for (seat, name) in found.seats.iter().zip(&names) {
                        assert!(
                            rect.contains_rect(seat.rect),
                            "{name} of {members} at {width} by {height}"
                        );
                    }
                }
            }
        });
    }

    #[test]
    fn the_council_of_fifteen_is_set_in_body_text_at_the_smallest_window() {
        with_fonts(|ctx| {
            let rect = Rect::from_min_size(Pos2::ZERO, vec2(740.0, 430.0));
            let (names, president) = council(15);
            assert_eq!(measured(ctx, rect, &names, president).face.text, Text::Body);
        });
    }

    #[test]
    fn the_president_sits_at_the_top_and_the_next_members_clockwise() {
        with_fonts(|ctx| {
            let rect = Rect::from_min_size(Pos2::ZERO, vec2(760.0, 430.0));
            let (names, president) = council(15);
            let seats = measured(ctx, rect, &names, president).seats;
            let center = |index: usize| seats[index].rect.center();
            assert!((center(president).x - rect.center().x).abs() <= 1.0);
            assert!((0..15).all(|index| center(index).y >= center(president).y));
            assert!(center(president + 1).x > center(president).x);
            assert!(center(president - 1).x < center(president).x);
        });
    }

    #[test]
    fn a_table_without_seats_is_no_error() {
        with_fonts(|ctx| {
            let rect = Rect::from_min_size(Pos2::ZERO, vec2(300.0, 200.0));
            assert!(measured(ctx, rect, &[], 0).seats.is_empty());
            assert_eq!(measured(ctx, rect, &["Malta"], 0).seats.len(), 1);
        });
    }
}
