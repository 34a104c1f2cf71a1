//! The window: what a person sees and touches. The only folder that names egui.
#![expect(missing_docs, reason = "fields of plain row structs say what they are by their names")]

mod beside;
mod branches;
mod change;
mod class;
mod clock;
mod command;
mod context;
mod copies;
mod crash;
mod disk;
mod execute;
mod exports;
mod jobs;
mod keeping;
mod library;
mod look;
mod marks;
mod picture;
mod playing;
pub mod raster;
mod reports;
mod runs;
mod screens;
mod settings;
mod shell;
mod summary;
pub mod theme;
mod turn_words;
mod typed;
pub mod views;
mod watch;
pub mod widgets;
mod window;
mod yours;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use eframe::egui::{Context, Theme, Ui};

use crate::session::Session;
use crate::store::journal::Journal;
use crate::stream::Seed;

pub use beside::{Beside, DEBATES};
pub use command::{
    BranchCommand, ClassPart, Command, Entry, FileKind, Group, HintCommand, LookCommand, Neighbor,
    Overlay, PauseAt, PlaybackCommand, Pupils, Screen, SeatCommand, Source, Steer, TABLE,
};
pub use context::{Mailbox, ViewCtx};
pub use picture::{Picture, picture};
pub use runs::Runs;
pub use window::open_window;

use clock::TurnClock;
use disk::Disk;
use jobs::{Jobs, Lane};
pub use library::Library;
use screens::Screens;
use settings::Settings;
use shell::{Severity, Shell};
use theme::Motion;
use yours::Yours;

/// The app behind the window.
#[derive(Debug)]
pub struct App {
    session: Option<Session>,
    library: Library,
    screens: Screens,
    shell: Shell,
    jobs: Jobs,
    runs: Option<Runs>,
    /// Many debates with the model in a seat that was played, one of these for each seat.
    beside: Vec<Beside>,
    disk: Disk,
    queue: Receiver<Command>,
    mailbox: Mailbox,
    /// The luck of the debate that is open, and of the next.
    seed: Seed,
    /// Whether the second window for the back row is open.
    projecting: bool,
    /// Where what a person does is written down as it happens.
    journal: Option<Journal>,
    /// Whether the debate was left in the middle, or something was done in it.
    is_unfinished: bool,
    settings: Settings,
    clock: TurnClock,
    /// The settings as they were written last.
    written: Settings,
    /// The folder of the program's data; without one, nothing is remembered.
    folder: Option<PathBuf>,
}

impl App {
    /// The app with its library on screen, drawn in `ctx`.
    pub fn new(ctx: &Context, motion: Motion) -> Self {
        ctx.options_mut(|options| {
            options.fallback_theme = Theme::Light;
            // The table of commands has these keys.
            options.zoom_with_keyboard = false;
        });
        theme::apply(ctx, motion);
        ctx.add_plugin(marks::Marks::default());
        let (sender, queue) = channel();
        Self {
            session: None,
            library: Library::new(),
            screens: Screens::default(),
            shell: Shell::default(),
            jobs: Jobs::default(),
            runs: None,
            beside: Vec::new(),
            disk: Disk::default(),
            queue,
            mailbox: Mailbox::new(sender, ctx.clone()),
            seed: Seed(1),
            projecting: false,
            journal: None,
            is_unfinished: false,
            clock: TurnClock::default(),
            settings: Settings { reduced_motion: motion == Motion::Reduced, ..Settings::quiet() },
            written: Settings::quiet(),
            folder: None,
        }
    }

    /// The same app with a folder for the program's data, which need not be there yet: settings,
    /// and a person's own scenarios.
    #[must_use]
    pub fn with_folder(mut self, path: PathBuf, ctx: &Context) -> Self {
        let (settings, fault) = Settings::read(&path);
        if let Some(fault) = fault {
            self.shell.say(Severity::Warning, fault);
        }
        self.library.restore(&settings.recent);
        self.with_settings(settings, ctx);
        self.library.yours = Some(Yours::new(path.join(yours::FOLDER)));
        self.disk.look_at_folder();
        self.folder = Some(path);
        self.look_for_journals(ctx);
        self
    }

    /// Asks for a change before the next frame.
    pub fn send(&self, command: Command) {
        self.mailbox.send(command);
    }

    /// The debate that is open.
    pub const fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// What can be opened, and what was opened lately.
    pub const fn library(&self) -> &Library {
        &self.library
    }

    /// The screen that is shown.
    pub const fn screen(&self) -> Screen {
        self.screens.current()
    }

    /// Waits for what happens beside the window, and takes it in: for pictures and tests.
    pub fn wait(&mut self, ctx: &Context) {
        while self.jobs.are_running() {
            for done in self.jobs.wait() {
                self.receive(done, ctx);
            }
            self.tend(ctx);
        }
        self.jobs.join();
    }

    /// What happens before a frame: time passes, keys are read, commands carried out.
    pub fn advance(&mut self, ctx: &Context) {
        let seconds = f64::from(ctx.input(|input| input.unstable_dt));
        if let Some(session) = &mut self.session {
            session.advance(seconds);
        }
        self.tick(seconds, ctx);
        for done in self.jobs.poll() {
            self.receive(done, ctx);
        }
        for path in dropped_files(ctx) {
            self.jobs.read(Source::Path(path), ctx);
        }
        for command in self.shell.commands(ctx, self.screens.current(), self.session.as_ref()) {
            self.execute(command, ctx);
        }
        while let Ok(command) = self.queue.try_recv() {
            self.execute(command, ctx);
        }
        self.look_when_focused(ctx);
        self.tend(ctx);
        self.note();
        self.remember(ctx);
        self.shell.toasts.advance(ctx);
        self.library.waiting = self.jobs.is_running(Lane::Open);
        let next = self.session.as_mut().and_then(|session| session.advance(0.0));
        if let Some(seconds) = next {
            // A moment more than is left, so that the turn has fallen due when the frame comes.
            ctx.request_repaint_after(Duration::from_secs_f64(seconds + 0.001));
        }
    }

    /// Lets the time of a player's turn pass, and shows it second by second.
    fn tick(&mut self, seconds: f64, ctx: &Context) {
        if self.settings.turn_minutes.is_some()
            && let Some(next) = self.clock.advance(self.session.as_ref(), seconds)
        {
            ctx.request_repaint_after(Duration::from_secs_f64(next + 0.001));
        }
    }

    /// Draws the frame.
    pub fn draw(&mut self, ui: &mut Ui) {
        let Self {
            session, library, screens, shell, runs, beside, mailbox, settings, clock, ..
        } = self;
        let (session, runs) = (session.as_ref(), runs.as_ref());
        let tokens = theme::tokens(ui);
        let clock = &*clock;
        let ctx = ViewCtx { session, library, settings, clock, runs, beside, tokens, mailbox };
        let screen = screens.current();
        // The back row has no use for a bar.
        if screen != Screen::Projector {
            Shell::bar(ctx, screen, ui);
            shell.notices(ctx, screen, ui);
        }
        screens.ui(ctx, ui);
        shell.overlay(ctx, screen, ui);
        if self.projecting {
            window::second(ctx, screens, ui);
        }
    }
}

fn dropped_files(ctx: &Context) -> Vec<PathBuf> {
    ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect())
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.advance(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end_journal();
        self.remember_now();
    }
}
