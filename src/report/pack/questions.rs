//! The questions to the class, before and after, and the answers for the teacher.

use maud::{Markup, html};

use crate::scenario::Scenario;
use crate::text::upper_first;

use super::parts::{TEACHER, field, head, tick};

/// The sheet of a pupil; none where the scenario asks nothing.
pub(super) fn sheet(scenario: &Scenario) -> Option<Markup> {
    if scenario.questions.is_empty() {
        return None;
    }
    Some(html! {
        section.sheet id="questions" {
            (head("Questions, before and after", "For everybody"))
            p {
                "Answer once before the debate and once after it. The first answers are not judged: "
                "what counts is what you learn. Fold the sheet between the two."
            }
            (field("Name or number"))
            @for (place, question) in scenario.questions.iter().enumerate() {
                article.question {
                    h3 { (place + 1) ". " (question.text) }
                    table {
                        thead { tr {
                            th.cell scope="col" { "Before" } th.cell scope="col" { "After" }
                            th scope="col" { "Answer" }
                        } }
                        tbody {
                            @for choice in &question.choices {
                                tr { td.cell { (tick()) } td.cell { (tick()) } td { (choice) } }
                            }
                        }
                    }
                }
            }
        }
    })
}

/// The page of the teacher.
pub(super) fn answers(scenario: &Scenario) -> Markup {
    let count = scenario.questions.len();
    html! {
        section.sheet id="answers" {
            (head("Answers", TEACHER))
            ol.answers {
                @for question in &scenario.questions {
                    li {
                        p.weak { (question.text) }
                        @if let Some(right) = question.choices.get(question.answer) {
                            p {
                                strong { (right) } "."
                                @if !question.because.is_empty() {
                                    " " (upper_first(&question.because)) "."
                                }
                            }
                        }
                    }
                }
            }
            h3 { "Learning gain" }
            p {
                "For each pupil count the right answers before (b) and after (a), of "
                (count) ". The gain is the share of what could still be learned: (a − b) ÷ ("
                (count) " − b). For the room, take the means of a and of b. Where b is already "
                (count) ", there is no gain to measure."
            }
        }
    }
}
