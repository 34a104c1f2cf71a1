//! What a delegation knows: the record, and what it was told; never what others keep to themselves.

mod expected;
mod known;

use crate::council::{DelegationId, IssueId, Judgement, OutcomeId, Statement, VoteChance};
use crate::scenario::Scenario;
use crate::vote::BallotRow;

use super::event::{Answer, Book, Event, EventKind};
use super::state::State;

pub use expected::{Expectation, Expected};

/// What one or several delegations, played by people, know together.
#[derive(Debug, Clone)]
pub struct Knowledge<'a> {
    scenario: &'a Scenario,
    seats: &'a [DelegationId],
    /// Whether what every member is told is known, whoever is played.
    is_of_members: bool,
}

/// How a delegation leans, in words: the answer to a sounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaning {
    /// It would not join.
    Against,
    /// It leans against.
    Doubtful,
    /// It could go either way.
    Open,
    /// It leans in favour.
    Inclined,
    /// It would join.
    InFavour,
}

impl Leaning {
    /// The leaning behind a chance of a vote in favour, in 0..1.
    pub const fn of(in_favour: f64) -> Self {
        if in_favour < 0.10 {
            Self::Against
        } else if in_favour < 0.40 {
            Self::Doubtful
        } else if in_favour < 0.60 {
            Self::Open
        } else if in_favour < 0.90 {
            Self::Inclined
        } else {
            Self::InFavour
        }
    }

    /// A chance that stands for the leaning, and tells no more than it.
    pub const fn chance(self) -> f64 {
        match self {
            Self::Against => 0.05,
            Self::Doubtful => 0.25,
            Self::Open => 0.50,
            Self::Inclined => 0.75,
            Self::InFavour => 0.95,
        }
    }
}

impl<'a> Knowledge<'a> {
    /// The knowledge of those who play these `seats`.
    pub const fn of(scenario: &'a Scenario, seats: &'a [DelegationId]) -> Self {
        Self { scenario, seats, is_of_members: false }
    }

    /// The same, with what every voting member is told, or without it where no seat is one.
    #[must_use]
    pub const fn of_members(self, is_of_members: bool) -> Self {
        Self { is_of_members, ..self }
    }

    /// Whether this delegation is one of those played.
    pub fn is_own(&self, who: DelegationId) -> bool {
        self.seats.contains(&who)
    }

    /// The position of `who` on `issue` as it is known: one's own as it is, another's as it was
    /// last voiced; none, where nothing was.
    pub fn position(&self, state: &State, who: DelegationId, issue: IssueId) -> Option<f64> {
        if self.is_own(who) {
            Some(state.positions[(who, issue)])
        } else {
            state.voiced[(who, issue)]
        }
    }

    /// The event as it is known, with what is private taken out of it; `None` for what is not
    /// known at all.
    pub fn event(&self, event: &Event) -> Option<Event> {
        let votes = |&who: &DelegationId| self.scenario.members[who].votes();
        let is_member = self.is_of_members || self.seats.iter().any(votes);
        let mut seen = event.clone();
        match &mut seen.kind {
            EventKind::PositionsShifted { rows } => {
                rows.retain(|row| self.is_own(row.listener));
                return (!rows.is_empty()).then_some(seen);
            }
            EventKind::StatementDelivered(statement) if !self.is_own(statement.speaker) => {
                hide_reasons(statement);
            }
            EventKind::SoundingTaken(sounding) => {
                if !self.is_own(sounding.by) && !self.is_own(sounding.of) {
                    return None;
                }
                // What was understood is a leaning, not a number.
                sounding.in_favour = Leaning::of(sounding.in_favour).chance();
                sounding.heard.clear();
            }
            EventKind::AmendmentsWeighed { outcome, offers } => {
                let holds_pen = self.holds_pen(*outcome);
                offers.retain(|o| holds_pen || self.is_own(o.by) || o.answer == Answer::Taken);
                if !holds_pen {
                    for offer in offers {
                        (offer.estimate, offer.gain) = (None, 0.0);
                    }
                }
            }
            EventKind::TextsSelected { rows } => {
                for row in rows {
                    if !self.holds_pen(row.outcome) {
                        row.estimate = None;
                    }
                }
            }
            EventKind::SteppedDown { outcome, estimate, .. }
            | EventKind::LeftAsSupport { outcome, estimate }
                if !self.holds_pen(*outcome) =>
            {
                *estimate = 0.0;
            }
            EventKind::BallotLocked { by: who, .. }
            | EventKind::ExplanationPrepared { by: who, .. }
            | EventKind::InstructionsGiven { to: who, .. }
                if !self.is_own(*who) =>
            {
                return None;
            }
            // What does not happen is known to those who settled it alone.
            EventKind::InjectHeld { .. } => return None,
            EventKind::BallotsCast { rows, .. }
            | EventKind::SilenceBroken { rows, .. }
            | EventKind::QuestionDecided { rows, .. }
            | EventKind::AmendmentDecided { rows, .. }
            | EventKind::PartDecided { rows, .. } => self.hide(rows),
            _ => {}
        }
        let is_told = is_member || seen.book == Book::Record || is_news(&seen.kind);
        is_told.then_some(seen)
    }

    /// Whether one of those played holds the pen of a text.
    pub fn holds_pen(&self, outcome: OutcomeId) -> bool {
        let pen = self.scenario.outcomes[outcome].sponsors.first();
        pen.is_some_and(|&pen| self.is_own(pen))
    }

    /// A ballot is known once it is cast; why it was cast is not.
    fn hide(&self, rows: &mut [BallotRow]) {
        for row in rows.iter_mut().filter(|row| !self.seats.contains(&row.delegation)) {
            row.judgement = HIDDEN_JUDGEMENT;
            row.chance = HIDDEN_CHANCE;
            row.draw = 0.0;
        }
    }
}

/// What was said is known; why it was said is not.
fn hide_reasons(statement: &mut Statement) {
    for point in &mut statement.points {
        (point.attention, point.luck) = (0.0, 0.0);
        point.argument = None;
    }
    for declaration in &mut statement.declarations {
        declaration.judgement = HIDDEN_JUDGEMENT;
        declaration.chance = HIDDEN_CHANCE;
    }
    if let Some(commended) = &mut statement.commends {
        commended.affinity = 0.0;
    }
}

/// What those who take no part in consultations hear all the same.
const fn is_news(kind: &EventKind) -> bool {
    matches!(
        kind,
        EventKind::StageOpened
            | EventKind::SeatTaken { .. }
            | EventKind::SeatLeft { .. }
            | EventKind::ChairTaken { .. }
            | EventKind::ChairLeft { .. }
            | EventKind::SpeakersListed { .. }
            | EventKind::PlacesExchanged { .. }
            | EventKind::InstructionsGiven { .. }
            | EventKind::InjectFired { .. }
            | EventKind::FloorRequested { .. }
            | EventKind::BallotsCast { .. }
            | EventKind::DecisionTaken { .. }
            | EventKind::AssemblyDebateDue { .. }
            | EventKind::SoundingTaken(_)
            | EventKind::BallotLocked { .. }
            | EventKind::ExplanationPrepared { .. }
    )
}

const HIDDEN_JUDGEMENT: Judgement = Judgement::of_gain(0.0);
const HIDDEN_CHANCE: VoteChance = VoteChance { in_favour: 0.0, abstaining: 0.0, against: 0.0 };
