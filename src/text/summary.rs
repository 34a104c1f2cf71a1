//! The President's summary: what was said in the meeting, from what was voiced and declared alone.

use std::cmp::Reverse;

use crate::council::{AdoptionRule, IssueId, OutcomeId};
use crate::debate::{OutcomeResult, State, results};
use crate::scenario::Scenario;

use super::grammar::{in_words, issue_name, list, long_date, lower_first, upper_first};
use super::naming::draft_entitled;

/// The heading over the summary.
pub const HEADING: &str = "Summary by the President (simulated)";
/// What stands below every summary.
pub const RESPONSIBILITY: &str = "This summary is issued on the President's own responsibility. It \
                                  has not been agreed among the members of the Council and does \
                                  not bind them.";

/// The paragraphs of the summary: views on each issue, then what was declared on each proposal but
/// `own`, the summary itself. `briefed` are the issues on which briefers spoke. No State is named,
/// and no position stands in figures.
pub(super) fn summary(
    scenario: &Scenario,
    state: &State,
    (own, briefed): (OutcomeId, &[IssueId]),
) -> Vec<String> {
    let views: Vec<String> =
        scenario.order.issues.iter().filter_map(|&issue| views(scenario, state, issue)).collect();
    let (declared, undeclared) = proposals(scenario, state, own);
    let mut said = vec![opening(scenario, state)];
    if views.is_empty() && declared.is_empty() {
        let text = "No delegation stated a position on any issue, and none declared itself on any \
                    proposal.";
        said.push(text.to_owned());
    } else {
        if views.is_empty() {
            said.push("No delegation stated a position on any issue.".to_owned());
        }
        said.extend(views);
        said.extend(only_briefed(scenario, state, briefed));
        said.extend(declared);
        if !undeclared.is_empty() {
            said.push(format!("On {}, no delegation declared itself.", list(&undeclared)));
        }
    }
    said.push(RESPONSIBILITY.to_owned());
    said
}

/// What a proposal is called in a summary, by the form in which it stands: "the draft resolution
/// entitled “…”".
pub(crate) fn proposal_name(scenario: &Scenario, state: &State, outcome: OutcomeId) -> String {
    format!("the {}", draft_entitled(scenario, outcome, state.texts[outcome].form))
}

/// What an issue is called in a summary.
pub(crate) fn subject_name(scenario: &Scenario, issue: IssueId) -> String {
    issue_name(scenario, &scenario.issues[issue])
}

/// The label of a place on an issue as it stands within quotation marks in a sentence.
pub(crate) fn label_name(scenario: &Scenario, label: &str) -> String {
    lower_first(scenario, label)
}

/// The sentence with which a summary begins: how many delegations spoke, at which meeting.
pub(crate) fn opening(scenario: &Scenario, state: &State) -> String {
    let members = scenario.members.pairs();
    let spoke = members.filter(|&(id, member)| !member.is_briefer() && state.spoken[id] > 0);
    let at = format!("at the {} of {}", scenario.meeting.name(), long_date(&scenario.date));
    match spoke.count() {
        0 => format!("No delegation took the floor {at}."),
        1 => format!("This summary reflects the views expressed by one delegation {at}."),
        several => format!(
            "This summary reflects the views expressed by {} delegations {at}.",
            in_words(several)
        ),
    }
}

/// The positions voiced on an issue, by the wording nearest to each, those that more delegations
/// hold first.
fn views(scenario: &Scenario, state: &State, on: IssueId) -> Option<String> {
    let issue = &scenario.issues[on];
    let voiced = || state.voiced.column(on).iter().flatten();
    let spoke = voiced().count();
    let marks = issue.marks.iter().map(|mark| mark.label.as_str());
    let scale = std::iter::once(issue.low.as_str()).chain(marks).chain([issue.high.as_str()]);
    let mut held: Vec<(usize, &str)> = Vec::new();
    for label in scale {
        let holders = voiced().filter(|&&position| issue.nearest_mark(position) == label).count();
        if holders > 0 && held.iter().all(|(_, known)| *known != label) {
            held.push((holders, label));
        }
    }
    held.sort_by_key(|&(holders, _)| Reverse(holders));
    let name = issue_name(scenario, issue);
    let parts: Vec<String> = held
        .iter()
        .enumerate()
        .map(|(place, &(holders, label))| {
            // Without quotation marks, "several binding rules" would be so many rules.
            let label = lower_first(scenario, label);
            if place == 0 {
                format!("{} addressed {name} favoured “{label}”", of_those_that(holders, spoke))
            } else {
                format!("{} “{label}”", quantity(holders, spoke))
            }
        })
        .collect();
    (!parts.is_empty()).then(|| format!("{}.", upper_first(&list(&parts))))
}

/// How many of those that spoke to an issue: "most", "several", "one".
fn quantity(holders: usize, spoke: usize) -> &'static str {
    match holders {
        n if n == spoke => "all",
        n if n * 2 > spoke => "most",
        n if n >= 3 && n * 3 > spoke => "many",
        n if n >= 3 => "several",
        2 => "two",
        _ => "one",
    }
}

/// "most of the delegations that", before what they did.
fn of_those_that(holders: usize, spoke: usize) -> String {
    match (quantity(holders, spoke), spoke) {
        ("all", 1) => "the one delegation that".to_owned(),
        ("all", 2) => "both delegations that".to_owned(),
        ("all", _) => "all delegations that".to_owned(),
        (quantity, _) => format!("{quantity} of the delegations that"),
    }
}

/// The issues that briefers raised and no delegation took up.
fn only_briefed(scenario: &Scenario, state: &State, briefed: &[IssueId]) -> Option<String> {
    let alone = |issue: &&IssueId| {
        briefed.contains(issue) && state.voiced.column(**issue).iter().all(Option::is_none)
    };
    let names: Vec<String> = scenario
        .order
        .issues
        .iter()
        .filter(alone)
        .map(|&issue| issue_name(scenario, &scenario.issues[issue]))
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "On {}, the Council was briefed, and no delegation stated a position.",
            list(&names)
        )
    })
}

/// What was declared on each proposal, and the names of those on which nothing was.
fn proposals(scenario: &Scenario, state: &State, own: OutcomeId) -> (Vec<String>, Vec<String>) {
    let (mut declared, mut undeclared) = (Vec::new(), Vec::new());
    for result in results(scenario, state).iter().filter(|result| result.outcome != own) {
        let name = format!("the {}", draft_entitled(scenario, result.outcome, result.form));
        match stances(scenario, result) {
            Some(stances) => declared.push(format!("On {name}, {stances}.")),
            None => undeclared.push(name),
        }
    }
    (declared, undeclared)
}

/// "six delegations declared support, two expressed reservations and one declared opposition".
fn stances(scenario: &Scenario, result: &OutcomeResult) -> Option<String> {
    let (members, others) = (&result.declared, &result.declared_by_others);
    let signed = *scenario.rules.of(result.form) == AdoptionRule::Signature;
    let support = if signed { "signed or declared support" } else { "declared support" };
    let counted = [
        (members.in_favour.len() + others.in_favour.len(), support),
        (members.reservations.len() + others.reservations.len(), "expressed reservations"),
        (members.opposed.len() + others.opposed.len(), "declared opposition"),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (count, what) in counted.into_iter().filter(|&(count, _)| count > 0) {
        let noun = match (parts.is_empty(), count) {
            (false, _) => "",
            (true, 1) => " delegation",
            (true, _) => " delegations",
        };
        parts.push(format!("{}{noun} {what}", in_words(count)));
    }
    (!parts.is_empty()).then(|| list(&parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_of_those_that_spoke() {
        let words = |holders, spoke| quantity(holders, spoke);
        assert_eq!((words(15, 15), words(8, 15), words(7, 15)), ("all", "most", "many"));
        assert_eq!((words(5, 15), words(3, 15)), ("several", "several"));
        assert_eq!((words(2, 15), words(1, 15)), ("two", "one"));
        // Two are not many, however few spoke.
        assert_eq!((words(2, 4), words(2, 3), words(1, 2)), ("two", "most", "one"));
        assert_eq!(of_those_that(1, 1), "the one delegation that");
        assert_eq!(of_those_that(2, 2), "both delegations that");
    }
}
