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

/// In which turn an event fell, from 1: people know turns, not events.
pub(super) type TurnOf<'a> = &'a dyn Fn(usize) -> usize;

pub(super) fn stance(
    scenario: &Scenario,
    entry: &CableEntry,
    (found, turn): (StanceFound, TurnOf<'_>),
) -> String {
    let who = upper_first(&name(scenario, entry.who));
    match found {
        StanceFound::Right { event } => {
            let was = was(scenario, entry.stance, entry.outcome);
            format!("Right: {} {was} (turn {}).", name(scenario, entry.who), turn(event))
        }
        StanceFound::Wrong { declared, event } => {
            let was = was(scenario, declared, entry.outcome);
            format!("{who} {was} (turn {}).", turn(event))
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

pub(super) fn quotation(
    scenario: &Scenario,
    entry: &CableEntry,
    (found, turn): (&Found, TurnOf<'_>),
) -> String {
    let who = name(scenario, entry.who);
    match found {
        Found::InStatement { event } => {
            format!("{} said these words (turn {}).", upper_first(&who), turn(*event))
        }
        Found::OfAnother { by, event } => {
            let by = name(scenario, *by);
            format!("These are words of {by} (turn {}), not of {who}.", turn(*event))
        }
        Found::Nowhere { nearest: Some((event, sentence)) } => {
            format!(
                "{} did not say that. Nearest is (turn {}): “{sentence}”",
                upper_first(&who),
                turn(*event)
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
