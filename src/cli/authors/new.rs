//! `horseshoe new`: a scenario from a template, or from a copy with members replaced.

use std::io;
use std::path::Path;

use crate::scenario::{self, Diagnostics, Document, EditFault, Replacement, library, quoted};
use crate::store;

use super::super::args::{NewArgs, Template};
use super::super::{Console, Status, check, source};
use super::{naming, written};

pub(in crate::cli) fn new(args: &NewArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let file = args.file.as_deref().filter(|file| file.as_os_str() != "-");
    if let Some(message) = file.and_then(cannot_be_new) {
        writeln!(console.err, "error: {message}")?;
        return Ok(Status::Failed);
    }
    let Some(text) = begun_from(args, console)? else { return Ok(Status::Failed) };
    let before = scenario::load("", text.as_bytes()).diagnostics;
    let mut document = Document::new(text);
    let notes = match fill(&mut document, args) {
        Ok(notes) => notes,
        Err(fault) => {
            writeln!(console.err, "error: {fault}")?;
            return Ok(Status::Failed);
        }
    };
    let name =
        file.map_or_else(|| "the new scenario".to_owned(), |file| file.display().to_string());
    let after = scenario::load(&name, document.text().as_bytes()).diagnostics;
    if written::is_refused(&before, &after, console)? {
        return Ok(Status::Failed);
    }
    let Some(file) = file else {
        for note in notes {
            writeln!(console.err, "{note}")?;
        }
        console.out.write_all(document.text().as_bytes())?;
        return Ok(Status::Done);
    };
    if let Err(message) = store::save(file, document.text().as_bytes()) {
        writeln!(console.err, "error: {message}")?;
        return Ok(Status::Failed);
    }
    for note in notes {
        writeln!(console.out, "{note}")?;
    }
    told(&name, &after, console)?;
    Ok(Status::Done)
}

/// Why a scenario cannot be written to a file.
fn cannot_be_new(file: &Path) -> Option<String> {
    if file.exists() {
        return Some(format!("`{}` is there already; name a file that is not", file.display()));
    }
    let known = file.to_str().and_then(library::bundled)?;
    Some(format!(
        "`{0}` is a bundled scenario; to copy it, write `horseshoe new FILE.ron --from {0}`",
        known.id
    ))
}

/// The text to begin with; why there is none is printed.
fn begun_from(args: &NewArgs, console: &mut Console<'_>) -> io::Result<Option<String>> {
    let Some(from) = &args.from else {
        let template = match args.template {
            Template::Small => library::SMALL_TEMPLATE,
            Template::Council => library::COUNCIL_TEMPLATE,
        };
        return Ok(Some(template.to_owned()));
    };
    let Some(opened) = source::open(from, console)? else { return Ok(None) };
    // What has errors may be copied too: its author may be about to mend it in the copy.
    Ok(source::text(&opened, console)?.map(str::to_owned))
}

/// Sets what was asked for; what the author should look at afterwards.
fn fill(document: &mut Document, args: &NewArgs) -> Result<Vec<String>, String> {
    let words = |fault: EditFault| fault.to_string();
    let mut replaced = Vec::new();
    for (field, value) in [("title", &args.title), ("date", &args.date)] {
        if let Some(value) = value {
            document.set(field, &quoted(value)).map_err(words)?;
        }
    }
    for replacement in &args.replace {
        let path = format!("members[{}].name", quoted(&replacement.old));
        let tree = document.tree();
        let name = tree.find(&path).map(|node| tree.key(node));
        let replacement = named(document, replacement)?;
        document.replace_member(&replacement).map_err(words)?;
        replaced.push((replacement, name));
    }
    // Lines are those of the file in which all of them are replaced.
    Ok(replaced.iter().map(|(new, old)| note(document, new, old.as_deref())).collect())
}

/// A replacement with the name, article and adjective of the State that its code stands for, where
/// none is given or the same.
fn named(document: &Document, replacement: &Replacement) -> Result<Replacement, String> {
    let mut named = replacement.clone();
    match naming::of(document, &named.new, &named.name) {
        Some(state) => {
            if named.name.is_empty() {
                state.name().clone_into(&mut named.name);
            }
            state.article.clone_into(&mut named.article);
            state.adjective.clone_into(&mut named.adjective);
        }
        None if named.name.is_empty() => {
            return Err(format!(
                "`{0}` is the code of no State on the day of the meeting; write its name: \
                 {1}={0}:NAME",
                named.new, named.old
            ));
        }
        None => {}
    }
    Ok(named)
}

/// What a replacement leaves to its author.
fn note(document: &Document, replacement: &Replacement, old_name: Option<&str>) -> String {
    let Replacement { old, new, .. } = replacement;
    let mut note = format!(
        "{new} has the seat and the positions of {old}: give each position its own reason and \
         source. Arguments, relations, groups, the brief and the comments of {old} are gone, as is \
         the record of what happened."
    );
    let lines = old_name.map(|name| document.lines_with(name)).unwrap_or_default();
    if !lines.is_empty() {
        let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
        let name = old_name.unwrap_or_default();
        let lines = lines.join(", ");
        note = format!("{note} Texts still speak of {name}: see line {lines}.");
    }
    note
}

/// Says where the file is, and what is left to do.
fn told(name: &str, found: &Diagnostics, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "{name}: written; {}", check::summary(found))?;
    if !found.is_empty() {
        writeln!(console.out, "`horseshoe check {name}` lists what is left to do")?;
    }
    Ok(())
}
