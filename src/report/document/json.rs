//! A report for programs: versioned, every number finite.

use serde_json::{Map, Value, json};

use crate::analysis::actual::compared;
use crate::analysis::questions::replies;
use crate::analysis::seat::{Deeds, SeatResult, Standing, keeps_red_lines, voiced, worth};
use crate::analysis::turning_point::Prospects;
use crate::council::DelegationId;
use crate::debate::{Record, result_json, turns};
use crate::text::objective_told;

use super::outcomes::Course;
use super::{Made, Verified};

/// The version of the shape; it only grows.
const FORMAT: u64 = 1;

/// The report of `record` as an object of JSON.
pub fn json(record: &Record, made: &Made) -> Value {
    let scenario = &record.scenario;
    let course = Course::of(record, &record.events);
    let outcomes = course.results.iter().map(|result| {
        let mut value = result_json(scenario, result);
        value["why"] = json!(course.why(result));
        (scenario.outcomes[result.outcome].identifier.clone(), value)
    });
    let seats = record
        .seats()
        .into_iter()
        .map(|who| (scenario.members[who].identifier.clone(), seat(record, &course, (who, made))));
    json!({
        "format": FORMAT,
        "kind": "Report",
        "simulated": true,
        "program": concat!("Horseshoe ", env!("CARGO_PKG_VERSION")),
        "scenario": { "title": scenario.title, "date": scenario.date, "digest": scenario.digest },
        "seed": record.seed.0,
        "varied": scenario.variation.map(|seed| seed.0),
        "engine_version": made.engine(),
        "verified": made.verified == Verified::Yes,
        "verification": made.verified.words(),
        "finished": course.over,
        "outcomes": outcomes.collect::<Map<String, Value>>(),
        "turning_points": turning_points(record),
        "guiding_questions": guiding_questions(record),
        "seats": seats.collect::<Map<String, Value>>(),
        "chair": record.chair().map(|who| scenario.members[who].identifier.clone()),
        "reality": reality(&course),
    })
}

fn seat(record: &Record, course: &Course<'_>, (who, made): (DelegationId, &Made)) -> Value {
    let scenario = &record.scenario;
    let deeds = Deeds::of(record, who);
    let result = SeatResult::of(scenario, &course.state, who);
    let objectives = result.objectives.iter().map(|it| {
        json!({
            "objective": objective_told(scenario, who, &it.objective),
            "points": it.objective.points,
            "met": it.met,
            "count": it.count,
        })
    });
    let issue = |id| scenario.issues[id].identifier.clone();
    let said = voiced(scenario, &course.state, who).into_iter().map(|it| {
        let line = it.red_line.map(|line| [line.low.get(), line.high.get()].map(scale));
        let value = json!({
            "instructed": scale(it.instructed),
            "voiced": it.voiced.map(scale),
            "red_line": line,
            "beyond_red_line": it.beyond_red_line,
        });
        (issue(it.issue), value)
    });
    let kept = worth(scenario, &course.state, who).into_iter().map(|it| {
        let value = json!({ "first": it.first, "last": it.last, "kept": it.kept() });
        (scenario.outcomes[it.outcome].identifier.clone(), value)
    });
    json!({
        "name": scenario.members[who].name.short,
        "points": result.points(),
        "possible": result.possible(),
        "objectives": objectives.collect::<Vec<Value>>(),
        "among_runs": made.standing(who).map(|it| among(it, result.points())),
        "red_lines_kept": keeps_red_lines(scenario, &course.state, who),
        "statements_by_person": deeds.by_person(),
        "statements_by_model": deeds.by_model(),
        "passed": deeds.passed,
        "soundings": deeds.soundings,
        "amendments_offered": deeds.offered,
        "amendments_taken": deeds.taken,
        "positions": said.collect::<Map<String, Value>>(),
        "texts": kept.collect::<Map<String, Value>>(),
    })
}

fn among(standing: &Standing, points: f64) -> Value {
    let share = standing.better_than(points);
    json!({
        "runs": standing.points.len(),
        "better_than": share.share,
        "low": share.low,
        "high": share.high,
        "median_points": standing.median(),
    })
}

fn turning_points(record: &Record) -> Vec<Value> {
    let scenario = &record.scenario;
    let turns = turns(record);
    let prospects = Prospects::of(record, turns.iter().map(|turn| turn.events.clone()));
    let points = prospects.turning_points(scenario, turns.len());
    points
        .iter()
        .take(super::debate::TURNS)
        .map(|point| {
            let told = point.told(record, &turns, &prospects);
            let changes = point.changes.iter().map(|it| {
                let outcome = &scenario.outcomes[it.outcome].identifier;
                json!({ "outcome": outcome, "before": it.before, "after": it.after })
            });
            json!({
                "turn": point.stretch + 1,
                "name": told.name,
                "words": told.sentences,
                "changes": changes.collect::<Vec<Value>>(),
            })
        })
        .collect()
}

fn guiding_questions(record: &Record) -> Vec<Value> {
    let scenario = &record.scenario;
    let Some(note) = &scenario.concept_note else { return Vec::new() };
    let replies = replies(record, record.events.len());
    let questions = note.guiding_questions.iter().enumerate();
    questions
        .map(|(at, question)| {
            let mut who: Vec<DelegationId> =
                replies.iter().filter(|it| it.question == at).map(|it| it.who).collect();
            who.sort_unstable();
            who.dedup();
            let who = who.iter().map(|&who| scenario.members[who].identifier.clone());
            json!({ "question": question.text, "taken_up_by": who.collect::<Vec<String>>() })
        })
        .collect()
}

/// What really happened, for each outcome of which both ends are known; null before the end.
fn reality(course: &Course<'_>) -> Value {
    if !course.over || course.scenario.record.is_none() {
        return Value::Null;
    }
    let rows = compared(course.scenario, &course.results);
    let rows = rows.iter().map(|row| {
        let members = row.members.map(|(alike, of)| json!({ "alike": alike, "of": of }));
        let value = json!({
            "adopted": row.adopted,
            "simulated": row.simulated,
            "members": members,
        });
        (course.scenario.outcomes[row.outcome].identifier.clone(), value)
    });
    Value::Object(rows.collect())
}

/// A position on the authors' scale of 0..100, to a millionth of a point.
fn scale(position: f64) -> f64 {
    (position * 1e8).round() / 1e6
}
