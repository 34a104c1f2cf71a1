//! One run of an ensemble, and what is counted of it.

use std::sync::Arc;

use crate::council::{Id as _, Membership, OutcomeId};
use crate::debate::{Action, Debate, Sink, Standing};
use crate::scenario::{Scenario, Uncertain};
use crate::stream::Seed;
use crate::vote::{self, Ballot, Decision, Failure};

use super::sensitivity::{self, Factor};
use super::summary::{Ending, Summary};
use super::swings::{self, Gauge};

/// Holds debates of one scenario, one after another in the same buffers, and counts them.
#[derive(Debug)]
pub(super) struct Observer {
    debate: Debate,
    uncertain: Vec<Uncertain>,
    factors: Vec<Factor>,
    gauge: Gauge,
    votes: Vec<vote::Cast>,
    pub(super) summary: Summary,
}

impl Observer {
    pub(super) fn new(scenario: &Arc<Scenario>, varied: bool) -> Self {
        Self {
            debate: Debate::new(Arc::clone(scenario), Seed(0)),
            uncertain: if varied { scenario.uncertain() } else { Vec::new() },
            factors: sensitivity::factors(scenario, varied),
            gauge: Gauge::new(scenario),
            votes: Vec::with_capacity(scenario.members.len()),
            summary: Summary::empty(scenario, varied),
        }
    }

    /// Holds the debate of `seed`, and counts what it came to; `sink` notes its events.
    pub(super) fn observe(&mut self, seed: Seed, sink: &mut impl Sink) {
        if self.uncertain.is_empty() {
            self.debate.restart(seed);
        } else {
            self.debate.restart_varied(&self.uncertain, seed);
        }
        if swings::is_looked_at(seed.0) {
            self.run_by_stages(sink);
        } else {
            self.debate.run(sink);
        }
        let scenario = Arc::clone(self.debate.scenario());
        for (factor, counts) in self.factors.iter().zip(&mut self.summary.factors) {
            let place = (factor.position.who, factor.position.issue);
            counts.note_run(factor.part(scenario.derived.instructions[place].position));
        }
        for outcome in scenario.outcomes.ids() {
            self.count(&scenario, seed, outcome);
        }
    }

    /// How many positions a debate of this scenario has.
    pub(super) fn cells(&self) -> usize {
        let scenario = self.debate.scenario();
        scenario.members.len() * scenario.issues.len()
    }

    /// How an outcome ended in the debate held last.
    pub(super) fn ending(&self, outcome: OutcomeId) -> Ending {
        Ending::of(self.decision(outcome))
    }

    fn decision(&self, outcome: OutcomeId) -> Option<Decision> {
        match self.debate.state().standing[outcome] {
            Standing::Decided(decision) => Some(decision),
            Standing::Open | Standing::Put => None,
        }
    }

    /// Runs the debate, and notes at the end of each stage how far the texts have moved.
    fn run_by_stages(&mut self, sink: &mut impl Sink) {
        let mut opened = 0;
        self.gauge.start(&self.debate);
        loop {
            let action = self.debate.propose();
            if opened > 0 && matches!(action, None | Some(Action::OpenNextStage)) {
                self.gauge.stage_over(&self.debate, &mut self.summary.swings[opened - 1]);
            }
            let Some(action) = action else { return };
            if action == Action::OpenNextStage {
                opened += 1;
            }
            if self.debate.commit(&action, sink).is_err() {
                // What is proposed is always admitted; were it not, stopping beats a hang.
                return;
            }
        }
    }

    fn count(&mut self, scenario: &Scenario, seed: Seed, outcome: OutcomeId) {
        let decision = self.decision(outcome);
        let ending = Ending::of(decision);
        let state = self.debate.state();
        let counts = &mut self.summary.outcomes[outcome.index()];
        counts.endings[ending as usize] += 1;
        let example = &mut counts.examples[ending as usize];
        *example = Some(example.map_or(seed.0, |before| before.min(seed.0)));
        counts.forms[state.texts[outcome].form as usize] += 1;
        if ending == Ending::Adopted {
            for (factor, counts) in self.factors.iter().zip(&mut self.summary.factors) {
                let place = (factor.position.who, factor.position.issue);
                let x = scenario.derived.instructions[place].position;
                counts.note_adopted(factor.part(x), outcome);
            }
        }
        self.votes.clear();
        self.votes.extend(scenario.derived.voting.iter().filter_map(|&who| {
            let ballot = state.ballots[(who, outcome)]?;
            Some(vote::Cast { delegation: who, ballot })
        }));
        let Some(decision) = decision.filter(|_| !self.votes.is_empty()) else { return };
        // Where silence was broken only those that broke it have said how they stand.
        if self.votes.len() < scenario.derived.voting.len() {
            return;
        }
        let in_favour = self.votes.iter().filter(|vote| vote.ballot == Ballot::InFavour).count();
        counts.in_favour[in_favour] += 1;
        for vote in &self.votes {
            let ballots = &mut counts.ballots[vote.delegation.index()];
            match vote.ballot {
                Ballot::InFavour => ballots[0] += 1,
                Ballot::Abstaining => ballots[1] += 1,
                Ballot::Against => ballots[2] += 1,
                Ballot::NotParticipating => {}
            }
            let permanent = scenario.members[vote.delegation].membership == Membership::Permanent;
            let vetoes = decision == Decision::NotAdopted(Failure::Veto)
                && vote.ballot == Ballot::Against
                && permanent;
            counts.vetoes_by[vote.delegation.index()] += u64::from(vetoes);
        }
        let rule = scenario.rules.of(state.texts[outcome].form);
        if !rule.is_decided_by_members() {
            return;
        }
        let sponsors = &scenario.outcomes[outcome].sponsors;
        vote::pivotal(scenario, (rule, sponsors), &mut self.votes, |who| {
            counts.pivotal[who.index()] += 1;
        });
    }
}
