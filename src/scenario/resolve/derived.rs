//! Tables computed once, so that the engine does not compute them at each step.

use crate::council::{
    AdoptionRule, ByDelegation, ByOutcome, Delegation, DelegationId, Grid, Group, GroupId, Id as _,
    IssueId, Outcome, Stance, Table,
};
use crate::scenario::file::ScenarioFile;
use crate::scenario::model::{ConceptNote, Derived, Instructions};

use super::{Names, members};

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
        Derived {
            voting: self.members.ids().filter(|&id| self.members[id].votes()).collect(),
            affinity: members::affinity(file, names, self.groups),
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
