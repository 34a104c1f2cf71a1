//! Whom a statement names, commends and criticizes.

use std::collections::BTreeSet;

use crate::council::{DelegationId, IssueId};

use super::super::grammar::{names_by_alphabet, upper_first};
use super::{Look, Remarks, Rule, Severity};

/// As far apart as this, two positions are heard as different: who commends is expected nearer.
const NEAR: f64 = 0.15;
/// As near as this, two positions are heard as one.
const SAME: f64 = 0.05;

pub(super) fn check(look: &Look<'_>, remarks: &mut Remarks) {
    charges(look, remarks);
    other_names(look, remarks);
    taken_up(look, remarks);
    commended(look, remarks);
    criticized(look, remarks);
}

/// A State is charged by name, and no source stands in the sentence.
fn charges(look: &Look<'_>, remarks: &mut Remarks) {
    let own = look.speaker();
    for sentence in 0..look.reading.sentences.len() {
        let mut named = look.heard.names.iter().filter(|name| name.sentence == sentence);
        let Some(name) = named.find(|name| name.is_state && name.who != Some(own)) else {
            continue;
        };
        let sourced = look.reading.has(sentence, "source") || look.is_sourced_argument(sentence);
        let Some(charge) = look.reading.first(sentence, "charge").filter(|_| !sourced) else {
            continue;
        };
        let text = format!(
            "“{}” is said of {} by name and without a source. Name the report that says so, or \
             speak of “those who”.",
            &look.draft.words[charge],
            &look.draft.words[name.place.clone()],
        );
        remarks.warn(Rule::ChargeWithoutSource, name.place.clone(), text);
    }
}

fn other_names(look: &Look<'_>, remarks: &mut Remarks) {
    for name in &look.heard.names {
        let Some(instead) = name.instead else { continue };
        let written = &look.draft.words[name.place.clone()];
        let text = format!("Documents of the United Nations do not say “{written}”: “{instead}”.");
        remarks.note(Rule::StateName, name.place.clone(), text);
    }
}

/// Those that are named where nobody is thanked.
fn taken_up(look: &Look<'_>, remarks: &mut Remarks) {
    let named: BTreeSet<DelegationId> = look
        .heard
        .names
        .iter()
        .filter(|name| !name.is_adjective && !look.reading.has(name.sentence, "thanks"))
        .filter(|name| !look.reading.has(name.sentence, "charge"))
        .filter_map(|name| name.who)
        .filter(|&who| who != look.speaker())
        .collect();
    if named.is_empty() {
        return;
    }
    let named: Vec<DelegationId> = named.into_iter().collect();
    let affinity = &look.draft.scenario.derived.friends[look.speaker()];
    let near: Vec<DelegationId> =
        named.iter().copied().filter(|who| affinity.iter().any(|(it, _)| it == who)).collect();
    let mut text = format!("It names {}", names_by_alphabet(look.draft.scenario, &named));
    if !near.is_empty() {
        let near = names_by_alphabet(look.draft.scenario, &near);
        text = format!("{text}; you often vote alike with {near}");
    }
    remarks.add((Rule::Others, Severity::Praise), None, text + ".");
}

/// The position that a statement voices on an issue, where it has a point on it.
fn own(look: &Look<'_>, issue: IssueId) -> Option<f64> {
    let mut points = look.draft.intended.points.iter();
    points.find(|point| point.issue == issue).map(|point| point.voiced)
}

fn commended(look: &Look<'_>, remarks: &mut Remarks) {
    let Some((who, issue)) = look.draft.intended.commends else { return };
    let (Some(own), Some(voiced)) = (own(look, issue), look.draft.public.voiced[(who, issue)])
    else {
        return;
    };
    if (own - voiced).abs() <= NEAR {
        return;
    }
    let issue = &look.draft.scenario.issues[issue];
    let text = format!(
        "{} last voiced “{}” on “{}”, and you voice “{}”: to commend it will be heard as agreement.",
        upper_first(&look.name(who)),
        issue.nearest_mark(voiced),
        issue.name,
        issue.nearest_mark(own),
    );
    remarks.add((Rule::Others, Severity::Note), look.heard.member(who), text);
}

fn criticized(look: &Look<'_>, remarks: &mut Remarks) {
    let Some((who, issue)) = look.draft.intended.criticizes else { return };
    if look.draft.intended.commends == Some((who, issue)) {
        let name = look.name(who);
        let text = format!("You commend {name} and differ with it on the same point.");
        remarks.add((Rule::Others, Severity::Warning), look.heard.member(who), text);
        return;
    }
    let (Some(own), Some(voiced)) = (own(look, issue), look.draft.public.voiced[(who, issue)])
    else {
        return;
    };
    if (own - voiced).abs() > SAME {
        return;
    }
    let issue = &look.draft.scenario.issues[issue];
    let text = format!(
        "You answer {} on “{}”, and both of you voice “{}”.",
        look.name(who),
        issue.name,
        issue.nearest_mark(voiced),
    );
    remarks.add((Rule::Others, Severity::Note), look.heard.member(who), text);
}
