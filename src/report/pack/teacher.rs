//! The teaching note: the author's words, the guiding questions, and questions for the debrief.

use maud::{Markup, html};

use crate::scenario::Scenario;

use super::super::html::markdown;
use super::meeting::guiding_questions;
use super::parts::{TEACHER, head};

/// What can be asked after any debate.
const DEBRIEF: [&str; 6] = [
    "Which text had the most support, and which was adopted? Where the two differ, which rule made the difference?",
    "Which delegation could have changed a result by changing its vote alone? Did it know?",
    "What did the penholders give up in consultations, and was it worth it?",
    "Which declared stance differed from the vote that followed? What happened between the two?",
    "For which delegation was no text at all a good result?",
    "Compare two reporting cables: what does one report that the other leaves out?",
];

pub(super) fn note(scenario: &Scenario) -> Markup {
    html! {
        section.sheet.teaching id="teaching-note" {
            (head("Teaching note", TEACHER))
            (markdown(&scenario.teaching_note))
            p.small.weak {
                "The note is the author’s. The run sheets are worked out for every scenario alike: where "
                "the note divides the time otherwise, take what suits your lesson."
            }
            @if scenario.concept_note.as_ref().is_some_and(|it| !it.guiding_questions.is_empty()) {
                h3 { "Guiding questions of the concept note" }
                (guiding_questions(scenario))
            }
            h3 { "For any debrief" }
            ol { @for question in DEBRIEF { li { (question) } } }
            @if !scenario.injects.is_empty() {
                h3 { "News that may come, told at a moment of your choice" }
                @for inject in &scenario.injects { p { strong { (inject.title) ". " } (inject.text) } }
            }
        }
    }
}
