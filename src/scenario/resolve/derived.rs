//! Tables computed once, so that the engine does not compute them at each step.

use crate::council::{
    AdoptionRule, ByDelegation, ByOutcome, Delegation, DelegationId, Grid, Group, GroupId, Id as _,
    IssueId, Outcome, OutcomeId, Stance, Table,
};
use crate::scenario::file::ScenarioFile;
use crate::scenario::model::{ConceptNote, Derived, Instructions};

use super::{Names, members};

type Affinity = Grid<DelegationId, DelegationId, f64>;

/// What the derived tables are computed from.
pub(super) struct Inputs<'a> {
    pub(super) members: &'a ByDelegation<Delegation>,
    pub(super) stances: &'a Grid<DelegationId, IssueId, Option<Stance>>,
    pub(super) groups: &'a Table<GroupId, Group>,
    pub(super) outcomes: &'a ByOutcome<Outcome>,
    pub(super) rules: &'a ByOutcome<AdoptionRule>,
    pub(super) concept_note: Option<&'a ConceptNote>,
    pub(super) issue_count: usize,
}

impl Inputs<'_> {
    pub(super) fn derive(&self, file: &ScenarioFile, names: &Names) -> Derived {
        let issues = (0..self.issue_count).map(IssueId::at);
        let affinity = members::affinity(file, names, self.groups);
        Derived {
            voting: self.members.ids().filter(|&id| self.members[id].votes()).collect(),
            word: self.word(&affinity),
            sponsorship: self.sponsorship(&affinity),
            affinity,
            instructions: self.instructions(),
            touched_by: Table::new(
                issues
                    .clone()
                    .map(|issue| {
                        self.outcomes
                            .ids()
                            .filter(|&o| {
                                self.rules[o].is_decided_by_members()
                                    && self.outcomes[o].touches(issue)
                            })
                            .collect()
                    })
                    .collect(),
            ),
            prompted: Table::new(
                issues
                    .map(|issue| {
                        self.concept_note.is_some_and(|note| {
                            note.guiding_questions.iter().any(|q| q.issues.contains(&issue))
                        })
                    })
                    .collect(),
            ),
        }
    }

    fn word(&self, affinity: &Affinity) -> Affinity {
        let mut word = Grid::filled(self.members.len(), self.members.len(), 0.0);
        for who in self.members.ids() {
            let weight = |&other: &DelegationId| {
                // Trust T = (1 + r) / 2.
                let trust = f64::midpoint(1.0, affinity[(who, other)]);
                trust * self.members[other].influence.get()
            };
            let others = self.members.ids().filter(|&id| id != who && self.members[id].votes());
            let total: f64 = others.clone().map(|other| weight(&other)).sum();
            for other in others.filter(|_| total > 0.0) {
                word[(who, other)] = weight(&other) / total;
            }
        }
        word
    }

    fn sponsorship(&self, affinity: &Affinity) -> Grid<OutcomeId, DelegationId, f64> {
        let mut mean = Grid::filled(self.outcomes.len(), self.members.len(), 0.0);
        for (outcome, proposal) in self.outcomes.pairs() {
            let count = proposal.sponsors.len().max(1) as f64;
            for who in self.members.ids() {
                let toward = proposal.sponsors.iter().map(|&sponsor| affinity[(who, sponsor)]);
                mean[(outcome, who)] = toward.sum::<f64>() / count;
            }
        }
        mean
    }

    fn instructions(&self) -> Grid<DelegationId, IssueId, Instructions> {
        let none = Instructions {
            given: false,
            position: 0.5,
            salience: 0.0,
            flexibility: 0.0,
            red_line: members::whole_scale(),
        };
        let mut grid = Grid::filled(self.members.len(), self.issue_count, none);
        for id in self.members.ids() {
            for issue in (0..self.issue_count).map(IssueId::at) {
                if let Some(stance) = &self.stances[(id, issue)] {
                    grid[(id, issue)] = Instructions {
                        given: true,
                        position: stance.position.get(),
                        salience: stance.salience.get(),
                        flexibility: stance.flexibility.get(),
                        red_line: stance.red_line.unwrap_or_else(members::whole_scale),
                    };
                }
            }
        }
        grid
    }
}
