//! `horseshoe hindcast`: the model beside what really happened.

mod json;
mod text;

use std::io;

use crate::analysis::hindcast::{Case, Hindcast, Model, Opening, Uncertain, hindcast as compare};
use crate::scenario;
use crate::scenario::syntax::Tree;
use crate::store::{self, Opened};

use super::args::{Format, HindcastArgs};
use super::{Console, Status, source};

/// What was compared, and what is needed beside it to write it down.
struct Compared {
    cases: Vec<Case>,
    /// The structure of each case's file, for the lines of numbers.
    trees: Vec<Tree>,
    /// Files left out, and why.
    skipped: Vec<(String, &'static str)>,
    uncertain: Option<u32>,
    hindcast: Hindcast,
}

pub(super) fn hindcast(args: &HindcastArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let mut status = Status::Done;
    let (mut cases, mut trees, mut skipped) = (Vec::<Case>::new(), Vec::new(), Vec::new());
    for path in &args.files {
        let files = match store::scenario_files(path) {
            Ok(files) => files,
            Err(message) => {
                writeln!(console.err, "error: {message}")?;
                status = Status::Failed;
                continue;
            }
        };
        for file in files {
            let Some((case, tree)) = read(&file, console)? else {
                status = Status::Failed;
                continue;
            };
            let again = cases.iter().any(|other| other.scenario.digest == case.scenario.digest);
            if case.scenario.record.is_none() {
                skipped.push((case.name, "it has no `record` of what really happened"));
            } else if again {
                skipped.push((case.name, "the same file is named twice"));
            } else {
                cases.push(case);
                trees.push(tree);
            }
        }
    }
    for (file, because) in &skipped {
        writeln!(console.err, "note: `{file}` is left out: {because}")?;
    }
    if cases.is_empty() {
        writeln!(
            console.err,
            "error: there is nothing to compare; name scenarios whose `record` tells what happened"
        )?;
        return Ok(Status::Failed);
    }
    let model: &dyn Model = match args.uncertain {
        Some(draws) => &Uncertain { draws },
        None => &Opening,
    };
    let hindcast = compare(&cases, model);
    let compared = Compared { cases, trees, skipped, uncertain: args.uncertain, hindcast };
    match args.format {
        Format::Json => writeln!(console.out, "{:#}", json::all(&compared))?,
        Format::Text => text::print(&compared, console)?,
    }
    Ok(status)
}

/// The scenario in `file` with its structure, or nothing, and why is printed.
fn read(file: &str, console: &mut Console<'_>) -> io::Result<Option<(Case, Tree)>> {
    let Some(opened) = source::open(file, console)? else { return Ok(None) };
    let Some(scenario) = source::checked(&opened, console)? else { return Ok(None) };
    let Opened { name, bytes } = opened;
    let tree = scenario::read(&name, &bytes).tree;
    Ok(tree.map(|tree| (Case { name, scenario }, tree)))
}
