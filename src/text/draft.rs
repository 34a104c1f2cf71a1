//! A text as it reads: its paragraphs in the manner of the Council, as it stands at a moment.

use crate::council::{Aim, Issue, IssueId, Outcome, OutcomeForm, OutcomeId, Paragraph, Text};
use crate::scenario::Scenario;
use crate::unit::UnitInterval;

use super::grammar::{as_object, in_a_statement, issue_name, lower_first, upper_first};
use super::naming::the_council;
use super::sentence::{Place, Speaker, has_subject, sentence};

/// Positions nearer to each other than this are one.
const SAME: f64 = 1e-9;

/// A text as it reads.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Who speaks, then each paragraph; none, for a text that says nothing.
    pub(super) lines: Vec<String>,
    /// What differs from the first draft, if anything does.
    pub(super) note: Option<String>,
}

/// A text as it stands. Paragraphs of the author stand as first tabled; one that no longer says
/// what the text stands for since it was amended is put into words anew, as is an aim on which
/// the author wrote none.
pub(super) fn reading(
    scenario: &Scenario,
    outcome: &Outcome,
    (first, now): (&Text, &Text),
) -> Reading {
    let draft = Draft { scenario, outcome, first, now };
    let paragraphs = draft.paragraphs();
    if paragraphs.is_empty() {
        return Reading::default();
    }
    Reading { lines: draft.lines(&paragraphs), note: draft.note(&paragraphs) }
}

/// The paragraphs of a text as it stands, numbered as they would be printed.
pub fn draft_lines(scenario: &Scenario, outcome: OutcomeId, now: &Text) -> Vec<String> {
    let first = &scenario.derived.texts[outcome];
    reading(scenario, &scenario.outcomes[outcome], (first, now)).lines
}

/// What of a text differs from its first draft, if anything does: "Version 2 differs from the first
/// draft: paragraph 1, “…” in place of “…”."
pub fn draft_note(scenario: &Scenario, outcome: OutcomeId, now: &Text) -> Option<String> {
    let first = &scenario.derived.texts[outcome];
    reading(scenario, &scenario.outcomes[outcome], (first, now)).note
}

/// The paragraph that a text would have on an issue if it stood at `to`, in 0..1, there: as it
/// begins with its verb, without its number and the point at its end.
pub fn paragraph_words(
    scenario: &Scenario,
    (outcome, now): (OutcomeId, &Text),
    (on, to): (IssueId, UnitInterval),
) -> Option<String> {
    let mut moved = now.clone();
    let aim = moved.aims.iter_mut().find(|aim| aim.issue == on)?;
    if (aim.position.get() - to.get()).abs() > SAME {
        aim.position = to;
        moved.wordings.retain(|(issue, _)| *issue != on);
    }
    let first = &scenario.derived.texts[outcome];
    let outcome = &scenario.outcomes[outcome];
    let draft = Draft { scenario, outcome, first, now: &moved };
    let mut paragraphs: Vec<Standing> = draft.paragraphs();
    paragraphs.retain(|it| it.issue == Some(on));
    let operative = paragraphs.iter().position(|it| it.place == Place::Operative);
    (!paragraphs.is_empty()).then(|| paragraphs.swap_remove(operative.unwrap_or_default()).words)
}

fn bears_on(paragraph: &Paragraph, on: IssueId) -> bool {
    let (Paragraph::Preambular { issue, .. } | Paragraph::Operative { issue, .. }) = paragraph;
    *issue == Some(on)
}

/// A paragraph without the point or comma that its author may have put at its end.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ';', ',', ' '])
}

/// A paragraph as it stands, without its number and the point at its end.
struct Standing {
    place: Place,
    words: String,
    issue: Option<IssueId>,
}

/// A text as it was first tabled and as it stands.
struct Draft<'a> {
    scenario: &'a Scenario,
    outcome: &'a Outcome,
    first: &'a Text,
    now: &'a Text,
}

impl Draft<'_> {
    /// The paragraphs as they stand: preambular, operative, then those that were supplied.
    fn paragraphs(&self) -> Vec<Standing> {
        let (mut preambular, mut operative) = (Vec::new(), Vec::new());
        for paragraph in &self.outcome.text {
            let (place, list, text, issue) = match paragraph {
                Paragraph::Preambular { text, issue } => {
                    (Place::Preambular, &mut preambular, text, *issue)
                }
                Paragraph::Operative { text, issue } => {
                    (Place::Operative, &mut operative, text, *issue)
                }
            };
            let Some(on) = issue.filter(|&on| self.is_replaced(on)) else {
                list.push(Standing { place, words: bare(text).to_owned(), issue });
                continue;
            };
            // One paragraph says where the text now stands on an issue, however many did before.
            let is_said = list.iter().any(|it: &Standing| it.issue == issue)
                || place == Place::Preambular && self.is_operative(on);
            if !is_said {
                list.extend(self.anew(on, place));
            }
        }
        let aims = self.now.aims.iter().filter(|aim| aim.weight.get() > 0.0);
        let without =
            aims.filter(|aim| !self.outcome.text.iter().any(|it| bears_on(it, aim.issue)));
        operative.extend(without.filter_map(|aim| self.anew(aim.issue, Place::Operative)));
        preambular.into_iter().chain(operative).collect()
    }

    /// Whether the author wrote an operative paragraph on an issue.
    fn is_operative(&self, on: IssueId) -> bool {
        let mut paragraphs = self.outcome.text.iter();
        paragraphs.any(|it| matches!(it, Paragraph::Operative { .. }) && bears_on(it, on))
    }

    /// The paragraph on an issue in the words that a person gave it, or else in words made from
    /// where the text stands.
    fn anew(&self, on: IssueId, place: Place) -> Option<Standing> {
        let aim = self.now.aims.iter().find(|aim| aim.issue == on)?;
        let given = self.now.wording(on).map(|words| bare(words).to_owned());
        let words = given.unwrap_or_else(|| self.supplied(aim, place));
        Some(Standing { place, words, issue: Some(on) })
    }

    /// Whether what the author wrote on an issue no longer stands: a person gave it other words,
    /// or the text no longer comes nearest to the wording first tabled.
    fn is_replaced(&self, on: IssueId) -> bool {
        let issue = &self.scenario.issues[on];
        let moved = |(from, to)| issue.nearest_mark(from) != issue.nearest_mark(to);
        self.now.wording(on).is_some() || self.change(on).is_some_and(moved)
    }

    /// From where to where the text was amended on an issue, if it was.
    fn change(&self, issue: IssueId) -> Option<(f64, f64)> {
        let stands = |text: &Text| {
            let aim = text.aims.iter().find(|aim| aim.issue == issue)?;
            Some(aim.position.get())
        };
        let (from, to) = (stands(self.first)?, stands(self.now)?);
        ((to - from).abs() > SAME).then_some((from, to))
    }

    fn lines(&self, paragraphs: &[Standing]) -> Vec<String> {
        if let Some(speaker) = self.speaker() {
            let said = paragraphs.iter().map(|it| sentence(speaker, it.place, &it.words));
            return said.map(|words| format!("{}.", upper_first(&words))).collect();
        }
        let mut number = 0;
        let mut lines = vec![self.opening()];
        lines.extend(paragraphs.iter().map(|Standing { place, words, .. }| {
            let words = upper_first(words);
            match place {
                Place::Operative => {
                    number += 1;
                    format!("{number}. {words};")
                }
                // A preambular paragraph that is a sentence ends as one.
                Place::Preambular if has_subject(&words) => format!("{words};"),
                Place::Preambular => format!("{words},"),
            }
        }));
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('.');
        }
        lines
    }

    /// Who speaks in each sentence of a statement; none, where one line says so for all.
    const fn speaker(&self) -> Option<Speaker> {
        let security = self.scenario.is_security_council;
        Some(match self.now.form {
            OutcomeForm::PresidentialStatement if security => Speaker::One("The Security Council"),
            OutcomeForm::PresidentialStatement => Speaker::One("The Council"),
            OutcomeForm::PressStatement if security => {
                Speaker::Many("The members of the Security Council")
            }
            OutcomeForm::PressStatement => Speaker::Many("The members of the Council"),
            OutcomeForm::PresidentsSummary => Speaker::One("The President"),
            OutcomeForm::Resolution
            | OutcomeForm::JointStatement
            | OutcomeForm::ProceduralDecision => return None,
        })
    }

    /// The line before the paragraphs of a text that is no statement of the Council.
    fn opening(&self) -> String {
        match self.now.form {
            OutcomeForm::JointStatement => "The signatories of this statement,".to_owned(),
            _ => format!("{},", the_council(self.scenario)),
        }
    }

    /// "Version 2 differs from the first draft: paragraph 1, “…” in place of “…”."
    fn note(&self, paragraphs: &[Standing]) -> Option<String> {
        let mut told: Vec<IssueId> = Vec::new();
        let mut changes: Vec<String> = Vec::new();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let Some(issue) = paragraph.issue.filter(|issue| !told.contains(issue)) else {
                continue;
            };
            let change = self
                .change(issue)
                .map(|change| wording_change(self.scenario, &self.scenario.issues[issue], change));
            let worded = || self.now.wording(issue).map(|_| "in other words".to_owned());
            if let Some(change) = change.or_else(worded) {
                changes.push(format!("{}, {change}", self.place(paragraphs, at)));
                told.push(issue);
            }
        }
        let version = self.now.version;
        (!changes.is_empty()).then(|| {
            format!("Version {version} differs from the first draft: {}.", changes.join("; "))
        })
    }

    /// A paragraph by its number, as the text reads now.
    fn place(&self, paragraphs: &[Standing], at: usize) -> String {
        let place = paragraphs[at].place;
        let alike = paragraphs[..=at].iter().filter(|it| it.place == place).count();
        match (self.speaker(), place) {
            (Some(_), _) => in_a_statement(&[at + 1]),
            (None, Place::Operative) => format!("paragraph {alike}"),
            (None, Place::Preambular) => format!("preambular paragraph {alike}"),
        }
    }

    /// A paragraph in words made from where the text stands; of what is so today, note is taken.
    fn supplied(&self, aim: &Aim, place: Place) -> String {
        let issue = &self.scenario.issues[aim.issue];
        let mark = issue.nearest_mark(aim.position.get());
        let is_today = mark == issue.nearest_mark(issue.status_quo.get());
        let many = self.now.form == OutcomeForm::JointStatement;
        let verb = match (is_today, place, many) {
            (true, Place::Preambular, _) => "Taking note",
            (true, Place::Operative, true) => "Take note",
            (true, Place::Operative, false) => "Takes note",
            (false, Place::Preambular, true) => "Expressing their support",
            (false, Place::Preambular, false) => "Expressing its support",
            (false, Place::Operative, true) => "Express their support",
            (false, Place::Operative, false) => "Expresses its support",
        };
        let link = if is_today { "of" } else { "for" };
        let name = issue_name(self.scenario, issue);
        let mark = as_object(lower_first(self.scenario, mark));
        format!("{verb}, with regard to {name}, {link} {mark}")
    }
}

/// What a position on an issue means, in quotation marks.
pub(super) fn quoted_mark(scenario: &Scenario, issue: &Issue, position: f64) -> String {
    format!("“{}”", lower_first(scenario, issue.nearest_mark(position)))
}

/// A change from one position to another (in 0..1) as wording: "“…” in place of “…”", or the step
/// where both come nearest to the same wording.
pub(super) fn wording_change(scenario: &Scenario, issue: &Issue, (from, to): (f64, f64)) -> String {
    if (to - from).abs() <= SAME {
        return format!("other words for {}", quoted_mark(scenario, issue, to));
    }
    let (before, after) = (quoted_mark(scenario, issue, from), quoted_mark(scenario, issue, to));
    if before != after {
        return format!("{after} in place of {before}");
    }
    match issue.next_mark(to, to > from) {
        Some(next) => format!("a step from {after} toward “{}”", lower_first(scenario, next)),
        None => format!("wording nearer to {after}"),
    }
}
