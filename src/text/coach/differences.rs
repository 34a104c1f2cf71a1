//! Where the words and the statement as it is intended part, with the edit that brings them
//! together.
//!
//! Nothing is changed by itself: a person takes an edit or leaves it.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::council::{Declared, DelegationId, IssueId, OutcomeId};
use crate::debate::{Intended, IntendedPoint};

use super::super::grammar::upper_first;
use super::heard::Topic;
use super::topics::{content, same_stem};
use super::{Draft, Look};

/// How firmly a point is put that is taken from the words.
const EMPHASIS: f64 = 0.5;

/// A difference between the words and what is intended.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where in the words, in bytes; `None` where they say nothing of it.
    pub place: Option<Range<usize>>,
    /// The difference, in a sentence.
    pub text: String,
    /// What would bring the statement in line with the words.
    pub mend: Mend,
}

/// An edit of a statement as it is intended.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Mend {
    /// Adds a point.
    AddPoint(IntendedPoint),
    /// Takes the point on an issue out.
    DropPoint(IssueId),
    /// Voices another position, in 0..1, on an issue.
    Voice(IssueId, f64),
    /// Declares a stance on an outcome, in place of another if there is one.
    Declare(OutcomeId, Declared),
    /// Takes the declaration on an outcome out.
    DropDeclaration(OutcomeId),
    /// Commends a delegation for what it voiced on an issue.
    Commend(DelegationId, IssueId),
    /// Commends nobody.
    DropCommendation,
    /// Criticizes nobody.
    DropCriticism,
}

impl Mend {
    /// Carries the edit out. Done twice, it changes nothing more.
    pub fn apply(self, intended: &mut Intended) {
        match self {
            Self::AddPoint(point) => {
                intended.points.retain(|other| other.issue != point.issue);
                intended.points.push(point);
            }
            Self::DropPoint(issue) => intended.points.retain(|point| point.issue != issue),
            Self::Voice(issue, voiced) => {
                for point in intended.points.iter_mut().filter(|point| point.issue == issue) {
                    point.voiced = voiced;
                }
            }
            Self::Declare(outcome, stance) => {
                intended.declarations.retain(|(other, _)| *other != outcome);
                intended.declarations.push((outcome, stance));
            }
            Self::DropDeclaration(outcome) => {
                intended.declarations.retain(|(other, _)| *other != outcome);
            }
            Self::Commend(who, issue) => intended.commends = Some((who, issue)),
            Self::DropCommendation => intended.commends = None,
            Self::DropCriticism => intended.criticizes = None,
        }
    }
}

/// What the words say and the statement does not, and the other way round. Without words there is
/// nothing to compare.
pub fn differences(draft: Draft<'_>) -> Vec<Difference> {
    let look = Look::of(draft);
    let mut found = Vec::new();
    if look.reading.tokens.is_empty() {
        return found;
    }
    points(&look, &mut found);
    dropped_points(&look, &mut found);
    declarations(&look, &mut found);
    others(&look, &mut found);
    found
}

fn sentence_at(look: &Look<'_>, start: usize) -> usize {
    let mut sentences = look.reading.sentences.iter();
    sentences.position(|sentence| sentence.contains(&start)).unwrap_or_default()
}

/// Whether a sentence speaks for the speaker itself: it thanks nobody and names nobody else.
fn is_own(look: &Look<'_>, sentence: usize) -> bool {
    let own = Some(look.speaker());
    let names_another = look
        .heard
        .names
        .iter()
        .any(|name| name.sentence == sentence && !name.is_adjective && name.who != own);
    let reports = look.is_sourced_argument(sentence) || look.reading.has(sentence, "not-shared");
    !names_another && !reports && !look.reading.has(sentence, "thanks")
}

/// Issues that the words speak of without a point, and marks other than those voiced.
fn points(look: &Look<'_>, found: &mut Vec<Difference>) {
    let scenario = look.draft.scenario;
    let mut seen = BTreeSet::new();
    for taken in &look.heard.all {
        let (issue, mark) = match taken.what {
            Topic::Issue(issue) => (issue, None),
            Topic::Position { issue, position, put_forward: true } => (issue, Some(position)),
            Topic::Position { .. } | Topic::Outcome(..) | Topic::Member(_) => continue,
        };
        if !is_own(look, sentence_at(look, taken.place.start)) {
            continue;
        }
        let name = &scenario.issues[issue].name;
        let point = look.draft.intended.points.iter().find(|point| point.issue == issue);
        let place = Some(taken.place.clone());
        match (point, mark) {
            (None, _) if seen.insert(issue) => {
                let instructed = scenario.derived.instructions[(look.speaker(), issue)];
                let usual = if instructed.given {
                    instructed.position
                } else {
                    scenario.issues[issue].status_quo.get()
                };
                let voiced = put_forward(look, issue).unwrap_or(usual);
                let point = IntendedPoint { issue, voiced, emphasis: EMPHASIS };
                let text =
                    format!("The words speak of “{name}”, and the statement has no point on it.");
                found.push(Difference { place, text, mend: Mend::AddPoint(point) });
            }
            (Some(point), Some(position)) if differs(look, point, position) => {
                let issue = &scenario.issues[point.issue];
                let text = format!(
                    "On “{name}” the words put forward “{}”, and the statement voices “{}”.",
                    issue.nearest_mark(position),
                    issue.nearest_mark(point.voiced)
                );
                found.push(Difference { place, text, mend: Mend::Voice(point.issue, position) });
            }
            _ => {}
        }
    }
}

/// The position of the first mark of an issue that the words put forward.
fn put_forward(look: &Look<'_>, wanted: IssueId) -> Option<f64> {
    look.heard.all.iter().find_map(|taken| match taken.what {
        Topic::Position { issue, position, put_forward: true } if issue == wanted => Some(position),
        _ => None,
    })
}

/// Whether the words put forward another mark than the one that a point voices, and not that one.
fn differs(look: &Look<'_>, point: &IntendedPoint, position: f64) -> bool {
    let issue = &look.draft.scenario.issues[point.issue];
    let voiced = issue.nearest_mark(point.voiced);
    let said = look.heard.all.iter().any(|taken| {
        matches!(taken.what, Topic::Position { issue: it, position, .. }
            if it == point.issue && issue.nearest_mark(position) == voiced)
    });
    issue.nearest_mark(position) != voiced && !said
}

/// Points of which no word speaks.
fn dropped_points(look: &Look<'_>, found: &mut Vec<Difference>) {
    for point in &look.draft.intended.points {
        let subject = look.heard.subjects.iter().find(|subject| subject.issue == point.issue);
        let spoken = look.heard.issue(point.issue).is_some()
            || subject.is_some_and(|subject| {
                look.reading.tokens.iter().any(|token| subject.may_mean(&token.word))
            });
        if !spoken {
            let name = &look.draft.scenario.issues[point.issue].name;
            let text =
                format!("The statement has a point on “{name}”, and the words do not speak of it.");
            found.push(Difference { place: None, text, mend: Mend::DropPoint(point.issue) });
        }
    }
}

const fn stance_words(stance: Declared) -> &'static str {
    match stance {
        Declared::InFavour => "support for",
        Declared::Reservations => "reservations on",
        Declared::Opposed => "opposition to",
        Declared::Undeclared => "nothing on",
    }
}

/// Outcomes on which words and statement part.
fn declarations(look: &Look<'_>, found: &mut Vec<Difference>) {
    let scenario = look.draft.scenario;
    let declared = |outcome| {
        let mut all = look.draft.intended.declarations.iter();
        all.find(|(other, _)| *other == outcome).map(|&(_, stance)| stance)
    };
    let mut seen = BTreeSet::new();
    for taken in &look.heard.all {
        let Topic::Outcome(outcome, Some(said)) = taken.what else { continue };
        if !scenario.rule(outcome).is_decided_by_members()
            || declared(outcome) == Some(said)
            || !seen.insert(outcome)
        {
            continue;
        }
        let title = &scenario.outcomes[outcome].title;
        let heard = stance_words(said);
        let text = match declared(outcome) {
            None => {
                format!("The words declare {heard} “{title}”, and the statement nothing on it.")
            }
            Some(stance) => format!(
                "The words declare {heard} “{title}”, and the statement declares {} it.",
                stance_words(stance)
            ),
        };
        let place = Some(taken.place.clone());
        found.push(Difference { place, text, mend: Mend::Declare(outcome, said) });
    }
    for &(outcome, stance) in &look.draft.intended.declarations {
        let title = &scenario.outcomes[outcome].title;
        if stance == Declared::Undeclared || is_mentioned(look, outcome, title) {
            continue;
        }
        let text = format!(
            "The statement declares {} “{title}”, and the words do not mention it.",
            stance_words(stance)
        );
        found.push(Difference { place: None, text, mend: Mend::DropDeclaration(outcome) });
    }
}

/// Whether the words name an outcome, or have all that its title says in one sentence.
fn is_mentioned(look: &Look<'_>, outcome: OutcomeId, title: &str) -> bool {
    let wanted: Vec<String> = content(title).collect();
    let says_all = |sentence: usize| {
        let words = &look.reading.tokens[look.reading.words_of(sentence)];
        wanted.iter().all(|wanted| words.iter().any(|token| same_stem(wanted, &token.word)))
    };
    let sentences = 0..look.reading.sentences.len();
    look.heard.outcome(outcome).is_some()
        || (!wanted.is_empty() && sentences.into_iter().any(says_all))
}

/// Those that are commended or answered in words or in the statement alone.
fn others(look: &Look<'_>, found: &mut Vec<Difference>) {
    let intended = look.draft.intended;
    if let Some((who, _)) = intended.commends
        && look.heard.member(who).is_none()
    {
        let text =
            format!("The statement commends {}, and the words do not name it.", look.name(who));
        found.push(Difference { place: None, text, mend: Mend::DropCommendation });
    }
    let mut sentences = 0..look.reading.sentences.len();
    if let Some((_, issue)) = intended.criticizes
        && !sentences.any(|sentence| look.reading.has(sentence, "not-shared"))
    {
        let name = &look.draft.scenario.issues[issue].name;
        let text = format!(
            "The statement answers a position on “{name}”, and no sentence differs from one."
        );
        found.push(Difference { place: None, text, mend: Mend::DropCriticism });
    }
    if intended.commends.is_none() {
        found.extend(agreed(look));
    }
}

/// The first delegation with which the words agree on what it voiced.
fn agreed(look: &Look<'_>) -> Option<Difference> {
    let mut issue = None;
    for taken in &look.heard.all {
        match taken.what {
            Topic::Issue(it) | Topic::Position { issue: it, .. } => issue = Some(it),
            Topic::Member(who) if who != look.speaker() => {
                let sentence = sentence_at(look, taken.place.start);
                let heard = issue.filter(|&it| look.draft.public.voiced[(who, it)].is_some());
                let Some(on) = heard.filter(|_| look.reading.has(sentence, "agrees")) else {
                    continue;
                };
                let text = format!(
                    "{} is agreed with on “{}”, and the statement commends nobody.",
                    upper_first(&look.name(who)),
                    look.draft.scenario.issues[on].name
                );
                let place = Some(taken.place.clone());
                return Some(Difference { place, text, mend: Mend::Commend(who, on) });
            }
            Topic::Member(_) | Topic::Outcome(..) => {}
        }
    }
    None
}
