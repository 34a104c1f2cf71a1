//! Differences for people.

use std::collections::BTreeMap;
use std::io;

use crate::cli::Console;
use crate::scenario::Difference;

use super::Side;
use super::effect::Effect;
use super::group::groups;
use super::line::{Line, entries};
use super::section::Section;
use super::words::{Words, counted, quoted};

/// From which change of a chance on it is told.
const WORTH_TELLING: f64 = 0.005;

pub(super) fn print(
    (a, b): (&Side, &Side),
    found: &[Difference],
    effects: &[Effect],
    console: &mut Console<'_>,
) -> io::Result<()> {
    let heading = format!("{} → {}", a.name, b.name);
    let reordered = reordered(a, b);
    if found.is_empty() {
        writeln!(console.out, "{heading}: no differences")?;
        return reordered.map_or(Ok(()), |reordered| writeln!(console.out, "{reordered}"));
    }
    writeln!(console.out, "{heading}: {}", counted(found.len(), "difference"))?;
    let words = Words::of(&a.tree, &b.tree);
    let mut sections: BTreeMap<Section, Vec<Line>> = BTreeMap::new();
    for group in groups(found) {
        for line in words.lines(&group) {
            sections.entry(line.section).or_default().push(line);
        }
    }
    for (section, mut lines) in sections {
        if section.is_by_size() {
            lines.sort_by(|x, y| y.size.total_cmp(&x.size));
        }
        lines.sort_by_key(|line| rank(&line.text));
        writeln!(console.out, "\n{}", section.heading())?;
        for line in lines {
            writeln!(console.out, "  {}", line.text)?;
        }
    }
    if let Some(reordered) = reordered {
        writeln!(console.out, "\n{reordered}")?;
    }
    chances(effects, console)
}

/// What is in both files comes before what is new, and that before what is gone.
fn rank(line: &str) -> usize {
    ["new: ", "gone: "].iter().position(|is| line.starts_with(is)).map_or(0, |at| at + 1)
}

/// Maps have no order, with one exception: texts are put to the vote as the outcomes stand.
fn reordered(a: &Side, b: &Side) -> Option<String> {
    let shared = |side: &Side, other: &Side| -> Vec<String> {
        let ids = entries(&side.tree, "outcomes").into_iter().map(|(id, _)| id);
        ids.filter(|id| other.scenario.outcome(id).is_some()).collect()
    };
    (shared(a, b) != shared(b, a)).then(|| {
        "The outcomes stand in another order, in which they are put to the vote.".to_owned()
    })
}

fn chances(effects: &[Effect], console: &mut Console<'_>) -> io::Result<()> {
    if effects.is_empty() {
        return Ok(());
    }
    writeln!(console.out, "\nWHAT THAT DOES TO THE CHANCES (exact, from the opening positions)")?;
    let (mut told, still): (Vec<&Effect>, Vec<&Effect>) =
        effects.iter().partition(|effect| effect.by().abs() >= WORTH_TELLING);
    told.sort_by(|x, y| y.by().abs().total_cmp(&x.by().abs()));
    for effect in &told {
        writeln!(
            console.out,
            "  {}: P(adopted) {:.2} → {:.2} ({:+.2})",
            quoted(&effect.title),
            effect.before,
            effect.after,
            effect.by()
        )?;
    }
    let others = if told.is_empty() { "outcome" } else { "other outcome" };
    match still.len() {
        0 => Ok(()),
        1 => writeln!(console.out, "  1 {others} changes by less than {WORTH_TELLING}."),
        count => writeln!(console.out, "  {count} {others}s change by less than {WORTH_TELLING}."),
    }
}
