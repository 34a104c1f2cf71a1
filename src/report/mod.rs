//! Pictures and tables of a debate: laid out once, drawn by the window, written as SVG and CSV.

pub mod charts;
mod csv;
pub mod figure;
mod svg;

pub use self::csv::csv;
pub use self::svg::svg;
