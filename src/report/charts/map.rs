//! A map of two issues: where delegations stand on both, how they got there, and what texts aim at.

use crate::analysis::support::each_state;
use crate::council::{DelegationId, IssueId, OutcomeId};
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Point, Setting, Shape, Table, Target, at, dashes, pen,
};
use crate::text::upper_first;

use super::Chart;
use super::labels::{Wanted, place};
use super::parts::{PLAIN, STRONG, WEAK, position};
use super::subject::{Choice, Subject, Told};

/// Room for the words of the upward axis.
const LEFT: f32 = 132.0;
const BELOW: f32 = 76.0;
const TOP: f32 = 26.0;
/// Round the scale, so that points at its ends are whole.
const INSET: f32 = 14.0;

/// What is on the map.
struct Scene {
    issues: [IssueId; 2],
    members: Vec<DelegationId>,
    /// Where each member has stood, from the opening to now.
    trails: Vec<Vec<[f64; 2]>>,
    texts: Vec<(OutcomeId, [f64; 2])>,
    plot: Area,
}

impl Scene {
    fn point(&self, [x, y]: [f64; 2]) -> Point {
        let inner = (self.plot.width - 2.0 * INSET, self.plot.height - 2.0 * INSET);
        at(
            self.plot.x + INSET + x as f32 * inner.0,
            self.plot.bottom() - INSET - y as f32 * inner.1,
        )
    }

    fn now(&self, member: usize) -> [f64; 2] {
        self.trails[member].last().copied().unwrap_or_default()
    }
}

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let order = &subject.scenario().order.issues;
    let issues = match (choice.issues, &order[..]) {
        (Some(issues), _) => issues,
        (None, &[first, second, ..]) => [first, second],
        _ => return Err("A map needs two issues, and this scenario has fewer."),
    };
    let height = page.height.max(340.0);
    let plot = Area::new(LEFT, TOP, page.width - LEFT, height - TOP - BELOW);
    let scene = scene(subject, issues, plot);
    if scene.members.is_empty() {
        return Err("No delegation has a stance on both issues. Choose others.");
    }
    let mut canvas = Canvas::new(page);
    ground(&mut canvas, subject, &scene);
    trails(&mut canvas, &scene, choice);
    let taken = texts(&mut canvas, subject, &scene);
    points(&mut canvas, subject, (&scene, choice), &taken);
    let [x, y] = issues.map(|issue| subject.scenario().issues[issue].name.as_str());
    let told = Told {
        title: format!("Who stands where on “{x}” and “{y}”?"),
        answers: "which delegations are near each other on both issues, and which way they have \
                  moved."
            .to_owned(),
        how_to_read: "a disc is where a delegation stands now, a ring where it stood at the \
                      opening, the line its way; a square is what a text aims at, and the broken \
                      lines cross at today's situation."
            .to_owned(),
        does_not_show: "how much the issues matter to a delegation, or its position on any other.",
        summary: summary(subject, &scene),
    };
    let table = table(subject, &scene);
    Ok(subject.figure(Chart::Map, told, (canvas.marks, (page.width, height)), table))
}

fn scene(subject: &Subject<'_>, issues: [IssueId; 2], plot: Area) -> Scene {
    let scenario = subject.scenario();
    let mut members = subject.with_stances();
    members.retain(|&who| issues.iter().all(|&issue| scenario.stances[(who, issue)].is_some()));
    let mut trails = vec![Vec::new(); members.len()];
    each_state(subject.record, &subject.moments[..=subject.turns], |state| {
        for (&who, trail) in members.iter().zip(&mut trails) {
            let stands = issues.map(|issue| state.positions[(who, issue)]);
            if trail.last() != Some(&stands) {
                trail.push(stands);
            }
        }
    });
    let aims = |outcome: OutcomeId| {
        let aims = &subject.state.texts[outcome].aims;
        let on = |issue| aims.iter().find(|aim| aim.issue == issue).map(|it| it.position.get());
        Some((outcome, [on(issues[0])?, on(issues[1])?]))
    };
    let texts = scenario.order.outcomes.iter().filter_map(|&outcome| aims(outcome)).collect();
    Scene { issues, members, trails, texts, plot }
}

/// The field, its words, and today's situation.
fn ground(canvas: &mut Canvas<'_>, subject: &Subject<'_>, scene: &Scene) {
    let plot = scene.plot;
    canvas.rect(plot, 6.0, Ink::Panel);
    canvas.draw(Shape::Frame(plot, 6.0, pen(Ink::Line, 1.0)));
    let [x, y] = scene.issues.map(|issue| &subject.scenario().issues[issue]);
    let today = scene.point([x.status_quo.get(), y.status_quo.get()]);
    let broken = dashes(Ink::LineStrong, 1.0);
    canvas.line(at(today.x, plot.y), at(today.x, plot.bottom()), broken);
    canvas.line(at(plot.x, today.y), at(plot.right(), today.y), broken);
    let words = "today's situation";
    let half = canvas.width_of(words, Setting::Small) / 2.0;
    let middle = today.x.clamp(plot.x + half, plot.right() - half);
    canvas.words(at(middle, plot.y - 11.0), Anchor::Middle, words, WEAK);
    let room = LEFT - 12.0;
    let (right, half) = (plot.x - 10.0, (plot.height / 3.0 / 15.0) as usize);
    for (text, look, share) in [
        (y.high.clone(), WEAK, 0.0),
        (upper_first(&y.name), STRONG, 0.5),
        (y.low.clone(), WEAK, 1.0),
    ] {
        let rows = canvas.wrapped(&text, look.0, (room, half.clamp(1, 5)));
        let height = rows.len() as f32 * 15.0;
        let top = plot.y + (plot.height - height) * share;
        for (row, words) in rows.iter().enumerate() {
            let middle = top + (row as f32 + 0.5) * 15.0;
            canvas.words(at(right, middle), Anchor::End, words, look);
        }
    }
    let third = plot.width / 3.0 - 12.0;
    for (text, look, share, anchor) in [
        (x.low.clone(), WEAK, 0.0, Anchor::Start),
        (upper_first(&x.name), STRONG, 0.5, Anchor::Middle),
        (x.high.clone(), WEAK, 1.0, Anchor::End),
    ] {
        for (row, words) in canvas.wrapped(&text, look.0, (third, 3)).iter().enumerate() {
            let y = plot.bottom() + 14.0 + row as f32 * 15.0;
            canvas.words(at(plot.x + plot.width * share, y), anchor, words, look);
        }
    }
}

fn trails(canvas: &mut Canvas<'_>, scene: &Scene, choice: &Choice) {
    for (trail, who) in scene.trails.iter().zip(&scene.members) {
        let ink = if choice.selected == Some(*who) { Ink::Accent } else { Ink::LineStrong };
        let points: Vec<Point> = trail.iter().map(|&stood| scene.point(stood)).collect();
        if points.len() > 1 {
            canvas.draw(Shape::Ring(points[0], 4.0, pen(ink, 1.5)));
            canvas.draw(Shape::Line(points, pen(ink, 1.5)));
        }
    }
}

/// What texts aim at; returns the room that is taken.
fn texts(canvas: &mut Canvas<'_>, subject: &Subject<'_>, scene: &Scene) -> Vec<Area> {
    let mut taken = Vec::new();
    for &(outcome, aims) in &scene.texts {
        let point = scene.point(aims);
        let area = Area::new(point.x - 6.0, point.y - 6.0, 12.0, 12.0);
        let title = &subject.scenario().outcomes[outcome].title;
        let told = format!("“{title}” aims at {} and {}", position(aims[0]), position(aims[1]));
        canvas.rect(area, 2.0, Ink::Reservations).told(told).chooses(Target::Outcome(outcome));
        taken.push(area);
    }
    taken
}

/// Discs and names: delegations first, then texts.
fn points(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (scene, choice): (&Scene, &Choice),
    taken: &[Area],
) {
    let mut labels: Vec<(String, Wanted, Option<DelegationId>)> = Vec::new();
    let label = |canvas: &Canvas<'_>, text: String, point: Point| {
        let width = canvas.width_of(&text, Setting::SmallStrong) + 2.0;
        (text, Wanted { point, width, height: Setting::Small.height() })
    };
    for (place, &who) in scene.members.iter().enumerate() {
        let stands = scene.now(place);
        let point = scene.point(stands);
        let is_chosen = choice.selected == Some(who);
        let ink = if is_chosen { Ink::Accent } else { Ink::Text };
        let told = format!(
            "{}: {} and {}; at the opening {} and {}",
            subject.name(who),
            position(stands[0]),
            position(stands[1]),
            position(scene.trails[place][0][0]),
            position(scene.trails[place][0][1])
        );
        let disc = Shape::Disc(point, if is_chosen { 6.0 } else { 4.5 }, ink);
        canvas.draw(disc).told(told).chooses(Target::Member(who));
        let (text, wanted) = label(canvas, subject.name(who).to_owned(), point);
        labels.push((text, wanted, Some(who)));
    }
    for &(outcome, aims) in &scene.texts {
        let title = &subject.scenario().outcomes[outcome].title;
        let title = canvas.fitted(title, Setting::Small, 150.0);
        let (text, wanted) = label(canvas, title, scene.point(aims));
        labels.push((text, wanted, None));
    }
    let wanted: Vec<Wanted> = labels.iter().map(|(_, wanted, _)| *wanted).collect();
    let mut clear = taken.to_vec();
    // Nor does one lie on where another began.
    clear.extend(scene.trails.iter().filter(|trail| trail.len() > 1).map(|trail| {
        let point = scene.point(trail[0]);
        Area::new(point.x - 4.0, point.y - 4.0, 8.0, 8.0)
    }));
    let bounds = Area { y: scene.plot.y + 1.0, height: scene.plot.height - 2.0, ..scene.plot };
    for ((text, wanted, who), place) in labels.iter().zip(place(&wanted, bounds, &clear)) {
        let Some(area) = place else { continue };
        leader(canvas, wanted.point, area);
        // No trail runs through a name.
        canvas.rect(area, 3.0, Ink::Panel);
        let is_chosen = who.is_some() && *who == choice.selected;
        let look = match who {
            _ if is_chosen => STRONG,
            Some(_) => PLAIN,
            None => (Setting::Small, Ink::Reservations),
        };
        canvas.words(area.center(), Anchor::Middle, text, look);
    }
}

/// A thin line to a name that stands away from its point.
fn leader(canvas: &mut Canvas<'_>, point: Point, area: Area) {
    let end = at(point.x.clamp(area.x, area.right()), point.y.clamp(area.y, area.bottom()));
    if (end.x - point.x).hypot(end.y - point.y) > 13.0 {
        canvas.line(point, end, pen(Ink::Line, 1.0));
    }
}

fn summary(subject: &Subject<'_>, scene: &Scene) -> String {
    let far = |member: usize| {
        let ([a, b], [c, d]) = (scene.trails[member][0], scene.now(member));
        (a - c).hypot(b - d)
    };
    let furthest = (0..scene.members.len()).max_by(|&a, &b| far(a).total_cmp(&far(b)));
    let [x, y] = scene.issues.map(|issue| subject.scenario().issues[issue].name.as_str());
    let moved = match furthest {
        Some(member) if far(member) >= 0.005 => format!(
            "{} has moved furthest, by {:.0} points.",
            subject.named_first(scene.members[member]),
            far(member) * 100.0
        ),
        _ => "No delegation has moved so far.".to_owned(),
    };
    format!("{} delegations on “{x}”, across, and “{y}”, upward. {moved}", scene.members.len())
}

fn table(subject: &Subject<'_>, scene: &Scene) -> Table {
    let [x, y] = scene.issues.map(|issue| upper_first(&subject.scenario().issues[issue].name));
    let columns = [
        "Delegation or text".to_owned(),
        x.clone(),
        y.clone(),
        format!("{x}, at the opening"),
        format!("{y}, at the opening"),
    ];
    let mut table = Table { columns: columns.to_vec(), rows: Vec::new() };
    let number = |x: f64| format!("{:.1}", x * 100.0);
    for (place, &who) in scene.members.iter().enumerate() {
        let numbers = scene.now(place).into_iter().chain(scene.trails[place][0]).map(number);
        let name = [subject.name(who).to_owned()];
        table.rows.push(name.into_iter().chain(numbers).collect());
    }
    for &(outcome, aims) in &scene.texts {
        let text = &subject.scenario().outcomes[outcome];
        let first = scene.issues.map(|issue| {
            let aim = text.aims.iter().find(|aim| aim.issue == issue);
            aim.map_or(String::new(), |aim| number(aim.position.get()))
        });
        let name = [text.title.clone()];
        table.rows.push(name.into_iter().chain(aims.map(number)).chain(first).collect());
    }
    table
}
