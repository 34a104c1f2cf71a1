//! The columns of the tables: what they are called, and how a cell is written in a scenario file.

use crate::scenario::quoted;

use super::super::super::args::Sheet;

/// How what is in a cell is written in RON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// A number as it is.
    Number,
    /// A bare word, such as `Elected`.
    Word,
    /// A text in quotes.
    Text,
    /// One end of a red line: `(low, high)`.
    RedLine,
    /// Says which row it is, or is there for people to read; nothing is written from it.
    Label,
}

/// The name of a column, and how its cells are written.
pub(super) type Column = (&'static str, Cell);

/// The columns of a table, in order.
pub(super) const fn columns(sheet: Sheet) -> &'static [Column] {
    match sheet {
        Sheet::Positions => &[
            ("member", Cell::Label),
            ("member_name", Cell::Label),
            ("issue", Cell::Label),
            ("position", Cell::Number),
            ("salience", Cell::Number),
            ("flexibility", Cell::Number),
            ("uncertainty", Cell::Number),
            ("red_line_low", Cell::RedLine),
            ("red_line_high", Cell::RedLine),
            ("because", Cell::Text),
            ("source", Cell::Text),
            ("confidence", Cell::Word),
        ],
        Sheet::Members => &[
            ("member", Cell::Label),
            ("name", Cell::Text),
            ("article", Cell::Text),
            ("adjective", Cell::Text),
            ("seat", Cell::Word),
            ("influence", Cell::Number),
            ("style", Cell::Word),
            ("veto_reluctance", Cell::Number),
        ],
    }
}

/// What is in a cell as it is written in a scenario file; why that cannot be, in words.
pub(super) fn in_ron(column: &str, cell: Cell, value: &str) -> Result<String, String> {
    match cell {
        Cell::Number | Cell::RedLine => match value.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(value.to_owned()),
            _ => Err(format!("`{column}` is `{value}`, and must be a number such as 50")),
        },
        Cell::Word if value.chars().all(|c| c.is_ascii_alphanumeric()) => Ok(value.to_owned()),
        Cell::Word => Err(format!("`{column}` is `{value}`, and must be a single word")),
        Cell::Text | Cell::Label => Ok(quoted(value)),
    }
}
