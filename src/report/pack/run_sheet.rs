//! Run sheets: a lesson of 45 minutes and one of 90, step by step, from the programme of the
//! meeting.

use maud::{Markup, html};

use crate::council::{OutcomeForm, Stage};
use crate::scenario::Scenario;

use super::parts::{counted, head, open};

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

/// A step, and how much of the time of the meeting it asks for beside others.
struct Step {
    weight: f64,
    title: &'static str,
    /// What happens, once it is known how many minutes there are.
    told: Told,
}

enum Told {
    Plain(String),
    /// Statements by so many, whose time is shared out.
    Statements(usize),
}

pub(super) fn sheets(scenario: &Scenario) -> Markup {
    html! {
        @for (place, lesson) in LESSONS.iter().enumerate() {
            section.sheet id=[(place == 0).then_some("run-sheets")] {
                (head(&format!("Run sheet, {} minutes", lesson.minutes), "For the teacher"))
                p { (roles(scenario)) }
                (prepare(scenario))
                (table(scenario, lesson))
                p.small.weak {
                    "If a step runs over, take the time from further statements first, then from "
                    "consultations, and never from the debrief. The projector view shows what is public."
                }
            }
        }
    }
}

/// How a class is shared out among the seats.
fn roles(scenario: &Scenario) -> String {
    let seats = scenario.derived.voting.len();
    format!(
        "{} in all. In a smaller class the model plays the seats that are left; in a larger one two \
         pupils share a seat: one speaks, the other counts. Others are note-takers.",
        counted(seats, "seat with a vote", "seats with a vote")
    )
}

/// What is done before the lesson.
fn prepare(scenario: &Scenario) -> Markup {
    let president = scenario.members[scenario.president].name.in_sentence();
    html! {
        h3 { "Before the lesson" }
        ul.small {
            li { "Print the pack as its first page says. Cut the slips; keep a set together with each role card." }
            li { "Seat the class in a horseshoe, in alphabetical order, " (president) " in the middle: it presides." }
            li { "Choose two tellers who count slips, and note-takers who have no seat." }
            li { "Open the projector view on the screen that everybody sees." }
        }
        h3 { "The lesson" }
    }
}

fn table(scenario: &Scenario, lesson: &Lesson) -> Markup {
    let steps = steps(scenario);
    let shares = shares(lesson.minutes - lesson.before - lesson.after, &steps);
    let mut at = 0;
    let mut row = |minutes: usize, title: &str, told: &str| {
        let from = at;
        at += minutes;
        html! {
            tr {
                td.number { (from) "–" (at) }
                th scope="row" { (title) }
                td { (told) }
            }
        }
    };
    html! {
        table.run {
            thead { tr {
                th.number scope="col" { "Minutes" } th scope="col" { "Step" } th scope="col" { "What happens" }
            } }
            tbody {
                (row(lesson.before, "Before", before(scenario)))
                @for (step, minutes) in steps.iter().zip(shares) {
                    (row(minutes, step.title, &told(scenario, step, minutes)))
                }
                (row(lesson.after, "Debrief", "Score the predictions. Ask the questions of the teaching note. Answer the sheet of questions again. Reporting cables are written at home."))
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

fn steps(scenario: &Scenario) -> Vec<Step> {
    let voting = scenario.derived.voting.len();
    let briefers = scenario.briefers().count();
    let invited = scenario.invited().count() - briefers;
    let is_signed = |form| form == OutcomeForm::JointStatement;
    let signed = open(scenario).any(|id| is_signed(scenario.outcomes[id].form));
    let decided = open(scenario).filter(|&id| scenario.rule(id).is_decided_by_members()).count();
    let plain = |weight, title, told: &str| {
        Some(Step { weight, title, told: Told::Plain(told.to_owned()) })
    };
    let step = |stage: &Stage| match stage {
        Stage::JointStatements if signed => plain(
            1.5,
            "Joint statements",
            "Sponsors say in a sentence what they ask others to sign. Slips are filled in, then shown.",
        ),
        Stage::Opening => plain(
            1.0,
            "Opening",
            "The President calls the meeting to order, has the agenda adopted and names the participants invited.",
        ),
        Stage::Briefings if briefers > 0 => plain(
            0.5 + briefers as f64 / 2.0,
            "Briefings",
            "Briefers, or the teacher for them, say what is known.",
        ),
        Stage::MembersStatements { .. } => Some(Step {
            weight: voting as f64,
            title: "Statements by members",
            told: Told::Statements(voting),
        }),
        Stage::InvitedStatements if invited > 0 => Some(Step {
            weight: (invited as f64 / 3.0).max(1.0),
            title: "Statements by the invited",
            told: Told::Statements(invited),
        }),
        Stage::FurtherStatements => plain(
            1.5,
            "Further statements",
            "Those who were answered or named may ask for the floor once more, for half a minute.",
        ),
        Stage::Consultations { rounds } if *rounds > 0 => Some(Step {
            weight: 3.0 * f64::from((*rounds).min(3)),
            title: "Consultations",
            told: Told::Plain(consultations(*rounds)),
        }),
        Stage::Action if decided > 0 => Some(Step {
            weight: (decided as f64 * 0.7).max(2.0),
            title: "Action",
            told: Told::Plain(action(decided)),
        }),
        _ => None,
    };
    scenario.program.iter().filter_map(step).collect()
}

fn consultations(rounds: u32) -> String {
    format!(
        "Everybody stands up. Penholders sound out, offer amendments and count: {}, each ended by a \
         word of the President. A text by consensus goes under silence: who objects says so now.",
        counted(rounds.min(3) as usize, "round", "rounds")
    )
}

fn action(decided: usize) -> String {
    format!(
        "Of {} the penholders say which they put. Explanations before, slips, the count, \
         the result in the President's words, explanations after.",
        counted(decided, "text", "texts")
    )
}

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
        let step = |weight| Step { weight, title: "", told: Told::Statements(1) };
        let steps = [step(1.0), step(15.0), step(9.0), step(2.5)];
        let shares = shares(32, &steps);
        assert_eq!(shares.iter().sum::<usize>(), 32);
        assert!(shares[1] > shares[2] && shares[2] > shares[3] && shares[0] >= 1);
    }
}
