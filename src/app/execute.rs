//! Carries commands out: dispatch only, each arm one call.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Context, ViewportCommand};

use crate::scenario::{Loaded, Naming, Scenario};
use crate::session::Session;
use crate::stream::Seed;

use super::App;
use super::command::{Command, Neighbor, PlaybackCommand, Screen, Source};
use super::jobs::Done;
use super::library::Book;
use super::playing::held_anew;
use super::shell::{Message, Severity};

impl App {
    /// Carries out one command. The only place where the document changes by a person's wish.
    pub(super) fn execute(&mut self, command: Command, ctx: &Context) {
        match command {
            Command::Show(screen) => self.show(screen),
            Command::ShowClass(part) => self.show_class(part),
            Command::OpenSelected => self.open_selected(ctx),
            Command::Select(neighbor) => self.select(neighbor),
            Command::Open(source) => self.open_source(source, ctx),
            Command::ChooseFile => self.jobs.choose(ctx),
            Command::ReadAgain => self.read_again(ctx),
            Command::DismissProblems => self.library.problems = None,
            Command::Reload => self.reload(ctx),
            Command::KeepOpen => self.keep_open(),
            Command::SeeChange => self.see_change(),
            Command::Copy(source) => self.copy(source, ctx),
            Command::CopyChosen => self.copy_chosen(ctx),
            Command::ShowFile(path) => self.show_file(&path),
            Command::OpenFolder => self.open_folder(ctx),
            Command::Start => self.screens.show(Screen::Chamber),
            Command::Playback(command) => self.play(command),
            Command::FindInRecord => self.screens.find_in_record(),
            Command::Summary => self.screens.switch_summary(),
            Command::NewLuck => self.new_luck(),
            Command::Restart { seed, turns } => self.restart(seed, turns),
            Command::SaveRecord => self.save_record(ctx),
            Command::SaveReport(wanted) => self.save_report(wanted, ctx),
            Command::SaveSummary => self.save_summary(ctx),
            Command::SavePack { anonymous } => self.save_pack(anonymous, ctx),
            Command::SaveClass(pupils) => self.save_class(pupils, ctx),
            Command::Recover(path) => self.jobs.recover(path, ctx),
            Command::DiscardJournal(path) => self.discard_journal(&path),
            Command::Branch(command) => self.branch(command),
            Command::Seat(command) => self.seat(command),
            Command::SwitchPause(at) => self.switch_pause(at),
            Command::Look(command) => self.change_look(command, ctx),
            Command::Projector => self.projecting = !self.projecting,
            Command::Leave => self.show(Screen::Chamber),
            Command::Overlay(overlay) => self.shell.lay(overlay),
            Command::CloseOverlay => self.shell.close(),
            Command::Dismiss(toast) => self.shell.toasts.dismiss(toast),
            Command::Hint(command) => self.hint(command),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Explain(outcome, turns) => {
                self.play(PlaybackCommand::Seek(turns));
                self.screens.explain(outcome, turns);
            }
            Command::ShowFigure(chart) => self.screens.show_figure(chart),
            Command::SaveShown(kind) => self.save_shown(kind, ctx),
            Command::SaveFigure(figure, kind) => self.save_figure(&figure, kind, ctx),
            Command::OpenExports => self.open_exports(ctx),
            Command::RunMany { runs, varied } => self.run_many(runs, varied, ctx),
            Command::CancelRuns => self.cancel_runs(),
            Command::HoldBeside(who) => self.hold_beside(who, ctx),
            Command::CancelBeside => self.cancel_beside(),
        }
    }

    pub(super) fn show(&mut self, screen: Screen) {
        if screen != self.screens.current() {
            self.shell.toasts.forget_information();
        }
        self.screens.show(screen);
    }

    fn open_selected(&mut self, ctx: &Context) {
        if let Some(book) = self.library.chosen() {
            self.open_source(book.source.clone(), ctx);
        }
    }

    /// Chooses a card among those that the library shows.
    fn select(&mut self, neighbor: Neighbor) {
        if let Some(book) = self.screens.card(neighbor, self.library.selected) {
            self.library.select(book);
        }
    }

    fn show_file(&mut self, path: &Path) {
        self.library.select_file(path);
        self.show(Screen::Library);
    }

    /// Opens a scenario. The debate that is open goes on where it was left.
    fn open_source(&mut self, source: Source, ctx: &Context) {
        let is_bundled = matches!(source, Source::Bundled(_));
        let is_open = self.library.open.as_ref() == Some(&source) && self.session.is_some();
        match self.library.book(&source).and_then(Book::scenario) {
            Some(_) if is_bundled && is_open => self.screens.show(Screen::Briefing),
            Some(scenario) if is_bundled => {
                let scenario = Arc::clone(scenario);
                self.open(source, scenario);
            }
            // A file may have changed since it was read.
            _ => self.jobs.read(source, ctx),
        }
    }

    /// Takes in what a job has brought.
    pub(super) fn receive(&mut self, done: Done, ctx: &Context) {
        match done {
            Done::Chosen(Some(path)) => self.jobs.read(Source::Path(path), ctx),
            // Closing the dialog and having none look the same: the path field is always there.
            Done::Chosen(None) => {
                self.screens.show(Screen::Library);
                let text = "No file was chosen. Its path can be typed below, under “From a file”, \
                            or the file dropped on the window.";
                self.shell.say(Severity::Information, text.to_owned());
            }
            Done::Read { loaded: Err(text), .. }
            | Done::Shown(Err(text))
            | Done::Ran(Err(text)) => {
                self.shell.say(Severity::Warning, text);
            }
            Done::Read { source, loaded: Ok(loaded) } => self.take(source, loaded),
            Done::Looked(looked) => self.library.place(looked),
            Done::Checked(files) => self.checked(files),
            Done::Watching(watching) => self.watched(watching),
            Done::Copied(copied) => self.copied(copied),
            Done::Written(Err(text)) => self.shell.say(Severity::Warning, text),
            Done::Record { source, opened } => self.take_record(&source, opened),
            Done::Journals(found) => self.offer(found),
            Done::Recovered(found) => self.recovered(found),
            Done::Saved(saved) => self.saved(saved),
            Done::Shown(Ok(())) | Done::Written(Ok(())) | Done::Ran(Ok(())) => {}
        }
    }

    /// Takes in a file that was read: opens it, or shows what is wrong with it.
    fn take(&mut self, source: Source, loaded: Loaded) {
        let warnings = loaded.diagnostics.len();
        let is_good = loaded.scenario.is_some();
        self.library.show_problems(source.clone(), loaded.diagnostics, is_good);
        let Some(scenario) = loaded.scenario else {
            return self.screens.show(Screen::Library);
        };
        let source = self.library.known(source, &scenario);
        let again = self.library.open.as_ref() == Some(&source);
        let open = self.session.as_ref().filter(|_| again).map(Session::scenario);
        if open.is_some_and(|open| open.digest == scenario.digest) {
            return self.stay(&source);
        }
        let in_chamber = self.screens.current() == Screen::Chamber;
        let name = source.short_name();
        self.open(source, scenario);
        if again && in_chamber {
            self.screens.show(Screen::Chamber);
            let text = format!("{name} has been read again; the debate begins anew.");
            self.shell.say(Severity::Information, text);
        }
        if warnings > 0 {
            self.warn_of(warnings);
        }
    }

    /// What was read is what is open: the debate goes on where it was left.
    fn stay(&mut self, source: &Source) {
        self.shell.on_disk = None;
        match self.screens.current() {
            Screen::Library if self.library.problems.is_none() => {
                self.screens.show(Screen::Briefing);
            }
            _ => {
                let text = format!("{} has not changed.", source.short_name());
                self.shell.say(Severity::Information, text);
            }
        }
    }

    fn warn_of(&mut self, warnings: usize) {
        let words = if warnings == 1 { "1 warning" } else { &format!("{warnings} warnings") };
        self.shell.toasts.tell(Message {
            severity: Severity::Information,
            text: format!("The scenario is open; its file has {words}."),
            actions: vec![("Show", Command::Show(Screen::Library))],
        });
    }

    /// Opens a scenario at its beginning.
    pub(super) fn open(&mut self, source: Source, scenario: Arc<Scenario>) {
        let source = self.library.known(source, &scenario);
        // A file that was read again is the same to a class.
        let is_by_letters = self.library.open.as_ref() == Some(&source)
            && self.session.as_ref().is_some_and(|it| it.naming().is_by_letters());
        self.library.remember(source.clone(), &scenario.title);
        self.library.shelve(source, Arc::clone(&scenario));
        self.forget_runs(&scenario);
        let mut session = Session::new(scenario, self.seed);
        if is_by_letters {
            session.name_by(Naming::Letters);
        }
        self.sit(session);
        self.shell.toasts.clear();
        self.shell.on_disk = None;
        self.disk.forget();
        self.screens.forget();
        self.screens.show(Screen::Briefing);
    }

    /// Takes a debate, to be played as a person has set it.
    pub(super) fn sit(&mut self, session: Session) {
        self.session = Some(session);
        self.set_playing();
        self.begin_journal();
    }

    /// Has the debate play as a person has set it.
    pub(super) fn set_playing(&mut self) {
        if let Some(session) = &mut self.session {
            session.playback.set_speed(self.settings.speed);
            session.auto_pause = self.settings.pauses.into();
        }
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
            PlaybackCommand::PreviousSpeed => session.playback.previous_speed(),
            PlaybackCommand::Seek(turns) => session.seek(turns),
            PlaybackCommand::Go(by, way) => session.go(by, way),
        }
        self.settings.speed = session.playback.speed();
    }

    fn new_luck(&mut self) {
        let Some(session) = &self.session else { return };
        let (old, turns) = (session.seed(), session.cursor());
        let seed = Seed(old.0.wrapping_add(1));
        self.restart(seed, 0);
        self.shell.toasts.tell(Message {
            severity: Severity::Information,
            text: format!("The debate starts again with seed {}.", seed.0),
            actions: vec![("Back to the debate before", Command::Restart { seed: old, turns })],
        });
    }

    fn restart(&mut self, seed: Seed, turns: usize) {
        let papers = self.take_papers();
        let Some(session) = &self.session else { return };
        let mut session = Session::new(held_anew(session), seed);
        session.keep_papers(papers);
        session.seek(turns);
        self.seed = seed;
        self.sit(session);
        self.shell.toasts.clear();
    }
}
