//! What has been worked out in soundings and consultations.

use crate::council::{
    ByDelegation, ByOutcome, DelegationId, Id as _, IssueId, OutcomeId, Stage, Table,
};
use crate::scenario::Scenario;

/// Soundings a delegation may make before the first stage.
const SOUNDINGS_BEFORE: u32 = 5;
/// Soundings a delegation may make in each round of consultations.
const SOUNDINGS_IN_A_ROUND: u32 = 2;

/// Rounds beyond which no room is kept in advance for what soundings tell: bargaining stops long
/// before.
const MOST_ROUNDS: u32 = 20;

/// Soundings, rounds and silence.
#[derive(Debug, Clone, PartialEq)]
pub struct Bargaining {
    /// Positions as they were understood in soundings, in order.
    pub(in crate::debate) sounded: Vec<Sounded>,
    /// Which positions each penholder has been told: penholder by penholder, then by delegation
    /// and issue.
    told: Vec<bool>,
    /// The place of each penholder in `told`; none for those that hold no pen.
    pens: ByDelegation<Option<usize>>,
    issues: usize,
    /// The penholder of each text, how many delegations it has asked about it one after another, and
    /// which of them last.
    asked: ByOutcome<Asked>,
    /// How many soundings each delegation has left for now.
    pub(in crate::debate) soundings_left: ByDelegation<u32>,
    /// The round that is being held or was held last, from 1; 0 before the first of the stage.
    pub round: u32,
    /// Whether a round is being held.
    pub in_round: bool,
    /// Whether the penholder has weighed what was offered in this round.
    pub(in crate::debate) weighed: ByOutcome<bool>,
    /// Whether a round has passed in which no amendment helped, so that bargaining stopped.
    pub(in crate::debate) settled: ByOutcome<bool>,
    /// Whether it was decided, after the rounds, what becomes of a text.
    pub(in crate::debate) finished: ByOutcome<bool>,
    /// Where a text stands under the silence procedure.
    pub silence: ByOutcome<Silence>,
    /// Amendments offered by people and not yet weighed.
    pub offered: Vec<Offered>,
}

/// An amendment that a person offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    /// Who offers.
    pub by: DelegationId,
    /// To which text.
    pub outcome: OutcomeId,
    /// On which issue.
    pub issue: IssueId,
    /// Where the text should stand, in 0..1.
    pub to: f64,
    /// How the paragraph should read, where it was given words.
    pub words: Option<String>,
}

impl Offered {
    /// Whether it is this move of this text by this delegation.
    pub fn is(
        &self,
        (by, outcome): (DelegationId, OutcomeId),
        (issue, to): (IssueId, f64),
    ) -> bool {
        const SAME: f64 = 1e-9;
        (self.by, self.outcome, self.issue) == (by, outcome, issue) && (self.to - to).abs() < SAME
    }
}

/// A position as one delegation understood another's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sounded {
    /// Who asked.
    pub by: DelegationId,
    /// Who was asked.
    pub of: DelegationId,
    /// About which text.
    pub outcome: OutcomeId,
    /// On which issue.
    pub issue: IssueId,
    /// The position as understood, in 0..1.
    pub position: f64,
}

/// Whom a penholder has asked about its text.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Asked {
    by: Option<DelegationId>,
    count: u32,
    last: Option<DelegationId>,
}

/// Where a text stands under the silence procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Silence {
    /// It has not been placed under silence.
    #[default]
    None,
    /// Silence was broken once, and may be extended.
    BrokenOnce,
    /// The text was amended after a break, and may be placed under silence again.
    Extended,
    /// Silence was broken for good: the text is not agreed.
    Broken,
    /// Nobody broke silence: the text is agreed.
    Held,
}

/// The most positions that the model's penholders can hear of in soundings.
fn most_sounded(scenario: &Scenario) -> usize {
    let rounds: u32 = scenario
        .program
        .iter()
        .map(|stage| if let Stage::Consultations { rounds } = stage { *rounds } else { 0 })
        .map(|rounds| rounds.min(MOST_ROUNDS))
        .sum();
    let pens = scenario.derived.penned.iter().filter(|&&texts| texts > 0).count();
    let aims = scenario.outcomes.iter().map(|outcome| outcome.aims.len()).max().unwrap_or(0);
    pens * aims * (SOUNDINGS_BEFORE + rounds * SOUNDINGS_IN_A_ROUND) as usize
}

impl Bargaining {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let (outcomes, issues) = (scenario.outcomes.len(), scenario.issues.len());
        let members = scenario.members.len();
        let mut pens = ByDelegation::filled(members, None);
        let mut count = 0;
        for who in scenario.members.ids().filter(|&who| scenario.derived.penned[who] > 0) {
            pens[who] = Some(count);
            count += 1;
        }
        Self {
            told: vec![false; count * members * issues],
            pens,
            issues,
            asked: Table::new(
                scenario
                    .outcomes
                    .iter()
                    .map(|outcome| Asked {
                        by: outcome.sponsors.first().copied(),
                        count: 0,
                        last: None,
                    })
                    .collect(),
            ),
            sounded: Vec::with_capacity(most_sounded(scenario)),
            soundings_left: ByDelegation::filled(scenario.members.len(), SOUNDINGS_BEFORE),
            round: 0,
            in_round: false,
            weighed: ByOutcome::filled(outcomes, false),
            settled: ByOutcome::filled(outcomes, false),
            finished: ByOutcome::filled(outcomes, false),
            silence: ByOutcome::filled(outcomes, Silence::None),
            offered: Vec::new(),
        }
    }

    pub(super) fn reset(&mut self) {
        self.sounded.clear();
        self.told.fill(false);
        for asked in self.asked.as_mut_slice() {
            (asked.count, asked.last) = (0, None);
        }
        self.soundings_left.fill(SOUNDINGS_BEFORE);
        self.new_stage();
        self.settled.fill(false);
        self.silence.fill(Silence::None);
    }

    /// A stage has opened: what was not used before it is forfeit.
    pub(super) fn new_stage(&mut self) {
        self.round = 0;
        self.in_round = false;
        self.weighed.fill(false);
        self.finished.fill(false);
        self.offered.clear();
    }

    pub(super) fn open_round(&mut self, round: u32) {
        self.round = round;
        self.in_round = true;
        self.soundings_left.fill(SOUNDINGS_IN_A_ROUND);
        self.weighed.fill(false);
    }

    /// Soundings that a delegation may still make now.
    pub fn soundings_left(&self, who: DelegationId) -> u32 {
        self.soundings_left[who]
    }

    /// How many delegations the penholder of a text has asked about it, one after another.
    pub(in crate::debate) fn asked_about(&self, outcome: OutcomeId) -> u32 {
        self.asked[outcome].count
    }

    /// Whether `by`, which holds a pen, has been told where `of` stands on `issue`.
    pub(in crate::debate) fn has_been_told(
        &self,
        by: DelegationId,
        (of, issue): (DelegationId, IssueId),
    ) -> bool {
        self.place(by, (of, issue)).is_some_and(|place| self.told[place])
    }

    /// A delegation has learnt something in a sounding.
    pub(super) fn learn(&mut self, sounded: Sounded) {
        if let Some(place) = self.place(sounded.by, (sounded.of, sounded.issue)) {
            self.told[place] = true;
        }
        let asked = &mut self.asked[sounded.outcome];
        // What is learnt in one sounding comes one position after another.
        if asked.by == Some(sounded.by) && asked.last != Some(sounded.of) {
            asked.count += 1;
            asked.last = Some(sounded.of);
        }
        self.sounded.push(sounded);
    }

    fn place(&self, by: DelegationId, (of, issue): (DelegationId, IssueId)) -> Option<usize> {
        let row = self.pens[by]? * self.pens.len() + of.index();
        Some(row * self.issues + issue.index())
    }

    /// What a delegation has learnt in its soundings, in order.
    pub fn notebook(&self, who: DelegationId) -> impl Iterator<Item = &Sounded> {
        self.sounded.iter().filter(move |sounded| sounded.by == who)
    }
}
