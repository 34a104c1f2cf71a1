//! Questions about a scenario or a debate, answered from what is written down.

pub mod actual;
pub mod backtest;
pub mod doctor;
pub mod hindcast;
pub mod ledger;
pub mod turning_point;
