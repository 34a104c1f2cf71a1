//! Which changes can be made at the cursor, for a dialog to offer.

use crate::council::{AdoptionRule, DelegationId, InjectId, IssueId, OutcomeId};
use crate::debate::{Action, EventKind, Standing, State};
use crate::vote::{Ballot, is_bound};

use super::branch::Branch;
use super::change::Change;
use super::{Turn, TurnKind};

/// The changes that can be made at one place of the cursor. What concerns a statement, a decision
/// or an inject is about the turn shown or the next one; the rest holds from here on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Possible {
    /// Those whose statement may be left out: of the turn shown, and of the next.
    pub statements: Vec<DelegationId>,
    /// Who may vote otherwise, text by text.
    pub votes: Vec<OtherVotes>,
    /// Those still to speak in this stage, in the order of the list: any two may exchange places.
    pub waiting: Vec<DelegationId>,
    /// The stances that other instructions can change, with the position now, in 0..1.
    pub instructions: Vec<(DelegationId, IssueId, f64)>,
    /// What may happen now.
    pub injects: Vec<InjectId>,
    /// What may be kept from happening: the inject shown, and those that happen later.
    pub no_injects: Vec<InjectId>,
}

/// Who may vote otherwise on a text.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherVotes {
    /// The text.
    pub outcome: OutcomeId,
    /// Each delegation that has a choice, with the ballot shown, if it has been shown.
    pub rows: Vec<(DelegationId, Option<Ballot>)>,
    /// The ballots that the rule of the text knows.
    pub ballots: Vec<Ballot>,
}

impl Possible {
    /// Whether nothing at all can be changed here.
    pub const fn is_empty(&self) -> bool {
        self.statements.is_empty()
            && self.votes.is_empty()
            && self.waiting.len() < 2
            && self.instructions.is_empty()
            && self.injects.is_empty()
            && self.no_injects.is_empty()
    }
}

/// A branch as it is looked at: what is shown of it, and the state there.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) branch: &'a Branch,
    pub(super) cursor: usize,
    pub(super) state: &'a State,
}

impl<'a> View<'a> {
    fn shown(self) -> Option<&'a Turn> {
        self.cursor.checked_sub(1).map(|last| &self.branch.turns()[last])
    }

    fn next(self) -> Option<&'a Turn> {
        self.branch.turns().get(self.cursor)
    }

    /// How many events are before the step of a turn that `wanted` holds of.
    fn before(self, turn: Option<&Turn>, wanted: impl Fn(&Action) -> bool) -> Option<usize> {
        let events = &turn?.events;
        let mut steps = self.branch.record().steps.iter();
        let found = steps.find(|step| events.contains(&step.before) && wanted(&step.action));
        found.map(|step| step.before)
    }

    /// The same, in the turn shown or else in the next.
    fn before_either(self, wanted: impl Fn(&Action) -> bool + Copy) -> Option<usize> {
        self.before(self.shown(), wanted).or_else(|| self.before(self.next(), wanted))
    }

    /// How many events have been shown, if anything is still to come.
    fn here(self) -> Option<usize> {
        self.next().map(|_| self.branch.events_until(self.cursor))
    }

    /// Where the list of speakers stands as one sees it next: a stage may open before a statement.
    fn at_the_list(self) -> Option<usize> {
        self.before(self.next(), |action| {
            matches!(action, Action::Deliver(_) | Action::Say(_) | Action::Pass(_))
        })
        .or_else(|| self.here())
    }

    /// How many events stay as they are when `change` is made; `None` where it cannot be made.
    pub(super) fn place(self, change: Change) -> Option<usize> {
        match change {
            Change::NoStatement { by } => self.before_either(|action| speaks(action, by)),
            Change::Vote { outcome, .. } => {
                let decides = |action: &Action| *action == Action::Decide(outcome);
                let open = !matches!(self.state.standing[outcome], Standing::Decided(_));
                self.before(self.shown(), decides).or_else(|| self.here().filter(|_| open))
            }
            Change::Exchange { .. } => self.at_the_list(),
            Change::Instructions { .. } | Change::Inject(_) => self.here(),
            Change::NoInject(inject) => {
                let fires = |action: &Action| *action == Action::FireInject(inject);
                self.before(self.shown(), fires).or_else(|| self.here())
            }
        }
    }

    pub(super) fn possible(self) -> Possible {
        let scenario = &self.branch.record().scenario;
        let goes_on = self.next().is_some();
        let turns = [self.shown(), self.next()];
        let statements = turns.iter().flatten().filter_map(|turn| match turn.kind {
            TurnKind::Statement(by) => Some(by),
            _ => None,
        });
        let mut possible = Possible {
            statements: statements.collect(),
            votes: turns.into_iter().flatten().filter_map(|turn| self.votes(turn)).collect(),
            ..Possible::default()
        };
        let shown = match self.shown().map(|turn| turn.kind) {
            Some(TurnKind::Inject(inject)) => Some(inject),
            _ => None,
        };
        let later = self.later_injects();
        possible.no_injects.extend(shown.into_iter().chain(later));
        if goes_on {
            let list = self.at_the_list().map(|at| self.branch.state_at(at));
            if let Some(state) = list {
                possible.waiting.extend(state.speakers_list().iter().skip(state.heard()));
            }
            possible.instructions = self.instructions();
            let happened = |inject: &InjectId| self.state.fired[*inject];
            possible.injects.extend(scenario.injects.ids().filter(|it| !happened(it)));
        }
        possible
    }

    /// What happens from outside after the turn shown.
    fn later_injects(self) -> Vec<InjectId> {
        let shown = self.branch.events_until(self.cursor);
        let later = self.branch.record().events[shown..].iter();
        later
            .filter_map(|event| match event.kind {
                EventKind::InjectFired { inject } => Some(inject),
                _ => None,
            })
            .collect()
    }

    fn instructions(self) -> Vec<(DelegationId, IssueId, f64)> {
        let scenario = &self.branch.record().scenario;
        let mut rows = Vec::new();
        for &who in &scenario.order.members {
            for &issue in &scenario.order.issues {
                if scenario.derived.instructions[(who, issue)].given {
                    rows.push((who, issue, self.state.positions[(who, issue)]));
                }
            }
        }
        rows
    }

    /// Who may vote otherwise on the text that is decided in `turn`.
    fn votes(self, turn: &Turn) -> Option<OtherVotes> {
        let (TurnKind::Decision(outcome) | TurnKind::Signature(outcome)) = turn.kind else {
            return None;
        };
        let scenario = &self.branch.record().scenario;
        let is_shown = turn.events.end <= self.branch.events_until(self.cursor);
        let mut events = self.branch.events_of(turn).iter();
        let cast = events.find_map(|event| match &event.kind {
            EventKind::BallotsCast { outcome: of, rows } if *of == outcome => Some(rows),
            _ => None,
        })?;
        let rows = cast.iter().filter(|row| !is_bound(scenario, row.delegation, outcome));
        let rows: Vec<_> =
            rows.map(|row| (row.delegation, is_shown.then_some(row.ballot))).collect();
        let ballots = match self.state.room(scenario).rule(outcome) {
            AdoptionRule::Consensus | AdoptionRule::Signature => {
                vec![Ballot::InFavour, Ballot::Against]
            }
            AdoptionRule::Authority => return None,
            _ => vec![Ballot::InFavour, Ballot::Against, Ballot::Abstaining],
        };
        (!rows.is_empty()).then_some(OtherVotes { outcome, rows, ballots })
    }
}

/// Whether an action is that `by` makes its statement.
fn speaks(action: &Action, by: DelegationId) -> bool {
    match action {
        Action::Deliver(who) => *who == by,
        Action::Say(intended) => intended.speaker == by,
        _ => false,
    }
}
