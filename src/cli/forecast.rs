//! `horseshoe forecast`: exact chances from the opening positions.

use std::io;

use serde_json::{Map, Value, json};

use crate::council::{AdoptionRule, OutcomeId};
use crate::scenario::Scenario;
use crate::text::{blocking_sentences, percent};
use crate::vote::{self, Forecast, Room};

use super::args::{FileArgs, Format};
use super::{Console, Status, source};

pub(super) fn forecast(args: &FileArgs, console: &mut Console<'_>) -> io::Result<Status> {
    let Some(scenario) = source::load(&args.file, console)? else {
        return Ok(Status::Failed);
    };
    match args.format {
        Format::Json => {
            let outcomes: Map<String, Value> = scenario
                .order
                .outcomes
                .iter()
                .map(|&id| (scenario.outcomes[id].identifier.clone(), as_json(&scenario, id)))
                .collect();
            let all = json!({ "format": 1, "scenario": scenario.title, "outcomes": outcomes });
            writeln!(console.out, "{all:#}")?;
        }
        Format::Text => table(&scenario, console)?,
    }
    Ok(Status::Done)
}

fn as_json(scenario: &Scenario, id: OutcomeId) -> Value {
    let Forecast { chances, in_favour, members } = vote::forecast(scenario, id);
    let mut outcome = json!({
        "form": scenario.outcomes[id].form.identifier(),
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
    outcome
}

fn table(scenario: &Scenario, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "{}: chances from the opening positions", scenario.title)?;
    writeln!(console.out, "A teaching model, not a prediction.\n")?;
    let positions = vote::opening_positions(scenario);
    let width = scenario.outcomes.iter().map(|o| o.title.chars().count()).max().unwrap_or(0);
    for &id in &scenario.order.outcomes {
        let outcome = &scenario.outcomes[id];
        let forecast = vote::forecast(scenario, id);
        writeln!(
            console.out,
            "{:<width$}  {:<22}  {}",
            outcome.title,
            outcome.form.name(),
            in_words(scenario.rule(id), &forecast)
        )?;
        let room = Room::opening(scenario, &positions);
        if let Some(blocking) = vote::blocking(room, id) {
            for sentence in blocking_sentences(scenario, None, &blocking) {
                writeln!(console.out, "    {sentence}")?;
            }
        }
    }
    Ok(())
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
