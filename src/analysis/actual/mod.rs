//! What really happened beside what was simulated: counted, without praise or blame.

mod words;

use crate::council::{DelegationId, OutcomeId};
use crate::debate::OutcomeResult;
use crate::scenario::{Happened, Scenario};
use crate::vote::Decision;

use super::hindcast::{Scale, observed};

pub use words::{NO_PREDICTION, left_out};

/// An outcome as it was simulated, beside what the record of the scenario tells of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared<'a> {
    /// The outcome.
    pub outcome: OutcomeId,
    /// What really happened; none where the file says nothing of it.
    pub happened: Option<&'a Happened>,
    /// Whether it was adopted in reality, where that can be told.
    pub adopted: Option<bool>,
    /// Whether it was adopted in the simulation.
    pub simulated: bool,
    /// How many members did the same in both, and of how many both are known; none where one of
    /// the two has no vote, signature or objection.
    pub members: Option<(usize, usize)>,
}

/// What was counted of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Outcomes of which both ends are known, and that ended alike.
    pub alike: usize,
    /// Outcomes of which both ends are known.
    pub known: usize,
    /// Members that did the same, over all outcomes on which both are known.
    pub members_alike: usize,
    /// Members of which both are known, over all outcomes.
    pub members: usize,
}

impl Compared<'_> {
    /// Whether it ended alike in both, where that can be told.
    pub fn is_alike(&self) -> Option<bool> {
        self.adopted.map(|adopted| adopted == self.simulated)
    }
}

impl Counts {
    /// Counts what agrees and what does not.
    pub fn of(rows: &[Compared<'_>]) -> Self {
        let mut counts = Self::default();
        for row in rows {
            if let Some(alike) = row.is_alike() {
                counts.known += 1;
                counts.alike += usize::from(alike);
            }
            if let Some((alike, of)) = row.members {
                counts.members_alike += alike;
                counts.members += of;
            }
        }
        counts
    }
}

/// Sets each result beside what the record of the scenario tells, in the order of the file; empty
/// where the scenario has no record.
pub fn compared<'a>(scenario: &'a Scenario, results: &[OutcomeResult]) -> Vec<Compared<'a>> {
    let Some(record) = &scenario.record else { return Vec::new() };
    results
        .iter()
        .map(|result| {
            let happened = record.outcomes[result.outcome].as_ref();
            Compared {
                outcome: result.outcome,
                happened,
                adopted: happened.and_then(|it| adopted(scenario, result.outcome, it)),
                simulated: result.decision == Decision::Adopted,
                members: members(scenario, result),
            }
        })
        .collect()
}

/// Whether it was adopted, agreed, signed or issued. What nobody proposed is neither.
fn adopted(scenario: &Scenario, outcome: OutcomeId, happened: &Happened) -> Option<bool> {
    match happened {
        Happened::Voted { .. } => observed(scenario, outcome)?.adopted,
        Happened::Signed { .. } | Happened::Agreed | Happened::Issued => Some(true),
        Happened::Objected { .. } => Some(false),
        Happened::NotProposed | Happened::Unknown => None,
    }
}

/// How many members did the same, of how many of which both are known.
fn members(scenario: &Scenario, result: &OutcomeResult) -> Option<(usize, usize)> {
    if matches!(result.decision, Decision::NotPut { .. }) {
        return None;
    }
    let draft = observed(scenario, result.outcome)?;
    // A text that ended in another form was not asked of members in the same way.
    if draft.form != result.form {
        return None;
    }
    let rows = draft.rows.iter();
    let both: Vec<bool> = rows
        .filter_map(|row| simulated(draft.scale, result, row.who).map(|cast| cast == row.cast))
        .collect();
    (!both.is_empty()).then(|| (both.iter().filter(|same| **same).count(), both.len()))
}

/// What a member did in the simulation, by its place in [`Scale::labels`].
fn simulated(scale: Scale, result: &OutcomeResult, who: DelegationId) -> Option<usize> {
    match scale {
        Scale::Ballots => [&result.in_favour, &result.abstaining, &result.against]
            .iter()
            .position(|list| list.contains(&who)),
        Scale::Objections => Some(usize::from(result.objected_by.contains(&who))),
        Scale::Signatures => Some(usize::from(!result.signed_by.contains(&who))),
    }
}
