//! The results of an ensemble for people.

use std::io;

use crate::council::{AdoptionRule, DelegationId, Id as _, OutcomeId};
use crate::ensemble::{Ending, Leverage, OutcomeCounts, Share, Summary, leverages};
use crate::scenario::Scenario;
use crate::text::{grouped, percent};

use super::super::Console;

/// How many members or positions are named for each figure.
const NAMED: usize = 3;
/// How many uncertain positions are listed for each outcome.
const FACTORS: usize = 5;
/// Shares from which something is worth a word.
const WORTH_A_WORD: f64 = 0.005;
/// Mean size of a movement from which a stage is named as one that turns a text.
const TURNS_FROM: f64 = 0.01;

pub(super) fn write(
    scenario: &Scenario,
    (summary, speed): (&Summary, f64),
    console: &mut Console<'_>,
) -> io::Result<()> {
    let runs = summary.runs();
    writeln!(console.out, "{}", scenario.title)?;
    writeln!(
        console.out,
        "{} debates (simulated), {}. A teaching model, not a prediction.\n",
        grouped(runs),
        seeds(summary)
    )?;
    let width = scenario.outcomes.iter().map(|o| o.identifier.chars().count()).max().unwrap_or(0);
    writeln!(
        console.out,
        "{:<width$}  {:>15}  {:>9}  {:>9}  {:>9}  {:>9}",
        "Outcome", "Adopted", "Vetoed", "Short", "Objected", "Not put"
    )?;
    for &id in &scenario.order.outcomes {
        let counts = summary.outcome(id);
        let share = |ending| rough(counts.share(ending, runs));
        writeln!(
            console.out,
            "{:<width$}  {:>15}  {:>9}  {:>9}  {:>9}  {:>9}",
            scenario.outcomes[id].identifier,
            exact(counts.share(Ending::Adopted, runs)),
            share(Ending::Vetoed),
            share(Ending::ShortOfVotes),
            share(Ending::Objected),
            share(Ending::NotPut),
        )?;
    }
    for &id in &scenario.order.outcomes {
        let lines = details(scenario, summary, id);
        if !lines.is_empty() {
            let outcome = &scenario.outcomes[id];
            writeln!(console.out, "\n{}: {}", outcome.identifier, outcome.title)?;
        }
        for line in lines {
            writeln!(console.out, "    {line}")?;
        }
    }
    writeln!(console.out, "\nHOW SURE IS THAT?\n{}", how_sure(summary))?;
    if speed > 0.0 {
        writeln!(console.out, "{} debates a second.", grouped(speed as u64))?;
    }
    Ok(())
}

/// What the intervals mean, over how many runs, and what is taken for granted.
pub(super) fn how_sure(summary: &Summary) -> String {
    let runs = grouped(summary.runs());
    let positions = if summary.varied {
        "each run draws every uncertain position anew from a normal distribution with the \
         uncertainty its author wrote, independently of the others"
    } else {
        "positions are as their authors wrote them; --vary draws them from their uncertainty"
    };
    format!(
        "“±” is half the width of the 95 % interval (Wilson) of a share over {runs} runs: four times \
         as many runs halve it.\nIt tells the luck of the draw within the model, not whether the model \
         is right; {positions}."
    )
}

fn seeds(summary: &Summary) -> String {
    let range = |&(first, count): &(u64, u64)| match count {
        1 => first.to_string(),
        _ => format!("{} to {}", grouped(first), grouped(first.saturating_add(count - 1))),
    };
    let ranges: Vec<String> = summary.seeds.iter().map(range).collect();
    let how = if summary.varied { ", positions drawn anew" } else { "" };
    format!("seeds {}{how}", ranges.join(", "))
}

/// A share with its interval: `41.2 % ± 1.0`; of what happened never or always, the bound.
pub(super) fn exact(share: Share) -> String {
    if share.low <= 0.0 {
        return format!("0 % (< {:.1})", (share.high * 100.0).max(0.1));
    }
    if share.high >= 1.0 {
        return format!("100 % (> {:.1})", (share.low * 100.0).min(99.9));
    }
    format!("{:.1} % ± {:.1}", share.share * 100.0, share.half_width() * 100.0)
}

fn rough(share: Share) -> String {
    if share.count == 0 { "-".to_owned() } else { format!("{:.1} %", share.share * 100.0) }
}

/// What there is to say about one outcome beside its shares.
fn details(scenario: &Scenario, summary: &Summary, id: OutcomeId) -> Vec<String> {
    let counts = summary.outcome(id);
    let runs = summary.runs();
    let mut lines = Vec::new();
    lines.extend(votes(scenario, counts));
    let vetoes = named(scenario, &counts.vetoes_by, runs);
    if !vetoes.is_empty() {
        lines.push(format!("Vetoes: {vetoes}."));
    }
    let pivotal = named(scenario, &counts.pivotal, runs);
    // Where all must agree, each could always have objected.
    if !pivotal.is_empty() && *scenario.rule(id) != AdoptionRule::Consensus {
        lines.push(format!("Alone could have turned the decision: {pivotal}."));
    }
    lines.extend(turns(scenario, summary, id));
    lines.extend(tornado(scenario, summary, id));
    lines.extend(examples(counts, summary.varied));
    lines
}

/// How many were in favour where the text was put: the middle half of the runs.
fn votes(scenario: &Scenario, counts: &OutcomeCounts) -> Option<String> {
    let put: u64 = counts.in_favour.iter().sum();
    let quantile = |part: f64| {
        let mut below = 0;
        counts.in_favour.iter().position(|n| {
            below += n;
            below as f64 >= part * put as f64
        })
    };
    let (low, middle, high) = (quantile(0.25)?, quantile(0.5)?, quantile(0.75)?);
    let voting = scenario.derived.voting.len();
    (put > 0).then(|| {
        format!(
            "In favour where members were asked: {middle} of {voting} in the median, {low} to {high} \
             in the middle half of {} runs.",
            grouped(put)
        )
    })
}

/// The members to which a count belongs most often, with its share of all runs.
fn named(scenario: &Scenario, counts: &[u64], runs: u64) -> String {
    let mut rows: Vec<(u64, DelegationId)> =
        scenario.members.ids().map(|who| (counts[who.index()], who)).collect();
    rows.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let worth =
        |row: &&(u64, DelegationId)| row.0 as f64 >= WORTH_A_WORD * runs as f64 && row.0 > 0;
    let words = rows.iter().take(NAMED).filter(worth).map(|(count, who)| {
        format!("{} {}", scenario.members[*who].name.in_sentence(), exact(Share::of(*count, runs)))
    });
    words.collect::<Vec<_>>().join(", ")
}

/// In which stages P(adopted) moves.
fn turns(scenario: &Scenario, summary: &Summary, id: OutcomeId) -> Option<String> {
    let mut stages: Vec<_> = summary
        .stages(scenario)
        .map(|stage| (stage.stage.name(), stage.swings[id.index()]))
        .filter(|(_, swing)| swing.mean_size() >= TURNS_FROM)
        .collect();
    stages.sort_by(|a, b| b.1.mean_size().total_cmp(&a.1.mean_size()));
    let runs = stages.first()?.1.runs();
    let words = stages.iter().take(NAMED).map(|(stage, swing)| {
        format!(
            "{} ({:.0} points, {:+.0} on average)",
            stage.in_sentence(),
            swing.mean_size() * 100.0,
            swing.mean() * 100.0
        )
    });
    Some(format!(
        "P(adopted) moves most in {}; over {} runs.",
        words.collect::<Vec<_>>().join(", "),
        grouped(runs)
    ))
}

/// The uncertain positions that matter most, as a small table.
fn tornado(scenario: &Scenario, summary: &Summary, id: OutcomeId) -> Vec<String> {
    let rows: Vec<(String, Leverage)> = leverages(scenario, summary, id)
        .into_iter()
        .filter(Leverage::is_told_apart)
        .take(FACTORS)
        .map(|row| {
            let name = &scenario.members[row.who].name.short;
            (format!("{name}, “{}”", scenario.issues[row.issue].name), row)
        })
        .collect();
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let told = rows.iter().map(|(name, row)| {
        format!(
            "  {name:<width$}  {:>13} to {:<13}  {:>9}",
            exact(row.low),
            exact(row.high),
            percent(row.index)
        )
    });
    let head = "Which uncertain position matters most: adopted where it lies in the lowest and in the \
                highest quarter of its range, and the share of the variance that it explains alone";
    let head = (!rows.is_empty()).then(|| head.to_owned());
    head.into_iter().chain(told).collect()
}

/// Runs to open.
fn examples(counts: &OutcomeCounts, varied: bool) -> Option<String> {
    let run = if varied { "run --vary --seed" } else { "run --seed" };
    let found: Vec<String> = Ending::ALL
        .iter()
        .zip(counts.examples)
        .filter_map(|(ending, seed)| Some(format!("{} {}", words(*ending), seed?)))
        .collect();
    (found.len() > 1).then(|| format!("Seeds to open with `{run}`: {}.", found.join(", ")))
}

const fn words(ending: Ending) -> &'static str {
    match ending {
        Ending::Adopted => "adopted",
        Ending::Vetoed => "vetoed",
        Ending::ShortOfVotes => "short of votes",
        Ending::Objected => "objected to",
        Ending::NotPut => "not put",
    }
}
