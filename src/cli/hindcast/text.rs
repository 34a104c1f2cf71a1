//! A hindcast for people.

use std::io;

use crate::analysis::hindcast::{
    Draft, Estimate, FLOOR, Figures, Forecaster, Group, Measure, Miss, Prediction, RESAMPLES,
    Scale, Unscored,
};
use crate::analysis::ledger::Written;
use crate::text::percent;

use super::{Chances, Compared, Console};

/// The width of a column of figures.
const WIDE: usize = 22;
/// The heads of these columns, in the order of the measures.
const HEADS: [&str; Measure::ALL.len()] =
    ["Hits", "Brier", "Log score", "Balanced accuracy", "Decisions: hits", "Decisions: Brier"];

pub(super) fn print(compared: &Compared, console: &mut Console<'_>) -> io::Result<()> {
    let hindcast = &compared.hindcast;
    let overall = &hindcast.overall;
    writeln!(console.out, "HINDCAST: the model beside what really happened")?;
    let from = match compared.from {
        Chances::Opening => {
            "The exact forecast of each text as tabled, from the opening positions, nothing declared."
                .to_owned()
        }
        Chances::Uncertain(draws) => format!(
            "The exact forecast of each text as tabled, averaged over {draws} draws of what the \
             authors do not know."
        ),
        Chances::Debates(runs) => format!(
            "The shares of {runs} whole debates, with persuasion and bargaining, in which the text \
             was put."
        ),
    };
    writeln!(console.out, "{from}")?;
    writeln!(console.out, "A teaching model, not a prediction.\n")?;
    drafts(compared, console)?;
    group("ALL FORMS", overall, console)?;
    if hindcast.by_form.len() > 1 {
        for (form, of_form) in &hindcast.by_form {
            short_group(&form.name().to_uppercase(), of_form, console)?;
        }
    }
    misses(compared, console)?;
    unscored(compared, console)?;
    how_sure(compared, console)
}

fn drafts(compared: &Compared, console: &mut Console<'_>) -> io::Result<()> {
    let hindcast = &compared.hindcast;
    let brief = |draft| shortened(&name(compared, draft));
    let names: Vec<String> = hindcast.drafts.iter().map(brief).collect();
    let wide = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    let wide = wide.max("Draft".len());
    writeln!(
        console.out,
        "{:<wide$}  {:>10}  {:<12}  {:>8}  {:>5}  {:>9}",
        "Draft", "P(adopted)", "Happened", "Hits", "Brier", "Log score"
    )?;
    for ((draft, [model, ..]), name) in
        hindcast.drafts.iter().zip(&hindcast.predictions).zip(&names)
    {
        writeln!(console.out, "{name:<wide$}  {}", of_draft(draft, model))?;
    }
    writeln!(console.out)
}

/// The figures of one draft: chance of adoption, what happened, hits and mean scores.
fn of_draft(draft: &Draft, model: &Prediction) -> String {
    let rows = || draft.rows.iter().zip(&model.rows);
    let n = draft.rows.len();
    let hits = rows().filter(|(row, chances)| row.hit(chances)).count();
    let mean = |sum: f64| if n == 0 { 0.0 } else { sum / n as f64 };
    let (chance, happened) = match draft.adopted {
        Some(true) => (percent(model.adopted), "adopted"),
        Some(false) => (percent(model.adopted), "not adopted"),
        None => (String::new(), if draft.scale == Scale::Signatures { "signed" } else { "" }),
    };
    format!(
        "{chance:>10}  {happened:<12}  {:>8}  {:>5.2}  {:>9.2}",
        format!("{hits} of {n}"),
        mean(rows().map(|(row, chances)| row.brier(chances)).sum()),
        mean(rows().map(|(row, chances)| row.log_score(chances)).sum())
    )
}

fn heading(title: &str, of: &Group, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(
        console.out,
        "{title}: {}, {} of members, {}",
        counted(of.drafts, "draft"),
        counted(of.members, "vote"),
        counted(of.decisions, "decision")
    )
}

fn group(title: &str, of: &Group, console: &mut Console<'_>) -> io::Result<()> {
    heading(title, of, console)?;
    table(&of.all, Measure::ALL.len(), console)?;
    if of.bound > 0 {
        writeln!(
            console.out,
            "Without {} that the rules of the model fix (sponsors, parties): {} of members",
            counted(of.bound, "vote"),
            counted(of.members - of.bound, "vote")
        )?;
        // Decisions are the same with and without them.
        table(&of.free, 4, console)?;
    }
    writeln!(console.out)
}

/// The figures of one form: those without choice, and the differences, stand in the whole.
fn short_group(title: &str, of: &Group, console: &mut Console<'_>) -> io::Result<()> {
    heading(title, of, console)?;
    values(&of.all, Measure::ALL.len(), console)?;
    writeln!(console.out)
}

fn values(figures: &[Figures], measures: usize, console: &mut Console<'_>) -> io::Result<()> {
    let heads: Vec<String> =
        HEADS[..measures].iter().map(|head| format!("  {head:>WIDE$}")).collect();
    writeln!(console.out, "{:<26}{}", "", heads.concat())?;
    for of in figures {
        let label = of.forecaster.label();
        writeln!(console.out, "{label:<26}{}", line(&of.measures[..measures], Kind::Value))?;
    }
    Ok(())
}

fn table(figures: &[Figures], measures: usize, console: &mut Console<'_>) -> io::Result<()> {
    values(figures, measures, console)?;
    for of in figures.iter().filter(|of| of.forecaster != Forecaster::Model) {
        let label = format!("  model less {}", short(of.forecaster));
        writeln!(
            console.out,
            "{label:<26}{}",
            line(&of.model_ahead[..measures], Kind::Difference)
        )?;
    }
    Ok(())
}

const fn short(forecaster: Forecaster) -> &'static str {
    match forecaster {
        Forecaster::Model => "itself",
        Forecaster::AlwaysInFavour => "always",
        Forecaster::OwnFrequencies => "frequencies",
        Forecaster::SponsorsCamp => "camp",
        Forecaster::CompromiseMean => "compromise",
    }
}

/// What a column of figures holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Values of a measure.
    Value,
    /// Differences of two values, with their sign.
    Difference,
}

fn line(estimates: &[Option<Estimate>], kind: Kind) -> String {
    let one = |(&measure, estimate): (&Measure, &Option<Estimate>)| {
        let told = estimate.map_or_else(|| "-".to_owned(), |it| told(it, measure, kind));
        format!("  {told:>WIDE$}")
    };
    let cells: Vec<String> = Measure::ALL.iter().zip(estimates).map(one).collect();
    cells.concat()
}

/// A value with its interval: "72 % (65 to 79)", "0.36 (0.29 to 0.44)".
fn told(Estimate { value, interval }: Estimate, measure: Measure, kind: Kind) -> String {
    let is_share = !matches!(measure, Measure::Brier | Measure::LogScore | Measure::DecisionBrier);
    let number = |value: f64| match (is_share, kind) {
        (true, Kind::Difference) => format!("{:+.0}", value * 100.0),
        (true, Kind::Value) => format!("{:.0}", value * 100.0),
        (false, Kind::Difference) => format!("{value:+.2}"),
        (false, Kind::Value) => format!("{value:.2}"),
    };
    let unit = if is_share { " %" } else { "" };
    let around = interval
        .map_or_else(String::new, |(low, high)| format!(" ({} to {})", number(low), number(high)));
    format!("{}{unit}{around}", number(value))
}

fn misses(compared: &Compared, console: &mut Console<'_>) -> io::Result<()> {
    let misses = &compared.hindcast.misses;
    if misses.is_empty() {
        return writeln!(console.out, "MISSES: none\n");
    }
    writeln!(
        console.out,
        "MISSES: {} of which the model held another more probable, the least expected first",
        counted(misses.len(), "vote")
    )?;
    for (n, miss) in misses.iter().enumerate() {
        one_miss(compared, (n + 1, miss), console)?;
    }
    writeln!(console.out)
}

fn one_miss(
    compared: &Compared,
    (n, miss): (usize, &Miss),
    console: &mut Console<'_>,
) -> io::Result<()> {
    let draft = &compared.hindcast.drafts[miss.draft];
    let scenario = &*compared.cases[draft.case].scenario;
    let who = miss.observed.who;
    let labels = draft.scale.labels();
    let chances: Vec<String> = labels
        .iter()
        .zip(miss.chances)
        .map(|(label, chance)| format!("{label} {}", percent(chance)))
        .collect();
    writeln!(
        console.out,
        "{n:>3}. {}: {}: {}. Expected: {} (log score {:.2}).",
        name(compared, draft),
        scenario.members[who].name.short,
        labels[miss.observed.cast],
        chances.join(", "),
        miss.log_score
    )?;
    writeln!(console.out, "     Cause: {}.", miss.cause.words(scenario, draft, who))?;
    let told = match miss.change {
        Some(change) => {
            let path = change.number.path(scenario, draft, who);
            let written = Written { scenario, tree: &compared.trees[draft.case] };
            let place = match written.line(&path) {
                Some(line) => format!("line {line}: {path}"),
                None => format!("not written in the file: {path}"),
            };
            format!("Smallest change: {} [{place}].", change.words(scenario))
        }
        None => "No single number of the file makes it a hit.".to_owned(),
    };
    writeln!(console.out, "     {told}")
}

fn unscored(compared: &Compared, console: &mut Console<'_>) -> io::Result<()> {
    let hindcast = &compared.hindcast;
    if hindcast.unscored.is_empty() {
        return Ok(());
    }
    writeln!(console.out, "NOT SCORED")?;
    // Outcomes left out for the same reason stand together.
    for same in hindcast.unscored.chunk_by(|a, b| a.case == b.case && a.because == b.because) {
        let case = &compared.cases[same[0].case];
        let title = |it: &Unscored| format!("“{}”", case.scenario.outcomes[it.outcome].title);
        let titles: Vec<String> = same.iter().map(title).collect();
        writeln!(console.out, "{}: {}: {}.", case.name, same[0].because, titles.join(", "))?;
    }
    writeln!(console.out)
}

fn how_sure(compared: &Compared, console: &mut Console<'_>) -> io::Result<()> {
    let hindcast = &compared.hindcast;
    let out = &mut console.out;
    writeln!(out, "HOW SURE")?;
    if hindcast.drafts.len() < 2 {
        writeln!(out, "From one draft no interval can be given.")?;
    } else {
        writeln!(
            out,
            "In brackets the interval of 95 %, from {RESAMPLES} resamples of whole drafts; votes on \
             one draft are not independent of each other."
        )?;
        if hindcast.drafts.len() < 10 {
            writeln!(out, "From fewer than ten drafts these intervals are too narrow.")?;
        }
    }
    writeln!(
        out,
        "Brier: of a member the sum over its classes (0 to 2), of a decision the square of the \
         error (0 to 1). Log score: -ln of the chance of what was cast, read as {FLOOR:e} where it \
         is less. Less is better in both."
    )?;
    for of in hindcast.overall.all.iter().filter(|of| of.floored > 0) {
        writeln!(out, "{}: {} at that floor.", of.forecaster.label(), counted(of.floored, "vote"))?;
    }
    for scale in Scale::ALL {
        if hindcast.drafts.iter().filter(|draft| draft.scale == scale).count() == 1 {
            writeln!(
                out,
                "One draft only has the classes “{}”: frequencies and camp know nothing of it, and \
                 give each class the same chance.",
                scale.labels().join(", ")
            )?;
        }
    }
    let left_out: usize = hindcast.drafts.iter().map(|draft| draft.left_out.len()).sum();
    let invited: usize = hindcast.drafts.iter().map(|draft| draft.invited_signatories.len()).sum();
    if left_out > 0 {
        writeln!(out, "Left out: {left_out} that did not participate or are not on record.")?;
    }
    if invited > 0 {
        writeln!(
            out,
            "Left out: {invited} invited participants that signed, since those that did not are \
             not on record."
        )?;
    }
    Ok(())
}

/// A draft by its file and title.
fn name(compared: &Compared, draft: &Draft) -> String {
    let case = &compared.cases[draft.case];
    let file = case.name.rsplit(['/', '\\']).next().unwrap_or(&case.name);
    format!("{}, “{}”", file.trim_end_matches(".ron"), case.scenario.outcomes[draft.outcome].title)
}

/// At most sixty characters of a name.
fn shortened(name: &str) -> String {
    const MOST: usize = 60;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let start: String = name.chars().take(MOST - 1).collect();
    format!("{}…", start.trim_end())
}

/// "1 draft", "2 drafts".
fn counted(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
