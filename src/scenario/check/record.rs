//! What really happened, as far as it can be checked.

use std::collections::BTreeMap;

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{Happened, Name};
use super::super::nearest::{listed, shown};
use super::super::spanned::{Entry, List, Spanned};
use super::{Context, named_twice, votes};

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    let Some(record) = &context.file.record else {
        return;
    };
    for entry in &record.outcomes {
        match entry.value.sound() {
            Some(Happened::Voted { in_favour, against, abstaining, not_participating }) => {
                let lists = [
                    (in_favour, "in favour"),
                    (against, "against"),
                    (abstaining, "abstaining"),
                    (not_participating, "not participating"),
                ];
                ballots(context, &lists, problems);
                if lists.iter().all(|(list, _)| !list.faulty) {
                    complete(context, &entry.value, &lists, problems);
                }
            }
            Some(Happened::Signed { by, .. }) => named_twice(by, "signatories", problems),
            Some(Happened::Objected { by }) => named_twice(by, "objectors", problems),
            _ => {}
        }
        fits_form(context, entry, problems);
    }
}

fn ballots(context: &Context<'_>, lists: &[(&List<Name>, &str)], problems: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (list, ballot) in lists {
        for name in *list {
            let Some(id) = name.sound() else { continue };
            if let Some(first) = seen.insert(id, ballot) {
                let message = format!("`{}` is recorded {first} and {ballot}", shown(id));
                let hint = "keep the one that is true";
                problems.report(Code::VotedTwice, name.span, message, hint);
            }
            let member = context.members.get(id.as_str());
            if member.and_then(|member| votes(member)) == Some(false) {
                let message = format!("`{}` is recorded with a vote and has none", shown(id));
                let hint = "remove it here, or write `seat: Elected`";
                problems.report(Code::VotedWithoutVote, name.span, message, hint);
            }
        }
    }
}

fn complete(
    context: &Context<'_>,
    voted: &Spanned<Happened>,
    lists: &[(&List<Name>, &str)],
    problems: &mut Diagnostics,
) {
    if context.body_size().is_none() {
        return;
    }
    let recorded: Vec<&str> =
        lists.iter().flat_map(|(list, _)| list.iter()).map(|name| name.value.as_str()).collect();
    let absent: Vec<&str> =
        context.voting().map(|(id, _)| id).filter(|id| !recorded.contains(id)).collect();
    if !absent.is_empty() {
        let names = listed(absent.iter().copied());
        let names = names.replacen("write one of ", "", 1).replacen("the only one is ", "", 1);
        let message = format!("the record of this vote leaves out {names}");
        let hint = "add each to the list of its vote, or to `not_participating`";
        problems.report(Code::RecordIncomplete, voted.span, message, hint);
    }
}

fn fits_form(
    context: &Context<'_>,
    entry: &Entry<String, Spanned<Happened>>,
    problems: &mut Diagnostics,
) {
    let Some(happened) = entry.value.sound() else {
        return;
    };
    let outcome = context.file.outcomes.get(&entry.key.value);
    let Some(form) = outcome.and_then(|outcome| outcome.form.sound()) else {
        return;
    };
    let Some(rule) = context.rule(*form) else {
        return;
    };
    let (fits, what) = match happened {
        Happened::Voted { .. } => (rule.is_vote(), "voted on"),
        Happened::Signed { .. } => (rule.is_signature(), "signed"),
        Happened::Issued => (rule.is_authority(), "issued on the President's authority"),
        // Much is adopted without a vote that could be voted on.
        Happened::Agreed => (!rule.is_signature() && !rule.is_authority(), "agreed"),
        Happened::Objected { .. } => (!rule.is_signature() && !rule.is_authority(), "objected to"),
        Happened::NotProposed | Happened::Unknown => return,
    };
    if !fits {
        let message = format!("a {} is not {what} under these rules", form.word());
        let hint =
            "write `Voted`, `Agreed`, `Signed` or `Issued` as the form has it, or `NotProposed`";
        problems.report(Code::RecordUnlikeForm, entry.key.span, message, hint);
    }
}
