//! One sentence of at most 25 words, from the same statement.

use crate::council::{Capacity, Declared, Statement};
use crate::scenario::Scenario;

use super::grammar::{issue_name, list, lower_first, upper_first, words};
use super::phrasebook::quoted;
use super::plan::declared;

/// The most words of a headline.
const MOST_WORDS: usize = 25;

/// The headline of `statement`: the first of several forms, fullest first, that is short enough.
pub(super) fn headline(scenario: &Scenario, statement: &Statement) -> String {
    let who = upper_first(&scenario.members[statement.speaker].name.in_sentence());
    candidates(scenario, statement)
        .into_iter()
        .map(|rest| format!("{who} {rest}."))
        .find(|headline| words(headline) <= MOST_WORDS)
        .unwrap_or_else(|| format!("{who} took the floor."))
}

fn candidates(scenario: &Scenario, statement: &Statement) -> Vec<String> {
    if statement.capacity == Capacity::Briefer {
        return briefers(scenario, statement);
    }
    let Some(point) = statement.points.first() else {
        return vec!["took the floor".to_owned()];
    };
    let issue = &scenario.issues[point.issue];
    let mark = point.voiced.map(|e| lower_first(scenario, issue.nearest_mark(e)));
    let name = issue_name(scenario, issue);
    let claim = mark
        .map_or_else(|| format!("spoke on {name}"), |mark| format!("spoke, on {name}, for {mark}"));
    let short_claim = format!("spoke on {name}");
    let title =
        |stance| declared(statement, stance).first().map(|&id| quoted(&scenario.outcomes[id]));
    let mut forms = Vec::new();
    let (favoured, opposed) = (title(Declared::InFavour), title(Declared::Opposed));
    for claim in [&claim, &short_claim] {
        if let (Some(favoured), Some(opposed)) = (&favoured, &opposed) {
            forms.push(format!("{claim}, supported {favoured} and did not join {opposed}"));
        }
        if let Some(favoured) = &favoured {
            forms.push(format!("{claim} and supported {favoured}"));
        }
        if let Some(opposed) = &opposed {
            forms.push(format!("{claim} and did not join {opposed}"));
        }
        forms.push(claim.clone());
    }
    forms
}

fn briefers(scenario: &Scenario, statement: &Statement) -> Vec<String> {
    let mut issues: Vec<String> = Vec::new();
    for point in &statement.points {
        let name = issue_name(scenario, &scenario.issues[point.issue]);
        if !issues.contains(&name) {
            issues.push(name);
        }
    }
    (1..=issues.len())
        .rev()
        .map(|count| format!("briefed the Council on {}", list(&issues[..count])))
        .chain(std::iter::once("briefed the Council".to_owned()))
        .collect()
}
