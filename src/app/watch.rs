//! Watching the disk: which folders are watched, and which of what happens in them matters.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use eframe::egui::Context;
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// What is to be watched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Interest {
    /// The person's folder of scenarios.
    pub(super) folder: Option<PathBuf>,
    /// That folder, or the nearest one above it that is there.
    pub(super) nearest: Option<PathBuf>,
    /// Files by themselves: the one that is open, and the one whose problems are shown.
    pub(super) files: Vec<PathBuf>,
}

/// What may have changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Touched {
    pub(super) folder: bool,
    pub(super) files: bool,
}

impl Touched {
    pub(super) const ALL: Self = Self { folder: true, files: true };

    const fn is_any(self) -> bool {
        self.folder || self.files
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self { folder: self.folder || other.folder, files: self.files || other.files }
    }
}

/// The names under which the system may tell of what is watched: as a person wrote them, and as
/// they are when all links are followed.
#[derive(Debug)]
struct Names {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    /// The folders to watch. A file is watched by its folder: who saves it with care puts a new
    /// file in its place, and the old one tells of nothing any more.
    points: BTreeSet<PathBuf>,
}

impl Names {
    fn of(interest: &Interest) -> Self {
        let folders: Vec<PathBuf> = interest.folder.iter().flat_map(|path| names(path)).collect();
        let files: Vec<PathBuf> = interest.files.iter().flat_map(|path| names(path)).collect();
        let above = files.iter().filter_map(|path| path.parent().map(Path::to_owned));
        let points = interest.nearest.iter().cloned().chain(above);
        let points = points.filter(|point| point.is_dir()).collect();
        Self { folders, files, points }
    }

    /// What an event touches of what is watched.
    fn touched(&self, event: &Event) -> Touched {
        if event.need_rescan() {
            return Touched::ALL;
        }
        // Reading changes nothing, and this program reads what it watches.
        if matches!(event.kind, EventKind::Access(_)) {
            return Touched::default();
        }
        event.paths.iter().fold(Touched::default(), |touched, path| {
            touched.and(Touched { folder: self.is_in_folder(path), files: self.is_file(path) })
        })
    }

    /// Whether the path is a scenario of the folder, the folder itself, or one above it.
    fn is_in_folder(&self, path: &Path) -> bool {
        let scenario = path.extension().is_some_and(|extension| extension == "ron");
        self.folders.iter().any(|folder| {
            folder.starts_with(path) || (scenario && path.parent() == Some(folder.as_path()))
        })
    }

    /// Whether the path is one of the files, or a folder above one.
    fn is_file(&self, path: &Path) -> bool {
        self.files.iter().any(|file| file.starts_with(path))
    }
}

fn names(path: &Path) -> BTreeSet<PathBuf> {
    let written = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // What is not there any more has its folder followed, and keeps its name.
    let followed = fs::canonicalize(&written).ok().or_else(|| {
        let above = fs::canonicalize(written.parent()?).ok()?;
        Some(above.join(written.file_name()?))
    });
    followed.into_iter().chain([written]).collect()
}

/// The watch over an interest; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Watching {
    _watcher: RecommendedWatcher,
}

/// Begins to watch. Reads the disk, so it is not called from a frame.
///
/// # Errors
/// Why changes will not be noticed, in a few words.
pub(super) fn watch(
    interest: &Interest,
    sender: Sender<Touched>,
    ctx: Context,
) -> Result<Watching, String> {
    let names = Names::of(interest);
    let points = names.points.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // After a fault of the watch itself anything may have happened.
        let touched = event.map_or(Touched::ALL, |event| names.touched(&event));
        if touched.is_any() && sender.send(touched).is_ok() {
            ctx.request_repaint();
        }
    })
    .map_err(|fault| words(&fault))?;
    for point in points {
        watcher.watch(&point, RecursiveMode::NonRecursive).map_err(|fault| words(&fault))?;
    }
    Ok(Watching { _watcher: watcher })
}

fn words(fault: &notify::Error) -> String {
    match &fault.kind {
        ErrorKind::MaxFilesWatch => "the system watches too many files already".to_owned(),
        ErrorKind::PathNotFound => "a folder is not there".to_owned(),
        ErrorKind::Io(fault) => fault.to_string(),
        _ => fault.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use notify::event::{AccessKind, CreateKind, DataChange, Flag, ModifyKind, RenameMode};

    use super::*;

    const FOLDER: Touched = Touched { folder: true, files: false };
    const FILES: Touched = Touched { folder: false, files: true };

    /// A folder that is there no more than its file: names alone are compared.
    fn names() -> Names {
        Names::of(&Interest {
            folder: Some(PathBuf::from("/nowhere/data/horseshoe/scenarios")),
            nearest: None,
            files: vec![PathBuf::from("/nowhere/work/debate.ron")],
        })
    }

    fn touched(kind: EventKind, path: &str) -> Touched {
        names().touched(&Event::new(kind).add_path(PathBuf::from(path)))
    }

    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));

    #[test]
    fn the_files_of_the_folder_and_the_open_file_matter_and_nothing_else() {
        for (path, expected) in [
            ("/nowhere/data/horseshoe/scenarios/a.ron", FOLDER),
            ("/nowhere/data/horseshoe/scenarios/a.ron.77.part", Touched::default()),
            ("/nowhere/data/horseshoe/scenarios/deeper/a.ron", Touched::default()),
            ("/nowhere/work/debate.ron", FILES),
            ("/nowhere/work/other.ron", Touched::default()),
        ] {
            assert_eq!(touched(WRITTEN, path), expected, "{path}");
        }
    }

    #[test]
    fn a_folder_above_matters_when_it_comes_or_goes() {
        let made = EventKind::Create(CreateKind::Folder);
        assert_eq!(touched(made, "/nowhere/data/horseshoe"), FOLDER);
        assert_eq!(touched(made, "/nowhere/data/another"), Touched::default());
        assert_eq!(touched(made, "/nowhere/work"), FILES);
    }

    #[test]
    fn a_file_put_in_the_place_of_the_old_one_matters() {
        let kind = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        let event = Event::new(kind)
            .add_path(PathBuf::from("/nowhere/work/.debate.swp"))
            .add_path(PathBuf::from("/nowhere/work/debate.ron"));
        assert_eq!(names().touched(&event), FILES);
    }

    #[test]
    fn reading_does_not_matter_and_lost_events_do() {
        let read = EventKind::Access(AccessKind::Any);
        assert_eq!(touched(read, "/nowhere/work/debate.ron"), Touched::default());
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(names().touched(&lost), Touched::ALL);
    }

    #[test]
    fn the_system_tells_of_a_file_that_is_saved() {
        let folder = std::env::temp_dir().join(format!("horseshoe-watch-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("debate.ron");
        let interest = Interest { files: vec![file.clone()], ..Interest::default() };
        let (sender, receiver) = channel();
        let watching = watch(&interest, sender, Context::default()).unwrap();
        crate::store::save(&file, b"Scenario()").unwrap();
        assert_eq!(receiver.recv_timeout(Duration::from_mins(1)), Ok(FILES));
        drop(watching);
        fs::remove_dir_all(&folder).unwrap();
    }
}
