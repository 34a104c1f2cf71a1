//! Which guiding questions of the concept note a statement answers.

use super::super::grammar::{list, ordinal, upper_first};
use super::{Look, Remarks, Rule, Severity};

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    let Some(note) = &look.draft.scenario.concept_note else { return };
    let points = &look.draft.intended.points;
    let answers = |at: usize| {
        let asked = &note.guiding_questions[at].issues;
        points.iter().any(|point| asked.contains(&point.issue))
            || asked.iter().any(|&issue| look.heard.issue(issue).is_some())
    };
    let count = note.guiding_questions.len();
    if count == 0 {
        return;
    }
    let (answered, left): (Vec<usize>, Vec<usize>) = (0..count).partition(|&at| answers(at));
    let which = |all: &[usize]| {
        let names: Vec<String> = all.iter().map(|&at| ordinal(at as u32 + 1)).collect();
        let s = if all.len() == 1 { "" } else { "s" };
        format!("the {} guiding question{s}", list(&names))
    };
    if answered.is_empty() {
        let first = &note.guiding_questions[0].text;
        let text = format!("None of the guiding questions is answered. The first asks: “{first}”");
        remarks.add((Rule::GuidingQuestions, Severity::Note), None, text);
        return;
    }
    let mut text = format!("It answers {}", which(&answered));
    if !left.is_empty() {
        text = format!("{text} and leaves out {}", which(&left));
    }
    remarks.add((Rule::GuidingQuestions, Severity::Praise), None, text + ".");
    referred(look, &left, remarks);
}

/// Questions that the words refer to, and to which the statement says nothing.
fn referred(look: &Look<'_>, left: &[usize], remarks: &mut Remarks) {
    for &at in left {
        let number = ordinal(at as u32 + 1);
        let phrases = [[number.clone(), "guiding".to_owned(), "question".to_owned()].to_vec()];
        let sentences = 0..look.reading.sentences.len();
        let found = sentences.flat_map(|sentence| look.reading.find(sentence, &phrases)).next();
        if let Some((word, words)) = found {
            let text = format!(
                "{} is announced, and no point is on an issue that it raises.",
                upper_first(&format!("the {number} guiding question"))
            );
            remarks.note(Rule::GuidingQuestions, look.reading.place(word, words), text);
        }
    }
}
