//! Where delegations stand in a hall too large for a table: columns, read from the top of the first.

use eframe::egui::{Rect, Vec2, pos2, vec2};

use super::SeatPos;

/// A board of cells below a strip for words.
#[derive(Clone, Debug)]
pub struct Board {
    pub cells: Vec<SeatPos>,
    /// Room for what is in focus and what has been declared.
    pub head: Rect,
    /// Room for who has no seat and has the floor.
    pub foot: Rect,
}

const MARGIN: Vec2 = vec2(14.0, 10.0);
const FOOT: f32 = 26.0;
const GAP: Vec2 = vec2(4.0, 1.0);
/// The lowest and the highest cell.
const ROWS: [f32; 2] = [13.0, 56.0];
/// How wide a column is at most, in heights of its cells, and in points.
const WIDEST: f32 = 9.0;
const WIDEST_POINTS: f32 = 460.0;

/// Places so many cells, below a head of this height.
pub fn board(rect: Rect, count: usize, head: f32) -> Board {
    let room = rect.shrink2(MARGIN);
    let head = Rect::from_min_size(room.min, vec2(room.width(), head));
    let foot = Rect::from_min_max(pos2(room.left(), room.bottom() - FOOT), room.max);
    let below = Rect::from_min_max(
        pos2(room.left(), head.bottom() + 8.0),
        pos2(room.right(), foot.top() - 8.0),
    );
    let (columns, rows) = shape(below.size(), count.max(1));
    let step = vec2(
        ((below.width() + GAP.x) / columns as f32).min(WIDEST_POINTS),
        ((below.height() + GAP.y) / rows as f32).min(ROWS[1] + GAP.y),
    );
    let used = vec2(step.x * columns as f32 - GAP.x, step.y * rows as f32 - GAP.y);
    let start = below.min + vec2((below.width() - used.x) / 2.0, 0.0);
    let cells = (0..count).map(|at| {
        let place = vec2((at / rows) as f32 * step.x, (at % rows) as f32 * step.y);
        let rect = Rect::from_min_size(start + place, step - GAP);
        SeatPos { rect, anchor: rect.center() }
    });
    Board { cells: cells.collect(), head, foot }
}

/// How many columns and rows: as few columns as the lowest cell allows, for names in full, but no
/// wider than a name needs.
fn shape(room: Vec2, count: usize) -> (usize, usize) {
    let rows_at_most = (((room.y + GAP.y) / (ROWS[0] + GAP.y)) as usize).max(1);
    let least = count.div_ceil(rows_at_most);
    let comfortable = (least..=count).find(|&columns| {
        let rows = count.div_ceil(columns);
        let (width, height) = (room.x / columns as f32, (room.y / rows as f32).min(ROWS[1]));
        width <= (height * WIDEST).min(WIDEST_POINTS)
    });
    let columns = comfortable.unwrap_or(least).max(1);
    let rows = count.div_ceil(columns);
    (count.div_ceil(rows), rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_apart_and_within_the_room_and_can_be_read() {
        for (width, height) in [(692.0, 400.0), (732.0, 430.0), (1260.0, 640.0), (2960.0, 1380.0)] {
            let rect = Rect::from_min_size(pos2(244.0, 48.0), vec2(width, height));
            for count in [31, 40, 60, 100, 193, 200] {
                let found = board(rect, count, 48.0);
                assert_eq!(found.cells.len(), count);
                for (at, cell) in found.cells.iter().enumerate() {
                    assert!(rect.contains_rect(cell.rect), "{count} at {width} by {height}");
                    assert!(!cell.rect.intersects(found.head) && !cell.rect.intersects(found.foot));
                    assert!(cell.rect.height() >= 13.0 && cell.rect.width() >= 60.0);
                    let others = &found.cells[at + 1..];
                    assert!(others.iter().all(|other| !other.rect.intersects(cell.rect)));
                }
            }
        }
    }
}
