//! Second opinions: what five collective-decision models make of the opening positions (docs/second-opinions.md).

mod actor;
mod challenge;
mod compromise;
mod exchange;
mod median;
mod nash;
mod on_scenario;

pub use actor::{Actor, Silence};
pub use challenge::{Challenge, Contest, Round, challenge};
pub use compromise::compromise_mean;
pub use exchange::{Exchange, Exchanges, Move, exchange_positions};
pub use median::{plain_median, weighted_median};
pub use nash::{Bargain, nash_bargaining};
pub use on_scenario::{OnIssue, Opinions, second_opinions};
