//! The President, names, vetoes, relations and weights of members.

use std::collections::BTreeMap;

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{Membership, Text};
use super::super::nearest::{listed, shown};
use super::{Context, votes};

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    president(context, problems);
    let members = context.file.members.iter().map(|entry| &entry.value.name);
    same_names(members, "members", problems);
    same_names(context.file.issues.iter().map(|entry| &entry.value.name), "issues", problems);
    for entry in &context.file.members {
        let member = &entry.value;
        if let (Some(reluctance), Some(seat)) = (&member.veto_reluctance, member.seat.sound())
            && *seat != Membership::Permanent
        {
            let message = format!("`{}` has no veto to be reluctant with", shown(&entry.key.value));
            let hint = "remove `veto_reluctance`, or write `seat: Permanent`";
            problems.report(Code::ReluctanceWithoutVeto, reluctance.span, message, hint);
        }
        for relation in member.relations.iter().filter(|to| to.key.value == entry.key.value) {
            let message = format!("`{}` has a relation to itself", shown(&relation.key.value));
            let hint = "remove it: relations are toward others";
            problems.report(Code::RelationToItself, relation.key.span, message, hint);
        }
        for weight in member.weights.iter().filter(|weight| weight.key.value == "members") {
            let message = "the weight \"members\" is 1 for each member";
            let hint = "remove it; give a weight of your own another name";
            problems.report(Code::SuperfluousWeight, weight.key.span, message, hint);
        }
    }
}

fn president(context: &Context<'_>, problems: &mut Diagnostics) {
    let president = &context.file.president;
    let Some(id) = president.sound() else { return };
    let Some(member) = context.members.get(id.as_str()) else {
        return;
    };
    if votes(member) != Some(false) {
        return;
    }
    let is_briefer = member.seat.value == Membership::Rule39;
    let what = if is_briefer { "was invited to brief" } else { "was invited" };
    let message = format!("the president `{}` {what} and does not vote", shown(id));
    let hint = if context.voting().next().is_some() {
        listed(context.voting().map(|(id, _)| id))
    } else {
        "name a member with `seat: Elected` or `seat: Permanent`".to_owned()
    };
    problems.report(Code::PresidentWithoutVote, president.span, message, hint);
}

fn same_names<'a>(names: impl Iterator<Item = &'a Text>, what: &str, problems: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for name in names {
        let Some(text) = name.sound().map(|text| text.trim()).filter(|text| !text.is_empty())
        else {
            continue;
        };
        if seen.insert(text, name.span).is_some() {
            let message = format!("two {what} have the name \"{}\"", shown(text));
            let hint = "name them so that a reader can tell them apart";
            problems.report(Code::SameName, name.span, message, hint);
        }
    }
}
