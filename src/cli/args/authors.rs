//! The arguments of the commands for authors.

use super::Format;

/// What is compared.
#[derive(Debug, Clone, clap::Args)]
pub struct DiffArgs {
    /// The scenario as it was: a file, `-`, or the id of a bundled scenario.
    #[arg(value_name = "A")]
    pub before: String,
    /// The scenario as it is now.
    #[arg(value_name = "B")]
    pub after: String,
    /// How the differences are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}
