//! Tests of the engine, without a window.

mod architecture;
mod backtest;
mod bargaining;
mod blocking;
mod bodies;
mod command_line;
mod council;
mod determinism;
mod diagnostics;
mod forecast;
mod golden;
mod history;
mod injects;
mod ledger;
mod meeting;
mod people;
mod persuasion;
mod power;
mod procedure;
mod properties;
mod random;
mod records;
mod rules;
mod sanity;
mod voices;
mod words;
