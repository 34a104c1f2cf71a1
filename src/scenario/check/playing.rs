//! Guiding questions, questions to the class, injects and objectives.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{Effect, Inject, Objective, PutToAction, When};
use super::super::nearest::shown;
use super::super::spanned::Spanned;
use super::Context;
use super::program::has_stage;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    let file = context.file;
    for quiz in &file.questions {
        let choices = quiz.choices.len();
        let answer = quiz.answer.sound().map(|answer| *answer as usize);
        if !quiz.choices.faulty && answer.is_some_and(|answer| answer == 0 || answer > choices) {
            let message = format!("the answer {} is not among the choices", quiz.answer.value);
            let hint =
                format!("write a number from 1 to {}: choices are counted from 1", choices.max(1));
            problems.report(Code::NoSuchChoice, quiz.answer.span, message, hint);
        }
    }
    for question in file.concept_note.iter().flat_map(|note| &note.guiding_questions) {
        if question.issues.is_empty() && !question.issues.faulty {
            let message = "this guiding question raises no issue, so nobody is prompted by it";
            let span = question.issues.span.unwrap_or(question.text.span);
            let hint = "add `issues: [\"…\"]`";
            problems.report(Code::QuestionWithoutIssue, span, message, hint);
        }
    }
    for inject in &file.injects {
        never_fires(context, inject, problems);
        for effect in &inject.effects {
            on_nothing(context, effect, problems);
        }
    }
    objectives(context, problems);
}

fn never_fires(context: &Context<'_>, inject: &Inject, problems: &mut Diagnostics) {
    let title = shown(&inject.title.value);
    let mut report = |span, why: &str, hint: &str| {
        let message = format!("the inject \"{title}\" never fires: {why}");
        problems.report(Code::InjectNeverFires, span, message, hint);
    };
    if let Some(probability) = &inject.probability
        && probability.sound() == Some(&0.0)
    {
        report(probability.span, "its probability is 0", "raise it, or remove the inject");
    }
    match inject.when.sound() {
        Some(When::AtStage(stage)) => {
            if let Some(name) = stage.sound().filter(|name| !has_stage(context, **name)) {
                let why = format!("the program has no stage `{}`", name.word());
                report(stage.span, &why, "name a stage of the program");
            }
        }
        Some(When::AtRandom(percent)) if percent.sound() == Some(&0.0) => {
            report(percent.span, "its chance is 0", "raise it, or write `ByHand`");
        }
        Some(When::OnResult { outcome, .. }) => {
            let found = outcome.sound().and_then(|id| context.file.outcomes.get(id));
            let action = found.and_then(|outcome| outcome.action.as_ref());
            if action.and_then(Spanned::sound) == Some(&PutToAction::TalliedOnly) {
                let hint = "wait for an outcome that is put, or change its `action`";
                report(outcome.span, "its outcome is only tallied, never put", hint);
            }
        }
        _ => {}
    }
}

fn on_nothing(context: &Context<'_>, effect: &Spanned<Effect>, problems: &mut Diagnostics) {
    let Some(known) = effect.sound() else { return };
    match known {
        Effect::Salience { by, .. }
        | Effect::Heat { by, .. }
        | Effect::Position { by, .. }
        | Effect::Influence { by, .. } => {
            if by.sound() == Some(&0.0) {
                let hint = "write by how much, or remove the effect";
                problems.report(
                    Code::EffectOnNothing,
                    by.span,
                    "this effect changes nothing",
                    hint,
                );
            }
        }
        Effect::PointOfOrder { member, .. } | Effect::ObjectionToAgenda { member } => {
            let found = member.sound().and_then(|id| context.members.get(id.as_str()));
            let invited = found.and_then(|found| found.seat.sound()).is_some_and(|s| !s.votes());
            if invited {
                let message = "only a member with a vote raises questions of procedure";
                let hint = "name a permanent or elected member, or remove the effect";
                problems.report(Code::EffectOnNothing, member.span, message, hint);
            }
        }
    }
    let Effect::Position { member, issue, .. } = known else {
        return;
    };
    let (Some(id), Some(issue_id)) = (member.sound(), issue.sound()) else {
        return;
    };
    let Some(found) = context.members.get(id.as_str()) else {
        return;
    };
    if context.issues.contains(issue_id.as_str())
        && !found.stances.faulty
        && !found.stances.contains(issue_id)
    {
        let message =
            format!("`{}` has no stance on `{}` that could move", shown(id), shown(issue_id));
        let hint = "give it a stance on the issue, or remove the effect";
        problems.report(Code::EffectOnNothing, issue.span, message, hint);
    }
}

fn objectives(context: &Context<'_>, problems: &mut Diagnostics) {
    let Some(size) = context.body_size() else {
        return;
    };
    for seat in &context.file.seats {
        for objective in seat.value.objectives.iter().filter_map(Spanned::sound) {
            let Objective::Support { at_least, .. } = objective else {
                continue;
            };
            if at_least.sound().is_some_and(|count| *count as usize > size) {
                let message = format!(
                    "an objective asks for the support of {}, and only {size} vote",
                    at_least.value
                );
                let hint = format!("write `at_least: {size}` or less");
                problems.report(Code::ObjectiveOutOfReach, at_least.span, message, hint);
            }
        }
    }
}
