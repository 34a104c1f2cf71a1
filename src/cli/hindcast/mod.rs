//! `horseshoe hindcast`: the model beside what really happened.

mod json;
mod text;

use std::io;

use crate::analysis::hindcast::{
    Case, Debates, Hindcast, Model, Opening, Uncertain, hindcast as compare,
};
use crate::ensemble::{EnsembleFault, Plan, Watch, ensemble};
use crate::scenario;
use crate::scenario::syntax::Tree;
use crate::store::{self, Opened};
use crate::stream::Seed;

use super::args::{Format, HindcastArgs};
use super::{Console, Status, interrupt, source};

/// Where the model's chances come from.
#[derive(Clone, Copy)]
enum Chances {
    /// The forecast from the opening positions.
    Opening,
    /// The same, averaged over so many draws of uncertain positions.
    Uncertain(u32),
    /// So many whole debates.
    Debates(u64),
}

/// What was compared, and what is needed beside it to write it down.
struct Compared {
    cases: Vec<Case>,
    /// The structure of each case's file, for the lines of numbers.
    trees: Vec<Tree>,
    /// Files left out, and why.
    skipped: Vec<(String, &'static str)>,
    from: Chances,
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
    let debates = match args.debates.map(|runs| held(&cases, runs)).transpose() {
        Ok(debates) => debates,
        Err(fault) => {
            writeln!(console.err, "error: {fault}")?;
            return Ok(Status::Failed);
        }
    };
    let model: &dyn Model = match (&debates, args.uncertain) {
        (Some(debates), _) => debates,
        (None, Some(draws)) => &Uncertain { draws },
        (None, None) => &Opening,
    };
    let from = match (args.debates, args.uncertain) {
        (Some(runs), _) => Chances::Debates(runs),
        (None, Some(draws)) => Chances::Uncertain(draws),
        (None, None) => Chances::Opening,
    };
    let hindcast = compare(&cases, model);
    let compared = Compared { cases, trees, skipped, from, hindcast };
    match args.format {
        Format::Json => writeln!(console.out, "{:#}", json::all(&compared))?,
        Format::Text => text::print(&compared, console)?,
    }
    Ok(status)
}

/// So many whole debates of each scenario.
fn held(cases: &[Case], runs: u64) -> Result<Debates, EnsembleFault> {
    let plan = Plan { seed: Seed(1), runs, varied: false, threads: 0, until: None };
    let mut debates = Debates::default();
    for case in cases {
        let mut watch = Watch { cancel: interrupt::flag(), progress: &mut |_| {} };
        let summary = ensemble(&case.scenario, &plan, &mut watch)?;
        debates.ensembles.insert(case.scenario.digest.clone(), summary);
    }
    Ok(debates)
}

/// The scenario in `file` with its structure, or nothing, and why is printed.
fn read(file: &str, console: &mut Console<'_>) -> io::Result<Option<(Case, Tree)>> {
    let Some(opened) = source::open(file, console)? else { return Ok(None) };
    let Some(scenario) = source::checked(&opened, console)? else { return Ok(None) };
    let Opened { name, bytes } = opened;
    let tree = scenario::read(&name, &bytes).tree;
    Ok(tree.map(|tree| (Case { name, scenario }, tree)))
}
