//! How a seat fares in many debates in which the model plays it: the luck apart from the skill.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::council::DelegationId;
use crate::debate::{Debate, NoRecord};
use crate::ensemble::Share;
use crate::scenario::Scenario;
use crate::stream::Seed;

use super::goals::{judged, points};
use super::objectives::objectives;

/// Points that are nearer to each other than this are the same.
const SAME: f64 = 1e-9;

/// Where a number of points lies among those of many debates with the model in the seat.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The points of each debate, the lowest first.
    pub points: Vec<f64>,
}

impl Standing {
    /// In how many of the debates the model had fewer points than `points`; debates with as many
    /// count by half (docs/model.md, "Seats"). The interval is that of a share (Wilson 1927).
    pub fn better_than(&self, points: f64) -> Share {
        let fewer = self.points.partition_point(|&it| it < points - SAME);
        let same = self.points.partition_point(|&it| it <= points + SAME) - fewer;
        Share::of((fewer + same / 2) as u64, self.points.len() as u64)
    }

    /// The points in the middle: as many debates have more as have fewer.
    pub fn median(&self) -> Option<f64> {
        let count = self.points.len();
        let middle = self.points.get(count / 2)?;
        if count.is_multiple_of(2) {
            Some((middle + self.points[count / 2 - 1]) / 2.0)
        } else {
            Some(*middle)
        }
    }
}

/// Holds `runs` debates from `seed` on, all seats played by the model, and counts the points of
/// `who`. `done` counts the debates held; once `cancel` is set, what has been held is what counts.
pub fn standing(
    scenario: &Arc<Scenario>,
    who: DelegationId,
    (seed, runs): (Seed, u64),
    (done, cancel): (&AtomicU64, &AtomicBool),
) -> Standing {
    let goals = objectives(scenario, who);
    let start = || Debate::new(Arc::clone(scenario), seed);
    let held = (0..runs).into_par_iter().map_init(start, |debate, run| {
        if cancel.load(Ordering::Relaxed) {
            return None;
        }
        debate.restart(Seed(seed.0.wrapping_add(run)));
        debate.run(&mut NoRecord);
        done.fetch_add(1, Ordering::Relaxed);
        Some(points(&judged(scenario, debate.state(), (who, &goals))))
    });
    let mut points: Vec<f64> = held.collect::<Vec<_>>().into_iter().flatten().collect();
    points.sort_by(f64::total_cmp);
    Standing { points }
}
