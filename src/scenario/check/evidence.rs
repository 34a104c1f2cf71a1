//! Sources of stances, and arguments beside positions.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{Argument, Confidence, Direction, Member, Membership, Stance};
use super::super::nearest::shown;
use super::super::spanned::Entry;
use super::Context;

/// The identifier under which a scenario's authors answer for a stance themselves.
const AUTHORS: &str = "authors";
/// The middle of a scale, and where today's situation lies unless an issue says otherwise.
const STATUS_QUO: f64 = 50.0;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    for member in &context.file.members {
        for stance in &member.value.stances {
            sourced(member, stance, problems);
        }
        let is_briefer =
            member.value.seat.value == Membership::Rule39 && member.value.stances.is_empty();
        if member.value.stances.faulty || is_briefer {
            continue;
        }
        for argument in &member.value.arguments {
            consistent(context, member, argument, problems);
        }
    }
}

fn sourced(
    member: &Entry<String, Member>,
    stance: &Entry<String, Stance>,
    problems: &mut Diagnostics,
) {
    let (id, issue) = (shown(&member.key.value), shown(&stance.key.value));
    let Some(source) = &stance.value.source else {
        let message = format!("the stance of `{id}` on `{issue}` has no source");
        let hint = "add `source: \"…\"`, or `source: \"authors\", confidence: Low`";
        return problems.report(Code::UnsourcedStance, stance.key.span, message, hint);
    };
    let confidence = stance.value.confidence.as_ref();
    let is_low = confidence.is_some_and(|word| word.sound().is_none_or(|c| *c == Confidence::Low));
    if source.value == AUTHORS && !is_low {
        let message = format!("the stance of `{id}` on `{issue}` is the authors' own judgement");
        let hint = "write `confidence: Low` beside it";
        let span = confidence.map_or(source.span, |word| word.span);
        problems.report(Code::ConfidentAuthors, span, message, hint);
    }
}

fn consistent(
    context: &Context<'_>,
    member: &Entry<String, Member>,
    argument: &Argument,
    problems: &mut Diagnostics,
) {
    let Some(id) = argument.issue.sound() else {
        return;
    };
    let Some(issue) = context.file.issues.get(id) else {
        return;
    };
    let name = shown(&member.key.value);
    let Some(stance) = member.value.stances.get(id) else {
        let message = format!("`{name}` has an argument on `{}` and no stance", shown(id));
        let hint = "add a stance on the issue: without one it is never raised";
        return problems.report(Code::ArgumentWithoutStance, argument.issue.span, message, hint);
    };
    let now = issue.status_quo.as_ref().map_or(Some(STATUS_QUO), |value| value.sound().copied());
    let toward = argument.toward.sound();
    let (Some(now), Some(position), Some(toward)) = (now, stance.position.sound(), toward) else {
        return;
    };
    let is_against = match toward {
        // Who wants a little more than today may well argue against much more.
        Direction::High => *position < now.min(STATUS_QUO),
        Direction::Low => *position > now.max(STATUS_QUO),
    };
    if is_against {
        let message = format!(
            "`{name}` wants {position} on `{}`, today is {now}, and this argues for the other end",
            shown(id)
        );
        let other = if *toward == Direction::High { "Low" } else { "High" };
        let hint = format!("write `toward: {other}`, or look at the position again");
        problems.report(Code::ArgumentAgainstOneself, argument.toward.span, message, hint);
    }
}
