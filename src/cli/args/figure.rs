//! The arguments of `horseshoe figure`.

use std::path::PathBuf;

use crate::report::charts::Chart;

/// Which figure is wanted, of what, and where it is written.
#[derive(Debug, Clone, clap::Args)]
pub struct FigureArgs {
    /// A scenario file, `-`, or the id of a bundled scenario.
    pub file: String,
    /// The figure: support, members, map, influence, questions, votes, ensemble, hangs, opinions
    /// or power.
    #[arg(long, value_name = "KEY", value_parser = chart)]
    pub figure: Chart,
    /// The outcome in focus, by its identifier; the first, if left out.
    #[arg(long, value_name = "ID")]
    pub outcome: Option<String>,
    /// One issue, or the two of a map, by their identifiers: A or A,B.
    #[arg(long, value_name = "A,B", value_delimiter = ',', num_args = 1)]
    pub issue: Vec<String>,
    /// How many turns have been shown; all, if left out.
    #[arg(long)]
    pub turn: Option<usize>,
    /// The seed of the debate.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Runs on which figures of many runs rest.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..))]
    pub runs: u64,
    /// Width and height of the picture in points, such as 960x640.
    #[arg(long, default_value = "960x640", value_parser = super::size)]
    pub size: (u32, u32),
    /// Where to write it: a picture as .svg, or its figures as .csv.
    #[arg(short, long, value_name = "FILE", value_parser = output)]
    pub output: PathBuf,
}

/// Reads the key of a figure.
pub(super) fn chart(key: &str) -> Result<Chart, String> {
    Chart::of_key(key).ok_or_else(|| {
        let keys: Vec<&str> = Chart::ALL.iter().map(|chart| chart.key()).collect();
        format!("the figures are {}", keys.join(", "))
    })
}

/// Reads the name of the file: it says what is written.
fn output(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match extension.as_str() {
        "svg" | "csv" => Ok(path),
        "png" => Err("`horseshoe picture --figure` draws figures as PNG files".to_owned()),
        _ => Err("write a name such as a.svg or a.csv".to_owned()),
    }
}
