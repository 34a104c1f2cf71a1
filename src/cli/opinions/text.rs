//! Second opinions for people.

use std::io;

use crate::cli::Console;
use crate::council::{Id as _, Issue, IssueId};
use crate::opinions::{Exchange, Move, OnIssue, Opinions};
use crate::scenario::Scenario;

use super::{no_agreement, on_scale, positions};

/// How many exchanges are told.
const TOLD: usize = 10;

/// What each model assumes, and its paper; in the order of [`positions`].
const MODELS: [(&str, &str); 5] = [
    (
        "Median",
        "the position that no other beats in a vote, each voice weighing influence times salience \
         (Black 1958)",
    ),
    (
        "Compromise",
        "everybody gives way in proportion: the mean, weighted by influence times salience (Van \
         den Bos 1991; Achen 2006)",
    ),
    (
        "Nash",
        "all must gain over the status quo, and the weighted product of gains is largest (Nash \
         1950; Kalai 1977)",
    ),
    (
        "Challenge",
        "members confront each other round by round and the weaker give way; the weighted median \
         at the end (Bueno de Mesquita 1994; Scholz, Calbert & Smith 2011)",
    ),
    (
        "Exchange",
        "pairs of members trade positions on two issues at equal gain; the weighted mean \
         afterwards (Stokman & Van Oosten 1994)",
    ),
];

/// Prints the table, then everything in words.
pub(super) fn print(
    scenario: &Scenario,
    opinions: &Opinions,
    console: &mut Console<'_>,
) -> io::Result<()> {
    writeln!(console.out, "{}: second opinions", scenario.title)?;
    writeln!(
        console.out,
        "What five other models make of the opening positions, from 0 to 100. Simulated: results \
         of models, not predictions.\n"
    )?;
    table(scenario, opinions, console)?;
    writeln!(console.out, "\nIN WORDS (the nearest mark of each issue)")?;
    for &id in &scenario.order.issues {
        in_words(&scenario.issues[id], &opinions.issues[id], console)?;
    }
    exchanges(scenario, &opinions.exchanges, console)?;
    writeln!(console.out, "\nTHE MODELS")?;
    for (name, assumption) in MODELS {
        writeln!(console.out, "{name}: {assumption}.")?;
    }
    writeln!(
        console.out,
        "They read position, influence and salience of voting members; procedure, veto, red lines \
         and texts are unknown to them."
    )
}

fn table(scenario: &Scenario, opinions: &Opinions, console: &mut Console<'_>) -> io::Result<()> {
    let width = scenario.issues.iter().map(|issue| issue.name.chars().count()).max().unwrap_or(0);
    write!(console.out, "{:<width$}  {:>10}", "Issue", "Status quo")?;
    for (name, _) in MODELS {
        write!(console.out, "  {name:>6} ")?;
    }
    writeln!(console.out, " {:>6}  {:>8}", "Spread", "Members")?;
    for &id in &scenario.order.issues {
        let (issue, on) = (&scenario.issues[id], &opinions.issues[id]);
        let status_quo = issue.status_quo.get();
        write!(console.out, "{:<width$}  {:>10}", issue.name, figure(Some(status_quo)))?;
        for ((name, _), (model, position)) in MODELS.iter().zip(positions(on, status_quo)) {
            let failed = model == "nash" && no_agreement(on).is_some();
            let mark = if failed { "*" } else { " " };
            let width = name.len().max(6);
            write!(console.out, "  {:>width$}{mark}", figure(position))?;
        }
        let members = format!("{} of {}", on.members, scenario.derived.voting.len());
        writeln!(console.out, " {:>6}  {members:>8}", figure(on.spread()))?;
    }
    if opinions.issues.iter().any(|on| no_agreement(on).is_some()) {
        writeln!(
            console.out,
            "* No agreement, so the status quo stays; not counted in the spread, which is the \
             largest opinion less the smallest."
        )?;
    } else {
        writeln!(console.out, "The spread is the largest opinion less the smallest.")?;
    }
    Ok(())
}

fn in_words(issue: &Issue, on: &OnIssue, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "{} (0: {}; 100: {})", issue.name, issue.low, issue.high)?;
    let status_quo = issue.status_quo.get();
    let agreed = |model| model != "nash" || no_agreement(on).is_none();
    let mut told: Vec<(f64, String)> = positions(on, status_quo)
        .into_iter()
        .filter(|(model, _)| agreed(*model))
        .filter_map(|(model, position)| {
            let name = if model == "nash" { "Nash" } else { model };
            let words = format!("{name} {}{}", figure(position), aside(model, on));
            Some((position?, words))
        })
        .collect();
    told.push((status_quo, format!("status quo {}", figure(Some(status_quo)))));
    told.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mark = |entry: &(f64, String)| issue.nearest_mark(entry.0);
    for near in told.chunk_by(|a, b| mark(a) == mark(b)) {
        let names: Vec<&str> = near.iter().map(|(_, words)| words.as_str()).collect();
        writeln!(console.out, "    {}: {}", mark(&near[0]), names.join(", "))?;
    }
    if let Some(why) = no_agreement(on) {
        writeln!(console.out, "    Nash: {why}")?;
    }
    if let Err(silence) = on.compromise {
        writeln!(console.out, "    No model says anything: {silence}")?;
    }
    Ok(())
}

/// What is said of a model's figure in brackets.
fn aside(model: &str, on: &OnIssue) -> String {
    match (model, on.plain_median, on.challenge) {
        ("median", Ok(plain), _) if on.median != Ok(plain) => {
            format!(" ({} if voices weigh the same)", figure(Some(plain)))
        }
        ("challenge", _, Ok(challenge)) => {
            let rest = if challenge.at_rest { "at rest" } else { "not at rest" };
            let plural = if challenge.rounds == 1 { "" } else { "s" };
            format!(" ({rest} after {} round{plural})", challenge.rounds)
        }
        _ => String::new(),
    }
}

fn exchanges(
    scenario: &Scenario,
    exchanges: &[Exchange],
    console: &mut Console<'_>,
) -> io::Result<()> {
    let all = exchanges.len();
    if all == 0 {
        return writeln!(
            console.out,
            "\nNO EXCHANGES: no two members gain by trading positions on two issues."
        );
    }
    let first = if all > TOLD { format!("; the first {TOLD}") } else { String::new() };
    writeln!(console.out, "\nEXCHANGES (simulated by the exchange model; {all} in all{first})")?;
    let names = scenario.derived.voting.iter().map(|&id| &scenario.members[id].name.short);
    let width = names.map(|name| name.chars().count()).max().unwrap_or(0);
    for (at, exchange) in exchanges.iter().take(TOLD).enumerate() {
        let gain = on_scale(exchange.gain);
        writeln!(console.out, "{:>2}. {}", at + 1, part(scenario, exchange.later, width))?;
        writeln!(
            console.out,
            "    {}; worth {gain:.2} points to each",
            part(scenario, exchange.earlier, width)
        )?;
    }
    Ok(())
}

/// Who would move, from where to where and on what.
fn part(scenario: &Scenario, part: Move, width: usize) -> String {
    let who = &scenario.members[scenario.derived.voting[part.member]].name.short;
    let issue = &scenario.issues[IssueId::at(part.issue)].name;
    let (from, to) = (figure(Some(part.from)), figure(Some(part.to)));
    format!("{who:<width$}  {from:>5} to {to:>5} on {issue}")
}

/// A position or a distance on the scale of people, to one decimal; a dash for none.
fn figure(position: Option<f64>) -> String {
    position.map_or_else(|| "–".to_owned(), |position| format!("{:.1}", on_scale(position)))
}
