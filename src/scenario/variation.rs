//! A scenario within its author's uncertainty: what capitals might really instruct.
//!
//! docs/model.md, "Ensembles": each uncertain position is a draw from a normal distribution about
//! the position written, truncated to what is possible.

use crate::council::{DelegationId, IssueId};
use crate::stream::{Purpose, Seed, StreamKey};
use crate::unit::UnitInterval;

use super::derived::first_gain;
use super::model::Scenario;

/// A position that its author does not know for certain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uncertain {
    /// Whose.
    pub who: DelegationId,
    /// On which issue.
    pub issue: IssueId,
    /// The position written, in 0..1.
    pub mean: f64,
    /// The standard deviation u, above 0.
    pub spread: f64,
    /// Between which positions it lies: the red line where the position written keeps to it, else
    /// the whole scale.
    pub bounds: (f64, f64),
}

impl Scenario {
    /// The positions whose `uncertainty` is above 0, by delegation and issue.
    pub fn uncertain(&self) -> Vec<Uncertain> {
        let mut uncertain = Vec::new();
        for who in self.members.ids() {
            for issue in self.issues.ids() {
                let Some(stance) = &self.stances[(who, issue)] else { continue };
                let (mean, spread) = (stance.position.get(), stance.uncertainty.get());
                let red_line = self.derived.instructions[(who, issue)].red_line;
                let bounds = if red_line.outside(mean) > 0.0 {
                    (0.0, 1.0)
                } else {
                    (red_line.low.get(), red_line.high.get())
                };
                if spread > 0.0 {
                    uncertain.push(Uncertain { who, issue, mean, spread, bounds });
                }
            }
        }
        uncertain
    }

    /// The scenario as it would be if capitals instructed what this seed draws for each uncertain
    /// position. The digest stays that of the file.
    #[must_use]
    pub fn varied(&self, seed: Seed) -> Self {
        let mut varied = self.clone();
        varied.vary(&self.uncertain(), seed);
        varied
    }

    /// Draws each of these positions anew, in place; `uncertain` is that of the scenario as it was
    /// written, so that one draw leaves nothing behind for the next.
    pub(crate) fn vary(&mut self, uncertain: &[Uncertain], seed: Seed) {
        self.variation = Some(seed);
        for position in uncertain {
            let place = (position.who, position.issue);
            let key = StreamKey {
                purpose: Purpose::Instructions,
                stage: 0,
                who: self.members[position.who].key,
                object: self.issues[position.issue].key,
                occasion: 0,
            };
            let drawn =
                seed.stream(key).truncated_normal(position.mean, position.spread, position.bounds);
            self.derived.instructions[place].position = drawn;
            if let Some(stance) = &mut self.stances[place] {
                stance.position = UnitInterval::clamped(drawn);
            }
        }
        for outcome in self.outcomes.ids() {
            self.derived.first_gain[outcome] =
                first_gain(&self.outcomes[outcome], &self.issues, &self.stances);
        }
    }
}
