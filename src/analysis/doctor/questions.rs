//! S205: guiding questions that nobody answers.

use crate::scenario::Code;

use super::figures::counted;
use super::{Context, Remarks};

/// How many statements a run should address a question, on average.
const ANSWERS: f64 = 1.0;

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let runs = context.runs();
    let (Some(note), Some(resolved)) = (&context.file.concept_note, &context.scenario.concept_note)
    else {
        return;
    };
    let heard = context.ear.answers.iter().zip(&resolved.guiding_questions);
    for (written, (&answers, question)) in note.guiding_questions.iter().zip(heard) {
        // That a question raises no issue is a warning of its own.
        if question.issues.is_empty() || runs == 0 {
            continue;
        }
        let mean = answers as f64 / runs as f64;
        if mean >= ANSWERS {
            continue;
        }
        let given = |&issue| !context.scenario.derived.holders[issue].is_empty();
        let none = if question.issues.iter().any(given) {
            ""
        } else {
            ", and nobody has a stance on any of them"
        };
        let message = format!(
            "{mean:.2} statements a run address the issues of this question, on average of {}{none}",
            counted(runs, "run")
        );
        let hint = "give members stances with more salience on its issues, or ask something else";
        remarks.add(Code::UnansweredQuestion, written.text.span, message, hint);
    }
}
