//! Starts a command, or the window.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
#[cfg(feature = "gui")]
use eframe::egui::{Theme, Vec2};
use horseshoe::cli::args::{Args, Command};
use horseshoe::cli::{self, Console, run};
#[cfg(feature = "gui")]
use horseshoe::{
    Seed,
    app::{ClassPart, Picture, Screen, picture},
    cli::args::{PictureArgs, PicturePart, PictureScreen, PictureTheme},
    scenario::Naming,
    store::open,
};

fn main() -> ExitCode {
    if let Some(message) = misspelt_command() {
        drop(writeln!(io::stderr(), "error: {message}"));
        return ExitCode::from(2);
    }
    let args = Args::parse();
    match args.command {
        #[cfg(feature = "gui")]
        Some(Command::Picture(args)) => draw(&args),
        Some(command) => carry_out(&command),
        None => open_window(args.file.as_deref()),
    }
}

/// What to say of a first word that is neither a command nor a file, when others follow it: one
/// file alone may be named to open the window.
fn misspelt_command() -> Option<String> {
    let mut words = std::env::args().skip(1);
    let first = words.next().filter(|first| !first.starts_with('-'))?;
    words.next()?;
    cli::unknown_command(&first).filter(|_| !std::path::Path::new(&first).exists())
}

fn carry_out(command: &Command) -> ExitCode {
    let terminals = io::stdout().is_terminal() && io::stderr().is_terminal();
    let color = terminals && std::env::var_os("NO_COLOR").is_none();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    let watched = io::stderr().is_terminal();
    let mut console = Console { out: &mut out, err: &mut err, color, watched };
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
        "this build has no window; the commands that need none are list, check, explain, run, \
         forecast, ensemble and others (see `horseshoe --help`)",
    )
}

#[cfg(feature = "gui")]
fn open_window(file: Option<&str>) -> ExitCode {
    match horseshoe::app::open_window(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => fail(&message),
    }
}

/// Draws a screen as a PNG file.
#[cfg(feature = "gui")]
fn draw(args: &PictureArgs) -> ExitCode {
    let opened = match open(&args.file) {
        Ok(opened) => opened,
        Err(message) => return fail(&message),
    };
    let loaded = opened.load();
    let Some(scenario) = loaded.scenario else {
        let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        drop(write!(io::stderr(), "{}", loaded.diagnostics.render(color)));
        return ExitCode::FAILURE;
    };
    let it = Picture {
        scenario,
        name: opened.name,
        screen: match args.screen {
            _ if args.figure.is_some() => Screen::Analysis,
            PictureScreen::Library => Screen::Library,
            PictureScreen::Briefing => Screen::Briefing,
            PictureScreen::Chamber => Screen::Chamber,
            PictureScreen::Analysis => Screen::Analysis,
            PictureScreen::Debrief => Screen::Debrief,
            PictureScreen::Projector => Screen::Projector,
            PictureScreen::Class => Screen::Class,
        },
        figure: args.figure,
        part: match args.part {
            PicturePart::Questions => ClassPart::Questions,
            PicturePart::Predictions => ClassPart::Predictions,
            PicturePart::Notes => ClassPart::Notes,
            PicturePart::Names => ClassPart::Names,
            PicturePart::Teacher => ClassPart::Teacher,
        },
        seats: args.seat.clone(),
        naming: if args.anonymous { Naming::Letters } else { Naming::Names },
        turn: args.turn,
        seed: Seed(args.seed),
        size: Vec2::new(args.size.0 as f32, args.size.1 as f32),
        theme: match args.theme {
            PictureTheme::Light => Theme::Light,
            PictureTheme::Dark => Theme::Dark,
        },
    };
    match picture(&it, &args.output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => fail(&message),
    }
}

/// Says what is wrong; a failure to say so changes nothing.
fn fail(message: &str) -> ExitCode {
    drop(writeln!(io::stderr(), "error: {message}"));
    ExitCode::FAILURE
}
