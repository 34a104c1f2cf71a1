//! What was found of a cable, in sentences.

use crate::council::{Declared, DelegationId, OutcomeId};
use crate::scenario::Scenario;
use crate::text::{list, upper_first};

use super::super::said;
use super::{CableEntry, Found, StanceFound};

fn name(scenario: &Scenario, who: DelegationId) -> String {
    scenario.members[who].name.in_sentence()
}

/// "was in favour of “…”".
fn was(scenario: &Scenario, declared: Declared, outcome: OutcomeId) -> String {
    let title = &scenario.outcomes[outcome].title;
    match declared {
        Declared::InFavour => format!("declared itself in favour of “{title}”"),
        Declared::Reservations => format!("spoke of reservations on “{title}”"),
        Declared::Opposed => format!("declared itself opposed to “{title}”"),
        Declared::Undeclared => format!("did not declare itself on “{title}”"),
    }
}

pub(super) fn stance(scenario: &Scenario, entry: &CableEntry, found: StanceFound) -> String {
    let who = upper_first(&name(scenario, entry.who));
    match found {
        StanceFound::Right { event } => {
            let was = was(scenario, entry.stance, entry.outcome);
            format!("Right: {} {was} (event {event}).", name(scenario, entry.who))
        }
        StanceFound::Wrong { declared, event } => {
            format!("{who} {} (event {event}).", was(scenario, declared, entry.outcome))
        }
        StanceFound::NothingDeclared => {
            let was = was(scenario, Declared::Undeclared, entry.outcome);
            format!("{who} {was}: what it thinks of the text would be a guess.")
        }
        StanceFound::RightlyUndeclared => {
            let was = was(scenario, Declared::Undeclared, entry.outcome);
            format!("Right: {} {was}.", name(scenario, entry.who))
        }
    }
}

pub(super) fn quotation(scenario: &Scenario, entry: &CableEntry, found: &Found) -> String {
    let who = name(scenario, entry.who);
    match found {
        Found::InStatement { event } => format!("The quotation is right (event {event})."),
        Found::OfAnother { by, event } => {
            let by = name(scenario, *by);
            format!("These are words of {by} (event {event}), not of {who}.")
        }
        Found::Nowhere { nearest: Some((event, sentence)) } => {
            format!(
                "{} did not say that. Nearest is (event {event}): “{sentence}”",
                upper_first(&who)
            )
        }
        Found::Nowhere { nearest: None } => {
            format!("{} did not say that, nor anything like it.", upper_first(&who))
        }
        Found::TooShort => "Quote four words at least: fewer could be those of anybody.".to_owned(),
    }
}

pub(super) fn omitted(
    scenario: &Scenario,
    who: DelegationId,
    declared: &[(OutcomeId, Declared, usize)],
) -> String {
    let stances: Vec<String> = declared
        .iter()
        .map(|&(outcome, stance, _)| {
            format!("{} “{}”", said::stance(stance), scenario.outcomes[outcome].title)
        })
        .collect();
    format!("{} is not reported: it was {}.", upper_first(&name(scenario, who)), list(&stances))
}
