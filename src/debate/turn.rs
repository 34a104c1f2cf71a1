//! A turn: what one step shows.

use std::ops::Range;

use crate::council::{
    AdoptionRule, DelegationId, InjectId, OutcomeId, StageName, StatementPurpose,
};
use crate::scenario::Scenario;

use super::{Event, EventKind, Record};

/// What one step shows: a statement, a decision, the opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The events, as places in the record.
    pub events: Range<usize>,
    /// The stage.
    pub stage: StageName,
    /// What it is.
    pub kind: TurnKind,
}

impl Turn {
    /// Whether this text is decided in it.
    pub fn decides(&self, outcome: OutcomeId) -> bool {
        let (TurnKind::Decision(decided) | TurnKind::Signature(decided)) = self.kind else {
            return false;
        };
        decided == outcome
    }
}

/// What a turn is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnKind {
    /// The meeting is opened.
    Opening,
    /// A statement.
    Statement(DelegationId),
    /// A joint statement is signed, outside the chamber.
    Signature(OutcomeId),
    /// It is settled which texts are put.
    Selection,
    /// A text is decided.
    Decision(OutcomeId),
    /// The meeting is adjourned.
    Closing,
    /// A delegation lets the floor pass.
    Pass(DelegationId),
    /// Something happens outside the chamber.
    Inject(InjectId),
    /// Two delegations exchange places on the list of speakers.
    Exchange(DelegationId, DelegationId),
    /// A delegation receives other instructions from its capital.
    Instructions(DelegationId),
    /// A round of consultations, by its number.
    Round(u32),
    /// After the rounds: it is settled what becomes of texts on which silence is not asked.
    Conclusion,
    /// A text is placed under silence.
    Silence(OutcomeId),
    /// A member raises a question of procedure.
    Question(DelegationId),
    /// A question of procedure is ruled on or decided.
    Ruling,
    /// An amendment to a text, or a part of it, is put to the vote.
    Part(OutcomeId),
}

/// The turns of a record. Steps of which nothing is seen, such as a stage that opens, belong to
/// the turn after them; what happens after the last turn is shown with it.
pub fn turns(record: &Record) -> Vec<Turn> {
    let mut turns = turns_so_far(record);
    if let Some(last) = turns.last_mut() {
        last.events.end = record.events.len();
    }
    turns
}

/// The turns of a debate under way: what has happened since the last belongs to the next.
pub fn turns_so_far(record: &Record) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut start = 0;
    for (at, step) in record.steps.iter().enumerate() {
        let end = record.steps.get(at + 1).map_or(record.events.len(), |next| next.before);
        if let Some((stage, kind)) = seen(&record.scenario, &record.events[step.before..end]) {
            match turns.last_mut() {
                Some(last) if is_one_with(last, kind) => last.events.end = end,
                _ => turns.push(Turn { events: start..end, stage, kind }),
            }
            start = end;
        }
    }
    turns
}

/// What becomes of several texts is shown in one turn.
const fn is_one_with(last: &Turn, kind: TurnKind) -> bool {
    matches!((last.kind, kind), (TurnKind::Conclusion, TurnKind::Conclusion))
}

/// What a person sees of these events, if anything.
fn seen(scenario: &Scenario, events: &[Event]) -> Option<(StageName, TurnKind)> {
    // What an inject lets a member raise is what is seen of it.
    let raised = events.iter().find_map(|event| match event.kind {
        EventKind::QuestionRaised { by, .. } => Some((event.stage, TurnKind::Question(by))),
        _ => None,
    });
    raised.or_else(|| {
        events.iter().find_map(|event| {
            let kind = match &event.kind {
                EventKind::MeetingCalledToOrder => TurnKind::Opening,
                EventKind::StatementDelivered(statement) => match statement.purpose {
                    StatementPurpose::Debate | StatementPurpose::Further => {
                        TurnKind::Statement(statement.speaker)
                    }
                    // What is said around a decision belongs to its turn.
                    StatementPurpose::ExplanationBefore(_)
                    | StatementPurpose::ExplanationAfter(_)
                    | StatementPurpose::Dissociation(_) => return None,
                },
                EventKind::FloorPassed { by } => TurnKind::Pass(*by),
                // Joint statements are selected and signed in one breath.
                EventKind::TextsSelected { .. } if event.stage == StageName::JointStatements => {
                    return None;
                }
                EventKind::TextsSelected { .. } => TurnKind::Selection,
                EventKind::DecisionTaken { outcome, .. } => {
                    if *scenario.rule(*outcome) == AdoptionRule::Signature {
                        TurnKind::Signature(*outcome)
                    } else {
                        TurnKind::Decision(*outcome)
                    }
                }
                EventKind::MeetingAdjourned => TurnKind::Closing,
                EventKind::InjectFired { inject } => TurnKind::Inject(*inject),
                EventKind::PlacesExchanged { first, second } => TurnKind::Exchange(*first, *second),
                EventKind::InstructionsGiven { to, .. } => TurnKind::Instructions(*to),
                EventKind::RoundClosed { round } => TurnKind::Round(*round),
                EventKind::PutInBlue { .. }
                | EventKind::LeftAsSupport { .. }
                | EventKind::SteppedDown { .. } => TurnKind::Conclusion,
                EventKind::SilenceOpened { outcome, .. } => TurnKind::Silence(*outcome),
                EventKind::QuestionDecided { .. } | EventKind::RulingGiven { .. } => {
                    TurnKind::Ruling
                }
                EventKind::AmendmentDecided { outcome, .. }
                | EventKind::PartDecided { outcome, .. } => TurnKind::Part(*outcome),
                _ => return None,
            };
            Some((event.stage, kind))
        })
    })
}
