//! Tests of the engine, without a window.

mod architecture;
mod command_line;
mod council;
mod determinism;
mod diagnostics;
mod forecast;
mod history;
mod persuasion;
mod power;
mod procedure;
mod records;
mod sanity;
mod voices;
mod words;
