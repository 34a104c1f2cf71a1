//! What is public before the meeting: its background, its questions, and the texts on the table.

use maud::{Markup, html};

use crate::council::{DelegationId, OutcomeId, Paragraph, PutToAction};
use crate::scenario::Scenario;
use crate::text::{long_date, names_by_alphabet, rule_sentence, upper_first};

use super::super::html::markdown;
use super::parts::head;

pub(super) fn meeting(scenario: &Scenario) -> Markup {
    html! {
        section.sheet id="meeting" {
            (head("The meeting", "For everybody"))
            p.lead {
                (upper_first(scenario.meeting.label())) " of the " (scenario.body.trim_start_matches("the "))
                ", " (long_date(&scenario.date)) ". " (scenario.agenda_item) "."
            }
            (markdown(&scenario.background))
            @if let Some(note) = &scenario.concept_note {
                h3 { "Concept note by " (scenario.members[note.author].name.in_sentence()) }
                p { (note.objective) }
                (guiding_questions(scenario))
            }
        }
        section.sheet {
            (head("The texts on the table", "For everybody"))
            p.small.weak {
                "Drafts in a few words. A text may be amended, and may step down to a lighter form, "
                "before it is put. What is tallied only is counted and not decided: it is on no slip, "
                "grid or prediction sheet."
            }
            @for &id in &scenario.order.outcomes { (text(scenario, id)) }
        }
    }
}

/// The questions of the concept note; nothing where there is none.
pub(super) fn guiding_questions(scenario: &Scenario) -> Markup {
    html! {
        @if let Some(note) = &scenario.concept_note {
            @if !note.guiding_questions.is_empty() {
                ol.questions { @for question in &note.guiding_questions { li { (question.text) } } }
            }
        }
    }
}

fn text(scenario: &Scenario, id: OutcomeId) -> Markup {
    let outcome = &scenario.outcomes[id];
    let (preambular, operative): (Vec<&Paragraph>, Vec<&Paragraph>) =
        outcome.text.iter().partition(|it| matches!(it, Paragraph::Preambular { .. }));
    html! {
        article.text {
            h3 { (outcome.title) }
            p.small {
                (upper_first(outcome.form.name())) ". " (rule_sentence(scenario, outcome.form))
                @if outcome.action == PutToAction::TalliedOnly { " " strong { "Tallied only." } }
                @if !outcome.sponsors.is_empty() { " " (tabled(scenario, &outcome.sponsors)) }
            }
            @for paragraph in preambular { p.preambular { (words(paragraph)) "," } }
            @if !operative.is_empty() {
                ol { @for paragraph in operative { li { (words(paragraph)) "." } } }
            }
        }
    }
}

fn words(paragraph: &Paragraph) -> &str {
    let (Paragraph::Preambular { text, .. } | Paragraph::Operative { text, .. }) = paragraph;
    text
}

/// Who tables a text: the first holds the pen.
fn tabled(scenario: &Scenario, sponsors: &[DelegationId]) -> String {
    match sponsors {
        [] => String::new(),
        [pen] => format!("Penholder: {}.", scenario.members[*pen].name.in_sentence()),
        [pen, others @ ..] => format!(
            "Penholder: {}; with {}.",
            scenario.members[*pen].name.in_sentence(),
            names_by_alphabet(scenario, others)
        ),
    }
}
