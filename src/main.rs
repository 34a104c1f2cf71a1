//! Starts a command, or the window.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use horseshoe::cli::args::{Args, Command};
use horseshoe::cli::{Console, run};

fn main() -> ExitCode {
    let args = Args::parse();
    match args.command {
        Some(command) => carry_out(&command),
        None => open_window(args.file.as_deref()),
    }
}

fn carry_out(command: &Command) -> ExitCode {
    let terminals = io::stdout().is_terminal() && io::stderr().is_terminal();
    let color = terminals && std::env::var_os("NO_COLOR").is_none();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    let mut console = Console { out: &mut out, err: &mut err, color };
    let done = run(command, &mut console).and_then(|status| out.flush().map(|()| status));
    match done {
        Ok(status) => status.into(),
        // The reader of a pipe has gone: there is nobody left to tell.
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(fault) => fail(&format!("the results cannot be written: {fault}")),
    }
}

#[cfg(not(feature = "gui"))]
fn open_window(_file: Option<&str>) -> ExitCode {
    fail(
        "this build has no window; the commands that need none are list, check, explain, run and \
         forecast (see `horseshoe --help`)",
    )
}

#[cfg(feature = "gui")]
fn open_window(_file: Option<&str>) -> ExitCode {
    fail("x")
}

/// Says what is wrong; a failure to say so changes nothing.
fn fail(message: &str) -> ExitCode {
    drop(writeln!(io::stderr(), "error: {message}"));
    ExitCode::FAILURE
}
