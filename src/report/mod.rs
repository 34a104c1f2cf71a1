//! Pictures and tables of a debate: laid out once, drawn by the window, written as SVG, CSV and HTML.

pub mod charts;
mod csv;
pub mod document;
pub mod figure;
pub mod html;
pub mod pack;
pub mod results;
mod svg;

pub use self::csv::csv;
pub use self::svg::svg;
