//! A figure's table as comma-separated values.
//!
//! The provenance stands in the last columns of every row: spreadsheets and statistics programs
//! read lines of comments at the head as data, and rows keep it when they are copied or joined.

use ::csv::Writer;

use super::figure::Figure;

/// The table of a figure, with a header line, in UTF-8.
pub fn csv(figure: &Figure) -> Vec<u8> {
    let provenance = figure.provenance.fields();
    let mut writer = Writer::from_writer(Vec::new());
    let names = provenance.iter().map(|(name, _)| *name);
    let header = figure.table.columns.iter().map(String::as_str).chain(names);
    // Writing to memory does not fail, and all rows are equally long.
    drop(writer.write_record(header));
    for row in &figure.table.rows {
        let values = provenance.iter().map(|(_, value)| value.as_str());
        drop(writer.write_record(row.iter().map(String::as_str).chain(values)));
    }
    writer.into_inner().unwrap_or_default()
}
