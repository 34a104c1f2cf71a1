//! What is defined and then not used.

use std::collections::BTreeSet;

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::nearest::shown;
use super::Context;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    issues(context, problems);
    sources(context, problems);
    for entry in &context.file.members {
        let member = &entry.value;
        let votes = super::votes(member) == Some(true);
        if votes && member.stances.is_empty() && !member.stances.faulty {
            let id = shown(&entry.key.value);
            let message = format!("`{id}` votes and has no stance on anything");
            let hint = "add `stances`; without any it goes with the room";
            problems.report(Code::MemberWithoutStance, entry.key.span, message, hint);
        }
    }
}

fn issues(context: &Context<'_>, problems: &mut Diagnostics) {
    let file = context.file;
    let aims = file.outcomes.iter().flat_map(|entry| &entry.value.aims);
    let aimed_at: BTreeSet<&str> = aims.map(|aim| aim.key.value.as_str()).collect();
    let stances = context.voting().flat_map(|(_, member)| &member.stances);
    let cared_for: BTreeSet<&str> = stances.map(|stance| stance.key.value.as_str()).collect();
    // A misspelt name has been reported, and may have been meant for what looks unused.
    let aims_known = aimed_at.is_subset(&context.issues)
        && !file.outcomes.is_empty()
        && !file.outcomes.faulty
        && file.outcomes.iter().all(|o| !o.value.aims.faulty);
    let stances_known = cared_for.is_subset(&context.issues)
        && context.body_size().is_some_and(|size| size > 0)
        && context.members.values().all(|member| !member.stances.faulty);
    for entry in &file.issues {
        let id = entry.key.value.as_str();
        if aims_known && !aimed_at.contains(id) {
            let message = format!("no outcome aims at the issue `{}`", shown(id));
            let hint = "add it to the `aims` of an outcome, or remove the issue";
            problems.report(Code::UnusedIssue, entry.key.span, message, hint);
        }
        if stances_known && !cared_for.contains(id) {
            let message = format!("no voting member has a stance on the issue `{}`", shown(id));
            let hint = "add stances on it, or remove the issue";
            problems.report(Code::IssueWithoutStance, entry.key.span, message, hint);
        }
    }
}

fn sources(context: &Context<'_>, problems: &mut Diagnostics) {
    let file = context.file;
    let members = || file.members.iter().map(|entry| &entry.value);
    let of_stances = members()
        .flat_map(|member| &member.stances)
        .filter_map(|stance| stance.value.source.as_ref());
    let of_arguments = members()
        .flat_map(|member| &member.arguments)
        .filter_map(|argument| argument.source.as_ref());
    let of_record = file.record.iter().filter_map(|record| record.source.as_ref());
    let used: BTreeSet<&str> =
        of_stances.chain(of_arguments).chain(of_record).map(|name| name.value.as_str()).collect();
    let is_known = used.is_subset(&context.sources)
        && !file.members.is_empty()
        && !file.members.faulty
        && members().all(|member| !member.stances.faulty && !member.arguments.faulty);
    for entry in file.sources.iter().filter(|_| is_known) {
        if !used.contains(entry.key.value.as_str()) {
            let message = format!("nothing names the source `{}`", shown(&entry.key.value));
            let hint = "name it as the `source` of a stance or an argument, or remove it";
            problems.report(Code::UnusedSource, entry.key.span, message, hint);
        }
    }
}
