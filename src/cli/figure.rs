//! `horseshoe figure`: a figure of the analysis as a file, without a window.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::council::IssueId;
use crate::ensemble::{Plan, Summary, Watch, ensemble};
use crate::report::charts::{self, Choice, Subject};
use crate::report::figure::{Figure, Page, printed_width};
use crate::report::{csv, svg};
use crate::scenario::{Scenario, nearest};
use crate::session::Session;
use crate::store;
use crate::stream::Seed;

use super::args::FigureArgs;
use super::{Console, Status, source};

pub(super) fn figure(args: &FigureArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(scenario) = source::load(&args.file, console)? else { return Ok(Status::Failed) };
    let found = chosen(&scenario, args).and_then(|choice| {
        let figure = drawn(&scenario, args, &choice)?;
        let is_csv = args.output.extension().is_some_and(|it| it.eq_ignore_ascii_case("csv"));
        let bytes = if is_csv { csv(&figure) } else { svg(&figure).into_bytes() };
        store::save(&args.output, &bytes)?;
        Ok(figure)
    });
    match found {
        Ok(figure) => {
            writeln!(console.out, "{}\n{}", figure.title, figure.summary)?;
            writeln!(console.out, "{}", figure.provenance.line())?;
            Ok(Status::Done)
        }
        Err(message) => {
            writeln!(console.err, "error: {message}")?;
            Ok(Status::Failed)
        }
    }
}

fn drawn(scenario: &Arc<Scenario>, args: &FigureArgs, choice: &Choice) -> Result<Figure, String> {
    let mut session = Session::new(Arc::clone(scenario), Seed(args.seed));
    let turns = session.turns().len();
    if let Some(turn) = args.turn.filter(|&turn| turn > turns) {
        return Err(format!("there is no turn {turn}: this debate has {turns} turns"));
    }
    session.seek(args.turn.unwrap_or(turns));
    let summary = if args.figure.needs_ensemble() { Some(many(scenario, args)?) } else { None };
    let ends = session.turns().iter().map(|turn| turn.events.end);
    let moments: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let subject = Subject {
        record: session.record(),
        moments: &moments,
        turns: session.cursor(),
        state: session.state(),
        branch: None,
        ensemble: summary.as_ref(),
    };
    let (width, height) = (args.size.0 as f32, args.size.1 as f32);
    let page = Page { width, height, measure: &printed_width };
    charts::figure(args.figure, &subject, choice, page).map_err(str::to_owned)
}

fn many(scenario: &Arc<Scenario>, args: &FigureArgs) -> Result<Summary, String> {
    let plan =
        Plan { seed: Seed(args.seed), runs: args.runs, varied: true, threads: 0, until: None };
    let cancel = AtomicBool::new(false);
    let mut watch = Watch { cancel: &cancel, progress: &mut |_| {} };
    ensemble(scenario, &plan, &mut watch).map_err(|fault| fault.to_string())
}

/// What was named, found.
fn chosen(scenario: &Scenario, args: &FigureArgs) -> Result<Choice, String> {
    let outcome = args.outcome.as_deref().map(|name| {
        let known = scenario.outcomes.iter().map(|it| it.identifier.as_str());
        scenario.outcome(name).ok_or_else(|| unknown("outcome", name, known))
    });
    let issues: Vec<IssueId> =
        args.issue.iter().map(|name| issue(scenario, name)).collect::<Result<_, _>>()?;
    let mut choice = Choice { outcome: outcome.transpose()?, ..Choice::default() };
    match issues[..] {
        [] => {}
        [one] => choice.issue = Some(one),
        [one, other] => choice.issues = Some([one, other]),
        _ => return Err("name one issue, or the two of a map".to_owned()),
    }
    Ok(choice)
}

fn issue(scenario: &Scenario, name: &str) -> Result<IssueId, String> {
    let found = scenario.issues.pairs().find(|(_, issue)| issue.identifier == name);
    let known = scenario.issues.iter().map(|it| it.identifier.as_str());
    found.map(|(id, _)| id).ok_or_else(|| unknown("issue", name, known))
}

/// "there is no issue `x`; did you mean `y`?"
fn unknown<'n>(kind: &str, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    nearest(name, known.clone()).map_or_else(
        || {
            let all: Vec<&str> = known.collect();
            format!("there is no {kind} `{name}`; there are {}", all.join(", "))
        },
        |near| format!("there is no {kind} `{name}`; did you mean `{near}`?"),
    )
}
