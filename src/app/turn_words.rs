//! A turn in a line: who acts or what happens, and what is said or decided.

use crate::app::shell::upper_first;
use crate::council::DelegationId;
use crate::session::{Branch, Session, Turn, TurnKind};
use crate::text::EntryKind;

/// Who acts or what happens: "Japan", "Decision", "Consultations, round 2".
pub(super) fn who(branch: &Branch, turn: &Turn) -> String {
    let scenario = &branch.record().scenario;
    let name = |who: DelegationId| upper_first(&scenario.members[who].name.short);
    match turn.kind {
        TurnKind::Statement(who) | TurnKind::Pass(who) => name(who),
        TurnKind::Instructions(who) => format!("{}: instructions", name(who)),
        TurnKind::Question(who) => format!("{}: question", name(who)),
        TurnKind::Exchange(first, second) => format!("{} and {}", name(first), name(second)),
        TurnKind::Decision(outcome) | TurnKind::Part(outcome) => {
            scenario.outcomes[outcome].title.clone()
        }
        TurnKind::Signature(outcome) => format!("Signed: {}", scenario.outcomes[outcome].title),
        TurnKind::Silence(outcome) => format!("Silence: {}", scenario.outcomes[outcome].title),
        TurnKind::Inject(inject) => scenario.injects[inject].title.clone(),
        TurnKind::Round(number) => format!("Consultations, round {number}"),
        TurnKind::Conclusion => "After consultations".to_owned(),
        TurnKind::Selection => "Which texts are put".to_owned(),
        TurnKind::Ruling => "Ruling".to_owned(),
        TurnKind::Opening => "Opening".to_owned(),
        TurnKind::Closing => "Closing".to_owned(),
    }
}

/// What is said or decided, in a sentence or two; the headline of a statement.
pub(super) fn what(branch: &Branch, turn: &Turn) -> String {
    let entries = branch.entries_of(turn);
    let headline = entries.iter().find_map(|entry| match &entry.kind {
        EntryKind::Statement { headline, .. } if !headline.is_empty() => Some(headline.clone()),
        _ => None,
    });
    let told = || {
        let mut texts = entries.iter().filter(|entry| entry.kind != EntryKind::Heading);
        // Of a decision the last sentence says how it ended.
        let text = if turn.is_vote() { texts.next_back() } else { texts.next() };
        text.map(|entry| entry.text.clone())
    };
    match turn.kind {
        TurnKind::Pass(_) => "Did not speak.".to_owned(),
        _ => headline.or_else(told).unwrap_or_default(),
    }
}

/// "Turn 12 of 38"; while the debate is played nobody knows how many there will be.
pub(in crate::app) fn shown_turn(session: &Session) -> String {
    let turn = format!("Turn {}", session.cursor());
    if session.sees_all() { format!("{turn} of {}", session.turns().len()) } else { turn }
}
