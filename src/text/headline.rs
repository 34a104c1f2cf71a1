//! One sentence of at most 25 words, from the same statement.

use crate::council::{Capacity, Declared, OutcomeId, Statement, StatementPurpose};
use crate::scenario::Scenario;
use crate::vote::Ballot;

use super::grammar::{issue_name, list, lower_first, paragraph, upper_first, words};
use super::phrasebook::quoted;
use super::plan::declared;
use super::realize::Scene;

/// The most words of a headline.
const MOST_WORDS: usize = 25;

/// The headline of `statement`: the first of several forms, fullest first, that is short enough.
pub(super) fn headline(scene: Scene<'_>, statement: &Statement) -> String {
    let scenario = scene.scenario;
    let who = upper_first(&scenario.members[statement.speaker].name.in_sentence());
    let candidates = match statement.purpose {
        StatementPurpose::Debate => debate(scenario, statement),
        StatementPurpose::Further => further(scenario, statement),
        StatementPurpose::ExplanationBefore(outcome) => before(scenario, statement, outcome),
        StatementPurpose::ExplanationAfter(outcome) => after(scene, statement, outcome),
        StatementPurpose::Dissociation(outcome) => dissociation(scenario, statement, outcome),
    };
    candidates
        .into_iter()
        .map(|rest| format!("{who} {rest}."))
        .find(|headline| words(headline) <= MOST_WORDS)
        .unwrap_or_else(|| format!("{who} took the floor."))
}

fn debate(scenario: &Scenario, statement: &Statement) -> Vec<String> {
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

fn further(scenario: &Scenario, statement: &Statement) -> Vec<String> {
    let again = "took the floor again".to_owned();
    let Some(point) = statement.points.first() else { return vec![again] };
    let issue = &scenario.issues[point.issue];
    let name = issue_name(scenario, issue);
    let mark = point.voiced.map(|e| lower_first(scenario, issue.nearest_mark(e)));
    let full =
        mark.map(|mark| format!("{again} on {name} and maintained its preference for {mark}"));
    full.into_iter().chain([format!("{again} on {name}"), again]).collect()
}

fn before(scenario: &Scenario, statement: &Statement, outcome: OutcomeId) -> Vec<String> {
    let title = quoted(&scenario.outcomes[outcome]);
    let announced = format!("announced a vote against {title}");
    with_issue(scenario, statement, announced)
}

fn after(scene: Scene<'_>, statement: &Statement, outcome: OutcomeId) -> Vec<String> {
    let scenario = scene.scenario;
    let title = quoted(&scenario.outcomes[outcome]);
    let vote = match scene.state.ballots[(statement.speaker, outcome)] {
        Some(Ballot::Against) => format!("explained its vote against {title}"),
        Some(Ballot::Abstaining) => format!("explained its abstention on {title}"),
        _ => format!("explained its vote on {title}"),
    };
    with_issue(scenario, statement, vote)
}

/// What was done, with the issue that decided it and without.
fn with_issue(scenario: &Scenario, statement: &Statement, done: String) -> Vec<String> {
    let issue = statement.points.first().map(|point| &scenario.issues[point.issue]);
    let full = issue.map(|issue| format!("{done}, citing {}", issue_name(scenario, issue)));
    full.into_iter().chain([done]).collect()
}

fn dissociation(scenario: &Scenario, statement: &Statement, outcome: OutcomeId) -> Vec<String> {
    let proposal = &scenario.outcomes[outcome];
    let joined = format!("joined the consensus on {}", quoted(proposal));
    let Some(point) = statement.points.first() else { return vec![joined] };
    let name = issue_name(scenario, &scenario.issues[point.issue]);
    let from = |what: &str| format!("{joined} and dissociated itself from {what}");
    let number = paragraph(&proposal.text, point.issue);
    number
        .map(|number| from(&format!("{number}, on {name}")))
        .into_iter()
        .chain([from(&format!("what it says on {name}")), joined.clone()])
        .collect()
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
