//! Of what a figure is made, and what a person has chosen in it.

use crate::council::{DelegationId, IssueId, OutcomeId, StageName};
use crate::debate::{EventKind, Record, State};
use crate::ensemble::Summary;
use crate::report::figure::{Figure, Mark, Provenance, Table};
use crate::scenario::Scenario;
use crate::text::upper_first;

use super::{Chart, least_certain};

/// A debate and how much of it has been shown.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The whole debate.
    pub record: &'a Record,
    /// How many events have been shown after so many turns, from none to all turns; it begins
    /// with 0.
    pub moments: &'a [usize],
    /// How many turns have been shown.
    pub turns: usize,
    /// The state after these turns.
    pub state: &'a State,
    /// The branch, where there are several.
    pub branch: Option<&'a str>,
    /// Many runs of the same scenario, if there are any.
    pub ensemble: Option<&'a Summary>,
}

/// What a person has chosen in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    /// The outcome in focus; the least certain, if left out.
    pub outcome: Option<OutcomeId>,
    /// The two issues of a map; the first two, if left out.
    pub issues: Option<[IssueId; 2]>,
    /// The one issue that is looked at; all, if left out.
    pub issue: Option<IssueId>,
    /// The delegation that is chosen.
    pub selected: Option<DelegationId>,
}

/// The words of a figure.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) title: String,
    pub(super) answers: String,
    pub(super) how_to_read: String,
    pub(super) does_not_show: &'static str,
    pub(super) summary: String,
}

impl<'a> Subject<'a> {
    /// The scenario.
    pub(super) fn scenario(&self) -> &'a Scenario {
        &self.record.scenario
    }

    /// How many events have been shown.
    pub(super) fn events(&self) -> usize {
        self.moments.get(self.turns).copied().unwrap_or(0)
    }

    /// All turns, shown or not.
    pub(super) fn all_turns(&self) -> usize {
        self.moments.len().saturating_sub(1)
    }

    /// The outcome in focus.
    ///
    /// # Errors
    /// A sentence, where there is none.
    pub(super) fn outcome(&self, choice: &Choice) -> Result<OutcomeId, &'static str> {
        let first = self.scenario().order.outcomes.first().copied();
        let found = choice.outcome.or_else(|| least_certain(self.scenario())).or(first);
        found.ok_or("This scenario proposes no outcome.")
    }

    /// The name of a delegation.
    pub(super) fn name(&self, who: DelegationId) -> &'a str {
        &self.scenario().members[who].name.short
    }

    /// The name of a delegation within a sentence: "the Russian Federation".
    pub(super) fn named(&self, who: DelegationId) -> String {
        self.scenario().members[who].name.in_sentence()
    }

    /// The same at the beginning of a sentence.
    pub(super) fn named_first(&self, who: DelegationId) -> String {
        upper_first(&self.named(who))
    }

    /// The delegations that have a stance, in the order of the file.
    pub(super) fn with_stances(&self) -> Vec<DelegationId> {
        let scenario = self.scenario();
        let order = scenario.order.members.iter().copied();
        order.filter(|&who| scenario.members[who].has_stances).collect()
    }

    /// Where a delegation stands, if it has a stance on the issue.
    pub(super) fn position(&self, who: DelegationId, issue: IssueId) -> Option<f64> {
        let stance = self.scenario().stances[(who, issue)].as_ref();
        stance.map(|_| self.state.positions[(who, issue)])
    }

    /// After how many turns each stage has begun, with its name.
    pub(super) fn stages(&self) -> Vec<(usize, StageName)> {
        let mut stages: Vec<(usize, StageName)> = Vec::new();
        for (turn, pair) in self.moments.windows(2).enumerate() {
            let Some(last) = self.record.events[pair[0]..pair[1]].last() else { continue };
            if stages.last().is_none_or(|(_, stage)| *stage != last.stage) {
                stages.push((turn, last.stage));
            }
        }
        stages
    }

    /// After how many turns something of this kind has happened.
    pub(super) fn turns_with(&self, is: impl Fn(&EventKind) -> bool) -> Vec<usize> {
        let shown = self.moments.windows(2).take(self.turns).enumerate();
        shown
            .filter(|(_, pair)| {
                self.record.events[pair[0]..pair[1]].iter().any(|event| is(&event.kind))
            })
            .map(|(turn, _)| turn + 1)
            .collect()
    }

    /// From what a figure is made that depends on what has been shown.
    pub(super) fn provenance(&self) -> Provenance {
        Provenance {
            turn: Some((self.turns, self.all_turns())),
            branch: self.branch.map(str::to_owned),
            ..Provenance::of(self.record)
        }
    }

    /// The figure of these parts.
    pub(super) fn figure(
        &self,
        chart: Chart,
        told: Told,
        (marks, size): (Vec<Mark>, (f32, f32)),
        table: Table,
    ) -> Figure {
        let Told { title, answers, how_to_read, does_not_show, summary } = told;
        Figure {
            key: chart.key(),
            title,
            answers: upper_first(&answers),
            how_to_read: upper_first(&how_to_read),
            does_not_show: does_not_show.to_owned(),
            summary,
            size,
            marks,
            table,
            provenance: self.provenance(),
        }
    }
}
