//! The moment of which a forecast is made: before anyone has spoken, or within a saved meeting.

use std::sync::Arc;

use crate::council::{Columns, DelegationId, IssueId, OutcomeId};
use crate::debate::{self, Standing, State};
use crate::scenario::Scenario;
use crate::store;
use crate::stream::Seed;
use crate::vote::{self, Decision, Room, Workspace};

use super::super::args::ForecastArgs;

/// A scenario at one moment.
pub(super) struct Moment {
    pub(super) scenario: Arc<Scenario>,
    positions: Columns<DelegationId, IssueId, f64>,
    state: Option<State>,
    /// How many events have happened, of how many in the record.
    pub(super) after: Option<(usize, usize)>,
}

/// What the author's uncertainty makes of one outcome.
pub(super) struct Averaged {
    /// P(adopted), averaged.
    pub(super) adopted: f64,
    /// The standard error of that average.
    pub(super) error: f64,
    /// How many draws.
    pub(super) draws: u32,
}

impl Moment {
    /// Before anyone has spoken.
    pub(super) fn opening(scenario: Arc<Scenario>) -> Self {
        let positions = vote::opening_positions(&scenario);
        Self { scenario, positions, state: None, after: None }
    }

    /// Within the record that the arguments name.
    ///
    /// # Errors
    /// A sentence with the way out, when the file is no record, or there is no such moment.
    pub(super) fn of_record(file: &str, args: &ForecastArgs) -> Result<Self, String> {
        let text = store::open_text(file)?;
        let opened = debate::open(&text).map_err(|fault| format!("{file}: {fault}"))?;
        let count = opened.record.events.len();
        let at = args.at.unwrap_or(count);
        if at > count {
            return Err(format!(
                "there is no event {at} in `{file}`: it has {count}; 0 is the moment before the \
                 first"
            ));
        }
        let state = opened.record.state_at(at);
        Ok(Self {
            scenario: Arc::clone(&opened.record.scenario),
            positions: state.positions.clone(),
            state: Some(state),
            after: Some((at, count)),
        })
    }

    /// What delegations look at now.
    pub(super) fn room(&self) -> Room<'_> {
        self.room_at(&self.positions)
    }

    fn room_at<'a>(&'a self, positions: &'a Columns<DelegationId, IssueId, f64>) -> Room<'a> {
        let room = match &self.state {
            Some(state) => state.room(&self.scenario),
            None => Room::opening(&self.scenario, positions),
        };
        Room { positions, ..room }
    }

    /// The decision on an outcome, if one has been taken.
    pub(super) fn decision(&self, outcome: OutcomeId) -> Option<Decision> {
        match self.state.as_ref()?.standing[outcome] {
            Standing::Decided(decision) => Some(decision),
            Standing::Open | Standing::Put => None,
        }
    }

    /// P(adopted) averaged over what the authors do not know: each draw moves every uncertain
    /// position as far as it moves the instructions behind it.
    pub(super) fn averaged(&self, outcome: OutcomeId, draws: u32) -> Option<Averaged> {
        let uncertain = self.scenario.uncertain();
        if uncertain.is_empty() || !self.room().rule(outcome).is_decided_by_members() {
            return None;
        }
        let mut workspace = Workspace::default();
        let (mut sum, mut squares) = (0.0, 0.0);
        let mut positions = self.positions.clone();
        let mut varied = Scenario::clone(&self.scenario);
        for seed in 1..=u64::from(draws) {
            varied.vary(&uncertain, Seed(seed));
            for row in &uncertain {
                let place = (row.who, row.issue);
                let moved = varied.derived.instructions[place].position - row.mean;
                let line = varied.derived.instructions[place].red_line;
                positions[place] = line.clamp((self.positions[place] + moved).clamp(0.0, 1.0));
            }
            let room = self.room_at(&positions);
            let adopted = vote::decision_chances(room, outcome, &mut workspace).adopted;
            sum += adopted;
            squares += adopted * adopted;
        }
        let n = f64::from(draws);
        let mean = sum / n;
        let variance = (squares / n - mean * mean).max(0.0);
        Some(Averaged { adopted: mean, error: (variance / n).sqrt(), draws })
    }
}
