//! The arguments of the authors' commands.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::scenario::Replacement;

use super::Format;

/// What to put into the canonical layout.
#[derive(Debug, Clone, clap::Args)]
pub struct FmtArgs {
    /// Scenario files, or `-` for standard input.
    #[arg(required = true)]
    pub files: Vec<String>,
    /// Write nothing: show what would change, and exit with status 1 if anything would.
    #[arg(long)]
    pub check: bool,
}

/// What the new scenario is made from.
#[derive(Debug, Clone, clap::Args)]
pub struct NewArgs {
    /// The file to write; an existing one is never overwritten. Without one, or with `-`, the
    /// scenario goes to standard output.
    pub file: Option<PathBuf>,
    /// The template: three members to begin with, or the seats of the Security Council.
    #[arg(long, value_enum, default_value_t = Template::Small)]
    pub template: Template,
    /// Copy this scenario instead: a file, `-`, or the id of a bundled scenario.
    #[arg(long, value_name = "SCENARIO", conflicts_with = "template")]
    pub from: Option<String>,
    /// The title.
    #[arg(long)]
    pub title: Option<String>,
    /// The day of the meeting, as 2030-01-15.
    #[arg(long)]
    pub date: Option<String>,
    /// Put a member in the place of another, such as `SVN=DNK`, whose name follows from its code
    /// and the date, or `AVE=NOR:the Norvian Isles`. It keeps seat, positions and sponsorships; reasons, sources, arguments, relations,
    /// groups and the brief go, as they were those of the other.
    #[arg(long, value_name = "OLD=NEW[:NAME]", value_parser = replacement)]
    pub replace: Vec<Replacement>,
}

/// A template of a new scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Template {
    /// Three members, one issue, two outcomes.
    Small,
    /// The fifteen members of the Security Council, without positions.
    Council,
}

/// What to call otherwise.
#[derive(Debug, Clone, clap::Args)]
pub struct RenameArgs {
    /// The scenario file to change.
    pub file: String,
    /// The identifier as it is.
    pub old: String,
    /// The identifier as it is to be.
    pub new: String,
    /// Also another name, or title, for people; texts that still speak of the old one are listed.
    #[arg(long)]
    pub name: Option<String>,
}

/// What to write as a table.
#[derive(Debug, Clone, clap::Args)]
pub struct ExportArgs {
    /// A scenario file, `-`, or the id of a bundled scenario.
    pub file: String,
    /// Which table.
    #[arg(long, value_enum, default_value_t = Sheet::Positions)]
    pub what: Sheet,
    /// Where to write it; standard output, if left out.
    #[arg(short, long, value_name = "CSV")]
    pub output: Option<PathBuf>,
}

/// A table of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sheet {
    /// A row for each member and issue: position, salience, and what is behind them.
    Positions,
    /// A row for each member: name, seat, influence, style.
    Members,
}

/// What to take from a table.
#[derive(Debug, Clone, clap::Args)]
pub struct ImportArgs {
    /// The scenario file to change.
    pub file: String,
    /// The table, as `horseshoe export` writes it, or `-`. Its columns say whether it is one of
    /// members or of positions. An empty cell leaves what is there.
    pub table: String,
    /// Write the changed scenario here, and leave the file as it is.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

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

/// "the" and the name behind it; no article, where it has none.
pub(in crate::cli) fn split_article(name: &str) -> (&'static str, &str) {
    name.strip_prefix("the ").map_or(("", name), |name| ("the", name.trim_start()))
}

/// Reads `OLD=NEW:NAME`, or `OLD=NEW`, the name of which is found later.
fn replacement(text: &str) -> Result<Replacement, String> {
    let Some((old, new)) = text.split_once('=') else {
        return Err("write OLD=NEW:NAME, such as AVE=NOR:Norvia, or SVN=DNK for a State".to_owned());
    };
    let (new, name) = new.split_once(':').unwrap_or((new, ""));
    let (old, new, name) = (old.trim(), new.trim(), name.trim());
    let (article, name) = split_article(name);
    if name.contains('=') {
        return Err("write `--replace` once for each member".to_owned());
    }
    if [old, new].contains(&"") {
        return Err("neither identifier may be empty".to_owned());
    }
    Ok(Replacement {
        old: old.to_owned(),
        new: new.to_owned(),
        name: name.to_owned(),
        article: article.to_owned(),
        adjective: String::new(),
    })
}
