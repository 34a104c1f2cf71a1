//! `horseshoe diff`: what differs between two scenarios, and what that does to the chances.

mod effect;
mod element;
mod group;
mod json;
mod line;
mod member;
mod section;
mod text;
mod words;

use std::io;
use std::sync::Arc;

use crate::scenario::syntax::Tree;
use crate::scenario::{self, Scenario, differences};
use crate::store;

use super::args::{DiffArgs, Format};
use super::{Console, Status, source};

/// One of the two scenarios.
struct Side {
    /// How it is called in messages.
    name: String,
    tree: Tree,
    scenario: Arc<Scenario>,
}

pub(super) fn diff(args: &DiffArgs, console: &mut Console<'_>) -> io::Result<Status> {
    if args.before == "-" && args.after == "-" {
        writeln!(console.err, "error: standard input can be read once; name a file as well")?;
        return Ok(Status::Misused);
    }
    // Both are read before either fails, so that the problems of both are told.
    let sides = (side(&args.before, console)?, side(&args.after, console)?);
    let (Some(before), Some(after)) = sides else { return Ok(Status::Failed) };
    let found = differences(&before.tree, &after.tree);
    let effects = effect::effects(&before.scenario, &after.scenario);
    match args.format {
        Format::Json => {
            writeln!(console.out, "{:#}", json::shape((&before, &after), &found, &effects))?;
        }
        Format::Text => text::print((&before, &after), &found, &effects, console)?,
    }
    Ok(Status::Done)
}

/// Reads one of the two; nothing where it has errors, which are printed.
fn side(file: &str, console: &mut Console<'_>) -> io::Result<Option<Side>> {
    let Some(opened) = source::open(file, console)? else { return Ok(None) };
    let Some(scenario) = source::checked(&opened, console)? else { return Ok(None) };
    let name = if opened.name == store::STANDARD_INPUT {
        "standard input".to_owned()
    } else {
        opened.name.clone()
    };
    // The tree is of today's format, whichever the file has.
    let tree = scenario::read(&opened.name, &opened.bytes).tree;
    Ok(tree.map(|tree| Side { name, tree, scenario }))
}
