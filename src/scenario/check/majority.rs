//! Majorities that no vote can reach.

use std::collections::BTreeSet;

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{AdoptionRule, Outcome, Threshold};
use super::super::nearest::shown;
use super::super::spanned::{Span, Spanned};
use super::{Context, Rule};

/// Votes in favour that the Security Council needs: Article 27 of the Charter.
const COUNCIL_MAJORITY: u32 = 9;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    let Some(size) = context.body_size().filter(|size| *size > 0) else {
        return;
    };
    let mut seen = BTreeSet::new();
    for entry in &context.file.outcomes {
        let outcome = &entry.value;
        let Some(form) = outcome.form.sound() else {
            continue;
        };
        let Some(rule) = context.rule(*form).filter(|rule| rule.is_vote()) else {
            continue;
        };
        let eligible = size - abstaining_parties(context, outcome);
        let Some((needed, place)) = needed(rule, outcome.form.span) else {
            continue;
        };
        // A rule out of reach is said once; a text that parties put out of reach, of each text.
        if needed as usize > eligible && (eligible < size || seen.insert(place)) {
            let id = shown(&entry.key.value);
            let message = format!(
                "`{id}` needs {needed} votes in favour, more than the {eligible} there can be"
            );
            let hint = "add voting members, or write `rules` with another threshold";
            let place = if eligible < size { outcome.form.span } else { place };
            problems.report(Code::UnreachableMajority, place, message, hint);
        }
    }
    weighted(context, problems);
}

/// The votes a rule asks for as a number, and where it says so.
fn needed(rule: Rule<'_>, form: Span) -> Option<(u32, Span)> {
    match rule {
        Rule::Council(_) => Some((COUNCIL_MAJORITY, form)),
        Rule::Written(AdoptionRule::Vote { threshold, .. }) => match threshold.sound()? {
            Threshold::Count(count) => count.sound().map(|count| (*count, threshold.span)),
            // A share of the votes is at most all of them.
            Threshold::AtLeast(..) | Threshold::MoreThan(..) => None,
        },
        Rule::Written(_) => None,
    }
}

fn abstaining_parties(context: &Context<'_>, outcome: &Outcome) -> usize {
    let parties: BTreeSet<&str> =
        outcome.parties.iter().filter_map(Spanned::sound).map(String::as_str).collect();
    context.voting().filter(|(id, _)| parties.contains(id)).count()
}

/// Weights that do not add up to what a test counts.
fn weighted(context: &Context<'_>, problems: &mut Diagnostics) {
    let forms: BTreeSet<_> =
        context.file.outcomes.iter().filter_map(|entry| entry.value.form.sound()).collect();
    for form in forms {
        let Some(Rule::Written(AdoptionRule::Weighted { tests, .. })) = context.rule(*form) else {
            continue;
        };
        for test in tests {
            let (Some(weight), Some(Threshold::Count(count))) =
                (test.weight.sound(), test.threshold.sound())
            else {
                continue;
            };
            let weights = context.voting().map(|(_, member)| match member.weights.get(weight) {
                Some(number) => number.value,
                None if weight == "members" => 1.0,
                None => 0.0,
            });
            let total: f64 = weights.sum();
            if count.sound().is_some_and(|count| f64::from(*count) > total) {
                let message = format!(
                    "this asks for {} of the weight `{}`, and all members together have {total}",
                    count.value,
                    shown(weight)
                );
                let hint = "lower the count, or write a share such as `AtLeast(2, 3)`";
                problems.report(Code::UnreachableMajority, test.threshold.span, message, hint);
            }
        }
    }
}
