//! Blocks that must have an entry, and texts that must not be empty.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::Text;
use super::super::spanned::{List, Span};
use super::Context;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    let file = context.file;
    let head = file.head;
    needs_entries(&file.issues, "issues", "a debate needs at least one issue", head, problems);
    needs_entries(&file.outcomes, "outcomes", "a debate is about an outcome", head, problems);
    needs_entries(&file.members, "members", "a body needs members", head, problems);
    if !file.members.is_empty() && context.body_size() == Some(0) {
        let span = file.members.span.map_or(head, |span| Span::new(span.start, span.start + 1));
        let hint = "give at least one member `seat: Elected` or `seat: Permanent`";
        problems.report(Code::NobodyVotes, span, "no member has a vote", hint);
    }
    for group in &file.groups {
        let hint = "name its members, or remove the group";
        needs_entries(&group.value.members, "members", hint, group.key.span, problems);
    }
    for quiz in &file.questions {
        let choices = &quiz.choices;
        if choices.len() < 2 && !choices.faulty {
            let span = choices.span.unwrap_or(quiz.head);
            let message = "a question to the class has fewer than two choices";
            problems.report(Code::NothingThere, span, message, "add choices to choose from");
        }
    }
    texts(context, problems);
}

fn needs_entries<T>(
    list: &List<T>,
    name: &str,
    hint: &str,
    fallback: Span,
    problems: &mut Diagnostics,
) {
    if list.is_empty() && !list.faulty {
        let message = format!("`{name}` is empty");
        problems.report(Code::NothingThere, list.span.unwrap_or(fallback), message, hint);
    }
}

fn texts(context: &Context<'_>, problems: &mut Diagnostics) {
    let file = context.file;
    let mut needs = |text: &Text, what: &str| {
        if text.sound().is_some_and(|text| text.trim().is_empty()) {
            let message = format!("the {what} is empty");
            problems.report(Code::EmptyText, text.span, message, "write it: screens show it");
        }
    };
    needs(&file.title, "title of the scenario");
    needs(&file.body, "name of the body");
    for source in &file.sources {
        needs(&source.value.title, "title of this source");
    }
    for issue in &file.issues {
        needs(&issue.value.name, "name of this issue");
        needs(&issue.value.low, "meaning of 0 on this issue");
        needs(&issue.value.high, "meaning of 100 on this issue");
    }
    for member in &file.members {
        needs(&member.value.name, "name of this member");
        for argument in &member.value.arguments {
            needs(&argument.text, "text of this argument");
        }
        if let Some(speaker) = &member.value.speaker {
            needs(&speaker.name, "name of this speaker");
        }
    }
    for group in &file.groups {
        needs(&group.value.name, "name of this group");
    }
    for outcome in &file.outcomes {
        needs(&outcome.value.title, "title of this outcome");
    }
    for inject in &file.injects {
        needs(&inject.title, "title of this inject");
    }
    for quiz in &file.questions {
        needs(&quiz.text, "text of this question");
        for choice in &quiz.choices {
            needs(choice, "text of this choice");
        }
    }
}
