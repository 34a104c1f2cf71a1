//! Run sheets: a lesson of 45 minutes and one of 90, step by step, from the programme of the
//! meeting.

use maud::{Markup, html};

use crate::scenario::Scenario;

use super::parts::{TEACHER, counted, head};
use super::steps::{Step, Told, steps};

/// A lesson: how long it is, what comes before and after the meeting, in minutes.
struct Lesson {
    minutes: usize,
    before: usize,
    after: usize,
}

const LESSONS: [Lesson; 2] =
    [Lesson { minutes: 45, before: 5, after: 8 }, Lesson { minutes: 90, before: 12, after: 18 }];

/// Nothing is said in fewer seconds.
const SHORTEST: usize = 30;

pub(super) fn sheets(scenario: &Scenario) -> Markup {
    html! {
        @for (place, lesson) in LESSONS.iter().enumerate() {
            section.sheet id=[(place == 0).then_some("run-sheets")] {
                (head(&format!("Run sheet, {} minutes", lesson.minutes), TEACHER))
                p.small { (roles(scenario)) }
                (prepare(scenario, lesson))
                (table(scenario, lesson))
                p.small.weak {
                    "If a step runs over, take the time from further statements first, then from "
                    "consultations, and never from the debrief. The projector view shows what is public. "
                    "Ctrl+K finds every command by its words, F1 lists the keys, and Escape leads from “The "
                    "class” back to the chamber."
                }
            }
        }
    }
}

/// How a class is shared out among the seats.
fn roles(scenario: &Scenario) -> String {
    let seats = scenario.derived.voting.len();
    format!(
        "{} in all. Around one laptop, three or four of them are played in turn, each by a pupil or a \
         group; the model plays the rest, and all others take notes, predict and vote by show of hands. \
         On paper alone every seat is played with cards and slips, and the last column is passed over; \
         in a larger class two pupils share a seat, one to speak and one to count.",
        counted(seats, "seat with a vote", "seats with a vote")
    )
}

/// What is done before the lesson.
fn prepare(scenario: &Scenario, lesson: &Lesson) -> Markup {
    let president = scenario.members[scenario.president].name.in_sentence();
    html! {
        h3 { "Before the lesson" }
        ul.small {
            li { "Print the pack as its first page says. Cut the slips; keep a set together with each role card." }
            li { "Seat the class in a horseshoe, in alphabetical order, " (president) " in the middle: it presides." }
            li { "Choose two tellers who count slips, and note-takers who have no seat." }
            li {
                "Open the scenario. Ctrl+P opens the projector view in a window of its own: move it to "
                "the screen that everybody sees; F11 fills it."
            }
            li {
                "In the briefing, T: choose the seats that are played, and whether a pupil presides. "
                "Ctrl+K, “names”: who sits where. At a curtain, “Pass to …”, hand the laptop over before "
                "anybody presses."
            }
        }
        h3 { "The lesson: " (lesson.minutes) " minutes" }
    }
}

fn table(scenario: &Scenario, lesson: &Lesson) -> Markup {
    let steps = steps(scenario);
    let shares = shares(lesson.minutes - lesson.before - lesson.after, &steps);
    let mut at = 0;
    let mut row = |minutes: usize, title: &str, (told, screen): (&str, &str)| {
        let from = at;
        at += minutes;
        html! {
            tr {
                td.number { (from) "–" (at) }
                th scope="row" { (title) }
                td { (told) }
                td.small { (screen) }
            }
        }
    };
    html! {
        table.run {
            thead { tr {
                th.number scope="col" { "Minutes" } th scope="col" { "Step" } th scope="col" { "What happens" }
                th scope="col" { "On the screen" }
            } }
            tbody {
                (row(lesson.before, "Before", (before(scenario), BEFORE)))
                @for (step, minutes) in steps.iter().zip(shares) {
                    (row(minutes, step.title, (&told(scenario, step, minutes), step.screen)))
                }
                (row(lesson.after, "Debrief", (AFTER, DEBRIEF)))
            }
        }
    }
}

const fn before(scenario: &Scenario) -> &'static str {
    if scenario.questions.is_empty() {
        "Hand out cards and texts; each reads its own brief. Everybody fills in the prediction sheet."
    } else {
        "Hand out cards and texts; each reads its own brief. Everybody answers the questions once and fills in the prediction sheet."
    }
}

/// What is done on the screen before the debate and after it.
const BEFORE: &str = "Ctrl+K, “questions”: the hands of the room. Ctrl+K, “predict”: its numbers.";
const AFTER: &str = "Score the predictions. Ask the questions of the teaching note. Answer the sheet of \
                     questions again. Reporting cables are written at home.";
const DEBRIEF: &str = "Debrief: key 5. Ctrl+K, “predict”: the scores; “questions”: the second round; \
                       “results”: save what the class entered.";

fn told(scenario: &Scenario, step: &Step, minutes: usize) -> String {
    match &step.told {
        Told::Plain(words) => words.clone(),
        Told::Statements(count) => statements(*count, minutes, scenario.time_limit),
    }
}

/// Statements by as many of `count` as have time to say something, and how long each may take, of
/// at most `limit` minutes.
fn statements(count: usize, minutes: usize, limit: f64) -> String {
    let seconds = minutes * 60;
    let speaking = count.min(seconds / SHORTEST).max(1);
    // To five seconds, downward: a list that is called in time ends in time.
    let each = (seconds / speaking / 5 * 5).min((limit * 60.0) as usize);
    let each = match (each / 60, each % 60) {
        (0, seconds) => format!("{seconds} seconds"),
        (minutes, 0) => counted(minutes, "minute", "minutes"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    };
    let who = if speaking == count {
        format!("{} of {each} each", counted(count, "statement", "statements"))
    } else {
        format!("{speaking} of {count} take the floor, {each} each; the others hand in a sentence")
    };
    format!("{who}: one issue, one text, one request. Note-takers fill in the grid.")
}

/// The minutes of each step: at least one each, in proportion to the weights, and together `total`
/// (by the largest remainders).
fn shares(total: usize, steps: &[Step]) -> Vec<usize> {
    let weights: f64 = steps.iter().map(|step| step.weight).sum();
    let spare = total.saturating_sub(steps.len()) as f64;
    let exact: Vec<f64> = steps.iter().map(|step| spare * step.weight / weights).collect();
    let mut shares: Vec<usize> = exact.iter().map(|it| 1 + it.floor() as usize).collect();
    let mut order: Vec<usize> = (0..steps.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()));
    let left = total.saturating_sub(shares.iter().sum());
    for place in order.into_iter().take(left) {
        shares[place] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_would_have_no_time_hand_in_a_sentence() {
        assert!(statements(15, 10, 5.0).starts_with("15 statements of 40 seconds each: "));
        assert!(statements(7, 2, 5.0).starts_with("4 of 7 take the floor, 30 seconds each; "));
        assert!(statements(3, 30, 3.0).starts_with("3 statements of 3 minutes each: "));
    }

    #[test]
    fn the_steps_of_a_lesson_fill_it() {
        let step = |weight| Step { weight, title: "", told: Told::Statements(1), screen: "" };
        let steps = [step(1.0), step(15.0), step(9.0), step(2.5)];
        let shares = shares(32, &steps);
        assert_eq!(shares.iter().sum::<usize>(), 32);
        assert!(shares[1] > shares[2] && shares[2] > shares[3] && shares[0] >= 1);
    }
}
