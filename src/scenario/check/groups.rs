//! Groups and who speaks for them.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{Group, Name};
use super::super::nearest::{listed, shown};
use super::{Context, named_twice};

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    for entry in &context.file.groups {
        let group = &entry.value;
        named_twice(&group.members, "members of the group", problems);
        let Some(speaker) = &group.joint_statement else {
            continue;
        };
        let Some(id) = speaker.sound() else { continue };
        if group.members.faulty || !context.members.contains_key(id.as_str()) {
            continue;
        }
        if !has_member(group, id) {
            let message = format!(
                "`{}` speaks for the group `{}` without being in it",
                shown(id),
                shown(&entry.key.value)
            );
            let members = group.members.iter().filter_map(Name::sound);
            let hint = format!("{}, or add it to the group", listed(members.map(String::as_str)));
            problems.report(Code::SpeakerOutsideGroup, speaker.span, message, hint);
        }
        for other in &context.file.groups {
            let is_silenced = other
                .value
                .joint_statement
                .as_ref()
                .and_then(Name::sound)
                .is_some_and(|spokesman| spokesman != id && has_member(&other.value, id));
            if is_silenced {
                let message = format!(
                    "`{}` speaks for `{}`, while another speaks for it in `{}`",
                    shown(id),
                    shown(&entry.key.value),
                    shown(&other.key.value)
                );
                let hint = "let one of the groups go without a joint statement";
                problems.report(Code::SpokenForTwice, speaker.span, message, hint);
            }
        }
    }
}

fn has_member(group: &Group, id: &str) -> bool {
    group.members.iter().filter_map(Name::sound).any(|member| member == id)
}
