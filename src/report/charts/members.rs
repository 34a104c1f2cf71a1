//! Members and issues: where each delegation stands on everything, and how much it cares.

use crate::analysis::similarity::by_similarity;
use crate::council::{Confidence, DelegationId, IssueId};
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Setting, Shape, Table, Target, at, pen,
};
use crate::text::upper_first;

use super::Chart;
use super::parts::{STRONG, name, position, widest};
use super::subject::{Choice, Subject, Told};

/// The largest share of a place that a square takes, across and down.
const FULL: (f32, f32) = (0.90, 0.84);
/// What a square without salience takes of the largest.
const LEAST: f32 = 0.42;
/// Below this height no figure is written into a square.
const LEAST_FOR_FIGURES: f32 = 12.0;

/// The place of everything.
struct Grid {
    members: Vec<DelegationId>,
    issues: Vec<IssueId>,
    /// Where the names end and the squares begin.
    left: f32,
    top: f32,
    column: f32,
    row: f32,
}

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let issues = subject.scenario().order.issues.clone();
    let members = ordered(subject, &issues);
    if members.is_empty() || issues.is_empty() {
        return Err("No delegation of this scenario has a stance.");
    }
    let mut canvas = Canvas::new(page);
    let names = members.iter().map(|&who| subject.name(who));
    let left = widest(&canvas, names, 190.0) + 16.0;
    let column = (page.width - left) / issues.len() as f32;
    let top = heads(&mut canvas, subject, (&issues, left, column));
    let row = ((page.height - top) / members.len() as f32).clamp(17.0, 46.0);
    let grid = Grid { members, issues, left, top, column, row };
    for (at_row, &who) in grid.members.iter().enumerate() {
        line(&mut canvas, subject, (&grid, choice), (at_row, who));
    }
    let height = grid.top + grid.row * grid.members.len() as f32;
    let told = Told {
        title: "Where does each delegation stand, and how much does it care?".to_owned(),
        answers: "who could agree with whom, and on what.".to_owned(),
        how_to_read: "orange leans to the upper words of a heading, blue to the lower, and the \
                      figure is the position from 0 to 100; a small square is an issue that \
                      matters little to that delegation; hatched is inferred, not stated. \
                      Delegations that stand alike are near each other."
            .to_owned(),
        does_not_show: "influence, red lines, or anything a State has said that the scenario does \
                        not cite.",
        summary: summary(subject, &grid),
    };
    let table = table(subject, &grid);
    Ok(subject.figure(Chart::Members, told, (canvas.marks, (page.width, height)), table))
}

/// The delegations with a stance; those that stand alike come together, as they stood at the
/// opening, so that rows keep their places from turn to turn.
fn ordered(subject: &Subject<'_>, issues: &[IssueId]) -> Vec<DelegationId> {
    let scenario = subject.scenario();
    let members = subject.with_stances();
    let stance = |who, issue| scenario.stances[(who, issue)].as_ref().map(|it| it.position.get());
    let row = |&who: &DelegationId| issues.iter().map(|&issue| stance(who, issue)).collect();
    let rows: Vec<Vec<Option<f64>>> = members.iter().map(row).collect();
    by_similarity(&rows).into_iter().map(|at| members[at]).collect()
}

/// The names of the issues and the words of their ends; returns where the rows begin.
fn heads(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (issues, left, column): (&[IssueId], f32, f32),
) -> f32 {
    let room = column - 5.0;
    let head = |canvas: &Canvas<'_>, issue: IssueId| {
        let issue = &subject.scenario().issues[issue];
        [
            canvas.wrapped(&upper_first(&issue.name), Setting::SmallStrong, (room, 4)),
            canvas.wrapped(&issue.low, Setting::Small, (room, 4)),
            canvas.wrapped(&issue.high, Setting::Small, (room, 4)),
        ]
    };
    let heads: Vec<[Vec<String>; 3]> = issues.iter().map(|&it| head(canvas, it)).collect();
    let most: [usize; 3] =
        std::array::from_fn(|part| heads.iter().map(|head| head[part].len()).max().unwrap_or(0));
    for (place, (head, &issue)) in heads.iter().zip(issues).enumerate() {
        let middle = left + (place as f32 + 0.5) * column;
        let mut y = 8.0;
        for (part, look) in [STRONG, (Setting::Small, Ink::Against), (Setting::Small, Ink::InFavor)]
            .into_iter()
            .enumerate()
        {
            // Names stand on one line, and so do the words of the ends.
            let first = if part == 0 { most[0] - head[0].len() } else { 0 };
            for (row, words) in head[part].iter().enumerate() {
                let line = y + (first + row) as f32 * LINE;
                canvas.words(at(middle, line), Anchor::Middle, words, look);
            }
            y += most[part] as f32 * LINE + 3.0;
        }
        let it = &subject.scenario().issues[issue];
        let area = Area::new(left + place as f32 * column, 0.0, column, y);
        let told = format!("{}: 0 is “{}”, 100 is “{}”", upper_first(&it.name), it.low, it.high);
        canvas.draw(Shape::Touch(area)).told(told).chooses(Target::Issue(issue));
    }
    8.0 + most.iter().sum::<usize>() as f32 * LINE + 12.0
}

/// From line to line of a heading.
const LINE: f32 = 15.0;

/// One delegation.
fn line(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (grid, choice): (&Grid, &Choice),
    (at_row, who): (usize, DelegationId),
) {
    let top = grid.top + at_row as f32 * grid.row;
    let middle = top + grid.row / 2.0;
    let is_chosen = choice.selected == Some(who);
    let whole = Area::new(0.0, top + 1.0, canvas.page.width, grid.row - 2.0);
    if is_chosen {
        canvas.rect(whole, 6.0, Ink::Selection).chooses(Target::Member(who));
    } else {
        canvas.draw(Shape::Touch(whole)).chooses(Target::Member(who));
    }
    let room = grid.left - 16.0;
    name(canvas, (grid.left - 10.0, middle), subject.name(who), (room, is_chosen));
    for (place, &issue) in grid.issues.iter().enumerate() {
        let x = grid.left + (place as f32 + 0.5) * grid.column;
        square(canvas, subject, (who, issue), (grid, x, middle));
    }
}

fn square(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (who, issue): (DelegationId, IssueId),
    (grid, x, y): (&Grid, f32, f32),
) {
    let scenario = subject.scenario();
    let Some(stance) = &scenario.stances[(who, issue)] else {
        let area = Area::new(x - 3.0, y - 0.5, 6.0, 1.0);
        let told = format!(
            "{} has no stance on “{}”",
            subject.named_first(who),
            scenario.issues[issue].name
        );
        canvas.rect(area, 0.0, Ink::LineStrong).told(told);
        return;
    };
    let stands = subject.state.positions[(who, issue)];
    let salience = subject.state.salience[(who, issue)];
    let size = LEAST + (1.0 - LEAST) * salience as f32;
    let (width, height) =
        ((grid.column * FULL.0).min(104.0) * size, (grid.row * FULL.1).min(30.0) * size.powf(0.18));
    let area = Area::new(x - width / 2.0, y - height / 2.0, width, height);
    let value = (stands * 2.0 - 1.0) as f32;
    let inferred = stance.confidence == Some(Confidence::Low);
    let words = hover(subject, (who, issue), (stands, salience, inferred));
    let ink = Ink::Diverging(value);
    canvas.rect(area, 4.0, ink).told(words).chooses(Target::Member(who));
    if inferred {
        canvas.draw(Shape::Hatch(area, Ink::Background));
    }
    canvas.draw(Shape::Frame(area, 4.0, pen(Ink::LineStrong, 1.0)));
    let figure = position(stands);
    let room = canvas.width_of(&figure, Setting::Small) + 6.0;
    if height >= LEAST_FOR_FIGURES && width >= room {
        if inferred {
            // On stripes no figure can be read.
            let ground = Area::new(x - room / 2.0, y - 7.0, room, 14.0);
            canvas.rect(ground, 3.0, ink);
        }
        let look = (Setting::Small, Ink::OnDiverging(value));
        canvas.words(at(x, y), Anchor::Middle, &figure, look);
    }
}

fn hover(
    subject: &Subject<'_>,
    (who, issue): (DelegationId, IssueId),
    (stands, salience, inferred): (f64, f64, bool),
) -> String {
    let it = &subject.scenario().issues[issue];
    let sure = if inferred { "; inferred" } else { "" };
    format!(
        "{} on “{}”: {}, nearest to “{}”; salience {}{sure}",
        subject.name(who),
        it.name,
        position(stands),
        it.nearest_mark(stands),
        position(salience)
    )
}

fn summary(subject: &Subject<'_>, grid: &Grid) -> String {
    let (Some(&first), Some(&last)) = (grid.members.first(), grid.members.last()) else {
        return String::new();
    };
    let spread = |issue: IssueId| {
        let known = grid.members.iter().filter_map(|&who| subject.position(who, issue));
        let (low, high) =
            known.fold((1.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
        high - low
    };
    let widest = grid.issues.iter().copied().max_by(|&a, &b| spread(a).total_cmp(&spread(b)));
    let issue = widest.map_or("", |issue| &subject.scenario().issues[issue].name);
    format!(
        "{} delegations on {} issues. {} and {} stand furthest apart over all issues; positions \
         differ most on “{issue}”.",
        grid.members.len(),
        grid.issues.len(),
        subject.named_first(first),
        subject.named(last)
    )
}

fn table(subject: &Subject<'_>, grid: &Grid) -> Table {
    let scenario = subject.scenario();
    let columns = [
        "Delegation",
        "Issue",
        "Position, 0 to 100",
        "In words",
        "At the opening",
        "Salience",
        "Confidence",
    ];
    let mut table = Table::new(&columns);
    for &who in &grid.members {
        for &issue in &grid.issues {
            let Some(stance) = &scenario.stances[(who, issue)] else { continue };
            let stands = subject.state.positions[(who, issue)];
            let confidence = match stance.confidence {
                Some(Confidence::Low) => "inferred",
                Some(Confidence::Medium) => "stated in part",
                Some(Confidence::High) => "stated",
                None => "not given",
            };
            table.rows.push(vec![
                subject.name(who).to_owned(),
                upper_first(&scenario.issues[issue].name),
                format!("{:.1}", stands * 100.0),
                scenario.issues[issue].nearest_mark(stands).to_owned(),
                format!("{:.1}", stance.position.get() * 100.0),
                position(subject.state.salience[(who, issue)]),
                confidence.to_owned(),
            ]);
        }
    }
    table
}
