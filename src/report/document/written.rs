//! A record as a file: which part of it, and in which form. The command line and the window write
//! the same.

use crate::council::DelegationId;
use crate::debate::{Knowledge, Opened};

use super::{
    Document, Made, Standings, Verified, heard_record, html, json, markdown, report, seat_sheet,
    simulated_record,
};

/// What is written of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What came of the debate.
    Report,
    /// The sheet of a seat that was played.
    Seat(DelegationId),
    /// The simulated record of the meeting.
    Record,
    /// The same as these delegations heard it; where there are none, as the gallery did.
    Heard(Vec<DelegationId>),
}

/// What is written of a record, and how. Data and table hold the whole debate, so no part is left
/// to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// One page of HTML with its pictures in it.
    Page(Part),
    /// Markdown.
    Text(Part),
    /// The whole report for programs, as JSON.
    Data,
    /// A table: a row for each played seat, as comma-separated values.
    Table,
}

impl Written {
    /// How the names of such files end, without the dot.
    pub const fn extension(&self) -> &'static str {
        match self {
            Self::Page(_) => "html",
            Self::Text(_) => "md",
            Self::Data => "json",
            Self::Table => "csv",
        }
    }

    /// The part of the record, where it is not the whole.
    pub const fn part(&self) -> Option<&Part> {
        match self {
            Self::Page(part) | Self::Text(part) => Some(part),
            Self::Data | Self::Table => None,
        }
    }
}

/// A record that was judged as it is written in a page, a text or as data; each played seat stands
/// beside so many `runs` with the model in it, where the record verifies. The table is that of
/// `scores_csv`. What people wrote `beside` the debate stands in the report.
pub fn document_text(
    (opened, verified): (Opened, Verified),
    wanted: &Written,
    (runs, beside): (u64, Made),
) -> String {
    let record = &opened.record;
    let has_seats = !matches!(wanted.part(), Some(Part::Record | Part::Heard(_)));
    let runs = if verified == Verified::Yes && has_seats { runs } else { 0 };
    let standings = Standings::new(runs).of(record);
    let made = Made { verified, recorded_by: Some(opened.recorded_by), standings, ..beside };
    let document = |part: &Part| -> Document {
        match part {
            Part::Report => report(record, &made),
            Part::Seat(who) => seat_sheet(record, *who, &made),
            Part::Record => simulated_record(record, &made),
            Part::Heard(by) => heard_record(record, Knowledge::of(&record.scenario, by), &made),
        }
    };
    match wanted {
        Written::Page(part) => html(&document(part)),
        Written::Text(part) => markdown(&document(part)),
        Written::Data | Written::Table => format!("{:#}\n", json(record, &made)),
    }
}
