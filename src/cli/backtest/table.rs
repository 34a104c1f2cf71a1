//! The scores of a backtest as a table, the model in words, and its worst misses.

use std::io;
use std::ops::RangeInclusive;

use crate::analysis::backtest::{Backtest, Scored, Split, VotingRecord};
use crate::cli::Console;

/// The model in one paragraph; docs/backtest.md has it in symbols.
const MODEL: &str = "\
Drafts come in five kinds, which nobody names: each is a way in which the members divide. Who
sponsors a draft and where the sponsors stand, its region and agenda item, and whether it amends or
answers another text tell how likely each kind is. Within a kind a multinomial logit gives each
member's vote from its ideal point of the year before and, for a permanent member, from which one
it is; shared by all kinds are each member's habit, whether it is a sponsor, how far it stands from
the sponsors, and what permanent members are wont to do on the item and with each other's drafts.
Recent drafts weigh more. Ridges hold every coefficient near 0, and the chances are the means of
twelve fits. A draft is adopted with nine votes in favour and no permanent member against.";

pub(super) fn write(
    record: &VotingRecord,
    split: &Split,
    result: &Backtest,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let out = &mut *console.out;
    let what = if split.contested { "contested drafts" } else { "drafts" };
    let part = |years: &RangeInclusive<i32>, (drafts, votes): (usize, usize)| {
        format!("{drafts} {what} of {}-{} ({votes} votes)", years.start(), years.end())
    };
    writeln!(
        out,
        "Fitted to {}, scored on {}.",
        part(&split.train, result.train),
        part(&split.test, result.test)
    )?;
    writeln!(out, "Permanent members: {}.\n", record.permanent.join(", "))?;
    let heads = ["accuracy", "Brier", "balanced", "log score", "adoption", "Brier"];
    writeln!(out, "{:<34}{}", "", heads.map(|head| format!("{head:>16}")).concat())?;
    line("the model", &result.model, out)?;
    for (baseline, scored) in &result.baselines {
        line(baseline.title(), scored, out)?;
    }
    writeln!(
        out,
        "\nIn brackets: 95 % intervals, drafts drawn again 1,000 times. Higher is better for accuracy\n\
         (share of votes that were the likeliest one), balanced accuracy (its mean over in favour,\n\
         abstaining, against) and adoption; lower for Brier scores (sum over the three votes: 0 to 2;\n\
         of adoption: 0 to 1) and the log score.\n\n{MODEL}\n"
    )?;
    misses(result, out)
}

fn line(name: &str, scored: &Scored, out: &mut dyn io::Write) -> io::Result<()> {
    let values = scored.scores.all().map(|value| format!("{value:>16.3}")).concat();
    writeln!(out, "{name:<34}{values}")?;
    let interval = |(low, high): (f64, f64)| format!("{:>16}", format!("({low:.3}-{high:.3})"));
    writeln!(out, "{:<34}{}", "", scored.intervals.map(interval).concat())
}

fn misses(result: &Backtest, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "Decisions foretold worst")?;
    for miss in &result.worst_drafts {
        let symbol = if miss.symbol.is_empty() { "(no symbol)" } else { &miss.symbol };
        let symbol: String = symbol.chars().take(24).collect();
        writeln!(
            out,
            "  {:4}  {symbol:<24}  P(adopted) {:>5.1} %, {}; {:>2} of {} votes wrong  {}",
            miss.year,
            100.0 * miss.adopted_chance,
            if miss.adopted { "adopted    " } else { "not adopted" },
            miss.wrong,
            miss.votes,
            miss.topic,
        )?;
    }
    writeln!(out, "\nMembers foretold worst")?;
    for miss in &result.worst_members {
        writeln!(out, "  {}  {:>3} of {:>3} votes wrong", miss.member, miss.wrong, miss.votes)?;
    }
    Ok(())
}
