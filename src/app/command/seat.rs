//! What people do in the seats they play.

use crate::council::DelegationId;
use crate::debate::{Action, Chair};
use crate::scenario::Naming;
use crate::session::{Draft, Eyes, Papers, Session};

use super::Steer;

/// What is done in a seat, or about seats.
#[derive(Clone, Debug, PartialEq)]
pub enum SeatCommand {
    /// Takes these seats, and presides if so wished, in a debate that begins.
    Sit { seats: Vec<DelegationId>, presides: bool },
    /// Acts, here.
    Act(Action),
    /// Is finished with what waits: the rest is as the model would have it.
    Finish,
    /// Keeps what is being written for a seat, or throws it away.
    Draft(DelegationId, Option<Draft>),
    /// Keeps what people write beside the debate.
    Papers(Box<Papers>),
    /// Keeps these papers instead, in which something is gone, says what was done, and offers the
    /// way back. What is gone is gone from the autosave as well.
    Redact(Box<Papers>, String),
    /// Looks through the eyes of a seat, or of the gallery.
    LookThrough(Eyes),
    /// Opens what is private, or closes it again: for the teacher.
    Open(bool),
    /// Names States so: letters in their place, names again, or names because it is told who was
    /// who.
    NameBy(Naming),
    /// Tries again from the turn shown.
    TryAgain,
    /// Gives each turn of a player so many minutes, or no limit.
    TurnTime(Option<u8>),
    /// Holds the clock of turns, or lets it run on.
    HoldClock,
    /// Leaves all seats to the model.
    Leave,
    /// Does something for the teacher, and says what was done.
    Steer(Steer),
}

impl SeatCommand {
    pub(super) fn is_available(&self, session: &Session) -> bool {
        let plays = session.play_of().is_some();
        match self {
            Self::Sit { .. } | Self::Papers(_) | Self::Redact(..) | Self::TurnTime(_) => true,
            Self::HoldClock => plays && !session.is_over() && !session.seats().is_empty(),
            Self::Act(_) | Self::Draft(..) | Self::LookThrough(_) | Self::TryAgain => plays,
            Self::Steer(_) => plays && !session.is_over(),
            Self::Finish => session.due().is_some(),
            Self::Open(everything) => {
                plays && !session.has_ended() && session.is_open() != *everything
            }
            Self::Leave => {
                let sits = !session.seats().is_empty() || session.state().chair == Chair::Person;
                plays && !session.is_over() && sits
            }
            Self::NameBy(naming) => session.may_name(*naming),
        }
    }
}
