//! How positions move when a statement is heard.

mod dense;
mod update;

pub use dense::{Anchors, Minds};
pub use update::{Listeners, Shift, listen};
