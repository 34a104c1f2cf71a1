//! The arguments of `horseshoe pack`.

use std::path::PathBuf;

/// Of which scenario a pack is written, and where.
#[derive(Debug, Clone, clap::Args)]
pub struct PackArgs {
    /// A scenario file, `-`, or the id of a bundled scenario.
    pub file: String,
    /// Where to write it, as .html; to standard output, if left out.
    #[arg(short, long, value_name = "OUT.html", value_parser = output)]
    pub output: Option<PathBuf>,
    /// Name States by letters, State A and on; the last page reveals them to the teacher.
    #[arg(long)]
    pub anonymous: bool,
}

/// Reads the name of the file: what is written is HTML, and the name must not say otherwise.
fn output(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if ["html", "htm"].contains(&extension.as_str()) {
        Ok(path)
    } else {
        Err("a pack is one HTML file, to be printed; write a name such as pack.html".to_owned())
    }
}
