//! Reading the three tables of a backtest.

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::analysis::backtest::{DraftRow, IdealRow, VoteRow};
use crate::cli::args::code;
use crate::vote::Ballot;

/// Why a table cannot be read.
#[derive(Debug, Error)]
pub(super) enum ReadError {
    /// The file cannot be opened, or is no table.
    #[error("{}: {reason}", path.display())]
    Unreadable { path: PathBuf, reason: String },
    /// A column is missing.
    #[error("{}: there is no column `{column}`; the first line must name it (it names {present})", path.display())]
    NoColumn { path: PathBuf, column: &'static str, present: String },
    /// A value is not what the column holds.
    #[error("{}, line {line}: `{value}` in column `{column}`: {expected}", path.display())]
    Value { path: PathBuf, line: u64, column: &'static str, value: String, expected: String },
}

/// A table with the places of its columns.
struct Table<'a> {
    path: &'a Path,
    headers: csv::StringRecord,
    reader: csv::Reader<std::fs::File>,
}

/// One line of a table.
struct Line<'a> {
    path: &'a Path,
    number: u64,
    record: csv::StringRecord,
}

impl<'a> Table<'a> {
    fn open(path: &'a Path) -> Result<Self, ReadError> {
        let failed = |error: csv::Error| unreadable(path, &error);
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path).map_err(failed)?;
        let headers = reader.headers().map_err(failed)?;
        // Spreadsheets put a mark of byte order before the first name.
        let headers = headers.iter().map(|name| name.trim_start_matches('\u{feff}')).collect();
        Ok(Self { path, headers, reader })
    }

    fn column(&self, column: &'static str) -> Result<usize, ReadError> {
        self.optional(column).ok_or_else(|| ReadError::NoColumn {
            path: self.path.to_owned(),
            column,
            present: match self.headers.iter().collect::<Vec<_>>().join(", ") {
                names if names.is_empty() => "nothing".to_owned(),
                names => names,
            },
        })
    }

    fn optional(&self, column: &str) -> Option<usize> {
        self.headers.iter().position(|name| name == column)
    }

    /// The lines, each made into a row or nothing.
    fn rows<T>(
        mut self,
        row: impl Fn(&Line<'_>) -> Result<Option<T>, ReadError>,
    ) -> Result<Vec<T>, ReadError> {
        let path = self.path;
        let mut rows = Vec::new();
        for record in self.reader.records() {
            let record = record.map_err(|error| unreadable(path, &error))?;
            let number = record.position().map_or(0, csv::Position::line);
            rows.extend(row(&Line { path, number, record })?);
        }
        Ok(rows)
    }
}

fn unreadable(path: &Path, error: &csv::Error) -> ReadError {
    let line = error.position().map(csv::Position::line);
    let reason = match error.kind() {
        csv::ErrorKind::Io(error) => error.to_string(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} values where the first line names {expected_len} columns")
        }
        csv::ErrorKind::Utf8 { .. } => "the text is not UTF-8; save the file as UTF-8".to_owned(),
        _ => error.to_string(),
    };
    let place = line.map_or_else(String::new, |line| format!("line {line}: "));
    ReadError::Unreadable { path: path.to_owned(), reason: format!("{place}{reason}") }
}

impl Line<'_> {
    fn get(&self, place: usize) -> &str {
        self.record.get(place).unwrap_or("")
    }

    fn fault(&self, (column, place): (&'static str, usize), expected: &str) -> ReadError {
        ReadError::Value {
            path: self.path.to_owned(),
            line: self.number,
            column,
            value: self.get(place).to_owned(),
            expected: expected.to_owned(),
        }
    }

    fn number<T: std::str::FromStr>(&self, at: (&'static str, usize)) -> Result<T, ReadError> {
        self.get(at.1).parse().ok().ok_or_else(|| self.fault(at, "expected a whole number"))
    }

    fn year(&self, at: (&'static str, usize)) -> Result<i32, ReadError> {
        let year: i32 = self.number(at)?;
        let usual = (1000..=9999).contains(&year);
        if usual { Ok(year) } else { Err(self.fault(at, "expected a year of four digits")) }
    }

    fn code(&self, at: (&'static str, usize)) -> Result<String, ReadError> {
        code(self.get(at.1)).map_err(|expected| self.fault(at, &expected))
    }

    fn flag(&self, at: (&'static str, usize)) -> Result<bool, ReadError> {
        match self.get(at.1) {
            "1" => Ok(true),
            "0" => Ok(false),
            _ => Err(self.fault(at, "expected 1 or 0")),
        }
    }
}

/// Reads the votes.
pub(super) fn votes(path: &Path) -> Result<Vec<VoteRow>, ReadError> {
    let table = Table::open(path)?;
    let draft = ("draft_id", table.column("draft_id")?);
    let year = ("year", table.column("year")?);
    let member = ("iso3", table.column("iso3")?);
    let vote = ("vote", table.column("vote")?);
    table.rows(|line| {
        let ballot = match line.get(vote.1) {
            "Y" => Ballot::InFavour,
            "N" => Ballot::Against,
            "A" => Ballot::Abstaining,
            "" | "X" => Ballot::NotParticipating,
            _ => return Err(line.fault(vote, "expected Y, N or A; X or nothing for no vote")),
        };
        let (draft, year) = (line.number(draft)?, line.year(year)?);
        Ok(Some(VoteRow { line: line.number, draft, year, member: line.code(member)?, ballot }))
    })
}

/// Reads the drafts.
pub(super) fn drafts(path: &Path) -> Result<Vec<DraftRow>, ReadError> {
    let table = Table::open(path)?;
    let id = ("draft_id", table.column("draft_id")?);
    let year = ("year", table.column("year")?);
    let (symbol, topic) = (table.column("draft")?, table.column("topic")?);
    let (region, sponsors) = (table.column("region")?, ("sponsors", table.column("sponsors")?));
    let contested = ("contested", table.column("contested")?);
    let adopted = ("adopted", table.column("adopted")?);
    let procedural = table.optional("procedural").map(|place| ("procedural", place));
    table.rows(|line| {
        let codes = line.get(sponsors.1).split_whitespace().map(code);
        let procedural = match procedural {
            Some(at) if !line.get(at.1).is_empty() => line.flag(at)?,
            _ => false,
        };
        Ok(Some(DraftRow {
            line: line.number,
            id: line.number(id)?,
            year: line.year(year)?,
            symbol: line.get(symbol).to_owned(),
            topic: line.get(topic).to_owned(),
            region: line.get(region).to_owned(),
            sponsors: codes
                .collect::<Result<_, _>>()
                .ok()
                .ok_or_else(|| line.fault(sponsors, "expected codes of three letters"))?,
            contested: line.flag(contested)?,
            adopted: line.flag(adopted)?,
            procedural,
        }))
    })
}

/// Reads the ideal points; a line without one is passed over.
pub(super) fn ideals(path: &Path) -> Result<Vec<IdealRow>, ReadError> {
    let table = Table::open(path)?;
    let member = ("iso3c", table.column("iso3c")?);
    let year = ("year", table.column("year")?);
    let point = ("idealpointfp", table.column("idealpointfp")?);
    table.rows(|line| {
        if line.get(point.1).is_empty() || line.get(point.1) == "NA" {
            return Ok(None);
        }
        let value: f64 = line.get(point.1).parse().unwrap_or(f64::NAN);
        if !(-100.0..=100.0).contains(&value) {
            return Err(line.fault(point, "expected a number, about -3 to 3"));
        }
        let (member, year) = (line.code(member)?, line.year(year)?);
        Ok(Some(IdealRow { line: line.number, member, year, point: value }))
    })
}
