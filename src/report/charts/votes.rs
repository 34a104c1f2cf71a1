//! The distribution of votes on one text if it were put now, and each member's own chances.

use crate::analysis::ballots::{Ballots, Counted, ballots};
use crate::council::DelegationId;
use crate::debate::Standing;
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Setting, Shape, Table, Target, at, dashes, pen,
};
use crate::text::percent;
use crate::vote::DecisionChances;

use super::Chart;
use super::parts::{PLAIN, STRONG, WEAK, exact, legend, name, widest};
use super::subject::{Choice, Subject, Told};

/// Between the two halves.
const GAP: f32 = 36.0;
const AXIS: f32 = 44.0;

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let outcome = subject.outcome(choice)?;
    let scenario = subject.scenario();
    let found = ballots(subject.state.room(scenario), outcome);
    if found.counted == Counted::Nothing {
        return Err("Nobody is asked about this text: the President issues it on its own \
                    authority. Choose another outcome.");
    }
    let title = &scenario.outcomes[outcome].title;
    let decided = matches!(subject.state.standing[outcome], Standing::Decided(_));
    let mut canvas = Canvas::new(page);
    let rows = found.forecast.members.len() as f32;
    let height = page.height.max(300.0).max(rows * 17.0 + 44.0);
    let half = (page.width - GAP) * 0.54;
    let plot = Area::new(AXIS, 44.0, half - AXIS, height - 44.0 - 44.0);
    histogram(&mut canvas, plot, &found);
    let list = Area::new(half + GAP, 0.0, page.width - half - GAP, height);
    members(&mut canvas, subject, (list, choice), &found);
    let told = Told {
        title: if decided {
            format!("How would another vote on “{title}” fall?")
        } else {
            format!("How would the vote on “{title}” fall if it were taken now?")
        },
        answers: "how sure the result is, and who would decide it.".to_owned(),
        how_to_read: format!(
            "each bar is the chance of exactly that number {}; {}. At the right, each member's own \
             chances.",
            counted(found.counted),
            threshold(found.counted)
        ),
        does_not_show: "what bargaining or statements to come may still change.",
        summary: summary((title, decided), &found),
    };
    let table = table(subject, &found);
    Ok(subject.figure(Chart::Votes, told, (canvas.marks, (page.width, height)), table))
}

/// "of votes in favour".
const fn counted(it: Counted) -> &'static str {
    match it {
        Counted::InFavor { .. } => "of votes in favour",
        Counted::Objections => "of objections",
        Counted::Signatures => "of signatures",
        Counted::Nothing => "",
    }
}

fn threshold(it: Counted) -> String {
    match it {
        Counted::InFavor { needed: Some(needed), veto: true } => format!(
            "from the line on, {needed} votes, a text is adopted unless a permanent member votes \
             against, which is the hatched part"
        ),
        Counted::InFavor { needed: Some(needed), veto: false } => {
            format!("from the line on, {needed} votes, a text is adopted")
        }
        Counted::InFavor { needed: None, .. } => {
            "the rule weighs members, so that no number alone decides".to_owned()
        }
        Counted::Objections => "a text is agreed if nobody objects".to_owned(),
        Counted::Signatures => "a statement is issued if every sponsor signs".to_owned(),
        Counted::Nothing => String::new(),
    }
}

fn histogram(canvas: &mut Canvas<'_>, plot: Area, found: &Ballots) {
    let most = found.chances.iter().map(|[free, vetoed]| free + vetoed).fold(0.01, f64::max);
    let top = nice(most);
    for step in [0.0, 0.5, 1.0] {
        let y = plot.bottom() - plot.height * step;
        canvas.line(at(plot.x, y), at(plot.right(), y), pen(Ink::Line, 1.0));
        let words = percent_of(top * f64::from(step));
        canvas.words(at(plot.x - 8.0, y), Anchor::End, &words, WEAK);
    }
    let step = plot.width / found.chances.len() as f32;
    let adopts = |number: usize| match found.counted {
        Counted::InFavor { needed: Some(needed), .. } => number >= needed,
        Counted::Objections => number == 0,
        _ => false,
    };
    for (number, &[free, vetoed]) in found.chances.iter().enumerate() {
        let x = plot.x + number as f32 * step;
        let height = |chance: f64| plot.height * (chance / top) as f32;
        let ink = if adopts(number) { Ink::InFavor } else { Ink::Undeclared };
        let told = format!(
            "{number} {}: {}",
            counted(found.counted).trim_start_matches("of "),
            percent(free + vetoed)
        );
        let low = Area::new(x + 2.0, plot.bottom() - height(free), step - 4.0, height(free));
        canvas.rect(low, 0.0, ink);
        let area = Area { y: low.y - height(vetoed), height: height(vetoed), ..low };
        if vetoed > 0.0 && area.height > 0.5 {
            canvas.rect(area, 0.0, if adopts(number) { Ink::Against } else { Ink::Undeclared });
            if adopts(number) {
                canvas.draw(Shape::Hatch(area, Ink::Background));
            }
        }
        canvas.draw(Shape::Touch(Area { x, width: step, ..plot })).told(told);
    }
    numbers(canvas, (plot, step), found);
}

/// The numbers below, the line of the threshold, and the words above.
fn numbers(canvas: &mut Canvas<'_>, (plot, step): (Area, f32), found: &Ballots) {
    let every = if step >= 18.0 { 1 } else { 5 };
    for number in (0..found.chances.len()).step_by(every) {
        let middle = plot.x + (number as f32 + 0.5) * step;
        canvas.words(at(middle, plot.bottom() + 12.0), Anchor::Middle, &number.to_string(), WEAK);
    }
    let words = counted(found.counted).trim_start_matches("of ");
    let center = plot.x + plot.width / 2.0;
    canvas.words(at(center, plot.bottom() + 32.0), Anchor::Middle, words, PLAIN);
    let entries: &[(Ink, &str)] = match found.counted {
        Counted::InFavor { veto: true, .. } => &[
            (Ink::InFavor, "adopted"),
            (Ink::Against, "vetoed"),
            (Ink::Undeclared, "not enough votes"),
        ],
        Counted::InFavor { .. } => {
            &[(Ink::InFavor, "adopted"), (Ink::Undeclared, "not enough votes")]
        }
        Counted::Objections => &[(Ink::InFavor, "agreed"), (Ink::Undeclared, "not agreed")],
        Counted::Signatures | Counted::Nothing => &[],
    };
    // The legend stays within its half.
    let whole = std::mem::replace(&mut canvas.page.width, plot.right());
    legend(canvas, (plot.x, 10.0), entries);
    canvas.page.width = whole;
    if let Counted::InFavor { needed: Some(needed), .. } = found.counted {
        let x = plot.x + needed as f32 * step;
        canvas.line(at(x, plot.y - 8.0), at(x, plot.bottom()), dashes(Ink::Text, 1.5));
        let words = format!("{needed} needed");
        let room = canvas.width_of(&words, Setting::Small) + 6.0;
        let anchor = if x + room > plot.right() { Anchor::End } else { Anchor::Start };
        let beside = if anchor == Anchor::End { x - 5.0 } else { x + 5.0 };
        canvas.words(at(beside, plot.y - 8.0), anchor, &words, PLAIN);
    }
}

/// The next whole tenth or twentieth above.
fn nice(most: f64) -> f64 {
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].into_iter().find(|&top| most <= top).unwrap_or(1.0)
}

fn percent_of(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Each voting member's chances, those most in favour first.
fn members(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (list, choice): (Area, &Choice),
    found: &Ballots,
) {
    let entries = [
        (Ink::InFavor, "in favour"),
        (Ink::UndeclaredFill, "abstaining"),
        (Ink::Against, "against"),
    ];
    let signs = [(Ink::InFavor, "signs"), (Ink::UndeclaredFill, "does not sign")];
    let objects = [
        (Ink::InFavor, "content"),
        (Ink::UndeclaredFill, "lets it pass"),
        (Ink::Against, "objects"),
    ];
    let entries: &[(Ink, &str)] = match found.counted {
        Counted::Signatures => &signs,
        Counted::Objections => &objects,
        _ => &entries,
    };
    legend(canvas, (list.x, 10.0), entries);
    let mut sorted = found.forecast.members.clone();
    sorted.sort_by(|a, b| {
        let lean =
            |it: &(DelegationId, f64, crate::council::VoteChance)| it.2.in_favour - it.2.against;
        lean(b).total_cmp(&lean(a))
    });
    let names = sorted.iter().map(|(who, ..)| subject.name(*who));
    let left = widest(canvas, names, list.width * 0.45) + 10.0;
    let top = 32.0;
    let row = ((list.height - top) / sorted.len().max(1) as f32).clamp(17.0, 40.0);
    for (place, (who, _, chance)) in sorted.iter().enumerate() {
        let y = top + (place as f32 + 0.5) * row;
        let is_chosen = choice.selected == Some(*who);
        let whole = Area::new(list.x, y - row / 2.0, list.width, row);
        let told = format!(
            "{}: in favour {}, abstaining {}, against {}",
            subject.name(*who),
            percent(chance.in_favour),
            percent(chance.abstaining),
            percent(chance.against)
        );
        name(canvas, (list.x + left - 8.0, y), subject.name(*who), (left - 8.0, is_chosen));
        let words = percent(chance.in_favour);
        let figure = canvas.width_of("under 1 %", Setting::Small) + 8.0;
        let look = if is_chosen { STRONG } else { PLAIN };
        canvas.words(at(list.right(), y), Anchor::End, &words, look);
        let width = (list.width - left - figure).max(20.0);
        let mut x = list.x + left;
        for (share, ink) in [
            (chance.in_favour, Ink::InFavor),
            (chance.abstaining, Ink::UndeclaredFill),
            (chance.against, Ink::Against),
        ] {
            let part = width * share as f32;
            canvas.rect(Area::new(x, y - 5.0, part, 10.0), 0.0, ink);
            x += part;
        }
        canvas.draw(Shape::Touch(whole)).told(told).chooses(Target::Member(*who));
    }
}

fn summary((title, decided): (&str, bool), found: &Ballots) -> String {
    let DecisionChances { adopted, vetoed, short_of_votes, objected } = found.forecast.chances;
    let likely = found
        .chances
        .iter()
        .enumerate()
        .max_by(|a, b| (a.1[0] + a.1[1]).total_cmp(&(b.1[0] + b.1[1])))
        .map_or(0, |(number, _)| number);
    let what = counted(found.counted).trim_start_matches("of ");
    let mut rest = String::new();
    for (words, chance) in
        [("of a veto", vetoed), ("of too few votes", short_of_votes), ("of an objection", objected)]
    {
        if chance > 0.0 {
            rest = format!("{rest}, {words} {}", percent(chance));
        }
    }
    let before = if decided { "It has been decided. " } else { "" };
    let again = if decided { "again" } else { "now" };
    format!(
        "{before}If “{title}” were put {again}, the chance of adoption would be {}{rest}. The likeliest number \
         of {what} is {likely}.",
        percent(adopted)
    )
}

fn table(subject: &Subject<'_>, found: &Ballots) -> Table {
    let columns = ["Of what", "Which", "In favour, %", "Abstaining, %", "Against, %", "Chance, %"];
    let mut table = Table::new(&columns);
    let what = counted(found.counted).trim_start_matches("of ").to_owned();
    for (number, [free, vetoed]) in found.chances.iter().enumerate() {
        let mut row = vec![what.clone(), number.to_string()];
        row.extend(["", "", ""].map(str::to_owned));
        row.push(exact(free + vetoed));
        table.rows.push(row);
    }
    for (who, _, chance) in &found.forecast.members {
        let mut row = vec!["member".to_owned(), subject.name(*who).to_owned()];
        row.extend([chance.in_favour, chance.abstaining, chance.against].map(exact));
        row.push(String::new());
        table.rows.push(row);
    }
    table
}
