//! The arguments of `horseshoe backtest`.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::ValueEnum;

use super::Format;

/// What to fit a vote model to, and what to score it on.
///
/// The three files are tables in CSV with a first line of column names, in any order; other
/// columns are ignored. What they must hold is said with each.
#[derive(Debug, Clone, clap::Args)]
pub struct BacktestArgs {
    /// Votes: `draft_id`, `year`, `iso3` (three letters), `vote` (Y, N or A; X or nothing for a
    /// member that did not participate).
    pub votes: PathBuf,
    /// Drafts: `draft_id`, `year`, `draft` (the symbol), `topic`, `region`, `sponsors` (codes with
    /// spaces between), `contested` and `adopted` (1 or 0), and `procedural` (1 where no vote is
    /// a veto) if there is such a column.
    #[arg(long)]
    pub drafts: PathBuf,
    /// Ideal points of States from votes of the General Assembly: `iso3c`, `year`,
    /// `idealpointfp`. A vote is foretold from those of the year before.
    #[arg(long)]
    pub positions: PathBuf,
    /// The years to fit to, such as 1998-2017.
    #[arg(long, value_name = "Y-Y", value_parser = years)]
    pub train: RangeInclusive<i32>,
    /// The years to score on, such as 2018-2021.
    #[arg(long, value_name = "Y-Y", value_parser = years)]
    pub test: RangeInclusive<i32>,
    /// Only drafts on which somebody did not vote in favour, in both.
    #[arg(long)]
    pub contested: bool,
    /// Who is permanent, such as AAA,BBB; if left out, those that vote in every year of VOTES.
    #[arg(long, value_name = "AAA,BBB", value_delimiter = ',', value_parser = code)]
    pub permanent: Option<Vec<String>>,
    /// Also check the default `dynamics` of scenarios on the same years: against values refitted to
    /// the training years, and against baselines. Only drafts whose sponsors are known. The value
    /// says where the status quo is assumed to stand.
    #[arg(long, value_enum, value_name = "STATUS_QUO", num_args = 0..=1, default_missing_value = "farthest")]
    pub dynamics: Option<StatusQuoPlace>,
    /// How the scores are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Where the status quo is assumed to stand when a draft is made a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StatusQuoPlace {
    /// At the mean of the Council.
    Mean,
    /// In the middle of the scale, the mean of all States.
    Middle,
    /// At the member farthest from the text.
    Farthest,
}

/// Reads `1998-2021`, or one year.
fn years(text: &str) -> Result<RangeInclusive<i32>, String> {
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    let year = |text: &str| {
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { text.parse::<i32>().ok() } else { None }
    };
    match (year(from.trim()), year(to.trim())) {
        (Some(from), Some(to)) if from <= to => Ok(from..=to),
        (Some(from), Some(to)) => Err(format!("{from} is after {to}; write {to}-{from}")),
        _ => Err("expected two years, such as 1998-2021".to_owned()),
    }
}

/// Reads a State's code of three letters.
pub(in crate::cli) fn code(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Ok(text.to_ascii_uppercase())
    } else {
        Err("expected a code of three letters".to_owned())
    }
}
