//! Keeping in step with the disk: when it is looked at, and what is made of what is found.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{Context, Event};

use crate::scenario::Diagnostics;

use super::App;
use super::change::{Change, OnDisk, Told};
use super::command::{Screen, Source};
use super::jobs::Lane;
use super::library::{Problems, Shelf};
use super::shell::Severity;
use super::watch::{Interest, Touched, Watching};

/// What is known of the disk, and what is still to be looked at.
#[derive(Debug)]
pub(super) struct Disk {
    sender: Sender<Touched>,
    events: Receiver<Touched>,
    watching: Option<Watching>,
    /// What is watched, or about to be.
    interest: Interest,
    pending: Touched,
    told: Told,
    /// What is wrong with the open file as it is on the disk.
    faults: Option<Diagnostics>,
    /// Whether a person has been told that changes are not noticed.
    excused: bool,
}

impl Default for Disk {
    fn default() -> Self {
        let (sender, events) = channel();
        Self {
            sender,
            events,
            watching: None,
            interest: Interest::default(),
            pending: Touched::default(),
            told: Told::default(),
            faults: None,
            excused: false,
        }
    }
}

impl Disk {
    /// Has the folder looked at soon.
    pub(super) const fn look_at_folder(&mut self) {
        self.pending.folder = true;
    }

    /// Forgets what was told of the file that was open.
    pub(super) fn forget(&mut self) {
        self.told = Told::default();
        self.faults = None;
    }
}

impl App {
    /// Whoever comes back from an editor finds things as they are, even where the system tells of
    /// no changes, as over a network.
    pub(super) fn look_when_focused(&mut self, ctx: &Context) {
        let focused = |event: &Event| matches!(event, Event::WindowFocused(true));
        if ctx.input(|input| input.events.iter().any(focused)) {
            self.disk.pending = Touched::ALL;
        }
    }

    /// Starts what the disk asks for: after events, and where what is watched is another.
    pub(super) fn tend(&mut self, ctx: &Context) {
        while let Ok(touched) = self.disk.events.try_recv() {
            self.disk.pending = self.disk.pending.and(touched);
        }
        if self.disk.pending.folder && !self.jobs.is_running(Lane::Folder) {
            self.disk.pending.folder = false;
            self.look(ctx);
        }
        if self.disk.pending.files && !self.jobs.is_running(Lane::Check) {
            self.disk.pending.files = false;
            self.check(ctx);
        }
        let interest = self.interest();
        if interest != self.disk.interest {
            self.disk.interest = interest.clone();
            self.jobs.watch(interest, self.disk.sender.clone(), ctx);
        }
    }

    fn look(&mut self, ctx: &Context) {
        let Some(yours) = &self.library.yours else { return };
        let known = self.library.on(Shelf::Yours).map(|(_, book)| book.clone()).collect();
        self.jobs.look(yours.path.clone(), known, ctx);
    }

    fn check(&mut self, ctx: &Context) {
        let files = self.files();
        if !files.is_empty() {
            let open = self.open_file().map(|(_, digest)| digest.to_owned());
            self.jobs.check(files, open, ctx);
        }
    }

    fn interest(&self) -> Interest {
        let yours = self.library.yours.as_ref().filter(|yours| yours.nearest.is_some());
        Interest {
            folder: yours.map(|yours| yours.path.clone()),
            nearest: yours.and_then(|yours| yours.nearest.clone()),
            files: self.files(),
        }
    }

    /// The files that are watched by themselves.
    fn files(&self) -> Vec<PathBuf> {
        let open = self.open_file().map(|(path, _)| path);
        let faulty = self.library.problems.as_ref().and_then(|it| it.source.path());
        let mut files: Vec<PathBuf> = open.into_iter().chain(faulty).map(Path::to_owned).collect();
        files.dedup();
        files
    }

    /// The file that is open, and the digest of what was in it.
    fn open_file(&self) -> Option<(&Path, &str)> {
        let path = self.library.open.as_ref()?.path()?;
        Some((path, &self.session.as_ref()?.scenario().digest))
    }

    /// Takes in that the disk is watched, or why not.
    pub(super) fn watched(&mut self, watching: Result<Watching, String>) {
        match watching {
            Ok(watching) => {
                self.disk.watching = Some(watching);
                // What happened before the watch began.
                self.disk.pending = Touched::ALL;
            }
            Err(why) => {
                self.disk.watching = None;
                if !self.disk.excused {
                    self.disk.excused = true;
                    let text = format!(
                        "Changes on disk are noticed only when you come back to this window ({why})."
                    );
                    self.shell.say(Severity::Information, text);
                }
            }
        }
    }

    /// Takes in what is on the disk where files were read before.
    pub(super) fn checked(&mut self, files: Vec<(PathBuf, OnDisk)>) {
        for (path, found) in files {
            self.compare(&path, &found);
            self.refresh_problems(&path, found);
        }
    }

    fn compare(&mut self, path: &Path, found: &OnDisk) {
        let Some((open, digest)) = self.open_file().filter(|(open, _)| *open == path) else {
            return;
        };
        let change = Change::of(found, digest);
        let name = Source::Path(open.to_owned()).short_name();
        let begun = self.session.as_ref().is_some_and(|session| session.cursor() > 0);
        self.disk.faults = match (&change, found) {
            (Some(Change::Faulty { .. }), OnDisk::File { loaded, .. }) => {
                Some(loaded.diagnostics.clone())
            }
            _ => None,
        };
        let told = self.disk.told.update(change);
        self.shell.on_disk = told.map(|change| change.message(&name, begun));
    }

    /// The list of problems follows its file.
    fn refresh_problems(&mut self, path: &Path, found: OnDisk) {
        let OnDisk::File { loaded, .. } = found else { return };
        let is_shown = |it: &&mut Problems| it.source.path() == Some(path) && !it.is_open;
        if let Some(problems) = self.library.problems.as_mut().filter(is_shown) {
            problems.diagnostics = loaded.diagnostics;
        }
    }

    /// Puts aside that the open file has changed.
    pub(super) fn keep_open(&mut self) {
        self.disk.told.keep();
        self.shell.on_disk = None;
    }

    /// Shows what is wrong with the open file as it is now; the debate that is open stays.
    pub(super) fn see_change(&mut self) {
        if let (Some(source), Some(faults)) = (&self.library.open, &self.disk.faults) {
            self.library.show_problems(source.clone(), faults.clone(), false);
            self.screens.show(Screen::Library);
        }
    }

    /// Reads what is open again.
    pub(super) fn reload(&mut self, ctx: &Context) {
        if let Some(source) = self.library.open.clone().filter(|it| it.path().is_some()) {
            self.jobs.read(source, ctx);
        }
    }

    /// Reads the file whose problems are on screen again, or else the one that is open.
    pub(super) fn read_again(&mut self, ctx: &Context) {
        match &self.library.problems {
            Some(problems) if self.screens.current() == Screen::Library => {
                let is_newer = self.library.open.as_ref() == Some(&problems.source);
                if is_newer && !problems.is_open {
                    // To look at it must not end the debate that is open.
                    self.disk.pending.files = true;
                } else {
                    self.jobs.read(problems.source.clone(), ctx);
                }
            }
            _ => self.reload(ctx),
        }
    }
}
