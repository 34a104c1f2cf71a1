//! The arguments; their help text is the manual of the command line.

mod authors;
mod backtest;
mod ensemble;
mod figure;
mod forecast;
mod hindcast;
mod pack;
mod report;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub(super) use authors::split_article;
pub use authors::{
    DiffArgs, ExportArgs, FmtArgs, ImportArgs, NewArgs, RenameArgs, Sheet, Template,
};
pub(super) use backtest::code;
pub use backtest::{BacktestArgs, StatusQuoPlace};
pub use ensemble::{EnsembleArgs, EnsembleFormat};
pub use figure::FigureArgs;
pub use forecast::ForecastArgs;
pub use hindcast::HindcastArgs;
pub use pack::PackArgs;
pub use report::{ReportArgs, ReportFormat, ReportPart};

/// Runs an open debate of a council, turn by turn, from a scenario file.
///
/// Without a command the window opens. FILE is a path, `-` for standard input, or the id of a
/// bundled scenario (see `horseshoe list`).
#[derive(Debug, Clone, Parser)]
#[command(name = "horseshoe", version, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A scenario to open in the window.
    pub file: Option<String>,
}

/// A command that needs no display.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// List the bundled scenarios: id, title, date, body.
    List,
    /// Check scenario files and print every problem with its place and its mend.
    Check(CheckArgs),
    /// Write a new scenario, from a template or from a copy with members replaced.
    New(NewArgs),
    /// Give a member, an issue, an outcome or a source another identifier, wherever it is named.
    Rename(RenameArgs),
    /// Put scenario files into the canonical layout; comments and line breaks stay.
    Fmt(FmtArgs),
    /// Write the members or the positions of a scenario as a table (CSV).
    Export(ExportArgs),
    /// Take members or positions from a table (CSV) into a scenario file; all else in it stays.
    Import(ImportArgs),
    /// Tell in words what differs between two scenario files: who moved, by how much, who is new,
    /// and what that does to the chances of each outcome.
    Diff(DiffArgs),
    /// Print a JSON Schema of scenario files, for editors and other programs.
    Schema,
    /// List the phrases from which statements are made, check a phrasebook of your own, or begin one.
    Phrases(PhrasesArgs),
    /// Tell the long story of a diagnostic, such as S012; without a code, list them all.
    Explain {
        /// The code, as `horseshoe check` prints it.
        code: Option<String>,
    },
    /// Print the author's manual of the scenario file.
    Manual,
    /// Run one debate and print the simulated record and the results.
    Run(RunArgs),
    /// Run many debates and print how often each outcome is adopted, and how sure that is.
    Ensemble(EnsembleArgs),
    /// Print the exact chances of each outcome from the opening positions, without sampling.
    ///
    /// With --record, at any moment of a saved meeting.
    Forecast(ForecastArgs),
    /// Verify a saved record: that it is whole, and the same when the debate is held again.
    Replay {
        /// The record, as `horseshoe run --save` wrote it.
        record: String,
    },
    /// Print the voting power of each voting member: Shapley-Shubik and normalized Banzhaf.
    Power(FileArgs),
    /// Print what five collective-decision models make of the opening positions, per issue.
    ///
    /// Median voter (Black 1958), compromise mean (Van den Bos 1991; Achen 2006), asymmetric Nash
    /// bargaining (Nash 1950; Kalai 1977), challenge model (Bueno de Mesquita 1994; Scholz, Calbert
    /// & Smith 2011) and exchange model (Stokman & Van Oosten 1994). They read the position,
    /// influence and salience of the voting members and know no procedure and no veto.
    Opinions(FileArgs),
    /// Compare the model with what really happened, per member and outcome: hits and scores beside
    /// four baselines, with intervals, and each miss with the number behind it.
    Hindcast(HindcastArgs),
    /// Fit a vote model to roll calls and score it on later years, beside simple baselines.
    Backtest(BacktestArgs),
    /// Write a figure of the analysis as a picture (SVG) or as a table (CSV).
    Figure(FigureArgs),
    /// Write the class pack: role cards, ballot slips, the rules, run sheets and more as one HTML
    /// file to print.
    Pack(PackArgs),
    /// Write the report of a saved record: HTML, Markdown or JSON; of several, one table (CSV).
    Report(ReportArgs),
    /// Draw a screen as a PNG file, without a display.
    #[cfg(feature = "gui")]
    Picture(PictureArgs),
    /// Print a script of completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// What to check.
#[derive(Debug, Clone, clap::Args)]
pub struct CheckArgs {
    /// Scenario files, `-`, or ids of bundled scenarios.
    #[arg(required = true)]
    pub files: Vec<String>,
    /// How the problems are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// First make the mends that are certain, such as a misspelt name with one near name: the
    /// difference is shown, the file written anew, and the file as it was kept beside it.
    #[arg(long)]
    pub fix: bool,
    /// Also remark on what forecasts and many runs show: foregone conclusions, members that never
    /// matter, questions nobody answers and others. Remarks do not change the exit status.
    #[arg(long)]
    pub doctor: bool,
    /// How many runs the doctor's figures rest on; 400, or fewer of very large scenarios, if left
    /// out.
    #[arg(long, requires = "doctor", value_parser = clap::value_parser!(u64).range(1..))]
    pub runs: Option<u64>,
    /// Further words the doctor asks to say otherwise, one line each:
    /// `word, another = what to say instead unless an exception`.
    #[arg(long, requires = "doctor", value_name = "FILE")]
    pub words: Vec<String>,
}

/// What to run.
#[derive(Debug, Clone, clap::Args)]
pub struct RunArgs {
    /// A scenario file, `-`, or the id of a bundled scenario.
    pub file: String,
    /// The seed of the debate: the same seed gives the same debate.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Draw uncertain positions anew: the run that `ensemble --vary` holds with this seed.
    #[arg(long)]
    pub vary: bool,
    /// How the debate is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Only the results, not the record.
    #[arg(long)]
    pub quiet: bool,
    /// Why a member ended as it did on an outcome: the chain of reasons back to the scenario.
    #[arg(long, value_name = "MEMBER:OUTCOME")]
    pub why: Option<String>,
    /// Also save the record, with the whole scenario in it, to this file.
    #[arg(long, value_name = "RECORD")]
    pub save: Option<PathBuf>,
    /// Tell it in the phrases of the phrasebook in this folder.
    #[arg(long, value_name = "FOLDER")]
    pub phrases: Option<PathBuf>,
}

/// Which phrasebook.
#[derive(Debug, Clone, clap::Args)]
pub struct PhrasesArgs {
    /// A folder with a phrasebook to check; without one, the lists of the bundled phrasebook.
    pub folder: Option<PathBuf>,
    /// Write the bundled phrasebook to this folder, to begin one of your own.
    #[arg(long, value_name = "FOLDER", conflicts_with = "folder")]
    pub write: Option<PathBuf>,
}

/// Of which scenario, and how it is written.
#[derive(Debug, Clone, clap::Args)]
pub struct FileArgs {
    /// A scenario file, `-`, or the id of a bundled scenario.
    pub file: String,
    /// How the answer is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What to draw.
#[cfg(feature = "gui")]
#[derive(Debug, Clone, clap::Args)]
pub struct PictureArgs {
    /// A scenario file, `-`, or the id of a bundled scenario.
    pub file: String,
    /// The screen.
    #[arg(long, value_enum, default_value_t = PictureScreen::Chamber)]
    pub screen: PictureScreen,
    /// The figure of the analysis, which is then the screen: support, members, map, influence,
    /// questions, votes, ensemble, hangs, opinions or power.
    #[arg(long, value_name = "KEY", value_parser = figure::chart)]
    pub figure: Option<crate::report::charts::Chart>,
    /// The part of the screen of the class.
    #[arg(long, value_enum, default_value_t = PicturePart::Questions)]
    pub part: PicturePart,
    /// The turn to show; the last, if left out.
    #[arg(long)]
    pub turn: Option<usize>,
    /// A delegation that is played, by its identifier: the screen is as its player sees it at the
    /// turn, what came before left to the model. Several take turns; the President's is `chair`.
    #[arg(long, value_name = "MEMBER")]
    pub seat: Vec<String>,
    /// Letters stand in place of States.
    #[arg(long)]
    pub anonymous: bool,
    /// The seed of the debate.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Width and height in pixels, such as 1600x1000.
    #[arg(long, default_value = "1600x1000", value_parser = size)]
    pub size: (u32, u32),
    /// Light or dark.
    #[arg(long, value_enum, default_value_t = PictureTheme::Light)]
    pub theme: PictureTheme,
    /// Where to write the PNG file.
    #[arg(short, long, value_name = "FILE.png", value_parser = png)]
    pub output: PathBuf,
}

/// A screen that can be drawn.
#[cfg(feature = "gui")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PictureScreen {
    /// The library of scenarios.
    Library,
    /// The briefing of the scenario.
    Briefing,
    /// The debate.
    Chamber,
    /// Charts of the debate.
    Analysis,
    /// What became of the debate.
    Debrief,
    /// What is public, for the back row.
    Projector,
    /// What a class enters and learns.
    Class,
}

/// A part of the screen of the class that can be drawn.
#[cfg(feature = "gui")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PicturePart {
    /// What the class knows.
    Questions,
    /// What it expects.
    Predictions,
    /// What it hears.
    Notes,
    /// Who sits in which seat.
    Names,
    /// What the teacher steers.
    Teacher,
}

/// A theme of pictures.
#[cfg(feature = "gui")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PictureTheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Reads the name of a picture: what is written is PNG, and the name must not say otherwise.
#[cfg(feature = "gui")]
fn png(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    let is_png = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("png"));
    if is_png {
        Ok(path)
    } else {
        Err("pictures are PNG files; write a name such as a.png".to_owned())
    }
}

/// Reads a size such as 1600x1000.
fn size(text: &str) -> Result<(u32, u32), String> {
    let side = |part: &str| part.parse::<u32>().ok().filter(|side| (320..=8192).contains(side));
    text.split_once('x')
        .and_then(|(width, height)| Some((side(width)?, side(height)?)))
        .ok_or_else(|| "write width x height, each from 320 to 8192, such as 1600x1000".to_owned())
}
