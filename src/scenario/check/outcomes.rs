//! Sponsors, parties, and sponsors at odds with their own text.

use super::super::codes::Code;
use super::super::diagnostic::Diagnostics;
use super::super::file::{Aim, Name, Outcome, OutcomeForm, Stance};
use super::super::nearest::shown;
use super::super::spanned::Entry;
use super::{Context, named_twice, votes};

/// Where today's situation lies unless an issue says otherwise, and a weight unless written.
const STATUS_QUO: f64 = 50.0;
const WEIGHT: f64 = 100.0;

pub(super) fn check(context: &Context<'_>, problems: &mut Diagnostics) {
    for entry in &context.file.outcomes {
        let outcome = &entry.value;
        sponsors(context, entry, problems);
        aims(entry, problems);
        named_twice(&outcome.parties, "parties", problems);
        for party in &outcome.parties {
            if member_votes(context, party) == Some(false) {
                let message =
                    format!("the party `{}` has no vote to abstain with", shown(&party.value));
                let hint = "remove it: only members that vote must abstain";
                problems.report(Code::PartyWithoutVote, party.span, message, hint);
            }
        }
        for sponsor in &outcome.sponsors {
            own_red_line(context, outcome, sponsor, problems);
        }
    }
}

fn sponsors(context: &Context<'_>, entry: &Entry<String, Outcome>, problems: &mut Diagnostics) {
    let outcome = &entry.value;
    named_twice(&outcome.sponsors, "sponsors", problems);
    let Some(form) = outcome.form.sound() else {
        return;
    };
    if *form == OutcomeForm::PresidentsSummary || outcome.sponsors.faulty {
        return;
    }
    let Some(first) = outcome.sponsors.items.first() else {
        let id = shown(&entry.key.value);
        let message = format!("nobody sponsors the {} `{id}`", form.word());
        let hint = "add `sponsors: [\"…\"]`; the first holds the pen";
        return problems.report(Code::NoSponsor, outcome.form.span, message, hint);
    };
    // Where nobody votes, that is the fault.
    if member_votes(context, first) == Some(false) && context.voting().next().is_some() {
        let message = format!("`{}` holds the pen and does not vote", shown(&first.value));
        let hint = "name a voting member first";
        problems.report(Code::PenholderWithoutVote, first.span, message, hint);
    }
}

/// A text that members decide on and that aims at nothing was mostly not meant so.
fn aims(entry: &Entry<String, Outcome>, problems: &mut Diagnostics) {
    let outcome = &entry.value;
    let is_absent = outcome.aims.span.is_none() && !outcome.aims.faulty;
    let is_decided =
        outcome.form.sound().is_some_and(|form| *form != OutcomeForm::PresidentsSummary);
    if is_absent && is_decided {
        let id = shown(&entry.key.value);
        let message = format!("the outcome `{id}` has no aims: everybody is indifferent to it");
        let hint = "add `aims: { \"…\": Aim(position: …) }`, or `aims: {}` if that is meant";
        problems.report(Code::OutcomeWithoutAims, entry.key.span, message, hint);
    }
}

fn member_votes(context: &Context<'_>, name: &Name) -> Option<bool> {
    votes(context.members.get(name.sound()?.as_str())?)
}

/// A sponsor withdraws a text that its own red line forbids, so it should not begin with one.
fn own_red_line(
    context: &Context<'_>,
    outcome: &Outcome,
    sponsor: &Name,
    problems: &mut Diagnostics,
) {
    let Some(member) = sponsor.sound().and_then(|id| context.members.get(id.as_str())) else {
        return;
    };
    for aim in &outcome.aims {
        let Some(stance) = member.stances.get(&aim.key.value) else {
            continue;
        };
        if crosses(context, aim, stance) {
            let message = format!(
                "the text goes to {} on `{}`, across the red line of its sponsor `{}`",
                aim.value.position.value,
                shown(&aim.key.value),
                shown(&sponsor.value)
            );
            let hint = "move the aim or the red line, or name another sponsor";
            problems.report(Code::SponsorAgainstOwnText, aim.value.position.span, message, hint);
        }
    }
}

/// The condition of the model: outside the red line, and further outside than today's situation.
fn crosses(context: &Context<'_>, aim: &Entry<String, Aim>, stance: &Stance) -> bool {
    let Some(line) = &stance.red_line else {
        return false;
    };
    let issue = context.file.issues.get(&aim.key.value);
    let status_quo = issue.and_then(|issue| issue.status_quo.as_ref());
    let values = [&aim.value.position, &stance.salience, &line.low, &line.high];
    let is_sound = values.iter().all(|value| !value.faulty)
        && status_quo.is_none_or(|value| !value.faulty)
        && line.low.value <= line.high.value;
    let weight = aim.value.weight.as_ref().map_or(WEIGHT, |weight| weight.value);
    let outside = |at: f64| (line.low.value - at).max(at - line.high.value).max(0.0);
    let now = outside(status_quo.map_or(STATUS_QUO, |value| value.value));
    is_sound
        && weight > 0.0
        && stance.salience.value > 0.0
        && outside(aim.value.position.value) > now
}
