//! Tables computed once from a checked scenario, so that the engine does not compute them anew.

use std::sync::Arc;

use crate::council::{
    AdoptionRule, ArgumentId, ByDelegation, ByIssue, ByOutcome, Delegation, DelegationId,
    FormRules, Grid, Issue, IssueId, Membership, Names, Outcome, OutcomeForm, OutcomeId,
    Prescribed, RedLine, Stage, Stance, Table, Text, Thresholds,
};
use crate::math;

use super::model::Dynamics;

/// Tables computed once from a checked scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// The identifiers of the file, for records.
    pub names: Arc<Names>,
    /// The voting members, by identifier.
    pub voting: Vec<DelegationId>,
    /// Affinity r of the row toward the column, in -1..1.
    pub affinity: Grid<DelegationId, DelegationId, f64>,
    /// Trust T = (1 + r) / 2 of the column toward the row, in 0..1.
    pub trusted: Grid<DelegationId, DelegationId, f64>,
    /// Those that have a stance on an issue, by identifier.
    pub holders: ByIssue<Vec<DelegationId>>,
    /// The arguments of a delegation on an issue, in the order of the file.
    pub arguments_on: Grid<DelegationId, IssueId, Vec<ArgumentId>>,
    /// Whom a delegation may commend, with its affinity toward each: the largest first, of equal
    /// ones by identifier.
    pub friends: ByDelegation<Vec<(DelegationId, f64)>>,
    /// Whose position a delegation may criticize, by identifier.
    pub criticized: ByDelegation<Vec<DelegationId>>,
    /// The weight of the row's word for the column: trust times influence of a voting member other
    /// than the column, as a share of the sum over all of them.
    pub word: Grid<DelegationId, DelegationId, f64>,
    /// The mean affinity of a delegation toward the sponsors of an outcome, in -1..1; a sponsor's
    /// toward itself is 1.
    pub sponsorship: Grid<OutcomeId, DelegationId, f64>,
    /// What a rule prescribes to each delegation on each outcome.
    pub prescribed: Grid<OutcomeId, DelegationId, Prescribed>,
    /// The thresholds of each delegation on each form, in the order of `OutcomeForm::ALL`.
    pub thresholds: ByDelegation<[Thresholds; OutcomeForm::ALL.len()]>,
    /// The status quo q of each issue, in 0..1.
    pub status_quo: ByIssue<f64>,
    /// The numbers of the stances, dense; salience 0 where there is no stance.
    pub instructions: Grid<DelegationId, IssueId, Instructions>,
    /// Salience s at the start, in 0..1: that of the instructions.
    pub salience: Grid<DelegationId, IssueId, f64>,
    /// Influence c at the start, in 0..1.
    pub influence: ByDelegation<f64>,
    /// The texts as first tabled.
    pub texts: ByOutcome<Text>,
    /// What each text is worth to its penholder as first tabled; 0 without one.
    pub first_gain: ByOutcome<f64>,
    /// How many texts decided by members each delegation holds the pen of.
    pub penned: ByDelegation<u32>,
    /// The voting members in English alphabetical order of the names by which they are shown, as
    /// they sit.
    pub seating: Vec<DelegationId>,
    /// The place of each delegation in English alphabetical order of the names of the file, from 0:
    /// what the rules of procedure go by, whatever names are shown.
    pub alphabet: ByDelegation<usize>,
    /// The delegations in the order in which the author wrote them: that of a list of speakers that
    /// the author made, in whatever order they are shown.
    pub listed: Vec<DelegationId>,
    /// Whether an outcome that members decide on touches an issue.
    pub touches: Grid<OutcomeId, IssueId, bool>,
    /// When the meeting starts, in minutes after midnight.
    pub starts: f64,
    /// The key of each stage of the programme, in order.
    pub stage_keys: Vec<u64>,
    /// Whether a guiding question raises the issue.
    pub prompted: ByIssue<bool>,
}

impl Derived {
    /// Writes into `word` the weight of each word where delegations have this influence.
    pub fn weigh_words(
        &self,
        influence: &ByDelegation<f64>,
        word: &mut Grid<DelegationId, DelegationId, f64>,
    ) {
        for who in influence.ids() {
            let weight = |other: DelegationId| self.trust(who, other) * influence[other];
            let others = || self.voting.iter().copied().filter(|&other| other != who);
            let total: f64 = others().map(weight).sum();
            for other in others() {
                word[(other, who)] = if total > 0.0 { weight(other) / total } else { 0.0 };
            }
        }
    }

    /// The key of the stage at this place of the programme; 0 after the last.
    pub fn stage_key(&self, place: usize) -> u64 {
        self.stage_keys.get(place).copied().unwrap_or(0)
    }

    /// Trust T = (1 + r) / 2 of `who` toward `other`, in 0..1.
    pub fn trust(&self, who: DelegationId, other: DelegationId) -> f64 {
        f64::midpoint(1.0, self.affinity[(who, other)])
    }
}

/// The key of each stage of a programme. Its place is no part of it: a stage added elsewhere changes
/// no luck.
pub(super) fn stage_keys(program: &[Stage]) -> Vec<u64> {
    let key = |(place, stage): (usize, &Stage)| {
        let before = program[..place].iter().filter(|other| other.name() == stage.name());
        stage.name().key(before.count() as u32)
    };
    program.iter().enumerate().map(key).collect()
}

/// What a full veto reluctance adds to the threshold of a vote against.
const VETO_RELUCTANCE_SCALE: f64 = 0.20;

/// The thresholds of each delegation on each form.
pub(super) fn thresholds(
    members: &ByDelegation<Delegation>,
    rules: &FormRules,
    dynamics: &Dynamics,
) -> ByDelegation<[Thresholds; OutcomeForm::ALL.len()]> {
    let Dynamics { noise, threshold_yes: yes, threshold_no, .. } = *dynamics;
    let of = |member: &Delegation, form: OutcomeForm| {
        let (yes, no) = match rules.of(form) {
            AdoptionRule::Signature => (dynamics.threshold_sign, f64::INFINITY),
            AdoptionRule::Consensus => (yes, dynamics.threshold_object),
            rule if rule.has_veto() && member.membership == Membership::Permanent => {
                (yes, threshold_no + member.veto_reluctance.get() * VETO_RELUCTANCE_SCALE)
            }
            _ => (yes, threshold_no),
        };
        Thresholds { yes, no, ratio: math::exp((yes + no) / noise) }
    };
    Table::new(members.iter().map(|member| OutcomeForm::ALL.map(|form| of(member, form))).collect())
}

/// The gain of the penholder from its text as first tabled, by its instructions.
pub(super) fn first_gain(
    outcome: &Outcome,
    issues: &ByIssue<Issue>,
    stances: &Grid<DelegationId, IssueId, Option<Stance>>,
) -> f64 {
    let Some(&pen) = outcome.sponsors.first() else { return 0.0 };
    let (mut gain, mut total) = (0.0, 0.0);
    for aim in &outcome.aims {
        total += aim.weight.get();
        if let Some(stance) = &stances[(pen, aim.issue)] {
            let (x, q) = (stance.position.get(), issues[aim.issue].status_quo.get());
            let nearer = (x - q).abs() - (x - aim.position.get()).abs();
            gain += stance.salience.get() * aim.weight.get() * nearer;
        }
    }
    if total > 0.0 { gain / total } else { 0.0 }
}

/// The numbers of a stance, as the engine reads them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Instructions {
    /// Whether there is a stance at all.
    pub given: bool,
    /// Instructions from capital, a, in 0..1.
    pub position: f64,
    /// Salience s, in 0..1.
    pub salience: f64,
    /// Flexibility λ, in 0..1.
    pub flexibility: f64,
    /// The acceptable interval; all of the scale where no red line is written.
    pub red_line: RedLine,
}
