//! The table of many records as comma-separated values (RFC 4180).

use ::csv::{Terminator, Writer, WriterBuilder};

use crate::ensemble::Share;
use crate::report::figure::NOTE;

use super::{Row, Scores};

const COLUMNS: [&str; 25] = [
    "file",
    "verified",
    "scenario",
    "scenario digest",
    "seed",
    "engine version",
    "finished",
    "seat",
    "name",
    "points",
    "possible points",
    "share of points",
    "better than (share of runs)",
    "better than, low",
    "better than, high",
    "runs with the model",
    "own statements",
    "statements by the model",
    "soundings",
    "amendments offered",
    "amendments taken",
    "red lines kept",
    "objectives met",
    "objectives",
    "chair taken by a person for",
];
/// The place of what a record says of its chair, behind what it says of a seat.
const CHAIR: usize = COLUMNS.len() - 1;
/// How many letters of a digest tell files apart.
const DIGEST: usize = 12;

/// The table, with a header line, in UTF-8. Each objective has two columns: what it is, and
/// whether it was met.
pub fn scores_csv(rows: &[Row]) -> Vec<u8> {
    let most =
        rows.iter().filter_map(|row| row.scores.as_ref()).map(|it| it.objectives.len()).max();
    let most = most.unwrap_or(0);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let objectives =
        (1..=most).flat_map(|at| [format!("objective {at}"), format!("objective {at} met")]);
    let names = COLUMNS.iter().map(|&name| name.to_owned()).chain(objectives);
    write(&mut writer, names.chain(["note".to_owned()]));
    for row in rows {
        write(&mut writer, cells(row, most).into_iter());
    }
    writer.into_inner().unwrap_or_default()
}

fn write(writer: &mut Writer<Vec<u8>>, cells: impl Iterator<Item = String>) {
    // Writing to memory does not fail, and all rows are equally long.
    drop(writer.write_record(cells.map(harmless)));
}

fn cells(row: &Row, most: usize) -> Vec<String> {
    let mut cells = vec![row.file.clone(), row.verified.words()];
    match &row.of {
        Some(of) => cells.extend([
            of.scenario.clone(),
            of.digest.chars().take(DIGEST).collect(),
            of.seed.to_string(),
            of.engine.to_string(),
            of.finished.map_or_else(String::new, yes),
        ]),
        None => cells.extend((0..5).map(|_| String::new())),
    }
    match &row.scores {
        Some(scores) => cells.extend(result(scores)),
        None => cells.extend((7..CHAIR).map(|_| String::new())),
    }
    cells.push(row.of.as_ref().and_then(|of| of.chair.clone()).unwrap_or_default());
    for (words, met) in row.scores.iter().flat_map(|scores| &scores.objectives) {
        cells.extend([words.clone(), yes(*met)]);
    }
    cells.resize(COLUMNS.len() + 2 * most, String::new());
    cells.push(NOTE.to_owned());
    cells
}

/// The cells of a seat, from its identifier on.
fn result(scores: &Scores) -> Vec<String> {
    let (points, possible) = scores.points;
    let deeds = &scores.deeds;
    let met = scores.objectives.iter().filter(|(_, met)| *met).count();
    let runs = scores.better_than;
    let share = |of: fn(Share) -> f64| runs.map_or_else(String::new, |(it, _)| number(of(it)));
    vec![
        scores.seat.0.clone(),
        scores.seat.1.clone(),
        number(points),
        number(possible),
        if possible > 0.0 { number(points / possible) } else { String::new() },
        share(|it| it.share),
        share(|it| it.low),
        share(|it| it.high),
        runs.map_or_else(String::new, |(_, runs)| runs.to_string()),
        deeds.by_person().to_string(),
        deeds.by_model().to_string(),
        deeds.soundings.to_string(),
        deeds.offered.to_string(),
        deeds.taken.to_string(),
        yes(scores.red_lines_kept),
        met.to_string(),
        scores.objectives.len().to_string(),
    ]
}

/// A number with at most four decimals.
fn number(value: f64) -> String {
    format!("{value:.4}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

/// A cell that no spreadsheet takes for a formula.
pub(in crate::report) fn harmless(cell: String) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+cmd", "-a", "@sum", "\t=1"] {
            assert_eq!(harmless(formula.to_owned()), format!("'{formula}"));
        }
        for plain in ["-1.5", "a=b", ""] {
            assert_eq!(harmless(plain.to_owned()), plain);
        }
    }
}
