//! Many debates of one scenario: what they come to, how sure that is, and on what it rests.
//!
//! Run r of an ensemble from seed S is the debate of seed S + r, held by the very engine that the
//! window shows: any single run can be opened as a whole debate by its seed. What is counted is
//! counted in whole numbers, so that parts add up to the whole in any order, bit for bit.

mod arms;
mod observation;
mod plan;
mod runner;
mod sensitivity;
mod statistics;
mod summary;
mod swings;

pub use arms::{Arms, PairedCounts};
pub use plan::{EnsembleFault, Plan, Progress, Watch};
pub use runner::{compare, ensemble, listened};
pub use sensitivity::{Factor, Leverage, leverages};
pub use statistics::{Difference, Share, Z_95};
pub use summary::{Ending, MergeFault, OutcomeCounts, Summary};
pub use swings::{StageSwings, Swing};
