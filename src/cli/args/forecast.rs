//! The arguments of `horseshoe forecast`.

use super::Format;

/// Of what the chances are wanted.
#[derive(Debug, Clone, clap::Args)]
pub struct ForecastArgs {
    /// A scenario file, `-`, or the id of a bundled scenario.
    #[arg(required_unless_present = "record")]
    pub file: Option<String>,
    /// A saved record: the chances at a moment of that meeting, with what was said and amended.
    #[arg(long, value_name = "RECORD", conflicts_with = "file")]
    pub record: Option<String>,
    /// After how many events of the record; the last, if left out.
    #[arg(long, value_name = "N", requires = "record")]
    pub at: Option<usize>,
    /// Also average over what the authors do not know of the positions, in so many draws (200 if
    /// no number is given), and say how far that moves each figure.
    #[arg(long, value_name = "DRAWS", num_args = 0..=1, require_equals = true,
        default_missing_value = "200", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub uncertain: Option<u32>,
    /// How the answer is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}
