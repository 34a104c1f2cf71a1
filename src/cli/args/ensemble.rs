//! The arguments of `horseshoe ensemble`.

use std::path::PathBuf;

use clap::ValueEnum;

/// What to run many times.
#[derive(Debug, Clone, clap::Args)]
pub struct EnsembleArgs {
    /// A scenario file, `-`, or the id of a bundled scenario.
    pub file: String,
    /// How many debates; with `--until`, at most.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..))]
    pub runs: u64,
    /// The seed of the first: run r is the debate that `horseshoe run --seed SEED+r` shows.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many threads work; 0 for as many as the machine has. The results are the same.
    #[arg(long, default_value_t = 0)]
    pub threads: usize,
    /// How the results are written.
    #[arg(long, value_enum, default_value_t = EnsembleFormat::Text)]
    pub format: EnsembleFormat,
    /// Draw uncertain positions anew for each run, from a normal distribution with the
    /// `uncertainty` written; tells which of them matters most.
    #[arg(long)]
    pub vary: bool,
    /// Stop once each share of adoption is known to within this much on either side (95 %),
    /// such as 1%.
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub until: Option<f64>,
    /// Compare with the same debates after a change of the file, on the same luck: a path and its
    /// new value, such as members.KOR.stances.dprk.position=60. May be given several times.
    #[arg(long, value_name = "PATH=VALUE")]
    pub change: Vec<String>,
    /// Compare with the debates of another scenario file on the same luck.
    #[arg(long, value_name = "FILE", conflicts_with = "change")]
    pub against: Option<String>,
    /// Also save what was counted, so that it can be added to other parts.
    #[arg(long, value_name = "PART")]
    pub save: Option<PathBuf>,
    /// Add what `--save` saved of other runs of the same scenario.
    #[arg(long, value_name = "PART", conflicts_with_all = ["change", "against"])]
    pub add: Vec<String>,
    /// Run nothing: only add up the parts named with `--add`.
    #[arg(long, requires = "add", conflicts_with_all = ["runs", "until"])]
    pub parts_only: bool,
}

/// How the results of an ensemble are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EnsembleFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets: one row for each outcome and ending.
    Csv,
}

/// Reads a percentage such as 1% or 0.5 as a share.
fn percent(text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.trim_end_matches('%').trim().parse().ok();
    number
        .filter(|percent| *percent > 0.0 && *percent < 50.0)
        .map(|percent| percent / 100.0)
        .ok_or_else(|| "write a percentage above 0 and below 50, such as 1%".to_owned())
}
