//! The stages of the meeting.

use std::collections::BTreeSet;

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{MeetingFormat, Stage, StageName};
use super::super::spanned::{Span, Spanned};
use super::Context;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    let Some(program) = context.file.program.as_ref().filter(|program| !program.faulty) else {
        return;
    };
    let span = program.span.unwrap_or(context.file.head);
    if program.is_empty() {
        let hint = "name the stages, or leave `program` out for the usual ones";
        return problems.report(Code::EmptyProgram, span, "the program has no stage", hint);
    }
    let mut seen = BTreeSet::new();
    for stage in program {
        let Some(name) = stage.sound().map(Stage::name) else {
            continue;
        };
        if !seen.insert(name) && happens_once(name) {
            let message = format!("the stage `{}` comes twice", name.word());
            let hint = "keep one; only `FurtherStatements`, `Consultations` and `Action` may recur";
            problems.report(Code::RepeatedStage, stage.span, message, hint);
        }
    }
    let is_debate = match &context.file.meeting {
        None => true,
        Some(meeting) => meeting.sound().is_some_and(|meeting| {
            matches!(meeting, MeetingFormat::OpenDebate | MeetingFormat::Debate)
        }),
    };
    let is_known = program.iter().all(|stage| !stage.faulty);
    if is_debate && is_known && !seen.contains(&StageName::MembersStatements) {
        let span = Span::new(span.start, span.start + 1);
        let message = "in this debate the members make no statements";
        let hint = "add `MembersStatements()` to the program, or write `meeting: Adoption`";
        problems.report(Code::ProgramWithoutStatements, span, message, hint);
    }
}

const fn happens_once(stage: StageName) -> bool {
    !matches!(stage, StageName::FurtherStatements | StageName::Consultations | StageName::Action)
}

/// Whether the meeting has a stage; the usual program has all of them.
pub(super) fn has_stage(context: &Context<'_>, name: StageName) -> bool {
    context.file.program.as_ref().is_none_or(|program| {
        let mut stages = program.iter().map(Spanned::sound);
        program.faulty || stages.any(|stage| stage.is_none_or(|stage| stage.name() == name))
    })
}
