//! What happens beside the window, so that no frame waits for it: dialogs and the reading of files.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use eframe::egui::Context;

use crate::scenario::Loaded;
use crate::store;

use super::command::Source;

/// What has been done.
#[derive(Debug)]
pub(super) enum Done {
    /// A file was read, or a sentence says why not.
    Read { source: Source, loaded: Result<Loaded, String> },
    /// A file was chosen by the dialog; none where it was closed, or where the desktop has no
    /// dialog to offer.
    Chosen(Option<PathBuf>),
}

/// The jobs under way.
#[derive(Debug)]
pub(super) struct Jobs {
    sender: Sender<(u64, Done)>,
    receiver: Receiver<(u64, Done)>,
    /// The number of the newest job: what older ones bring is no longer wanted.
    newest: u64,
    running: usize,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, newest: 0, running: 0 }
    }
}

impl Jobs {
    /// Whether anything is under way.
    pub(super) const fn are_running(&self) -> bool {
        self.running > 0
    }

    /// Reads and checks a scenario.
    pub(super) fn read(&mut self, source: Source, ctx: &Context) {
        self.start("read a scenario", ctx, move || {
            let name = match &source {
                Source::Bundled(id) => (*id).to_owned(),
                Source::Named(name) => name.clone(),
                Source::Path(path) => path.display().to_string(),
            };
            let loaded = store::open(&name).map(|opened| opened.load());
            Done::Read { source, loaded }
        });
    }

    /// Asks for a file.
    pub(super) fn choose(&mut self, ctx: &Context) {
        self.start("choose a file", ctx, || {
            let dialog = rfd::FileDialog::new()
                .set_title("Open a scenario file")
                .add_filter("Scenario", &["ron"])
                .add_filter("All files", &["*"]);
            Done::Chosen(dialog.pick_file())
        });
    }

    fn start(&mut self, name: &str, ctx: &Context, job: impl FnOnce() -> Done + Send + 'static) {
        self.newest += 1;
        let (number, sender, ctx) = (self.newest, self.sender.clone(), ctx.clone());
        let work = move || {
            // The app may have gone meanwhile: then there is nobody to tell.
            drop(sender.send((number, job())));
            ctx.request_repaint();
        };
        if thread::Builder::new().name(name.to_owned()).spawn(work).is_ok() {
            self.running += 1;
        }
    }

    /// What has been done since it was last asked, without waiting.
    pub(super) fn poll(&mut self) -> Vec<Done> {
        let mut done = Vec::new();
        while let Ok(next) = self.receiver.try_recv() {
            done.extend(self.take(next));
        }
        done
    }

    /// Waits for all that is under way: for pictures and tests, which have no frames to lose.
    pub(super) fn wait(&mut self) -> Vec<Done> {
        let mut done = Vec::new();
        while self.running > 0 {
            let Ok(next) = self.receiver.recv() else { break };
            done.extend(self.take(next));
        }
        done
    }

    fn take(&mut self, (number, done): (u64, Done)) -> Option<Done> {
        self.running -= 1;
        (number == self.newest).then_some(done)
    }
}
