//! Tables computed once, so that the engine does not compute them at each step.

use std::sync::Arc;

use crate::council::{
    ArgumentId, ByDelegation, ByIssue, ByOutcome, Delegation, DelegationId, FormRules, Grid, Group,
    GroupId, Id as _, Issue, IssueId, Outcome, OutcomeId, Prescribed, Stance, Style, Table, Text,
};
use crate::scenario::derived::{Derived, Instructions, first_gain, stage_keys, thresholds};
use crate::scenario::file::ScenarioFile;
use crate::scenario::model::{ConceptNote, Dynamics};

use super::{Names, meeting, members};

/// Affinity from which an earlier speaker is commended.
const COMMENDS_FROM: f64 = 0.3;
/// Affinity down to which a measured delegation still does not criticize.
const MEASURED_CRITICIZES_AT: f64 = -0.5;

type Affinity = Grid<DelegationId, DelegationId, f64>;

/// When the meeting starts, in minutes after midnight.
fn starts(file: &ScenarioFile) -> f64 {
    let written = file.starts.as_ref().map_or("10:00", |starts| starts.value.as_str());
    let (hours, minutes) = written.split_once(':').unwrap_or(("10", "00"));
    let part = |text: &str| text.parse::<u32>().map_or(0.0, f64::from);
    part(hours) * 60.0 + part(minutes)
}

fn trusted(affinity: &Affinity, members: usize) -> Grid<DelegationId, DelegationId, f64> {
    let mut trusted = Grid::filled(members, members, 0.0);
    for speaker in (0..members).map(DelegationId::at) {
        for listener in (0..members).map(DelegationId::at) {
            trusted[(speaker, listener)] = f64::midpoint(1.0, affinity[(listener, speaker)]);
        }
    }
    trusted
}

/// What the derived tables are computed from.
pub(super) struct Inputs<'a> {
    pub(super) members: &'a ByDelegation<Delegation>,
    pub(super) stances: &'a Grid<DelegationId, IssueId, Option<Stance>>,
    pub(super) groups: &'a Table<GroupId, Group>,
    pub(super) outcomes: &'a ByOutcome<Outcome>,
    pub(super) rules: &'a FormRules,
    pub(super) concept_note: Option<&'a ConceptNote>,
    pub(super) issues: &'a ByIssue<Issue>,
    pub(super) dynamics: &'a Dynamics,
}

impl Inputs<'_> {
    pub(super) fn derive(&self, file: &ScenarioFile, names: &Names) -> Derived {
        let issues = (0..self.issues.len()).map(IssueId::at);
        let affinity = members::affinity(file, names, self.groups);
        let instructions = self.instructions();
        let count = self.members.len();
        let mut salience = Grid::filled(count, self.issues.len(), 0.0);
        for who in self.members.ids() {
            for issue in issues.clone() {
                salience[(who, issue)] = instructions[(who, issue)].salience;
            }
        }
        let mut derived = Derived {
            names: Arc::new(names.all()),
            prescribed: self.prescribed(),
            thresholds: thresholds(self.members, self.rules, self.dynamics),
            status_quo: Table::new(self.issues.iter().map(|i| i.status_quo.get()).collect()),
            voting: self.members.ids().filter(|&id| self.members[id].votes()).collect(),
            word: Grid::filled(count, count, 0.0),
            trusted: trusted(&affinity, count),
            arguments_on: self.arguments_on(),
            friends: self.friends(&affinity),
            criticized: self.criticized(&affinity),
            holders: Table::new(
                issues
                    .clone()
                    .map(|issue| {
                        self.members.ids().filter(|&id| instructions[(id, issue)].given).collect()
                    })
                    .collect(),
            ),
            sponsorship: self.sponsorship(&affinity),
            affinity,
            instructions,
            salience,
            influence: Table::new(self.members.iter().map(|m| m.influence.get()).collect()),
            texts: Table::new(
                self.outcomes.iter().map(|o| Text::tabled(o.form, o.aims.clone())).collect(),
            ),
            first_gain: Table::new(
                self.outcomes
                    .iter()
                    .map(|outcome| first_gain(outcome, self.issues, self.stances))
                    .collect(),
            ),
            penned: self.penned(),
            seating: self.seating(),
            alphabet: self.alphabet(),
            listed: names.members.file_order(),
            touches: self.touches(),
            starts: starts(file),
            stage_keys: stage_keys(&meeting::program(file)),
            prompted: Table::new(
                issues
                    .map(|issue| {
                        self.concept_note.is_some_and(|note| {
                            note.guiding_questions.iter().any(|q| q.issues.contains(&issue))
                        })
                    })
                    .collect(),
            ),
        };
        let mut word = derived.word.clone();
        derived.weigh_words(&derived.influence, &mut word);
        derived.word = word;
        derived
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

    fn touches(&self) -> Grid<OutcomeId, IssueId, bool> {
        let mut touches = Grid::filled(self.outcomes.len(), self.issues.len(), false);
        for (id, outcome) in self.outcomes.pairs() {
            for issue in self.issues.ids() {
                let is_decided = self.rules.of(outcome.form).is_decided_by_members();
                touches[(id, issue)] = is_decided && outcome.touches(issue);
            }
        }
        touches
    }

    fn friends(&self, affinity: &Affinity) -> ByDelegation<Vec<(DelegationId, f64)>> {
        let of = |who: DelegationId| {
            let others = self.members.ids().filter(|&other| other != who);
            let mut friends: Vec<_> = others
                .map(|other| (other, affinity[(who, other)]))
                .filter(|(_, affinity)| *affinity >= COMMENDS_FROM)
                .collect();
            friends.sort_by(|a, b| b.1.total_cmp(&a.1));
            friends
        };
        Table::new(self.members.ids().map(of).collect())
    }

    fn criticized(&self, affinity: &Affinity) -> ByDelegation<Vec<DelegationId>> {
        let of = |(who, member): (DelegationId, &Delegation)| {
            let may = |other: &DelegationId| {
                let affinity = affinity[(who, *other)];
                *other != who
                    && match member.style {
                        Style::Candid => affinity < 0.0,
                        Style::Measured => affinity <= MEASURED_CRITICIZES_AT,
                        Style::Guarded => false,
                    }
            };
            self.members.ids().filter(may).collect()
        };
        Table::new(self.members.pairs().map(of).collect())
    }

    fn arguments_on(&self) -> Grid<DelegationId, IssueId, Vec<ArgumentId>> {
        let mut grid = Grid::filled(self.members.len(), self.issues.len(), Vec::new());
        for (who, member) in self.members.pairs() {
            for (place, argument) in member.arguments.iter().enumerate() {
                grid[(who, argument.issue)].push(ArgumentId::at(place));
            }
        }
        grid
    }

    fn prescribed(&self) -> Grid<OutcomeId, DelegationId, Prescribed> {
        let (outcomes, members) = (self.outcomes.len(), self.members.len());
        let mut grid = Grid::filled(outcomes, members, Prescribed::Free);
        for (id, outcome) in self.outcomes.pairs() {
            for &sponsor in &outcome.sponsors {
                grid[(id, sponsor)] = Prescribed::InFavour;
            }
            // A party to the dispute abstains on its own text too.
            for &party in &outcome.parties {
                grid[(id, party)] = Prescribed::Abstention;
            }
        }
        grid
    }

    fn penned(&self) -> ByDelegation<u32> {
        let mut penned = Table::filled(self.members.len(), 0);
        for outcome in self.outcomes {
            if let Some(&pen) = outcome.sponsors.first()
                && self.rules.of(outcome.form).is_decided_by_members()
            {
                penned[pen] += 1;
            }
        }
        penned
    }

    fn seating(&self) -> Vec<DelegationId> {
        let mut seats: Vec<_> = self.members.ids().filter(|&id| self.members[id].votes()).collect();
        seats.sort_by(|&a, &b| self.members[a].name.short.cmp(&self.members[b].name.short));
        seats
    }

    fn alphabet(&self) -> ByDelegation<usize> {
        let mut sorted: Vec<DelegationId> = self.members.ids().collect();
        sorted.sort_by(|&a, &b| self.members[a].name.short.cmp(&self.members[b].name.short));
        let mut places = Table::filled(self.members.len(), 0);
        for (place, who) in sorted.into_iter().enumerate() {
            places[who] = place;
        }
        places
    }

    fn instructions(&self) -> Grid<DelegationId, IssueId, Instructions> {
        let none = Instructions {
            given: false,
            position: 0.5,
            salience: 0.0,
            flexibility: 0.0,
            red_line: members::whole_scale(),
        };
        let mut grid = Grid::filled(self.members.len(), self.issues.len(), none);
        for id in self.members.ids() {
            for issue in (0..self.issues.len()).map(IssueId::at) {
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
