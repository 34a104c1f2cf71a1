//! S210: a style or an influence that no comment gives a source for.

use std::collections::BTreeSet;

use crate::scenario::file::{Member, Membership, Style};
use crate::scenario::{Code, Entry, Span, shown};

use super::figures::counted;
use super::{Context, Remarks};

/// The influence of a member of which nothing is known.
const INFLUENCE: f64 = 50.0;

pub(super) fn check(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let permanent = of_permanent(context, remarks);
    for entry in &context.file.members {
        let member = &entry.value;
        let name = shown(&entry.key.value);
        let style = member.style.as_ref().filter(|style| style.value != Style::Measured);
        if let Some(style) = style.filter(|_| member.seat.value != Membership::Permanent) {
            let message = format!(
                "`{name}` speaks in the style {}, and no comment beside it names a source",
                style.value.word()
            );
            add(context, remarks, ("style", style.span), message);
        }
        let is_told = permanent && member.seat.value == Membership::Permanent;
        if let Some((influence, span)) = unusual(entry).filter(|_| !is_told) {
            let message = format!(
                "the influence of `{name}` is {influence}, not {INFLUENCE}, and no comment beside \
                 it names a source"
            );
            add(context, remarks, ("influence", span), message);
        }
    }
}

/// One remark where all permanent members have the same influence: that is a convention, and one
/// number. Whether it is so.
fn of_permanent(context: &Context<'_>, remarks: &mut Remarks<'_>) -> bool {
    let members = context.file.members.iter();
    let permanent = || members.clone().filter(|entry| is_permanent(&entry.value));
    let Some((influence, span)) = permanent().next().and_then(unusual) else { return false };
    let alike = |entry| unusual(entry).is_some_and(|(other, _)| (other - influence).abs() < 1e-9);
    let count = permanent().count() as u64;
    if count < 2 || !permanent().all(alike) {
        return false;
    }
    let message = format!(
        "the influence of all {} is {influence}, not {INFLUENCE}, and no comment beside it names a \
         source",
        counted(count, "permanent member")
    );
    add(context, remarks, ("influence", span), message);
    true
}

fn is_permanent(member: &Member) -> bool {
    member.seat.value == Membership::Permanent
}

/// An influence other than the usual one, and where it is written.
fn unusual(entry: &Entry<String, Member>) -> Option<(f64, Span)> {
    let influence = entry.value.influence.as_ref()?;
    ((influence.value - INFLUENCE).abs() > 1e-9).then_some((influence.value, influence.span))
}

fn add(
    context: &Context<'_>,
    remarks: &mut Remarks<'_>,
    (field, span): (&str, Span),
    message: String,
) {
    // On its own line a comment is about the number; elsewhere it may be about anything.
    let is_about = |said: &str| said.to_lowercase().split(char::is_whitespace).any(|w| w == field);
    let mut beside = context.comments.beside(span);
    if beside.any(|(said, is_on)| (is_on || is_about(said)) && names_a_source(context, said)) {
        return;
    }
    let hint = "leave it out, name the source in a comment beside it, or say there why it has none: \
                `// doctor: S210: …`";
    remarks.add(Code::UnsourcedVoice, span, message, hint);
}

/// Whether one of the words of a comment is the identifier of a source.
fn names_a_source(context: &Context<'_>, said: &str) -> bool {
    let around: &[char] = &['"', '\'', '`', '(', ')', '[', ']', ',', ';', ':', '.'];
    let words: BTreeSet<&str> =
        said.split_whitespace().map(|word| word.trim_matches(around)).collect();
    context.file.sources.iter().any(|source| words.contains(source.key.value.as_str()))
}
