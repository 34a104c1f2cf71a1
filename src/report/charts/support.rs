//! Support over time: what would become of one text, turn by turn, and what was declared.

use crate::analysis::support::{Support, support};
use crate::council::AdoptionRule;
use crate::debate::EventKind;
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Point, Setting, Shape, Table, Target, at, dashes, pen,
};
use crate::text::percent;
use crate::vote::DecisionChances;

use super::Chart;
use super::parts::{PLAIN, STRONG, WEAK, count, exact, legend, share_axis};
use super::subject::{Choice, Subject, Told};

/// Room for the words of the axis.
const LEFT: f32 = 56.0;
/// Room for words that name the parts at their end.
const RIGHT: f32 = 12.0;

/// Lays out the figure.
pub(super) fn figure(
    subject: &Subject<'_>,
    choice: &Choice,
    page: Page<'_>,
) -> Result<Figure, &'static str> {
    let outcome = subject.outcome(choice)?;
    let scenario = subject.scenario();
    let text = &scenario.outcomes[outcome];
    if *scenario.rule(outcome) == AdoptionRule::Authority {
        return Err("Nobody is asked about this text: the President issues it on its own \
                    authority. Choose another outcome.");
    }
    let shown = &subject.moments[..=subject.turns];
    let found = support(subject.record, shown, outcome);
    let mut canvas = Canvas::new(page);
    let height = page.height.max(300.0);
    let names = names(scenario.rule(outcome));
    let shares = [(Ink::InFavor, names[0]), (Ink::UndeclaredFill, names[1])];
    let vetoed = scenario.rule(outcome).has_veto().then_some((Ink::Against, "vetoed"));
    canvas.words(at(0.0, 10.0), Anchor::Start, "If put to a decision at that turn", STRONG);
    let entries: Vec<_> = shares.into_iter().chain(vetoed).collect();
    let beside = canvas.width_of("If put to a decision at that turn", Setting::SmallStrong) + 24.0;
    let low = legend(&mut canvas, (beside, 10.0), &entries);
    let top = low + 22.0;
    let strip = ((height - top) * 0.22).clamp(48.0, 120.0);
    let room = height - top - strip - 96.0;
    let plot = Area::new(LEFT, top, page.width - LEFT - RIGHT, room);
    share_axis(&mut canvas, plot);
    areas(&mut canvas, subject, plot, &found);
    ends(&mut canvas, subject, (plot, names), &found);
    let voting = scenario.derived.voting.len();
    let below = Area { y: plot.bottom() + 58.0, height: strip, ..plot };
    declared(&mut canvas, subject, (below, voting), &found);
    stages(&mut canvas, subject, (plot, below));
    touch(&mut canvas, subject, (plot, below), &found);
    let told = Told {
        title: format!("How did support for “{}” move?", text.title),
        answers: "when the chance of adoption rose and fell, and what had been declared by then."
            .to_owned(),
        how_to_read: "at each turn, the whole height is shared out among the ways in which a \
                      decision could end; the strip below counts the voting members by what they \
                      have declared."
            .to_owned(),
        does_not_show: "what will happen later, or what a delegation will do: the chances rest on \
                        positions in the model.",
        summary: summary(subject, (&text.title, voting), &found),
    };
    let table = table(&found);
    Ok(subject.figure(Chart::Support, told, (canvas.marks, (page.width, height)), table))
}

/// How a decision can end, in words: adopted, and not adopted for want of something.
const fn names(rule: &AdoptionRule) -> [&'static str; 2] {
    match rule {
        AdoptionRule::Consensus => ["agreed", "an objection"],
        AdoptionRule::Signature => ["signed by all sponsors", "not signed by all"],
        _ => ["adopted", "not enough votes"],
    }
}

/// Where a turn lies across the plot.
fn across(subject: &Subject<'_>, plot: Area, turn: usize) -> f32 {
    plot.x + plot.width * turn as f32 / subject.all_turns().max(1) as f32
}

fn areas(canvas: &mut Canvas<'_>, subject: &Subject<'_>, plot: Area, found: &[Support]) {
    let edge = |height: &dyn Fn(&DecisionChances) -> f64| -> Vec<Point> {
        let points = found.iter().enumerate().map(|(turn, moment)| {
            let share = height(&moment.chances).clamp(0.0, 1.0) as f32;
            at(across(subject, plot, turn), plot.bottom() - share * plot.height)
        });
        points.collect()
    };
    let floor = edge(&|_| 0.0);
    let adopted = edge(&|it| it.adopted);
    let unvetoed = edge(&|it| 1.0 - it.vetoed);
    let ceiling = edge(&|_| 1.0);
    for (upper, lower, ink) in [
        (&adopted, &floor, Ink::InFavor),
        (&unvetoed, &adopted, Ink::UndeclaredFill),
        (&ceiling, &unvetoed, Ink::Against),
    ] {
        if found.len() > 1 {
            canvas.draw(Shape::Band(upper.clone(), lower.clone(), ink));
        }
    }
    for line in [adopted, unvetoed] {
        canvas.draw(Shape::Line(line, pen(Ink::Background, 1.0)));
    }
}

/// What the parts are, in words at their end where there is room: colour alone does not say it.
fn ends(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (plot, names): (Area, [&str; 2]),
    found: &[Support],
) {
    let (Some(last), right) = (found.last(), across(subject, plot, subject.turns)) else { return };
    let DecisionChances { adopted, vetoed, .. } = last.chances;
    let mut floor = 0.0;
    for (share, name, ink) in [
        (adopted, names[0], Ink::OnStance),
        (1.0 - adopted - vetoed, names[1], Ink::Text),
        (vetoed, "vetoed", Ink::OnStance),
    ] {
        let middle = plot.bottom() - (floor + share / 2.0) as f32 * plot.height;
        floor += share;
        let words = format!("{name} {}", percent(share));
        let room = canvas.width_of(&words, Setting::Small) + 16.0;
        if share as f32 * plot.height >= 20.0 && right - plot.x >= room {
            canvas.words(at(right - 8.0, middle), Anchor::End, &words, (Setting::Small, ink));
        }
    }
}

fn declared(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (strip, voting): (Area, usize),
    found: &[Support],
) {
    canvas.words(at(0.0, strip.y - 16.0), Anchor::Start, "Declared", STRONG);
    let entries = [
        (Ink::InFavor, "in favour"),
        (Ink::Reservations, "with reservations"),
        (Ink::UndeclaredFill, "not declared"),
        (Ink::Against, "opposed"),
    ];
    let beside = canvas.width_of("Declared", Setting::SmallStrong) + 24.0;
    legend(canvas, (beside, strip.y - 16.0), &entries);
    for (number, y) in [(voting, strip.y + 6.0), (0, strip.bottom() - 6.0)] {
        canvas.words(at(strip.x - 8.0, y), Anchor::End, &number.to_string(), WEAK);
    }
    let step = strip.width / subject.all_turns().max(1) as f32;
    let gap = if step > 6.0 { 1.0 } else { 0.0 };
    for (turn, moment) in found.iter().enumerate().skip(1) {
        let [favor, reservations, opposed, undeclared] = moment.declared;
        let right = across(subject, strip, turn);
        let mut bottom = strip.bottom();
        for (count, ink) in [
            (favor, Ink::InFavor),
            (reservations, Ink::Reservations),
            (undeclared, Ink::UndeclaredFill),
            (opposed, Ink::Against),
        ] {
            let height = strip.height * count as f32 / voting.max(1) as f32;
            bottom -= height;
            if count > 0 {
                let area = Area::new(right - step + gap / 2.0, bottom, step - gap, height);
                canvas.rect(area, 0.0, ink);
            }
        }
    }
}

/// The stages as they begin, and a row of signs for decisions and what happened outside.
fn stages(canvas: &mut Canvas<'_>, subject: &Subject<'_>, (plot, strip): (Area, Area)) {
    let stages = subject.stages();
    let y = plot.bottom() + 12.0;
    for (place, &(turn, stage)) in stages.iter().enumerate() {
        let left = across(subject, plot, turn);
        let ends = stages.get(place + 1).map_or(subject.all_turns(), |next| next.0);
        let room = across(subject, plot, ends) - left - 6.0;
        // Through what is filled a line would cut the words.
        let top = if turn > subject.turns { plot.y } else { plot.bottom() };
        canvas.line(at(left, top), at(left, plot.bottom() + 5.0), dashes(Ink::LineStrong, 1.0));
        if canvas.width_of(stage.label(), Setting::Small) <= room {
            canvas.words(at(left + 3.0, y), Anchor::Start, stage.label(), WEAK);
        }
    }
    let now = across(subject, plot, subject.turns);
    if subject.turns < subject.all_turns() {
        let pen = pen(Ink::Accent, 1.5);
        canvas.line(at(now, plot.y), at(now, plot.bottom()), pen);
        canvas.line(at(now, strip.y), at(now, strip.bottom()), pen);
    }
    let y = strip.bottom() + 13.0;
    let decided = subject.turns_with(|kind| matches!(kind, EventKind::DecisionTaken { .. }));
    let outside = subject.turns_with(|kind| matches!(kind, EventKind::InjectFired { .. }));
    for turn in decided {
        canvas.draw(Shape::Disc(at(across(subject, plot, turn), y), 4.0, Ink::Text));
    }
    for turn in outside {
        let place = at(across(subject, plot, turn), y);
        canvas.draw(Shape::Ring(place, 4.0, pen(Ink::Text, 1.5)));
    }
    canvas.draw(Shape::Disc(at(LEFT + 4.0, y + 17.0), 4.0, Ink::Text));
    canvas.words(at(LEFT + 14.0, y + 17.0), Anchor::Start, "decision on a text", WEAK);
    let beside = LEFT + 34.0 + canvas.width_of("decision on a text", Setting::Small);
    canvas.draw(Shape::Ring(at(beside, y + 17.0), 4.0, pen(Ink::Text, 1.5)));
    let words = "something happened outside the chamber";
    canvas.words(at(beside + 10.0, y + 17.0), Anchor::Start, words, WEAK);
    let turns = format!("{} turns", subject.all_turns());
    canvas.words(at(plot.right(), y + 17.0), Anchor::End, &turns, PLAIN);
}

/// What is told of each turn.
fn touch(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (plot, strip): (Area, Area),
    found: &[Support],
) {
    let step = plot.width / subject.all_turns().max(1) as f32;
    for (turn, moment) in found.iter().enumerate() {
        let x = (across(subject, plot, turn) - step / 2.0).max(plot.x);
        let width = step.min(plot.right() - x);
        let area = Area::new(x, plot.y, width, strip.bottom() - plot.y);
        let told = format!("Turn {turn}: {}", sentence(moment));
        canvas.draw(Shape::Touch(area)).told(told).chooses(Target::Turn(turn));
    }
}

fn sentence(moment: &Support) -> String {
    let DecisionChances { adopted, vetoed, short_of_votes, objected } = moment.chances;
    let [favor, reservations, opposed, undeclared] = moment.declared;
    let mut parts = vec![format!("adopted {}", percent(adopted))];
    for (words, chance) in
        [("not enough votes", short_of_votes), ("an objection", objected), ("vetoed", vetoed)]
    {
        if chance > 0.0 {
            parts.push(format!("{words} {}", percent(chance)));
        }
    }
    format!(
        "{}. Declared: {favor} in favour, {reservations} with reservations, {opposed} opposed, \
         {undeclared} not declared",
        parts.join(", ")
    )
}

fn summary(subject: &Subject<'_>, (title, voting): (&str, usize), found: &[Support]) -> String {
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return String::new() };
    let begins = percent(first.chances.adopted);
    let declared = count(voting - last.declared[3], "member", "members");
    if subject.turns == 0 {
        return format!(
            "Before the meeting opens the chance of adoption of “{title}” is {begins}; nothing \
             has been declared."
        );
    }
    let now = if last.decided {
        "it has been decided".to_owned()
    } else {
        format!("at turn {} it is {}", subject.turns, percent(last.chances.adopted))
    };
    format!(
        "The chance of adoption of “{title}” was {begins} before the meeting; {now}. So far \
         {declared} of {voting} declared a stance."
    )
}

fn table(found: &[Support]) -> Table {
    let mut table = Table::new(&[
        "Turn",
        "Adopted, %",
        "Not enough votes, %",
        "Objection, %",
        "Vetoed, %",
        "In favour",
        "With reservations",
        "Opposed",
        "Not declared",
    ]);
    for (turn, moment) in found.iter().enumerate() {
        let DecisionChances { adopted, vetoed, short_of_votes, objected } = moment.chances;
        let chances = [adopted, short_of_votes, objected, vetoed].map(exact);
        let declared = moment.declared.map(|count| count.to_string());
        table.rows.push([turn.to_string()].into_iter().chain(chances).chain(declared).collect());
    }
    table
}
