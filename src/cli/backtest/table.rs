//! The scores of a backtest as a table, the model in words, and its worst misses.

use std::io;
use std::ops::RangeInclusive;

use crate::analysis::backtest::{
    Backtest, DraftMiss, DynamicsCheck, MemberMiss, Scored, Split, Values, VotingRecord,
};
use crate::cli::Console;

/// The model in one paragraph; docs/backtest.md has it in symbols.
const MODEL: &str = "\
Drafts come in five kinds, which nobody names: each is a way in which the members divide. Who
sponsors a draft and where the sponsors stand, its region and agenda item, and whether it amends or
answers another text tell how likely each kind is. Within a kind a multinomial logit gives each
member's vote from its ideal point of the year before and, for a permanent member, from which one
it is; shared by all kinds are each member's habit, whether it is a sponsor, how it stands toward
the sponsors, and what permanent members are wont to do on the item and on each other's drafts.
Recent drafts weigh more. Ridges hold every coefficient near 0, and the chances are the means of
twelve fits. A draft is adopted with nine votes in favour and no permanent member against.";

const HEADS: [&str; 6] = ["accuracy", "Brier", "balanced", "log score", "adoption", "its Brier"];

pub(super) fn write(
    record: &VotingRecord,
    split: &Split,
    result: &Backtest,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let out = &mut *console.out;
    let what = if split.contested { "contested drafts" } else { "drafts" };
    let part = |years: &RangeInclusive<i32>, (drafts, votes): (usize, usize)| {
        let (from, to) = (years.start(), years.end());
        let span = if from == to { format!("{from}") } else { format!("{from}-{to}") };
        format!("{drafts} {what} of {span} ({votes} votes)")
    };
    writeln!(out, "Fitted to {}", part(&split.train, result.train))?;
    writeln!(out, "Scored on {}", part(&split.test, result.test))?;
    writeln!(out, "Permanent members: {}\n", record.permanent.join(", "))?;
    heads(out)?;
    line("the model", &result.model, out)?;
    for (baseline, scored) in &result.baselines {
        line(baseline.title(), scored, out)?;
    }
    writeln!(
        out,
        "
Below each score its 95 % interval, from drafts drawn again 1,000 times. Accuracy is the share of
votes that were the likeliest one, balanced accuracy its mean over votes in favour, abstaining and
against, adoption the share of decisions foretold: more is better. The Brier score of votes goes
from 0 to 2, that of adoption from 0 to 1, the log score from 0 up: less is better.

{MODEL}
"
    )?;
    if !split.contested {
        writeln!(
            out,
            "Before that, a logit on the same columns of the draft gives the chance that anybody\n\
             opposes it; without --contested, drafts adopted by all are fitted and scored too.\n"
        )?;
    }
    misses((&result.worst_drafts, &result.worst_members), out)
}

fn heads(out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{:<33}{}", "", HEADS.map(|head| format!("{head:>11}")).concat())
}

fn line(name: &str, scored: &Scored, out: &mut dyn io::Write) -> io::Result<()> {
    let values = scored.scores.all().map(|value| format!("{value:>11.3}")).concat();
    writeln!(out, "{name:<33}{values}")?;
    let interval = |(low, high): (f64, f64)| format!("{:>11}", format!("{low:.2}-{high:.2}"));
    writeln!(out, "{:<33}{}", "", scored.intervals.map(interval).concat())
}

fn misses(
    (drafts, members): (&[DraftMiss], &[MemberMiss]),
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(out, "Decisions foretold worst:  P(adopted), what came, votes foretold wrongly")?;
    for miss in drafts {
        let symbol = if miss.symbol.is_empty() { "(no symbol)" } else { &miss.symbol };
        let short = |text: &str, most| text.chars().take(most).collect::<String>();
        writeln!(
            out,
            "  {}  {:<20}  {:>5.1} %  {:<11}  {:>2} of {:<2}  {}",
            miss.year,
            short(symbol, 20),
            100.0 * miss.adopted_chance,
            if miss.adopted { "adopted" } else { "not adopted" },
            miss.wrong,
            miss.votes,
            short(&miss.topic, 40),
        )?;
    }
    writeln!(out, "\nMembers foretold worst:  votes foretold wrongly")?;
    for miss in members {
        writeln!(out, "  {}  {:>3} of {}", miss.member, miss.wrong, miss.votes)?;
    }
    Ok(())
}

/// The check of the engine's own vote model.
pub(super) fn of_dynamics(check: &DynamicsCheck, out: &mut dyn io::Write) -> io::Result<()> {
    let (train, test) = check.drafts;
    writeln!(
        out,
        "
The default dynamics of scenarios, on the {test} of these drafts whose sponsors are known ({train}
to refit to). A draft is made a scenario of one issue: ideal points of -3..3 are positions of
0..100, the text stands at the mean of its sponsors, the status quo where --dynamics says, salience
is 100, affinity toward a sponsor falls from 100 to -100 with the distance.
"
    )?;
    heads(out)?;
    line("the defaults", &check.defaults.1, out)?;
    line("the defaults, ten times as wide", &check.wider.1, out)?;
    line("refitted to the training years", &check.refitted.1, out)?;
    for (baseline, scored) in &check.baselines {
        line(baseline.title(), scored, out)?;
    }
    let named = |values: &Values| {
        values.named().map(|(name, value)| format!("{name} {value:.0}")).join(", ")
    };
    writeln!(out, "\ndefaults:  {}", named(&check.defaults.0))?;
    writeln!(out, "refitted:  {}\n\nMisses of the defaults.", named(&check.refitted.0))?;
    misses((&check.worst_drafts, &check.worst_members), out)
}
