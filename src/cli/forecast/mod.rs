//! `horseshoe forecast`: exact chances, from the opening positions or within a saved meeting.

mod moment;

use std::io;

use serde_json::{Map, Value, json};

use crate::council::{AdoptionRule, OutcomeId};
use crate::scenario::Scenario;
use crate::text::{blocking_sentences, percent, result_words};
use crate::vote::{self, Forecast, Slope};

use super::args::{ForecastArgs, Format};
use super::{Console, Status, source};
use moment::Moment;

/// How many moves of one point are told of each outcome.
const MOVES_TOLD: usize = 3;
/// From what a move of one point has to be worth to be told.
const WORTH_TELLING: f64 = 0.0005;

pub(super) fn forecast(args: &ForecastArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let moment = match (&args.record, &args.file) {
        (Some(record), _) => match Moment::of_record(record, args) {
            Ok(moment) => moment,
            Err(message) => {
                writeln!(console.err, "error: {message}")?;
                return Ok(Status::Failed);
            }
        },
        (None, Some(file)) => {
            let Some(scenario) = source::load(file, console)? else { return Ok(Status::Failed) };
            Moment::opening(scenario)
        }
        (None, None) => return Ok(Status::Misused),
    };
    match args.format {
        Format::Json => writeln!(console.out, "{:#}", as_json(&moment, args.uncertain))?,
        Format::Text => table(&moment, args.uncertain, console)?,
    }
    Ok(Status::Done)
}

fn as_json(moment: &Moment, draws: Option<u32>) -> Value {
    let scenario = &moment.scenario;
    let outcomes: Map<String, Value> = scenario
        .order
        .outcomes
        .iter()
        .map(|&id| (scenario.outcomes[id].identifier.clone(), outcome_json(moment, id, draws)))
        .collect();
    let mut all = json!({ "format": 1, "scenario": scenario.title, "outcomes": outcomes });
    if let Some((at, _)) = moment.after {
        all["after_events"] = json!(at);
    }
    all
}

fn outcome_json(moment: &Moment, id: OutcomeId, draws: Option<u32>) -> Value {
    let scenario = &moment.scenario;
    let room = moment.room();
    let Forecast { chances, in_favour, members } = vote::from_room(room, id);
    let mut outcome = json!({
        "form": room.texts[id].form.identifier(),
        "adopted": chances.adopted,
        "vetoed": chances.vetoed,
        "short_of_votes": chances.short_of_votes,
        "objected": chances.objected,
    });
    if !members.is_empty() {
        outcome["in_favour"] = json!(in_favour);
        let by_file = scenario.order.members.iter();
        let rows: Map<String, Value> = by_file
            .filter_map(|who| members.iter().find(|(member, ..)| member == who))
            .map(|&(who, gain, chance)| {
                let row = json!({
                    "gain": gain,
                    "in_favour": chance.in_favour,
                    "abstaining": chance.abstaining,
                    "against": chance.against,
                });
                (scenario.members[who].identifier.clone(), row)
            })
            .collect();
        outcome["members"] = Value::Object(rows);
    }
    let gradient = vote::gradient(room, id);
    if !gradient.is_empty() {
        let rows = gradient.iter().map(|slope| {
            json!({
                "member": scenario.members[slope.who].identifier,
                "issue": scenario.issues[slope.issue].identifier,
                "one_point_up": slope.up,
                "one_point_down": slope.down,
            })
        });
        outcome["gradient"] = Value::Array(rows.collect());
    }
    if let Some(averaged) = draws.and_then(|draws| moment.averaged(id, draws)) {
        outcome["uncertain"] = json!({
            "adopted": averaged.adopted,
            "standard_error": averaged.error,
            "draws": averaged.draws,
            "difference": averaged.adopted - chances.adopted,
        });
    }
    if let Some(decision) = moment.decision(id) {
        outcome["decided"] = json!({ "result": decision.result(), "because": decision.because() });
    }
    outcome
}

fn table(moment: &Moment, draws: Option<u32>, console: &mut Console<'_>) -> io::Result<()> {
    let scenario = &moment.scenario;
    match moment.after {
        None => writeln!(console.out, "{}: chances from the opening positions", scenario.title)?,
        Some((at, count)) => writeln!(
            console.out,
            "{}: chances after event {at} of {count} (simulated)",
            scenario.title
        )?,
    }
    writeln!(console.out, "A teaching model, not a prediction.\n")?;
    let width = scenario.outcomes.iter().map(|o| o.title.chars().count()).max().unwrap_or(0);
    for &id in &scenario.order.outcomes {
        let room = moment.room();
        let form = room.texts[id].form.name();
        let title = &scenario.outcomes[id].title;
        if let Some(decision) = moment.decision(id) {
            let words = result_words(decision);
            writeln!(console.out, "{title:<width$}  {form:<22}  decided: {words}")?;
            continue;
        }
        let forecast = vote::from_room(room, id);
        let words = in_words(room.rule(id), &forecast);
        writeln!(console.out, "{title:<width$}  {form:<22}  {words}")?;
        for line in details(moment, (id, &forecast), draws) {
            writeln!(console.out, "    {line}")?;
        }
    }
    writeln!(console.out, "\nHOW SURE IS THAT?\n{}", how_sure(draws))
}

/// What the figures rest on.
fn how_sure(draws: Option<u32>) -> &'static str {
    match draws {
        None => {
            "The chances are exact: no run was sampled, so there is no interval. They take every \
             position as its author wrote it, the texts\nas they stand, and votes that do not look at \
             each other; --uncertain averages over what the authors do not know, and `ensemble`\nruns \
             the whole debates, with persuasion and bargaining. A move of one point is worth the exact \
             difference of two forecasts."
        }
        Some(_) => {
            "The first figure of each outcome is exact for positions as written. The average draws every \
             uncertain position from a normal\ndistribution with the uncertainty its author wrote, \
             independently of the others; “±” is twice the standard error of the draws."
        }
    }
}

fn details(
    moment: &Moment,
    (id, forecast): (OutcomeId, &Forecast),
    draws: Option<u32>,
) -> Vec<String> {
    let scenario = &moment.scenario;
    let room = moment.room();
    let mut lines = Vec::new();
    if let Some(averaged) = draws.and_then(|draws| moment.averaged(id, draws)) {
        lines.push(format!(
            "Averaged over what the authors do not know: adopted {:.1} % ± {:.1} ({} draws), {:+.1} \
             points.",
            averaged.adopted * 100.0,
            averaged.error * 200.0,
            averaged.draws,
            (averaged.adopted - forecast.chances.adopted) * 100.0
        ));
    }
    if let Some(blocking) = vote::blocking(room, id) {
        lines.extend(blocking_sentences(scenario, None, &blocking));
    }
    lines.extend(moves(scenario, &vote::gradient(room, id)));
    lines
}

/// What moving a delegation by one point is worth, the most worthwhile first.
fn moves(scenario: &Scenario, gradient: &[Slope]) -> Option<String> {
    let mut worth: Vec<&Slope> =
        gradient.iter().filter(|slope| slope.best() >= WORTH_TELLING).collect();
    worth.sort_by(|a, b| b.best().total_cmp(&a.best()));
    let words: Vec<String> = worth
        .iter()
        .take(MOVES_TOLD)
        .map(|slope| {
            let issue = &scenario.issues[slope.issue];
            let end = if slope.up >= slope.down { &issue.high } else { &issue.low };
            format!(
                "{} toward “{end}” {:.1} %",
                scenario.members[slope.who].name.in_sentence(),
                slope.best() * 100.0
            )
        })
        .collect();
    (!words.is_empty()).then(|| format!("Moving by one point is worth: {}.", words.join("; ")))
}

fn in_words(rule: &AdoptionRule, forecast: &Forecast) -> String {
    let chances = forecast.chances;
    let expected: f64 = forecast.in_favour.iter().enumerate().map(|(n, p)| n as f64 * p).sum();
    match rule {
        AdoptionRule::Vote { veto: true, .. } => format!(
            "adopted {}, vetoed {}, short of votes {}; {expected:.1} in favour expected",
            percent(chances.adopted),
            percent(chances.vetoed),
            percent(chances.short_of_votes)
        ),
        AdoptionRule::Vote { .. } | AdoptionRule::Weighted { .. } => format!(
            "adopted {}, short of votes {}; {expected:.1} in favour expected",
            percent(chances.adopted),
            percent(chances.short_of_votes)
        ),
        AdoptionRule::Consensus => format!(
            "adopted {}, objected to {}",
            percent(chances.adopted),
            percent(chances.objected)
        ),
        AdoptionRule::Signature => {
            format!("issued by those who sign; {expected:.1} signatures of members expected")
        }
        AdoptionRule::Authority => "issued on the President's own authority".to_owned(),
    }
}
