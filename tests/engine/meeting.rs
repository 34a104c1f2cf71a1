//! A meeting that a test drives: people act where it wants, the model does the rest.

use std::sync::Arc;

use horseshoe::Seed;
use horseshoe::council::{DelegationId, IssueId, OutcomeId, StageName};
use horseshoe::debate::{Action, Debate, Event, EventKind, OutcomeResult, RuleViolation, results};
use horseshoe::scenario::Scenario;

/// A debate in progress, with all its events.
pub(crate) struct Meeting {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) debate: Debate,
    pub(crate) events: Vec<Event>,
}

impl Meeting {
    pub(crate) fn of(scenario: Arc<Scenario>) -> Self {
        Self::with_seed(scenario, 1)
    }

    pub(crate) fn with_seed(scenario: Arc<Scenario>, seed: u64) -> Self {
        let debate = Debate::new(Arc::clone(&scenario), Seed(seed));
        Self { scenario, debate, events: Vec::new() }
    }

    pub(crate) fn who(&self, id: &str) -> DelegationId {
        self.scenario.delegation(id).expect("the test names its members")
    }

    pub(crate) fn outcome(&self, id: &str) -> OutcomeId {
        self.scenario.outcome(id).expect("the test names its outcomes")
    }

    pub(crate) fn issue(&self, id: &str) -> IssueId {
        let mut issues = self.scenario.issues.pairs();
        issues.find(|(_, issue)| issue.identifier == id).expect("the test names its issues").0
    }

    /// The model takes one step; `false` when the meeting is over.
    pub(crate) fn step(&mut self) -> bool {
        let Some(action) = self.debate.propose() else { return false };
        self.debate.commit(&action, &mut self.events).expect("what is proposed is admitted");
        true
    }

    /// The model goes on until `wanted` holds; panics when it never does.
    pub(crate) fn until(&mut self, wanted: impl Fn(&Self) -> bool) {
        while !wanted(self) {
            assert!(self.step(), "the meeting ended before what the test waits for");
        }
    }

    /// The model goes on until a stage has opened.
    pub(crate) fn until_stage(&mut self, stage: StageName) {
        let opened = |meeting: &Self| {
            let mut events = meeting.events.iter();
            events.any(|e| e.kind == EventKind::StageOpened && e.stage == stage)
        };
        self.until(opened);
    }

    pub(crate) fn act(&mut self, action: &Action) -> Result<(), RuleViolation> {
        self.debate.intervene(action, &mut self.events)
    }

    /// A person acts, as the rules admit.
    pub(crate) fn does(&mut self, action: &Action) {
        self.act(action).unwrap_or_else(|refused| panic!("{action:?}: {refused}"));
    }

    pub(crate) fn finish(&mut self) {
        while self.step() {}
    }

    pub(crate) fn result(&self, id: &str) -> OutcomeResult {
        let outcome = self.outcome(id);
        let all = results(&self.scenario, self.debate.state());
        all.into_iter().find(|result| result.outcome == outcome).expect("every outcome ends")
    }

    /// The places of the events that `wanted` holds of.
    pub(crate) fn places(&self, wanted: impl Fn(&EventKind) -> bool) -> Vec<usize> {
        let events = self.events.iter().enumerate();
        events.filter(|(_, event)| wanted(&event.kind)).map(|(at, _)| at).collect()
    }

    /// The place of the only event that `wanted` holds of.
    pub(crate) fn place(&self, wanted: impl Fn(&EventKind) -> bool) -> usize {
        let places = self.places(wanted);
        assert_eq!(places.len(), 1, "{places:?}");
        places[0]
    }
}
