//! Who moved whom: a table of speakers and listeners, the largest movers first.

use crate::analysis::influence::influence;
use crate::council::{DelegationId, Grid};
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Setting, Shape, Table, Target, at, pen,
};

use super::Chart;
use super::parts::{PLAIN, STRONG, WEAK, moved, name, widest};
use super::subject::{Choice, Subject, Told};

/// So many delegations have room at most; the table has them all.
const MOST: usize = 20;
/// Narrower places have no figures.
const LEAST_FOR_FIGURES: f32 = 30.0;
/// Room for the bars at the right.
const BARS: f32 = 104.0;
const TOP: f32 = 62.0;

/// What is shown.
struct Matrix {
    sums: Grid<DelegationId, DelegationId, f64>,
    speakers: Vec<DelegationId>,
    listeners: Vec<DelegationId>,
    left: f32,
    cell: (f32, f32),
    /// Whether movements have a sign, because one issue alone is looked at.
    signed: bool,
}

impl Matrix {
    /// What a delegation has moved in all.
    fn total(&self, who: DelegationId) -> f64 {
        self.sums.row(who).iter().map(|moved| moved.abs()).sum()
    }

    fn largest(&self) -> f64 {
        self.sums.entries().iter().fold(1e-9, |most, moved| moved.abs().max(most))
    }
}

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let sums = influence(subject.record, subject.events(), choice.issue);
    let mut matrix = Matrix {
        sums,
        speakers: subject.scenario().order.members.clone(),
        listeners: subject.with_stances(),
        left: 0.0,
        cell: (0.0, 0.0),
        signed: choice.issue.is_some(),
    };
    chosen(&mut matrix);
    if matrix.speakers.is_empty() {
        return Err(match choice.issue {
            None => "No statement has moved anybody so far. Step on in the chamber.",
            Some(_) => "No statement has moved anybody on this issue so far. Choose another.",
        });
    }
    let mut canvas = Canvas::new(page);
    let names = matrix.speakers.iter().map(|&who| subject.name(who));
    matrix.left = widest(&canvas, names, 170.0) + 18.0;
    let across = (page.width - matrix.left - BARS) / matrix.listeners.len() as f32;
    let down = (page.height - TOP) / matrix.speakers.len() as f32;
    matrix.cell = (across.min(96.0), down.clamp(18.0, 44.0));
    heads(&mut canvas, subject, (&matrix, choice));
    for row in 0..matrix.speakers.len() {
        line(&mut canvas, subject, (&matrix, choice), row);
    }
    let height = TOP + matrix.cell.1 * matrix.speakers.len() as f32;
    let issue = choice.issue.map(|issue| subject.scenario().issues[issue].name.as_str());
    let told = Told {
        title: issue.map_or_else(
            || "Whose words moved whom?".to_owned(),
            |issue| format!("Whose words moved whom on “{issue}”?"),
        ),
        answers: "which speakers moved positions most, and which listeners they reached."
            .to_owned(),
        how_to_read: how_to_read(&matrix),
        does_not_show: "what instructions from capital pulled back, or whether a movement changed \
                        any vote.",
        summary: summary(subject, &matrix),
    };
    let table = table(subject, &matrix);
    Ok(subject.figure(Chart::Influence, told, (canvas.marks, (page.width, height)), table))
}

/// Those that moved somebody, the largest movers first, and their listeners in the same order.
fn chosen(matrix: &mut Matrix) {
    let mut speakers = std::mem::take(&mut matrix.speakers);
    let mut listeners = std::mem::take(&mut matrix.listeners);
    let by_total =
        |a: &DelegationId, b: &DelegationId| matrix.total(*b).total_cmp(&matrix.total(*a));
    listeners.sort_by(by_total);
    speakers.retain(|&who| matrix.total(who) > 1e-9);
    speakers.sort_by(by_total);
    speakers.truncate(MOST);
    listeners.truncate(MOST);
    matrix.speakers = speakers;
    matrix.listeners = listeners;
}

fn heads(canvas: &mut Canvas<'_>, subject: &Subject<'_>, (matrix, choice): (&Matrix, &Choice)) {
    canvas.words(at(matrix.left - 12.0, 50.0), Anchor::End, "speaker", WEAK);
    canvas.words(at(matrix.left + 2.0, 12.0), Anchor::Start, "listener", WEAK);
    // Codes that are wider than their column stand in two rows by turns.
    let codes = matrix.listeners.iter().map(|&who| code(subject, who));
    let widest = codes.map(|it| canvas.width_of(&it, Setting::SmallStrong)).fold(0.0, f32::max);
    let names = matrix.listeners.iter().map(|&who| subject.name(who));
    let longest = names.map(|it| canvas.width_of(it, Setting::SmallStrong)).fold(0.0, f32::max);
    let by_name = longest <= matrix.cell.0 - 3.0;
    let by_turns = !by_name && widest > matrix.cell.0 - 3.0;
    let room = if by_turns { 2.0 * matrix.cell.0 - 3.0 } else { matrix.cell.0 - 3.0 };
    for (place, &who) in matrix.listeners.iter().enumerate() {
        let middle = matrix.left + (place as f32 + 0.5) * matrix.cell.0;
        let look = if choice.selected == Some(who) { STRONG } else { PLAIN };
        let whole = subject.name(who);
        let words = if by_name { whole.to_owned() } else { code(subject, who) };
        let words = canvas.fitted(&words, look.0, room);
        let y = if by_turns && place % 2 == 0 { 34.0 } else { 50.0 };
        canvas.words(at(middle, y), Anchor::Middle, &words, look);
        let area = Area::new(middle - matrix.cell.0 / 2.0, 26.0, matrix.cell.0, 34.0);
        let touch = canvas.draw(Shape::Touch(area));
        touch.told(whole.to_owned()).chooses(Target::Member(who));
    }
    let x = matrix.left + matrix.cell.0 * matrix.listeners.len() as f32 + 14.0;
    canvas.words(at(x, 50.0), Anchor::Start, "in all", WEAK);
}

/// "USA": how a delegation is named where there is little room.
fn code(subject: &Subject<'_>, who: DelegationId) -> String {
    subject.scenario().members[who].sign.to_uppercase()
}

fn line(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (matrix, choice): (&Matrix, &Choice),
    row: usize,
) {
    let who = matrix.speakers[row];
    let (width, height) = matrix.cell;
    let top = TOP + row as f32 * height;
    let middle = top + height / 2.0;
    let is_chosen = choice.selected == Some(who);
    let whole = Area::new(0.0, top, matrix.left, height);
    canvas.draw(Shape::Touch(whole)).chooses(Target::Member(who));
    let place = (matrix.left - 12.0, middle);
    name(canvas, place, subject.name(who), (matrix.left - 18.0, is_chosen));
    let largest = matrix.largest();
    for (column, &listener) in matrix.listeners.iter().enumerate() {
        let x = matrix.left + column as f32 * width;
        let area = Area::new(x + 1.0, top + 1.0, width - 2.0, height - 2.0);
        if who == listener {
            canvas.draw(Shape::Hatch(area, Ink::Line));
            continue;
        }
        let sum = matrix.sums[(who, listener)];
        // The eye tells small movements apart only where they are raised a little.
        let share = (sum.abs() / largest).sqrt().copysign(sum) as f32;
        let (ground, words) = if matrix.signed {
            (Ink::Diverging(share), Ink::OnDiverging(share))
        } else {
            (Ink::Strength(share), Ink::OnStrength(share))
        };
        let told = format!(
            "{} moved {} by {} points",
            subject.named_first(who),
            subject.named(listener),
            figure_of(matrix, sum)
        );
        canvas.rect(area, 3.0, ground).told(told).chooses(Target::Member(who));
        if width >= LEAST_FOR_FIGURES && sum.abs() >= 0.0005 {
            let figure = figure_of(matrix, sum);
            if canvas.width_of(&figure, Setting::Small) <= width - 3.0 {
                canvas.words(area.center(), Anchor::Middle, &figure, (Setting::Small, words));
            }
        }
    }
    total(canvas, (matrix, who), middle);
}

/// How much a speaker moved in all, as a bar with its figure.
fn total(canvas: &mut Canvas<'_>, (matrix, who): (&Matrix, DelegationId), middle: f32) {
    let x = matrix.left + matrix.cell.0 * matrix.listeners.len() as f32 + 14.0;
    let largest = matrix.total(matrix.speakers[0]).max(1e-9);
    let length = (BARS - 60.0) * (matrix.total(who) / largest) as f32;
    canvas.rect(Area::new(x, middle - 4.0, length.max(1.0), 8.0), 2.0, Ink::Accent);
    let figure = format!("{:.1}", matrix.total(who) * 100.0);
    canvas.words(at(x + length + 8.0, middle), Anchor::Start, &figure, PLAIN);
    let under = middle + matrix.cell.1 / 2.0;
    let end = matrix.left + matrix.cell.0 * matrix.listeners.len() as f32;
    canvas.line(at(matrix.left, under), at(end, under), pen(Ink::Background, 1.0));
}

fn figure_of(matrix: &Matrix, sum: f64) -> String {
    if matrix.signed { moved(sum) } else { format!("{:.1}", sum * 100.0) }
}

fn how_to_read(matrix: &Matrix) -> String {
    let sign = if matrix.signed {
        "blue is a pull to the upper end of the scale, orange to the lower"
    } else {
        "a fuller blue is a larger movement, all issues added up without sign"
    };
    format!(
        "a row is a speaker, a column a listener, in points of a scale from 0 to 100; {sign}. The \
         largest movers come first."
    )
}

fn summary(subject: &Subject<'_>, matrix: &Matrix) -> String {
    let first = matrix.speakers[0];
    let reached = matrix.sums.row(first).iter().filter(|moved| moved.abs() > 1e-9).count();
    let pairs = matrix
        .speakers
        .iter()
        .flat_map(|&speaker| matrix.listeners.iter().map(move |&listener| (speaker, listener)));
    let strongest = pairs.max_by(|&a, &b| matrix.sums[a].abs().total_cmp(&matrix.sums[b].abs()));
    let strongest = strongest.map_or(String::new(), |(speaker, listener)| {
        format!(
            " The largest movement is that of {} by {}.",
            subject.named(listener),
            subject.named(speaker)
        )
    });
    format!(
        "{} moved others most: {reached} listeners by {:.1} points in all.{strongest}",
        subject.named_first(first),
        matrix.total(first) * 100.0
    )
}

fn table(subject: &Subject<'_>, matrix: &Matrix) -> Table {
    let mut table = Table::new(&["Speaker", "Listener", "Moved, points"]);
    let all = subject.scenario().members.ids();
    let mut pairs: Vec<_> = all.clone().flat_map(|a| all.clone().map(move |b| (a, b))).collect();
    pairs.retain(|&pair| matrix.sums[pair].abs() > 1e-9);
    pairs.sort_by(|&a, &b| matrix.sums[b].abs().total_cmp(&matrix.sums[a].abs()));
    for pair in pairs {
        table.rows.push(vec![
            subject.name(pair.0).to_owned(),
            subject.name(pair.1).to_owned(),
            format!("{:.2}", matrix.sums[pair] * 100.0),
        ]);
    }
    table
}
