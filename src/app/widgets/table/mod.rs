//! The horseshoe table: where the placards stand, its wood, and the lines between delegations.

mod board;
mod layout;
mod relation;

pub use board::{Board, board};
pub use layout::{Band, Layout, SeatPos, layout, measured};
pub use relation::{Tone, paint_relation, paint_wood};
