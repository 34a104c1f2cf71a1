//! The cards as a grid: which stands beside which.

use crate::app::command::Neighbor;

/// The books whose cards are shown, by their places in the library, row by row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Vec<Vec<usize>>,
}

impl Grid {
    /// Adds a row.
    pub(super) fn push(&mut self, row: &[usize]) {
        self.rows.push(row.to_vec());
    }

    /// Whether the card of this book is shown.
    pub(super) fn has(&self, book: usize) -> bool {
        self.rows.iter().flatten().any(|&shown| shown == book)
    }

    /// The book whose card stands there, seen from that of `from`. Left and right go on in the row
    /// before and after; a shorter row below is entered at its end.
    pub(super) fn card(&self, neighbor: Neighbor, from: usize) -> Option<usize> {
        let first = self.rows.first().and_then(|row| row.first()).copied();
        let place = self.rows.iter().enumerate().find_map(|(row, books)| {
            books.iter().position(|&book| book == from).map(|column| (row, column))
        });
        // From a card that is not shown, every way leads to the first.
        let Some((row, column)) = place else { return first };
        let in_row = |row: Option<usize>| -> Option<usize> {
            let books = self.rows.get(row?)?;
            books.get(column).or_else(|| books.last()).copied()
        };
        let all = || self.rows.iter().flatten().copied();
        match neighbor {
            Neighbor::First => first,
            Neighbor::Above => in_row(row.checked_sub(1)),
            Neighbor::Below => in_row(row.checked_add(1)),
            Neighbor::Right => all().skip_while(|&book| book != from).nth(1),
            Neighbor::Left => all().take_while(|&book| book != from).last(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Grid {
        let mut grid = Grid::default();
        for row in [&[0, 1, 2][..], &[3, 4], &[7]] {
            grid.push(row);
        }
        grid
    }

    #[test]
    fn arrows_move_among_the_cards_of_the_grid() {
        let grid = grid();
        let go = |neighbor, from| grid.card(neighbor, from);
        assert_eq!(go(Neighbor::Right, 2), Some(3));
        assert_eq!(go(Neighbor::Left, 3), Some(2));
        assert_eq!(go(Neighbor::Below, 1), Some(4));
        assert_eq!(go(Neighbor::Below, 2), Some(4), "the row below is shorter");
        assert_eq!(go(Neighbor::Below, 4), Some(7));
        assert_eq!(go(Neighbor::Above, 7), Some(3));
        assert_eq!(go(Neighbor::Above, 1), None);
        assert_eq!(go(Neighbor::Right, 7), None);
        assert_eq!(go(Neighbor::Left, 0), None);
    }

    #[test]
    fn from_a_card_that_is_not_shown_every_way_leads_to_the_first() {
        assert_eq!(grid().card(Neighbor::Below, 6), Some(0));
        assert_eq!(Grid::default().card(Neighbor::Right, 0), None);
    }
}
