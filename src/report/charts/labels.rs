//! Where names stand beside their points, so that none lies on another or on a point.

use crate::report::figure::{Area, Point, at};

/// A name that looks for its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// The point it belongs to.
    pub(super) point: Point,
    /// How wide the name is, in points.
    pub(super) width: f32,
    /// How high.
    pub(super) height: f32,
}

/// How far from its point a name may stand: the nearest first, in points.
const DISTANCES: [f32; 5] = [9.0, 16.0, 26.0, 40.0, 58.0];
/// Directions in eighths of a circle, the most usual first: right, left, above, below, between.
const DIRECTIONS: [(f32, f32); 8] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.7, -0.7),
    (0.7, 0.7),
    (-0.7, -0.7),
    (-0.7, 0.7),
];
/// Round a point there is no name, in points.
const CLEAR: f32 = 5.0;

/// A place for each name, in order, within `bounds` and clear of `taken`; none for a name that
/// finds no room.
pub(super) fn place(wanted: &[Wanted], bounds: Area, taken: &[Area]) -> Vec<Option<Area>> {
    let mut full: Vec<Area> = taken.to_vec();
    full.extend(
        wanted
            .iter()
            .map(|it| Area::new(it.point.x - CLEAR, it.point.y - CLEAR, 2.0 * CLEAR, 2.0 * CLEAR)),
    );
    let mut places = Vec::with_capacity(wanted.len());
    for it in wanted {
        let candidates = DISTANCES
            .iter()
            .flat_map(|&far| DIRECTIONS.iter().map(move |&direction| beside(it, direction, far)));
        let free = |area: &Area| {
            area.x >= bounds.x
                && area.y >= bounds.y
                && area.right() <= bounds.right()
                && area.bottom() <= bounds.bottom()
                && full.iter().all(|other| !other.overlaps(*area))
        };
        let found = candidates.into_iter().find(free);
        full.extend(found);
        places.push(found);
    }
    places
}

fn beside(it: &Wanted, (x, y): (f32, f32), far: f32) -> Area {
    let center = at(
        it.point.x + x * far + x.signum() * if x == 0.0 { 0.0 } else { it.width / 2.0 },
        it.point.y + y * far + y * it.height / 2.0,
    );
    Area::new(center.x - it.width / 2.0, center.y - it.height / 2.0, it.width, it.height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_apart_from_each_other_and_from_points() {
        let wanted: Vec<Wanted> = (0..15_u8)
            .map(|n| Wanted {
                point: at(200.0 + f32::from(n % 4) * 6.0, 200.0 + f32::from(n) * 7.0),
                width: 80.0,
                height: 15.0,
            })
            .collect();
        let bounds = Area::new(0.0, 0.0, 600.0, 500.0);
        let places = place(&wanted, bounds, &[]);
        let found: Vec<Area> = places.iter().flatten().copied().collect();
        assert!(found.len() > 10, "{}", found.len());
        for (at, one) in found.iter().enumerate() {
            assert!(found[at + 1..].iter().all(|other| !one.overlaps(*other)));
            assert!(wanted.iter().all(|it| !one.contains(it.point)));
        }
    }

    #[test]
    fn a_name_alone_stands_to_the_right_and_at_the_edge_to_the_left() {
        let bounds = Area::new(0.0, 0.0, 100.0, 100.0);
        let one = Wanted { point: at(10.0, 50.0), width: 40.0, height: 15.0 };
        assert!(place(&[one], bounds, &[])[0].is_some_and(|area| area.x > 10.0));
        let one = Wanted { point: at(90.0, 50.0), ..one };
        assert!(place(&[one], bounds, &[])[0].is_some_and(|area| area.right() < 90.0));
        let one = Wanted { width: 200.0, ..one };
        assert_eq!(place(&[one], bounds, &[]), [None]);
    }
}
