//! Horseshoe runs an open debate of a council, turn by turn, from a scenario file.
//!
//! The engine is everything but `cli` and `app`: it reads no file, no clock and no screen, and a
//! debate is a pure function of a scenario, a seed and the actions of people.

mod digest;
mod math;
mod stream;
mod unit;

pub mod council;
pub mod scenario;

pub mod opinion;
pub mod opinions;
mod speech;
pub mod vote;

pub mod debate;
pub mod ensemble;
pub mod text;

pub mod analysis;

pub mod report;
pub mod session;

pub mod store;

#[cfg(feature = "gui")]
pub mod app;
pub mod cli;

pub use stream::{Seed, key_of};
pub use unit::{Bipolar, UnitInterval};
