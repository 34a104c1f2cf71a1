//! Two arms on the same luck, side by side.

use std::io;

use serde_json::{Map, Value, json};

use crate::ensemble::{Arms, Difference, Ending};
use crate::scenario::Scenario;
use crate::text::grouped;

use super::super::Console;
use super::figures::endings;
use super::table::exact;

pub(super) fn json((first, second): (&Scenario, &Scenario), arms: &Arms, speed: f64) -> Value {
    let runs = arms.first.runs();
    let outcomes: Map<String, Value> = arms
        .outcomes
        .iter()
        .map(|&(one, other, pairs)| {
            let fields = json!({
                "first": endings(arms.first.outcome(one), runs),
                "second": endings(arms.second.outcome(other), runs),
                "adopted_in_both": pairs.both,
                "adopted_in_first_only": pairs.only_first,
                "adopted_in_second_only": pairs.only_second,
                "adopted_in_neither": pairs.neither,
                "difference": pairs.difference(),
            });
            (first.outcomes[one].identifier.clone(), fields)
        })
        .collect();
    json!({
        "format": 1,
        "simulated": true,
        "scenario": first.title,
        "first": { "title": first.title, "digest": first.digest },
        "second": { "title": second.title, "digest": second.digest },
        "runs": runs,
        "seed": arms.first.seeds.first().map_or(0, |(seed, _)| *seed),
        "varied": arms.first.varied,
        "interval": "95 %, Wilson; of a difference Agresti and Min, on the same luck",
        "outcomes": outcomes,
        "runs_per_second": speed,
    })
}

/// One row for each outcome.
pub(super) fn csv(first: &Scenario, arms: &Arms) -> String {
    let runs = arms.first.runs();
    let rows = arms.outcomes.iter().map(|&(one, other, pairs)| {
        let Difference { difference, low, high } = pairs.difference();
        let name = &first.outcomes[one].identifier;
        let before = arms.first.outcome(one).share(Ending::Adopted, runs).share;
        let after = arms.second.outcome(other).share(Ending::Adopted, runs).share;
        format!("{name},{before},{after},{difference},{low},{high},{runs}\n")
    });
    std::iter::once("outcome,first,second,difference,low,high,pairs\n".to_owned())
        .chain(rows)
        .collect()
}

pub(super) fn write(first: &Scenario, arms: &Arms, console: &mut Console<'_>) -> io::Result<()> {
    let runs = arms.first.runs();
    writeln!(console.out, "{}", first.title)?;
    writeln!(
        console.out,
        "{} pairs of debates (simulated): as written, and with the change, on the same luck.\n",
        grouped(runs)
    )?;
    let names = arms.outcomes.iter().map(|(one, ..)| first.outcomes[*one].identifier.len());
    let width = names.max().unwrap_or(0);
    writeln!(
        console.out,
        "{:<width$}  {:>15}  {:>15}  {:>10}  {:>16}",
        "Adopted", "As written", "With the change", "Difference", "95 % interval"
    )?;
    for &(one, other, pairs) in &arms.outcomes {
        let Difference { difference, low, high } = pairs.difference();
        writeln!(
            console.out,
            "{:<width$}  {:>15}  {:>15}  {:>+10.1}  {:>16}",
            first.outcomes[one].identifier,
            exact(arms.first.outcome(one).share(Ending::Adopted, runs)),
            exact(arms.second.outcome(other).share(Ending::Adopted, runs)),
            difference * 100.0,
            format!("{:+.1} to {:+.1}", low * 100.0, high * 100.0),
        )?;
    }
    writeln!(
        console.out,
        "\nHOW SURE IS THAT?\nDifferences are in percentage points, over {} pairs that meet the same \
         luck, so that what differs is an effect of the change.\nAn interval that holds 0 leaves open \
         whether there is any (Agresti and Min 2005). It tells the luck of the draw within the model, \
         not whether the model is right.",
        grouped(runs)
    )
}
