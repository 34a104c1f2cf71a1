//! The arguments of `horseshoe hindcast`.

use super::Format;

/// What to compare with what really happened.
#[derive(Debug, Clone, clap::Args)]
pub struct HindcastArgs {
    /// Scenario files, ids of bundled scenarios, or folders: of a folder, all `*.ron` directly in
    /// it. A file that does not tell what really happened is named and left out.
    #[arg(required = true, value_name = "FILE-OR-FOLDER")]
    pub files: Vec<String>,
    /// Average over what the authors do not know: positions drawn from their stated uncertainty
    /// (200 times, or as often as written: `--uncertain=1000`).
    #[arg(
        long,
        value_name = "DRAWS",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "200",
        value_parser = clap::value_parser!(u32).range(1..=100_000)
    )]
    pub uncertain: Option<u32>,
    /// Compare whole debates instead of the opening forecast: the shares of 1,000 of each scenario
    /// (or as many as written: `--debates=5000`) in which the text was put.
    #[arg(
        long,
        value_name = "RUNS",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "1000",
        value_parser = clap::value_parser!(u64).range(1..=10_000_000),
        conflicts_with = "uncertain"
    )]
    pub debates: Option<u64>,
    /// How the comparison is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}
