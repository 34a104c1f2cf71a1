//! S208 and S209: sponsors at odds with their own texts.

use crate::council::OutcomeId;
use crate::scenario::file::Outcome;
use crate::scenario::{Code, Entry, Span, shown};
use crate::vote::{Room, gain, opening_positions};

use super::figures::{of_runs, points};
use super::{Context, Remarks};

/// From which share of the runs on a withdrawal is worth a remark.
const OFTEN: f64 = 0.05;
/// A gain below this is rounding.
const NOTHING: f64 = 1e-9;

/// S208: in the runs a red line of a sponsor forbids the text, though as tabled none does.
pub(super) fn withdrawn(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let runs = context.runs();
    for (outcome, entry) in context.outcomes() {
        if is_warned_of(context, entry) {
            continue;
        }
        let sponsors = &context.scenario.outcomes[outcome].sponsors;
        for (&sponsor, name) in sponsors.iter().zip(&entry.value.sponsors) {
            let count = context.ear.withdrawn.get(&(outcome, sponsor)).copied().unwrap_or(0);
            if count == 0 || (count as f64) < OFTEN * runs as f64 {
                continue;
            }
            let message = format!(
                "its sponsor `{}` withdraws `{}` in {}: the text has come to cross its red line",
                shown(&name.value),
                shown(&entry.key.value),
                of_runs(count, runs)
            );
            let hint = "move the aim or the red line, or look at what makes the sponsor care about \
                        the issue during the debate";
            remarks.add(Code::WithdrawnBySponsor, name.span, message, hint);
        }
    }
}

/// S209: at the opening the text is worth no more to its sponsor than today's situation.
pub(super) fn without_gain(context: &Context<'_>, remarks: &mut Remarks<'_>) {
    let positions = opening_positions(context.scenario);
    let room = Room::opening(context.scenario, &positions);
    for (outcome, entry) in context.outcomes() {
        let sponsors = &context.scenario.outcomes[outcome].sponsors;
        let gains = sponsors.iter().map(|&sponsor| gain(room, sponsor, outcome));
        let gains: Vec<f64> = gains.collect();
        let Some((&first, name)) = gains.first().zip(entry.value.sponsors.items.first()) else {
            continue;
        };
        if first > NOTHING || is_indifferent(context, outcome) || is_warned_of(context, entry) {
            continue;
        }
        let others = match gains.len() {
            1 => "",
            _ if gains.iter().all(|&gain| gain <= NOTHING) => ", and no other sponsor gains",
            _ => "",
        };
        let message = format!(
            "`{}` holds the pen of `{}` and gains nothing from it: g is {} points at the opening\
             {others}",
            shown(&name.value),
            shown(&entry.key.value),
            points(first)
        );
        let hint = "look at its positions on what the text aims at, or name first a sponsor that \
                    gains";
        remarks.add(Code::SponsorWithoutGain, name.span, message, hint);
    }
}

/// A text without weight anywhere is worth nothing to anyone, by its author's choice.
fn is_indifferent(context: &Context<'_>, outcome: OutcomeId) -> bool {
    context.scenario.outcomes[outcome].aims.iter().all(|aim| aim.weight.get() <= 0.0)
}

/// Whether reading the file has said that the text crosses a sponsor's red line as it is tabled.
fn is_warned_of(context: &Context<'_>, entry: &Entry<String, Outcome>) -> bool {
    let places: Vec<Span> = entry.value.aims.iter().map(|aim| aim.value.position.span).collect();
    let warned = |code, span| code == Code::SponsorAgainstOwnText && places.contains(&span);
    context.read.iter().any(|problem| warned(problem.code, problem.span))
}
