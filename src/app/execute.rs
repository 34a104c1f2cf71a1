//! Carries commands out: dispatch only, each arm one call.

use std::sync::Arc;

use eframe::egui::{Context, Theme};

use crate::session::Session;
use crate::stream::Seed;

use super::App;
use super::command::{Command, PlaybackCommand, Screen, Source};
use super::jobs::Done;
use super::library::Problems;
use super::shell::{Message, Severity};

impl App {
    /// Carries out one command. The only place where the document changes by a person's wish.
    pub(super) fn execute(&mut self, command: Command, ctx: &Context) {
        match command {
            Command::Show(screen) => self.show(screen),
            Command::OpenSelected => self.open_selected(ctx),
            Command::Select(neighbor) => self.library.select(neighbor),
            Command::Open(source) => self.open_source(source, ctx),
            Command::ChooseFile => self.jobs.choose(ctx),
            Command::ReadAgain => self.read_again(ctx),
            Command::DismissProblems => self.library.problems = None,
            Command::Start => self.screens.show(Screen::Chamber),
            Command::Playback(command) => self.play(command),
            Command::NewLuck => self.new_luck(),
            Command::Restart { seed, turns } => self.restart(seed, turns),
            Command::SwitchTheme => switch_theme(ctx),
            Command::ToggleHelp => self.shell.help = !self.shell.help,
            Command::CloseHelp => self.shell.help = false,
            Command::DismissNotice => self.shell.message = None,
        }
    }

    fn show(&mut self, screen: Screen) {
        if screen != self.screens.current() {
            self.shell.forget_information();
        }
        self.screens.show(screen);
    }

    fn open_selected(&mut self, ctx: &Context) {
        if let Some(book) = self.library.books.get(self.library.selected) {
            self.open_source(book.source.clone(), ctx);
        }
    }

    /// Opens a scenario. The debate that is open goes on where it was left.
    fn open_source(&mut self, source: Source, ctx: &Context) {
        let is_bundled = matches!(source, Source::Bundled(_));
        let is_open = self.library.open.as_ref() == Some(&source) && self.session.is_some();
        match self.library.book(&source) {
            Some(_) if is_bundled && is_open => self.screens.show(Screen::Briefing),
            Some(book) if is_bundled => {
                let scenario = Arc::clone(&book.scenario);
                self.open(source, scenario);
            }
            // A file may have changed since it was read.
            _ => self.jobs.read(source, ctx),
        }
    }

    fn read_again(&mut self, ctx: &Context) {
        if let Some(problems) = &self.library.problems {
            self.jobs.read(problems.source.clone(), ctx);
        }
    }

    /// Takes in what a job has brought.
    pub(super) fn receive(&mut self, done: Done, ctx: &Context) {
        match done {
            Done::Chosen(Some(path)) => self.jobs.read(Source::Path(path), ctx),
            // Closing the dialog and having none look the same: the path field is always there.
            Done::Chosen(None) => self.screens.show(Screen::Library),
            Done::Read { loaded: Err(text), .. } => self.shell.say(Severity::Warning, text),
            Done::Read { source, loaded: Ok(loaded) } => {
                let warnings = loaded.diagnostics.len();
                self.library.problems = (warnings > 0)
                    .then(|| Problems { source: source.clone(), diagnostics: loaded.diagnostics });
                match loaded.scenario {
                    Some(scenario) => {
                        self.open(source, scenario);
                        if warnings > 0 {
                            self.warn_of(warnings);
                        }
                    }
                    None => self.screens.show(Screen::Library),
                }
            }
        }
    }

    fn warn_of(&mut self, warnings: usize) {
        let words = if warnings == 1 { "1 warning" } else { &format!("{warnings} warnings") };
        self.shell.message = Some(Message {
            severity: Severity::Information,
            text: format!("The scenario is open; its file has {words}."),
            action: Some(("Show", Command::Show(Screen::Library))),
        });
    }

    /// Opens a scenario at its beginning.
    pub(super) fn open(&mut self, source: Source, scenario: Arc<crate::scenario::Scenario>) {
        let source = self.library.known(source, &scenario);
        self.library.shelve(source, Arc::clone(&scenario));
        self.session = Some(Session::new(scenario, self.seed));
        self.shell.message = None;
        self.screens.forget();
        self.screens.show(Screen::Briefing);
    }

    fn play(&mut self, command: PlaybackCommand) {
        let Some(session) = &mut self.session else { return };
        let playing = session.playback.is_playing();
        match command {
            PlaybackCommand::PlayOrPause if playing => session.playback.pause(),
            PlaybackCommand::PlayOrPause => session.play(),
            PlaybackCommand::Step => session.step(),
            PlaybackCommand::Back => session.back(),
            PlaybackCommand::ToStart => session.seek(0),
            PlaybackCommand::ToEnd => session.seek(usize::MAX),
            PlaybackCommand::NextSpeed => session.playback.next_speed(),
            PlaybackCommand::Seek(turns) => session.seek(turns),
        }
    }

    fn new_luck(&mut self) {
        let Some(session) = &self.session else { return };
        let (old, turns) = (session.seed(), session.cursor());
        let seed = Seed(old.0.wrapping_add(1));
        self.restart(seed, 0);
        self.shell.message = Some(Message {
            severity: Severity::Information,
            text: format!("The debate starts again with seed {}.", seed.0),
            action: Some(("Back to the debate before", Command::Restart { seed: old, turns })),
        });
    }

    fn restart(&mut self, seed: Seed, turns: usize) {
        let Some(session) = &self.session else { return };
        let speed = session.playback.speed();
        let mut session = Session::new(Arc::clone(session.scenario()), seed);
        session.playback.set_speed(speed);
        session.seek(turns);
        self.seed = seed;
        self.session = Some(session);
        self.shell.message = None;
    }
}

fn switch_theme(ctx: &Context) {
    let theme = match ctx.theme() {
        Theme::Dark => Theme::Light,
        Theme::Light => Theme::Dark,
    };
    ctx.set_theme(theme);
}
