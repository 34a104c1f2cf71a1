//! Questions about a scenario or a debate, answered from what is written down.

pub mod actual;
pub mod backtest;
pub mod ballots;
pub mod doctor;
#[cfg(test)]
mod example;
pub mod hindcast;
pub mod influence;
pub mod ledger;
pub mod moves;
pub mod questions;
pub mod seat;
pub mod similarity;
pub mod support;
pub mod turning_point;
