//! `horseshoe rename`: another identifier for a member, an issue, an outcome or a source.

use std::io;

use crate::scenario::{self, Code, Document, EditFault, Kind, quoted};
use crate::store::Opened;

use super::super::args::{RenameArgs, split_article};
use super::super::{Console, Status, check, source};
use super::{difference, naming, written};

pub(in crate::cli) fn rename(args: &RenameArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(opened) = source::open(&args.file, console)? else { return Ok(Status::Failed) };
    let Some(text) = source::text(&opened, console)? else { return Ok(Status::Failed) };
    let mut document = Document::new(text);
    let before = opened.load().diagnostics;
    if before.iter().any(|problem| problem.code == Code::NotRon) {
        write!(console.err, "{}", before.render(console.color))?;
        return Ok(Status::Failed);
    }
    let old_name = match renamed(&mut document, args) {
        Ok(old_name) => old_name,
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            return Ok(Status::Failed);
        }
    };
    let after = scenario::load(&opened.name, document.text().as_bytes()).diagnostics;
    if written::is_refused(&before, &after, console)? {
        return Ok(Status::Failed);
    }
    difference::show(&opened.name, [text, document.text()], "renamed", console)?;
    let changed = Opened { name: opened.name, bytes: document.text().as_bytes().to_vec() };
    if !written::in_place(&changed, console)? {
        return Ok(Status::Failed);
    }
    if let Some(old_name) = old_name.filter(|_| args.name.is_some()) {
        let lines: Vec<String> =
            document.lines_with(&old_name).iter().map(usize::to_string).collect();
        if !lines.is_empty() {
            let lines = lines.join(", ");
            writeln!(console.err, "texts still speak of {old_name}: see line {lines}")?;
        }
    }
    writeln!(console.err, "{}: {}", changed.name, check::summary(&after))?;
    Ok(Status::Done)
}

/// Renames; the name that goes with the identifier, as it was. Why it cannot be, in words.
fn renamed(document: &mut Document, args: &RenameArgs) -> Result<Option<String>, String> {
    let words = |fault: EditFault| fault.to_string();
    let kinds = [Kind::Member, Kind::Issue, Kind::Outcome, Kind::Source];
    let defined = |kind: &Kind| document.keys(kind.block()).contains(&args.old);
    let found: Vec<Kind> = kinds.into_iter().filter(defined).collect();
    let [kind] = found.as_slice() else {
        return Err(match found.len() {
            0 => format!(
                "there is no member, issue, outcome or source `{}` in the scenario",
                args.old
            ),
            _ => {
                format!("more than one thing is called `{}`; rename one of them by hand", args.old)
            }
        });
    };
    document.rename_everywhere(*kind, &args.old, &args.new).map_err(words)?;
    let field = if matches!(kind, Kind::Member | Kind::Issue) { "name" } else { "title" };
    let entry = format!("{}[{}]", kind.block(), quoted(&args.new));
    let tree = document.tree();
    let old_name = tree.find(&format!("{entry}.{field}")).map(|node| tree.key(node));
    if let Some(name) = &args.name {
        let (article, name) = split_article(name);
        document.set(&format!("{entry}.{field}"), &quoted(name)).map_err(words)?;
        if *kind == Kind::Member {
            let known = naming::of(document, &args.new, name);
            let (article, adjective) = known.map_or((article, ""), |s| (s.article, s.adjective));
            document.set_words(&args.new, article, adjective).map_err(words)?;
        }
    }
    Ok(old_name)
}
