//! `horseshoe ensemble`: many debates, and how sure their shares are.

mod comparison;
mod figures;
mod parts;
pub(super) mod progress;
mod table;

use std::io;
use std::sync::Arc;

use crate::ensemble::{Plan, Summary, Watch, compare, ensemble as hold};
use crate::scenario::{self, Scenario};
use crate::store::{self, Opened};
use crate::stream::Seed;

use super::args::{EnsembleArgs, EnsembleFormat};
use super::{Console, Status, interrupt, source};
use progress::Bar;

pub(super) fn ensemble(args: &EnsembleArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(opened) = source::open(&args.file, console)? else { return Ok(Status::Failed) };
    let Some(scenario) = source::checked(&opened, console)? else { return Ok(Status::Failed) };
    if let Some(message) = runs_nothing(args, &scenario) {
        writeln!(console.err, "error: {message}")?;
        return Ok(Status::Misused);
    }
    if !args.change.is_empty() || args.against.is_some() {
        let Some(other) = other(args, &opened, console)? else { return Ok(Status::Failed) };
        return arms(args, (&scenario, &other), console);
    }
    let saved = match parts::read(&args.add) {
        Ok(saved) => saved,
        Err(message) => return refuse(&message, console),
    };
    let mut bar = Bar::new(console.watched);
    let held = if args.parts_only {
        Ok(Summary::empty(&scenario, saved.first().is_some_and(|part| part.varied)))
    } else {
        let mut progress = |progress| bar.tell(progress);
        let cancel = interrupt::flag();
        hold(&scenario, &plan(args), &mut Watch { cancel, progress: &mut progress })
    };
    let speed = bar.finish();
    let summary = match held {
        Ok(summary) => summary,
        Err(fault) => return refuse(&fault.to_string(), console),
    };
    let summary = match parts::sum(summary, &saved) {
        Ok(summary) => summary,
        Err(fault) => return refuse(&fault, console),
    };
    if let Some(path) = &args.save
        && let Err(message) = parts::save(&summary, path)
    {
        return refuse(&message, console);
    }
    match args.format {
        EnsembleFormat::Json => {
            let all = figures::json(&scenario, &summary, speed);
            writeln!(console.out, "{all:#}")?;
        }
        EnsembleFormat::Csv => write!(console.out, "{}", figures::csv(&scenario, &summary))?,
        EnsembleFormat::Text => table::write(&scenario, (&summary, speed), console)?,
    }
    Ok(Status::Done)
}

fn refuse(message: &str, console: &mut Console<'_>) -> io::Result<Status> {
    writeln!(console.err, "error: {message}")?;
    Ok(Status::Failed)
}

/// Why the options ask for nothing that can be run, if they do.
fn runs_nothing(args: &EnsembleArgs, scenario: &Scenario) -> Option<&'static str> {
    let varies = !args.vary || !scenario.uncertain().is_empty();
    (!varies).then_some(
        "no position of this scenario has an `uncertainty` above 0, so that --vary would change \
         nothing; leave it out, or write how unsure you are of a stance",
    )
}

const fn plan(args: &EnsembleArgs) -> Plan {
    Plan {
        seed: Seed(args.seed),
        runs: args.runs,
        varied: args.vary,
        threads: args.threads,
        until: args.until,
    }
}

/// The scenario of the second arm: another file, or this one with changes.
fn other(
    args: &EnsembleArgs,
    opened: &Opened,
    console: &mut Console<'_>,
) -> io::Result<Option<Arc<Scenario>>> {
    if let Some(file) = &args.against {
        return source::load(file, console);
    }
    let mut text = String::from_utf8_lossy(&opened.bytes).into_owned();
    for wanted in &args.change {
        let tree = scenario::syntax::Tree::parse(text.as_str());
        match scenario::change(&tree, wanted) {
            Ok(changed) => text = changed,
            Err(fault) => {
                writeln!(console.err, "error: {fault}")?;
                return Ok(None);
            }
        }
    }
    let name = format!("{} with --change", opened.name);
    source::checked(&store::Opened { name, bytes: text.into_bytes() }, console)
}

fn arms(
    args: &EnsembleArgs,
    (first, second): (&Arc<Scenario>, &Arc<Scenario>),
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let mut bar = Bar::new(console.watched);
    let mut progress = |progress| bar.tell(progress);
    let mut watch = Watch { cancel: interrupt::flag(), progress: &mut progress };
    let held = compare((first, second), &plan(args), &mut watch);
    let speed = bar.finish();
    let arms = match held {
        Ok(arms) => arms,
        Err(fault) => return refuse(&fault.to_string(), console),
    };
    match args.format {
        EnsembleFormat::Json => {
            let all = comparison::json((first, second), &arms, speed);
            writeln!(console.out, "{all:#}")?;
        }
        EnsembleFormat::Csv => write!(console.out, "{}", comparison::csv(first, &arms))?,
        EnsembleFormat::Text => comparison::write(first, &arms, console)?,
    }
    Ok(Status::Done)
}
