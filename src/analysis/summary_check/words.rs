//! What was found of a summary, in sentences.

use crate::council::{Declared, DelegationId, Direction};
use crate::scenario::Scenario;
use crate::text::upper_first;

use super::super::said::stance;
use super::{ClaimKind, Quantifier, Side};

/// An entry that says nothing of anybody.
pub(super) const EMPTY: &str =
    "The entry names no delegation and no number, so that nobody can check it.";

fn name(scenario: &Scenario, who: DelegationId) -> String {
    upper_first(&scenario.members[who].name.in_sentence())
}

/// "declared itself in favour of “…”", "spoke on “…” for …".
fn did(scenario: &Scenario, says: ClaimKind) -> String {
    match says {
        ClaimKind::Declared(outcome, Declared::Reservations) => {
            format!("spoke of reservations on “{}”", scenario.outcomes[outcome].title)
        }
        ClaimKind::Declared(outcome, declared) => {
            format!("declared itself {} “{}”", stance(declared), scenario.outcomes[outcome].title)
        }
        ClaimKind::Voiced(issue, side) => {
            let issue = &scenario.issues[issue];
            let put = match side {
                Side::Near(position) => {
                    format!("put forward “{}”", issue.nearest_mark(position))
                }
                Side::Toward(Direction::High) => format!("spoke toward “{}”", issue.high),
                Side::Toward(Direction::Low) => format!("spoke toward “{}”", issue.low),
            };
            format!("{put} on “{}”", issue.name)
        }
    }
}

/// The subject alone: "on “…”".
fn on(scenario: &Scenario, says: ClaimKind) -> String {
    match says {
        ClaimKind::Declared(outcome, _) => format!("on “{}”", scenario.outcomes[outcome].title),
        ClaimKind::Voiced(issue, _) => format!("on “{}”", scenario.issues[issue].name),
    }
}

pub(super) fn right(scenario: &Scenario, who: DelegationId, says: ClaimKind) -> String {
    format!("{} {}, as the entry says.", name(scenario, who), did(scenario, says))
}

pub(super) fn otherwise(
    scenario: &Scenario,
    who: DelegationId,
    (claimed, said): (ClaimKind, ClaimKind),
) -> String {
    let claimed = match claimed {
        ClaimKind::Declared(_, Declared::Reservations) => "the entry says “with reservations”",
        ClaimKind::Declared(_, Declared::InFavour) => "the entry says “in favour”",
        ClaimKind::Declared(_, Declared::Opposed) => "the entry says “opposed”",
        ClaimKind::Declared(_, Declared::Undeclared) => "the entry says that it declared nothing",
        ClaimKind::Voiced(..) => "the entry says otherwise",
    };
    format!("{} {}; {claimed}.", name(scenario, who), did(scenario, said))
}

pub(super) fn nothing(scenario: &Scenario, who: DelegationId, says: ClaimKind) -> String {
    let what = match says {
        ClaimKind::Declared(..) => "did not declare itself",
        ClaimKind::Voiced(..) => "voiced no position",
    };
    format!("{} {what} {}.", name(scenario, who), on(scenario, says))
}

pub(super) fn left_out(scenario: &Scenario, who: DelegationId, says: ClaimKind) -> String {
    format!("{} {} too, and is not named.", name(scenario, who), did(scenario, says))
}

pub(super) fn stands_nowhere(scenario: &Scenario, who: DelegationId) -> String {
    format!("{} took the floor, and no entry says anything of it.", name(scenario, who))
}

pub(super) fn number(
    scenario: &Scenario,
    (says, quantifier): (ClaimKind, Quantifier),
    (count, of): (usize, usize),
) -> String {
    let did = did(scenario, says).replace("itself", "themselves");
    let said = format!("{count} of the {of} delegations that spoke {did}");
    let word = quantifier.words();
    if quantifier.range(of).contains(&count) {
        return format!("{said}: “{word}” is right.");
    }
    let stands = format!("{said}, and “{word}” stands for {}", quantifier.stands_for());
    match Quantifier::of(count, of) {
        Some(right) => format!("{stands}: “{}” would be right.", right.words()),
        None => format!("{stands}."),
    }
}
