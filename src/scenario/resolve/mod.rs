//! A file without errors becomes a `Scenario`: names to identifiers, defaults filled in.

mod derived;
mod injects;
mod meeting;
mod members;
mod outcomes;
mod record;
mod seats;

use std::sync::Arc;

use crate::council::{self, FormRules, Id, Issue, Mark, Table};
use crate::digest;
use crate::stream::key_of;
use crate::unit::UnitInterval;

use super::file::{self, ScenarioFile};
use super::model::{ConceptNote, FileOrder, GuidingQuestion, Scenario, Source};
use super::naming::Naming;
use super::spanned::{Entries, Spanned};

/// The scenario of a file in which the reader found no error.
///
/// Names that the checks would have reported as dangling are left out, so that this cannot fail.
pub(super) fn resolve(file: &ScenarioFile, text_of_file: Arc<str>) -> Scenario {
    let names = Names::of(file);
    let dynamics = meeting::dynamics(file.dynamics.as_ref());
    let issues = Table::new(names.issues.sorted(|i| issue(&file.issues.items[i])));
    let (members, stances) = members::resolve(file, &names, &dynamics);
    let groups = members::groups(file, &names);
    let outcomes = Table::new(names.outcomes.sorted(|i| outcomes::outcome(file, &names, i)));
    let rules = FormRules::new(|form| outcomes::rule(file, form));
    let concept_note = file.concept_note.as_ref().and_then(|note| concept_note(note, &names));
    let order = FileOrder {
        members: names.members.file_order(),
        issues: names.issues.file_order(),
        outcomes: names.outcomes.file_order(),
    };
    let derived = derived::Inputs {
        members: &members,
        stances: &stances,
        groups: &groups,
        outcomes: &outcomes,
        rules: &rules,
        concept_note: concept_note.as_ref(),
        issues: &issues,
        dynamics: &dynamics,
    }
    .derive(file, &names);
    Scenario {
        digest: digest::hex(&[text_of_file.as_bytes()], 32),
        source: text_of_file,
        title: file.title.value.clone(),
        summary: text(file.summary.as_ref()),
        date: file.date.value.clone(),
        body: file.body.value.clone(),
        agenda_item: text(file.agenda_item.as_ref()),
        meeting: meeting::format(file),
        starts: file.starts.as_ref().map_or_else(|| "10:00".to_owned(), |s| s.value.clone()),
        time_limit: file.time_limit.as_ref().map_or(5.0, |n| n.value),
        background: text(file.background.as_ref()),
        teaching_note: text(file.teaching_note.as_ref()),
        sources: Table::new(names.sources.sorted(|i| source(&file.sources.items[i]))),
        concept_note,
        issues,
        president: names.members.id(&file.president.value).unwrap_or_else(|| Id::at(0)),
        members,
        stances,
        groups,
        outcomes,
        is_security_council: file
            .rules
            .as_ref()
            .is_none_or(|rules| matches!(rules.value, file::Rules::SecurityCouncil)),
        rules,
        program: meeting::program(file),
        injects: Table::new(injects::resolve(file, &names)),
        dynamics,
        seats: seats::seats(file, &names),
        questions: seats::questions(file),
        record: record::resolve(file, &names),
        order,
        variation: None,
        naming: Naming::Names,
        names: None,
        derived,
    }
}

/// The identifiers of a file, each kind sorted.
struct Names {
    members: Sorted,
    issues: Sorted,
    outcomes: Sorted,
    sources: Sorted,
    groups: Sorted,
}

impl Names {
    fn of(file: &ScenarioFile) -> Self {
        Self {
            members: Sorted::of(&file.members),
            issues: Sorted::of(&file.issues),
            outcomes: Sorted::of(&file.outcomes),
            sources: Sorted::of(&file.sources),
            groups: Sorted::of(&file.groups),
        }
    }
}

impl Names {
    /// The identifiers of members, issues, outcomes and groups, each kind sorted.
    fn all(&self) -> council::Names {
        council::Names {
            members: self.members.names(),
            issues: self.issues.names(),
            outcomes: self.outcomes.names(),
            groups: self.groups.names(),
        }
    }
}

/// The identifiers of one kind, sorted, each with its place in the file.
struct Sorted(Vec<(String, usize)>);

impl Sorted {
    fn of<V>(entries: &Entries<String, V>) -> Self {
        let mut names: Vec<_> =
            entries.iter().enumerate().map(|(i, entry)| (entry.key.value.clone(), i)).collect();
        names.sort();
        Self(names)
    }

    fn names(&self) -> Vec<String> {
        self.0.iter().map(|(name, _)| name.clone()).collect()
    }

    fn id<I: Id>(&self, name: &str) -> Option<I> {
        self.0.binary_search_by(|(key, _)| key.as_str().cmp(name)).ok().map(I::at)
    }

    /// The values of `make` at the places in the file, in the order of the identifiers.
    fn sorted<T>(&self, make: impl Fn(usize) -> T) -> Vec<T> {
        self.0.iter().map(|&(_, place)| make(place)).collect()
    }

    /// The identifiers in the order of the file.
    fn file_order<I: Id>(&self) -> Vec<I> {
        let mut order: Vec<_> =
            self.0.iter().enumerate().map(|(i, &(_, place))| (place, I::at(i))).collect();
        order.sort_by_key(|&(place, _)| place);
        order.into_iter().map(|(_, id)| id).collect()
    }

    /// The identifiers that `names` refer to.
    fn ids<'a, I: Id>(&self, names: impl IntoIterator<Item = &'a Spanned<String>>) -> Vec<I> {
        names.into_iter().filter_map(|name| self.id(&name.value)).collect()
    }
}

fn text(text: Option<&Spanned<String>>) -> String {
    text.map(|t| t.value.clone()).unwrap_or_default()
}

/// A number of the scale 0..100, or `default` (also in 0..100) where none is written.
fn unit(number: Option<&Spanned<f64>>, default: f64) -> UnitInterval {
    number
        .and_then(|n| UnitInterval::from_percent(n.value))
        .or_else(|| UnitInterval::from_percent(default))
        .unwrap_or_default()
}

fn issue(entry: &super::spanned::Entry<String, file::Issue>) -> Issue {
    let issue = &entry.value;
    let mut marks: Vec<Mark> = issue
        .marks
        .iter()
        .map(|mark| Mark { position: unit(Some(&mark.at), 0.0), label: mark.label.value.clone() })
        .collect();
    marks.sort_by(|a, b| a.position.get().total_cmp(&b.position.get()));
    Issue {
        identifier: entry.key.value.clone(),
        key: key_of(&entry.key.value),
        name: issue.name.value.clone(),
        low: issue.low.value.clone(),
        high: issue.high.value.clone(),
        status_quo: unit(issue.status_quo.as_ref(), 50.0),
        marks,
    }
}

fn source(entry: &super::spanned::Entry<String, file::Source>) -> Source {
    let own = |text: &Option<Spanned<String>>| text.as_ref().map(|t| t.value.clone());
    Source {
        identifier: entry.key.value.clone(),
        title: entry.value.title.value.clone(),
        publisher: own(&entry.value.publisher),
        date: own(&entry.value.date),
        url: own(&entry.value.url),
    }
}

fn concept_note(note: &file::ConceptNote, names: &Names) -> Option<ConceptNote> {
    Some(ConceptNote {
        author: names.members.id(&note.author.value)?,
        objective: text(note.objective.as_ref()),
        guiding_questions: note
            .guiding_questions
            .iter()
            .map(|question| GuidingQuestion {
                text: question.text.value.clone(),
                issues: names.issues.ids(&question.issues),
            })
            .collect(),
    })
}
