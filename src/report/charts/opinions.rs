//! Second opinions: what other models make of each issue, beside the debate itself.

use crate::council::IssueId;
use crate::opinions::{Bargain, OnIssue, second_opinions};
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Setting, Shape, Table, Target, at, dashes, pen,
};
use crate::text::upper_first;

use super::Chart;
use super::parts::{STRONG, WEAK, position};
use super::subject::{Choice, Subject, Told};

/// One voice on one issue: its letter, its name, and where it stands in 0..1.
type Voice = (&'static str, &'static str, Option<f64>);

const RADIUS: f32 = 9.0;
/// From lane to lane of discs that would touch.
const LANE: f32 = 20.0;
const TOP: f32 = 48.0;
/// Room for the words of the ends, below the line.
const WORDS: f32 = 20.0;

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    _choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let scenario = subject.scenario();
    let opinions = second_opinions(scenario);
    if scenario.order.issues.is_empty() {
        return Err("This scenario has no issues.");
    }
    let mut canvas = Canvas::new(page);
    key(&mut canvas);
    let left = 176.0;
    let mut y = TOP;
    let mut table = Table::new(&["Issue", "Voice", "Position, 0 to 100", "In words"]);
    let mut widest = (0.0, None);
    for &issue in &scenario.order.issues {
        let on = &opinions.issues[issue];
        let voices = voices(subject, issue, on);
        if let Some(spread) = on.spread().filter(|&spread| spread > widest.0) {
            widest = (spread, Some(issue));
        }
        y = line(&mut canvas, subject, (issue, &voices), (left, y));
        for (_, name, stands) in voices {
            let it = &scenario.issues[issue];
            let figure = stands.map_or(String::new(), |x| format!("{:.1}", x * 100.0));
            let words = stands.map_or("says nothing", |x| it.nearest_mark(x));
            table.rows.push(vec![upper_first(&it.name), name.to_owned(), figure, words.to_owned()]);
        }
    }
    let summary = widest.1.map_or_else(
        || "The models say nothing on any issue.".to_owned(),
        |issue| {
            format!(
                "Five models on {} issues. They differ most on “{}”, by {:.0} points.",
                scenario.order.issues.len(),
                scenario.issues[issue].name,
                widest.0 * 100.0
            )
        },
    );
    let told = Told {
        title: "What do other models make of the same positions?".to_owned(),
        answers: "where models that work quite differently agree with the debate, and where not."
            .to_owned(),
        how_to_read: "each line is the scale of an issue; the letters are five models on the \
                      opening positions, D is the weighted mean of positions in this debate now; \
                      the broken line is today's situation."
            .to_owned(),
        does_not_show: "procedure, the veto, red lines and texts: the five models know none of \
                        them.",
        summary,
    };
    Ok(subject.figure(
        Chart::Opinions,
        told,
        (canvas.marks, (page.width, y.max(page.height.min(y)))),
        table,
    ))
}

fn key(canvas: &mut Canvas<'_>) {
    let (mut x, mut y) = (RADIUS, 12.0);
    for (letter, name, _) in empty() {
        let width = canvas.width_of(name, Setting::Small);
        if x + 30.0 + width > canvas.page.width {
            (x, y) = (RADIUS, y + 20.0);
        }
        disc(canvas, (letter, at(x, y))).hover = None;
        canvas.words(at(x + 14.0, y), Anchor::Start, name, WEAK);
        x += width + 42.0;
    }
}

const fn empty() -> [Voice; 6] {
    [
        ("M", "median voter", None),
        ("C", "compromise", None),
        ("N", "Nash bargain", None),
        ("H", "challenge", None),
        ("X", "exchange", None),
        ("D", "this debate now", None),
    ]
}

fn voices(subject: &Subject<'_>, issue: IssueId, on: &OnIssue) -> [Voice; 6] {
    let nash = match on.nash {
        Ok(Bargain::Agreement(position)) => Some(position),
        Ok(Bargain::NoAgreement { .. }) => Some(subject.scenario().issues[issue].status_quo.get()),
        Err(_) => None,
    };
    let found = [
        on.median.ok(),
        on.compromise.ok(),
        nash,
        on.challenge.ok().map(|it| it.median),
        on.exchange.ok(),
        now(subject, issue),
    ];
    let mut voices = empty();
    for (voice, stands) in voices.iter_mut().zip(found) {
        voice.2 = stands;
    }
    voices
}

/// The mean of the voting members' positions now, weighted by influence times salience.
fn now(subject: &Subject<'_>, issue: IssueId) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for &who in &subject.scenario().derived.voting {
        let Some(stands) = subject.position(who, issue) else { continue };
        let weight = subject.state.influence[who] * subject.state.salience[(who, issue)];
        sum += weight * stands;
        weights += weight;
    }
    (weights > 0.0).then(|| sum / weights)
}

fn disc<'c>(
    canvas: &'c mut Canvas<'_>,
    (letter, center): (&str, crate::report::figure::Point),
) -> &'c mut crate::report::figure::Mark {
    let is_debate = letter == "D";
    let (ground, words) =
        if is_debate { (Ink::Accent, Ink::OnStance) } else { (Ink::UndeclaredFill, Ink::Text) };
    canvas.draw(Shape::Disc(center, RADIUS, ground));
    let ring = canvas.marks.len() - 1;
    if !is_debate {
        canvas.draw(Shape::Ring(center, RADIUS, pen(Ink::Undeclared, 1.0)));
    }
    canvas.words(center, Anchor::Middle, letter, (Setting::SmallStrong, words));
    &mut canvas.marks[ring]
}

/// One issue; returns where the next begins.
fn line(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (issue, voices): (IssueId, &[Voice; 6]),
    (left, top): (f32, f32),
) -> f32 {
    let it = &subject.scenario().issues[issue];
    let right = canvas.page.width - RADIUS - 2.0;
    let x = |stands: f64| left + RADIUS + stands as f32 * (right - left - RADIUS);
    let lanes = lanes(voices, &x);
    let deep = lanes.iter().copied().max().unwrap_or(0) as f32 * LANE;
    let axis = top + RADIUS + 4.0 + deep;
    let names = canvas.wrapped(&upper_first(&it.name), Setting::SmallStrong, (left - 20.0, 3));
    for (row, words) in names.iter().enumerate() {
        let y = axis + (row as f32 - (names.len() - 1) as f32 / 2.0) * 15.0;
        canvas.words(at(left - 16.0, y), Anchor::End, words, STRONG);
    }
    canvas.line(at(x(0.0), axis), at(x(1.0), axis), pen(Ink::LineStrong, 2.0));
    let today = x(it.status_quo.get());
    canvas.line(at(today, top), at(today, axis + RADIUS + 2.0), dashes(Ink::Text, 1.0));
    for ((letter, name, stands), lane) in voices.iter().zip(lanes) {
        let Some(stands) = *stands else { continue };
        let center = at(x(stands), axis - lane as f32 * LANE);
        let told = format!(
            "{}: {}, nearest to “{}”",
            upper_first(name),
            position(stands),
            it.nearest_mark(stands)
        );
        disc(canvas, (letter, center)).told(told);
    }
    let y = axis + RADIUS + WORDS / 2.0 + 1.0;
    let room = (right - left) / 2.0 - 12.0;
    let [low, high] = [&it.low, &it.high].map(|end| canvas.fitted(end, Setting::Small, room));
    canvas.words(at(x(0.0), y), Anchor::Start, &low, WEAK);
    canvas.words(at(x(1.0), y), Anchor::End, &high, WEAK);
    let next = y + WORDS / 2.0 + 8.0;
    let area = Area::new(0.0, top, left - 12.0, next - top);
    canvas.draw(Shape::Touch(area)).chooses(Target::Issue(issue));
    next
}

/// In which lane each disc lies, so that none touches another: 0 is on the line.
fn lanes(voices: &[Voice; 6], x: &dyn Fn(f64) -> f32) -> [usize; 6] {
    let mut lanes = [0; 6];
    // This debate lies on the line itself, the others above it.
    let order = [5, 0, 1, 2, 3, 4];
    for (done, &voice) in order.iter().enumerate() {
        let Some(stands) = voices[voice].2 else { continue };
        let touches = |lane: usize| {
            order[..done].iter().any(|&other| {
                lanes[other] == lane
                    && voices[other]
                        .2
                        .is_some_and(|it| (x(it) - x(stands)).abs() < 2.0 * RADIUS + 1.0)
            })
        };
        lanes[voice] = (0..6).find(|&lane| !touches(lane)).unwrap_or(0);
    }
    lanes
}
