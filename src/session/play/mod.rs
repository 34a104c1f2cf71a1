//! Playing: where the debate waits for a person, and what a person does there.

mod acts;
mod asking;
mod draft;
mod drafted;
mod due;
mod later;
mod notebook;

use serde::{Deserialize, Serialize};

use crate::council::{DelegationId, OutcomeId};
use crate::debate::{Action, Debate, Record};

use super::eyes::Eyes;

pub use draft::{Draft, Jotting};
pub use notebook::{Note, notebook};

/// Who plays what, and what each has finished with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Play {
    /// The delegations played, in the order in which their players take turns.
    pub seats: Vec<DelegationId>,
    /// Whether a person presides, and takes each step of the meeting.
    pub presides: bool,
    finished: Vec<Finished>,
}

/// A matter with which a seat has finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Finished {
    /// After how many steps of the debate.
    steps: usize,
    who: DelegationId,
    matter: Matter,
}

/// Something that waits for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// Who is to act.
    pub who: DelegationId,
    /// On what.
    pub matter: Matter,
    /// What the model or the programme would do next.
    pub proposed: Action,
}

/// What a person is to settle before the debate goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Matter {
    /// Soundings before the meeting.
    Soundings,
    /// A statement: it has the floor.
    Floor,
    /// What it does in a round of consultations.
    Round(u32),
    /// What it answers, as the penholder, to what is offered in a round.
    Answer {
        /// The text.
        outcome: OutcomeId,
        /// The round.
        round: u32,
    },
    /// The next step with its text after the rounds, so many steps after the first.
    Conclusion {
        /// The text.
        outcome: OutcomeId,
        /// How often it was concluded on before.
        step: u32,
    },
    /// Whether it breaks silence on a text.
    Silence {
        /// The text.
        outcome: OutcomeId,
        /// Whether silence was extended.
        extended: bool,
    },
    /// Its vote, signature or objection.
    Vote(OutcomeId),
    /// The next step of the meeting, as the President.
    Chair,
}

impl Play {
    /// The play of those seats, in which nothing has been finished yet.
    pub const fn new(seats: Vec<DelegationId>, presides: bool) -> Self {
        Self { seats, presides, finished: Vec::new() }
    }

    /// Through whose eyes the debate is looked at first, where `president` presides.
    pub(super) fn first_eyes(&self, president: DelegationId) -> Eyes {
        match self.seats[..] {
            [seat] => Eyes::Seat(seat),
            [] => Eyes::Seat(president),
            // Several take turns: nothing of one is shown before it is its turn.
            _ => Eyes::Public,
        }
    }

    fn has_finished(&self, who: DelegationId, matter: Matter) -> bool {
        self.finished.iter().any(|it| (it.who, it.matter) == (who, matter))
    }

    fn finish(&mut self, steps: usize, who: DelegationId, matter: Matter) {
        self.finished.push(Finished { steps, who, matter });
    }

    /// The play as it was when so many steps had been taken, and nothing was finished since.
    pub(super) fn anew(&self, steps: usize) -> Self {
        let mut play = self.clone();
        play.finished.retain(|it| it.steps < steps);
        play
    }

    /// The play as it was after so many steps.
    pub(super) fn after(&self, steps: usize) -> Self {
        let mut play = self.clone();
        play.finished.retain(|it| it.steps <= steps);
        play
    }
}

/// Lets the model and the programme carry on from the end of `record` until a person has to act,
/// or the debate is over.
pub(super) fn carry_on(record: &mut Record, debate: &mut Debate, play: &Play) -> Option<Due> {
    loop {
        let proposed = debate.propose()?;
        if let Some(due) = due::due(debate, play, &proposed) {
            return Some(due);
        }
        // What is proposed is always admitted; were it not, stopping beats a hang.
        record.carry_out(debate, &proposed, false).ok()?;
    }
}
