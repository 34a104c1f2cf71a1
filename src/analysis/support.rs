//! Support for one text from turn to turn: what was declared, and what would become of it.

use crate::council::{Declared, OutcomeId};
use crate::debate::{Record, Standing, State};
use crate::vote::{DecisionChances, Workspace, decision_chances};

/// Support at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Support {
    /// The chances if the text were put at this moment; once it is decided, certainty.
    pub chances: DecisionChances,
    /// How many voting members have declared themselves in favour, with reservations, opposed,
    /// and not at all.
    pub declared: [usize; 4],
    /// Whether the text has been decided.
    pub decided: bool,
}

/// Support for `outcome` after so many events, moment by moment; the moments ascend.
pub fn support(record: &Record, moments: &[usize], outcome: OutcomeId) -> Vec<Support> {
    let mut workspace = Workspace::default();
    let mut found = Vec::with_capacity(moments.len());
    each_state(record, moments, |state| found.push(at(record, state, outcome, &mut workspace)));
    found
}

/// Tells `look` the state at each moment, a number of events; the moments ascend.
pub fn each_state(record: &Record, moments: &[usize], mut look: impl FnMut(&State)) {
    let mut state = State::new(&record.scenario);
    let mut done = 0;
    for &moment in moments {
        let moment = moment.clamp(done, record.events.len());
        for event in &record.events[done..moment] {
            state.apply(&record.scenario, event);
        }
        done = moment;
        look(&state);
    }
}

fn at(record: &Record, state: &State, outcome: OutcomeId, workspace: &mut Workspace) -> Support {
    let scenario = &*record.scenario;
    let mut declared = [0; 4];
    for &who in &scenario.derived.voting {
        declared[match state.declared[(outcome, who)] {
            Declared::InFavour => 0,
            Declared::Reservations => 1,
            Declared::Opposed => 2,
            Declared::Undeclared => 3,
        }] += 1;
    }
    let settled = match state.standing[outcome] {
        Standing::Decided(decision) => certain(decision),
        Standing::Open | Standing::Put => None,
    };
    let decided = matches!(state.standing[outcome], Standing::Decided(_));
    let chances =
        settled.unwrap_or_else(|| decision_chances(state.room(scenario), outcome, workspace));
    Support { chances, declared, decided }
}

/// The chances once it is known what became of a text; none where no decision was taken on it.
fn certain(decision: crate::vote::Decision) -> Option<DecisionChances> {
    use crate::vote::{Decision, Failure};
    let mut chances = DecisionChances::default();
    let place = match decision {
        Decision::Adopted => &mut chances.adopted,
        Decision::NotAdopted(Failure::Veto) => &mut chances.vetoed,
        Decision::NotAdopted(Failure::Majority | Failure::Signatures) => {
            &mut chances.short_of_votes
        }
        Decision::NotAdopted(Failure::Objection) => &mut chances.objected,
        Decision::NotPut { .. } => return None,
    };
    *place = 1.0;
    Some(chances)
}

#[cfg(test)]
mod tests {
    use crate::analysis::example;
    use crate::vote::forecast;

    use super::*;

    #[test]
    fn it_begins_with_the_forecast_and_ends_with_the_result_and_chances_add_up() {
        let record = example::record();
        let moments: Vec<usize> = (0..=record.events.len()).collect();
        for outcome in record.scenario.outcomes.ids() {
            let found = support(&record, &moments, outcome);
            assert_eq!(found.len(), moments.len());
            let first = found[0];
            assert_eq!(first.chances, forecast(&record.scenario, outcome).chances);
            assert_eq!(first.declared[3], record.scenario.derived.voting.len());
            for moment in &found {
                let DecisionChances { adopted, vetoed, short_of_votes, objected } = moment.chances;
                let sum = adopted + vetoed + short_of_votes + objected;
                assert!((sum - 1.0).abs() < 1e-9, "{sum}");
                let all: usize = moment.declared.iter().sum();
                assert_eq!(all, record.scenario.derived.voting.len());
            }
            let last = found[found.len() - 1];
            if let Standing::Decided(decision) =
                record.state_at(record.events.len()).standing[outcome]
                && let Some(chances) = certain(decision)
            {
                assert_eq!(last.chances, chances);
            }
        }
    }
}
