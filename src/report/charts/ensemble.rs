//! Many runs: how often each text is adopted, and for one of them the votes, vetoes and pivots.

use crate::council::{DelegationId, Id as _, OutcomeId};
use crate::ensemble::{Ending, OutcomeCounts, Share, Summary};
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Provenance, Setting, Shape, Table, Target, at, pen,
};
use crate::text::{grouped, percent};

use super::Chart;
use super::parts::{PLAIN, STRONG, WEAK, legend, name, widest};
use super::subject::{Choice, Subject, Told};

/// How each ending is shown, in the order of `Ending::ALL`.
const LOOKS: [(Ink, &str); 5] = [
    (Ink::InFavor, "adopted"),
    (Ink::Against, "vetoed"),
    (Ink::Undeclared, "not enough votes"),
    (Ink::Reservations, "an objection"),
    (Ink::UndeclaredFill, "not put"),
];
/// So many delegations are named among those that vetoed or were pivotal.
const NAMED: usize = 8;
/// From outcome to outcome, at least and at most.
const ROW: (f32, f32) = (19.0, 30.0);

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let Some(summary) = subject.ensemble.filter(|it| it.runs() > 0) else {
        return Err("Nothing has been run yet. Run the debate many times to see how often each \
                    text is adopted.");
    };
    let focus = subject.outcome(choice)?;
    let mut canvas = Canvas::new(page);
    let low = legend(&mut canvas, (0.0, 10.0), &LOOKS);
    let mut y = low + 18.0;
    let outcomes = subject.scenario().order.outcomes.len().max(1) as f32;
    let row = ((page.height * 0.58 - y) / outcomes).clamp(ROW.0, ROW.1);
    for &outcome in &subject.scenario().order.outcomes {
        outcome_row(&mut canvas, subject, (summary, outcome, outcome == focus), (y, row));
        y += row;
    }
    let below = Area::new(0.0, y + 18.0, page.width, (page.height - y - 18.0).max(172.0));
    canvas.line(at(0.0, y + 8.0), at(page.width, y + 8.0), pen(Ink::Line, 1.0));
    panels(&mut canvas, subject, (summary, focus), below);
    let told = Told {
        title: format!("What becomes of each text over {} runs?", grouped(summary.runs())),
        answers: "how much of the result is luck, and who makes the difference.".to_owned(),
        how_to_read: "each bar is all runs of the debate, shared out by how they ended; the \
                      whisker is the 95 % interval of the share adopted (Wilson). Below, the text in focus, in \
                      shares of all runs."
            .to_owned(),
        does_not_show: "how likely anything is in the world: it is the spread of this model.",
        summary: in_words(subject, summary),
    };
    let table = table(subject, summary);
    let marks = (canvas.marks, (page.width, below.bottom()));
    let mut figure = subject.figure(Chart::Ensemble, told, marks, table);
    figure.provenance = provenance(subject, summary);
    Ok(figure)
}

/// From which runs a figure is made.
pub(super) fn provenance(subject: &Subject<'_>, summary: &Summary) -> Provenance {
    let seed = summary.seeds.first().map_or(0, |&(first, _)| first);
    Provenance { seed, ..Provenance::of(subject.record) }
}

fn outcome_row(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (summary, outcome, in_focus): (&Summary, OutcomeId, bool),
    (top, row): (f32, f32),
) {
    let counts = summary.outcome(outcome);
    let runs = summary.runs();
    let width = canvas.page.width;
    let middle = top + row / 2.0;
    let left = (width * 0.34).clamp(160.0, 330.0);
    let figure = canvas.width_of("under 1 % (under 1 % to under 1 %)", Setting::Small).min(180.0);
    let title = &subject.scenario().outcomes[outcome].title;
    name(canvas, (left - 12.0, middle), title, (left - 14.0, in_focus));
    let bar = Area::new(left, middle - row * 0.26, width - left - figure, row * 0.52);
    let mut x = bar.x;
    for (ending, (ink, _)) in Ending::ALL.into_iter().zip(LOOKS) {
        let part = bar.width * counts.share(ending, runs).share as f32;
        canvas.rect(Area { x, width: part, ..bar }, 0.0, ink);
        x += part;
    }
    let share = counts.share(Ending::Adopted, runs);
    let [low, high] = [share.low, share.high].map(|end| bar.x + bar.width * end as f32);
    for ink in [pen(Ink::Background, 4.0), pen(Ink::Text, 1.5)] {
        canvas.line(at(low, middle), at(high, middle), ink);
        for x in [low, high] {
            canvas.line(at(x, middle - 4.0), at(x, middle + 4.0), ink);
        }
    }
    let words = format!("{} ({})", percent(share.share), interval(share));
    let look = if in_focus { STRONG } else { PLAIN };
    let words = canvas.fitted(&words, look.0, figure - 8.0);
    canvas.words(at(bar.right() + 10.0, middle), Anchor::Start, &words, look);
    let told: Vec<String> = Ending::ALL
        .into_iter()
        .zip(LOOKS)
        .filter(|(ending, _)| counts.endings[*ending as usize] > 0)
        .map(|(ending, (_, words))| {
            format!("{words} {}", percent(counts.share(ending, runs).share))
        })
        .collect();
    let told = format!("{title}: {}", told.join(", "));
    let whole = Area::new(0.0, top, width, row);
    canvas.draw(Shape::Touch(whole)).told(told).chooses(Target::Outcome(outcome));
}

/// "61 to 65", "0 to under 1".
fn interval(share: Share) -> String {
    let [low, high] = [share.low, share.high].map(|end| percent(end).replace(" %", ""));
    if low == high { low } else { format!("{low} to {high}") }
}

/// Of the text in focus: the votes in favour, who vetoed, who was pivotal.
fn panels(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (summary, focus): (&Summary, OutcomeId),
    room: Area,
) {
    let counts = summary.outcome(focus);
    let gap = 28.0;
    let third = (room.width - 2.0 * gap) / 3.0;
    let panel =
        |place: f32| Area::new(place * (third + gap), room.y + 8.0, third, room.height - 8.0);
    votes(canvas, counts, panel(0.0));
    let shown = |canvas: &mut Canvas<'_>, title: &str, counts: &[u64], area: Area| {
        ranking(canvas, subject, (title, counts, summary.runs()), area);
    };
    shown(canvas, "Who cast a veto", &counts.vetoes_by, panel(1.0));
    shown(canvas, "Whose vote alone decided", &counts.pivotal, panel(2.0));
}

fn votes(canvas: &mut Canvas<'_>, counts: &OutcomeCounts, area: Area) {
    canvas.words(at(area.x, area.y + 4.0), Anchor::Start, "Votes in favour when put", STRONG);
    let asked: u64 = counts.in_favour.iter().sum();
    if asked == 0 {
        let words = "It was never put to members.";
        canvas.words(at(area.x, area.y + 28.0), Anchor::Start, words, WEAK);
        return;
    }
    let most = counts.in_favour.iter().copied().max().unwrap_or(1).max(1) as f32;
    let plot = Area::new(area.x, area.y + 24.0, area.width, area.height - 48.0);
    let step = plot.width / counts.in_favour.len() as f32;
    canvas.line(at(plot.x, plot.bottom()), at(plot.right(), plot.bottom()), pen(Ink::Line, 1.0));
    for (number, &times) in counts.in_favour.iter().enumerate() {
        let height = plot.height * times as f32 / most;
        let x = plot.x + number as f32 * step;
        let bar = Area::new(x + 1.0, plot.bottom() - height, (step - 2.0).max(1.0), height);
        canvas.rect(bar, 0.0, Ink::Accent);
        let told = format!(
            "{number} in favour: {} of the runs in which it was put",
            percent(times as f64 / asked as f64)
        );
        canvas.draw(Shape::Touch(Area { x, width: step, ..plot })).told(told);
        let every = if step >= 18.0 { 1 } else { 5 };
        if number % every == 0 {
            let place = at(x + step / 2.0, plot.bottom() + 12.0);
            canvas.words(place, Anchor::Middle, &number.to_string(), WEAK);
        }
    }
}

/// Delegations by how often something is true of them.
fn ranking(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (title, counts, runs): (&str, &[u64], u64),
    area: Area,
) {
    canvas.words(at(area.x, area.y + 4.0), Anchor::Start, title, STRONG);
    let mut ranked: Vec<(DelegationId, u64)> =
        subject.scenario().members.ids().map(|who| (who, counts[who.index()])).collect();
    ranked.retain(|(_, count)| *count > 0);
    ranked.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    if ranked.is_empty() {
        let words = "Nobody, in any run.";
        canvas.words(at(area.x, area.y + 28.0), Anchor::Start, words, WEAK);
        return;
    }
    ranked.truncate(NAMED.min(((area.height - 30.0) / 20.0) as usize).max(1));
    let names = ranked.iter().map(|(who, _)| subject.name(*who));
    let left = widest(canvas, names, area.width * 0.5) + 10.0;
    let figure = canvas.width_of("under 1 %", Setting::Small) + 6.0;
    let most = ranked[0].1 as f32;
    for (place, (who, times)) in ranked.iter().enumerate() {
        let y = area.y + 30.0 + place as f32 * 20.0;
        name(canvas, (area.x + left - 8.0, y), subject.name(*who), (left - 8.0, false));
        let length = (area.width - left - figure) * *times as f32 / most;
        canvas.rect(Area::new(area.x + left, y - 4.0, length.max(1.0), 8.0), 2.0, Ink::Accent);
        let words = percent(*times as f64 / runs as f64);
        canvas.words(at(area.x + left + length + 6.0, y), Anchor::Start, &words, PLAIN);
        let whole = Area::new(area.x, y - 10.0, area.width, 20.0);
        canvas.draw(Shape::Touch(whole)).chooses(Target::Member(*who));
    }
}

fn in_words(subject: &Subject<'_>, summary: &Summary) -> String {
    let told: Vec<String> = subject
        .scenario()
        .order
        .outcomes
        .iter()
        .map(|&outcome| {
            let share = summary.outcome(outcome).share(Ending::Adopted, summary.runs());
            let title = &subject.scenario().outcomes[outcome].title;
            format!("“{title}” in {}", percent(share.share))
        })
        .collect();
    format!("In {} runs, texts are adopted so often: {}.", grouped(summary.runs()), told.join(", "))
}

fn table(subject: &Subject<'_>, summary: &Summary) -> Table {
    let columns = [
        "Outcome",
        "Runs",
        "Adopted, %",
        "From",
        "To",
        "Vetoed, %",
        "Not enough votes, %",
        "Objection, %",
        "Not put, %",
    ];
    let mut table = Table::new(&columns);
    let runs = summary.runs();
    for &outcome in &subject.scenario().order.outcomes {
        let counts = summary.outcome(outcome);
        let share = |ending: Ending| counts.share(ending, runs);
        let percent = |share: f64| format!("{:.2}", share * 100.0);
        let adopted = share(Ending::Adopted);
        let mut row = vec![subject.scenario().outcomes[outcome].title.clone(), runs.to_string()];
        row.extend([adopted.share, adopted.low, adopted.high].map(percent));
        let others = [Ending::Vetoed, Ending::ShortOfVotes, Ending::Objected, Ending::NotPut];
        row.extend(others.map(|ending| percent(share(ending).share)));
        table.rows.push(row);
    }
    table
}
