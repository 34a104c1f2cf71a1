//! `horseshoe phrases`: the lists of a phrasebook, its problems, and a copy to begin with.

use std::io;
use std::path::Path;

use crate::store::{self, folder};
use crate::text::{Faults, Phrasebook};

use super::args::PhrasesArgs;
use super::{Console, Status};

pub(super) fn phrases(args: &PhrasesArgs, console: &mut Console<'_>) -> io::Result<Status> {
    match (&args.folder, &args.write) {
        (_, Some(folder)) => write(folder, console),
        (Some(folder), None) => {
            let Some(book) = open(folder, console)? else { return Ok(Status::Failed) };
            let phrases: usize = book.lists().map(|list| list.phrases).sum();
            writeln!(console.out, "{}: whole, {phrases} phrases", folder.display())?;
            Ok(Status::Done)
        }
        (None, None) => list(Phrasebook::english(), console),
    }
}

/// Reads the phrasebook in a folder; its problems are printed.
pub(super) fn open(folder: &Path, console: &mut Console<'_>) -> io::Result<Option<Phrasebook>> {
    let files = match files(folder) {
        Ok(files) => files,
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            return Ok(None);
        }
    };
    let texts: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    match Phrasebook::read(&texts) {
        Ok(book) => Ok(Some(book)),
        Err(faults) => {
            report(&faults, folder, console)?;
            Ok(None)
        }
    }
}

/// The name and the text of each file of a phrasebook.
fn files(folder: &Path) -> Result<Vec<(String, String)>, String> {
    if !folder.is_dir() {
        return Err(format!(
            "`{}` is no folder; a phrasebook is a folder of .ron files, and `horseshoe phrases \
             --write FOLDER` begins one",
            folder.display()
        ));
    }
    let listed = folder::list(folder)?;
    if listed.files.is_empty() {
        return Err(format!("there is no .ron file in `{}`", folder.display()));
    }
    let read = |path: &std::path::PathBuf| {
        let name = path.display().to_string();
        store::open_text(&name).map(|text| (name, text))
    };
    listed.files.iter().map(read).collect()
}

fn report(faults: &Faults, folder: &Path, console: &mut Console<'_>) -> io::Result<()> {
    for problems in &faults.files {
        write!(console.err, "{}", problems.render(console.color))?;
    }
    for fault in &faults.whole {
        writeln!(console.err, "error: {}: {fault}", folder.display())?;
    }
    Ok(())
}

/// Writes the bundled phrasebook to a folder; no file there is replaced.
fn write(folder: &Path, console: &mut Console<'_>) -> io::Result<Status> {
    let taken = Phrasebook::files().iter().map(|(name, _)| folder.join(name));
    if let Some(taken) = taken.into_iter().find(|path| path.exists()) {
        let message = format!("`{}` is there already; name an empty folder", taken.display());
        writeln!(console.err, "error: {message}")?;
        return Ok(Status::Failed);
    }
    for (name, text) in Phrasebook::files() {
        let stem = name.trim_end_matches(".ron");
        if let Err(message) = folder::save_new(folder, stem, text.as_bytes()) {
            writeln!(console.err, "error: {message}")?;
            return Ok(Status::Failed);
        }
    }
    let count = Phrasebook::files().len();
    writeln!(console.out, "{count} files written to `{}`", folder.display())?;
    Ok(Status::Done)
}

fn list(book: &Phrasebook, console: &mut Console<'_>) -> io::Result<Status> {
    let slots = |names: &[&str]| -> String {
        names.iter().map(|name| ["{", name, "}"].concat()).collect::<Vec<_>>().join(" ")
    };
    for list in book.lists() {
        let mut terms = vec![slots(&list.always)];
        if !list.sometimes.is_empty() {
            terms.push(format!("at times {}", slots(&list.sometimes)));
        }
        if !list.facts.is_empty() {
            terms.push(format!("when {}", list.facts.join(", ")));
        }
        terms.retain(|term| !term.is_empty());
        let line = format!("{:24}{:4}  {}", list.name, list.phrases, terms.join("; "));
        writeln!(console.out, "{}", line.trim_end())?;
    }
    Ok(Status::Done)
}
