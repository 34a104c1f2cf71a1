//! From positions to ballots to decisions, and the exact forecast of them.

mod ballot;
mod blocking;
mod decision;
mod forecast;
mod gain;
mod power;
mod recursion;
mod tally;
mod weighted;

pub use ballot::{Ballot, BallotRow};
pub use blocking::{Blocking, Move, Path, blocking};
pub use decision::{chance, chance_of};
pub use forecast::{Forecast, decision_chances, forecast, from_room, opening_positions};
pub use gain::{Room, gain, gain_on, judge};
pub use power::{Power, power, power_under};
pub use recursion::{DecisionChances, Workspace};
pub use tally::{Decision, Failure, decide};

pub(crate) use decision::{
    ballot, free_ballot, free_chance, is_bound, procedural_ballot, procedural_chance,
};
pub(crate) use recursion::chances_among;
