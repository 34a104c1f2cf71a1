//! On which uncertain position one text hangs: a tornado.

use crate::ensemble::{Ending, Leverage, leverages};
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Setting, Shape, Table, Target, at, dashes, pen,
};
use crate::text::{grouped, percent};

use super::Chart;
use super::ensemble::provenance;
use super::parts::{PLAIN, WEAK, exact, legend, name};
use super::subject::{Choice, Subject, Told};

/// So many positions are shown; the table has them all.
const MOST: usize = 14;
const TOP: f32 = 52.0;

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let Some(summary) = subject.ensemble.filter(|it| it.runs() > 0) else {
        return Err(
            "Nothing has been run yet. Run the debate many times, with uncertain positions \
                    drawn anew, to see on which of them the result hangs.",
        );
    };
    if !summary.varied {
        return Err("These runs kept every position as it is written. Run again with uncertain \
                    positions drawn anew.");
    }
    let outcome = subject.outcome(choice)?;
    let found = leverages(subject.scenario(), summary, outcome);
    if found.is_empty() {
        return Err("No position of this scenario is uncertain.");
    }
    if found[0].effect().abs() < 1e-9 {
        return Err("In these runs no uncertain position made a difference to this text. Choose \
                    another outcome.");
    }
    let overall = summary.outcome(outcome).share(Ending::Adopted, summary.runs()).share;
    let mut canvas = Canvas::new(page);
    let shown = &found[..found.len().min(MOST)];
    let left = (page.width * 0.42).clamp(220.0, 400.0);
    let row = ((page.height - TOP - 30.0) / shown.len() as f32).clamp(20.0, 44.0);
    let height = TOP + row * shown.len() as f32 + 30.0;
    let plot = Area::new(left, TOP, page.width - left - 8.0, row * shown.len() as f32);
    let ends = shown.iter().flat_map(|it| [it.low.share, it.high.share]);
    let scale = Scale { plot, top: nice(ends.fold(overall, f64::max)) };
    axis(&mut canvas, &scale, overall);
    for (place, it) in shown.iter().enumerate() {
        let y = plot.y + (place as f32 + 0.5) * row;
        line(&mut canvas, subject, (it, choice), (&scale, y, row));
    }
    let title = &subject.scenario().outcomes[outcome].title;
    let told = Told {
        title: format!("On which uncertain position does “{title}” hang?"),
        answers: "about which position it would help most to know more.".to_owned(),
        how_to_read:
            "each bar goes from the share of runs in which the text is adopted where that \
                      position is low, the ring, to where it is high, the disc; the broken line is \
                      the share over all runs. Pale bars could be chance."
                .to_owned(),
        does_not_show: "positions of which the author is certain, or two that matter only together.",
        summary: in_words(subject, (title, shown, overall), summary.runs()),
    };
    let table = table(subject, &found);
    let mut figure =
        subject.figure(Chart::Hangs, told, (canvas.marks, (page.width, height)), table);
    figure.provenance = provenance(subject, summary);
    Ok(figure)
}

/// "the position of Malta on “capacity”".
fn told(subject: &Subject<'_>, it: &Leverage) -> String {
    let issue = &subject.scenario().issues[it.issue].name;
    format!("the position of {} on “{issue}”", subject.named(it.who))
}

fn label(subject: &Subject<'_>, it: &Leverage) -> String {
    format!("{} on {}", subject.name(it.who), subject.scenario().issues[it.issue].name)
}

/// Shares across the plot, from none to `top`.
struct Scale {
    plot: Area,
    top: f64,
}

impl Scale {
    fn x(&self, share: f64) -> f32 {
        self.plot.x + self.plot.width * (share / self.top) as f32
    }
}

/// A round share above the largest.
fn nice(most: f64) -> f64 {
    [0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8].into_iter().find(|&top| most <= top).unwrap_or(1.0)
}

fn axis(canvas: &mut Canvas<'_>, scale: &Scale, overall: f64) {
    let plot = scale.plot;
    legend(
        canvas,
        (0.0, 10.0),
        &[(Ink::InFavor, "a higher position helps"), (Ink::Against, "a higher position hinders")],
    );
    for part in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let x = plot.x + plot.width * part;
        canvas.line(at(x, plot.y), at(x, plot.bottom()), pen(Ink::Line, 1.0));
        let words = format!("{:.0} %", f64::from(part) * scale.top * 100.0);
        let anchor = if part > 0.9 { Anchor::End } else { Anchor::Middle };
        canvas.words(at(x, plot.bottom() + 14.0), anchor, &words, WEAK);
    }
    let x = scale.x(overall);
    canvas.line(at(x, plot.y - 6.0), at(x, plot.bottom()), dashes(Ink::Text, 1.0));
    let words = format!("all runs {}", percent(overall));
    let half = canvas.width_of(&words, Setting::Small) / 2.0;
    let middle = x.clamp(plot.x + half, plot.right() - half);
    canvas.words(at(middle, plot.y - 14.0), Anchor::Middle, &words, PLAIN);
}

fn line(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (it, choice): (&Leverage, &Choice),
    (scale, y, row): (&Scale, f32, f32),
) {
    let plot = scale.plot;
    let is_chosen = choice.selected == Some(it.who);
    let label = label(subject, it);
    name(canvas, (plot.x - 16.0, y), &label, (plot.x - 20.0, is_chosen));
    let [low, high] = [it.low.share, it.high.share].map(|share| scale.x(share));
    let helps = it.effect() >= 0.0;
    let ink = match (it.is_told_apart(), helps) {
        (true, true) => Ink::InFavor,
        (true, false) => Ink::Against,
        (false, true) => Ink::InFavorFill,
        (false, false) => Ink::AgainstFill,
    };
    let (from, to) = (low.min(high), low.max(high));
    canvas.rect(Area::new(from, y - 5.0, (to - from).max(1.0), 10.0), 2.0, ink);
    canvas.draw(Shape::Disc(at(low, y), 4.0, Ink::Background));
    canvas.draw(Shape::Ring(at(low, y), 4.0, pen(Ink::Text, 1.5)));
    canvas.draw(Shape::Disc(at(high, y), 4.5, Ink::Text));
    let sure = if it.is_told_apart() { "" } else { "; this could be chance" };
    let told = format!(
        "{label}: adopted in {} of runs where it is low, {} where it is high{sure}",
        percent(it.low.share),
        percent(it.high.share)
    );
    let whole = Area::new(0.0, y - row / 2.0, plot.right(), row);
    canvas.draw(Shape::Touch(whole)).told(told).chooses(Target::Member(it.who));
}

fn in_words(
    subject: &Subject<'_>,
    (title, shown, overall): (&str, &[Leverage], f64),
    runs: u64,
) -> String {
    let first = shown.first().filter(|it| it.is_told_apart());
    let most = first.map_or_else(
        || "No position alone makes a difference that could not be chance.".to_owned(),
        |it| {
            format!(
                "Most hangs on {}: {} where it is low, {} where it is high.",
                told(subject, it),
                percent(it.low.share),
                percent(it.high.share)
            )
        },
    );
    format!("“{title}” is adopted in {} of {} runs. {most}", percent(overall), grouped(runs))
}

fn table(subject: &Subject<'_>, found: &[Leverage]) -> Table {
    let columns = [
        "Delegation",
        "Issue",
        "Adopted where low, %",
        "Adopted where high, %",
        "Difference, points",
        "Explained, %",
        "Could be chance",
    ];
    let mut table = Table::new(&columns);
    for it in found {
        table.rows.push(vec![
            subject.name(it.who).to_owned(),
            subject.scenario().issues[it.issue].name.clone(),
            exact(it.low.share),
            exact(it.high.share),
            exact(it.effect()),
            exact(it.index),
            if it.is_told_apart() { "no" } else { "yes" }.to_owned(),
        ]);
    }
    table
}
