//! The turns of a debate that changed the prospects of its texts most.
//!
//! Nothing is judged anew: at each moment the exact chances of the model are asked, as they are
//! for the tally (docs/model.md, section 2).

mod driver;
mod told;
mod words;

use std::cmp::Ordering;
use std::ops::Range;

use crate::council::{AdoptionRule, ByOutcome, OutcomeId, PutToAction};
use crate::debate::{Record, Standing, State};
use crate::scenario::Scenario;
use crate::vote::{Decision, Workspace, decision_chances};

pub use driver::{Driver, Drivers, Term};
pub use told::{NONE, RANKED, Told};

/// A change of a chance of adoption by less than this, in 0..1, turns nothing.
pub const LEAST: f64 = 0.02;

/// P(adopted) of each outcome from stretch to stretch of a record: before it is decided, if it
/// were put to a decision at that moment; afterwards 1 or 0.
#[derive(Debug)]
pub struct Prospects {
    state: State,
    workspace: Workspace,
    stretches: Vec<Range<usize>>,
    /// Before the first stretch, and after each.
    chances: Vec<ByOutcome<f64>>,
    /// Which outcomes were decided at each of these moments.
    decided: Vec<ByOutcome<bool>>,
}

/// How the prospects of an outcome changed in one stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The outcome.
    pub outcome: OutcomeId,
    /// P(adopted) before, in 0..1.
    pub before: f64,
    /// P(adopted) after, in 0..1.
    pub after: f64,
}

/// A stretch that changed the prospects of at least one outcome by [`LEAST`] or more.
#[derive(Debug, Clone, PartialEq)]
pub struct TurningPoint {
    /// The stretch, by its place from 0.
    pub stretch: usize,
    /// The changes of at least [`LEAST`], the largest first; of equals, in the order of the file.
    pub changes: Vec<Change>,
}

impl Change {
    /// How far the chance moved, in 0..1.
    pub fn size(&self) -> f64 {
        (self.after - self.before).abs()
    }
}

impl TurningPoint {
    /// How far the chance moved that moved farthest, in 0..1.
    pub fn size(&self) -> f64 {
        self.changes.first().map_or(0.0, Change::size)
    }
}

impl Prospects {
    /// The prospects before the meeting opens.
    pub fn new(scenario: &Scenario) -> Self {
        let outcomes = scenario.outcomes.len();
        let mut prospects = Self {
            state: State::new(scenario),
            workspace: Workspace::default(),
            stretches: Vec::new(),
            chances: Vec::new(),
            decided: Vec::new(),
        };
        let nothing = ByOutcome::filled(outcomes, false);
        let chances = prospects.ask(scenario);
        prospects.chances.push(chances);
        prospects.decided.push(nothing);
        prospects
    }

    /// The prospects in all of `record`, after each of these stretches of it, which follow one
    /// another without a gap.
    pub fn of(record: &Record, stretches: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut prospects = Self::new(&record.scenario);
        for stretch in stretches {
            prospects.advance(record, stretch);
        }
        prospects
    }

    /// Goes on by one stretch of `record`, which begins where the last one ended.
    pub fn advance(&mut self, record: &Record, stretch: Range<usize>) {
        let scenario = &record.scenario;
        for event in &record.events[stretch.clone()] {
            self.state.apply(scenario, event);
        }
        let chances = self.ask(scenario);
        self.chances.push(chances);
        let decided = scenario.outcomes.ids().map(|outcome| self.is_decided(outcome)).collect();
        self.decided.push(ByOutcome::new(decided));
        self.stretches.push(stretch);
    }

    /// How many stretches have been looked at.
    pub fn len(&self) -> usize {
        self.stretches.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// P(adopted) of `outcome`, in 0..1, after so many stretches; none where fewer were looked at.
    pub fn chance(&self, stretches: usize, outcome: OutcomeId) -> Option<f64> {
        self.chances.get(stretches).map(|chances| chances[outcome])
    }

    /// The events of a stretch, as places in the record.
    pub fn events(&self, stretch: usize) -> Option<Range<usize>> {
        self.stretches.get(stretch).cloned()
    }

    /// The turning points among the first `shown` stretches, the greatest first; of equals, the
    /// earlier. A decision turns nothing by being taken: what it brings about is a result. Texts
    /// that are never put have no prospects.
    pub fn turning_points(&self, scenario: &Scenario, shown: usize) -> Vec<TurningPoint> {
        let mut points: Vec<TurningPoint> = (0..shown.min(self.len()))
            .map(|stretch| TurningPoint { stretch, changes: self.changes(scenario, stretch) })
            .filter(|point| !point.changes.is_empty())
            .collect();
        points.sort_by(|a, b| larger_first(a.size(), b.size()).then(a.stretch.cmp(&b.stretch)));
        points
    }

    /// The outcomes decided among the first `shown` stretches against the odds: what was less
    /// likely than not a moment before came about. The least likely comes first.
    pub fn against_the_odds(&self, scenario: &Scenario, shown: usize) -> Vec<TurningPoint> {
        let mut points: Vec<TurningPoint> = Vec::new();
        for stretch in 0..shown.min(self.len()) {
            let settled = scenario.order.outcomes.iter().filter(|&&outcome| {
                self.decided[stretch + 1][outcome]
                    && !self.decided[stretch][outcome]
                    && self.is_voted_on(scenario, outcome)
            });
            let changes = settled.map(|&outcome| self.change(stretch, outcome));
            let surprises: Vec<Change> = changes.filter(|change| change.size() > 0.5).collect();
            points.extend(
                surprises.into_iter().map(|it| TurningPoint { stretch, changes: vec![it] }),
            );
        }
        points.sort_by(|a, b| larger_first(a.size(), b.size()).then(a.stretch.cmp(&b.stretch)));
        points
    }

    fn changes(&self, scenario: &Scenario, stretch: usize) -> Vec<Change> {
        let mut changes: Vec<Change> = scenario
            .order
            .outcomes
            .iter()
            .filter(|&&outcome| !self.decided[stretch + 1][outcome])
            .filter(|&&outcome| scenario.outcomes[outcome].action != PutToAction::TalliedOnly)
            .map(|&outcome| self.change(stretch, outcome))
            .filter(|change| change.size() >= LEAST)
            .collect();
        changes.sort_by(|a, b| larger_first(a.size(), b.size()));
        changes
    }

    fn change(&self, stretch: usize, outcome: OutcomeId) -> Change {
        let [before, after] = [stretch, stretch + 1].map(|at| self.chances[at][outcome]);
        Change { outcome, before, after }
    }

    /// Whether the votes of members decided it, and not its withdrawal.
    fn is_voted_on(&self, scenario: &Scenario, outcome: OutcomeId) -> bool {
        let rule = scenario.rules.of(self.state.texts[outcome].form);
        let put = !matches!(
            self.state.standing[outcome],
            Standing::Decided(Decision::NotPut { .. }) | Standing::Open | Standing::Put
        );
        put && *rule != AdoptionRule::Authority && *rule != AdoptionRule::Signature
    }

    fn is_decided(&self, outcome: OutcomeId) -> bool {
        matches!(self.state.standing[outcome], Standing::Decided(_))
    }

    fn ask(&mut self, scenario: &Scenario) -> ByOutcome<f64> {
        let Self { state, workspace, .. } = self;
        let of = |outcome| match state.standing[outcome] {
            Standing::Decided(Decision::Adopted) => 1.0,
            Standing::Decided(_) => 0.0,
            Standing::Open | Standing::Put => {
                decision_chances(state.room(scenario), outcome, workspace).adopted
            }
        };
        ByOutcome::new(scenario.outcomes.ids().map(of).collect())
    }
}

fn larger_first(a: f64, b: f64) -> Ordering {
    b.total_cmp(&a)
}
