//! Guiding questions: who has spoken to which of them.

use std::collections::BTreeMap;

use crate::analysis::questions::{Reply, replies};
use crate::council::DelegationId;
use crate::report::figure::{
    Anchor, Area, Canvas, Figure, Ink, Page, Setting, Shape, Table, Target, at, pen,
};
use crate::scenario::GuidingQuestion;

use super::Chart;
use super::parts::{STRONG, WEAK, bar, count, name, widest};
use super::subject::{Choice, Subject, Told};

/// Where everything is.
struct Grid<'a> {
    questions: &'a [GuidingQuestion],
    /// Who has a row: all that speak in the debate.
    members: Vec<DelegationId>,
    /// How many statements of a delegation spoke to a question.
    spoke: BTreeMap<(DelegationId, usize), usize>,
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
    let note = subject.scenario().concept_note.as_ref();
    let questions = note.map_or(&[][..], |note| &note.guiding_questions);
    if questions.is_empty() {
        return Err("This scenario has no concept note with guiding questions.");
    }
    let found = replies(subject.record, subject.events());
    let mut canvas = Canvas::new(page);
    let members = rows(subject, &found);
    let names = members.iter().map(|&who| subject.name(who));
    let left = widest(&canvas, names, 190.0) + 18.0;
    let column = ((page.width - left) / questions.len() as f32).min(300.0);
    let mut spoke = BTreeMap::new();
    for reply in &found {
        *spoke.entry((reply.who, reply.question)).or_insert(0) += 1;
    }
    let mut grid = Grid { questions, members, spoke, left, top: 0.0, column, row: 0.0 };
    grid.top = heads(&mut canvas, &grid);
    grid.row = ((page.height - grid.top) / grid.members.len().max(1) as f32).clamp(18.0, 32.0);
    for row in 0..grid.members.len() {
        line(&mut canvas, subject, (&grid, choice), row);
    }
    let height = grid.top + grid.row * grid.members.len() as f32 + 4.0;
    let told = Told {
        title: "Who has taken up which guiding question?".to_owned(),
        answers: "which questions of the concept note found an answer, and which did not."
            .to_owned(),
        how_to_read: "a disc is a delegation that addressed an issue of the question in a \
                      statement, with the number of statements where there were several; the bar \
                      below a question counts the delegations."
            .to_owned(),
        does_not_show: "whether the answer was for or against, or how good it was.",
        summary: summary(&grid),
    };
    let table = table(subject, &grid, &found);
    Ok(subject.figure(Chart::Questions, told, (canvas.marks, (page.width, height)), table))
}

/// The voting members, and of the others those that have replied.
fn rows(subject: &Subject<'_>, found: &[Reply]) -> Vec<DelegationId> {
    let scenario = subject.scenario();
    let order = scenario.order.members.iter().copied();
    let seated = scenario.seating().iter().copied();
    let guests = order.filter(|&who| {
        !scenario.members[who].votes() && found.iter().any(|reply| reply.who == who)
    });
    seated.chain(guests).collect()
}

/// How many delegations have spoken to a question.
fn replied(grid: &Grid<'_>, question: usize) -> usize {
    grid.members.iter().filter(|&&who| grid.spoke.contains_key(&(who, question))).count()
}

fn heads(canvas: &mut Canvas<'_>, grid: &Grid<'_>) -> f32 {
    let room = grid.column - 14.0;
    let texts: Vec<Vec<String>> = grid
        .questions
        .iter()
        .map(|question| canvas.wrapped(&question.text, Setting::Small, (room, 8)))
        .collect();
    let most = texts.iter().map(Vec::len).max().unwrap_or(0);
    let below = 24.0 + most as f32 * 15.0;
    for (place, rows) in texts.iter().enumerate() {
        let x = grid.left + place as f32 * grid.column;
        canvas.words(at(x, 8.0), Anchor::Start, &format!("{}", place + 1), STRONG);
        for (row, words) in rows.iter().enumerate() {
            canvas.words(at(x, 25.0 + row as f32 * 15.0), Anchor::Start, words, WEAK);
        }
        let replied = replied(grid, place);
        let words = format!("{replied} of {}", grid.members.len());
        canvas.words(at(x, below + 9.0), Anchor::Start, &words, STRONG);
        let beside = canvas.width_of("00 of 00", Setting::SmallStrong) + 8.0;
        let area = Area::new(x + beside, below + 6.0, (room - beside).max(8.0), 6.0);
        bar(canvas, area, replied as f32 / grid.members.len().max(1) as f32, Ink::Accent);
        let whole = Area::new(x, 0.0, room, below + 18.0);
        let told = grid.questions[place].text.clone();
        canvas.draw(Shape::Touch(whole)).told(told);
    }
    below + 30.0
}

fn line(
    canvas: &mut Canvas<'_>,
    subject: &Subject<'_>,
    (grid, choice): (&Grid<'_>, &Choice),
    row: usize,
) {
    let who = grid.members[row];
    let top = grid.top + row as f32 * grid.row;
    let middle = top + grid.row / 2.0;
    let is_chosen = choice.selected == Some(who);
    let whole = Area::new(0.0, top, canvas.page.width, grid.row);
    if is_chosen {
        canvas.rect(whole, 6.0, Ink::Selection).chooses(Target::Member(who));
    } else {
        canvas.draw(Shape::Touch(whole)).chooses(Target::Member(who));
    }
    let place = (grid.left - 12.0, middle);
    name(canvas, place, subject.name(who), (grid.left - 18.0, is_chosen));
    for question in 0..grid.questions.len() {
        let center = at(grid.left + question as f32 * grid.column + 8.0, middle);
        let Some(&times) = grid.spoke.get(&(who, question)) else {
            canvas.draw(Shape::Ring(center, 2.0, pen(Ink::LineStrong, 1.0)));
            continue;
        };
        let told = format!(
            "{} has taken up question {} in {}",
            subject.named_first(who),
            question + 1,
            count(times, "statement", "statements")
        );
        let disc = Shape::Disc(center, 7.0, Ink::Accent);
        canvas.draw(disc).told(told).chooses(Target::Member(who));
        if times > 1 {
            let words = times.to_string();
            let place = at(center.x + 13.0, middle);
            canvas.words(place, Anchor::Start, &words, STRONG);
        }
    }
}

fn summary(grid: &Grid<'_>) -> String {
    let counts: Vec<usize> = (0..grid.questions.len()).map(|at| replied(grid, at)).collect();
    let told = counts.iter().enumerate().map(|(at, count)| format!("question {}: {count}", at + 1));
    format!(
        "Of {} delegations, so many have taken up each question: {}.",
        grid.members.len(),
        told.collect::<Vec<_>>().join(", ")
    )
}

fn table(subject: &Subject<'_>, grid: &Grid<'_>, found: &[Reply]) -> Table {
    let mut table = Table::new(&["Delegation", "Number", "Question", "Statements", "Issues"]);
    for &who in &grid.members {
        for (place, question) in grid.questions.iter().enumerate() {
            let times = grid.spoke.get(&(who, place)).copied().unwrap_or(0);
            let own = found.iter().filter(|it| it.who == who && it.question == place);
            let mut issues: Vec<&str> = own
                .flat_map(|reply| &reply.issues)
                .map(|&issue| subject.scenario().issues[issue].name.as_str())
                .collect();
            issues.sort_unstable();
            issues.dedup();
            table.rows.push(vec![
                subject.name(who).to_owned(),
                (place + 1).to_string(),
                question.text.clone(),
                times.to_string(),
                issues.join("; "),
            ]);
        }
    }
    table
}
