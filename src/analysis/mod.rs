//! Questions about a scenario or a debate, answered from what is written down.

pub mod actual;
pub mod agreement;
pub mod backtest;
pub mod ballots;
pub mod cable;
pub mod doctor;
#[cfg(test)]
mod example;
pub mod forecasters;
pub mod hands;
pub mod hindcast;
pub mod influence;
pub mod learning;
pub mod ledger;
pub mod moves;
pub mod questions;
mod said;
pub mod seat;
pub mod similarity;
pub mod summary_check;
pub mod support;
pub mod turning_point;
