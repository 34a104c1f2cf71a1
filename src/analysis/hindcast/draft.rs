//! What the record of a scenario tells about each outcome, as classes that can be scored.

use crate::council::{DelegationId, Judgement, OutcomeForm, OutcomeId, VoteChance};
use crate::scenario::{Happened, RealRecord, Scenario};
use crate::vote::{self, Ballot, BallotRow, Decision};

use super::{Case, Expectation, Prediction};

/// Which classes a member could choose among; in each, the first is the one that helps the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// In favour, abstaining, against.
    Ballots,
    /// No objection, an objection.
    Objections,
    /// Signed, not signed.
    Signatures,
}

impl Scale {
    /// All scales.
    pub const ALL: [Self; 3] = [Self::Ballots, Self::Objections, Self::Signatures];

    /// The classes, as they are named in text.
    pub const fn labels(self) -> &'static [&'static str] {
        match self {
            Self::Ballots => &["in favour", "abstaining", "against"],
            Self::Objections => &["no objection", "objection"],
            Self::Signatures => &["signed", "not signed"],
        }
    }

    /// How many classes there are: 2 or 3.
    pub const fn classes(self) -> usize {
        self.labels().len()
    }

    /// The chances of the classes, from those of the votes.
    pub const fn chances(self, chance: VoteChance) -> [f64; 3] {
        match self {
            Self::Ballots => [chance.in_favour, chance.abstaining, chance.against],
            Self::Objections => [1.0 - chance.against, chance.against, 0.0],
            Self::Signatures => [chance.in_favour, 1.0 - chance.in_favour, 0.0],
        }
    }

    /// The chances of the votes, from those of the classes.
    pub(super) const fn votes(self, chances: [f64; 3]) -> VoteChance {
        let [first, second, third] = chances;
        match self {
            Self::Ballots => VoteChance { in_favour: first, abstaining: second, against: third },
            Self::Objections => VoteChance { in_favour: first, abstaining: 0.0, against: second },
            Self::Signatures => VoteChance { in_favour: first, abstaining: second, against: 0.0 },
        }
    }
}

/// What one member did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observed {
    /// The member.
    pub who: DelegationId,
    /// The class, by its place in [`Scale::labels`].
    pub cast: usize,
    /// Whether the rules of the model leave no choice: a sponsor, or a party to the dispute.
    pub bound: bool,
}

/// An outcome on which the record tells what members did.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The case, by its place in the list.
    pub case: usize,
    /// The outcome.
    pub outcome: OutcomeId,
    /// Its form as tabled.
    pub form: OutcomeForm,
    /// What members could choose among.
    pub scale: Scale,
    /// What each voting member did, in the order of the file.
    pub rows: Vec<Observed>,
    /// Voting members that did not participate, or of which the record tells nothing.
    pub left_out: Vec<DelegationId>,
    /// Invited participants that signed: not scored, since the record does not name those that
    /// did not.
    pub invited_signatories: Vec<DelegationId>,
    /// Whether it was adopted, where that is a decision and the record is enough to tell.
    pub adopted: Option<bool>,
}

/// An outcome that is not scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unscored {
    /// The case, by its place in the list.
    pub case: usize,
    /// The outcome.
    pub outcome: OutcomeId,
    /// Why, as a clause.
    pub because: &'static str,
}

impl Draft {
    /// The chances of the classes of the observed members, from those of the votes of all.
    pub(super) fn prediction(&self, expected: &Expectation) -> Prediction {
        let of = |observed: &Observed| {
            let found = expected.members.iter().find(|(who, _)| *who == observed.who);
            // A model that says nothing of a member gives each class the same chance.
            let even = || {
                let n = self.scale.classes();
                let share = 1.0 / n as f64;
                std::array::from_fn(|class| if class < n { share } else { 0.0 })
            };
            found.map_or_else(even, |&(_, chance)| self.scale.chances(chance))
        };
        Prediction { rows: self.rows.iter().map(of).collect(), adopted: expected.adopted }
    }
}

/// The most probable class; of equals, the one that helps the text most.
pub(super) fn most_probable(chances: &[f64; 3]) -> usize {
    (1..chances.len()).fold(
        0,
        |best, class| {
            if chances[class] > chances[best] { class } else { best }
        },
    )
}

/// The drafts of all cases, in the order of their files, and the outcomes that are not scored.
pub(super) fn drafts(cases: &[Case]) -> (Vec<Draft>, Vec<Unscored>) {
    let (mut drafts, mut unscored) = (Vec::new(), Vec::new());
    for (case, Case { scenario, .. }) in cases.iter().enumerate() {
        let Some(record) = &scenario.record else { continue };
        for &outcome in &scenario.order.outcomes {
            match draft(scenario, record, outcome) {
                Ok(draft) => drafts.push(Draft { case, ..draft }),
                Err(because) => unscored.push(Unscored { case, outcome, because }),
            }
        }
    }
    (drafts, unscored)
}

/// What the record tells about one outcome, as of the first case; or why that is not scored.
pub(super) fn draft(
    scenario: &Scenario,
    record: &RealRecord,
    outcome: OutcomeId,
) -> Result<Draft, &'static str> {
    let happened = record.outcomes[outcome].as_ref().ok_or("the record says nothing of it")?;
    let rows = |scale, class_of: &dyn Fn(DelegationId) -> Option<usize>| {
        rows(scenario, outcome, scale, class_of)
    };
    match happened {
        Happened::Voted { in_favour, against, abstaining, not_participating } => {
            let mut draft = rows(Scale::Ballots, &|who| {
                in_favour
                    .contains(&who)
                    .then_some(0)
                    .or_else(|| abstaining.contains(&who).then_some(1))
                    .or_else(|| against.contains(&who).then_some(2))
            });
            draft.adopted = decision(scenario, &draft, not_participating);
            Ok(draft)
        }
        Happened::Agreed => {
            let draft = rows(Scale::Objections, &|_| Some(0));
            Ok(Draft { adopted: Some(true), ..draft })
        }
        Happened::Objected { by } => {
            let draft = rows(Scale::Objections, &|who| Some(usize::from(by.contains(&who))));
            Ok(Draft { adopted: Some(false), ..draft })
        }
        Happened::Signed { by } => {
            let draft = rows(Scale::Signatures, &|who| Some(usize::from(!by.contains(&who))));
            let invited = by.iter().copied().filter(|&who| !scenario.members[who].votes());
            Ok(Draft { invited_signatories: invited.collect(), ..draft })
        }
        Happened::Issued => Err("the President issued it: no member was asked"),
        Happened::NotProposed => Err("nobody proposed it, which is neither adopted nor not"),
        Happened::Unknown => Err("what became of it is not established"),
    }
}

fn rows(
    scenario: &Scenario,
    outcome: OutcomeId,
    scale: Scale,
    class_of: &dyn Fn(DelegationId) -> Option<usize>,
) -> Draft {
    let (mut rows, mut left_out) = (Vec::new(), Vec::new());
    for &who in scenario.order.members.iter().filter(|&&who| scenario.members[who].votes()) {
        match class_of(who) {
            Some(cast) => {
                let bound = vote::is_bound(scenario, who, outcome);
                rows.push(Observed { who, cast, bound });
            }
            None => left_out.push(who),
        }
    }
    Draft {
        case: 0,
        outcome,
        form: scenario.outcomes[outcome].form,
        scale,
        rows,
        left_out,
        invited_signatories: Vec::new(),
        adopted: None,
    }
}

/// What the ballots of a record come to under the adoption rule of the scenario; nothing where
/// the record leaves members out.
fn decision(scenario: &Scenario, draft: &Draft, absent: &[DelegationId]) -> Option<bool> {
    if !draft.left_out.iter().all(|who| absent.contains(who)) {
        return None;
    }
    let ballot_row = |delegation, ballot| BallotRow {
        delegation,
        ballot,
        // Nothing is known of what went before a real ballot, and no rule reads it.
        judgement: Judgement::of_gain(0.0),
        chance: VoteChance { in_favour: 0.0, abstaining: 0.0, against: 0.0 },
        draw: 0.0,
    };
    let ballots: Vec<BallotRow> = draft
        .rows
        .iter()
        .map(|row| (row.who, [Ballot::InFavour, Ballot::Abstaining, Ballot::Against][row.cast]))
        .chain(draft.left_out.iter().map(|&who| (who, Ballot::NotParticipating)))
        .map(|(who, ballot)| ballot_row(who, ballot))
        .collect();
    let sponsors = &scenario.outcomes[draft.outcome].sponsors;
    let decision = vote::decide(scenario, (scenario.rule(draft.outcome), sponsors), &ballots);
    Some(decision == Decision::Adopted)
}
