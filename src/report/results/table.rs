//! The results of a class as comma-separated values (RFC 4180): a row for each pupil, and for the
//! room, the mean of the pupils, the model, the hands and what really came of the debate.

use ::csv::{Terminator, WriterBuilder};

use crate::analysis::agreement::Agreement;
use crate::analysis::forecasters::{Forecasts, ROOM, Scored};
use crate::analysis::hands::learned_by_hands;
use crate::analysis::learning::{Answers, Learned, learned};
use crate::report::document::harmless;
use crate::report::figure::NOTE;

use super::{Entered, Worked, is_late, provenance, texts};

const COLUMNS: [&str; 12] = [
    "who",
    "Brier score",
    "texts foretold",
    "prediction late",
    "marks",
    "marks as in the record",
    "Cohen's kappa",
    "right before",
    "right after",
    "gain",
    "answers before late",
    "kind",
];

/// The table, with a header line, in UTF-8. A chance is a share of one; an answer is the letter of
/// its choice, with an asterisk where it is right.
pub fn results_csv(it: &Entered<'_>) -> Vec<u8> {
    let worked = Worked::new(it);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let rows = [head(it)].into_iter().chain(rows(it, &worked));
    for row in rows {
        // Writing to memory does not fail, and all rows are equally long.
        drop(writer.write_record(row.into_iter().map(harmless)));
    }
    writer.into_inner().unwrap_or_default()
}

fn head(it: &Entered<'_>) -> Vec<String> {
    let scenario = &it.record.scenario;
    let mut head: Vec<String> = COLUMNS.iter().map(|&name| name.to_owned()).collect();
    head.extend(texts(it).iter().map(|&id| format!("chance: {}", scenario.outcomes[id].title)));
    for round in ["before", "after"] {
        head.extend((1..=scenario.questions.len()).map(|at| format!("question {at} {round}")));
    }
    head.extend(provenance(it).map(|(name, _)| name.to_owned()));
    head.push("note".to_owned());
    head
}

/// What is known of one line of the table.
#[derive(Default)]
struct Line<'a> {
    kind: &'static str,
    who: &'a str,
    scored: Option<&'a Scored>,
    heard: Option<(usize, Option<&'a Agreement>)>,
    learned: Option<Learned>,
    forecasts: Option<&'a Forecasts>,
    answers: Option<&'a Answers>,
}

fn rows(it: &Entered<'_>, worked: &Worked) -> Vec<Vec<String>> {
    let questions = &it.record.scenario.questions;
    let scored = |by: &str| worked.scores.people.iter().find(|it| it.by == by);
    let forecasts = |by: &str| worked.given.iter().find(|it| it.by == by);
    let pupil = |who: &String| {
        let heard = worked.marks.iter().position(|it| it.by == *who);
        let answers = it.answers.iter().find(|it| it.by == *who);
        let heard =
            heard.map(|at| (worked.marks[at].heard.len(), worked.table.with_record.get(at)));
        cells(
            it,
            worked,
            &Line {
                kind: "pupil",
                who,
                scored: scored(who),
                heard,
                learned: answers.and_then(|answers| learned(questions, answers)),
                forecasts: forecasts(who),
                answers,
            },
        )
    };
    let mut rows: Vec<Vec<String>> = it.people.iter().map(pupil).collect();
    let mut add = |line: &Line<'_>| rows.push(cells(it, worked, line));
    let room = learned_by_hands(questions, it.hands);
    if room.is_some() || forecasts(ROOM).is_some() {
        add(&Line {
            kind: "room",
            who: ROOM,
            scored: scored(ROOM),
            learned: room,
            forecasts: forecasts(ROOM),
            ..Line::default()
        });
    }
    if worked.has_pool() {
        let (scored, forecasts) = (Some(&worked.scores.pooled), Some(&worked.scores.pool));
        let who = worked.scores.pooled.by.as_str();
        add(&Line { kind: "pool", who, scored, forecasts, ..Line::default() });
    }
    if it.is_over {
        let (scored, forecasts) = (Some(&worked.scores.model), Some(&worked.model));
        add(&Line { kind: "model", who: "The model", scored, forecasts, ..Line::default() });
        add(&Line { kind: "outcome", who: "What became of it", ..Line::default() });
    }
    rows
}

fn cells(it: &Entered<'_>, worked: &Worked, line: &Line<'_>) -> Vec<String> {
    let over = |words: String| if it.is_over { words } else { String::new() };
    let count = |count: Option<usize>| count.map_or_else(String::new, |it| it.to_string());
    let share = |share: Option<f64>| share.map_or_else(String::new, number);
    let agreement = line.heard.and_then(|(_, agreement)| agreement);
    let late = |late: &[String], is: bool| {
        let words = if is_late(late, line.who) { "yes" } else { "no" };
        if is { words.to_owned() } else { String::new() }
    };
    let mut cells = vec![
        line.who.to_owned(),
        over(share(line.scored.and_then(|it| it.brier))),
        count(line.forecasts.map(|it| it.adopted.len())),
        late(it.late, line.forecasts.is_some()),
        count(line.heard.map(|(marks, _)| marks)),
        over(count(agreement.map(|it| it.same))),
        over(share(agreement.and_then(|it| it.kappa.ok()))),
        share(line.learned.map(|it| it.before)),
        share(line.learned.map(|it| it.after)),
        share(line.learned.and_then(|it| it.gain().ok())),
        late(it.late_answers, line.answers.is_some() || line.learned.is_some()),
        line.kind.to_owned(),
    ];
    cells.extend(texts(it).into_iter().map(|outcome| match line.kind {
        "outcome" => worked.ended(outcome).to_owned(),
        _ => share(line.forecasts.and_then(|it| it.adopted.get(&outcome).copied())),
    }));
    cells.extend(answers(it, line));
    cells.extend(provenance(it).map(|(_, value)| value));
    cells.push(NOTE.to_owned());
    cells
}

/// What was answered to each question, before and then after.
fn answers(it: &Entered<'_>, line: &Line<'_>) -> Vec<String> {
    let questions = &it.record.scenario.questions;
    let rounds = line.answers.map_or([&[][..], &[][..]], |it| [&it.before[..], &it.after[..]]);
    let answer = |given: &[Option<usize>], at: usize| {
        let Some(choice) = given.get(at).copied().flatten() else { return String::new() };
        let letter = char::from(b'A' + u8::try_from(choice).unwrap_or(25).min(25));
        let right = if choice == questions[at].answer { "*" } else { "" };
        format!("{letter}{right}")
    };
    let all = rounds.iter().flat_map(|given| (0..questions.len()).map(|at| answer(given, at)));
    all.collect()
}

/// A number with at most four decimals.
fn number(value: f64) -> String {
    format!("{value:.4}").trim_end_matches('0').trim_end_matches('.').to_owned()
}
