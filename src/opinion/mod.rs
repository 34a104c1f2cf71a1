//! How positions move when a statement is heard.

mod update;

pub use update::{Listeners, Shift, listen};
