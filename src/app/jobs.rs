//! What happens beside the window, so that no frame waits for it: dialogs, files and folders.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use eframe::egui::Context;

use crate::digest;
use crate::scenario::{self, Loaded, library};
use crate::session::journal::Recovered;
use crate::store::journal::{Journal, Recoverable};
use crate::store::{self, folder};

use super::change::OnDisk;
use super::command::Source;
use super::keeping::{self, OpenedRecord};
use super::library::Book;
use super::settings::Settings;
use super::watch::{Interest, Touched, Watching, watch};
use super::yours::{Looked, look, too_large};

/// What has been done.
#[derive(Debug)]
pub(super) enum Done {
    /// A file was read, or a sentence says why not.
    Read { source: Source, loaded: Result<Loaded, String> },
    /// A file was chosen by the dialog; none where it was closed, or where the desktop has no
    /// dialog to offer.
    Chosen(Option<PathBuf>),
    /// A person's folder was looked at.
    Looked(Looked),
    /// Files that were read before were looked at again.
    Checked(Vec<(PathBuf, OnDisk)>),
    /// The disk is watched, or a few words say why not.
    Watching(Result<Watching, String>),
    /// A scenario was copied to this file.
    Copied(Result<PathBuf, String>),
    /// The desktop was asked to show a folder.
    Shown(Result<(), String>),
    /// The settings were written.
    Written(Result<(), String>),
    /// A saved record was read, or a sentence says why not.
    Record { source: Source, opened: Result<OpenedRecord, String> },
    /// The sessions whose windows are gone.
    Journals(Vec<Recoverable>),
    /// An interrupted session was taken over, or a sentence says why not.
    Recovered(Result<(Box<Recovered>, Box<Journal>), String>),
    /// A file was saved in the folder for exports.
    Saved(Result<PathBuf, String>),
    /// Many runs are over, or a sentence says why they could not be begun.
    Ran(Result<(), String>),
}

/// Jobs of one kind: what an older one brings is no longer wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    Open,
    Folder,
    Check,
    Watch,
    Copy,
    Desktop,
    Settings,
    Journals,
    Recover,
    Save,
    Runs,
    Beside,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    newest: u64,
    running: usize,
}

/// The jobs under way.
#[derive(Debug)]
pub(super) struct Jobs {
    sender: Sender<(Lane, u64, Done)>,
    receiver: Receiver<(Lane, u64, Done)>,
    lanes: [Count; 12],
    threads: Vec<JoinHandle<()>>,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, lanes: [Count::default(); 12], threads: Vec::new() }
    }
}

impl Jobs {
    /// Whether anything is under way.
    pub(super) fn are_running(&self) -> bool {
        self.lanes.iter().any(|lane| lane.running > 0)
    }

    /// Whether anything of this kind is under way.
    pub(super) const fn is_running(&self, lane: Lane) -> bool {
        self.lanes[lane as usize].running > 0
    }

    /// Reads and checks a scenario.
    pub(super) fn read(&mut self, source: Source, ctx: &Context) {
        self.start(Lane::Open, ctx, move || match read(&source) {
            Ok(bytes) if keeping::is_record(&bytes) => {
                let text = String::from_utf8(bytes).map_err(|_fault| "it is not text".to_owned());
                let opened = text.and_then(|text| keeping::opened(&text));
                Done::Record { source, opened }
            }
            Ok(bytes) => {
                let loaded = Ok(scenario::load(&source.name(), &bytes));
                Done::Read { source, loaded }
            }
            Err(why) => Done::Read { source, loaded: Err(why) },
        });
    }

    /// Asks for a file.
    pub(super) fn choose(&mut self, ctx: &Context) {
        self.start(Lane::Open, ctx, || {
            let dialog = rfd::FileDialog::new()
                .set_title("Open a scenario or a saved record")
                .add_filter("Scenario or saved record", &["ron", "record", "jsonl"])
                .add_filter("All files", &["*"]);
            Done::Chosen(dialog.pick_file())
        });
    }

    /// Looks at a person's folder, in which these books were known.
    pub(super) fn look(&mut self, path: PathBuf, known: Vec<Book>, ctx: &Context) {
        self.start(Lane::Folder, ctx, move || Done::Looked(look(&path, &known)));
    }

    /// Looks at files again. What still has the digest `open` is not read as a scenario.
    pub(super) fn check(&mut self, files: Vec<PathBuf>, open: Option<String>, ctx: &Context) {
        self.start(Lane::Check, ctx, move || {
            let check = |path: PathBuf| {
                let found = on_disk(&path, open.as_deref());
                (path, found)
            };
            Done::Checked(files.into_iter().map(check).collect())
        });
    }

    /// Begins to watch the disk.
    pub(super) fn watch(&mut self, interest: Interest, sender: Sender<Touched>, ctx: &Context) {
        let told = ctx.clone();
        let start = move || Done::Watching(watch(&interest, sender, told));
        self.start(Lane::Watch, ctx, start);
    }

    /// Copies a scenario into a folder, as a new file.
    pub(super) fn copy(&mut self, source: Source, folder: PathBuf, ctx: &Context) {
        self.start(Lane::Copy, ctx, move || Done::Copied(copy(&source, &folder)));
    }

    /// Asks the desktop to show a folder.
    pub(super) fn show_folder(&mut self, path: PathBuf, ctx: &Context) {
        self.start(Lane::Desktop, ctx, move || {
            let shown = open::that_detached(&path);
            Done::Shown(shown.map_err(|fault| {
                format!("The folder {} cannot be shown ({fault}).", path.display())
            }))
        });
    }

    /// Looks for sessions whose windows are gone.
    pub(super) fn find_journals(&mut self, folder: PathBuf, ctx: &Context) {
        self.start(Lane::Journals, ctx, move || Done::Journals(keeping::find(&folder)));
    }

    /// Takes over an interrupted session.
    pub(super) fn recover(&mut self, path: PathBuf, ctx: &Context) {
        self.start(Lane::Recover, ctx, move || Done::Recovered(keeping::recover(&path)));
    }

    /// Writes the settings into the folder of the program's data.
    pub(super) fn write(&mut self, settings: Settings, folder: PathBuf, ctx: &Context) {
        self.start(Lane::Settings, ctx, move || Done::Written(settings.write(&folder)));
    }

    /// Makes a file and saves it in a folder under a new name.
    pub(super) fn save(
        &mut self,
        (folder, stem, extension): (PathBuf, String, &'static str),
        make: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static,
        ctx: &Context,
    ) {
        self.start(Lane::Save, ctx, move || {
            let named = (stem.as_str(), extension);
            Done::Saved(make().and_then(|bytes| folder::save_new_as(&folder, named, &bytes)))
        });
    }

    /// Holds many runs.
    pub(super) fn run(
        &mut self,
        runs: impl FnOnce() -> Result<(), String> + Send + 'static,
        ctx: &Context,
    ) {
        self.start(Lane::Runs, ctx, move || Done::Ran(runs()));
    }

    /// Holds many debates beside one that was played.
    pub(super) fn hold_beside(
        &mut self,
        hold: impl FnOnce() -> Result<(), String> + Send + 'static,
        ctx: &Context,
    ) {
        self.start(Lane::Beside, ctx, move || Done::Ran(hold()));
    }

    fn start(&mut self, lane: Lane, ctx: &Context, job: impl FnOnce() -> Done + Send + 'static) {
        let count = &mut self.lanes[lane as usize];
        count.newest += 1;
        let (number, sender, ctx) = (count.newest, self.sender.clone(), ctx.clone());
        let work = move || {
            // The app may have gone meanwhile: then there is nobody to tell.
            drop(sender.send((lane, number, job())));
            ctx.request_repaint();
        };
        if let Ok(thread) = thread::Builder::new().name(format!("{lane:?}")).spawn(work) {
            count.running += 1;
            self.threads.retain(|thread| !thread.is_finished());
            self.threads.push(thread);
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
        while self.are_running() {
            let Ok(next) = self.receiver.recv() else { break };
            done.extend(self.take(next));
        }
        done
    }

    /// Waits for threads that have brought their results, and still ask for a frame.
    pub(super) fn join(&mut self) {
        for thread in self.threads.drain(..) {
            drop(thread.join());
        }
    }

    fn take(&mut self, (lane, number, done): (Lane, u64, Done)) -> Option<Done> {
        let count = &mut self.lanes[lane as usize];
        count.running -= 1;
        // Each copy is a file of its own, of which a person is told.
        let is_told = matches!(lane, Lane::Copy | Lane::Save);
        (number == count.newest || is_told).then_some(done)
    }
}

/// The bytes of a file that is to be opened, as a scenario or as a record.
fn read(source: &Source) -> Result<Vec<u8>, String> {
    let Some(path) = source.path() else {
        // Why a file cannot be had is said as on the command line.
        let opened = store::open(&source.name())?;
        let is_record = keeping::is_record(&opened.bytes);
        return if is_record {
            store::open_text(&opened.name).map(String::into_bytes)
        } else {
            Ok(opened.bytes)
        };
    };
    match folder::read(path) {
        folder::Found::Bytes(bytes) => Ok(bytes),
        // A record is many times the size of a scenario.
        folder::Found::TooLarge(bytes) => match store::open_text(&source.name()) {
            Ok(text) if keeping::is_record(text.as_bytes()) => Ok(text.into_bytes()),
            _ => Err(format!("{} is {}.", source.short_name(), too_large(bytes))),
        },
        _ => store::open(&source.name()).map(|opened| opened.bytes),
    }
}

fn on_disk(path: &Path, open: Option<&str>) -> OnDisk {
    let bytes = match folder::read(path) {
        folder::Found::Bytes(bytes) => bytes,
        folder::Found::Gone => return OnDisk::Gone,
        folder::Found::TooLarge(bytes) => return OnDisk::Unreadable(too_large(bytes)),
        folder::Found::Unreadable(why) => return OnDisk::Unreadable(why),
    };
    let digest = digest::hex(&[&bytes], 32);
    if open == Some(digest.as_str()) {
        return OnDisk::Same;
    }
    let loaded = Box::new(scenario::load(&path.display().to_string(), &bytes));
    OnDisk::File { digest, loaded }
}

fn copy(source: &Source, folder: &Path) -> Result<PathBuf, String> {
    match source {
        Source::Bundled(id) => {
            let found = library::bundled(id).ok_or_else(|| format!("there is no `{id}`"))?;
            folder::save_new(folder, id, found.text.as_bytes())
        }
        Source::Named(_) | Source::Path(_) => {
            let name = source.name();
            let bytes = store::open(&name)?.bytes;
            if bytes.len() > scenario::MAX_BYTES {
                return Err(format!("`{name}` is too large to be a scenario"));
            }
            let stem = Path::new(&name).file_stem().unwrap_or_default().to_string_lossy();
            folder::save_new(folder, &stem, &bytes)
        }
    }
}
