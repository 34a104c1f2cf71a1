//! The command line: everything that needs no display.

pub mod args;
mod authors;
mod backtest;
mod check;
mod diff;
mod doctor;
mod ensemble;
mod explain;
mod figure;
mod forecast;
mod hindcast;
mod interrupt;
mod list;
mod opinions;
mod pack;
mod phrases;
mod power;
mod replay;
mod report;
mod run;
mod schema;
mod source;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory as _;

use crate::scenario::nearest;

use args::{Args, Command};

/// What a command comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Done.
    Done,
    /// The scenario has errors, or a check fails.
    Failed,
    /// The command was used wrongly.
    Misused,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::SUCCESS,
            Status::Failed => Self::FAILURE,
            Status::Misused => Self::from(2),
        }
    }
}

/// Where a command writes.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Diagnostics.
    pub err: &'a mut dyn Write,
    /// Whether diagnostics may use colour.
    pub color: bool,
    /// Whether somebody may be watching, who wants to see how far long work has come.
    pub watched: bool,
}

impl std::fmt::Debug for Console<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console").field("color", &self.color).finish_non_exhaustive()
    }
}

/// What to say of a word that is no command; nothing, when it is one.
pub fn unknown_command(word: &str) -> Option<String> {
    let program = Args::command();
    let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
    if word == "help" || names.contains(&word) {
        return None;
    }
    let near = nearest(word, names.iter().copied());
    let hint = near.map_or_else(
        || "`horseshoe --help` lists them".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Some(format!("there is no command `{word}`; {hint}"))
}

/// Carries out a command that needs no display.
///
/// # Errors
/// When the results cannot be written.
pub fn run(command: &Command, console: &mut Console<'_>) -> io::Result<Status> {
    match command {
        Command::List => list::list(console),
        Command::Check(args) => check::check(args, console),
        Command::New(args) => authors::new(args, console),
        Command::Rename(args) => authors::rename(args, console),
        Command::Fmt(args) => authors::fmt(args, console),
        Command::Export(args) => authors::export(args, console),
        Command::Import(args) => authors::import(args, console),
        Command::Explain { code: Some(code) } => explain::explain(code, console),
        Command::Explain { code: None } => explain::list(console),
        Command::Manual => explain::manual(console),
        Command::Run(args) => run::run(args, console),
        Command::Ensemble(args) => ensemble::ensemble(args, console),
        Command::Figure(args) => figure::figure(args, console),
        Command::Pack(args) => pack::pack(args, console),
        Command::Forecast(args) => forecast::forecast(args, console),
        Command::Replay { record } => replay::replay(record, console),
        Command::Report(args) => report::of_records(args, console),
        Command::Power(args) => power::power(args, console),
        Command::Opinions(args) => opinions::opinions(args, console),
        Command::Hindcast(args) => hindcast::hindcast(args, console),
        Command::Backtest(args) => backtest::backtest(args, console),
        Command::Diff(args) => diff::diff(args, console),
        Command::Schema => schema::schema(console),
        Command::Phrases(args) => phrases::phrases(args, console),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "horseshoe", &mut script);
            console.out.write_all(&script)?;
            Ok(Status::Done)
        }
        #[cfg(feature = "gui")]
        Command::Picture(_) => {
            writeln!(console.err, "error: pictures are drawn by the window's part of the program")?;
            Ok(Status::Failed)
        }
    }
}
