//! The hot-seat clock: how long the turn of a player lasts. It ends nothing, and only the window
//! knows of it.

use crate::council::DelegationId;
use crate::debate::EventKind;
use crate::session::{BranchId, Due, Eyes, Matter, Session};

/// The times for a turn that can be chosen, in minutes; none is no clock.
pub(super) const TIMES: [Option<u8>; 5] = [None, Some(2), Some(3), Some(5), Some(10)];

/// How long the turn of a player has lasted.
#[derive(Debug, Default)]
pub struct TurnClock {
    turn: Option<Turn>,
    /// For how many seconds the player has had the turn.
    used: f64,
    is_held: bool,
}

/// A matter that waits for a player: as long as it is the same, so is the turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    branch: BranchId,
    who: DelegationId,
    matter: Matter,
    /// How often the player's delegation has spoken: it may have the floor twice.
    spoken: usize,
}

impl TurnClock {
    /// Lets `seconds` pass. Returns the seconds until what is left reads otherwise, while it runs.
    pub(super) fn advance(&mut self, session: Option<&Session>, seconds: f64) -> Option<f64> {
        let Some((session, due)) = session.and_then(|it| Some((it, it.current().due()?))) else {
            *self = Self { is_held: self.is_held, ..Self::default() };
            return None;
        };
        let turn = Turn {
            branch: session.current().id(),
            who: due.who,
            matter: due.matter,
            spoken: spoken(session, due.who),
        };
        if self.turn != Some(turn) {
            // It begins when the player sees what waits.
            let begins = session.is_at_end() && is_theirs(session, due);
            (self.turn, self.used) = (Some(turn).filter(|_| begins), 0.0);
            return begins.then_some(1.0);
        }
        if self.is_held || !is_theirs(session, due) {
            return None;
        }
        self.used += seconds;
        Some(1.0 - self.used.fract())
    }

    /// The seconds that are left of so many minutes for a turn, 0 when they are over.
    pub fn left(&self, minutes: u8) -> u32 {
        (f64::from(minutes) * 60.0 - self.used).max(0.0).ceil() as u32
    }

    /// Whether it is held.
    pub const fn is_held(&self) -> bool {
        self.is_held
    }

    /// Holds it, or lets it run on.
    pub(super) const fn switch(&mut self) {
        self.is_held = !self.is_held;
    }
}

/// How often a delegation has spoken in all that has been held so far.
fn spoken(session: &Session, who: DelegationId) -> usize {
    let events = session.truth().events.iter();
    let own = events.filter(|event| match &event.kind {
        EventKind::StatementDelivered(said) => said.speaker == who,
        _ => false,
    });
    own.count()
}

/// Whether the player who is to act looks, with the curtain up.
fn is_theirs(session: &Session, due: &Due) -> bool {
    let is_seen = matches!(session.eyes(), Eyes::All) || session.eyes() == Eyes::Seat(due.who);
    due.matter != Matter::Chair && session.seats().contains(&due.who) && is_seen
}

/// "4:05".
pub(super) fn minutes_and_seconds(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
