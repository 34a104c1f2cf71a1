//! Statements to look at: what is said in simulated meetings, told through the public interface.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{DelegationId, Statement, StatementPurpose};
use horseshoe::debate::{EventKind, Record};
use horseshoe::scenario::{Scenario, library};
use horseshoe::text::{Spoken, Verbatim};

use crate::council::read;

/// A statement, as it was decided and as it is told.
pub(super) struct Said {
    pub(super) purpose: StatementPurpose,
    pub(super) speaker: DelegationId,
    pub(super) headline: String,
    pub(super) text: String,
    pub(super) plan: Vec<String>,
    pub(super) marks: Vec<String>,
    pub(super) statement: Statement,
}

/// A simulated meeting.
pub(super) struct Meeting {
    /// The scenario under the name by which it is known.
    pub(super) id: &'static str,
    pub(super) seed: u64,
    pub(super) scenario: Arc<Scenario>,
    pub(super) said: Vec<Said>,
}

impl Meeting {
    /// What the members of the meeting are told was said.
    pub(super) fn held(id: &'static str, scenario: &Arc<Scenario>, seed: u64) -> Self {
        Self { id, seed, scenario: Arc::clone(scenario), said: all_said(scenario, seed) }
    }

    /// The name of a delegation inside a sentence.
    pub(super) fn name(&self, who: DelegationId) -> String {
        self.scenario.members[who].name.in_sentence()
    }
}

/// All bundled scenarios.
pub(super) fn scenarios() -> Vec<(&'static str, Arc<Scenario>)> {
    library::BUNDLED.iter().map(|bundled| (bundled.id, read(bundled.text))).collect()
}

/// What `look` sees in each of these meetings, in their order, found by several threads.
pub(super) fn in_each<T: Send>(
    meetings: &[(&'static str, Arc<Scenario>, u64)],
    look: impl Fn(&Meeting) -> T + Sync,
) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = meetings.len().div_ceil(threads).max(1);
    let one = |(id, scenario, seed): &(&'static str, Arc<Scenario>, u64)| {
        look(&Meeting::held(id, scenario, *seed))
    };
    let one = &one;
    std::thread::scope(|scope| {
        let parts: Vec<_> = meetings
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(one).collect::<Vec<T>>()))
            .collect();
        parts.into_iter().flat_map(|part| part.join().expect("a look at a meeting ends")).collect()
    })
}

/// All statements of a meeting.
pub(super) fn all_said(scenario: &Arc<Scenario>, seed: u64) -> Vec<Said> {
    let record = Record::of(Arc::clone(scenario), Seed(seed));
    let mut verbatim = Verbatim::new(scenario, Seed(seed));
    let mut said = Vec::new();
    for event in &record.events {
        if let EventKind::StatementDelivered(statement) = &event.kind {
            let Spoken { headline, text, plan, marks } = verbatim.spoken(statement);
            let (purpose, speaker, statement) =
                (statement.purpose, statement.speaker, statement.clone());
            said.push(Said { purpose, speaker, headline, text, plan, marks, statement });
        }
        verbatim.tell(event);
    }
    said
}
