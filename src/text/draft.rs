//! A text as it reads: its paragraphs in the manner of the Council, as it stands at a moment.

use crate::council::{Aim, Issue, IssueId, Outcome, OutcomeForm, Paragraph, Text};
use crate::scenario::Scenario;

use super::grammar::{issue_name, lower_first, upper_first};

/// Words with which a paragraph names its own subject, so that none is put before it.
const SUBJECTS: [&str; 7] = ["The", "It", "They", "Members", "We", "Those", "All"];
/// Positions nearer to each other than this are one.
const SAME: f64 = 1e-9;

/// The lines of a text as it stands: who speaks, then each paragraph. Paragraphs of the author
/// stand whole, with a note where what they say has been amended since `first`; an aim without a
/// paragraph is put into one. Nothing, for a text that says nothing.
pub(super) fn reading(
    scenario: &Scenario,
    outcome: &Outcome,
    (first, now): (&Text, &Text),
) -> Vec<String> {
    let draft = Draft { scenario, first, now };
    let (mut preambular, mut operative) = (Vec::new(), Vec::new());
    for paragraph in &outcome.text {
        match paragraph {
            Paragraph::Preambular { text, issue } => {
                preambular.push(draft.preambular(text, *issue));
            }
            Paragraph::Operative { text, issue } => {
                operative.push(draft.spoken(bare(text)) + &draft.note(*issue));
            }
        }
    }
    let aims = now.aims.iter().filter(|aim| aim.weight.get() > 0.0);
    let without = aims.filter(|aim| !outcome.text.iter().any(|it| bears_on(it, aim.issue)));
    operative.extend(without.map(|aim| draft.spoken(&draft.supplied(aim))));
    let numbered = operative.iter().enumerate().map(|(at, text)| format!("{}. {text};", at + 1));
    let mut lines: Vec<String> = preambular.into_iter().chain(numbered).collect();
    if let Some(last) = lines.last_mut() {
        last.pop();
        last.push('.');
        lines.splice(0..0, draft.opening());
    }
    lines
}

fn bears_on(paragraph: &Paragraph, on: IssueId) -> bool {
    let (Paragraph::Preambular { issue, .. } | Paragraph::Operative { issue, .. }) = paragraph;
    *issue == Some(on)
}

/// A paragraph without the point or comma that its author may have put at its end.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ';', ',', ' '])
}

/// A text as it was first tabled and as it stands.
struct Draft<'a> {
    scenario: &'a Scenario,
    first: &'a Text,
    now: &'a Text,
}

impl Draft<'_> {
    /// Whether each paragraph says who speaks, as in a statement; else one line says so for all.
    const fn is_statement(&self) -> bool {
        matches!(
            self.now.form,
            OutcomeForm::PresidentialStatement
                | OutcomeForm::PressStatement
                | OutcomeForm::PresidentsSummary
        )
    }

    const fn council(&self) -> &'static str {
        if self.scenario.is_security_council { "Security Council" } else { "Council" }
    }

    /// The line before the paragraphs.
    fn opening(&self) -> Option<String> {
        match self.now.form {
            OutcomeForm::JointStatement => Some("Those who join this statement,".to_owned()),
            _ if self.is_statement() => None,
            _ => Some(format!("The {},", self.council())),
        }
    }

    /// A preambular paragraph. In some statements it is a sentence, and ends as one.
    fn preambular(&self, text: &str, issue: Option<IssueId>) -> String {
        let text = bare(text);
        let end = if has_subject(text) { ';' } else { ',' };
        format!("{}{}{end}", upper_first(text), self.note(issue))
    }

    /// The words of an operative paragraph, with who speaks before them where that is due.
    fn spoken(&self, words: &str) -> String {
        if !self.is_statement() || has_subject(words) {
            return upper_first(words);
        }
        let words = small_first(words);
        let verb = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        // "encourages" has one subject, "encourage" and "express" have many.
        let one = verb.ends_with('s') && !verb.ends_with("ss");
        if one {
            format!("The {} {words}", self.council())
        } else {
            format!("The members of the {} {words}", self.council())
        }
    }

    /// " (as amended: …)", where what the paragraph is about no longer stands as first tabled.
    fn note(&self, issue: Option<IssueId>) -> String {
        let stands = |text: &Text| {
            let aim = text.aims.iter().find(|aim| Some(aim.issue) == issue);
            aim.map(|aim| aim.position.get())
        };
        match (issue, stands(self.first), stands(self.now)) {
            (Some(issue), Some(from), Some(to)) if (to - from).abs() > SAME => {
                let issue = &self.scenario.issues[issue];
                format!(" (as amended: {})", wording_change(self.scenario, issue, (from, to)))
            }
            _ => String::new(),
        }
    }

    /// A paragraph on an aim on which the author wrote none. The heavier the form, the stronger
    /// the verb; of what is so today, note is taken.
    fn supplied(&self, aim: &Aim) -> String {
        let issue = &self.scenario.issues[aim.issue];
        let mark = issue.nearest_mark(aim.position.get());
        let (verb, link) = if mark == issue.nearest_mark(issue.status_quo.get()) {
            ("take note", "of ")
        } else {
            match self.now.form {
                OutcomeForm::Resolution | OutcomeForm::ProceduralDecision => ("decide", "upon "),
                OutcomeForm::PresidentialStatement | OutcomeForm::JointStatement => {
                    ("call", "for ")
                }
                OutcomeForm::PressStatement => ("encourage", ""),
                OutcomeForm::PresidentsSummary => ("take note", "of "),
            }
        };
        let many =
            matches!(self.now.form, OutcomeForm::JointStatement | OutcomeForm::PressStatement);
        let (verb, object) = verb.split_once(' ').unwrap_or((verb, ""));
        let verb = if many { verb.to_owned() } else { format!("{verb}s") };
        let object = if object.is_empty() { String::new() } else { format!(" {object}") };
        let name = issue_name(self.scenario, issue);
        let mark = lower_first(self.scenario, mark);
        format!("{}{object}, with regard to {name}, {link}{mark}", upper_first(&verb))
    }
}

/// A paragraph without a subject begins with its verb, which is no name and keeps no capital.
fn small_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn has_subject(text: &str) -> bool {
    text.split(' ').next().is_some_and(|first| SUBJECTS.contains(&first))
}

/// What a position on an issue means, in quotation marks.
pub(super) fn quoted_mark(scenario: &Scenario, issue: &Issue, position: f64) -> String {
    format!("“{}”", lower_first(scenario, issue.nearest_mark(position)))
}

/// A change from one position to another (in 0..1) as wording: "“…” in place of “…”", or the step
/// where both come nearest to the same wording.
pub(super) fn wording_change(scenario: &Scenario, issue: &Issue, (from, to): (f64, f64)) -> String {
    let (before, after) = (quoted_mark(scenario, issue, from), quoted_mark(scenario, issue, to));
    if before != after {
        return format!("{after} in place of {before}");
    }
    match issue.next_mark(to, to > from) {
        Some(next) => format!("a step from {after} toward “{}”", lower_first(scenario, next)),
        None => format!("wording nearer to {after}"),
    }
}
