//! From positions to ballots to decisions, and the exact forecast of them.

mod ballot;
mod blocking;
mod decision;
mod forecast;
mod gain;
mod gradient;
mod moved;
mod power;
mod recursion;
mod tally;
mod weighted;

pub use ballot::{Ballot, BallotRow};
pub use blocking::{Blocking, Move, Path, blocking};
pub use decision::{chance, chance_of};
pub use forecast::{
    Forecast, decision_chances, decision_chances_given, expectation, forecast, from_room,
    opening_positions,
};
pub use gain::{Heard, Room, gain, gain_on, judge};
pub use gradient::{Slope, gradient};
pub use power::{Power, power, power_under};
pub use recursion::{DecisionChances, Workspace};
pub use tally::{Cast, Decision, Failure, decide, pivotal};

pub(crate) use forecast::{decision_chances_at, decision_chances_of};
pub(crate) use moved::{Moved, Voter, crosses, log_odds};

pub(crate) use decision::{
    ABSTAINS, ballot, bound, each_chance, free_ballot, free_chance, is_bound, procedural_ballot,
    procedural_chance, thresholds,
};
pub(crate) use recursion::chances_among;
