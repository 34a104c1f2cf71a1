//! What an ensemble leaves behind: counts in whole numbers, which add up exactly in any order.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::council::{Id as _, OutcomeId};
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::vote::{Decision, Failure};

use super::sensitivity::FactorCounts;
use super::statistics::Share;
use super::swings::Swing;

/// How a text ended in one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Adopted, agreed, issued or signed.
    Adopted,
    /// The votes were there, and a veto holder voted against.
    Vetoed,
    /// The votes, or the signatures of the sponsors, were not there.
    ShortOfVotes,
    /// Somebody objected.
    Objected,
    /// Never put to a decision.
    NotPut,
}

impl Ending {
    /// All endings.
    pub const ALL: [Self; 5] =
        [Self::Adopted, Self::Vetoed, Self::ShortOfVotes, Self::Objected, Self::NotPut];

    /// How a text ended that was decided so; `None` where no decision was taken.
    pub const fn of(decision: Option<Decision>) -> Self {
        match decision {
            Some(Decision::Adopted) => Self::Adopted,
            Some(Decision::NotAdopted(Failure::Veto)) => Self::Vetoed,
            Some(Decision::NotAdopted(Failure::Majority | Failure::Signatures)) => {
                Self::ShortOfVotes
            }
            Some(Decision::NotAdopted(Failure::Objection)) => Self::Objected,
            Some(Decision::NotPut { .. }) | None => Self::NotPut,
        }
    }

    /// The name in JSON.
    pub const fn identifier(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Vetoed => "vetoed",
            Self::ShortOfVotes => "short_of_votes",
            Self::Objected => "objected",
            Self::NotPut => "not_put",
        }
    }
}

/// What became of one text over all runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeCounts {
    /// How often each ending occurred, in the order of `Ending::ALL`.
    pub endings: [u64; 5],
    /// The smallest seed at which each ending occurred: a run to open.
    pub examples: [Option<u64>; 5],
    /// In how many runs so many voting members were in favour, or signed, from none to all; only
    /// runs in which they were asked.
    pub in_favour: Vec<u64>,
    /// How often each delegation voted in favour, abstained and voted against (or objected), where
    /// all were asked.
    pub ballots: Vec<[u64; 3]>,
    /// How often each delegation cast a veto: it voted against where the votes were there.
    pub vetoes_by: Vec<u64>,
    /// How often the decision would have been another, had this delegation alone voted otherwise.
    pub pivotal: Vec<u64>,
    /// How often the text was in each form at the end, in the order of `OutcomeForm::ALL`.
    pub forms: [u64; 6],
}

impl OutcomeCounts {
    /// How often the text ended so, as a share of `runs`.
    pub fn share(&self, ending: Ending, runs: u64) -> Share {
        Share::of(self.endings[ending as usize], runs)
    }

    fn add(&mut self, other: &Self) {
        add(&mut self.endings, &other.endings);
        for (mine, theirs) in self.examples.iter_mut().zip(other.examples) {
            *mine = match (*mine, theirs) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        add(&mut self.in_favour, &other.in_favour);
        for (mine, theirs) in self.ballots.iter_mut().zip(&other.ballots) {
            add(mine, theirs);
        }
        add(&mut self.vetoes_by, &other.vetoes_by);
        add(&mut self.pivotal, &other.pivotal);
        add(&mut self.forms, &other.forms);
    }
}

fn add(mine: &mut [u64], theirs: &[u64]) {
    for (mine, theirs) in mine.iter_mut().zip(theirs) {
        *mine = mine.saturating_add(*theirs);
    }
}

/// What an ensemble, or a part of one, came to. Outcomes and delegations stand in the order of
/// the sorted identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The digest of the scenario.
    pub scenario: String,
    /// Whether uncertain positions were drawn anew for each run.
    pub varied: bool,
    /// Which seeds were run: first and number, in ascending order, neighbours joined.
    pub seeds: Vec<(u64, u64)>,
    /// What became of each text.
    pub outcomes: Vec<OutcomeCounts>,
    /// How P(adopted) moved in each stage, on a sample of the runs.
    pub swings: Vec<Vec<Swing>>,
    /// What became of the texts by where each uncertain position lay.
    pub factors: Vec<FactorCounts>,
}

/// Why two parts cannot be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MergeFault {
    /// They are of different scenarios.
    #[error("the parts come from different scenarios")]
    OtherScenario,
    /// One is varied and the other is not.
    #[error("one part drew uncertain positions anew (--vary), the other did not")]
    OtherVariation,
    /// One was altered: its lists are not as long as those of the scenario, or its counts do not
    /// add up to its runs.
    #[error("a part was altered: its counts do not fit the scenario or its own runs")]
    Altered,
    /// They have runs in common.
    #[error("the parts have seed {0} in common; a run counts once")]
    Overlap(u64),
}

impl Summary {
    /// A summary of no runs.
    pub fn empty(scenario: &Scenario, varied: bool) -> Self {
        let members = scenario.members.len();
        let outcome = OutcomeCounts {
            endings: [0; 5],
            examples: [None; 5],
            in_favour: vec![0; scenario.derived.voting.len() + 1],
            ballots: vec![[0; 3]; members],
            vetoes_by: vec![0; members],
            pivotal: vec![0; members],
            forms: [0; 6],
        };
        let outcomes = scenario.outcomes.len();
        Self {
            scenario: scenario.digest.clone(),
            varied,
            seeds: Vec::new(),
            outcomes: vec![outcome; outcomes],
            swings: vec![vec![Swing::default(); outcomes]; scenario.program.len()],
            factors: FactorCounts::of(scenario, varied),
        }
    }

    /// How many runs it sums up.
    pub fn runs(&self) -> u64 {
        self.seeds.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }

    /// What became of one text.
    pub fn outcome(&self, outcome: OutcomeId) -> &OutcomeCounts {
        &self.outcomes[outcome.index()]
    }

    /// Adds the runs of another part, whatever part that is.
    ///
    /// # Errors
    /// When the parts do not belong together; this one is then as it was.
    pub fn merge(&mut self, other: &Self) -> Result<(), MergeFault> {
        if self.scenario != other.scenario || self.outcomes.len() != other.outcomes.len() {
            return Err(MergeFault::OtherScenario);
        }
        if self.varied != other.varied {
            return Err(MergeFault::OtherVariation);
        }
        if self.shape() != other.shape() || !other.adds_up() {
            return Err(MergeFault::Altered);
        }
        self.seeds = joined(&self.seeds, &other.seeds)?;
        self.add_counts(other);
        Ok(())
    }

    /// Whether each text ended once in each run, and nothing was counted more often than that.
    fn adds_up(&self) -> bool {
        let runs = u128::from(self.runs());
        let sum = |counts: &[u64]| counts.iter().copied().map(u128::from).sum::<u128>();
        self.outcomes.iter().all(|counts| {
            let at_most_once = counts.vetoes_by.iter().chain(&counts.pivotal);
            sum(&counts.endings) == runs
                && sum(&counts.forms) == runs
                && sum(&counts.in_favour) <= runs
                && counts.ballots.iter().all(|ballots| sum(ballots) <= runs)
                && at_most_once.copied().map(u128::from).all(|count| count <= runs)
        })
    }

    /// How long each list is.
    fn shape(&self) -> Vec<usize> {
        let outcomes = self.outcomes.iter().flat_map(|counts| {
            let OutcomeCounts { in_favour, ballots, vetoes_by, pivotal, .. } = counts;
            [in_favour.len(), ballots.len(), vetoes_by.len(), pivotal.len()]
        });
        let swings = self.swings.iter().map(Vec::len);
        let factors = self.factors.iter().map(FactorCounts::outcomes);
        let ends = [self.outcomes.len(), self.swings.len(), self.factors.len()];
        ends.into_iter().chain(outcomes).chain(swings).chain(factors).collect()
    }

    /// Adds the counts alone: the seeds are told by who knows them.
    pub(super) fn add_counts(&mut self, other: &Self) {
        for (mine, theirs) in self.outcomes.iter_mut().zip(&other.outcomes) {
            mine.add(theirs);
        }
        for (mine, theirs) in self.swings.iter_mut().flatten().zip(other.swings.iter().flatten()) {
            mine.add(*theirs);
        }
        for (mine, theirs) in self.factors.iter_mut().zip(&other.factors) {
            mine.add(theirs);
        }
    }

    /// These seeds, the first and the number, have been run.
    pub(super) fn ran(&mut self, first: Seed, count: u64) {
        if count > 0 {
            self.seeds = vec![(first.0, count)];
        }
    }

    /// Half the width of the widest interval of a share of adoption.
    pub(super) fn widest(outcomes: impl Iterator<Item = u64>, runs: u64) -> f64 {
        outcomes.map(|adopted| Share::of(adopted, runs).half_width()).fold(0.0, f64::max)
    }
}

/// The ranges of both, in order and neighbours joined.
fn joined(one: &[(u64, u64)], other: &[(u64, u64)]) -> Result<Vec<(u64, u64)>, MergeFault> {
    let mut all: Vec<_> = one.iter().chain(other).copied().filter(|(_, n)| *n > 0).collect();
    all.sort_unstable();
    let mut joined: Vec<(u64, u64)> = Vec::with_capacity(all.len());
    for (first, count) in all {
        match joined.last_mut() {
            Some(last) if first < last.0.saturating_add(last.1) => {
                return Err(MergeFault::Overlap(first));
            }
            Some(last) if first == last.0.saturating_add(last.1) => {
                last.1 = last.1.saturating_add(count);
            }
            _ => joined.push((first, count)),
        }
    }
    Ok(joined)
}
