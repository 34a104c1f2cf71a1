//! The arguments of `horseshoe report`.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::report::document::RUNS;

/// Of which records, and how the report is written.
#[derive(Debug, Clone, clap::Args)]
pub struct ReportArgs {
    /// Saved records; several make one table (CSV).
    #[arg(required = true, value_name = "RECORD")]
    pub records: Vec<String>,
    /// How the report is written; if left out, as the name of the file says, or as Markdown.
    #[arg(long, value_enum)]
    pub format: Option<ReportFormat>,
    /// Only the sheet of this played seat, by its identifier: nothing in it is private to others.
    #[arg(long, value_name = "MEMBER", conflicts_with = "part")]
    pub seat: Option<String>,
    /// Which part is written.
    #[arg(long, value_enum, default_value_t = ReportPart::Report)]
    pub part: ReportPart,
    /// Runs with the model in the seat beside the result of each seat; 0 leaves them out.
    #[arg(long, default_value_t = RUNS)]
    pub runs: u64,
    /// Where to write it; to standard output, if left out.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// One page with its pictures in it.
    Html,
    /// Markdown.
    Md,
    /// A table: a row for each record and played seat.
    Csv,
    /// For programs.
    Json,
}

/// What is written of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ReportPart {
    /// What came of the debate.
    #[default]
    Report,
    /// The simulated record of the meeting.
    Record,
}

impl ReportArgs {
    /// The format that was asked for, or that the name of the file says; of several records there
    /// is only a table.
    pub(in crate::cli) fn wanted(&self) -> ReportFormat {
        let extension = self.output.as_ref().and_then(|path| path.extension());
        let extension = extension.map(|it| it.to_string_lossy().to_lowercase());
        let named = extension.and_then(|it| match it.as_str() {
            "html" | "htm" => Some(ReportFormat::Html),
            "md" | "markdown" => Some(ReportFormat::Md),
            "csv" => Some(ReportFormat::Csv),
            "json" => Some(ReportFormat::Json),
            _ => None,
        });
        let usual = if self.records.len() > 1 { ReportFormat::Csv } else { ReportFormat::Md };
        self.format.or(named).unwrap_or(usual)
    }
}
